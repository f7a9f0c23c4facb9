// Additional representatives (clause 4.4).
#include "community/duties.hpp"
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

class AdditionalRepresentatives : public ::testing::Test {
 protected:
  AdditionalRepresentatives() {
    people = ccop.members(3);
    meeting = ccop.meeting(MeetingKind::ad_hoc, 1);
    ccop.session(meeting, SessionKind::open);
    ccop.ask(ccop.secretary(), PublishMeeting{meeting});
  }
  InvitationId invites(PersonId by) {
    const InvitationId next = meetings(ccop.now).invitations.next();
    const PersonId colleague = ccop.person();
    EXPECT_THAT(ccop.ask(by, InviteRepresentative{meeting, colleague}), led_to<InvitationAsked>());
    return next;
  }
  InvitationState state(InvitationId id) { return meetings(ccop.now).invitations[id].state; }
  Scenario ccop;
  std::vector<PersonId> people;
  MeetingId meeting;
};

TEST_F(AdditionalRepresentatives, AreClearedByACoChairWhileThereIsRoom) {  // clause 4.4
  const InvitationId invitation = invites(people[1]);
  EXPECT_THAT(ccop.ask(people[2], ClearInvitation{invitation}),
              refused_for("only-co-chairs-clear", clause::additional_representatives));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ClearInvitation{invitation}),
              refused_for("only-co-chairs-clear", clause::additional_representatives));
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{invitation}), led_to<InvitationCleared>());
}

TEST_F(AdditionalRepresentatives, WaitAtFullCapacityAndMoveUp) {  // clause 4.4
  const InvitationId first = invites(people[1]);
  const InvitationId second = invites(people[2]);
  ccop.ask(people[0], ClearInvitation{first});
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{second}), led_to<InvitationWaitlisted>());
  EXPECT_EQ(meetings(ccop.now).confirmed(meeting), 1u);
  EXPECT_THAT(ccop.ask(people[1], WithdrawInvitation{first}), led_to<InvitationCleared>());
  EXPECT_EQ(state(second), InvitationState::cleared);
}

TEST_F(AdditionalRepresentatives, MoveUpWhenTheCapacityGrowsAndItNeverShrinksBelowTheConfirmed) {
  const InvitationId first = invites(people[1]);
  const InvitationId second = invites(people[2]);
  ccop.ask(people[0], ClearInvitation{first});
  ccop.ask(people[0], ClearInvitation{second});
  const Meeting& m = meetings(ccop.now).all[meeting];
  const ChangeMeeting wider{meeting, m.details, m.starts, m.ends, m.time_zone, 2, m.commitment_minutes};
  EXPECT_THAT(ccop.ask(ccop.secretary(), wider), led_to<InvitationCleared>());
  auto narrower = wider;
  narrower.capacity = 1;
  EXPECT_THAT(ccop.ask(ccop.secretary(), narrower), refused_for("more-are-confirmed"));
}

TEST_F(AdditionalRepresentatives, MoveUpInTheirOrderAsManyAsThereIsRoomFor) {
  std::vector<InvitationId> asked;
  for (int i = 0; i < 4; ++i) asked.push_back(invites(people[1]));
  for (const InvitationId id : asked) ccop.ask(people[0], ClearInvitation{id});
  const Meeting& m = meetings(ccop.now).all[meeting];
  ccop.ask(ccop.secretary(), ChangeMeeting{meeting, m.details, m.starts, m.ends, m.time_zone, 3, m.commitment_minutes});
  EXPECT_EQ(state(asked[1]), InvitationState::cleared);
  EXPECT_EQ(state(asked[2]), InvitationState::cleared);
  EXPECT_EQ(state(asked[3]), InvitationState::waitlisted);
}

TEST(AFullMeeting, ClearsNobodyWhereTheCharterHasNoWaitingList) {  // clause 4.4
  std::string charter = charter_text("charter/ccop.toml");
  charter.replace(charter.find("waiting_list = true"), 19, "waiting_list = false");
  Scenario ccop{Scenario::CharterText{charter}};
  const auto people = ccop.members(2);
  const MeetingId meeting = ccop.meeting(MeetingKind::ad_hoc, 1);
  ccop.session(meeting, SessionKind::open);
  ccop.ask(ccop.secretary(), PublishMeeting{meeting});
  for (int i = 0; i < 2; ++i) ccop.ask(people[1], InviteRepresentative{meeting, ccop.person()});
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{{0}}), led_to<InvitationCleared>());
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{{1}}),
              refused_for("meeting-is-full", clause::additional_representatives));
}

