// The Secretary's hooks: made with a passkey, for addresses that this host may call, and shown to nobody else.
#include "hosts_log.hpp"
#include "identity/signed_message.hpp"
#include "server/demo_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;
using ::testing::HasSubstr;
using ::testing::Not;

SiteOptions options_with_channels() {
  SiteOptions options{{"localhost", {"http://localhost:8080"}}, false};
  options.fetch = [](const exchange::Fetching&) { return exchange::Fetched{503, "", {}, ""}; };
  return options;
}

class TheSecretarysHooks : public ::testing::Test {
 protected:
  Response ask(const std::string& method, const std::string& path, const Json& body = {}) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, method == "POST" ? body.dump() : "", {{"cookie", cookie}});
  }
  /// As the Secretary's browser sends it, signed with the passkey for that purpose.
  Json signed_for(std::string_view purpose, Json statement) {
    statement["nonce"] = served.challenge();
    const auto text = identity::signed_message(purpose, ccop::testing::Device::log_of(served.site->live()),
                                               statement.dump());  // its members are sorted
    return {{"statement", statement}, {"passkey", Json::parse(to_json(served.secretary.passkey().sign_message(text)))}};
  }
  Json wish(const Json& more = Json::object()) {
    Json statement{{"form", "json"},
                   {"kinds", {"vote-opened", "meeting-published"}},
                   {"person", 0},
                   {"title", "the duty channel"},
                   {"url", "https://hooks.example.org/planted-path?sig=planted-query"}};
    statement.update(more);
    return signed_for(identity::purpose::hook, statement);
  }
  Response make(const Json& more = Json::object()) { return ask("POST", "/api/hooks", wish(more)); }
  Json renewing(const std::string& hook) {
    return signed_for(identity::purpose::hook_secret, {{"hook", hook}, {"person", 0}});
  }
  Json list() { return Json::parse(*ask("GET", "/api/hooks").body)["hooks"]; }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour", "", options_with_channels()};
  const std::string set_cookie = served.sign_in();
  const std::string cookie = set_cookie.substr(0, set_cookie.find(';'));
};

TEST_F(TheSecretarysHooks, AreShownWithoutTheirAddressAndTheirSecret) {
  const auto made = make();
  ASSERT_EQ(made.status, 200u) << *made.body;
  const std::string secret = Json::parse(*made.body)["secret"];
  EXPECT_EQ(secret.size(), 43u) << "32 random bytes in base64url";
  const auto shown = ask("GET", "/api/hooks");
  EXPECT_THAT(*shown.body, HasSubstr("hooks.example.org"));
  EXPECT_THAT(*shown.body, HasSubstr("Sec")) << "who made it";
  for (const std::string& hidden : {secret, std::string{"planted"}}) EXPECT_THAT(*shown.body, Not(HasSubstr(hidden)));
}

TEST_F(TheSecretarysHooks, AreMadeByWhoeverHasThePasskeyAndNotByACookie) {
  const Json good = wish();
  Json asked = good;
  asked["statement"]["url"] = "https://elsewhere.example.org/";
  EXPECT_THAT(ask("POST", "/api/hooks", asked), problem("passkey-not-accepted")) << "something else was signed";
  asked = wish({{"person", 1}});
  EXPECT_THAT(ask("POST", "/api/hooks", asked), problem("act-for-yourself"));
  asked["statement"] = good["statement"];
  EXPECT_THAT(ask("POST", "/api/hooks", asked), problem("passkey-not-accepted"));
  asked = signed_for(identity::purpose::token, good["statement"]);
  EXPECT_THAT(ask("POST", "/api/hooks", asked), problem("passkey-not-accepted")) << "signed for another purpose";
  EXPECT_EQ(ask("POST", "/api/hooks", good).status, 200u);
  EXPECT_THAT(ask("POST", "/api/hooks", good), problem("passkey-not-accepted")) << "it was used";
  EXPECT_EQ(list().size(), 1u);
}

TEST_F(TheSecretarysHooks, GoWhereThisHostMayCallAlone) {
  for (const char* url :
       {"", "http://hooks.example.org/", "ftp://hooks.example.org/", "https://user@hooks.example.org/",
        "https://hooks.example.org/#x", "https://hooks.example.org/ x", "https://x.example:25/",
        "https://x\\@y.example/", "http://127.0.0.1/", "file:///etc/passwd", "hooks.example.org"})
    EXPECT_EQ(make({{"url", url}}).status, 400u) << url;
  EXPECT_EQ(make({{"url", "https://x.example/" + std::string(2000, 'x')}}).status, 400u);
  EXPECT_TRUE(list().empty());
}

TEST_F(TheSecretarysHooks, HaveATitleAFormAndKinds) {
  for (const Json& wrong : {Json{{"title", ""}}, Json{{"title", std::string(101, 'x')}}, Json{{"form", "xml"}},
                            Json{{"kinds", Json::array()}}, Json{{"kinds", {"vote-opened", "vote-opened"}}},
                            Json{{"kinds", {"who-came"}}}, Json{{"kinds", {"test"}}}})
    EXPECT_EQ(make(wrong).status, 400u) << wrong;
  EXPECT_TRUE(list().empty());
}

