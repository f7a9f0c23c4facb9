// Guests whose link is made anew, or who are to come no more (clause 6.2).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

class GuestsOfAMeeting : public ::testing::Test {
 protected:
  PersonId admit(std::uint32_t capacity = 5) {
    meeting = ccop.meeting(MeetingKind::ad_hoc, capacity);
    talk = ccop.session(meeting, SessionKind::open);
    const PersonId guest = people(ccop.now).all.next();
    ccop.ask({0}, AdmitGuest{meeting, words("g"), {talk}, token("t")});
    return guest;
  }
  [[nodiscard]] const Guest* found(PersonId guest) const { return meetings(ccop.now).all[meeting].guest(guest); }

  Scenario ccop;
  MeetingId meeting{};
  SessionId talk{};
};

TEST_F(GuestsOfAMeeting, ComeByTheLinkThatWasMadeLast) {
  const PersonId guest = admit();
  EXPECT_THAT(ccop.ask({0}, RenewGuestLink{meeting, guest, token("u")}), led_to<GuestLinkRenewed>());
  EXPECT_EQ(found(guest)->link_key, token("u"));
  EXPECT_EQ(found(guest)->sessions, std::vector{talk});
}

TEST_F(GuestsOfAMeeting, SignByNoKeyOfALinkThatWasMadeAnewOrTakenBack) {
  for (const bool is_revoked : {false, true}) {
    const PersonId guest = admit();
    const Hash key = sha256(bytes_of("key"));
    of<People>(ccop.now).all[guest].session_keys.push_back({key, -7, {}, {}, ccop.time + days{1}, {}, false});
    if (is_revoked)
      ccop.ask({0}, RevokeGuest{meeting, guest});
    else
      ccop.ask({0}, RenewGuestLink{meeting, guest, token("u")});
    EXPECT_EQ(people(ccop.now).all[guest].session_key(key), nullptr);
  }
}

TEST_F(GuestsOfAMeeting, SeeAndEnterNothingOnceTheyAreRevoked) {
  const PersonId guest = admit();
  ccop.ask({0}, PublishMeeting{meeting});
  ccop.ask({0}, OpenSession{talk});
  ccop.ask(guest, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask({0}, RevokeGuest{meeting, guest}), led_to<GuestRevoked>());
  EXPECT_EQ(found(guest), nullptr);
  EXPECT_THAT(ccop.ask(guest, EnterSession{talk}),
              refused_for("no-clearance-no-entry", clause::additional_representatives));
}

TEST_F(GuestsOfAMeeting, LeaveTheRoomBeforeTheyAreRevoked) {
  const PersonId guest = admit();
  ccop.ask({0}, PublishMeeting{meeting});
  ccop.ask({0}, OpenSession{talk});
  ccop.ask(guest, AcceptDiscretion{meeting});
  ccop.ask(guest, EnterSession{talk});
  EXPECT_THAT(ccop.ask({0}, RevokeGuest{meeting, guest}), refused_for("guest-is-in-a-room", clause::guests));
  ccop.ask(guest, LeaveSession{talk});
  EXPECT_THAT(ccop.ask({0}, RevokeGuest{meeting, guest}), led_to<GuestRevoked>());
}

TEST_F(GuestsOfAMeeting, LeaveTheirPlaceToWhoeverWaitsForOne) {  // clause 4.4
  const auto members = ccop.members(2);
  const PersonId guest = admit(1);
  ccop.ask({0}, PublishMeeting{meeting});
  ccop.ask(members[1], InviteRepresentative{meeting, ccop.person()});
  EXPECT_THAT(ccop.ask(members[0], ClearInvitation{InvitationId{0}}), led_to<InvitationWaitlisted>());
  EXPECT_THAT(ccop.ask({0}, RevokeGuest{meeting, guest}), led_to<InvitationCleared>());
  EXPECT_EQ(meetings(ccop.now).confirmed(meeting), 1u);
}

TEST_F(GuestsOfAMeeting, AreTheCommitteesToChange) {
  const PersonId guest = admit();
  const PersonId who = ccop.representative("WHO");
  EXPECT_THAT(ccop.ask(who, RevokeGuest{meeting, guest}), refused_for("only-committee-admits-guests", clause::guests));
  EXPECT_THAT(ccop.ask(who, RenewGuestLink{meeting, guest, token("u")}),
              refused_for("only-committee-admits-guests", clause::guests));
}

TEST_F(GuestsOfAMeeting, AreChangedWhereTheyAreGuestsAndTheMeetingIsNotOver) {
  const PersonId guest = admit();
  const PersonId who = ccop.representative("WHO");
  EXPECT_THAT(ccop.ask({0}, RevokeGuest{meeting, who}), refused_for("no-such-guest", clause::guests));
  EXPECT_THAT(ccop.ask({0}, RenewGuestLink{MeetingId{9}, guest, token("u")}), refused_for("no-such-meeting"));
  ccop.time = meetings(ccop.now).all[meeting].ends;
  EXPECT_THAT(ccop.ask({0}, RenewGuestLink{meeting, guest, token("u")}), refused_for("meeting-is-over"));
}

}  // namespace
}  // namespace ccop::community
