// Tokens for machines: whoever holds a cookie alone makes none, each does what it says and nothing else, and none
// outlives its holder's seat.
#include "identity/signed_message.hpp"
#include "server/demo_site.hpp"
#include "server/identity/door.hpp"
#include "server/kernel/erased_people.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;

class AToken : public ::testing::Test {
 protected:
  Response ask(const std::string& method, const std::string& path, const Json& body, const Headers& headers) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, method == "POST" ? body.dump() : "", headers);
  }
  Response make(const Json& body) { return ask("POST", "/api/me/tokens", body, {{"cookie", cookie}}); }
  Response get(const std::string& path, const std::string& token) {
    return ask("GET", path, {}, {{"authorization", "Bearer " + token}});
  }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  const std::string set_cookie = served.sign_in();
  const std::string cookie = set_cookie.substr(0, set_cookie.find(';'));
};

TEST_F(AToken, IsMadeByWhoeverHasThePasskeyAndNotByACookie) {
  Json asked = served.token_request({});
  const Json good = asked;
  asked["statement"]["days"] = 366;
  EXPECT_THAT(make(asked), problem("passkey-not-accepted")) << "something else was signed";
  asked = good;
  asked["statement"]["nonce"] = served.challenge();
  EXPECT_THAT(make(asked), problem("passkey-not-accepted")) << "signed for another time";
  asked = good;
  asked["passkey"]["signature"] = to_base64url(Bytes(64));
  EXPECT_THAT(make(asked), problem("passkey-not-accepted"));
  EXPECT_EQ(make(good).status, 200u);
  EXPECT_THAT(make(good), problem("passkey-not-accepted")) << "it was used";
}

/// What is signed for one purpose counts for no other.
TEST_F(AToken, IsNotMadeByWhatWasSignedForASignIn) {
  Json asked = served.token_request({});
  const auto grant = served.browser().granted_by(served.secretary.passkey(), served.statement(served.challenge()));
  asked["passkey"] = Json::parse(to_json(*grant.passkey));
  asked["statement"]["nonce"] = to_base64url(grant.statement.nonce);
  EXPECT_THAT(make(asked), problem("passkey-not-accepted"));
}

TEST_F(AToken, IsForOneself) {
  EXPECT_THAT(make(served.token_request({{"person", 1}})), problem("act-for-yourself"));
}

TEST_F(AToken, HasALabelSoManyDaysAndAMarking) {
  for (const Json& wrong : {Json{{"label", ""}}, Json{{"label", std::string(101, 'x')}}, Json{{"days", 0}},
                            Json{{"days", 367}}, Json{{"ceiling", "purple"}}})
    EXPECT_EQ(make(served.token_request(wrong)).status, 400u) << wrong;
}

TEST_F(AToken, IsOneOfTwentyAndNoMore) {
  for (int i = 0; i < 20; ++i) ASSERT_EQ(make(served.token_request({})).status, 200u);
  EXPECT_THAT(make(served.token_request({})), problem("too-many-tokens"));
}

TEST_F(AToken, ReadsTheExchangeOrTheRecordAndNeverBoth) {
  const std::string exchange = served.make_token({{"use", "read"}});
  const std::string sharing = served.make_token({{"use", "share"}});
  const std::string record = served.make_token({{"use", "record"}});
  for (const std::string& one : {exchange, sharing}) {
    EXPECT_EQ(get("/api/exchange/matrix", one).status, 200u);
    EXPECT_EQ(get("/taxii2/", one).status, 200u);
    for (const auto* path : {"/api/people", "/api/record", "/api/motions", "/api/desk", "/api/events", "/api/record/0",
                             "/log/tile/entries/000.p/1"})
      EXPECT_THAT(get(path, one), problem("token-is-for-another-use")) << path;
  }
  for (const auto* path : {"/api/people", "/api/record", "/log/tile/entries/000.p/1"})
    EXPECT_EQ(get(path, record).status, 200u) << path;
  EXPECT_THAT(get("/api/exchange/matrix", record), problem("token-is-for-another-use"));
  EXPECT_EQ(get("/taxii2/", record).status, 401u);
}

class ATokenOfASeat : public DemoSite {};

