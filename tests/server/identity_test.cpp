// Coming in and keeping one's own door: one-time links, passkeys, guests, sign-ins and tokens that end.
#include "identity/signed_message.hpp"
#include "served_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

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
  /// The cookie that an answer sets, as a browser sends it back.
  static std::string cookie_of(const Response& response) {
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") return value.substr(0, value.find(';'));
    return {};
  }

  /// The Secretary asks for something and signs it.
  void take(Command command, std::vector<store::Content> contents = {}) {
    const auto outcome = live().execute(served.secretary.asks(live(), std::move(command), std::move(contents)));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  [[nodiscard]] host::LiveCommunity& live() const { return served.site->live(); }
  static store::Content content(const std::string& text) { return {std::string(16, 's'), text}; }
  /// A new person with a one-time link, and their device.
  ccop::testing::Device invited(const std::string& name) {
    const auto profile = content(Json{{"name", name}, {"email", name + "@Example.org"}}.dump());
    ccop::testing::Device device{name, live().read([](const Community& state) { return people(state).all.next(); })};
    take(RegisterPerson{store::content_hash(profile)}, {profile});
    take(OfferEnrolment{device.person(), device.link_key(), clock_now() + days{1}});
    return device;
  }
  static Json sent(const host::Submission& submission) {
    Json contents = Json::array();
    for (const auto& one : submission.contents)
      contents.push_back({{"salt", to_base64url(bytes_of(one.salt))}, {"text", one.text}});
    return {{"request", encode(submission.request)},
            {"contents", contents},
            {"signature", Json::parse(to_json(*submission.signature))}};
  }
  Response enrol(ccop::testing::Device& device) { return ask("POST", "/api/enrolment", sent(device.enrols(live()))); }
  /// A session of whoever has this passkey.
  Response sign_in(const simulation::SoftwarePasskey& passkey) {
    return ask("POST", "/api/sign-in",
               Json::parse(to_json(served.browser().granted_by(passkey, served.statement(served.challenge())))));
  }
  Json link_of(const ccop::testing::Device& device) { return {{"link_key", to_base64url(device.link_key())}}; }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  std::string cookie;
};

TEST_F(Identity, AOneTimeLinkSaysForWhomItIs) {
  const auto ada = invited("Ada");
  const Json offer = json(ask("POST", "/api/enrolment/look", link_of(ada)));
  EXPECT_EQ(offer["person"], ada.person().value);
  EXPECT_EQ(offer["profile"]["name"], "Ada");
  EXPECT_THAT(ask("POST", "/api/enrolment/look", link_of(ccop::testing::Device{"Eve"})), problem("link-not-valid"));
}

TEST_F(Identity, AOneTimeLinkEnrolsAPasskeyOnceWhichThenSignsIn) {
  auto ada = invited("Ada");
  EXPECT_EQ(sign_in(ada.passkey()).status, 401u);
  const Response enrolled = enrol(ada);
  ASSERT_EQ(enrolled.status, 200u) << *enrolled.body;
  EXPECT_EQ(json(enrolled)["acts"][0]["type"], "passkey-enrolled");
  const Json me = json(ask("GET", "/api/me", {}, cookie_of(sign_in(ada.passkey()))));
  EXPECT_EQ(me["passkeys"][0]["label"], "test");
  EXPECT_EQ(me["has_seat"], false);
  EXPECT_EQ(enrol(ada).status, 404u);
}

TEST_F(Identity, AnActIsBroughtByWhoSignedIt) {
  auto ada = invited("Ada");
  ASSERT_EQ(enrol(ada).status, 200u);
  const auto profile = content(R"({"name":"Ada L."})");
  const auto theirs = sent(ada.asks(live(), CorrectPerson{ada.person(), store::content_hash(profile)}, {profile}));
  EXPECT_THAT(ask("POST", "/api/acts", theirs, cookie), problem("act-for-yourself"));
  EXPECT_EQ(ask("POST", "/api/acts", theirs, cookie_of(sign_in(ada.passkey()))).status, 200u);
}

/// Whoever has the lost device reads no longer in the browser that it signed in.
TEST_F(Identity, ARemovedPasskeyEndsTheSessionsThatItBeganAndNoOther) {
  auto ada = invited("Ada");
  ASSERT_EQ(enrol(ada).status, 200u);
  const std::string lost = cookie_of(sign_in(ada.passkey()));
  const simulation::SoftwarePasskey second{sha256(bytes_of("second")), "localhost", "http://localhost:8080"};
  const auto label = content("second");
  ASSERT_EQ(ask("POST", "/api/acts",
                sent(ada.asks(live(), second.enrolment(ada.person(), store::content_hash(label)), {label})), lost)
                .status,
            200u);
  const std::string kept = cookie_of(sign_in(second));
  ASSERT_EQ(ask("POST", "/api/acts", sent(ada.asks(live(), RemovePasskey{ada.passkey().credential()})), kept).status,
            200u);
  EXPECT_EQ(ask("GET", "/api/me", {}, lost).status, 401u);
  EXPECT_EQ(ask("GET", "/api/me", {}, kept).status, 200u);
}

