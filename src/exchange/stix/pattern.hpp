// STIX patterns (STIX 2.1, section 9): read, and told what they compare. Matching them against traffic is other
// programs' work; here they are checked and their values become findable.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ccop::exchange {

/// How a comparison asks for its value.
enum class Test { equal, ordered, like, matches, subset, superset, exists };

/// One comparison with a string, a number or a set of them: `ipv4-addr:value = '198.51.100.7'`.
struct PatternValue {
  std::string object_type;  ///< ipv4-addr
  std::string path;         ///< value, hashes.'SHA-256', extensions.'http-request-ext'.request_value
  std::string value;        ///< a string's characters, or a number, time or flag as it is written
  bool negated{};
  Test test{Test::equal};

  /// =, or a member of IN
  [[nodiscard]] bool is_equality() const { return test == Test::equal; }
};

struct Pattern {
  std::vector<PatternValue> values;
};

struct PatternMistake {
  std::size_t position{};  ///< of the character at which reading stopped, counted from 1
  std::string expected;
  [[nodiscard]] std::string sentence() const;
};

/// Refuses what the grammar of section 9 doesn't have, and nesting deeper than 64.
[[nodiscard]] std::variant<Pattern, PatternMistake> parse_pattern(std::string_view text);

/// Comparisons that must all hold of one object that is observed.
using Conjunction = std::vector<PatternValue>;
/// A pattern as alternatives, any of which matches alone. Empty where it says more than that (AND and FOLLOWEDBY
/// between observations, qualifiers), where it is no pattern, and where the alternatives would be very many.
[[nodiscard]] std::optional<std::vector<Conjunction>> alternatives_of(std::string_view text);

/// The value as it stands between a string's quotes in a pattern.
[[nodiscard]] std::string escaped_in_pattern(std::string_view value);

}  // namespace ccop::exchange
