// Who sits in the bodies, and until when.
#pragma once

#include "community/bodies/acts.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"

#include <optional>
#include <vector>

namespace ccop::community {

struct SecretaryTerm {
  PersonId person{};
  Time from{};
};
BOOST_DESCRIBE_STRUCT(SecretaryTerm, (), (person, from))

struct CoChairTerm {
  std::uint32_t position{};
  PersonId person{};
  Time from{};
  Time until{};  ///< after it the co-Chair carries on, acting, until a successor sits (clauses 3.3, 3.5)
  std::optional<Time> vacated;

  [[nodiscard]] bool serves(Time at) const { return from <= at && (!vacated || at < *vacated); }
};
BOOST_DESCRIBE_STRUCT(CoChairTerm, (), (position, person, from, until, vacated))

struct Bodies {
  std::vector<SecretaryTerm> secretaries;  ///< in order of `from`; the last that has begun serves
  std::vector<CoChairTerm> co_chairs;

  [[nodiscard]] std::optional<PersonId> secretary(Time at) const;
  /// The position whose term the person is serving, whether or not the seat it rests on is still held.
  [[nodiscard]] std::optional<std::uint32_t> position_of(PersonId person, Time at) const;
  [[nodiscard]] std::optional<PersonId> co_chair(std::uint32_t position, Time at) const;
};
BOOST_DESCRIBE_STRUCT(Bodies, (), (secretaries, co_chairs))

[[nodiscard]] inline const Bodies& bodies(const Community& now) {
  return of<Bodies>(now);
}

void apply(Bodies& bodies, const SecretaryAppointed& act);
void apply(Bodies& bodies, const CoChairSeated& act, Time at);
void apply(Bodies& bodies, const CoChairVacated& act);

}  // namespace ccop::community
