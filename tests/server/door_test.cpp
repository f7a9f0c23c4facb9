// The door, with somebody before it who wants others kept out, or wants to know who lives there.
#include "server/identity/challenges.hpp"
#include "server/served_site.hpp"

namespace ccop::server {
namespace {

using Json = ServedSite::Json;

class TheDoor : public ::testing::Test {
 protected:
  Response ask(const std::string& method, const std::string& path, const Json& body = Json::object(),
               const std::string& cookie = "") {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, method == "POST" ? body.dump() : "", {{"cookie", cookie}});
  }
  /// What somebody without the passkey sends.
  Json a_wrong_try() const {
    const ccop::testing::Device stranger{"stranger"};
    const auto grant = served.browser().granted_by(stranger.passkey(), served.statement(served.challenge()));
    return Json::parse(to_json(grant));
  }
  static std::string kept(const std::string& set_cookie) { return set_cookie.substr(0, set_cookie.find(';')); }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
};

TEST_F(TheDoor, OpensToTheRightPasskeyHoweverOftenAStrangerTriedBefore) {
  Response last;
  for (int i = 0; i < 40; ++i) last = ask("POST", "/api/sign-in", a_wrong_try());
  EXPECT_THAT(last, problem("too-many-tries"));
  EXPECT_NE(served.sign_in(), "") << "from the same address";
}

TEST_F(TheDoor, TakesEachSignInOnce) {
  const auto grant = served.browser().granted_by(served.secretary.passkey(), served.statement(served.challenge()));
  EXPECT_EQ(ask("POST", "/api/sign-in", Json::parse(to_json(grant))).status, 200u);
  EXPECT_THAT(ask("POST", "/api/sign-in", Json::parse(to_json(grant))), problem("passkey-not-accepted"));
}

/// Whoever takes over a browser's cookie before its person signs in has nothing afterwards.
TEST_F(TheDoor, EndsTheSessionThatABrowserHadBefore) {
  const std::string before = kept(served.sign_in());
  const auto grant = served.browser().granted_by(served.secretary.passkey(), served.statement(served.challenge()));
  EXPECT_EQ(ask("POST", "/api/sign-in", Json::parse(to_json(grant)), before).status, 200u);
  EXPECT_EQ(ask("GET", "/api/me", {}, before).status, 401u);
}

TEST_F(TheDoor, AnswersWhoeverLostTheirPasskeysAlikeWhetherTheyAreKnownOrNot) {
  const std::uint64_t before = served.site->live().size();
  const auto answer = [&](const std::string& email) {
    return ask("POST", "/api/recovery", {{"email", email}, {"link_key", to_base64url(Hash{})}});
  };
  const Response known = answer("sec@example.org");
  const Response unknown = answer("nobody@example.org");
  EXPECT_EQ(known.status, unknown.status);
  EXPECT_EQ(*known.body, *unknown.body);
  EXPECT_EQ(known.headers, unknown.headers);
  EXPECT_EQ(served.site->live().size(), before) << "the record's head is public";
}

/// Takes one event and tells whether the stream goes on.
bool goes_on(EventSource& events) {
  static_cast<void>(events.take());
  return !events.is_over();
}

TEST_F(TheDoor, EndsTheLiveEventsOfWhoeverSignsOut) {
  const std::string cookie = kept(served.sign_in());
  const Response stream = ask("GET", "/api/events", {}, cookie);
  ASSERT_TRUE(stream.events);
  int woken = 0;
  stream.events->start([&] { ++woken; });
  EXPECT_TRUE(goes_on(*stream.events));
  EXPECT_EQ(ask("POST", "/api/sign-out", {}, cookie).status, 200u);
  EXPECT_EQ(woken, 1) << "it looks at once, not at the next event";
  EXPECT_FALSE(goes_on(*stream.events));
}

TEST_F(TheDoor, LetsOnePersonListenSoOftenAndNoMore) {
  const std::string cookie = kept(served.sign_in());
  std::vector<Response> held;
  for (int i = 0; i < 48; ++i) {
    held.push_back(ask("GET", "/api/events", {}, cookie));
    ASSERT_TRUE(held.back().events) << i;
  }
  EXPECT_THAT(ask("GET", "/api/events", {}, cookie), problem("too-many-streams"));
  held.pop_back();
  EXPECT_TRUE(ask("GET", "/api/events", {}, cookie).events);
}

TEST(AChallenge, CountsOnceForFiveMinutesAndOnlyWhereItWasMade) {
  Challenges challenges;
  const Time now = clock_now();
  const Hash made = challenges.make(now);
  EXPECT_TRUE(challenges.is_fresh(made, now + minutes{5}));
  EXPECT_FALSE(challenges.is_fresh(made, now + minutes{5} + std::chrono::milliseconds{1}));
  for (std::size_t i = 0; i < made.size(); ++i) {
    Hash bent = made;
    bent[i] ^= 1;
    EXPECT_FALSE(challenges.is_fresh(bent, now)) << i;
  }
  EXPECT_FALSE(Challenges{}.is_fresh(made, now)) << "another host's";
  EXPECT_FALSE(challenges.is_fresh(ByteView{made}.first(31), now));
  EXPECT_TRUE(challenges.use(made, now));
  EXPECT_FALSE(challenges.is_fresh(made, now));
  EXPECT_FALSE(challenges.use(made, now));
  EXPECT_NE(challenges.make(now), challenges.make(now));
}

}  // namespace
}  // namespace ccop::server
