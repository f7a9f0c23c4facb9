// Examines one STIX object: is it what STIX 2.1 says it must be?
#pragma once

#include "exchange/stix/object.hpp"

#include <simdjson.h>

namespace ccop::exchange {

/// Something about an object that is wrong or unusual.
struct Finding {
  std::string object;    ///< its id, as far as it could be read
  std::string property;  ///< with its place in lists: external_references[2].url; empty: the object as a whole
  std::string rule;      ///< what is asked for there
  [[nodiscard]] std::string sentence() const;
};

struct Examined {
  StixObject object;              ///< meaningful when there are no errors
  std::vector<Finding> errors;    ///< it is not a STIX object
  std::vector<Finding> warnings;  ///< it is, and unusual: words outside an open vocabulary, unknown properties
};

struct ExamineOptions {
  bool custom{true};    ///< types and properties that STIX doesn't define are kept; else they are errors
  bool warnings{true};  ///< gathers them
  bool terms{true};     ///< gathers what the object is found by
  bool taken{};         ///< it is here already: what it is found by is gathered even where more is asked by now
};

/// The largest object that is taken.
constexpr std::size_t largest_object = std::size_t{16} * 1024 * 1024;
constexpr unsigned deepest_nesting = 64;

/// Examines objects one after the other; holds the memory that the next will need again. Not for two threads at once.
class Examiner {
 public:
  explicit Examiner(ExamineOptions options = {});

  /// `json` is one object. Behind it, within the same allocation, at least SIMDJSON_PADDING bytes must be readable when
  /// `padded` is set; otherwise it is copied first.
  [[nodiscard]] Examined examine(std::string_view json, bool padded = false);

 private:
  ExamineOptions options_;
  simdjson::dom::parser parser_;
};

}  // namespace ccop::exchange