/// Who takes the request on its way, the host included, has not the link's secret: another passkey is not enrolled.
TEST_F(Identity, ALinkSignsThePasskeyThatItEnrols) {
  auto ada = invited("Ada");
  Json body = sent(ada.enrols(live()));
  host::Submission others = ada.enrols(live());
  const simulation::SoftwarePasskey eves{sha256(bytes_of("Eve")), "localhost", "http://localhost:8080"};
  const auto label = content("test");
  others.request.command = eves.enrolment(ada.person(), store::content_hash(label));
  body["request"] = encode(others.request);
  EXPECT_THAT(ask("POST", "/api/enrolment", body), problem("signature-does-not-hold"));
  body["signature"]["link"]["key"] = to_base64url(ccop::testing::Device{"Eve"}.link_key());
  EXPECT_EQ(ask("POST", "/api/enrolment", body).status, 422u);
  EXPECT_EQ(enrol(ada).status, 200u);
}

TEST_F(Identity, APasskeyWhoseKeyIsNoneIsNotEnrolled) {
  auto ada = invited("Ada");
  host::Submission submission = ada.enrols(live());
  EnrolPasskey asked = *submission.request.command.as<EnrolPasskey>();
  asked.public_key = {1, 2, 3};
  submission.request.command = asked;
  submission.signature =
      simulation::sign_by_link(ada.link(), submission.request, ccop::testing::Device::log_of(live()));
  EXPECT_THAT(ask("POST", "/api/enrolment", sent(submission)), problem("passkey-is-no-key"));
  EXPECT_THAT(live().execute(std::move(submission)), community::testing::refused_for("passkey-is-no-key"));
}

TEST_F(Identity, ARecoveryIsAskedForWithoutTellingWhoIsKnownAndBesideTheRecord) {
  auto ada = invited("Ada");
  ASSERT_EQ(enrol(ada).status, 200u);
  const std::uint64_t size = live().size();
  const auto recovery = [&](const std::string& email, const std::string& link) {
    Json body = link_of(ccop::testing::Device{link});
    body["email"] = email;
    return ask("POST", "/api/recovery", body);
  };
  EXPECT_EQ(*recovery("nobody@example.org", "x").body, *recovery("ADA@example.ORG", "new link").body);
  EXPECT_EQ(live().size(), size);
  // Asked again at once, it is the first link that the committee sees.
  EXPECT_EQ(recovery("ada@example.org", "impostor's").status, 200u);
  const Json desk = json(ask("GET", "/api/desk", {}, cookie));
  for (const Json& task : desk["tasks"])
    if (task["kind"] == "confirm-recovery") {
      EXPECT_EQ(task["about"]["link_key"], link_of(ccop::testing::Device{"new link"})["link_key"]);
      EXPECT_EQ(task["about"]["person"], ada.person().value);
      return;
    }
  FAIL() << "the Secretary sees no request: " << desk;
}

/// Whoever still has a device hears of what a stranger says at the door, before anybody confirms it.
TEST_F(Identity, WhoeverIsSignedInSeesThatSomebodyAsksInTheirName) {
  const auto profile = content(R"({"name":"Sam","email":"sam@example.org"})");
  take(CorrectPerson{{0}, store::content_hash(profile)}, {profile});
  EXPECT_TRUE(json(ask("GET", "/api/desk", {}, cookie))["recovery_asked"].is_null());
  Json body = link_of(ccop::testing::Device{"a stranger's link"});
  body["email"] = "sam@example.org";
  ask("POST", "/api/recovery", body);
  EXPECT_TRUE(json(ask("GET", "/api/desk", {}, cookie))["recovery_asked"].is_string());
}

/// A browser's key signs what needs no passkey, and stands in the record from its first act on.
TEST_F(Identity, ASessionKeySignsActsAndEntersTheRecordWithTheFirst) {
  const std::uint64_t size = live().size();
  const auto profile = content(R"({"name":"Bo"})");
  const auto register_bo = [&] {
    host::Submission submission;
    submission.request = served.secretary.request(live(), RegisterPerson{store::content_hash(profile)});
    submission.signature = served.browser().sign(submission.request);
    submission.contents = {profile};
    return ask("POST", "/api/acts", sent(submission), cookie);
  };
  EXPECT_EQ(live().size(), size) << "a mere sign-in leaves no public trace";
  EXPECT_EQ(json(register_bo())["acts"][0]["type"], "session-key-begun");
  EXPECT_EQ(json(register_bo())["acts"][0]["type"], "person-registered");
  const Json me = json(ask("GET", "/api/me", {}, cookie));
  EXPECT_EQ(me["sign_ins"][0]["key"], to_base64url(served.browser().key()));
}

