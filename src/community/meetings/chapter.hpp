// Meetings: planning, notice, sessions, who is let in (sections 5 and 6; clause 4.4).
#pragma once

#include "community/kernel/chapter.hpp"
#include "community/meetings/commands.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"

namespace ccop::community {

struct MeetingsChapter {
  static constexpr std::string_view name = "meetings";
  using State = Meetings;
  using Acts = MeetingsActs;
  using Commands = MeetingsCommands;
  using Reads = List<People, Membership>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);

  /// A guest is a person, too.
  using Also = List<GuestAdmitted>;
  static void also(Community& now, const GuestAdmitted& act, Time at);

  /// A page shows one meeting, so what happens to a session or an invitation is of the meeting that it belongs to.
  using Subject = MeetingId;
  [[nodiscard]] static MeetingId subject(const Community& now, SessionId id);
  [[nodiscard]] static MeetingId subject(const Community& now, InvitationId id);
};
static_assert(complete<MeetingsChapter>());

}  // namespace ccop::community
