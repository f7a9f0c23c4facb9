// The register of risks as it stands, and how each risk was described and looked at before.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace ccop::community {

enum class RiskState { proposed, open, declined, closed };
BOOST_DESCRIBE_ENUM(RiskState, proposed, open, declined, closed)

struct RiskVersion {
  ContentHash text{};
  std::vector<ItemId> items;
  PersonId by{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(RiskVersion, (), (text, items, by, at))

struct RiskReview {
  ContentHash note{};
  PersonId by{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(RiskReview, (), (note, by, at))

struct Risk {
  RiskState state{};
  std::vector<RiskVersion> versions;    ///< at least one; the last one holds
  std::optional<OrganizationId> owner;  ///< once it is taken up
  std::optional<Time> owned_since;
  std::optional<Time> taken_up_at;
  std::optional<Time> review_by;
  std::vector<RiskReview> reviews;
  std::optional<ContentHash> reason;  ///< why it was declined or closed
  std::optional<Time> over_at;

  [[nodiscard]] const RiskVersion& current() const { return versions.back(); }
  [[nodiscard]] bool is_over() const { return over_at.has_value(); }
};
BOOST_DESCRIBE_STRUCT(Risk, (), (state, versions, owner, owned_since, taken_up_at, review_by, reviews, reason, over_at))

struct Risks {
  Table<Risk, RiskId> all;

  [[nodiscard]] const Risk* find(RiskId id) const { return all.find(id); }
};
BOOST_DESCRIBE_STRUCT(Risks, (), (all))

[[nodiscard]] inline const Risks& risks(const Community& now) {
  return of<Risks>(now);
}

/// Who answers for it: its owner while that organization belongs to the community; else nobody, and it is the
/// Secretary's to hand over.
[[nodiscard]] std::optional<OrganizationId> owner_of(const Community& now, const Risk& risk, Time at);

}  // namespace ccop::community
