// The collective assessment of exposure to threats (clause 2.2): the same questions to every seat, of which only totals
// are ever opened.
#pragma once

#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/acts.hpp"
#include "community/elections/state.hpp"
#include "community/exposure/acts.hpp"
#include "community/exposure/commands.hpp"
#include "community/exposure/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/keyboxes/state.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "community/record/commands.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

struct ExposureChapter {
  static constexpr std::string_view name = "exposure";
  using State = Assessment;
  using Subject = RoundId;
  using Acts = ExposureActs;
  using Commands = ExposureCommands;
  using Reads = List<People, Record, Membership, Meetings, Decisions, Keyboxes, Elections>;

  /// A round opens and closes at its times.
  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// Adopted questions stay there as long as anybody may want to know what was asked, and a paper until its round is
  /// over.
  using Guards = List<EraseContent>;
  [[nodiscard]] static std::optional<Refusal> guard(const Community& now, const EraseContent& asked, const Asking&);
  /// An adopted motion adopts the question set that it is about.
  using Follows = List<DecisionRegistered>;
  [[nodiscard]] static std::vector<Act> follow(const Community& now, const DecisionRegistered& act,
                                               std::span<const Act> before);
  /// The ballot of a round is held as an election is. One that was prepared for keys that are discarded is prepared
  /// anew for the next: nobody could open what is encrypted to the old ones.
  using Also = List<RoundCalled, RoundLevelled, KeysDiscarded>;
  static void also(Community& now, const RoundCalled& act, Time at);
  static void also(Community& now, const RoundLevelled& act, Time at);
  static void also(Community& now, const KeysDiscarded& act, Time at);
};
static_assert(complete<ExposureChapter>());

}  // namespace ccop::community
