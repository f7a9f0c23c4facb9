#include "exchange/text/written.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace ccop::exchange::free_text {
namespace {

using std::string_view_literals::operator""sv;

/// What an author put into brackets, and what it stands for. Words that are these in the languages of the UN; whoever
/// adds one knows that in brackets, between two parts of a name, it means nothing else.
struct Meaning {
  std::string_view inside;
  std::string_view meant;
};
constexpr std::array meanings{
    Meaning{".", "."},         Meaning{",", "."},       Meaning{"dot", "."},      Meaning{"punto", "."},
    Meaning{"punkt", "."},     Meaning{"point", "."},   Meaning{"точка", "."},    Meaning{"点", "."},
    Meaning{"點", "."},        Meaning{"نقطة", "."},    Meaning{"@", "@"},        Meaning{"at", "@"},
    Meaning{"arroba", "@"},    Meaning{"arobase", "@"}, Meaning{"собака", "@"},   Meaning{":", ":"},
    Meaning{"://", "://"},     Meaning{":/", ":/"},     Meaning{"//", "//"},      Meaning{"/", "/"},
    Meaning{"-", "-"},         Meaning{"www", "www"},   Meaning{"s", "s"},        Meaning{"http", "http"},
    Meaning{"https", "https"}, Meaning{"hxxp", "http"}, Meaning{"hxxps", "https"}};

char closing(char opening) {
  switch (opening) {
    case '[':
      return ']';
    case '(':
      return ')';
    case '{':
      return '}';
    default:
      return '>';
  }
}

constexpr std::size_t most_blanks = 3;

class Writing {
 public:
  explicit Writing(std::string_view raw) : raw_(raw) {
    out_.text.reserve(raw.size());
    out_.broken.reserve(raw.size());
  }

  Written done() {
    while (at_ < raw_.size()) step();
    return std::move(out_);
  }

 private:
  [[nodiscard]] char raw(std::size_t i) const { return i < raw_.size() ? raw_[i] : '\0'; }
  [[nodiscard]] char last() const { return out_.text.empty() ? '\n' : out_.text.back(); }
  [[nodiscard]] bool goes_on_with(std::string_view what, std::size_t i) const {
    return raw_.substr(std::min(i, raw_.size())).starts_with(what);
  }

  void put(std::string_view what, bool is_broken = false) {
    out_.text += what;
    out_.broken.append(what.size(), is_broken ? '\1' : '\0');
  }
  void put(char c) { put({&c, 1}); }

