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

TEST(AQuota, OfThreatObjectsCountsBytesBeforeAndObjectsAfterwards) {
  Quotas quotas{{.threat_bytes_a_day = 1000, .threat_objects_a_day = 10}};
  EXPECT_FALSE(quotas.take_threats("one", 1001, start));
  EXPECT_TRUE(quotas.take_threats("one", 500, start));
  quotas.count_threats("one", 9, start);
  EXPECT_DOUBLE_EQ(quotas.threats_used("one", start), 0.9);
  EXPECT_TRUE(quotas.take_threats("one", 100, start));
  quotas.count_threats("one", 11, start);  // a file had more in it than was left
  EXPECT_FALSE(quotas.take_threats("one", 0, start));
  EXPECT_DOUBLE_EQ(quotas.threats_used("one", start), 1);
  EXPECT_TRUE(quotas.take_threats("another", 1000, start));
  EXPECT_FALSE(quotas.take_threats("one", 0, start + hours{23})) << "what went beyond is made up for first";
  EXPECT_FALSE(quotas.take_threats("one", 0, start + hours{26})) << "and there is room for one";
  EXPECT_TRUE(quotas.take_threats("one", 0, start + hours{27}));
}

TEST(AQuota, OfFilesOnTheirWayIsAPersonsAnOrganizationsAndEverybodys) {
  Quotas quotas{{.uploads = 3, .uploads_of_organization = 2, .uploads_of_person = 1}};
  auto first = quotas.enter_upload("one", {1});
  ASSERT_TRUE(first);
  EXPECT_FALSE(quotas.enter_upload("one", {1})) << "the person's own";
  const auto second = quotas.enter_upload("one", {2});
  ASSERT_TRUE(second) << "a colleague's";
  EXPECT_FALSE(quotas.enter_upload("one", {3})) << "the organization's";
  EXPECT_EQ(quotas.uploads(), 2u) << "what was refused takes no place";
  EXPECT_DOUBLE_EQ(quotas.uploads_used("one"), 1);
  EXPECT_DOUBLE_EQ(quotas.uploads_used(PersonId{3}), 0);
  const auto third = quotas.enter_upload("another", {4});
  ASSERT_TRUE(third);
  EXPECT_FALSE(quotas.enter_upload("a third", {5})) << "everybody's";
  first.reset();
  EXPECT_TRUE(quotas.enter_upload("one", {1}));
}

/// The Secretary registers a person, whose profile the host keeps.
Response register_somebody(ServedSite& served) {
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

/// A host that takes three threat objects of one organization a day, and so many bytes of them.
class AFullDay : public ::testing::Test {
 protected:
  static SiteOptions few(std::uint64_t bytes) {
    SiteOptions options{{"localhost", {"http://localhost:8080"}}, false};
    options.quotas.threat_bytes_a_day = bytes;
    options.quotas.threat_objects_a_day = 3;
    return options;
  }
  Response ask(const std::string& method, const std::string& path, const std::string& body, const std::string& type) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served_->site->handle(request, reply); },
                           method, path, body,
                           {{"authorization", "Bearer " + token_}, {"content-type", type}, {"accept", type}});
  }
  Response post(const std::string& path, const std::string& body, const std::string& type) {
    return ask("POST", path, body, type);
  }
  Response add_tool(unsigned number) {
    const std::string id = "tool--00000000-0000-4000-8000-00000000000" + std::to_string(number);
    const Json tool{{"type", "tool"},
                    {"spec_version", "2.1"},
                    {"id", id},
                    {"name", "t"},
                    {"created", "2026-01-01T00:00:00.000Z"},
                    {"modified", "2026-01-01T00:00:00.000Z"}};
    return post("/taxii2/collections/amber/objects/", Json{{"objects", Json::array({tool})}}.dump(),
                std::string{taxii_type});
  }
  Response upload(const std::string& lines) {
    const Json begun = Json::parse(
        *post("/api/exchange/uploads", R"({"name":"l","format":"csv","marking":"amber"})", "application/json").body);
    return post("/api/exchange/uploads/piece?last=yes&id=" + begun.value("id", ""), lines, "application/octet-stream");
  }
  [[nodiscard]] std::size_t kept() {
    const auto page = ask("GET", "/taxii2/collections/amber/objects/", "", std::string{taxii_type});
    return Json::parse(*page.body).value("objects", Json::array()).size();
  }
  void serve(std::uint64_t bytes) {
    served_.emplace(folder_, "harbour", "", few(bytes));
    token_ = served_->make_token({{"label", "SIEM"}, {"use", "share"}});
  }

  ccop::testing::TemporaryFolder folder_;
  std::optional<ServedSite> served_;
  std::string token_;
};

