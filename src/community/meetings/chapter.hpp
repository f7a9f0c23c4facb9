// Meetings: planning, notice, sessions, who is let in (sections 5 and 6; clause 4.4).
#pragma once

#include "community/kernel/chapter.hpp"
#include "community/kernel/noting.hpp"
#include "community/meetings/acts.hpp"
#include "community/meetings/commands.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

struct MeetingsChapter {
  static constexpr std::string_view name = "meetings";
  using State = Meetings;
  using Acts = MeetingsActs;
  using Commands = MeetingsCommands;
  using Reads = List<People, Record, Membership>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// A guest is a person, too; the keys that a link vouched for end with it.
  using Also = List<GuestAdmitted, GuestLinkRenewed, GuestRevoked>;
  static void also(Community& now, const GuestAdmitted& act, Time at);
  static void also(Community& now, const GuestLinkRenewed& act, Time at);
  static void also(Community& now, const GuestRevoked& act, Time at);

  /// Where in the record a session was opened, and where somebody came or went.
  using Notes = List<SessionOpened, SessionEntered, SessionLeft>;
  static void note(Community& now, const SessionOpened& act, const Noting& noting);
  static void note(Community& now, const SessionEntered& act, const Noting& noting);
  static void note(Community& now, const SessionLeft& act, const Noting& noting);

  /// A page shows one meeting, so what happens to a session or an invitation is of the meeting that it belongs to.
  using Subject = MeetingId;
  [[nodiscard]] static MeetingId subject(const Community& now, SessionId id);
  [[nodiscard]] static MeetingId subject(const Community& now, InvitationId id);
};
static_assert(complete<MeetingsChapter>());

}  // namespace ccop::community
