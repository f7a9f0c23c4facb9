#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Seats, AreHeldByOnePersonAtATime) {  // clause 4.3
  Scenario ccop;
  ccop.representative("WHO");
  const PersonId second = ccop.person();
  EXPECT_THAT(
      ccop.ask({0},
               AppointRepresentative{ccop.organization("WHO"), second, ccop.time, {}, ccop.all_responsibilities()}),
      refused_by(clause::main_representative));
}

TEST(Seats, PassOnAndKeepTheirHistory) {  // clause 4.2
  Scenario ccop;
  const PersonId first = ccop.representative("WHO");
  const PersonId second = ccop.person();
  EXPECT_THAT(ccop.ask({0},
                       SucceedRepresentative{
                           ccop.organization("WHO"), second, ccop.time + days{5}, {}, ccop.all_responsibilities()}),
              led_to<RepresentativeAppointed>());
  EXPECT_TRUE(ccop.now.membership.holds_member_seat(first, ccop.time));
  ccop.pass(days{5});
  EXPECT_FALSE(ccop.now.membership.holds_member_seat(first, ccop.time));
  EXPECT_TRUE(ccop.now.membership.holds_member_seat(second, ccop.time));
  EXPECT_EQ(ccop.now.membership.organizations[ccop.organization("WHO").value].mandates.size(), 2u);
}

TEST(Seats, ASuccessionNeedsAHolderAndAnAppointmentNone) {
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(
      ccop.ask({0},
               SucceedRepresentative{ccop.organization("WHO"), person, ccop.time, {}, ccop.all_responsibilities()}),
      refused_for("seat-is-vacant"));
}

TEST(Mandates, BeginWithAllResponsibilitiesDeclared) {  // clause 4.5
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{ccop.organization("FAO"), person, ccop.time, {}, {0, 1, 2, 3, 4}}),
              refused_by(clause::responsibilities));
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{ccop.organization("FAO"), person, ccop.time, {}, {0, 1, 2, 3, 4, 4}}),
              refused_by(clause::responsibilities));
}

TEST(Mandates, AreRecordedByTheCommitteeAlone) {  // clause 5.7
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId person = ccop.person();
  EXPECT_THAT(
      ccop.ask(who,
               AppointRepresentative{ccop.organization("FAO"), person, ccop.time, {}, ccop.all_responsibilities()}),
      refused_by(clause::management));
}

TEST(Mandates, OnePersonSpeaksForOneOrganization) {  // clause 4.2
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  EXPECT_THAT(
      ccop.ask({0}, AppointRepresentative{ccop.organization("FAO"), who, ccop.time, {}, ccop.all_responsibilities()}),
      refused_by(clause::membership_by_organization));
}

TEST(Alternates, VoteWhileTheMainRepresentativeIsDeclaredAbsent) {  // clause 4.3
  Scenario ccop;
  const PersonId main = ccop.representative("WHO");
  const PersonId alternate = ccop.person();
  EXPECT_THAT(ccop.ask(main, NameAlternate{alternate, ccop.time, ccop.time + days{30}}), led_to<AlternateNamed>());
  EXPECT_EQ(ccop.now.voting_organization(main, ccop.time), ccop.organization("WHO"));
  EXPECT_FALSE(ccop.now.voting_organization(alternate, ccop.time));

  ccop.ask(main, DeclareAbsence{ccop.time, ccop.time + days{3}});
  EXPECT_FALSE(ccop.now.voting_organization(main, ccop.time));  // never both
  EXPECT_EQ(ccop.now.voting_organization(alternate, ccop.time), ccop.organization("WHO"));

  ccop.pass(days{1});
  ccop.ask(main, EndAbsence{});
  EXPECT_EQ(ccop.now.voting_organization(main, ccop.time), ccop.organization("WHO"));
  EXPECT_FALSE(ccop.now.voting_organization(alternate, ccop.time));
}

TEST(Alternates, DoNotVoteWhereTheCharterSaysSo) {
  Scenario harbour{"tests/charters/harbour.toml"};
  const PersonId main = harbour.representative("PIER");
  const PersonId alternate = harbour.person();
  harbour.ask(main, NameAlternate{alternate, harbour.time, harbour.time + days{30}});
  harbour.ask(main, DeclareAbsence{harbour.time, harbour.time + days{3}});
  EXPECT_FALSE(harbour.now.voting_organization(alternate, harbour.time));
}

