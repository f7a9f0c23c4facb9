// Organizations, seats and mandates, Observers (section 4 of the Terms of Reference).
#pragma once

#include "community/bodies/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/membership/acts.hpp"
#include "community/membership/commands.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

struct MembershipChapter {
  static constexpr std::string_view name = "membership";
  using State = Membership;
  using Subject = OrganizationId;
  [[nodiscard]] static OrganizationId subject(const Community& now, SeatChangeId id);
  using Acts = MembershipActs;
  using Commands = MembershipCommands;
  using Reads = List<People, Bodies, Record>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// The founding charter's organizations join (clause 4.8).
  using Also = List<CommunityFounded>;
  static void also(Community& now, const CommunityFounded& act, Time at);
};
static_assert(complete<MembershipChapter>());

}  // namespace ccop::community
