// What people meet whose host was put back to an older record.
#include "served_site.hpp"

namespace ccop::server {
namespace {

using community::RegisterPerson;

TEST(ThePageOfAHostThatFellBehind, SaysSoAndNoActIsTaken) {
  const testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  const auto ask = [&](const std::string& method, const std::string& path, const std::string& body = "",
                       const Headers& headers = {}) {
    return ServedSite::ask([&](const auto& request, const auto& reply) { served.site->handle(request, reply); }, method,
                           path, body, headers);
  };
  const auto told = [&](const std::string& note) {
    return *ask("POST", "/api/log/seen", nlohmann::json{{"checkpoint", note}}.dump()).body;
  };
  EXPECT_EQ(told("nothing"), R"({"fell_behind":false})");
  EXPECT_EQ(told(served.site->live().store().checkpoint()), R"({"fell_behind":false})");
  EXPECT_EQ(ask("POST", "/api/log/seen", nlohmann::json{{"checkpoint", std::string(9000, 'x')}}.dump()).status, 400u);
  EXPECT_THAT(*ask("GET", "/api/community").body, ::testing::HasSubstr(R"("fell_behind":false)"));

  served.site->live().fell_behind(7);
  EXPECT_THAT(*ask("GET", "/api/community").body, ::testing::HasSubstr(R"("fell_behind":true)"));
  EXPECT_EQ(told("nothing"), R"({"fell_behind":true})");
  std::string cookie = served.sign_in();
  cookie = cookie.substr(0, cookie.find(';'));
  const auto label = store::content_hash({std::string(16, 's'), "x"});
  const auto submission = served.secretary.asks(served.site->live(), RegisterPerson{label});
  const std::string act = R"({"request":)" + nlohmann::json(encode(submission.request)).dump() + R"(,"signature":)" +
                          to_json(*submission.signature) + R"(,"contents":[]})";
  const auto answer = ask("POST", "/api/acts", act, {{"cookie", cookie}});
  EXPECT_EQ(answer.status, 503u) << *answer.body;
  EXPECT_THAT(*answer.body, ::testing::HasSubstr("record-fell-behind"));
}

/// Strangers may tell, but not for ever.
TEST(ThePageOfAHostThatFellBehind, ListensToNobodyForEver) {
  const testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  unsigned status = 200;
  for (int i = 0; i < 100 && status == 200; ++i)
    status = ServedSite::ask([&](const auto& request, const auto& reply) { served.site->handle(request, reply); },
                             "POST", "/api/log/seen", R"({"checkpoint":"x"})")
                 .status;
  EXPECT_EQ(status, 429u);
}

}  // namespace
}  // namespace ccop::server
