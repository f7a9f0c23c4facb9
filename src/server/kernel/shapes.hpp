// What answers are made of beside what the codec knows. In a view an absent std::optional is left out, as everywhere;
// what is written as null says so by its type.
#pragma once

#include "base/codec.hpp"
#include "base/schema.hpp"

#include <map>

namespace ccop::server {

/// A value, or null.
template <class T>
struct OrNull : std::optional<T> {
  using std::optional<T>::optional;
  OrNull(std::optional<T> value) : std::optional<T>(std::move(value)) {}  // NOLINT(google-explicit-constructor)

  void write_json(std::string& out) const {
    if (*this)
      codec::write(out, **this);
    else
      out += "null";
  }
  [[nodiscard]] static std::string schema(schema::Components& components) {
    return ccop::schema::or_null(ccop::schema::of<T>(components));
  }
};

/// An object of texts by their names.
struct Values {
  std::map<std::string, std::string> all;

  void write_json(std::string& out) const;
  [[nodiscard]] static std::string schema(schema::Components& components);
};

/// JSON as it stands in a store: an object whose members others chose.
struct AnyObject {
  std::string json{"{}"};

  void write_json(std::string& out) const { out += json; }
  [[nodiscard]] static std::string schema(schema::Components& components);
};

/// An answer that says nothing but that it was done.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

}  // namespace ccop::server