TEST_F(TheSecretarysHooks, AreTenAndNoMore) {
  for (int i = 0; i < 10; ++i) ASSERT_EQ(make().status, 200u);
  EXPECT_THAT(make(), problem("too-many-hooks"));
}

TEST_F(TheSecretarysHooks, AreChangedTestedAndEnded) {
  const std::string id = Json::parse(*make().body)["id"];
  EXPECT_EQ(ask("POST", "/api/hooks/change", {{"id", id}, {"kinds", Json::array()}}).status, 400u);
  ASSERT_EQ(ask("POST", "/api/hooks/change", {{"id", id}, {"kinds", {"group-founded"}}}).status, 200u);
  EXPECT_EQ(list()[0]["kinds"], Json({"group-founded"}));
  ASSERT_EQ(ask("POST", "/api/hooks/test", {{"id", id}}).status, 200u);
  for (int i = 0; i < 500 && list()[0]["tried_at"].is_null(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  EXPECT_EQ(list()[0]["trouble"], "refused");
  EXPECT_EQ(list()[0]["status"], 503);
  ASSERT_EQ(ask("POST", "/api/hooks/resume", {{"id", id}}).status, 200u);
  EXPECT_EQ(list()[0]["trouble"], "none");
  ASSERT_EQ(ask("POST", "/api/hooks/end", {{"id", id}}).status, 200u);
  EXPECT_TRUE(list().empty());
  for (const char* what : {"end", "test", "resume"})
    EXPECT_THAT(ask("POST", std::string{"/api/hooks/"} + what, {{"id", id}}), problem("no-such-hook")) << what;
  EXPECT_THAT(ask("POST", "/api/hooks/secret", renewing(id)), problem("no-such-hook"));
}

TEST_F(TheSecretarysHooks, GetAnotherSecretByThePasskeyAlone) {
  const Json made = Json::parse(*make().body);
  const std::string id = made["id"];
  Json asked = renewing(id);
  asked["statement"]["hook"] = "another";
  EXPECT_THAT(ask("POST", "/api/hooks/secret", asked), problem("passkey-not-accepted"));
  const auto renewed = ask("POST", "/api/hooks/secret", renewing(id));
  ASSERT_EQ(renewed.status, 200u) << *renewed.body;
  EXPECT_NE(Json::parse(*renewed.body)["secret"], made["secret"]);
}

TEST_F(TheSecretarysHooks, AreHeardOfInTheSecurityLog) {
  const std::string id = Json::parse(*make().body)["id"];
  ASSERT_EQ(ask("POST", "/api/hooks/secret", renewing(id)).status, 200u);
  ASSERT_EQ(ask("POST", "/api/hooks/end", {{"id", id}}).status, 200u);
  const Json events = Json::parse(*ask("GET", "/api/security-events").body)["events"];
  std::vector<std::string> kinds;
  for (const Json& event : events) kinds.push_back(event["kind"]);
  for (const char* kind : {"hook-made", "hook-changed", "hook-ended"}) EXPECT_THAT(kinds, ::testing::Contains(kind));
}

TEST_F(TheSecretarysHooks, TellTheHostsLogNoAddressAndNoSecret) {
  const ccop::testing::HostsLog log;
  const Json made = Json::parse(*make().body);
  ASSERT_EQ(ask("POST", "/api/hooks/test", {{"id", made["id"]}}).status, 200u);
  for (int i = 0; i < 500 && list()[0]["tried_at"].is_null(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  served.site->stop();
  EXPECT_THAT(log.text(), HasSubstr("did not take a message: status 503"));
  for (const std::string& hidden : {made["secret"].get<std::string>(), std::string{"planted"}})
    EXPECT_THAT(log.text(), Not(HasSubstr(hidden)));
}

class HooksOfACommunity : public DemoSite {};

TEST_F(HooksOfACommunity, AreTheSecretarysAlone) {
  const Headers member{{"cookie", cookie_of(PersonId{5})}};
  EXPECT_THAT(ask("GET", "/api/hooks", "", member), problem("only-secretary-keeps-hooks"));
  for (const char* what : {"end", "test", "resume"})
    EXPECT_THAT(ask("POST", std::string{"/api/hooks/"} + what, R"({"id":"x"})", member),
                problem("only-secretary-keeps-hooks"));
  EXPECT_THAT(ask("POST", "/api/hooks/change", R"({"id":"x","kinds":["vote-opened"]})", member),
              problem("only-secretary-keeps-hooks"));
  EXPECT_EQ(ask("GET", "/api/hooks", "").status, 200u);
  const Headers machine{{"cookie", ""}, {"authorization", "Bearer " + token_of(secretary, TokenUse::record)}};
  EXPECT_THAT(ask("GET", "/api/hooks", "", machine), problem("tokens-only-read"));
}

}  // namespace
}  // namespace ccop::server
