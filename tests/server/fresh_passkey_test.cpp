// What the key of a sign-in alone does not do: whoever sits down at a browser that stands open has no passkey.
#include "identity/signed_message.hpp"
#include "served_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

class AFreshPasskey : public ::testing::Test {
 protected:
  Response ask(const std::string& method, const std::string& path, const Json& body, const std::string& as) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, method == "POST" ? body.dump() : "", {{"cookie", as}});
  }
  static Json json(const Response& response) { return Json::parse(*response.body); }
  [[nodiscard]] host::LiveCommunity& live() const { return served.site->live(); }
  static store::Content content(const std::string& text) { return {std::string(16, 's'), text}; }
  static std::string cookie_in(const std::string& set_cookie) { return set_cookie.substr(0, set_cookie.find(';')); }
  static std::string cookie_of(const Response& response) {
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") return cookie_in(value);
    return {};
  }
  static Json sent(const host::Submission& submission) {
    Json contents = Json::array();
    for (const auto& one : submission.contents)
      contents.push_back({{"salt", to_base64url(bytes_of(one.salt))}, {"text", one.text}});
    return {{"request", encode(submission.request)},
            {"contents", contents},
            {"signature", Json::parse(to_json(*submission.signature))}};
  }
  /// The Secretary asks for something, which the key of a sign-in signs.
  Response by_session(const simulation::SoftwareSession& session, Command command, std::vector<store::Content> contents,
                      const std::string& as) {
    host::Submission submission;
    submission.request = served.secretary.request(live(), std::move(command));
    submission.signature = session.sign(submission.request);
    submission.contents = std::move(contents);
    return ask("POST", "/api/acts", sent(submission), as);
  }
  /// The id of the Secretary's other sign-in.
  Json other_sign_in() {
    Json found;
    const Json me = json(ask("GET", "/api/me", {}, cookie));
    for (const Json& one : me["sign_ins"])
      if (!one["current"].get<bool>()) found = one["id"];
    return found;
  }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  std::string cookie = cookie_in(served.sign_in());
};

/// Whoever only got hold of a cookie doesn't shut its owner out.
TEST_F(AFreshPasskey, EndsAnotherSignInOrAToken) {
  const std::string other = served.sign_in();
  const Response made = ask("POST", "/api/me/tokens", served.token_request({{"label", "SIEM"}}), cookie);
  ASSERT_EQ(made.status, 200u);
  const Json token = json(ask("GET", "/api/me", {}, cookie))["tokens"][0]["id"];
  const auto refused = [&](const std::string& what, const Json& body) {
    EXPECT_THAT(ask("POST", "/api/me/" + what + "/end", body, cookie), problem("passkey-not-accepted")) << body;
  };
  for (const auto& [what, id] : {std::pair<std::string, Json>{"sign-ins", other_sign_in()}, {"tokens", token}}) {
    Json unsigned_one = served.ending_request(id);
    unsigned_one["passkey"]["signature"] = "";
    refused(what, unsigned_one);
    Json of_another = served.ending_request("another");
    of_another["statement"]["id"] = id;
    refused(what, of_another);
    Json for_a_token = served.token_request({});
    for_a_token["statement"] = {{"id", id}, {"nonce", for_a_token["statement"]["nonce"]}, {"person", 0}};
    refused(what, for_a_token);
  }
  const Json used = served.ending_request("nobody's");
  EXPECT_THAT(ask("POST", "/api/me/sign-ins/end", used, cookie), problem("nothing-such-of-yours"));
  refused("sign-ins", used);
  EXPECT_EQ(ask("GET", "/api/me", {}, other.substr(0, other.find(';'))).status, 200u);
  EXPECT_EQ(json(ask("GET", "/api/me", {}, cookie))["tokens"].size(), 1u);
}

/// Neither does the key of a sign-in end another's, as long as that one goes on; its own it ends, at signing out.
TEST_F(AFreshPasskey, EndsTheKeyOfAnotherSignInThatGoesOn) {
  const simulation::SoftwareSession phone{sha256(bytes_of("phone")), ccop::testing::Device::log_of(live())};
  const auto statement =
      phone.statement(served.statement(served.challenge()).nonce, clock_now() + days{1}, live().head());
  const Json grant = Json::parse(to_json(phone.granted_by(served.secretary.passkey(), statement)));
  const Response entered = ask("POST", "/api/sign-in", grant, "");
  ASSERT_EQ(entered.status, 200u) << *entered.body;
  const auto bo = content(R"({"name":"Bo"})");
  ASSERT_EQ(by_session(phone, RegisterPerson{store::content_hash(bo)}, {bo}, cookie_of(entered)).status, 200u);
  const EndSessionKey ending{phone.key()};
  const auto prepared = [&](const std::string& as) {
    const Json command{{"type", "end-session-key"}, {"key", to_base64url(phone.key())}};
    return json(ask("POST", "/api/acts/prepare", {{"command", command}}, as))["formal"];
  };
  EXPECT_EQ(prepared(cookie), true);
  EXPECT_EQ(prepared(cookie_of(entered)), false);
  EXPECT_THAT(by_session(served.browser(), ending, {}, cookie), problem("signature-needed"));
  EXPECT_EQ(ask("POST", "/api/me/sign-ins/end", served.ending_request(other_sign_in()), cookie).status, 200u);
  EXPECT_EQ(prepared(cookie), false);
  EXPECT_EQ(by_session(served.browser(), ending, {}, cookie).status, 200u);
}

/// A recovery finds its person by the address: who changed it from a browser that stood open could come in for good.
TEST_F(AFreshPasskey, SignsForAnotherEmailAddress) {
  const auto known = content(R"({"name":"Ada","email":"Ada@Example.org"})");
  const PersonId ada{live().read([](const Community& state) { return people(state).all.next(); })};
  ASSERT_EQ(by_session(served.browser(), RegisterPerson{store::content_hash(known)}, {known}, cookie).status, 200u);
  const auto corrected = [&](PersonId person, const std::string& name, const std::string& email) {
    const auto profile = content(Json{{"name", name}, {"email", email}}.dump());
    return by_session(served.browser(), CorrectPerson{person, store::content_hash(profile)}, {profile}, cookie);
  };
  EXPECT_THAT(corrected({0}, "Sam", "eve@example.com"), problem("signature-needed"));
  EXPECT_THAT(corrected(ada, "Ada", "eve@example.com"), problem("signature-needed"));
  EXPECT_THAT(corrected(ada, "Ada", ""), problem("signature-needed"));
  EXPECT_EQ(corrected(ada, "Ada L.", "ADA@example.org").status, 200u);
  const auto moved = content(R"({"name":"Ada L.","email":"ada@example.com"})");
  const auto by_passkey = served.secretary.asks(live(), CorrectPerson{ada, store::content_hash(moved)}, {moved});
  EXPECT_EQ(ask("POST", "/api/acts", sent(by_passkey), cookie).status, 200u);
}

}  // namespace
}  // namespace ccop::server
