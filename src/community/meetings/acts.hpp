// What can happen to meetings and their sessions (sections 5 and 6 of the Terms of Reference).
#pragma once

#include "community/charter/charter.hpp"
#include "community/ids.hpp"
#include "community/ruling.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

enum class SessionKind { open, members_only, executive };
BOOST_DESCRIBE_ENUM(SessionKind, open, members_only, executive)

struct MeetingPlanned {
  MeetingId meeting;
  MeetingKind kind;
  ContentHash details;  ///< title, place and description
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;            ///< places beyond those of the main representatives
  std::uint32_t commitment_minutes;  ///< what taking part is expected to cost (clause 5.1)
};
BOOST_DESCRIBE_STRUCT(MeetingPlanned, (),
                      (meeting, kind, details, starts, ends, time_zone, capacity, commitment_minutes))

struct MeetingChanged {
  MeetingId meeting;
  ContentHash details;
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;
  std::uint32_t commitment_minutes;
};
BOOST_DESCRIBE_STRUCT(MeetingChanged, (), (meeting, details, starts, ends, time_zone, capacity, commitment_minutes))

/// The notice went out: the meeting takes invitations, and its sessions can be opened.
struct MeetingPublished {
  MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(MeetingPublished, (), (meeting))

struct MeetingCancelled {
  MeetingId meeting;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(MeetingCancelled, (), (meeting, reason))

struct SessionAdded {
  SessionId session;
  MeetingId meeting;
  SessionKind kind;
  ContentHash title;
  Time starts;
  Time ends;
};
BOOST_DESCRIBE_STRUCT(SessionAdded, (), (session, meeting, kind, title, starts, ends))

struct SessionRemoved {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(SessionRemoved, (), (session))

struct AgendaItemAdded {
  SessionId session;
  ContentHash item;
  std::uint32_t minutes;
};
BOOST_DESCRIBE_STRUCT(AgendaItemAdded, (), (session, item, minutes))

struct AgendaItemRemoved {
  SessionId session;
  ContentHash item;
};
BOOST_DESCRIBE_STRUCT(AgendaItemRemoved, (), (session, item))

struct SessionOpened {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(SessionOpened, (), (session))

struct SessionClosed {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(SessionClosed, (), (session))

/// A participant accepted the meeting's notice of discretion (clause 5.2).
struct DiscretionAccepted {
  MeetingId meeting;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(DiscretionAccepted, (), (meeting, person))

/// Somebody is in the room: for an organization, or for none (co-Chairs' and Secretary's office, guests).
struct SessionEntered {
  SessionId session;
  PersonId person;
  std::optional<OrganizationId> organization;
};
BOOST_DESCRIBE_STRUCT(SessionEntered, (), (session, person, organization))

struct SessionLeft {
  SessionId session;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(SessionLeft, (), (session, person))

/// An external speaker or participant may enter these sessions, by a personal link, and see nothing else (clause 6.2).
struct GuestAdmitted {
  PersonId person;
  ContentHash profile;
  MeetingId meeting;
  std::vector<SessionId> sessions;
  Hash token_hash;
  Time until;
};
BOOST_DESCRIBE_STRUCT(GuestAdmitted, (), (person, profile, meeting, sessions, token_hash, until))

}  // namespace ccop::community
