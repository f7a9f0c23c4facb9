// Sharing of threats and incidents (clauses 2.3, 2.8, 5.4, 5.5): who stands how near to what is shared. What is shared
// is no act of the record: machines write thousands of items a second; the marking that each carries is kept to by
// this.
#pragma once

#include "community/hub.hpp"

namespace ccop::community {

/// How somebody stands to what the community shares.
enum class Standing {
  outside,   ///< nobody in particular, a guest of a session, a person without a seat
  liaison,   ///< another community's machine: reads what was released to others (clause 2.8)
  observer,  ///< speaks for an Observer
  member,    ///< speaks for a Member, or serves on the Management Committee
};
BOOST_DESCRIBE_ENUM(Standing, outside, liaison, observer, member)

/// How far something may travel, from the widest circle to the narrowest.
enum class Circle { open, released, community, members, named };
BOOST_DESCRIBE_ENUM(Circle, open, released, community, members, named)

/// Somebody who shares or reads.
struct Sharer {
  Standing standing{};
  bool is_committee{};
  std::optional<OrganizationId> organization;
};

/// Rights lie with the seat, so they end with the mandate (clause 4.2).
[[nodiscard]] Sharer sharer(const Community& now, PersonId person, Time at);

/// Whether that standing reads what is for `circle`; of what is for named recipients, each reads what names it.
[[nodiscard]] bool reads(Standing standing, Circle circle);

/// The texts of the releases that the group expressly agreed to (clause 5.4): only what they name leaves the group.
[[nodiscard]] std::vector<ContentHash> agreed_releases(const Community& now);

/// Why this sharer may not let an object leave the group, whose release was or was not agreed to (clause 5.4).
[[nodiscard]] std::optional<Refusal> objection_to_release(const Sharer& sharer, bool is_agreed);

/// Why this sharer may not bring anything; empty when it may. Members share (clause 2.3); Observers and liaisons read.
[[nodiscard]] std::optional<Refusal> objection_to_sharing(const Sharer& sharer);

}  // namespace ccop::community