TEST_F(AdditionalRepresentatives, AreRefusedWithAReasonAndOnce) {
  const InvitationId invitation = invites(people[1]);
  EXPECT_THAT(ccop.ask(people[0], RefuseInvitation{invitation, words("too late")}), led_to<InvitationRefused>());
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{invitation}), refused_for("already-settled"));
}

TEST_F(AdditionalRepresentatives, DoNotEnterWithoutClearance) {  // clause 4.4
  const InvitationId invitation = invites(people[1]);
  const PersonId guest = meetings(ccop.now).invitations[invitation].person;
  const SessionId session = meetings(ccop.now).all[meeting].sessions.front();
  ccop.ask(ccop.secretary(), OpenSession{session});
  ccop.ask(guest, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(guest, EnterSession{session}), refused_for("no-clearance-no-entry"));
  ccop.ask(people[0], ClearInvitation{invitation});
  EXPECT_THAT(ccop.ask(guest, EnterSession{session}), led_to<SessionEntered>());
}

TEST_F(AdditionalRepresentatives, AreInvitedByMainRepresentativesToMeetingsThatWereAnnounced) {  // clause 4.4
  const PersonId colleague = ccop.person();
  EXPECT_THAT(ccop.ask(colleague, InviteRepresentative{meeting, ccop.person()}),
              refused_for("only-main-representative-invites", clause::additional_representatives));
  EXPECT_THAT(ccop.ask(people[1], InviteRepresentative{ccop.meeting(), colleague}),
              refused_for("meeting-takes-no-invitations", clause::additional_representatives));
  EXPECT_THAT(ccop.ask(people[1], InviteRepresentative{meeting, {99}}), refused_for("no-such-person"));
  EXPECT_THAT(ccop.ask(people[1], InviteRepresentative{meeting, people[2]}),
              refused_for("has-a-seat-already", clause::additional_representatives));
  ccop.ask(people[1], InviteRepresentative{meeting, colleague});
  EXPECT_THAT(ccop.ask(people[2], InviteRepresentative{meeting, colleague}),
              refused_for("invited-already", clause::additional_representatives));
}

TEST_F(AdditionalRepresentatives, AreNobodysToClearOnceTheMeetingIsCancelledOrOver) {  // clause 4.4
  const InvitationId invitation = invites(people[1]);
  const auto is_left_alone = [&] {
    EXPECT_THAT(ccop.ask(people[0], ClearInvitation{invitation}),
                refused_for("meeting-takes-no-invitations", clause::additional_representatives));
    EXPECT_THAT(ccop.ask(people[0], RefuseInvitation{invitation, words("late")}),
                refused_for("meeting-takes-no-invitations", clause::additional_representatives));
    for (const Task& task : tasks(ccop.now, people[0], ccop.time)) EXPECT_NE(task.kind, "clear");
    for (const Duty& duty : duties(ccop.now, ccop.time)) EXPECT_NE(duty.what.kind, "clear");
  };
  Scenario before = ccop;
  ccop.time = meetings(ccop.now).all[meeting].ends;
  is_left_alone();
  ccop = before;
  ccop.ask(ccop.secretary(), CancelMeeting{meeting, words("the host withdrew")});
  is_left_alone();
}

TEST_F(AdditionalRepresentatives, AreWithdrawnByTheirOwnOrganizationOnce) {
  const InvitationId invitation = invites(people[1]);
  EXPECT_THAT(ccop.ask(people[2], WithdrawInvitation{invitation}),
              refused_for("only-inviter-withdraws", clause::additional_representatives));
  EXPECT_THAT(ccop.ask(people[1], WithdrawInvitation{invitation}), led_to<InvitationWithdrawn>());
  EXPECT_THAT(ccop.ask(people[1], WithdrawInvitation{invitation}), refused_for("already-settled"));
  EXPECT_THAT(ccop.ask(people[1], WithdrawInvitation{{9}}),
              refused_for("no-such-invitation", clause::additional_representatives));
}

}  // namespace
}  // namespace ccop::community
