#include "exchange/stix/pattern.hpp"

#include "exchange/stix/forms.hpp"
#include "exchange/stix/pattern_text.hpp"

#include <array>
#include <utility>

namespace ccop::exchange {
namespace {

constexpr unsigned deepest = 64;
constexpr std::size_t most_comparisons = 5000;  ///< in all alternatives together

using Alternatives = std::vector<Conjunction>;

class Reader {
 public:
  Reader(std::string_view text, bool gathers_alternatives) : text_(text), gathers_(gathers_alternatives) {}

  Pattern read() {
    alternatives_ = observations(0);
    if (!text_.is_at_end()) text_.fail("the end, or AND, OR, FOLLOWEDBY or a qualifier");
    return std::move(pattern_);
  }
  /// What the last pattern says, where it is no more than that.
  [[nodiscard]] std::optional<Alternatives> alternatives() && {
    if (!is_plain_) return std::nullopt;
    return std::move(alternatives_);
  }

 private:
  // AND, OR and FOLLOWEDBY are read alike here: how they group changes what matches, not what is well-formed; and
  // what has another operator than OR is no list of alternatives, however it groups.
  Alternatives observations(unsigned depth) {
    Alternatives all = observation(depth);
    while (true) {
      if (text_.take_word("OR")) {
        join(all, observation(depth));
      } else if (text_.take_word("AND") || text_.take_word("FOLLOWEDBY")) {
        is_plain_ = false;
        observation(depth);
      } else {
        return all;
      }
    }
  }

  Alternatives observation(unsigned depth) {
    if (depth > deepest) text_.fail("fewer parentheses: at most 64 within one another");
    Alternatives all;
    if (text_.take("[")) {
      all = comparisons(depth + 1);
      text_.need("]");
      qualifiers(true);
      return all;
    }
    if (!text_.take("(")) text_.fail("[ or (");
    all = observations(depth + 1);
    text_.need(")");
    qualifiers(false);
    return all;
  }

  /// Each kind at most once of one observation (STIX 2.1, section 9.5); a group in parentheses may be qualified again.
  void qualifiers(bool is_one_observation) {
    std::array<bool, 3> had{};
    const auto once = [&](std::size_t kind, std::string_view word) {
      const std::size_t begin = text_.place();
      if (!text_.take_word(word)) return false;
      if (std::exchange(had.at(kind), true) && is_one_observation)
        throw PatternMistake{begin + 1, std::string{word} + " once for an observation"};
      is_plain_ = false;
      return true;
    };
    while (true) {
      if (once(0, "START")) {
        text_.timestamp();
        text_.need_word("STOP");
        text_.timestamp();
      } else if (once(1, "WITHIN")) {
        text_.positive_number(false);
        text_.need_word("SECONDS");
      } else if (once(2, "REPEATS")) {
        text_.positive_number(true);
        text_.need_word("TIMES");
      } else {
        return;
      }
    }
  }

  Alternatives comparisons(unsigned depth) {
    Alternatives all = all_of(depth);
    while (text_.take_word("OR")) join(all, all_of(depth));
    return all;
  }

  Alternatives all_of(unsigned depth) {
    Alternatives all = comparison(depth);
    while (text_.take_word("AND")) all = both(std::move(all), comparison(depth));
    return all;
  }

  Alternatives comparison(unsigned depth) {
    if (depth > deepest) text_.fail("fewer parentheses: at most 64 within one another");
    if (text_.take("(")) {
      Alternatives all = comparisons(depth + 1);
      text_.need(")");
      return all;
    }
    PatternValue value;
    value.negated = text_.take_word("NOT");
    if (text_.take_word("EXISTS")) {
      value.test = Test::exists;
      object_path(value);
      return just(value);
    }
    if (value.negated) text_.fail("EXISTS");
    object_path(value);
    value.negated = text_.take_word("NOT");
    return test(value);
  }

