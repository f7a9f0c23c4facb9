// What no request passes by, and what the host alone may ask.
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Signatures, AreAskedOfFormalActsFreshAndOnce) {
  Scenario ccop;
  const PersonId person = ccop.person();
  Asking actor = ccop.signed_by({0});
  actor.signed_by = SignedBy::nobody;
  EXPECT_THAT(ccop.ask_as(actor, RegisterPerson{words("x")}), refused_for("sign-in-first"));
  actor = ccop.by_session({0});
  EXPECT_THAT(ccop.ask_as(actor, AppointSecretary{person, ccop.time}), refused_for("signature-needed"));
  ccop.pass(hours{1});
  actor = ccop.signed_by({0});
  actor.asked_at = ccop.time - minutes{6};
  EXPECT_THAT(ccop.ask_as(actor, AppointSecretary{person, ccop.time}), refused_for("signature-is-stale"));
  actor.asked_at = ccop.time + minutes{6};
  EXPECT_THAT(ccop.ask_as(actor, AppointSecretary{person, ccop.time}), refused_for("signature-is-stale"));
  actor.asked_at = ccop.time;
  EXPECT_THAT(ccop.ask_as(actor, RegisterPerson{words("x")}), led_to<PersonRegistered>());
  EXPECT_THAT(ccop.ask_as(actor, RegisterPerson{words("x")}), refused_for("signature-was-used"));
}

TEST(TheClock, NeverRunsBackwards) {
  Scenario ccop;
  Asking actor = ccop.signed_by({0});
  actor.at = ccop.now.last_at - std::chrono::milliseconds{1};
  EXPECT_THAT(ccop.ask_as(actor, RegisterPerson{words("x")}), refused_for("clock-runs-backwards"));
}

TEST(Founding, HappensOnceByTheHostAndBeforeAllElse) {
  Community nobody;
  const Scenario ccop;
  EXPECT_THAT(decide(nobody, Command{RegisterPerson{words("x")}}, ccop.signed_by({0})), refused_for("not-founded"));
  EXPECT_THAT(decide(nobody, Command{ccop.founding("")}, ccop.signed_by({0})), refused_for("only-the-host-does-this"));
  EXPECT_THAT(decide(nobody, Command{ccop.founding("[community]")}, ccop.host()), refused_for("charter-has-mistakes"));
  EXPECT_THAT(decide(ccop.now, Command{ccop.founding(charter_text("charter/ccop.toml"))}, ccop.host()),
              refused_for("founded-already"));
}

TEST(Founding, IsUnderACharterThatTheRulesOfItsDayAdopt) {  // clause 2.2
  const Community nobody;
  const Scenario ccop;
  const Found asked = ccop.founding(charter_text("tests/charters/harbour.toml") + "\n[exposure]\nclosest = 3\n");
  Asking host = ccop.host();
  EXPECT_THAT(decide(nobody, Command{asked}, host), refused_for("charter-has-mistakes"));
  host.rules = 3;
  EXPECT_THAT(decide(nobody, Command{asked}, host), led_to<CommunityFounded>());
}

TEST(Requests, AreOfKnownPeopleOrOfTheHost) {
  Scenario ccop;
  EXPECT_THAT(ccop.ask({99}, RegisterPerson{words("x")}), refused_for("sign-in-first"));
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("link"), RegisterPerson{words("x")}), refused_for("sign-in-first"));
  EXPECT_THAT(ccop.ask({0}, EraseContent{{words("x")}}), refused_for("only-the-host-does-this"));
}

TEST(Deadlines, AreSettledWhenThereIsOne) {
  Scenario ccop;
  EXPECT_THAT(ccop.ask_as(ccop.host(), SettleDue{ccop.time}), refused_for("nothing-is-due"));
}

TEST(Contents, AreErasedOnceByTheHost) {
  Scenario ccop;
  EXPECT_THAT(ccop.ask_as(ccop.host(), EraseContent{}), refused_for("nothing-to-erase"));
  EXPECT_THAT(ccop.ask_as(ccop.host(), EraseContent{{words("x")}}), led_to<ContentErased>());
  EXPECT_THAT(ccop.ask_as(ccop.host(), EraseContent{{words("y"), words("x")}}), refused_for("erased-already"));
}

}  // namespace
}  // namespace ccop::community
