// What a direction says, as it must be written. A priority is written as a motion is, for it becomes one.
#pragma once

#include "base/bounds.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct DirectionText {
  TextOf<1, 300> title;
  TextOf<1, 200> from;                     ///< the body that gave it
  std::optional<TextUpTo<100>> reference;  ///< of its letter
  std::optional<TextUpTo<20'000>> letter;
};
BOOST_DESCRIBE_STRUCT(DirectionText, (), (title, from, reference, letter))

}  // namespace ccop::community