TEST(Alternates, AreNamedByTheMainRepresentativeAndOneAtATime) {
  Scenario ccop;
  const PersonId main = ccop.representative("WHO");
  const PersonId first = ccop.person();
  const PersonId second = ccop.person();
  EXPECT_THAT(ccop.ask({0}, NameAlternate{first, ccop.time, ccop.time + days{9}}),
              refused_by(clause::main_representative));
  ccop.ask(main, NameAlternate{first, ccop.time, ccop.time + days{9}});
  EXPECT_THAT(ccop.ask(main, NameAlternate{second, ccop.time + days{8}, ccop.time + days{20}}),
              refused_for("one-alternate-at-a-time"));
  EXPECT_THAT(ccop.ask(main, NameAlternate{second, ccop.time + days{10}, ccop.time + days{20}}),
              led_to<AlternateNamed>());
}

class AdditionalRepresentatives : public ::testing::Test {
 protected:
  AdditionalRepresentatives() {
    people = ccop.members(3);
    meeting = ccop.meeting(MeetingKind::ad_hoc, 1);
    ccop.session(meeting, SessionKind::open);
    ccop.ask(ccop.secretary(), PublishMeeting{meeting});
  }
  InvitationId invites(PersonId by) {
    const InvitationId next{static_cast<std::uint32_t>(ccop.now.membership.invitations.size())};
    const PersonId colleague = ccop.person();
    EXPECT_THAT(ccop.ask(by, InviteRepresentative{meeting, colleague}), led_to<InvitationAsked>());
    return next;
  }
  InvitationState state(InvitationId id) { return ccop.now.membership.invitations[id.value].state; }
  Scenario ccop;
  std::vector<PersonId> people;
  MeetingId meeting;
};

TEST_F(AdditionalRepresentatives, AreClearedByACoChairWhileThereIsRoom) {  // clause 4.4
  const InvitationId invitation = invites(people[1]);
  EXPECT_THAT(ccop.ask(people[2], ClearInvitation{invitation}), refused_by(clause::additional_representatives));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ClearInvitation{invitation}), refused_by(clause::additional_representatives));
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{invitation}), led_to<InvitationCleared>());
}

TEST_F(AdditionalRepresentatives, WaitAtFullCapacityAndMoveUp) {  // clause 4.4
  const InvitationId first = invites(people[1]);
  const InvitationId second = invites(people[2]);
  ccop.ask(people[0], ClearInvitation{first});
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{second}), led_to<InvitationWaitlisted>());
  EXPECT_EQ(ccop.now.confirmed(meeting), 1u);
  EXPECT_THAT(ccop.ask(people[1], WithdrawInvitation{first}), led_to<InvitationCleared>());
  EXPECT_EQ(state(second), InvitationState::cleared);
}

TEST_F(AdditionalRepresentatives, MoveUpWhenTheCapacityGrowsAndItNeverShrinksBelowTheConfirmed) {
  const InvitationId first = invites(people[1]);
  const InvitationId second = invites(people[2]);
  ccop.ask(people[0], ClearInvitation{first});
  ccop.ask(people[0], ClearInvitation{second});
  const Meeting& m = ccop.now.meetings.all[meeting.value];
  const ChangeMeeting wider{meeting, m.details, m.starts, m.ends, m.time_zone, 2, m.commitment_minutes};
  EXPECT_THAT(ccop.ask(ccop.secretary(), wider), led_to<InvitationCleared>());
  auto narrower = wider;
  narrower.capacity = 1;
  EXPECT_THAT(ccop.ask(ccop.secretary(), narrower), refused_for("more-are-confirmed"));
}

TEST_F(AdditionalRepresentatives, AreRefusedWithAReasonAndOnce) {
  const InvitationId invitation = invites(people[1]);
  EXPECT_THAT(ccop.ask(people[0], RefuseInvitation{invitation, words("too late")}), led_to<InvitationRefused>());
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{invitation}), refused_for("already-settled"));
}

TEST_F(AdditionalRepresentatives, DoNotEnterWithoutClearance) {  // clause 4.4
  const InvitationId invitation = invites(people[1]);
  const PersonId guest = ccop.now.membership.invitations[invitation.value].person;
  const SessionId session = ccop.now.meetings.all[meeting.value].sessions.front();
  ccop.ask(ccop.secretary(), OpenSession{session});
  ccop.ask(guest, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(guest, EnterSession{session}), refused_for("no-clearance-no-entry"));
  ccop.ask(people[0], ClearInvitation{invitation});
  EXPECT_THAT(ccop.ask(guest, EnterSession{session}), led_to<SessionEntered>());
}

