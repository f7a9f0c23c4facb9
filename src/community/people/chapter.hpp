// Who is known to the community, and by which passkeys they speak.
#pragma once

#include "community/kernel/chapter.hpp"
#include "community/kernel/noting.hpp"
#include "community/people/acts.hpp"
#include "community/people/commands.hpp"
#include "community/people/state.hpp"

namespace ccop::community {

struct PeopleChapter {
  static constexpr std::string_view name = "people";
  using State = People;
  using Subject = PersonId;
  using Acts = PeopleActs;
  using Commands = PeopleCommands;
  using Reads = List<>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// Where in the record a passkey was enrolled.
  using Notes = List<PasskeyEnrolled>;
  static void note(Community& now, const PasskeyEnrolled& act, const Noting& noting);
};
static_assert(complete<PeopleChapter>());

}  // namespace ccop::community
