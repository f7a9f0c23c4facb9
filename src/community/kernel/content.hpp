// Contents in commands: which of them come along, and which are there already.
#pragma once

#include "base/codec.hpp"
#include "base/content.hpp"

namespace ccop::community {

/// What the record knows of a content.
using Content = ContentHash;

/// A content that comes with the command; a command whose content is missing is refused.
template <class C>
struct Brought : C {
  Brought() = default;
  Brought(const C& content) : C(content) {}
  [[nodiscard]] static Brought read_json(const codec::Element& json) { return C::read_json(json); }
};

/// A content that was brought before, and is pointed at.
template <class C>
struct Known : C {
  Known() = default;
  Known(const C& content) : C(content) {}
  [[nodiscard]] static Known read_json(const codec::Element& json) { return C::read_json(json); }
};

}  // namespace ccop::community
