// What a motion says, as those know it who decide on it.
#pragma once

#include "community/kernel/content.hpp"

#include <vector>

namespace ccop::community {

/// The hashes of a motion's text and of its options, in their order. Who opens a motion, votes, objects or withdraws
/// signs what stood before their eyes, and not only a motion's number: another text under that number is another
/// question.
struct Wording {
  Known<Content> text;
  std::vector<Known<Content>> options;

  bool operator==(const Wording&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (text, options))

}  // namespace ccop::community