TEST_F(AFullDay, TakesNoMoreThreatObjectsHoweverTheyCome) {
  serve(1'000'000);
  EXPECT_EQ(add_tool(1).status, 202u);
  EXPECT_EQ(Json::parse(*upload("a.example\nb.example\n").body)["fresh"], 2);
  const auto before = kept();
  EXPECT_EQ(add_tool(2).status, 429u);
  EXPECT_THAT(upload("c.example\n"), problem("quota-of-objects"));
  EXPECT_EQ(kept(), before);
}

TEST_F(AFullDay, TakesNoMoreBytesOfThem) {
  serve(600);
  EXPECT_EQ(add_tool(1).status, 202u);
  const auto before = kept();
  EXPECT_THAT(upload(std::string(600, 'x')), problem("quota-of-objects"));
  EXPECT_EQ(kept(), before);
  EXPECT_EQ(add_tool(2).status, 202u) << "of what was refused nothing is counted";
}

TEST_F(AFullDay, OfADiskThatIsNearlyFullLeavesItsRestToTheRecord) {
  auto options = few(1'000'000);
  bool has_room = true;
  options.has_room_for_objects = [&] { return has_room; };
  served_.emplace(folder_, "harbour", "", options);
  token_ = served_->make_token({{"label", "SIEM"}, {"use", "share"}});
  EXPECT_EQ(add_tool(1).status, 202u);
  const auto before = kept();
  has_room = false;
  EXPECT_EQ(add_tool(2).status, 503u);
  EXPECT_EQ(kept(), before);
  EXPECT_EQ(register_somebody(*served_).status, 200u);
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
    few.host.most = {.connections = 90, .connections_by_address = 9, .bodies_by_address = 3, .reserve_bytes = 500};
    few.host.crowds = crowds;
    few.host.free_bytes = [] { return std::optional<std::uint64_t>{7'000}; };
    return few;
  }
  Json quotas() { return Json::parse(*ask("GET", "/api/quotas", "").body); }
  /// What the Secretary is shown of this person's or organization's use.
  Json use_of(const std::string& who) {
    const Json shown = quotas();
    for (const Json& use : shown["uses"])
      if (use["who"] == who) return use;
    return {};
  }

  HostCrowds crowds;
};

TEST_F(AMemberOfMany, IsToldWhatIsLeftOnlyAsTheSecretary) {
  EXPECT_THAT(ask("GET", "/api/quotas", "", {{"cookie", cookie_of(PersonId{5})}}),
              problem("only-secretary-reads-security"));
  const Response answer = ask("GET", "/api/quotas", "");
  ASSERT_EQ(answer.status, 200u);
  EXPECT_EQ(Json::parse(*answer.body)["most"]["streams"], 2);
}

/// What the host's configuration says, and what is used of it just now; other communities' callers are not named.
TEST_F(AMemberOfMany, IsShownToTheSecretaryWithAllThatTheHostShares) {
  const auto connection = crowds.connections.enter("", 9);
  const auto caller = crowds.callers.enter("192.0.2.7", 9);
  const std::vector bodies{crowds.bodies.enter("192.0.2.7", 9), crowds.bodies.enter("192.0.2.7", 9),
                           crowds.bodies.enter("192.0.2.8", 9)};
  const Json shown = quotas();
  EXPECT_EQ(
      shown["host"],
      Json({{"connections", 90}, {"connections_by_address", 9}, {"bodies_by_address", 3}, {"reserve_bytes", 500}}));
  EXPECT_EQ(shown["in_use"], Json({{"uploads", 0},
                                   {"connections", 1},
                                   {"connections_of_one", 1},
                                   {"bodies", 3},
                                   {"bodies_of_one", 2},
                                   {"free_bytes", 7'000}}));
  EXPECT_THAT(shown.dump(), ::testing::Not(::testing::HasSubstr("192.0.2")));
}

TEST_F(AMemberOfMany, IsShownWithTheirFilesTokensAndStreams) {
  const PersonId member = plain_member();
  const Headers theirs{{"cookie", cookie_of(member)}};
  const Json me = Json::parse(*ask("GET", "/api/me", "", theirs).body);
  const std::string name = me["profile"]["name"];
  ASSERT_TRUE(use_of(name).is_null()) << "nothing is used yet";
  static_cast<void>(token_of(member, TokenUse::read));
  const Response stream = ask("GET", "/api/events", "", theirs);
  const Json file{{"name", "f"}, {"format", "text"}, {"marking", "green"}};
  ASSERT_EQ(ask("POST", "/api/exchange/uploads", file.dump(), theirs).status, 200u);
  const Json use = use_of(name);
  ASSERT_FALSE(use.is_null()) << quotas();
  EXPECT_EQ(use["tokens"], 5);
  EXPECT_EQ(use["streams"], 50);
  EXPECT_EQ(use["uploads"], 50);
  EXPECT_EQ(quotas()["in_use"]["uploads"], 1);
}

}  // namespace
}  // namespace ccop::server