  Alternatives test(PatternValue& value) {
    using Word = std::pair<std::string_view, Test>;
    for (const auto& [word, test] : {Word{"LIKE", Test::like}, Word{"MATCHES", Test::matches},
                                     Word{"ISSUBSET", Test::subset}, Word{"ISSUPERSET", Test::superset}}) {
      if (!text_.take_word(word)) continue;
      value.test = test;
      value.value = text_.string();
      return keep(value);
    }
    if (text_.take_word("IN")) return members(value);
    for (const std::string_view symbol : {"==", "=", "!=", "<>", "<=", ">=", "<", ">"}) {
      if (!text_.take(symbol)) continue;
      const bool is_unequal = symbol == "!=" || symbol == "<>";
      const bool is_equal = symbol == "=" || symbol == "==";
      value.test = is_equal || is_unequal ? Test::equal : Test::ordered;
      value.negated = value.negated != is_unequal;
      const std::size_t begin = text_.place();
      value.value = text_.literal(value.test == Test::ordered);
      be_possible(value, begin);
      return keep(value);
    }
    text_.fail("=, !=, <, <=, >, >=, IN, LIKE, MATCHES, ISSUBSET or ISSUPERSET");
  }

  /// One of these; or, negated, none of them.
  Alternatives members(PatternValue& value) {
    Alternatives all;
    text_.need("(");
    do {
      const std::size_t begin = text_.place();
      value.value = text_.literal(false);
      be_possible(value, begin);
      Alternatives one = keep(value);
      if (all.empty())
        all = std::move(one);
      else if (value.negated)
        all = both(std::move(all), std::move(one));
      else
        join(all, std::move(one));
    } while (text_.take(","));
    text_.need(")");
    return all;
  }

  void object_path(PatternValue& value) {
    value.object_type = text_.name(true, "an object path such as ipv4-addr:value");
    text_.need(":");
    last_step_ = step();
    value.path = last_step_;
    while (true) {
      if (text_.take("[")) {
        value.path += "[" + text_.index() + "]";
        last_step_.clear();
        text_.need("]");
      } else if (text_.take(".")) {
        last_step_ = step();
        value.path += "." + last_step_;
      } else {
        return;
      }
    }
  }

  std::string step() {
    if (text_.is_string_next()) return "'" + escaped_in_pattern(text_.string()) + "'";
    return std::string{text_.name(false, "a property's name")};
  }

  /// A hash of another length is none, and nothing is equal to it.
  void be_possible(const PatternValue& value, std::size_t begin) const {
    if (value.test != Test::equal || value.path.find("hashes") == std::string::npos) return;
    std::string algorithm = last_step_;
    std::erase(algorithm, '\'');
    const std::size_t digits = digits_of_hash(algorithm);
    if (digits != 0 && (value.value.size() != digits || !is_hex(value.value)))
      throw PatternMistake{begin + 1, std::to_string(digits) + " hexadecimal digits"};
  }

  Alternatives keep(const PatternValue& value) {
    pattern_.values.push_back(value);
    return just(value);
  }
  Alternatives just(const PatternValue& value) {
    if (!gathers_) return {};
    return {{value}};
  }

  void join(Alternatives& all, Alternatives&& more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  Alternatives both(Alternatives&& some, Alternatives&& others) {
    Alternatives all;
    for (const auto& one : some)
      for (const auto& other : others) {
        Conjunction together = one;
        together.insert(together.end(), other.begin(), other.end());
        counted_ += together.size();
        if (counted_ > most_comparisons) return is_plain_ = false, Alternatives{};
        all.push_back(std::move(together));
      }
    return all;
  }

  PatternText text_;
  std::string last_step_;  ///< of the last path; empty where that is a place in a list
  bool gathers_;
  Pattern pattern_;
  Alternatives alternatives_;
  bool is_plain_{true};
  std::size_t counted_{};
};

}  // namespace

std::string PatternMistake::sentence() const {
  return "at character " + std::to_string(position) + ": expected " + expected;
}

std::string escaped_in_pattern(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::variant<Pattern, PatternMistake> parse_pattern(std::string_view text) {
  try {
    return Reader{text, false}.read();
  } catch (const PatternMistake& mistake) {
    return mistake;
  }
}

std::optional<std::vector<Conjunction>> alternatives_of(std::string_view text) {
  try {
    Reader reader{text, true};
    static_cast<void>(reader.read());
    return std::move(reader).alternatives();
  } catch (const PatternMistake&) {
    return std::nullopt;
  }
}

}  // namespace ccop::exchange
