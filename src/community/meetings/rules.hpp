// What may be asked of meetings: planning and notice, sessions and agenda, entering and leaving, guests.
#pragma once

#include "community/act.hpp"

namespace ccop::community {

struct Community;

struct PlanMeeting {
  MeetingKind kind;
  ContentHash details;
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;
  std::uint32_t commitment_minutes;
};
BOOST_DESCRIBE_STRUCT(PlanMeeting, (), (kind, details, starts, ends, time_zone, capacity, commitment_minutes))

struct ChangeMeeting {
  MeetingId meeting;
  ContentHash details;
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;
  std::uint32_t commitment_minutes;
};
BOOST_DESCRIBE_STRUCT(ChangeMeeting, (), (meeting, details, starts, ends, time_zone, capacity, commitment_minutes))

/// Gives notice. Refused for a symposium without an executive session on a day of its own (clause 6.3), and after the
/// notice's last day.
struct PublishMeeting {
  static constexpr bool formal = true;
  MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(PublishMeeting, (), (meeting))

struct CancelMeeting {
  static constexpr bool formal = true;
  MeetingId meeting;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(CancelMeeting, (), (meeting, reason))

struct AddSession {
  MeetingId meeting;
  SessionKind kind;
  ContentHash title;
  Time starts;
  Time ends;
};
BOOST_DESCRIBE_STRUCT(AddSession, (), (meeting, kind, title, starts, ends))

struct RemoveSession {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(RemoveSession, (), (session))

struct AddAgendaItem {
  SessionId session;
  ContentHash item;
  std::uint32_t minutes;
};
BOOST_DESCRIBE_STRUCT(AddAgendaItem, (), (session, item, minutes))

struct RemoveAgendaItem {
  SessionId session;
  ContentHash item;
};
BOOST_DESCRIBE_STRUCT(RemoveAgendaItem, (), (session, item))

struct OpenSession {
  static constexpr bool formal = true;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (session))

struct CloseSession {
  static constexpr bool formal = true;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(CloseSession, (), (session))

struct AcceptDiscretion {
  MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(AcceptDiscretion, (), (meeting))

/// Enters a live session: after the notice of discretion (clause 5.2), and only who belongs there
/// (clauses 4.4, 6.2, 6.4).
struct EnterSession {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(EnterSession, (), (session))

struct LeaveSession {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(LeaveSession, (), (session))

struct AdmitGuest {
  static constexpr bool formal = true;
  MeetingId meeting;
  ContentHash profile;
  std::vector<SessionId> sessions;
  Hash token_hash;
};
BOOST_DESCRIBE_STRUCT(AdmitGuest, (), (meeting, profile, sessions, token_hash))

[[nodiscard]] Ruling decide(const Community& now, const PlanMeeting& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ChangeMeeting& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const PublishMeeting& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CancelMeeting& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const AddSession& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RemoveSession& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const AddAgendaItem& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RemoveAgendaItem& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const OpenSession& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CloseSession& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const AcceptDiscretion& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const EnterSession& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const LeaveSession& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const AdmitGuest& asked, const Actor& actor);

}  // namespace ccop::community