TEST(Observers, AreAdmittedByTheCommitteeAfterConsultation) {  // clause 4.6
  Scenario ccop;
  const auto people = ccop.members(3);
  EXPECT_THAT(ccop.ask(people[2], ProposeObserver{"OAS", "Organization of American States", words("why")}),
              refused_by(clause::observers_admitted));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserver{"OAS", "Organization of American States", words("why")}),
              led_to<ObserverProposed>());
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserver{"WHO", "Another", words("why")}),
              refused_for("organization-known-already"));
  EXPECT_THAT(ccop.ask(people[2], CommentOnObserver{{0}, words("welcome")}), led_to<ObserverCommented>());
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{0}, true}), refused_for("consultation-runs-until"));
  ccop.pass(days{14});
  EXPECT_THAT(ccop.ask(people[2], CommentOnObserver{{0}, words("late")}), refused_for("consultation-is-over"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{0}, true}), ::testing::Not(led_to<ObserverAdmitted>()));
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{0}, true}), refused_for("opinion-already-given"));
  EXPECT_THAT(ccop.ask(people[0], DecideOnObserver{{0}, true}), led_to<ObserverAdmitted>());
  EXPECT_EQ(ccop.now.membership.organizations[ccop.organization("OAS").value].status, Status::observer);
}

/// A community whose committee (the Secretary and one co-Chair) admitted the OAS as Observer.
struct WithAdmittedObserver : Scenario {
  WithAdmittedObserver() {
    ask(secretary(), ProposeObserver{"OAS", "Organization of American States", words("why")});
    pass(days{14});
    settle_on({0}, true);
  }
  Ruling settle_on(ProposalId proposal, bool admit) {
    ask(secretary(), DecideOnObserver{proposal, admit});
    return ask(people[0], DecideOnObserver{proposal, admit});
  }
  bool belongs() { return now.membership.belongs("OAS", time); }
  std::vector<PersonId> people = members(3);
};

TEST(Observers, AreEndedTheWayTheyWereAdmitted) {  // clause 4.6
  WithAdmittedObserver ccop;
  const OrganizationId oas = ccop.organization("OAS");
  const PersonId ciso = ccop.representative("OAS");
  EXPECT_THAT(ccop.ask(ccop.people[1], ProposeObserverEnd{oas, words("why")}), refused_by(clause::observers_admitted));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserverEnd{oas, words("why")}), led_to<ObserverEndProposed>());
  EXPECT_THAT(ccop.ask(ccop.people[2], CommentOnObserver{{1}, words("a pity")}), led_to<ObserverCommented>());
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{1}, false}), refused_for("consultation-runs-until"));
  ccop.pass(days{14});
  EXPECT_THAT(ccop.settle_on({1}, false), led_to<ObserverEnded>());
  EXPECT_FALSE(ccop.belongs());
  EXPECT_FALSE(ccop.now.membership.seat_of(ciso, ccop.time)) << "the seat ends with the organization's status";
}

TEST(Observers, StayWhenTheCommitteeKeepsThem) {
  WithAdmittedObserver ccop;
  ccop.ask(ccop.secretary(), ProposeObserverEnd{ccop.organization("OAS"), words("why")});
  ccop.pass(days{14});
  EXPECT_THAT(ccop.settle_on({1}, true), led_to<ObserverKept>());
  EXPECT_TRUE(ccop.belongs());
}

TEST(Observers, LeaveByThemselvesAndComeBackToTheirOwnHistory) {
  WithAdmittedObserver ccop;
  const OrganizationId oas = ccop.organization("OAS");
  const PersonId ciso = ccop.representative("OAS");
  EXPECT_THAT(ccop.ask(ciso, LeaveAsObserver{}), led_to<ObserverEnded>());
  EXPECT_FALSE(ccop.belongs());
  ccop.ask(ccop.secretary(), ProposeObserver{"OAS", "Organization of American States", words("again")});
  ccop.pass(days{14});
  EXPECT_THAT(ccop.settle_on({1}, true), led_to<ObserverAdmitted>());
  EXPECT_TRUE(ccop.belongs());
  EXPECT_EQ(ccop.organization("OAS"), oas);
  EXPECT_FALSE(ccop.now.membership.organizations[oas.value].mandates.empty());
}

TEST(Observers, ThatTheCharterListsEndByAmendmentAlone) {
  Scenario ccop;
  const PersonId cern = ccop.representative("CERN");
  EXPECT_THAT(ccop.ask(cern, LeaveAsObserver{}), refused_for("organization-is-in-charter"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserverEnd{ccop.organization("WHO"), words("why")}),
              refused_for("organization-is-in-charter"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), LeaveAsObserver{}), refused_for("only-main-representative-leaves"));
}

TEST(Observers, HaveNoVote) {  // clause 4.7
  Scenario ccop;
  const PersonId cern = ccop.representative("CERN");
  EXPECT_FALSE(ccop.now.voting_organization(cern, ccop.time));
  EXPECT_THAT(ccop.ask(cern, ProposeMotion{{}, Purpose::resolution, words("m"), {}, Method::silence, false, {}}),
              refused_by(clause::voting));
}

}  // namespace
}  // namespace ccop::community