/// Of the seat, not of the person: who comes back in another one makes another token.
TEST_F(ATokenOfASeat, IsGoodAsLongAsTheSeatAndNoLonger) {
  const Time now = site().live().now();
  PersonId member{};
  std::optional<MandateId> seat;
  site().live().read([&](const Community& state) {
    for (std::uint32_t i = 1; i < people && !seat; ++i)
      if (const auto found = membership(state).seat_of({i}, now); found && !is_committee(state, {i}, now)) {
        member = {i};
        seat = found;
      }
  });
  ASSERT_TRUE(seat);
  const auto status = [&](std::optional<MandateId> of) {
    const std::string token =
        site().admission().tokens().begin({member, {}, {}, now + days{90}, "t", TokenUse::record, "", {}, of}, now);
    return ask("GET", "/api/record", "", {{"authorization", "Bearer " + token}, {"cookie", ""}}).status;
  };
  EXPECT_EQ(status(seat), 200u);
  EXPECT_EQ(status(MandateId{seat->value + 1}), 401u) << "a seat that was another's";
  EXPECT_EQ(status({}), 401u) << "an office that the holder does not have";
}

TEST_F(ATokenOfASeat, IsEndedAndSoIsEachSessionWhereTheirPersonIsErased) {
  const PersonId erased{5};
  const PersonId other{6};
  const Time now = site().live().now();
  static_cast<void>(token_of(erased, TokenUse::read));
  static_cast<void>(token_of(other, TokenUse::read));
  end_all_of(erased, site().live().store(), now);
  const SignIns tokens{site().live().store(), token_kind(), now};
  EXPECT_TRUE(tokens.of(erased, now).empty());
  EXPECT_EQ(tokens.of(other, now).size(), 1u);
  const SignIns sessions{site().live().store(), {"session/", hours{8}, hours{24}}, now};
  EXPECT_TRUE(sessions.of(erased, now).empty());
  EXPECT_EQ(sessions.of(other, now).size(), 1u);
}

class ASessionOfASeat : public DemoSite {
 protected:
  /// What it is answered that began under this seat, and how many of the person's are left.
  std::pair<unsigned, std::size_t> answered(PersonId person, std::optional<MandateId> seat) {
    auto& sign_ins = site().admission().sign_ins();
    const Time now = site().live().now();
    sign_ins.end_all_of(person);
    const std::string secret = sign_ins.begin(SignIn{person, {}, {}, now + hours{1}, "test", {}, {}, {}, seat}, now);
    const auto answer = ask("GET", "/api/motions", "", {{"cookie", "ccop_ccop=" + secret}});
    return {answer.status, sign_ins.of(person, now).size()};
  }
};

TEST_F(ASessionOfASeat, IsOverWhenThatSeatIsItsPersonsNoMore) {
  const Time now = site().live().now();
  const PersonId member{5};
  const auto seat = site().live().read([&](const Community& state) { return membership(state).seat_of(member, now); });
  ASSERT_TRUE(seat);
  EXPECT_EQ(answered(member, seat), std::pair(200u, std::size_t{1}));
  EXPECT_EQ(answered(member, MandateId{seat->value + 1}), std::pair(401u, std::size_t{0}));
  EXPECT_EQ(answered(secretary, MandateId{0}), std::pair(200u, std::size_t{1})) << "who has an office goes on";
}

TEST_F(ASessionOfASeat, RemembersUnderWhichSeatItBegan) {
  const PersonId member{5};
  const Time now = site().live().now();
  community::SessionGrant grant{};
  grant.statement.end = now + hours{1};
  Rooms& rooms = site().rooms();
  EventHub events;
  SecurityLog log{{}};
  Quotas quotas{{}};
  const Served served{slug, options_of_site(), site().live(), site().admission(), events, rooms, log, quotas, {}};
  site().admission().sign_ins().end_all_of(member);
  static_cast<void>(signed_in(served, member, grant, "a browser"));
  const auto begun = site().admission().sign_ins().of(member, now);
  ASSERT_EQ(begun.size(), 1u);
  EXPECT_TRUE(begun.front().second.seat);
}

}  // namespace
}  // namespace ccop::server
