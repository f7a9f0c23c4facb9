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

/// The same, of a form: the JSON of a Shape. Whoever takes the command makes sure of that; what pages show of it they
/// read tolerantly all the same.
template <class Shape>
struct BroughtAs : Brought<Content> {
  using Brought<Content>::Brought;
  [[nodiscard]] static BroughtAs read_json(const codec::Element& json) { return Content::read_json(json); }
};

/// A content that a command brings, and the form that it must have.
struct ShapedContent {
  ContentHash hash{};
  std::string_view member;                   ///< of the command
  void (*require)(std::string_view text){};  ///< throws BadInput
};

/// A content that was brought before, and is pointed at.
template <class C>
struct Known : C {
  Known() = default;
  Known(const C& content) : C(content) {}
  [[nodiscard]] static Known read_json(const codec::Element& json) { return C::read_json(json); }
};

}  // namespace ccop::community
