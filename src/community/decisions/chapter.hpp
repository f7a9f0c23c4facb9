// Motions and the register of decisions (clauses 5.4, 6.5, 7.2).
#pragma once

#include "community/decisions/acts.hpp"
#include "community/decisions/commands.hpp"
#include "community/decisions/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/kernel/noting.hpp"
#include "community/meetings/commands.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"

namespace ccop::community {

struct DecisionsChapter {
  static constexpr std::string_view name = "decisions";
  using State = Decisions;
  using Subject = MotionId;
  using Acts = DecisionsActs;
  using Commands = DecisionsCommands;
  using Reads = List<Membership, Meetings>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// A session with motions stays in the programme, and one with an open motion stays open.
  using Guards = List<RemoveSession, BeginClosing, CloseSession>;
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const RemoveSession& asked, const Asking&);
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const BeginClosing& asked, const Asking&);
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const CloseSession::About& asked,
                                                    const Asking&);

  /// A vote that isn't recorded by name is the room's own knowledge; and what was adopted may rest on the host's word.
  using Notes = List<VoteCast, VoteChanged, MotionClosed>;
  static void note(Community& now, const VoteCast& act, const Noting& noting);
  static void note(Community& now, const VoteChanged& act, const Noting& noting);
  static void note(Community& now, const MotionClosed& act, const Noting& noting);
};
static_assert(complete<DecisionsChapter>());

}  // namespace ccop::community
