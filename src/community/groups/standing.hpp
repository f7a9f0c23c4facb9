// Who may do what in a working group.
#pragma once

#include "community/charter/charter.hpp"
#include "community/groups/state.hpp"
#include "community/kernel/ruling.hpp"

#include <variant>

namespace ccop::community {

/// The group, if it is there and not over.
[[nodiscard]] std::variant<const Group*, Refusal> open_group(const Community& now, GroupId id);
/// The same, once it is founded.
[[nodiscard]] std::variant<const Group*, Refusal> founded_group(const Community& now, GroupId id);

/// Why the asker does not speak for the group's Lead.
[[nodiscard]] std::optional<Refusal> objection_to_lead(const Community& now, const Group& group, const Asking& asking);
/// The same, where a convener may in its place.
[[nodiscard]] std::optional<Refusal> objection_to_keeper(const Community& now, const Group& group,
                                                         const Asking& asking);
/// Of a group that is founded: why `objection` does not let the asker through.
[[nodiscard]] std::optional<Refusal> objection_in_founded(const Community& now, GroupId id, const Asking& asking,
                                                          const auto& objection) {
  const auto found = founded_group(now, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  return objection(now, *std::get<const Group*>(found), asking);
}
/// Why this organization can't become the Lead: it did not volunteer, or has left the community since (clause 7.5).
[[nodiscard]] std::optional<Refusal> objection_to_new_lead(const Community& now, const Group& group,
                                                           OrganizationId lead, Time at);
/// The organization for which the asker takes part: a Member or an Observer (clause 5.1).
[[nodiscard]] std::variant<OrganizationId, Refusal> participant(const Community& now, const Asking& asking);

/// What a proposal lacks to be founded: a priority in effect, a Lead that volunteered, enough organizations that are in
/// (clauses 7.2, 7.4, 7.5).
[[nodiscard]] std::optional<Refusal> objection_to_founding(const Community& now, const Group& group, Time at);

/// Whether this is the end of the charter's next mid-year day after `at`, in whatever time zone. Of a charter that
/// names no day of the calendar any time within a year is.
[[nodiscard]] bool is_next_mid_year(const Charter& charter, Time mid_year, Time at);

}  // namespace ccop::community
