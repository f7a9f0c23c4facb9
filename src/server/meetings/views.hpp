// Meetings, their sessions and who takes part, as pages show them.
#pragma once

#include "server/decisions/views.hpp"
#include "server/meetings/guests.hpp"
#include "server/meetings/invitations.hpp"

namespace ccop::server {

/// A content: what a meeting is.
struct MeetingDetails {
  std::optional<std::string> title;
  std::optional<std::string> place;
  std::optional<std::string> description;
};
BOOST_DESCRIBE_STRUCT(MeetingDetails, (), (title, place, description))

struct MeetingHeadView {
  community::MeetingId id{};
  community::MeetingKind kind{};
  community::MeetingState state{};
  Fields<MeetingDetails> details;
  Time starts{};
  Time ends{};
  std::string time_zone;
  std::uint32_t capacity{};
  std::uint64_t confirmed{};
  std::uint32_t commitment_minutes{};
  bool live{};
  bool discretion_accepted{};
  Words reason;
};
BOOST_DESCRIBE_STRUCT(MeetingHeadView, (),
                      (id, kind, state, details, starts, ends, time_zone, capacity, confirmed, commitment_minutes, live,
                       discretion_accepted, reason))

struct AgendaItemView {
  ContentHash item{};
  Words text;
  std::uint32_t minutes{};
};
BOOST_DESCRIBE_STRUCT(AgendaItemView, (), (item, text, minutes))

struct QuorumView {
  std::uint64_t present{};
  std::uint64_t needed{};
  std::uint64_t members{};
  bool stands{};
};
BOOST_DESCRIBE_STRUCT(QuorumView, (), (present, needed, members, stands))

/// Somebody who is here: the person, and "for" whom.
struct AttendanceView {
  PersonView person;
  Words organization;
  bool votes{};

  void fill(Texts& texts);
  void write_json(std::string& out) const;
  [[nodiscard]] static std::string schema(schema::Components& components);
};

/// That the session is about to be closed, and who is to sign what happened: nobody where no Member can.
struct ClosingView {
  std::optional<PersonView> attester;
  bool attested{};
  Time drawn_at{};
};
BOOST_DESCRIBE_STRUCT(ClosingView, (), (attester, attested, drawn_at))

/// When one joins a session from elsewhere; the link in this time alone.
struct JoinView {
  Time from{};
  Time until{};
  Words link;
};
BOOST_DESCRIBE_STRUCT(JoinView, (), (from, until, link))

struct MeetingSessionView {
  community::SessionId id{};
  community::SessionKind kind{};
  Words title;
  Time starts{};
  Time ends{};
  OrNull<Time> opened_at;
  OrNull<Time> closed_at;
  bool live{};
  std::vector<AgendaItemView> agenda;
  bool present{};
  QuorumView quorum;
  std::vector<AttendanceView> attendance;  ///< for whoever is there
  std::optional<std::vector<std::string>>
      absent;  ///< Members for whom nobody is here to vote; for whoever leads the session and is there
  std::optional<ClosingView> closing;
  std::vector<MotionView> motions;
  std::optional<JoinView> join;
  std::optional<bool> has_link;  ///< of its own; for those who set it
  May may;
};
BOOST_DESCRIBE_STRUCT(MeetingSessionView, (),
                      (id, kind, title, starts, ends, opened_at, closed_at, live, agenda, present, quorum, attendance,
                       absent, closing, motions, join, has_link, may))

/// Why notice of a meeting can't be given yet.
struct NotYet {
  std::string key;
  Values values;
  std::string clause;
};
BOOST_DESCRIBE_STRUCT(NotYet, (), (key, values, clause))

struct MeetingView : MeetingHeadView {
  std::string discretion_notice;
  std::vector<MeetingSessionView> sessions;
  std::vector<InvitationView> invitations;
  std::uint64_t guests{};
  std::optional<std::vector<GuestView>> guest_list;  ///< for those who admit them
  std::vector<PersonView> committee;
  std::optional<bool> has_link;  ///< of its own; for those who set it
  ShownView wording;
  May may;
  std::optional<NotYet> not_yet;
};
BOOST_DESCRIBE_STRUCT(MeetingView, (),
                      (id, kind, state, details, starts, ends, time_zone, capacity, confirmed, commitment_minutes, live,
                       discretion_accepted, reason, discretion_notice, sessions, invitations, guests, guest_list,
                       committee, has_link, wording, may, not_yet))

/// Whether the reader is shown this meeting: a seat all of them, others those in which they take part, as a guest or an
/// additional representative. Whatever shows meetings asks here.
[[nodiscard]] bool sees(const Reading& here, community::MeetingId id);
/// The same of a session: a guest is shown their own, others without a seat none that is executive (clause 6.4).
[[nodiscard]] bool sees(const Reading& here, community::SessionId id);

[[nodiscard]] MeetingHeadView meeting_head(const Reading& here, community::MeetingId id);
/// Who is there and what is moved shows to seats alone.
[[nodiscard]] MeetingSessionView session_view(const Reading& here, community::SessionId id);

}  // namespace ccop::server
