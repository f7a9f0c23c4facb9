// Meetings as planned and as they run, and who is invited to them.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/charter/charter.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"
#include "community/meetings/values.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace ccop::community {

enum class MeetingState { planned, published, cancelled };
BOOST_DESCRIBE_ENUM(MeetingState, planned, published, cancelled)

struct AgendaItem {
  ContentHash item{};
  std::uint32_t minutes{};
};
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (item, minutes))

struct Attendance {
  PersonId person{};
  std::optional<OrganizationId> organization;
  Time since{};
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (person, organization, since))

/// How often something that stands in people's calendars was changed, and when it was last.
struct Revision {
  std::uint32_t number{};
  Time at{};

  void next(Time now) {
    ++number;
    at = now;
  }
};
BOOST_DESCRIBE_STRUCT(Revision, (), (number, at))

/// Of a session that is about to be closed.
struct Closing {
  std::vector<PersonId> drawn;       ///< Members who were asked to sign, the last one last
  std::optional<PersonId> attester;  ///< who is asked now
  Time drawn_at{};
  std::optional<RoomCounts> attested;
};
BOOST_DESCRIBE_STRUCT(Closing, (), (drawn, attester, drawn_at, attested))

struct Session {
  MeetingId meeting{};
  SessionKind kind{};
  ContentHash title{};
  Time starts{};
  Time ends{};
  bool removed{};
  std::optional<Time> opened_at;
  std::optional<Time> closed_at;
  std::vector<AgendaItem> agenda;
  std::vector<Attendance> present;  ///< who is here now
  std::uint64_t opened_in{};        ///< which entry opened it
  std::vector<Attendance>
      attended;  ///< who ever came in, and for whom, while it lives; later it is in the record alone
  std::uint32_t sealed_acts{};
  std::uint64_t sealed_until{};  ///< a log of so many entries holds them all
  std::vector<MotionCounts> counted;
  std::optional<Closing> closing;
  bool unseen{};  ///< an audit missed acts that are sealed for it: who is here, and who voted what, is not known
  Revision revision;
  std::optional<ContentHash> join_link;  ///< of its own

  [[nodiscard]] bool is_live() const { return opened_at && !closed_at; }
  [[nodiscard]] bool is_present(PersonId person) const;
  [[nodiscard]] bool is_present(PersonId person, OrganizationId organization) const;
  [[nodiscard]] bool has_attended(PersonId person) const;
  [[nodiscard]] RoomCounts counts() const;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (meeting, kind, title, starts, ends, removed, opened_at, closed_at, agenda, present, opened_in,
                       attended, sealed_acts, sealed_until, counted, closing, unseen, revision, join_link))

struct Guest {
  PersonId person{};
  std::vector<SessionId> sessions;
  Hash link_key{};
  Time until{};
};
BOOST_DESCRIBE_STRUCT(Guest, (), (person, sessions, link_key, until))

struct Meeting {
  MeetingKind kind{};
  MeetingState state{};
  ContentHash details{};
  Time starts{};
  Time ends{};
  std::string time_zone;
  std::uint32_t capacity{};
  std::uint32_t commitment_minutes{};
  std::optional<Time> published_at;
  std::optional<ContentHash> reason;  ///< of a cancellation
  std::vector<SessionId> sessions;
  std::vector<Guest> guests;
  std::vector<PersonId> discreet;  ///< who accepted the notice of discretion
  Time planned_at{};
  Revision revision;
  std::optional<ContentHash> join_link;  ///< of its open sessions

  [[nodiscard]] bool accepted_discretion(PersonId person) const;
  [[nodiscard]] const Guest* guest(PersonId person) const;
};
BOOST_DESCRIBE_STRUCT(Meeting, (),
                      (kind, state, details, starts, ends, time_zone, capacity, commitment_minutes, published_at,
                       reason, sessions, guests, discreet, planned_at, revision, join_link))

