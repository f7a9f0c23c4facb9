// What may be asked of meetings: planning and notice, sessions and agenda, entering and leaving, guests, additional
// representatives, the committee of a symposium.
#pragma once

#include "community/kernel/command.hpp"
#include "community/kernel/profile.hpp"
#include "community/kernel/wording.hpp"
#include "community/meetings/details.hpp"
#include "community/meetings/guest_commands.hpp"
#include "community/meetings/joining_commands.hpp"
#include "community/meetings/programme_commands.hpp"
#include "community/meetings/values.hpp"

namespace ccop::community {

struct Community;

struct PlanMeeting {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  MeetingKind kind;
  BroughtAs<MeetingText> details;
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;
  std::uint32_t commitment_minutes;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(PlanMeeting, (), (kind, details, starts, ends, time_zone, capacity, commitment_minutes))

struct ChangeMeeting {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  BroughtAs<MeetingText> details;
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;
  std::uint32_t commitment_minutes;

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(ChangeMeeting, (), (meeting, details, starts, ends, time_zone, capacity, commitment_minutes))

/// Gives notice. Refused for a symposium without an executive session on a day of its own (clause 6.3), and after the
/// notice's last day.
struct PublishMeeting {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = PublishMeeting;
  MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(PublishMeeting, (), (meeting))

struct CancelMeeting {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(CancelMeeting, (), (meeting, reason))

struct AddSession {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  SessionKind kind;
  Brought<Content> title;
  Time starts;
  Time ends;

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(AddSession, (), (meeting, kind, title, starts, ends))

struct RemoveSession {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = RemoveSession;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(RemoveSession, (), (session))

struct AddAgendaItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  Brought<Content> item;
  std::uint32_t minutes;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(AddAgendaItem, (), (session, item, minutes))

struct RemoveAgendaItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  Known<Content> item;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(RemoveAgendaItem, (), (session, item))

struct OpenSession {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = OpenSession;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (session))

/// Nobody comes or goes any more, and a Member is drawn by lot to sign what happened beside whoever closes. Asked for
/// again when that Member does not answer, another is drawn.
struct BeginClosing {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = BeginClosing;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(BeginClosing, (), (session))

struct ResumeSession {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = ResumeSession;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(ResumeSession, (), (session))

/// By the Member who was drawn: what happened in the room, as their device counted it.
struct AttestSession {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  RoomCounts counts;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(AttestSession, (), (session, counts))

/// Refused while a Member who is there could still sign the counts, too.
struct CloseSession {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  RoomCounts counts;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(CloseSession, (), (session, counts))

struct AcceptDiscretion {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = AcceptDiscretion;
  MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(AcceptDiscretion, (), (meeting))

/// Enters a live session: after the notice of discretion (clause 5.2), and only who belongs there
/// (clauses 4.4, 6.2, 6.4).
struct EnterSession {
  static constexpr bool sealed = true;
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = EnterSession;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(EnterSession, (), (session))

struct LeaveSession {
  static constexpr bool sealed = true;
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = LeaveSession;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(LeaveSession, (), (session))

struct InviteRepresentative {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  PersonId person;

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(InviteRepresentative, (), (meeting, person))

/// Asks that an invitation be cleared. Refused unless a co-Chair asks; waits while the meeting is full
/// (clause 4.4).
struct ClearInvitation {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    InvitationId invitation;
  };
  InvitationId invitation;
  Wording seen{};

  [[nodiscard]] About about() const { return {invitation}; }
};
BOOST_DESCRIBE_STRUCT(ClearInvitation, (), (invitation, seen))

struct RefuseInvitation {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    InvitationId invitation;
  };
  InvitationId invitation;
  Brought<Content> reason;
  Wording seen{};

  [[nodiscard]] About about() const { return {invitation}; }
};
BOOST_DESCRIBE_STRUCT(RefuseInvitation, (), (invitation, reason, seen))

struct WithdrawInvitation {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = WithdrawInvitation;
  InvitationId invitation;
};
BOOST_DESCRIBE_STRUCT(WithdrawInvitation, (), (invitation))

struct AppointSymposiumCommittee {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  PersonId person;
  Wording seen{};

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(AppointSymposiumCommittee, (), (meeting, person, seen))

using MeetingsCommands =
    List<PlanMeeting, ChangeMeeting, PublishMeeting, CancelMeeting, AddSession, ChangeSession, RemoveSession,
         AddAgendaItem, ChangeAgendaItem, MoveAgendaItem, RemoveAgendaItem, SetJoinLink, RemoveJoinLink, OpenSession,
         BeginClosing, ResumeSession, AttestSession, CloseSession, AcceptDiscretion, EnterSession, LeaveSession,
         AdmitGuest, RenewGuestLink, RevokeGuest, InviteRepresentative, ClearInvitation, RefuseInvitation,
         WithdrawInvitation, AppointSymposiumCommittee>;
template <OneOf<MeetingsCommands> T>
inline constexpr std::string_view command_chapter<T> = "meetings";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PlanMeeting::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ChangeMeeting::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PublishMeeting::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CancelMeeting::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AddSession::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RemoveSession::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AddAgendaItem::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RemoveAgendaItem::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const OpenSession::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const BeginClosing::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ResumeSession::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AttestSession::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CloseSession::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AcceptDiscretion::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EnterSession::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const LeaveSession::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const InviteRepresentative::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ClearInvitation::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RefuseInvitation::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const WithdrawInvitation::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AppointSymposiumCommittee::About& about,
                                          const Asking& asking);

/// The profile of whoever is invited, the meeting's details; in clear key and name of the inviting organization.
[[nodiscard]] Wording shown(const Community& now, const ClearInvitation& asked);
[[nodiscard]] Wording shown(const Community& now, const RefuseInvitation& asked);
/// The person's profile, the meeting's details.
[[nodiscard]] Wording shown(const Community& now, const AppointSymposiumCommittee& asked);

[[nodiscard]] Ruling decide(const Community& now, const PlanMeeting& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ChangeMeeting& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const PublishMeeting& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CancelMeeting& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AddSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RemoveSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AddAgendaItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RemoveAgendaItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const OpenSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const BeginClosing& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ResumeSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AttestSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CloseSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AcceptDiscretion& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EnterSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const LeaveSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const InviteRepresentative& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ClearInvitation& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RefuseInvitation& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawInvitation& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AppointSymposiumCommittee& asked, const Asking& asking);

}  // namespace ccop::community