/// People are found by their address when they lost their passkeys: whose else it were, would be let in.
TEST_F(Identity, AnEmailAddressBelongsToOnePerson) {
  auto ada = invited("Ada");
  const auto asked = [&](const Command& command, const store::Content& profile) {
    host::Submission submission;
    submission.request = served.secretary.request(live(), command);
    submission.signature = served.browser().sign(submission.request);
    submission.contents = {profile};
    return ask("POST", "/api/acts", sent(submission), cookie);
  };
  const auto same = content(R"({"name":"Bo","email":"ADA@example.org"})");
  const std::uint64_t size = live().size();
  const auto refused = asked(RegisterPerson{store::content_hash(same)}, same);
  EXPECT_EQ(refused.status, 409u);
  EXPECT_THAT(refused, problem("email-is-taken"));
  EXPECT_EQ(json(refused)["field"], "email");
  EXPECT_THAT(asked(CorrectPerson{{0}, store::content_hash(same)}, same), problem("email-is-taken"));
  EXPECT_EQ(live().size(), size);
  // One's own address may be written anew, and nobody needs one.
  const auto renamed = content(R"({"name":"Ada L.","email":"ada@Example.org"})");
  EXPECT_EQ(asked(CorrectPerson{ada.person(), store::content_hash(renamed)}, renamed).status, 200u);
  const auto none = content(R"({"name":"Bo"})");
  EXPECT_EQ(asked(RegisterPerson{store::content_hash(none)}, none).status, 200u);
}

TEST_F(Identity, ASessionKeyOfAnotherSignInSignsNothing) {
  const simulation::SoftwareSession stranger{sha256(bytes_of("stranger")), ccop::testing::Device::log_of(live())};
  const auto profile = content(R"({"name":"Bo"})");
  host::Submission submission;
  submission.request = served.secretary.request(live(), RegisterPerson{store::content_hash(profile)});
  submission.signature = stranger.sign(submission.request);
  submission.contents = {profile};
  EXPECT_THAT(ask("POST", "/api/acts", sent(submission), cookie), problem("signature-does-not-hold"));
}

/// Whoever was shown another record says so at the door already.
TEST_F(Identity, ASignInNamesAHeadThatTheLogHad) {
  const auto enter = [&](const std::function<void(SessionStatement&)>& change) {
    auto statement = served.statement(served.challenge());
    change(statement);
    return ask("POST", "/api/sign-in",
               Json::parse(to_json(served.browser().granted_by(served.secretary.passkey(), statement))))
        .status;
  };
  EXPECT_EQ(enter([](SessionStatement&) {}), 200u);
  EXPECT_EQ(enter([](SessionStatement& said) { said.head.root[0] ^= 1; }), 401u);
  EXPECT_EQ(enter([](SessionStatement& said) { ++said.head.size; }), 401u);
  EXPECT_EQ(enter([](SessionStatement& said) { said.end = clock_now() + days{8}; }), 401u);
  EXPECT_EQ(enter([](SessionStatement& said) { said.end = clock_now() - minutes{1}; }), 401u);
  EXPECT_EQ(enter([](SessionStatement& said) { said.nonce = sha256(bytes_of("made up")); }), 401u);
  EXPECT_EQ(enter([](SessionStatement& said) { said.public_key = Bytes(32, 0); }), 401u);
}

/// The host answers the sign-in's challenge with an act of its choice; what the page signs is no act.
TEST_F(Identity, ASignInSignsNoAct) {
  auto eve = ccop::testing::Device{"Eve"};
  const auto request = served.secretary.request(live(), OfferEnrolment{{0}, eve.link_key(), clock_now() + days{1}});
  Hash chosen = sha256(bytes_of(encode(request)));
  const auto statement = served.browser().statement(chosen, clock_now() + days{1}, live().head());
  const auto grant = served.browser().granted_by(served.secretary.passkey(), statement);
  const Json body{{"request", encode(request)},
                  {"contents", Json::array()},
                  {"signature", {{"passkey", Json::parse(to_json(*grant.passkey))}}}};
  EXPECT_THAT(ask("POST", "/api/acts", body, cookie), problem("signature-does-not-hold"));
}