enum class InvitationState { asked, cleared, waitlisted, refused, withdrawn };
BOOST_DESCRIBE_ENUM(InvitationState, asked, cleared, waitlisted, refused, withdrawn)

struct Invitation {
  MeetingId meeting{};
  OrganizationId organization{};
  PersonId person{};
  InvitationState state{};
  std::vector<PersonId> endorsed_by;
  std::optional<ContentHash> reason;  ///< of a refusal
  Time asked_at{};
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (meeting, organization, person, state, endorsed_by, reason, asked_at))

struct CommitteeSeat {
  MeetingId meeting{};
  PersonId person{};
};
BOOST_DESCRIBE_STRUCT(CommitteeSeat, (), (meeting, person))

/// Somebody came or went, or cast a vote that isn't recorded by name: the room reads it while the session lives, then
/// the committee (clause 5.5).
struct SealedAct {
  std::uint64_t entry{};
  SessionId session{};
  PersonId person{};
};
BOOST_DESCRIBE_STRUCT(SealedAct, (), (entry, session, person))

struct Meetings {
  Table<Meeting, MeetingId> all;
  Table<Session, SessionId> sessions;
  Table<Invitation, InvitationId> invitations;
  std::vector<CommitteeSeat> symposium_committees;
  std::vector<SessionId> live;    ///< few at any time
  std::vector<SealedAct> sealed;  ///< in their order

  [[nodiscard]] const Meeting* find(MeetingId id) const { return all.find(id); }
  [[nodiscard]] const Invitation* find(InvitationId id) const { return invitations.find(id); }
  /// Empty for a session that was taken out of the programme again.
  [[nodiscard]] const Session* find(SessionId id) const;
  [[nodiscard]] std::size_t cleared(MeetingId meeting) const;
  /// Additional representatives and guests with a place at the meeting; never more than its capacity.
  [[nodiscard]] std::size_t confirmed(MeetingId meeting) const;
  /// Who gets the place that somebody leaves: whoever waits longest, unless there are fewer places than before.
  [[nodiscard]] std::optional<InvitationId> next_in(MeetingId meeting) const;
};
BOOST_DESCRIBE_STRUCT(Meetings, (), (all, sessions, invitations, symposium_committees, live, sealed))

[[nodiscard]] inline const Meetings& meetings(const Community& now) {
  return of<Meetings>(now);
}

/// The entries from `first` up to `end` that whoever asks may not read: acts of others, in a room where they never were
/// or, once it closed, without being of the committee.
[[nodiscard]] std::vector<std::uint64_t> sealed_for(const Community& now, PersonId reader, Time at, std::uint64_t first,
                                                    std::uint64_t end);
/// Takes down that somebody came or went, or voted, in this entry.
void seal(Meetings& meetings, const SealedAct& act);
/// Counts a sealed vote of that many choices, abstention included.
void count_vote(Session& session, MotionId motion, std::uint32_t choice, std::uint32_t choices);
/// Counts a sealed vote as another one than `before`. In a room that wasn't seen nothing is counted anew: the vote that
/// is taken back may be one that was missed.
void recount_vote(Session& session, MotionId motion, std::uint32_t before, std::uint32_t choice);
/// What an audit does that can't read a sealed act, after which the log has `size` entries; false where no session is
/// live in which it could have happened.
[[nodiscard]] bool miss_sealed_act(Meetings& meetings, std::uint64_t size);

/// The details of a meeting; nothing of one that is not known.
[[nodiscard]] Wording wording_of(const Community& now, MeetingId meeting);

/// How many of the Members are in the room, by whoever casts their vote, and how many must be (clause 6.5). In a room
/// that wasn't seen it stands, as two who were there have signed.
struct Quorum {
  std::size_t present{};
  std::size_t needed{};
  std::size_t members{};
  bool stands{};
};
[[nodiscard]] Quorum quorum(const Community& now, SessionId session, Time at);

}  // namespace ccop::community
