// Random requests about meetings, their sessions, and who comes.
#pragma once

#include "community/generators/generator.hpp"
#include "community/meetings/commands.hpp"
#include "community/meetings/state.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline MeetingId some_meeting(const World& world) {
  return some(meetings(world.now()).all);
}
[[nodiscard]] inline SessionId some_session(const World& world) {
  return some(meetings(world.now()).sessions);
}
[[nodiscard]] inline InvitationId some_invitation(const World& world) {
  return some(meetings(world.now()).invitations);
}

template <>
struct Generator<PlanMeeting> {
  static PlanMeeting draw(const World& world) {
    return {
        static_cast<MeetingKind>(below(4)), some_words(), world.time(), world.time() + days{5}, "UTC", below(3), 60};
  }
};
template <>
struct Generator<ChangeMeeting> {
  static ChangeMeeting draw(const World& world) {
    const MeetingId id = some_meeting(world);
    const Meeting* meeting = meetings(world.now()).find(id);
    const Time starts = meeting == nullptr ? world.time() : meeting->starts;
    return {id, some_words(), starts, starts + days{1 + below(6)}, "UTC", below(4), 60};
  }
};
template <>
struct Generator<PublishMeeting> {
  static PublishMeeting draw(const World& world) { return {some_meeting(world)}; }
};
template <>
struct Generator<CancelMeeting> {
  static CancelMeeting draw(const World& world) { return {some_meeting(world), some_words()}; }
};
template <>
struct Generator<AddSession> {
  static AddSession draw(const World& world) {
    return {some_meeting(world), static_cast<SessionKind>(below(3)), some_words(), world.time() + hours{1},
            world.time() + hours{9}};
  }
};
template <>
struct Generator<ChangeSession> {
  static ChangeSession draw(const World& world) {
    const SessionId id = some_session(world);
    const Session* session = meetings(world.now()).find(id);
    const Time starts = (session == nullptr ? world.time() : session->starts) + hours{below(30)} - hours{5};
    return {id, some_words(), starts, starts + hours{below(4)}};
  }
};
template <>
struct Generator<RemoveSession> {
  static RemoveSession draw(const World& world) { return {some_session(world)}; }
};
template <>
struct Generator<AddAgendaItem> {
  static AddAgendaItem draw(const World& world) { return {some_session(world), some_words(), below(60)}; }
};
/// One of the session's, where it has any.
[[nodiscard]] inline ContentHash some_agenda_item(const World& world, SessionId id) {
  const Session* session = meetings(world.now()).find(id);
  if (session == nullptr || session->agenda.empty()) return some_words();
  return session->agenda[below(static_cast<std::uint32_t>(session->agenda.size()))].item;
}
template <>
struct Generator<ChangeAgendaItem> {
  static ChangeAgendaItem draw(const World& world) {
    const SessionId id = some_session(world);
    return {id, some_agenda_item(world, id), some_words(), below(60)};
  }
};
template <>
struct Generator<MoveAgendaItem> {
  static MoveAgendaItem draw(const World& world) {
    const SessionId id = some_session(world);
    return {id, some_agenda_item(world, id), below(3)};
  }
};
template <>
struct Generator<RemoveAgendaItem> {
  static RemoveAgendaItem draw(const World& world) {
    const SessionId id = some_session(world);
    return {id, some_agenda_item(world, id)};
  }
};
/// A session of the meeting, none, or another's.
[[nodiscard]] inline std::optional<SessionId> maybe_session(const World& world, MeetingId id) {
  const Meeting* meeting = meetings(world.now()).find(id);
  if (chance(40) || meeting == nullptr || meeting->sessions.empty()) return std::nullopt;
  return chance(90) ? meeting->sessions.front() : some_session(world);
}
template <>
struct Generator<SetJoinLink> {
  static SetJoinLink draw(const World& world) {
    const MeetingId id = some_meeting(world);
    return {id, maybe_session(world, id), some_words()};
  }
};
template <>
struct Generator<RemoveJoinLink> {
  static RemoveJoinLink draw(const World& world) {
    const MeetingId id = some_meeting(world);
    return {id, maybe_session(world, id)};
  }
};
template <>
struct Generator<OpenSession> {
  static OpenSession draw(const World& world) { return {some_session(world)}; }
};
template <>
struct Generator<BeginClosing> {
  static BeginClosing draw(const World& world) { return {some_session(world)}; }
};
template <>
struct Generator<ResumeSession> {
  static ResumeSession draw(const World& world) { return {some_session(world)}; }
};
/// Mostly what is true of the room.
[[nodiscard]] inline RoomCounts some_counts(const World& world, SessionId id) {
  const Session* session = meetings(world.now()).find(id);
  RoomCounts counts = session == nullptr ? RoomCounts{} : session->counts();
  counts.acts += below(8) / 7;
  return counts;
}
template <>
struct Generator<AttestSession> {
  static AttestSession draw(const World& world) {
    const SessionId id = some_session(world);
    return {id, some_counts(world, id)};
  }
};
template <>
struct Generator<CloseSession> {
  static CloseSession draw(const World& world) {
    const SessionId id = some_session(world);
    return {id, some_counts(world, id)};
  }
};
template <>
struct Generator<AcceptDiscretion> {
  static AcceptDiscretion draw(const World& world) { return {some_meeting(world)}; }
};
template <>
struct Generator<EnterSession> {
  static EnterSession draw(const World& world) { return {some_session(world)}; }
};
template <>
struct Generator<LeaveSession> {
  static LeaveSession draw(const World& world) { return {some_session(world)}; }
};
template <>
struct Generator<AdmitGuest> {
  static AdmitGuest draw(const World& world) {
    return {some_meeting(world), some_words(), {some_session(world)}, token(some_secret())};
  }
};
/// A guest of the meeting, where it has any.
[[nodiscard]] inline PersonId some_guest(const World& world, MeetingId id) {
  const Meeting* meeting = meetings(world.now()).find(id);
  if (meeting == nullptr || meeting->guests.empty()) return somebody(world);
  return meeting->guests[below(static_cast<std::uint32_t>(meeting->guests.size()))].person;
}
template <>
struct Generator<RenewGuestLink> {
  static RenewGuestLink draw(const World& world) {
    const MeetingId id = some_meeting(world);
    return {id, some_guest(world, id), token(some_secret())};
  }
};
template <>
struct Generator<RevokeGuest> {
  static RevokeGuest draw(const World& world) {
    const MeetingId id = some_meeting(world);
    return {id, some_guest(world, id)};
  }
};
template <>
struct Generator<InviteRepresentative> {
  static InviteRepresentative draw(const World& world) { return {some_meeting(world), somebody(world)}; }
};
template <>
struct Generator<ClearInvitation> {
  static ClearInvitation draw(const World& world) { return {some_invitation(world)}; }
};
template <>
struct Generator<RefuseInvitation> {
  static RefuseInvitation draw(const World& world) { return {some_invitation(world), some_words()}; }
};
template <>
struct Generator<WithdrawInvitation> {
  static WithdrawInvitation draw(const World& world) { return {some_invitation(world)}; }
};
template <>
struct Generator<AppointSymposiumCommittee> {
  static AppointSymposiumCommittee draw(const World& world) { return {some_meeting(world), somebody(world)}; }
};

}  // namespace ccop::community::testing
