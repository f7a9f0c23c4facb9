// Nobody takes a seat alone (clauses 4.2 and 5.7): what one person asks for, a second joins in with.
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

/// A community with two Members and an Observer in their seats; the first is co-Chair, and seats are held by people
/// whom somebody could pass over.
class ASeat : public ::testing::Test {
 protected:
  Ruling passes_to(PersonId person, PersonId asked_by = {0}, std::chrono::milliseconds in = {}) {
    return ccop.ask(asked_by, SucceedRepresentative{who, person, ccop.time + in, {}, ccop.all_responsibilities()});
  }
  SeatChangeId waiting() const { return membership(ccop.now).waiting(who, ccop.time).value(); }
  bool holds(PersonId person) const { return membership(ccop.now).holds_member_seat(person, ccop.time); }

  Scenario ccop;
  std::vector<PersonId> people = ccop.members(2);
  PersonId holder = ccop.representative("WHO");
  OrganizationId who = ccop.organization("WHO");
  PersonId successor = ccop.person();
};

TEST_F(ASeat, IsNotPassedOnByTheSecretaryAlone) {
  EXPECT_THAT(passes_to(successor), led_to<SeatChangeAsked>());
  EXPECT_TRUE(holds(holder));
  EXPECT_FALSE(holds(successor));
  EXPECT_THAT(ccop.ask({0}, ccop.confirming(waiting())), refused_for("not-for-oneself"));
  EXPECT_TRUE(holds(holder));
}

TEST_F(ASeat, IsPassedOnWhenACoChairJoinsIn) {
  passes_to(successor);
  EXPECT_THAT(ccop.joins_in(people[0], who), led_to<RepresentativeAppointed>());
  EXPECT_FALSE(holds(holder));
  EXPECT_TRUE(holds(successor));
}

TEST_F(ASeat, IsPassedOnWhenItsHolderJoinsIn) {
  passes_to(successor);
  EXPECT_THAT(ccop.joins_in(holder, who), led_to<RepresentativeAppointed>());
  EXPECT_TRUE(holds(successor));
}

TEST_F(ASeat, IsPassedOnByItsHolderWithTheCommittee) {
  EXPECT_THAT(passes_to(successor, holder), led_to<SeatChangeAsked>());
  EXPECT_THAT(ccop.ask(people[1], ccop.confirming(waiting())), refused_for("only-these-join-in"));
  EXPECT_THAT(ccop.joins_in({0}, who), led_to<RepresentativeAppointed>());
}

TEST_F(ASeat, IsNotPassedOnByTheOrganizationAlone) {
  const PersonId alternate = ccop.person();
  ccop.ask(holder, NameAlternate{alternate, ccop.time, ccop.time + days{30}});
  passes_to(successor, holder);
  ccop.ask(holder, DeclareAbsence{ccop.time, ccop.time + days{3}});
  EXPECT_THAT(ccop.ask(alternate, ccop.confirming(waiting())), refused_for("committee-joins-in", clause::management));
}

/// The alternate, where the charter lets the alternate act, and only then (clause 4.3).
TEST_F(ASeat, IsPassedOnWithItsAlternateWhileTheHolderIsAbsent) {
  const PersonId alternate = ccop.person();
  ccop.ask(holder, NameAlternate{alternate, ccop.time, ccop.time + days{30}});
  passes_to(successor);
  EXPECT_THAT(ccop.ask(alternate, ccop.confirming(waiting())), refused_for("only-these-join-in"));
  ccop.ask(holder, DeclareAbsence{ccop.time, ccop.time + days{3}});
  EXPECT_THAT(ccop.joins_in(alternate, who), led_to<RepresentativeAppointed>());
}

TEST_F(ASeat, IsNotConfirmedByWhoeverGetsIt) {
  const PersonId alternate = ccop.person();
  ccop.ask(holder, NameAlternate{alternate, ccop.time, ccop.time + days{30}});
  ccop.ask(holder, DeclareAbsence{ccop.time, ccop.time + days{3}});
  passes_to(alternate);
  EXPECT_THAT(ccop.ask(alternate, ccop.confirming(waiting())), refused_for("not-for-oneself"));
}

TEST_F(ASeat, IsConfirmedByNobodyElse) {
  passes_to(successor);
  EXPECT_THAT(ccop.ask(people[1], ccop.confirming(waiting())),
              refused_for("only-these-join-in", clause::membership_by_organization));
  EXPECT_THAT(ccop.ask(successor, ccop.confirming(waiting())), refused_for("not-for-oneself"));
}

