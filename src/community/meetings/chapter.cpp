#include "community/meetings/chapter.hpp"

namespace ccop::community {

std::vector<Act> MeetingsChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> MeetingsChapter::tasks(const Community& now, PersonId person, Time at) {
  const Asking asking = asked_by(person, at);
  std::vector<Task> found;
  for (const InvitationId id : meetings(now).invitations.ids()) {
    const Invitation& invitation = meetings(now).invitations[id];
    const Meeting& meeting = meetings(now).all[invitation.meeting];
    if (!bars(now, ClearInvitation::About{id}, asking))
      found.push_back(
          {.kind = "clear", .by = meeting.starts, .person = invitation.person, .meeting = invitation.meeting});
  }
  for (const SessionId id : meetings(now).live)
    if (!bars(now, AttestSession::About{id}, asking))
      found.push_back({.kind = "attest", .by = {}, .meeting = meetings(now).sessions[id].meeting});
  return found;
}

void MeetingsChapter::note(Community& now, const SessionOpened& act, const Noting& noting) {
  of<Meetings>(now).sessions[act.session].opened_in = noting.entry;
}

void MeetingsChapter::note(Community& now, const SessionEntered& act, const Noting& noting) {
  seal(of<Meetings>(now), {noting.entry, act.session, act.person});
}

void MeetingsChapter::note(Community& now, const SessionLeft& act, const Noting& noting) {
  seal(of<Meetings>(now), {noting.entry, act.session, act.person});
}

void MeetingsChapter::also(Community& now, const GuestAdmitted& act, Time) {
  Person guest;
  guest.profile = act.profile;
  guest.is_guest = true;
  of<People>(now).all.add(std::move(guest));
}

void MeetingsChapter::also(Community& now, const GuestLinkRenewed& act, Time) {
  of<People>(now).all[act.person].session_keys.clear();
}

void MeetingsChapter::also(Community& now, const GuestRevoked& act, Time) {
  of<People>(now).all[act.person].session_keys.clear();
}

MeetingId MeetingsChapter::subject(const Community& now, SessionId id) {
  return meetings(now).sessions[id].meeting;
}

MeetingId MeetingsChapter::subject(const Community& now, InvitationId id) {
  return meetings(now).invitations[id].meeting;
}

}  // namespace ccop::community
