// Dotted names: domains, e-mail addresses, names of files; and what only looks like one.
#include "base/text.hpp"
#include "exchange/text/context.hpp"
#include "exchange/text/endings.hpp"
#include "exchange/text/found.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::free_text {
namespace {

constexpr std::size_t longest_name = 512;  ///< in bytes; of DNS's 253 characters some have two
constexpr std::size_t longest_domain = 253;
constexpr std::size_t longest_label = 63;

std::string_view last_label(std::string_view name) {
  return name.substr(name.rfind('.') + 1);
}

bool are_labels(std::string_view name) {
  while (!name.empty()) {
    const auto end = std::min(name.find('.'), name.size());
    const auto label = name.substr(0, end);
    if (label.empty() || label.size() > longest_label || label.front() == '-' || label.back() == '-') return false;
    if (end + 1 == name.size()) return false;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return true;
}

/// What programs and prose write with points: "System.Net", "sentence.Next", "self.id", "com.example.app".
bool is_code(const Written& in, std::size_t at, std::size_t end) {
  const auto name = in.between(at, end);
  const auto last = last_label(name);
  const auto first = name.substr(0, name.find('.'));
  const bool is_loud = std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  if (is_capital(last.front()) && !is_loud) return true;
  if (is_product(in_small_letters(name))) return true;
  const char before = in.before(at);
  if (before == '$' || (before == '>' && in.before(at - 1) == '-')) return true;
  if (in.starts_with(end, "::") || (before == ':' && in.before(at - 1) == ':')) return true;
  static constexpr auto selves = std::to_array<std::string_view>({"self", "this", "super", "e", "i"});
  if (std::ranges::find(selves, first) != selves.end() && (first.size() > 1 || std::ranges::count(name, '.') > 1))
    return true;
  static constexpr auto packages =
      std::to_array<std::string_view>({"com", "org", "net", "io", "edu", "gov", "java", "javax"});
  if (std::ranges::find(packages, first) != packages.end() && std::ranges::count(name, '.') > 1) return true;
  const bool is_a_time = last.size() == 2 && std::ranges::all_of(name.substr(0, name.size() - 2),
                                                                 [](char c) { return is_digit(c) || c == '.'; });
  return is_a_time && name.size() <= 8;
}

/// "console.log(x)", "requests.post('...')", "args.name[0]": called or looked into. In prose, brackets behind a name
/// hold a value, or words.
bool is_called(const Written& in, std::size_t end) {
  const char open = in.at(end);
  const char next = in.at(end + 1);
  if (open == '[') return is_digit(next) || next == '\'' || next == '"';
  if (open != '(') return false;
  if (next == ')' || next == '"' || next == '\'' || next == '_' || next == '$') return true;
  std::size_t word = end + 1;
  while (is_alphanumeric(in.at(word)) || in.at(word) == '_') ++word;
  return word > end + 1 && !is_digit(next) && !is_capital(next) &&
         (in.at(word) == ')' || in.at(word) == ',' || in.at(word) == '(');
}

/// "host.name": "x", event.id=4: a field and its value.
bool is_assigned(const Written& in, std::size_t at, std::size_t end) {
  if (!is_field(in_small_letters(last_label(in.between(at, end))))) return false;
  if (in.at(end) == '"' || in.at(end) == '\'') ++end;
  while (in.at(end) == ' ') ++end;
  return in.at(end) == '=' || (in.at(end) == ':' && !is_digit(in.at(end + 1)));
}

/// Where a run ends once the punctuation behind it is left to the sentence.
std::size_t without_punctuation(const Written& in, std::size_t begin, std::size_t end) {
  while (end > begin && !is_alphanumeric(in.before(end)) && !is_beyond_ascii(in.before(end))) --end;
  return end;
}

std::size_t end_of_foreign(const Written& in, std::size_t at, std::size_t run) {
  while (at < run && is_beyond_ascii(in.at(at))) ++at;
  return at;
}

Match find_email(const Written& in, std::size_t at) {
  std::size_t local = at;
  if (std::size_t next = at; !mixes_with_latin(next_character(in.text, next))) return std::nullopt;
  const auto belongs = [](char c) { return is_word(c) || c == '.' || c == '-' || c == '+' || c == '%' || c == '\''; };
  while (belongs(in.at(local)) && local - at <= 64) ++local;
  if (in.at(local) != '@' || local == at) return std::nullopt;
  const std::size_t end = without_punctuation(in, local + 1, end_of_name(in, local + 1));
  const auto written = in.between(local + 1, end);
  const auto ending = in_small_letters(last_label(written));
  if (is_file_ending(ending) && !is_top_level(ending)) return std::nullopt;
  const std::string host = host_name(written, true);
  const auto name = in_small_letters(in.between(at, local));
  if (host.empty() || (is_capital(last_label(written).front()) && !is_capital(written.front()))) return std::nullopt;
  if (name == "git" && in.at(end) == ':') return Found{std::nullopt, end};  // a repository to clone
  return Found{Sign{Recognised::email, name + "@" + host}, end};
}

/// "198.51.100.4/evil.example": values that a slash separates, not a path.
bool is_a_list(const Written& in, std::size_t slash, std::size_t end) {
  for (const auto& piece : pieces_of(in.between(slash, end), '/')) {
    const auto ending = in_small_letters(last_label(piece));
    const bool is_name = !is_file_ending(ending) && !host_name(piece, false).empty();
    const Written alone{piece, std::string(piece.size(), '\0')};
    if (!is_name && end_of_ipv4(alone, 0) != piece.size()) return false;
  }
  return end > slash + 1;
}

/// "198.51.100.4:443/tcp": how it is reached, and no path.
bool is_transport(std::string_view path) {
  static constexpr auto transports =
      std::to_array<std::string_view>({"tcp", "udp", "icmp", "sctp", "tls", "ssl", "quic", "http", "https"});
  return std::ranges::find(transports, in_small_letters(path)) != transports.end();
}

/// A domain with a path behind it: evil.example/login.php, evil.example:8080/x.
Match find_bare_url(const Written& in, std::size_t at, std::size_t end, bool is_sure) {
  const auto written = in.between(at, end);
  const bool is_number = end_of_ipv4(in, at) == end;
  if (!is_number && !is_sure && (is_file_ending(in_small_letters(last_label(written))) || is_code(in, at, end)))
    return std::nullopt;
  const std::string host = is_number ? std::string{written} : host_name(written, is_sure);
  const std::size_t url_end = end_of_url(in, at, end);
  std::size_t slash = end;
  if (in.at(slash) == ':') do
      ++slash;
    while (is_digit(in.at(slash)));
  if (host.empty() || url_end <= slash || in.at(slash) != '/' || is_a_list(in, slash, url_end)) return std::nullopt;
  if ((is_number && url_end == slash + 1) || is_transport(in.between(slash + 1, url_end))) return std::nullopt;
  return Found{Sign{Recognised::url, "http://" + host + std::string{in.between(end, url_end)}}, url_end};
}

/// "invoice(1).pdf"
std::size_t end_with_copy_number(const Written& in, std::size_t end) {
  if (in.at(end) != '(' || !is_digit(in.at(end + 1))) return end;
  std::size_t i = end + 1;
  while (is_digit(in.at(i))) ++i;
  return in.at(i) == ')' && in.at(i + 1) == '.' && is_alphanumeric(in.at(i + 2)) ? end_of_name(in, i + 1) : end;
}

Match find_file(const Written& in, std::size_t at, std::size_t end) {
  const auto name = in.between(at, end);
  const auto ending = last_label(name);
  if (ending.size() == name.size() || ending.size() + 1 == name.size() || !is_file_ending(in_small_letters(ending)))
    return std::nullopt;
  const bool is_quiet = std::ranges::any_of(ending, [](char c) { return c >= 'a' && c <= 'z'; });
  if ((is_capital(ending.front()) && is_quiet) || is_product(in_small_letters(name)) || is_called(in, end))
    return std::nullopt;
  return Found{Sign{Recognised::file_name, std::string{name}}, end};
}

}  // namespace

std::size_t end_of_name(const Written& in, std::size_t at) {
  enum class Script { none, latin, other };
  Script script = Script::none;
  std::size_t i = at;
  while (i < in.text.size() && i - at < longest_name) {
    const char c = in.text[i];
    if (is_letter(c) || is_beyond_ascii(c)) {
      std::size_t next = i;
      const Script here = mixes_with_latin(next_character(in.text, next)) ? Script::latin : Script::other;
      if (script != Script::none && script != here) return i;
      script = here;
      i = next;
    } else if (c == '.') {
      if (in.at(i + 1) == '.') return i;
      script = Script::none;
      ++i;
    } else if (is_digit(c) || c == '-' || c == '_') {
      ++i;
    } else {
      return i;
    }
  }
  return i;
}

std::string host_name(std::string_view text, bool is_surely_one) {
  if (text.size() > longest_name || text.find('.') == std::string_view::npos) return {};
  std::string name = in_small_letters(text);
  if (std::ranges::any_of(name, is_beyond_ascii)) name = canonical_name(name);
  if (name.empty() || name.size() > longest_name || !are_labels(name)) return {};
  if (std::ranges::none_of(name, is_beyond_ascii) && name.size() > longest_domain) return {};
  const auto last = last_label(name);
  if (last.size() < 2) return {};
  if (is_top_level(last)) return name;
  const bool is_word_like = last.starts_with("xn--") ||
                            std::ranges::none_of(last, [](char c) { return is_digit(c) || c == '-' || c == '_'; });
  return is_surely_one && is_word_like ? name : std::string{};
}

Match find_name(const Written& in, std::size_t at, Memory& memory) {
  if (at < memory.name_end || !is_word(in.at(at)) || in.at(at) == '_') return std::nullopt;
  if (auto email = find_email(in, at)) return email;
  const std::size_t run = end_of_name(in, at);
  // Where a word of a script without blanks stands first, a name may begin behind it.
  memory.name_end = is_beyond_ascii(in.at(at)) ? end_of_foreign(in, at, run) : run;
  if (in.before(at) == '@') return std::nullopt;
  const std::size_t end = without_punctuation(in, at, run);
  const auto name = in.between(at, end);
  const bool is_broken = in.was_broken(at, end);
  if (const std::size_t copy = end_with_copy_number(in, end); copy != end)
    return find_file(in, at, without_punctuation(in, end, copy));
  if (name.find('.') == std::string_view::npos) return std::nullopt;
  const bool is_sure = is_broken || is_label_of_names(label_before(in, at));
  if (in.at(end) == '/' || in.at(end) == ':')
    if (auto url = find_bare_url(in, at, end, is_sure)) return url;
  if (!is_sure)
    if (is_file_ending(in_small_letters(last_label(name))) && !name.starts_with("www.")) return find_file(in, at, end);
  if (!is_broken && (is_code(in, at, end) || is_called(in, end) || is_assigned(in, at, end))) return std::nullopt;
  std::string host = host_name(name, is_sure);
  if (host.empty()) return std::nullopt;
  return Found{Sign{Recognised::domain, std::move(host)}, end};
}

}  // namespace ccop::exchange::free_text