/// The office is one, whoever has it: a Secretary who hands it over doesn't join in with what they asked for.
TEST_F(ASeat, IsNotPassedOnByTwoSecretaries) {
  passes_to(successor);
  const PersonId next = ccop.person();
  ccop.ask({0}, AppointSecretary{next, ccop.time});
  EXPECT_THAT(ccop.ask(next, ccop.confirming(waiting())), refused_for("only-these-join-in"));
}

TEST_F(ASeat, IsConfirmedAsItWasAskedForAndNotOtherwise) {
  passes_to(successor, {0}, days{2});
  const auto refused = refused_for("reads-otherwise", clause::the_record);
  const ConfirmSeatChange true_one = ccop.confirming(waiting());
  ConfirmSeatChange another = true_one;
  another.person = people[1];
  EXPECT_THAT(ccop.ask(people[0], another), refused);
  another = true_one;
  another.organization = ccop.organization("FAO");
  EXPECT_THAT(ccop.ask(people[0], another), refused);
  another = true_one;
  another.from = *true_one.from + days{1};
  EXPECT_THAT(ccop.ask(people[0], another), refused);
  another = true_one;
  another.until = *true_one.from + days{9};
  EXPECT_THAT(ccop.ask(people[0], another), refused);
  another = true_one;
  another.person.reset();
  another.from.reset();
  EXPECT_THAT(ccop.ask(people[0], another), refused);
  another = true_one;
  another.seen = {{words("somebody else's profile")}, {}};
  EXPECT_THAT(ccop.ask(people[0], another), refused);
  another.seen = wording_of(ccop.now, membership(ccop.now).changes[waiting()]);
  another.seen.clear.back() = in_clear("Another Organization");
  EXPECT_THAT(ccop.ask(people[0], another), refused);
  EXPECT_THAT(ccop.ask(people[0], true_one), led_to<RepresentativeAppointed>());
}

TEST_F(ASeat, ReadsOtherwiseOnceAProfileWasCorrected) {
  passes_to(successor);
  ConfirmSeatChange seen_before = ccop.confirming(waiting());
  seen_before.seen = wording_of(ccop.now, membership(ccop.now).changes[waiting()]);
  ccop.ask(successor, CorrectPerson{successor, words("another name")});
  EXPECT_THAT(ccop.ask(people[0], seen_before), refused_for("reads-otherwise"));
}

TEST_F(ASeat, HasOneChangeWaitingAtATime) {
  passes_to(successor);
  const auto refused = refused_for("another-change-is-waiting", clause::membership_by_organization);
  EXPECT_THAT(passes_to(ccop.person()), refused);
  EXPECT_THAT(ccop.ask({0}, EndMandate{membership(ccop.now).organizations[who].mandates.back()}), refused);
  EXPECT_THAT(passes_to(ccop.person(), holder), refused);
}

TEST_F(ASeat, IsLetBeByWhoeverAskedOrTheCommittee) {
  passes_to(successor);
  const SeatChangeId asked = waiting();
  EXPECT_THAT(ccop.ask(holder, WithdrawSeatChange{asked}), refused_for("only-asker-withdraws"));
  EXPECT_THAT(ccop.ask(people[0], WithdrawSeatChange{asked}), led_to<SeatChangeWithdrawn>());
  EXPECT_THAT(ccop.ask(people[0], ccop.confirming(asked)), refused_for("seat-change-is-over"));
  EXPECT_THAT(ccop.ask({0}, WithdrawSeatChange{asked}), refused_for("seat-change-is-over"));
  EXPECT_THAT(ccop.ask({0}, WithdrawSeatChange{{99}}), refused_for("no-such-seat-change"));
  passes_to(successor, holder);
  EXPECT_THAT(ccop.ask(holder, WithdrawSeatChange{waiting()}), led_to<SeatChangeWithdrawn>());
}

TEST_F(ASeat, IsConfirmedWithinTheTimeThatTheCharterSets) {
  passes_to(successor, {0}, days{30});
  const SeatChangeId asked = waiting();
  const auto lapses = days{charter(ccop.now).membership.seat_change_days};
  ccop.time = membership(ccop.now).changes[asked].asked_at + lapses - std::chrono::seconds{2};
  EXPECT_TRUE(membership(ccop.now).waiting(who, ccop.time));
  ccop.pass(std::chrono::seconds{1});
  EXPECT_THAT(ccop.ask(people[0], ccop.confirming(asked)), refused_for("seat-change-is-over"));
  EXPECT_THAT(passes_to(ccop.person()), led_to<SeatChangeAsked>());
}

TEST_F(ASeat, IsNobodysBeforeTheSecondPersonJoinedIn) {
  passes_to(successor);
  ccop.pass(days{3});
  ccop.joins_in(people[0], who);
  const Mandate& mandate = membership(ccop.now).mandates[membership(ccop.now).organizations[who].mandates.back()];
  EXPECT_EQ(mandate.person, successor);
  EXPECT_EQ(mandate.from, ccop.time);
}

