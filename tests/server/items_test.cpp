// A spreadsheet of last year's items comes through the door whole, as large as the rules let it be.
#include "community/items/commands.hpp"
#include "served_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

class BringingItems : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string set_cookie = served.sign_in();
    cookie = set_cookie.substr(0, set_cookie.find(';'));
  }
  /// As the page of the Secretary sends it.
  Response bring(std::size_t how_many) {
    AddItems asked;
    Json contents = Json::array();
    for (std::size_t i = 0; i < how_many; ++i) {
      const store::Content text{std::string(16, static_cast<char>('a' + i % 26)),
                                Json{{"title", "Row " + std::to_string(i) + " of the spreadsheet"}}.dump()};
      asked.texts.emplace_back(store::content_hash(text));
      asked.items.push_back({ItemKind::action, OrganizationId{0}, {}, {}, live().now() + days{90}});
      contents.push_back({{"salt", to_base64url(bytes_of(text.salt))}, {"text", text.text}});
    }
    const auto submission = served.secretary.asks(live(), std::move(asked));
    const Json body{{"request", encode(submission.request)},
                    {"contents", contents},
                    {"signature", Json::parse(to_json(*submission.signature))}};
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           "POST", "/api/acts", body.dump(), {{"cookie", cookie}});
  }
  [[nodiscard]] host::LiveCommunity& live() const { return served.site->live(); }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  std::string cookie;
};

TEST_F(BringingItems, TakesTwoHundredRowsAtOnce) {
  const Response answer = bring(200);
  ASSERT_EQ(answer.status, 200u) << answer.body->substr(0, 500);
  EXPECT_EQ(Json::parse(*answer.body)["acts"].size(), 200u);
}

TEST_F(BringingItems, SaysByTheRulesHowManyAreTooMany) {
  EXPECT_THAT(bring(201), problem("so-many-items-at-once"));
}

}  // namespace
}  // namespace ccop::server
