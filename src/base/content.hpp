// The name under which a text is known where the text itself must not stand.
#pragma once

#include "base/codec.hpp"

#include <compare>

namespace ccop {

/// A salted hash of a content (a name, a text, a file) that lies outside the ledger: SHA-256 over a label, a salt and
/// the content. A type of its own, so that a token's or an archive's hash isn't taken for one.
struct ContentHash {
  Hash hash{};

  ContentHash() = default;
  explicit constexpr ContentHash(const Hash& hash_of_content) : hash(hash_of_content) {}

  auto operator<=>(const ContentHash&) const = default;
  void write_json(std::string& out) const { codec::write(out, hash); }
  [[nodiscard]] static ContentHash read_json(const codec::Element& json) {
    return ContentHash{codec::read<Hash>(json)};
  }
};

}  // namespace ccop