TEST_F(ASeat, ThatChangedHandsMeanwhileIsAskedForAnew) {
  passes_to(successor, {0}, days{2});
  const SeatChangeId asked = waiting();
  ccop.resigns(membership(ccop.now).organizations[who].mandates.back());
  EXPECT_THAT(ccop.ask(people[0], ccop.confirming(asked)), refused_for("seat-changed-since"));
}

TEST_F(ASeat, ThatIsVacantIsNotFilledBySecretaryAlone) {
  const PersonId person = ccop.person();
  const OrganizationId imo = ccop.organization("IMO");
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{imo, person, ccop.time, {}, ccop.all_responsibilities()}),
              led_to<SeatChangeAsked>());
  EXPECT_FALSE(holds(person));
  EXPECT_THAT(ccop.joins_in(people[0], imo), led_to<RepresentativeAppointed>());
  EXPECT_TRUE(holds(person));
}

TEST_F(ASeat, IsNotTakenAwayByTheCommitteeAlone) {
  const MandateId mandate = membership(ccop.now).organizations[who].mandates.back();
  EXPECT_THAT(ccop.ask({0}, EndMandate{mandate}), led_to<SeatChangeAsked>());
  EXPECT_TRUE(holds(holder));
  EXPECT_THAT(ccop.joins_in(people[0], who), led_to<MandateEnded>());
  EXPECT_FALSE(holds(holder));
}

TEST_F(ASeat, OfACoChairIsNotTakenAwayByTheSecretaryAlone) {
  const OrganizationId own = *membership(ccop.now).own_organization(people[0], ccop.time);
  EXPECT_THAT(ccop.ask({0}, EndMandate{membership(ccop.now).organizations[own].mandates.back()}),
              led_to<SeatChangeAsked>());
  EXPECT_TRUE(is_co_chair(ccop.now, people[0], ccop.time));
}

TEST_F(ASeat, IsGivenUpByItsHolderAlone) {
  EXPECT_THAT(ccop.ask(holder, EndMandate{membership(ccop.now).organizations[who].mandates.back()}),
              led_to<MandateEnded>());
}

/// So that the community is not stuck: where no co-Chair serves any more, a Member's representative joins in.
TEST_F(ASeat, IsFilledWithAnyMemberWhereNoCoChairServes) {
  const MandateId first = *membership(ccop.now).seat_of(people[0], ccop.time);
  const OrganizationId vacated = membership(ccop.now).mandates[first].organization;
  ccop.resigns(first);
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{vacated, successor, ccop.time, {}, ccop.all_responsibilities()}),
              led_to<SeatChangeAsked>());
  EXPECT_THAT(ccop.joins_in(people[1], vacated), led_to<RepresentativeAppointed>());
}

TEST(ASeatAtTheFounding, IsFilledByTheSecretaryWhileNobodyElseIsThere) {  // clauses 3.3 and 4.8
  Scenario ccop;
  const PersonId person = ccop.person();
  const OrganizationId who = ccop.organization("WHO");
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{who, person, ccop.time, {}, ccop.all_responsibilities()}),
              led_to<RepresentativeAppointed>());
  // Whoever has not come yet is passed over by the Secretary alone; whoever has, is not.
  const PersonId next = ccop.person();
  EXPECT_THAT(ccop.ask({0}, SucceedRepresentative{who, next, ccop.time, {}, ccop.all_responsibilities()}),
              led_to<RepresentativeAppointed>());
  ccop.ask({0}, OfferEnrolment{next, token("link"), ccop.time + days{1}});
  ccop.ask_as(ccop.bearer_of("link"), EnrolPasskey{next, {1}, -7, {1}, "localhost", words("label")});
  EXPECT_THAT(ccop.ask({0}, SucceedRepresentative{who, person, ccop.time, {}, ccop.all_responsibilities()}),
              led_to<SeatChangeAsked>());
  EXPECT_THAT(ccop.joins_in(next, who), led_to<RepresentativeAppointed>());
}

TEST_F(ASeat, IsSomethingToDoForWhoeverMayJoinIn) {
  passes_to(successor);
  const auto awaits = [&](PersonId person) {
    const auto all = tasks(ccop.now, person, ccop.time);
    return std::ranges::any_of(all, [](const Task& task) { return task.kind == "confirm-seat-change"; });
  };
  EXPECT_TRUE(awaits(people[0]));
  EXPECT_TRUE(awaits(holder));
  EXPECT_FALSE(awaits({0}));
  EXPECT_FALSE(awaits(people[1]));
  EXPECT_FALSE(awaits(successor));
}

}  // namespace
}  // namespace ccop::community
