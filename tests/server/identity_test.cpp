// Coming in and keeping one's own door: one-time links, passkeys, guests, sign-ins and tokens that end.
#include "served_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

constexpr const char* origin = "http://localhost:8080";

/// What a browser sends of a new passkey (WebAuthn Level 3, section 5.2.1): its key in COSE, EdDSA on Ed25519.
Json registration_of(const simulation::SoftwarePasskey& passkey, const std::string& challenge) {
  const Hash party = sha256(bytes_of("localhost"));
  Bytes data{party.begin(), party.end()};
  data.push_back(0x45);  // present, verified, with a credential
  data.insert(data.end(), 4 + 16, 0);
  data.push_back(0);
  data.push_back(static_cast<std::uint8_t>(passkey.credential().size()));
  data.insert(data.end(), passkey.credential().begin(), passkey.credential().end());
  constexpr std::array<std::uint8_t, 10> cose{0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20};
  data.insert(data.end(), cose.begin(), cose.end());
  data.insert(data.end(), passkey.public_key().begin(), passkey.public_key().end());
  const std::string client =
      R"({"type":"webauthn.create","challenge":")" + challenge + R"(","origin":")" + origin + R"("})";
  return {{"authenticator_data", to_base64url(data)}, {"client_data", to_base64url(bytes_of(client))}};
}

class Identity : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string set_cookie = served.sign_in();
    cookie = set_cookie.substr(0, set_cookie.find(';'));
  }
  Response ask(const std::string& method, const std::string& path, const Json& body = Json::object(),
               const std::string& as = "") {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, method == "POST" ? body.dump() : "", {{"cookie", as}});
  }
  static Json json(const Response& response) { return Json::parse(*response.body); }
  std::string challenge() { return json(ask("POST", "/api/challenge"))["challenge"]; }
  /// The cookie that an answer sets, as a browser sends it back.
  static std::string cookie_of(const Response& response) {
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") return value.substr(0, value.find(';'));
    return {};
  }

  /// The Secretary asks for something and signs it.
  void take(Command command, std::vector<store::Content> contents = {}) {
    host::Submission submission;
    // Each signed request is later than the one before, even within a millisecond.
    signed_at = std::max(clock_now(), signed_at + std::chrono::milliseconds{1});
    submission.request = {"harbour", PersonId{0}, signed_at, std::move(command)};
    submission.signature = served.passkey.sign(submission.request);
    submission.contents = std::move(contents);
    const auto outcome = served.site->live().execute(std::move(submission));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  Time signed_at{};
  static store::Content content(const std::string& text) { return {std::string(16, 's'), text}; }
  /// A new person, with a one-time link whose secret is `token`.
  PersonId invited(const std::string& name, const std::string& token) {
    const auto profile = content(Json{{"name", name}, {"email", name + "@Example.org"}}.dump());
    const PersonId id = served.site->live().read([](const Community& state) { return people(state).all.next(); });
    take(RegisterPerson{store::content_hash(profile)}, {profile});
    take(OfferEnrolment{id, sha256(bytes_of(token)), clock_now() + days{1}});
    return id;
  }
  Response enrol(const std::string& token, const simulation::SoftwarePasskey& passkey) {
    const std::string asked = challenge();
    return ask(
        "POST", "/api/enrolment",
        {{"token", token}, {"challenge", asked}, {"registration", registration_of(passkey, asked)}, {"label", "key"}});
  }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  std::string cookie;
  const simulation::SoftwarePasskey adas{sha256(bytes_of("Ada's passkey")), "localhost", origin};
};

TEST_F(Identity, AOneTimeLinkSaysForWhomItIs) {
  const PersonId ada = invited("Ada", "link of Ada");
  const Json offer = json(ask("POST", "/api/enrolment/look", {{"token", "link of Ada"}}));
  EXPECT_EQ(offer["person"], ada.value);
  EXPECT_EQ(offer["profile"]["name"], "Ada");
  EXPECT_EQ(ask("POST", "/api/enrolment/look", {{"token", "another"}}).status, 404u);
}

TEST_F(Identity, AOneTimeLinkEnrolsAPasskeyOnceAndSignsIn) {
  invited("Ada", "link of Ada");
  const Response enrolled = enrol("link of Ada", adas);
  ASSERT_EQ(enrolled.status, 200u) << *enrolled.body;
  EXPECT_EQ(json(enrolled)["acts"][0]["type"], "passkey-enrolled");
  const Json me = json(ask("GET", "/api/me", {}, cookie_of(enrolled)));
  EXPECT_EQ(me["passkeys"][0]["label"], "key");
  EXPECT_EQ(me["has_seat"], false);
  EXPECT_EQ(enrol("link of Ada", adas).status, 404u);
}

TEST_F(Identity, ARegistrationAnswersAChallengeThatWasGivenOutHere) {
  invited("Ada", "link of Ada");
  const std::string made_up = to_base64url(sha256(bytes_of("made up")));
  const Json body{{"token", "link of Ada"},
                  {"challenge", made_up},
                  {"registration", registration_of(adas, made_up)},
                  {"label", "key"}};
  EXPECT_EQ(json(ask("POST", "/api/enrolment", body))["key"], "passkey-not-accepted");
}

