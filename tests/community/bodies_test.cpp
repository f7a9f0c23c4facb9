#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(FoundingCoChairs, HoldAMembersSeat) {  // clause 3.2
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId cern = ccop.representative("CERN");
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, cern, ccop.time + days{9}}),
              refused_by(clause::co_chair_holds_seat));
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, who, ccop.time + days{9}}), led_to<CoChairSeated>());
  EXPECT_TRUE(ccop.now.is_co_chair(who, ccop.time));
}

TEST(FoundingCoChairs, SitForOneYearAndForTwo) {  // clause 3.3
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId fao = ccop.representative("FAO");
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, who, ccop.time + days{380}}), refused_by(clause::co_chair_term));
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, who, ccop.time + days{360}}), led_to<CoChairSeated>());
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{1, fao, ccop.time + days{720}}), led_to<CoChairSeated>());
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{2, fao, ccop.time + days{9}}), refused_by(clause::bodies));
}

TEST(FoundingCoChairs, CarryOnInActingCapacityWhenTheTermIsOver) {  // clause 3.5
  Scenario ccop;
  const auto people = ccop.members(1);
  ccop.pass(days{500});
  EXPECT_TRUE(ccop.now.is_co_chair(people[0], ccop.time));
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, people[0], ccop.time + days{9}}),
              refused_for("founder-was-seated-already"));
}

TEST(CoChairs, LoseThePositionWithTheSeat) {  // clauses 3.2 and 3.5
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId successor = ccop.person();
  EXPECT_THAT(
      ccop.ask({0}, SucceedRepresentative{{0}, successor, ccop.time + hours{1}, {}, ccop.all_responsibilities()}),
      led_to<CoChairVacated>());
  ccop.pass(hours{2});
  EXPECT_FALSE(ccop.now.is_co_chair(people[0], ccop.time));
  EXPECT_FALSE(ccop.now.is_co_chair(successor, ccop.time));
}

TEST(CoChairs, MayResign) {
  Scenario ccop;
  const auto people = ccop.members(2);
  EXPECT_THAT(ccop.ask(people[1], ResignCoChair{}), refused_by(clause::co_chair_term));
  EXPECT_THAT(ccop.ask(people[0], ResignCoChair{}), led_to<CoChairVacated>());
  EXPECT_FALSE(ccop.now.is_co_chair(people[0], ccop.time));
}

TEST(Secretary, IsRecordedAndNeverVotedOn) {  // clause 3.7
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId next = ccop.person();
  EXPECT_THAT(ccop.ask(people[1], AppointSecretary{next, ccop.time}), refused_by(clause::secretary));
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{people[0], ccop.time}), refused_by(clause::bodies));
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{next, ccop.time + days{1}}), led_to<SecretaryAppointed>());
  EXPECT_TRUE(ccop.now.is_secretary({0}, ccop.time));
  ccop.pass(days{1});
  EXPECT_TRUE(ccop.now.is_secretary(next, ccop.time));
  EXPECT_FALSE(ccop.now.is_secretary({0}, ccop.time));
}

TEST(SymposiumCommittee, PlansItsOwnSymposiumAlone) {  // clause 3.1
  Scenario ccop;
  const auto people = ccop.members(3);
  const MeetingId symposium = ccop.meeting(MeetingKind::symposium);
  const MeetingId other = ccop.meeting(MeetingKind::ad_hoc);
  EXPECT_THAT(ccop.ask({0}, AppointSymposiumCommittee{other, people[2]}), refused_by(clause::bodies));
  EXPECT_THAT(ccop.ask({0}, AppointSymposiumCommittee{symposium, people[2]}), led_to<SymposiumCommitteeAppointed>());
  const Meeting& m = ccop.now.meetings.all[symposium.value];
  EXPECT_THAT(ccop.ask(people[2], AddSession{symposium, SessionKind::open, words("s"), m.starts, m.starts + hours{1}}),
              led_to<SessionAdded>());
  EXPECT_THAT(ccop.ask(people[2], AddSession{other, SessionKind::open, words("s"), m.starts, m.starts + hours{1}}),
              refused_by(clause::management));
}

TEST(Signatures, AreAskedOfFormalActsFreshAndOnce) {
  Scenario ccop;
  const PersonId person = ccop.person();
  Actor actor = ccop.signed_by({0});
  actor.has_signed = false;
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
  Actor actor = ccop.signed_by({0});
  actor.at = ccop.now.last_at - std::chrono::milliseconds{1};
  EXPECT_THAT(ccop.ask_as(actor, RegisterPerson{words("x")}), refused_for("clock-runs-backwards"));
}

TEST(Enrolment, TakesTheLinkOnceAndBeforeItExpires) {
  Scenario ccop;
  const PersonId person = ccop.person();
  ccop.ask({0}, OfferEnrolment{person, words("link"), ccop.time + days{2}});
  const EnrolPasskey enrol{person, {1, 2}, -7, {3, 4}, "localhost", words("label")};
  Actor bearer;
  bearer.kind = Actor::Kind::bearer;
  bearer.at = ccop.time;
  bearer.token_hash = words("another link");
  EXPECT_THAT(ccop.ask_as(bearer, enrol), refused_for("link-not-valid"));
  bearer.token_hash = words("link");
  bearer.at = ccop.time + days{3};
  EXPECT_THAT(decide(ccop.now, Command{enrol}, bearer), refused_for("link-not-valid"));
  bearer.at = ccop.time;
  EXPECT_THAT(ccop.ask_as(bearer, enrol), led_to<PasskeyEnrolled>());
  EXPECT_THAT(ccop.ask_as(bearer, enrol), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask({0}, OfferEnrolment{person, words("again"), ccop.time + days{2}}),
              refused_for("already-enrolled"));
}

TEST(Recovery, IsConfirmedBySecretaryAndCoChairTogetherAndReplacesTheLostPasskeys) {
  Scenario ccop;
  const auto people = ccop.members(2);
  ccop.ask({0}, OfferEnrolment{people[1], words("link"), ccop.time + days{2}});
  Actor bearer;
  bearer.kind = Actor::Kind::bearer;
  bearer.at = ccop.time;
  bearer.token_hash = words("link");
  ccop.ask_as(bearer, EnrolPasskey{people[1], {1}, -7, {3}, "localhost", words("label")});

  bearer.token_hash = words("recovery");
  EXPECT_THAT(ccop.ask_as(bearer, AskRecovery{people[1]}), led_to<RecoveryAsked>());
  const EnrolPasskey fresh{people[1], {2}, -7, {4}, "localhost", words("label")};
  EXPECT_THAT(ccop.ask_as(bearer, fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask(people[1], ConfirmRecovery{people[1]}), refused_for("not-for-oneself"));
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{people[1]}), led_to<RecoveryConfirmed>());
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{people[1]}), refused_for("already-confirmed"));
  bearer.at = ccop.time;
  EXPECT_THAT(ccop.ask_as(bearer, fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask(people[0], ConfirmRecovery{people[1]}), led_to<RecoveryConfirmed>());
  bearer.at = ccop.time;
  EXPECT_THAT(ccop.ask_as(bearer, fresh), led_to<PasskeyEnrolled>());
  ASSERT_EQ(ccop.now.people.all[people[1].value].passkeys.size(), 1u);
  EXPECT_EQ(ccop.now.people.all[people[1].value].passkeys[0].credential, Bytes{2});
}

}  // namespace
}  // namespace ccop::community
