// STIX patterns (STIX 2.1, section 9): read, and told what they compare. Matching them against traffic is other
// programs' work; here they are checked and their values become findable.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ccop::exchange {

/// One comparison with a string, a number or a set of them: `ipv4-addr:value = '198.51.100.7'`.
struct PatternValue {
  std::string object_type;  ///< ipv4-addr
  std::string path;         ///< value, hashes.'SHA-256', extensions.'http-request-ext'.request_value
  std::string value;        ///< a string's characters, or a number, time or flag as it is written
  bool negated{};
  bool is_equality{};  ///< =, or a member of IN
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

/// The value as it stands between a string's quotes in a pattern.
[[nodiscard]] std::string escaped_in_pattern(std::string_view value);

}  // namespace ccop::exchange