TEST_F(Identity, AGuestComesInByAPersonalLinkAndSeesTheirMeetingAlone) {
  const auto words = content(R"({"title":"Talk"})");
  const Time starts = clock_now() + days{60};
  const auto plan =
      PlanMeeting{MeetingKind::ad_hoc, store::content_hash(words), starts, starts + hours{8}, "UTC", 20, 60};
  take(plan, {words});
  take(AddSession{MeetingId{0}, SessionKind::open, store::content_hash(words), starts, starts + hours{1}}, {words});
  const auto profile = content(R"({"name":"Guest"})");
  const identity::LinkKey link{"guest's link"};
  take(AdmitGuest{MeetingId{0}, store::content_hash(profile), {SessionId{0}}, link.public_key()}, {profile});
  take(plan, {words});

  const auto enter = [&](const identity::LinkKey& with) {
    const auto statement = served.statement(served.challenge());
    const std::string message = identity::signed_message(identity::purpose::session_key,
                                                         ccop::testing::Device::log_of(live()), encode(statement));
    return ask("POST", "/api/sign-in",
               Json::parse(to_json(SessionGrant{statement, {}, LinkSignature{with.public_key(), with.sign(message)}})));
  };
  EXPECT_EQ(enter(identity::LinkKey{"another link"}).status, 401u);
  const Response entered = enter(link);
  ASSERT_EQ(entered.status, 200u) << *entered.body;
  EXPECT_EQ(json(entered)["meeting"], 0);
  const std::string as_guest = cookie_of(entered);
  EXPECT_EQ(json(ask("GET", "/api/meetings", {}, as_guest))["meetings"].size(), 1u);
  EXPECT_EQ(json(ask("GET", "/api/meetings/0", {}, as_guest))["sessions"].size(), 1u);
  EXPECT_EQ(ask("GET", "/api/meetings/1", {}, as_guest).status, 404u);
  const Response refused = ask("GET", "/api/people", {}, as_guest);
  EXPECT_EQ(refused.status, 403u);
  EXPECT_THAT(refused, problem("only-seats-read-this"));
  EXPECT_NE(json(refused)["clause"]["number"], "");
}

TEST_F(Identity, OnesOwnSignInsAndTokensEndWhenOneSays) {
  const std::string other = served.sign_in();
  EXPECT_EQ(ask("POST", "/api/me/tokens", served.token_request({{"label", "SIEM"}}), cookie).status, 200u);
  const Json me = json(ask("GET", "/api/me", {}, cookie));
  ASSERT_EQ(me["sign_ins"].size(), 2u);
  ASSERT_EQ(me["tokens"].size(), 1u);
  for (const auto& one : me["sign_ins"])
    if (!one["current"].get<bool>()) {
      const Json ending = served.ending_request(one["id"]);
      EXPECT_EQ(ask("POST", "/api/me/sign-ins/end", ending, cookie).status, 200u);
    }
  EXPECT_EQ(ask("GET", "/api/me", {}, other.substr(0, other.find(';'))).status, 401u);
  const Json token = me["tokens"][0]["id"];
  EXPECT_EQ(ask("POST", "/api/me/tokens/end", served.ending_request(token), cookie).status, 200u);
  EXPECT_THAT(ask("POST", "/api/me/tokens/end", served.ending_request(token), cookie),
              problem("nothing-such-of-yours"));
  EXPECT_TRUE(json(ask("GET", "/api/me", {}, cookie))["tokens"].empty());
}

TEST_F(Identity, PreparingSaysWhatThePageNeedsToSignAndNoMore) {
  const Json command{{"command", {{"type", "resign-co-chair"}}}};
  EXPECT_EQ(ask("POST", "/api/acts/prepare", command, cookie).status, 422u);
  const Json allowed{{"command", {{"type", "register-person"}, {"profile", to_base64url(Hash{})}}}};
  const Json prepared = json(ask("POST", "/api/acts/prepare", allowed, cookie));
  EXPECT_EQ(prepared["formal"], false);
  EXPECT_EQ(prepared["credentials"], Json{to_base64url(served.secretary.passkey().credential())});
  EXPECT_EQ(prepared["after"],
            to_rfc3339(live().read([](const Community& state) { return people(state).all[{0}].last_signed_at; })));
}

/// By one that is there, as the rules demand it: the key of a sign-in is not enough.
TEST_F(Identity, AFurtherPasskeyOfOnesOwnIsSignedForByAPasskey) {
  const store::Content label{std::string(16, 's'), "Phone"};
  const ccop::testing::Device phone{"phone"};
  const EnrolPasskey enrolling = phone.passkey().enrolment({0}, store::content_hash(label));
  const auto request = served.secretary.asks(live(), enrolling, {label}).request;
  const Json command{{"command", Json::parse(encode(request))["command"]}};
  EXPECT_EQ(json(ask("POST", "/api/acts/prepare", command, cookie))["formal"], true);
}

}  // namespace
}  // namespace ccop::server
