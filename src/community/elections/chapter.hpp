// Elections of co-Chairs and secret ballots on motions (clauses 3.2 to 3.6).
#pragma once

#include "community/bodies/state.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/acts.hpp"
#include "community/elections/commands.hpp"
#include "community/elections/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/kernel/noting.hpp"
#include "community/keyboxes/state.hpp"
#include "community/meetings/commands.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "community/record/commands.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

struct ElectionsChapter {
  static constexpr std::string_view name = "elections";
  using State = Elections;
  using Subject = ElectionId;
  using Acts = ElectionsActs;
  using Commands = ElectionsCommands;
  using Reads = List<People, Bodies, Record, Membership, Meetings, Decisions, Keyboxes>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// A session in which an election is called stays when it is, for terms and voting hours go by its time. One with an
  /// open ballot stays open, and one with a count that is neither declared nor carried over; and what an election is
  /// made of stays there until it is over.
  using Guards = List<ChangeSession, BeginClosing, CloseSession, EraseContent>;
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const ChangeSession::About& about,
                                                    const Asking&);
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const BeginClosing& asked, const Asking&);
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const CloseSession::About& about,
                                                    const Asking&);
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const EraseContent& asked, const Asking&);
  /// A motion on which a ballot is held is not open to anything else.
  using Also = List<SecretBallotCalled>;
  static void also(Community& now, const SecretBallotCalled& act, Time at);

  /// When a seat's last ballot was signed, and where in the record a key message stands.
  using Notes = List<BallotCast, KeyMessagePosted>;
  static void note(Community& now, const BallotCast& act, const Noting& noting);
  static void note(Community& now, const KeyMessagePosted& act, const Noting& noting);
};
static_assert(complete<ElectionsChapter>());

}  // namespace ccop::community
