// What a motion says, as it must be written.
#pragma once

#include "base/bounds.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct MotionText {
  TextOf<1, 300> title;
  std::optional<TextUpTo<20'000>> text;
};
BOOST_DESCRIBE_STRUCT(MotionText, (), (title, text))

}  // namespace ccop::community
