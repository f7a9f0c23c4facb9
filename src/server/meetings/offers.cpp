#include "server/meetings/offers.hpp"

#include "community/decisions/commands.hpp"
#include "community/meetings/commands.hpp"
#include "community/meetings/state.hpp"
#include "community/people/commands.hpp"

namespace ccop::server {

using namespace community;

May offers_on_meetings(const Reading& here) {
  return here.may<PlanMeeting>();
}

May offers_on_meeting(const Reading& here, MeetingId id) {
  return here.may<PublishMeeting, CancelMeeting, AcceptDiscretion, ChangeMeeting, AddSession, AdmitGuest,
                  InviteRepresentative, AppointSymposiumCommittee, SetJoinLink>(id);
}

May offers_on_session(const Reading& here, SessionId id) {
  return here.may<OpenSession, BeginClosing, ResumeSession, AttestSession, CloseSession, EnterSession, LeaveSession,
                  ChangeSession, RemoveSession, AddAgendaItem, ChangeAgendaItem, MoveAgendaItem, ProposeMotion>(id);
}

May offers_on_guest(const Reading& here, MeetingId id, PersonId guest) {
  May may = here.may<RenewGuestLink, RevokeGuest>(id, guest);
  may.add_if<CorrectPerson>(here.offers<CorrectPerson>(guest));
  return may;
}

May offers_on_invitation(const Reading& here, InvitationId id) {
  return here.may<ClearInvitation, RefuseInvitation, WithdrawInvitation>(id);
}

std::optional<Refusal> objection_to_notice(const Reading& here, MeetingId id) {
  // Whoever plans a meeting gives its notice.
  if (meetings(here.state).all[id].state != MeetingState::planned || !here.offers<PlanMeeting>()) return std::nullopt;
  return here.objection<PublishMeeting>(id);
}

}  // namespace ccop::server
