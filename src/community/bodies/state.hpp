// Who sits in the bodies, and until when.
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

/// Asked for by one co-Chair, and not yet by another.
struct AskedSecretary {
  PersonId person{};
  Time from{};
  PersonId asked_by{};
  Time lapses{};
  Time asked_at{};
};
BOOST_DESCRIBE_STRUCT(AskedSecretary, (), (person, from, asked_by, lapses, asked_at))

struct Bodies {
  std::vector<SecretaryTerm> secretaries;  ///< in order of `from`; the last that has begun serves
  std::vector<CoChairTerm> co_chairs;
  std::optional<AskedSecretary> asked_secretary;

  [[nodiscard]] const AskedSecretary* pending_secretary(Time at) const;

  [[nodiscard]] std::optional<PersonId> secretary(Time at) const;
  /// The position whose term the person is serving, whether or not the seat it rests on is still held.
  [[nodiscard]] std::optional<std::uint32_t> position_of(PersonId person, Time at) const;
  [[nodiscard]] std::optional<PersonId> co_chair(std::uint32_t position, Time at) const;
};
BOOST_DESCRIBE_STRUCT(Bodies, (), (secretaries, co_chairs, asked_secretary))

[[nodiscard]] inline const Bodies& bodies(const Community& now) {
  return of<Bodies>(now);
}

}  // namespace ccop::community
