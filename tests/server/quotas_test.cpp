// Nobody uses up what is everybody's: acts, texts and objects of one person or organization are so many in a while.
#include "server/quotas.hpp"

#include "server/demo_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;

const Time start = clock_now();

TEST(AQuota, OfActsIsAPersonsAndComesBackWithTime) {
  Quotas quotas{{.acts_an_hour = 60, .committee_acts_an_hour = 120}};
  for (int i = 0; i < 60; ++i) ASSERT_TRUE(quotas.take_act({1}, false, start));
  EXPECT_FALSE(quotas.take_act({1}, false, start));
  EXPECT_TRUE(quotas.take_act({2}, false, start)) << "another's is their own";
  EXPECT_DOUBLE_EQ(quotas.acts_used({1}, start), 1);
  EXPECT_FALSE(quotas.take_act({1}, false, start + std::chrono::seconds{59}));
  EXPECT_TRUE(quotas.take_act({1}, false, start + minutes{1}));
  EXPECT_LT(quotas.acts_used({1}, start + minutes{31}), 0.6);
  for (int i = 0; i < 120; ++i) ASSERT_TRUE(quotas.take_act({3}, true, start));
  EXPECT_FALSE(quotas.take_act({3}, true, start));
}

TEST(AQuota, OfTextsIsAnOrganizations) {
  Quotas quotas{{.content_bytes_a_day = 1000}};
  const std::string holder = quota_holder(OrganizationId{4}, {1});
  EXPECT_EQ(holder, quota_holder(OrganizationId{4}, {2})) << "whoever speaks for it";
  EXPECT_NE(quota_holder({}, {1}), quota_holder({}, {2}));
  EXPECT_TRUE(quotas.take_contents(holder, 1000, start));
  EXPECT_FALSE(quotas.take_contents(holder, 1, start));
  EXPECT_TRUE(quotas.take_contents(holder, 0, start)) << "an act without a text";
  EXPECT_TRUE(quotas.take_contents(holder, 500, start + hours{12}));
}

/// A host that takes one act of the committee's an hour, and fifty bytes of texts.
class AFullHour : public ::testing::Test {
 protected:
  static SiteOptions few(std::uint32_t acts, std::uint64_t bytes) {
    SiteOptions options{{"localhost", {"http://localhost:8080"}}, false};
    options.quotas.committee_acts_an_hour = acts;
    options.quotas.content_bytes_a_day = bytes;
    return options;
  }
  static Response register_somebody(ServedSite& served) {
    const store::Content profile{std::string(16, 'p'), R"({"name":"Ada","title":"Chief of many things"})"};
    const std::string set_cookie = served.sign_in();
    const host::Submission asked =
        served.secretary.asks(served.site->live(), RegisterPerson{store::content_hash(profile)}, {profile});
    const Json body{{"request", encode(asked.request)},
                    {"contents", {{{"salt", to_base64url(bytes_of(profile.salt))}, {"text", profile.text}}}},
                    {"signature", Json::parse(to_json(*asked.signature))}};
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           "POST", "/api/acts", body.dump(), {{"cookie", set_cookie.substr(0, set_cookie.find(';'))}});
  }
  ccop::testing::TemporaryFolder folder;
};

TEST_F(AFullHour, TakesNoMoreActs) {
  ServedSite served{folder, "harbour", {}, few(1, 1'000'000)};
  EXPECT_EQ(register_somebody(served).status, 200u);
  const std::uint64_t size = served.site->live().size();
  EXPECT_THAT(register_somebody(served), problem("quota-of-acts"));
  EXPECT_EQ(served.site->live().size(), size);
}

TEST_F(AFullHour, TakesNoMoreTexts) {
  ServedSite served{folder, "harbour", {}, few(100, 50)};
  EXPECT_EQ(register_somebody(served).status, 200u);
  EXPECT_THAT(register_somebody(served), problem("quota-of-contents"));
}

class AMemberOfMany : public DemoSite {
 protected:
  [[nodiscard]] SiteOptions options_of_site() const override {
    SiteOptions few = DemoSite::options_of_site();
    few.quotas.streams = 2;
    return few;
  }
};

TEST_F(AMemberOfMany, IsToldWhatIsLeftOnlyAsTheSecretary) {
  EXPECT_THAT(ask("GET", "/api/quotas", "", {{"cookie", cookie_of(PersonId{5})}}),
              problem("only-secretary-reads-security"));
  const Response answer = ask("GET", "/api/quotas", "");
  ASSERT_EQ(answer.status, 200u);
  EXPECT_EQ(Json::parse(*answer.body)["most"]["streams"], 2);
}

}  // namespace
}  // namespace ccop::server
