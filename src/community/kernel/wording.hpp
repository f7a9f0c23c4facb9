// What somebody decides on, in the words that stood before their eyes. Whoever signs a decision signs these, and not
// only a number: another text under that number is another question.
#pragma once

#include "base/bytes.hpp"
#include "community/kernel/content.hpp"

#include <string_view>
#include <vector>

namespace ccop::community {

/// Hashes of texts, in the order that the command says. A command with a member `seen` of this type also has a function
/// `shown(now, command)` that says what it must be; the hub compares the two before it asks `decide`.
struct Wording {
  std::vector<Known<Content>> texts;  ///< contents, by the hash of salt and text
  std::vector<Hash> clear;            ///< SHA-256 of what the record has in clear: a name, a proposed charter

  bool operator==(const Wording&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (texts, clear))

[[nodiscard]] inline Hash in_clear(std::string_view text) {
  return sha256(bytes_of(text));
}

/// The one and the other.
[[nodiscard]] inline Wording together(Wording first, const Wording& second) {
  first.texts.insert(first.texts.end(), second.texts.begin(), second.texts.end());
  first.clear.insert(first.clear.end(), second.clear.begin(), second.clear.end());
  return first;
}

}  // namespace ccop::community
