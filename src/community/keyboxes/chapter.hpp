// The keyboxes of the seats of Members and Observers (clauses 3.5, 4.2, 4.3).
#pragma once

#include "community/kernel/chapter.hpp"
#include "community/kernel/noting.hpp"
#include "community/keyboxes/acts.hpp"
#include "community/keyboxes/commands.hpp"
#include "community/keyboxes/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"

namespace ccop::community {

struct KeyboxesChapter {
  static constexpr std::string_view name = "keyboxes";
  using State = Keyboxes;
  using Acts = KeyboxesActs;
  using Commands = KeyboxesCommands;
  using Reads = List<People, Membership>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// Where in the record a key was registered.
  using Notes = List<VotingKeyRegistered>;
  static void note(Community& now, const VotingKeyRegistered& act, const Noting& noting);
};
static_assert(complete<KeyboxesChapter>());

}  // namespace ccop::community