TEST_F(Identity, AFurtherPasskeyIsReadForWhoeverIsSignedIn) {
  const std::string asked = challenge();
  const Json body{{"challenge", asked}, {"registration", registration_of(adas, asked)}};
  const Json read = json(ask("POST", "/api/passkeys/read", body, cookie));
  EXPECT_EQ(read["credential"], to_base64url(adas.credential()));
  EXPECT_EQ(read["algorithm"], -8);
  EXPECT_EQ(read["public_key"], to_base64url(adas.public_key()));
  EXPECT_EQ(read["relying_party"], "localhost");
  EXPECT_EQ(ask("POST", "/api/passkeys/read", body, cookie).status, 401u);  // the challenge is used up
}

TEST_F(Identity, ARecoveryIsAskedForWithoutTellingWhoIsKnown) {
  const PersonId ada = invited("Ada", "link of Ada");
  ASSERT_EQ(enrol("link of Ada", adas).status, 200u);
  const auto recovery = [&](const std::string& email) {
    return ask("POST", "/api/recovery", {{"email", email}, {"token_hash", to_base64url(sha256(bytes_of("new")))}});
  };
  EXPECT_EQ(*recovery("nobody@example.org").body, *recovery("ADA@example.ORG").body);
  served.site->stop();  // what was asked for stands in the record by then
  served.site->live().read([&](const Community& state) {
    EXPECT_TRUE(people(state).all[ada].recovery);
    EXPECT_FALSE(people(state).all[{0}].recovery);
  });
}

TEST_F(Identity, AGuestComesInByAPersonalLinkAndSeesTheirMeetingAlone) {
  const auto words = content(R"({"title":"Talk"})");
  const Time starts = clock_now() + days{60};
  const auto plan =
      PlanMeeting{MeetingKind::ad_hoc, store::content_hash(words), starts, starts + hours{8}, "UTC", 20, 60};
  take(plan, {words});
  take(AddSession{MeetingId{0}, SessionKind::open, store::content_hash(words), starts, starts + hours{1}}, {words});
  const auto profile = content(R"({"name":"Guest"})");
  take(AdmitGuest{MeetingId{0}, store::content_hash(profile), {SessionId{0}}, sha256(bytes_of("guest's link"))},
       {profile});
  take(plan, {words});

  EXPECT_EQ(ask("POST", "/api/guest", {{"token", "another link"}}).status, 404u);
  const Response entered = ask("POST", "/api/guest", {{"token", "guest's link"}});
  ASSERT_EQ(entered.status, 200u) << *entered.body;
  EXPECT_EQ(json(entered)["meeting"], 0);
  const std::string as_guest = cookie_of(entered);
  EXPECT_EQ(json(ask("GET", "/api/meetings", {}, as_guest))["meetings"].size(), 1u);
  EXPECT_EQ(json(ask("GET", "/api/meetings/0", {}, as_guest))["sessions"].size(), 1u);
  EXPECT_EQ(ask("GET", "/api/meetings/1", {}, as_guest).status, 404u);
  const Response refused = ask("GET", "/api/people", {}, as_guest);
  EXPECT_EQ(refused.status, 403u);
  EXPECT_EQ(json(refused)["key"], "only-seats-read-this");
  EXPECT_NE(json(refused)["clause"]["number"], "");
}

TEST_F(Identity, OnesOwnSignInsAndTokensEndWhenOneSays) {
  const std::string other = served.sign_in();
  const Json token = json(ask("POST", "/api/me/tokens", {{"label", "SIEM"}}, cookie));
  const Json me = json(ask("GET", "/api/me", {}, cookie));
  ASSERT_EQ(me["sessions"].size(), 2u);
  ASSERT_EQ(me["tokens"].size(), 1u);
  for (const auto& session : me["sessions"])
    if (!session["current"].get<bool>()) {
      EXPECT_EQ(ask("POST", "/api/me/sessions/end", {{"id", session["id"]}}, cookie).status, 200u);
    }
  EXPECT_EQ(ask("GET", "/api/me", {}, other.substr(0, other.find(';'))).status, 401u);
  const Json ending{{"id", me["tokens"][0]["id"]}};
  EXPECT_EQ(ask("POST", "/api/me/tokens/end", ending, cookie).status, 200u);
  EXPECT_EQ(ask("POST", "/api/me/tokens/end", ending, cookie).status, 404u);
  EXPECT_TRUE(json(ask("GET", "/api/me", {}, cookie))["tokens"].empty());
}

TEST_F(Identity, PreparingSaysWhatThePageNeedsToSignAndNoMore) {
  const Json command{{"command", {{"type", "resign-co-chair"}}}};
  EXPECT_EQ(ask("POST", "/api/acts/prepare", command, cookie).status, 422u);
  const Json allowed{{"command", {{"type", "register-person"}, {"profile", to_base64url(Hash{})}}}};
  const Json prepared = json(ask("POST", "/api/acts/prepare", allowed, cookie));
  EXPECT_EQ(prepared, (Json{{"formal", false}, {"credentials", {to_base64url(served.passkey.credential())}}}));
}

}  // namespace
}  // namespace ccop::server
