// The API as bad and good callers meet it, without a network: every answer is a clear one.
#include "community/all_sentences.hpp"
#include "community/elections/commands.hpp"
#include "community/scenario.hpp"
#include "server/messages.hpp"
#include "server/sentences.hpp"
#include "server/served_site.hpp"

namespace ccop::server {
namespace {

using Json = nlohmann::json;
using community::testing::charter_text;

class TheApi : public ::testing::Test {
 protected:
  Response ask(const std::string& method, const std::string& path, const std::string& body = "", Headers headers = {}) {
    if (!cookie.empty()) headers.try_emplace("cookie", cookie);
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, body, std::move(headers));
  }
  static Json json(const Response& response) { return Json::parse(*response.body); }
  void sign_in() {
    set_cookie = served.sign_in();
    cookie = set_cookie.substr(0, set_cookie.find(';'));
  }

  testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  const std::unique_ptr<Site>& site = served.site;
  std::string cookie;
  std::string set_cookie;
};

TEST_F(TheApi, ShowsNothingBeforeSigningIn) {
  for (const auto* path :
       {"/api/me", "/api/desk", "/api/organizations", "/api/organizations/1", "/api/people", "/api/bodies",
        "/api/meetings", "/api/meetings/0", "/api/motions", "/api/motions/0", "/api/observers", "/api/charter",
        "/api/record", "/api/record/0", "/api/record/contents", "/api/events", "/log/tile/entries/000.p/1"})
    EXPECT_EQ(ask("GET", path).status, 401u) << path;
  EXPECT_EQ(ask("POST", "/api/acts", "{}").status, 401u);
  EXPECT_EQ(ask("GET", "/log/checkpoint").status, 200u);
  EXPECT_EQ(ask("GET", "/log/tile/0/000.p/2").status, 200u);
}

TEST_F(TheApi, SignsInWithAPasskeyAndACarefulCookie) {
  sign_in();
  EXPECT_NE(set_cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(set_cookie.find("SameSite=Strict"), std::string::npos);
  const auto me = json(ask("GET", "/api/me"));
  EXPECT_EQ(me["roles"][0], "secretary");
  EXPECT_EQ(me["sign_ins"].size(), 1u);
  EXPECT_EQ(ask("POST", "/api/sign-out", "{}").status, 200u);
  EXPECT_EQ(ask("GET", "/api/me").status, 401u);
}

TEST_F(TheApi, TakesAChallengeOnceAndTellsNothingAboutAccounts) {
  const simulation::SoftwarePasskey nobodys{sha256(bytes_of("nobody")), "localhost", "http://localhost:8080"};
  const auto statement = served.statement(served.challenge());
  const auto unknown = ask("POST", "/api/sign-in", to_json(served.browser().granted_by(nobodys, statement)));
  EXPECT_THAT(unknown, problem("passkey-not-accepted"));
  const auto grant = to_json(served.browser().granted_by(served.secretary.passkey(), statement));
  EXPECT_EQ(ask("POST", "/api/sign-in", grant).status, 200u) << "a stranger's try uses nothing up";
  const auto second = ask("POST", "/api/sign-in", grant);
  EXPECT_EQ(unknown.status, 401u);
  EXPECT_EQ(*unknown.body, *second.body);  // the challenge is used up; both failures look the same
}

TEST_F(TheApi, OffersToAdmitAGuestOnlyWhileTheMeetingHasAPlace) {  // clause 4.4
  sign_in();
  const auto take = [&](community::Command command, const store::Content& content) {
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(
        site->live().execute(served.secretary.asks(site->live(), std::move(command), {content}))));
  };
  const auto offers = [&] {
    const Json may = json(ask("GET", "/api/meetings/0"))["may"];
    return std::find(may.begin(), may.end(), "admit-guest") != may.end();
  };
  const store::Content talk{std::string(16, 't'), R"({"title":"Talk"})"};
  const store::Content guest{std::string(16, 'g'), R"({"name":"Gil"})"};
  const Time starts = site->live().now() + days{60};
  take(community::PlanMeeting{community::MeetingKind::ad_hoc, store::content_hash(talk), starts, starts + hours{8},
                              "UTC", 1, 60},
       talk);
  take(community::AddSession{community::MeetingId{0}, community::SessionKind::open, store::content_hash(talk), starts,
                             starts + hours{1}},
       talk);
  EXPECT_TRUE(offers());
  take(community::AdmitGuest{community::MeetingId{0},
                             store::content_hash(guest),
                             {community::SessionId{0}},
                             community::testing::token("link")},
       guest);
  EXPECT_FALSE(offers());
}

TEST_F(TheApi, TellsLiveListenersHowFarTheRecordHasGrown) {
  sign_in();
  const auto response = ask("GET", "/api/events");
  EXPECT_EQ(response.content_type, "text/event-stream");  // a browser's EventSource takes no other
  unsigned woken = 0;
  response.events->start([&] { ++woken; });
  EXPECT_EQ(response.events->take(), "event: record\ndata: {\"size\":2}\n\n");
  EXPECT_EQ(response.events->take(), "");
  const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
  ASSERT_TRUE(std::holds_alternative<host::Receipt>(site->live().execute(
      served.secretary.asks(site->live(), community::RegisterPerson{store::content_hash(profile)}, {profile}))));
  site->stop();  // the listeners are told after the asker is
  EXPECT_EQ(woken, 1u);
  EXPECT_EQ(response.events->take(),
            "event: record\ndata: {\"size\":3,\"changed\":[{\"chapter\":\"people\",\"id\":1}]}\n\n");
}

TEST_F(TheApi, LimitsTries) {
  const std::string wrong = Json{{"link_key", to_base64url(Hash{})}}.dump();
  Response last;
  for (int i = 0; i < 40 && last.status != 429; ++i) last = ask("POST", "/api/enrolment/look", wrong);
  EXPECT_THAT(last, problem("too-many-tries"));
}

TEST_F(TheApi, AnswersBadInputWithTheField) {
  sign_in();
  const auto complaint = [&](const std::string& path, const std::string& body) {
    const auto response = ask("POST", path, body);
    EXPECT_THAT(response, problem("bad-input")) << path << " " << body;
    EXPECT_EQ(response.status, 400u);
    EXPECT_EQ(response.content_type, "application/problem+json");
    return json(response)["values"]["path"].get<std::string>();
  };
  EXPECT_EQ(complaint("/api/acts/prepare", "{"), "body");
  EXPECT_EQ(complaint("/api/acts/prepare", "[]"), "body");
  EXPECT_EQ(complaint("/api/acts/prepare", R"({"command":{"type":"rule-the-world"}})"), "command.type");
  EXPECT_EQ(complaint("/api/acts/prepare", R"({"command":{"type":"cast-vote","motion":-1,"choice":0}})"),
            "command.motion");
  EXPECT_EQ(complaint("/api/acts/prepare", R"({"command":{"type":"cast-vote","motion":1,"choice":0,"more":1}})"),
            "command.more");
  EXPECT_EQ(complaint("/api/acts/prepare", "{\"command\":{\"type\":\"\xC3\x28\"}}"), "body");
  EXPECT_EQ(complaint("/api/acts", R"({"request":"{}","contents":[],"signature":{}})"), "request.command");
  EXPECT_EQ(complaint("/api/acts", R"({"request":"[]","contents":[],"signature":{}})"), "request");
  EXPECT_EQ(complaint("/api/acts", R"({"request":"{}","contents":[]})"), "signature");
  EXPECT_EQ(
      complaint(
          "/api/acts",
          R"({"request":"{\"person\":0,\"community\":\"harbour\",\"command\":{\"type\":\"end-absence\"}}","contents":[],"signature":{}})"),
      "request");
  EXPECT_EQ(ask("GET", "/api/record?before=x").status, 400u);
  EXPECT_EQ(ask("GET", "/api/meetings/99999999999999999999").status, 404u);
  EXPECT_THAT(ask("GET", "/api/nothing"), problem("no-such-page"));
  EXPECT_THAT(ask("GET", "/api/acts"), problem("method-not-allowed"));
  EXPECT_THAT(ask("POST", "/api/challenge", "{}", {{"content-type", "text/plain"}}), problem("send-json"));
  for (const auto* tile : {"0/999", "0/000.p/3", "5/000", "x", "../entries/000", "0/x999/x999/999", "63/000"})
    EXPECT_THAT(ask("GET", std::string{"/log/tile/"} + tile), problem("no-such-tile")) << tile;
}

TEST_F(TheApi, RefusesWithTheClause) {
  sign_in();
  const auto response = ask("POST", "/api/acts/prepare", R"({"command":{"type":"resign-co-chair"}})");
  EXPECT_EQ(response.status, 422u);
  EXPECT_EQ(json(response)["clause"]["number"], "H3");
  EXPECT_EQ(json(response)["detail"], "You are not a co-Chair.");
}

TEST_F(TheApi, TakesASignedActOnceAndNoOtherSignature) {
  sign_in();
  const auto people = [&] {
    return site->live().read([](const community::Community& now) { return community::people(now).all.size(); });
  };
  const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
  const Json contents = Json::array({{{"salt", to_base64url(bytes_of(profile.salt))}, {"text", profile.text}}});
  const community::Request request =
      served.secretary.request(site->live(), community::RegisterPerson{store::content_hash(profile)});
  const std::string log = testing::Device::log_of(site->live());
  const simulation::SoftwarePasskey& passkey = served.secretary.passkey();
  const auto body = [&](const community::Signature& signature) {
    return Json{{"request", encode(request)}, {"contents", contents}, {"signature", Json::parse(to_json(signature))}}
        .dump();
  };
  const simulation::SoftwarePasskey stolen{sha256(bytes_of("another")), "localhost", "http://localhost:8080"};
  EXPECT_EQ(ask("POST", "/api/acts", body(stolen.sign(request, log))).status, 422u);
  EXPECT_EQ(people(), 1u);
  EXPECT_EQ(ask("POST", "/api/acts", body(passkey.sign(request, log))).status, 200u);
  EXPECT_THAT(ask("POST", "/api/acts", body(passkey.sign(request, log))), problem("head-is-behind"));
  EXPECT_EQ(people(), 2u);
}

/// What people write is short; a ballot with hundreds of answers is not, and the host checks it.
TEST_F(TheApi, TakesALargeContentOfWhatIsProvedAlone) {
  sign_in();
  const store::Content large{std::string(16, 'p'), std::string(20'001, 'x')};
  const auto answer = [&](const community::Command& command) {
    const community::Request request = served.secretary.request(site->live(), command);
    const auto signature = served.secretary.passkey().sign(request, testing::Device::log_of(site->live()));
    const Json contents = Json::array({{{"salt", to_base64url(bytes_of(large.salt))}, {"text", large.text}}});
    return ask(
        "POST", "/api/acts",
        Json{{"request", encode(request)}, {"contents", contents}, {"signature", Json::parse(to_json(signature))}}
            .dump());
  };
  const ContentHash hash = store::content_hash(large);
  const auto refused = answer(community::RegisterPerson{hash});
  EXPECT_THAT(refused, problem("bad-input"));
  EXPECT_EQ(json(refused)["values"]["path"], "contents.text");
  EXPECT_THAT(answer(community::CastBallot{{0}, "credential", "tracker", hash}), problem("no-such-election"));
}

TEST_F(TheApi, LetsATokenReadAndDoNothing) {
  const std::string token = served.make_token({{"label", "audit"}, {"use", "record"}});
  const Headers bearer{{"authorization", "Bearer " + token}};
  EXPECT_EQ(ask("GET", "/log/tile/entries/000.p/2", "", bearer).status, 200u);
  auto posting = bearer;
  posting["content-type"] = "application/json";
  EXPECT_EQ(ask("POST", "/api/acts/prepare", R"({"command":{"type":"end-absence"}})", posting).status, 403u);
  EXPECT_THAT(ask("POST", "/api/me/tokens", served.token_request({}).dump(), posting), problem("tokens-only-read"));
  EXPECT_THAT(ask("POST", "/api/me/tokens/end", R"({"id":"x"})", posting), problem("tokens-only-read"));
  EXPECT_THAT(ask("POST", "/api/me/sign-ins/end", R"({"id":"x"})", posting), problem("tokens-only-read"));
  EXPECT_THAT(ask("GET", "/api/me", "", bearer), problem("tokens-only-read"));
}

TEST(Messages, HaveASentenceForEveryRefusal) {
  auto sentences = community::testing::all_sentences();
  for (const auto& [folder, all] : sentences)
    for (const auto& brief : all) EXPECT_NE(sentence(brief.key, {}), brief.key) << folder;
}

}  // namespace
}  // namespace ccop::server