  void step() {
    const char c = raw_[at_];
    if (is_beyond_ascii(c)) return beyond_ascii();
    switch (c) {
      case '[':
      case '(':
      case '{':
      case '<':
        if (!bracket()) one(c);
        return;
      case ']':
      case ')':
      case '}':
        if (!half_closed()) one(c);
        return;
      case '.':
        if (!half_closed_dot()) one(c);
        return;
      case '\\':
        if (!escape()) one(c);
        return;
      case '&':
        if (!entity()) one(c);
        return;
      case ' ':
        if (!spelled()) one(c);
        return;
      default:
        one(static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r' ? separating : c);
    }
  }
  void one(char c) {
    put(c);
    ++at_;
  }

  /// "[.]", "( dot )", "[://]", "[[.]]", and "[." or "(@" with what follows.
  bool bracket() {
    const char open = raw_[at_];
    std::size_t i = at_ + 1;
    const bool is_double = raw(i) == open && open != '<';
    if (is_double) ++i;
    const std::size_t inner = i;
    while (raw(i) == ' ' && i - inner < most_blanks) ++i;
    const std::string next = in_small_letters(raw_.substr(std::min(i, raw_.size()), longest_meaning));
    const Meaning* found = nullptr;
    for (const auto& meaning : meanings) {
      if (!next.starts_with(meaning.inside) || (found && found->inside.size() > meaning.inside.size())) continue;
      std::size_t end = i + meaning.inside.size();
      while (raw(end) == ' ' && end - i - meaning.inside.size() < most_blanks) ++end;
      if (raw(end) == closing(open) && (!is_double || raw(end + 1) == closing(open))) found = &meaning;
    }
    if (found == nullptr) return half_open(open, inner);
    std::size_t end = raw_.find(closing(open), i + found->inside.size()) + (is_double ? 2 : 1);
    if (!is_meant(*found, open, end)) return false;
    join(*found, end);
    return true;
  }

  /// Whether brackets with a word that is one in prose, too, stand where only a broken value has them.
  [[nodiscard]] bool is_meant(const Meaning& meaning, char open, std::size_t end) const {
    const char before = last();
    if (meaning.inside == "s") return in_small_letters(before) == 'p' && raw(end) == ':';
    if (meaning.inside == "www") return raw(end) == '.' || raw(end) == '[';
    if (meaning.meant.starts_with("http")) return raw(end) == ':' || raw(end) == '[';
    if (meaning.meant == "-" || meaning.meant == "/" || meaning.inside == ",")
      return open != '<' && is_word(before) && (is_word(raw(end)) || meaning.meant == "/");
    if (meaning.meant == "." || meaning.meant == "@") return is_joined(end);
    return true;
  }
  /// Parts of a name before and behind, with or without blanks.
  [[nodiscard]] bool is_joined(std::size_t end) const {
    const auto before = out_.text.find_last_not_of(' ');
    if (before == std::string::npos || out_.text.size() - before > most_blanks) return false;
    while (raw(end) == ' ') ++end;
    const char c = out_.text[before];
    return (is_word(c) || c == ']' || c == '.') && (is_word(raw(end)) || raw(end) == '[');
  }
  void join(const Meaning& meaning, std::size_t end) {
    if (meaning.meant == "." || meaning.meant == "@") {
      while (last() == ' ') {
        out_.text.pop_back();
        out_.broken.pop_back();
      }
      while (raw(end) == ' ') ++end;
    }
    put(meaning.meant, true);
    at_ = end;
  }

  /// "evil[.example]", "evil(.example": the bracket goes, and its other half where a part of a name ends with it.
  bool half_open(char open, std::size_t inner) {
    const char c = raw(inner);
    if ((c != '.' && c != '@') || open == '<' || !is_alphanumeric(last()) || !is_alphanumeric(raw(inner + 1)))
      return false;
    put({&c, 1}, true);
    at_ = inner + 1;
    const auto near = raw_.substr(at_, longest_label);
    const std::size_t end = at_ + std::min(near.find_first_of("])} \n\t/"), near.size());
    half_ = raw(end) == closing(open) ? end : std::string_view::npos;
    return true;
  }
  bool half_closed() {
    if (at_ != half_) return false;
    half_ = std::string_view::npos;
    ++at_;
    return true;
  }
  /// "evil.]example"
  bool half_closed_dot() {
    const char next = raw(at_ + 1);
    if ((next != ']' && next != '}') || !is_alphanumeric(last()) || !is_alphanumeric(raw(at_ + 2))) return false;
    put(".", true);
    at_ += 2;
    return true;
  }

  /// What JSON, regular expressions and programs write with a backslash.
  bool escape() {
    const char next = raw(at_ + 1);
    if (next == '/' || next == '"' || next == '\'') return replace(next == '/' ? "/"sv : "\""sv, 2);
    if (next == '.' && is_word(last()) && is_word(raw(at_ + 2))) {
      put(".", true);
      at_ += 2;
      return true;
    }
    if (next == 'u' && goes_on_with("00", at_ + 2)) {
      unsigned code = 0;
      const auto digits = raw_.substr(at_ + 2, 4);
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
      if (end == digits.data() + 4 && code >= ' ' && code < 0x7F)
        return replace(std::string(1, static_cast<char>(code)), 6);
    }
    if ((next != 'n' && next != 'r' && next != 't') || is_path_so_far()) return false;
    has_escapes_ = true;
    return replace("\n", 2);
  }
  bool replace(std::string_view with, std::size_t length) {
    put(with);
    at_ += length;
    return true;
  }
  /// Whether what stands before a backslash goes on behind it: C:\, \\, %TEMP%\, or a word that is no whole value.
  [[nodiscard]] bool is_path_so_far() const {
    const std::string_view token = latest(" \n\t\"\x1e");
    if (token.find('\\') != std::string_view::npos || token.starts_with('%')) return true;
    if (token.empty() || (token.size() > 2 && !is_word(token.back()))) return false;
    const bool is_whole =
        token.find('.') != std::string_view::npos || token.find("::") != std::string_view::npos ||
        token.size() >= shortest_hash || in_small_letters(token.substr(0, 4)) == "cve-" ||
        (token.size() > 4 && token.front() == 'T' && std::ranges::all_of(token.substr(1, 4), is_digit));
    return !is_whole && (token.size() == 2 || (!has_escapes_ && is_word(raw(at_ + 2))));
  }

  /// Character references of HTML.
  bool entity() {
    struct Entity {
      std::string_view name;
      std::string_view meant;
    };
    static constexpr std::array entities{Entity{"&amp;", "&"},    Entity{"&lt;", "\""},   Entity{"&gt;", "\""},
                                         Entity{"&quot;", "\""},  Entity{"&apos;", "\""}, Entity{"&nbsp;", " "},
                                         Entity{"&period;", "."}, Entity{"&colon;", ":"}, Entity{"&sol;", "/"},
                                         Entity{"&commat;", "@"}};
    for (const auto& one : entities)
      if (goes_on_with(one.name, at_)) return replace(one.meant, one.name.size());
    if (raw(at_ + 1) != '#') return false;
    const bool is_hex = (raw(at_ + 2) | 0x20) == 'x';
    const auto digits = raw_.substr(std::min(at_ + (is_hex ? 3 : 2), raw_.size()), 4);
    unsigned code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
    const auto read = static_cast<std::size_t>(end - digits.data());
    if (error != std::errc{} || code < ' ' || code > '~' || raw(at_ + (is_hex ? 3 : 2) + read) != ';') return false;
    put(code == '"' || code == '<' || code == '>' ? '"' : static_cast<char>(code));
    at_ += (is_hex ? 3u : 2u) + read + 1;
    return true;
  }

  /// "evil DOT example": in capitals, for "dot" and "at" are words.
  bool spelled() {
    for (const auto& [word, meant] : {Meaning{" DOT ", "."}, Meaning{" AT ", "@"}}) {
      if (!goes_on_with(word, at_) || !is_alphanumeric(last()) || is_capital(last())) continue;
      const char next = raw(at_ + word.size());
      if (!is_alphanumeric(next) || is_capital(next)) continue;
      if (meant == "@" && raw_.substr(at_, 80).find("DOT") == std::string_view::npos) continue;
      put(meant, true);
      at_ += word.size();
      return true;
    }
    return false;
  }

  void beyond_ascii() {
    const std::size_t begin = at_;
    const char32_t c = next_character(raw_, at_);
    if (const char32_t half = in_half_width(c); half != c) return full_width(static_cast<char>(half));
    if (const char digit = digit_of(c); digit != 0 && !is_beyond_ascii(last())) return put(digit);
    switch (kind_of(c)) {
      case Character::letter:
        return put(raw_.substr(begin, at_ - begin));
      case Character::nothing:  // between letters beyond ASCII, a joiner may be part of a name
        if ((c == 0x200C || c == 0x200D) && is_beyond_ascii(last()) && is_beyond_ascii(raw(at_)))
          put(raw_.substr(begin, at_ - begin));
        return;
      case Character::blank:
        return put(' ');
      case Character::line_end:
        return put('\n');
      case Character::hyphen:
        return put('-');
      case Character::dash:
        return put(is_hyphen_here(c) ? '-' : separating);
      case Character::dot:
        return put(".", true);
      case Character::slash:
        return put('/');
      case Character::quote:
        return put('"');
      case Character::separator:
        return put(separating);
    }
  }
  /// Full-width punctuation ends sentences and clauses; within a value it is what it looks like.
  void full_width(char c) {
    const char next = raw(at_);
    const bool is_inside = is_alphanumeric(last()) && !is_beyond_ascii(next) ? is_alphanumeric(next) : false;
    if (c == ':') return put(next == '/' || goes_on_with("\uFF0F", at_) ? ':' : separating);
    if (is_alphanumeric(c) || c == '.' || c == '/' || c == '@' || c == '-' || c == '_') return put(c);
    if (c == '[' || c == '(') {
      for (const auto& inside : {"."sv, "\uFF0E"sv, "点"sv, "dot"sv})
        for (const auto& close : {"\uFF3D"sv, "\uFF09"sv})
          if (goes_on_with(std::string{inside} + std::string{close}, at_)) {
            put(".", true);
            at_ += inside.size() + close.size();
            return;
          }
    }
    if (c == '"' || c == '\'') return put('"');
    put(is_inside && (c == '=' || c == '%') ? c : separating);
  }
  /// A dash that stands for a hyphen: in a CVE's name, or in a word that is no whole value yet.
  [[nodiscard]] bool is_hyphen_here(char32_t dash) const {
    const std::string_view token = latest(" \n\t\"\x1e");
    const char next = raw(at_);
    if (token.empty() || !is_alphanumeric(next)) return false;
    constexpr std::size_t length_with_year = 8;
    if (in_small_letters(token.substr(token.size() - std::min(token.size(), length_with_year))).find("cve") !=
        std::string::npos)
      return true;
    return dash == en_dash && is_letter(next) && is_letter(token.front()) && token.size() < shortest_hash &&
           token.find_first_of("./") == std::string_view::npos;
  }

  /// What was written since one of these ended something; no more than the end of it where it is long.
  [[nodiscard]] std::string_view latest(std::string_view ends) const {
    constexpr std::size_t most = 256;
    const std::string_view text{out_.text};
    const auto near = text.substr(text.size() - std::min(text.size(), most));
    return near.substr(near.find_last_of(ends) + 1);
  }

  static constexpr std::size_t shortest_hash = 32;
  static constexpr std::size_t longest_meaning = 12;
  static constexpr std::size_t longest_label = 64;
  static constexpr char32_t en_dash = 0x2013;
  std::string_view raw_;
  std::size_t at_{};
  std::size_t half_{std::string_view::npos};  ///< where a bracket closes whose other half was left out
  bool has_escapes_{};                        ///< the text is one that a program wrote in quotes
  Written out_;
};

}  // namespace

Written written(std::string_view raw) {
  return Writing{raw}.done();
}

}  // namespace ccop::exchange::free_text
