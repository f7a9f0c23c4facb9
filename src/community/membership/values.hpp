// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/charter/charter.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// Who is to be an organization's main representative, from when, and with which responsibilities declared.
struct Seating {
  PersonId person;
  Time from;
  std::optional<Time> until;
  std::vector<std::uint32_t> responsibilities;  ///< positions in the charter's list
};
BOOST_DESCRIBE_STRUCT(Seating, (), (person, from, until, responsibilities))

}  // namespace ccop::community
