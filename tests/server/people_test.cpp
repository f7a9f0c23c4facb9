// People as pages read them: however many somebody registers, an answer has so many and says where the others are.
#include "server/people/views.hpp"
#include "server/served_site.hpp"

#include <numeric>

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;

class AFloodOfPeople : public ::testing::Test {
 protected:
  static constexpr std::uint32_t registered = 2 * people_at_once + 7;

  void SetUp() override {
    host::LiveCommunity& live = served.site->live();
    for (std::uint32_t i = 0; i < registered; ++i) {
      const store::Content profile{std::string(16, 'p'), R"({"name":"Planted )" + std::to_string(i) + R"("})"};
      const auto outcome =
          live.execute(served.secretary.asks(live, RegisterPerson{store::content_hash(profile)}, {profile}));
      ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome));
    }
    const std::string set_cookie = served.sign_in();
    cookie = set_cookie.substr(0, set_cookie.find(';'));
  }
  Json get(const std::string& path) {
    const Response answer =
        ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); }, "GET",
                        path, "", {{"cookie", cookie}});
    EXPECT_EQ(answer.status, 200u) << *answer.body;
    return Json::parse(*answer.body);
  }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  std::string cookie;
};

TEST_F(AFloodOfPeople, IsReadSoManyAtOnceAndWholeByWhoeverReadsOn) {
  std::vector<std::uint32_t> ids;
  std::size_t answers = 0;
  for (std::string path = "/api/people"; !path.empty(); ++answers) {
    const Json page = get(path);
    EXPECT_LE(page["people"].size(), people_at_once);
    std::vector<std::uint32_t> these;
    for (const Json& one : page["people"]) these.push_back(one["id"].get<std::uint32_t>());
    ids.insert(ids.begin(), these.begin(), these.end());
    path = page["before"].is_null() ? "" : "/api/people?before=" + page["before"].dump();
  }
  EXPECT_EQ(answers, 3u);
  std::vector<std::uint32_t> all(registered + 1);  // with the Secretary
  std::iota(all.begin(), all.end(), 0u);
  EXPECT_EQ(ids, all);
  EXPECT_EQ(get("/api/people?before=0")["people"].size(), 0u);
  EXPECT_EQ(get("/api/people?before=99999999")["people"].size(), people_at_once);
}

/// What stands on a later page is shown, too: whoever takes their texts away has it.
TEST_F(AFloodOfPeople, IsGivenWholeWithTheTextsThatItsReaderMayTakeAway) {
  std::size_t profiles = 0;
  std::string after;
  for (bool more = true; more;) {
    const Json given = get("/api/record/contents" + (after.empty() ? "" : "?after=" + after));
    for (const Json& one : given["contents"]) {
      after = one["hash"];
      if (one["text"].get<std::string>().find("Planted") != std::string::npos) ++profiles;
    }
    more = given["more"];
  }
  EXPECT_EQ(profiles, registered);
}

}  // namespace
}  // namespace ccop::server
