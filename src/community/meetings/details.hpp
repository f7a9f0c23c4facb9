// What a meeting is, as it must be written.
#pragma once

#include "base/bounds.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct MeetingText {
  TextOf<1, 300> title;
  std::optional<TextUpTo<300>> place;
  std::optional<TextUpTo<10'000>> description;
};
BOOST_DESCRIBE_STRUCT(MeetingText, (), (title, place, description))

}  // namespace ccop::community
