// URLs, with the schemes that authors write so that nobody clicks on them.
#include "base/text.hpp"
#include "exchange/text/context.hpp"
#include "exchange/text/endings.hpp"
#include "exchange/text/found.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::free_text {
namespace {

constexpr std::size_t longest_scheme = 20;
constexpr std::size_t longest_url = 2048;

struct Scheme {
  std::string name;
  bool is_known{};  ///< then a host needs no top-level domain to be one
};

/// hxxp, h**ps, HTTP, ttps and meow are what they stand for; others are themselves.
Scheme meant_by(std::string_view written) {
  std::string small = in_small_letters(written);
  if (small == "meow" || small == "ttp" || small == "htp") return {"http", true};
  if (small == "meows" || small == "ttps" || small == "htps") return {"https", true};
  const bool is_secure = small.ends_with('s');
  const std::string_view stem = std::string_view{small}.substr(0, small.size() - (is_secure ? 1 : 0));
  const auto hides = [](char c) { return c == 't' || c == 'x' || c == '*' || c == '_' || c == '-' || c == '#'; };
  if (stem.size() >= 4 && stem.size() <= 5 && stem.front() == 'h' && stem.back() == 'p' &&
      std::ranges::all_of(stem.substr(1, stem.size() - 2), hides))
    return {is_secure ? "https" : "http", true};
  if (stem == "fxp") return {is_secure ? "ftps" : "ftp", true};
  static constexpr auto known = std::to_array<std::string_view>(
      {"ftp", "ftps", "sftp", "ws", "wss", "tcp", "udp", "ldap", "ldaps", "smb", "ssh", "rmi", "telnet", "gopher"});
  const bool is_known = std::ranges::find(known, small) != known.end();
  return {std::move(small), is_known};
}

bool is_scheme_character(char c) {
  return is_alphanumeric(c) || c == '*' || c == '_' || c == '+' || c == '#' || c == '-';
}

/// Where a scheme begins in the word [begin, end): at its beginning, or where a word before it is glued to it.
std::size_t begin_of_scheme(const Written& in, std::size_t begin, std::size_t end) {
  const auto word = in_small_letters(in.between(begin, end));
  if (meant_by(word).is_known) return begin;
  for (const std::string_view scheme : {"https", "hxxps", "http", "hxxp", "sftp", "ftp"})
    if (word.ends_with(scheme)) return end - scheme.size();
  return begin;
}

bool is_slash(char c) {
  return c == '/' || c == '\\';
}

struct Host {
  std::string name;
  std::size_t end{};
};

/// "user:password@", or nothing.
std::size_t end_of_user(const Written& in, std::size_t at) {
  for (std::size_t i = at; i < at + 64; ++i) {
    const char c = in.at(i);
    if (c == '@') return i + 1;
    if (!is_word(c) && std::string_view{".-~!$&'*+,;=:%"}.find(c) == std::string_view::npos) break;
  }
  return at;
}

Host host_at(const Written& in, std::size_t at, bool is_surely_one) {
  if (in.at(at) == '[') {
    const auto address = find_ipv6(in, at);
    if (!address || !address->sign || in.at(address->end) != ']') return {};
    return {"[" + address->sign->value + "]", address->end + 1};
  }
  const std::size_t number = end_of_ipv4(in, at);
  if (number != at && (in.at(number) != '.' || !is_alphanumeric(in.at(number + 1))))
    return {std::string{in.between(at, number)}, number};
  std::size_t end = end_of_name(in, at);
  while (end > at && !is_alphanumeric(in.before(end)) && !is_beyond_ascii(in.before(end))) --end;
  const auto written = in.between(at, end);
  if (std::string name = host_name(written, is_surely_one); !name.empty()) return {std::move(name), end};
  // A host of the own network, by its first name; or a number that programs take for an address.
  const bool goes_on =
      (is_slash(in.at(end)) && is_word(in.at(end + 1))) || (in.at(end) == ':' && is_digit(in.at(end + 1)));
  const bool is_plain = written.size() > 1 && written.find('.') == std::string_view::npos &&
                        std::ranges::none_of(written, is_beyond_ascii);
  return is_surely_one && is_plain && goes_on ? Host{in_small_letters(written), end} : Host{};
}

/// Whether a comma or semicolon at `at` separates the URL from what follows.
bool separates(const Written& in, std::size_t begin, std::size_t at, char opener) {
  if (opener == '"' || opener == '\'') return in.at(at + 1) == ' ';
  if (opener == ',' || opener == ';' || !is_word(in.at(at + 1))) return true;
  std::size_t word = at + 1;
  while (is_scheme_character(in.at(word)) && word - at < longest_scheme) ++word;
  if (in.at(word) == ':' && is_slash(in.at(word + 1))) return true;
  return in.between(begin, at).find('?') == std::string_view::npos;
}

bool begins_another(const Written& in, std::size_t at) {
  const char before = in.before(at);
  if (!is_alphanumeric(before) && before != '.') return false;
  for (const std::string_view scheme : {"http://", "https://", "hxxp://", "hxxps://", "ftp://"})
    if (in.starts_with(at, scheme)) return true;
  return false;
}

/// A closing bracket whose opening one stands before the URL.
bool closes_outside(const Written& in, std::size_t begin, std::size_t at) {
  const char close = in.at(at);
  const char open = close == ')' ? '(' : close == ']' ? '[' : '{';
  const auto url = in.between(begin, at);
  return std::ranges::count(url, close) >= std::ranges::count(url, open);
}

bool ends_url(const Written& in, std::size_t begin, std::size_t at, bool has_backslashes) {
  const char c = in.at(at);
  if (is_beyond_ascii(c)) {  // a script that needs no blank goes on behind a URL in its text
    std::size_t next = at;
    return is_alphanumeric(in.before(at)) && !mixes_with_latin(next_character(in.text, next));
  }
  if (static_cast<unsigned char>(c) <= ' ' || c == separating ||
      std::string_view{"\"<>`|^"}.find(c) != std::string_view::npos)
    return true;
  const char opener = in.before(begin);
  switch (c) {
    case '\\':
      return !has_backslashes;
    case '\'':
      return opener == '\'';
    case ',':
    case ';':
      return separates(in, begin, at, opener);
    case ')':
    case ']':
    case '}':
      return closes_outside(in, begin, at);
    default:
      return begins_another(in, at);
  }
}

}  // namespace

std::string_view host_of(std::string_view url) {
  url.remove_prefix(url.find("://") + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const auto user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  return url.starts_with('[') ? url.substr(1, url.find(']') - 1) : url.substr(0, url.find(':'));
}

std::size_t end_of_url(const Written& in, std::size_t begin, std::size_t host_end) {
  std::size_t end = host_end;
  if (in.at(end) == ':' && is_digit(in.at(end + 1))) {
    std::size_t port = end + 1;
    while (is_digit(in.at(port)) && port - end <= 6) ++port;
    end = port;
  }
  const bool has_backslashes = in.between(begin, host_end).find('\\') != std::string_view::npos;
  const char next = in.at(end);
  if (next != '/' && next != '?' && next != '#' && (!has_backslashes || next != '\\')) return end;
  const std::size_t path = end;
  while (end - begin < longest_url && !ends_url(in, begin, end, has_backslashes)) ++end;
  while (end > path && std::string_view{".,;:!?'*"}.find(in.before(end)) != std::string_view::npos) --end;
  if (in.before(begin) == '_' || in.before(begin) == '~')
    while (end > path && in.before(end) == in.before(begin)) --end;
  return end;
}

Match find_url(const Written& in, std::size_t at) {
  if (!is_letter(in.at(at))) return std::nullopt;
  std::size_t colon = at;
  while (is_scheme_character(in.at(colon)) && colon - at <= longest_scheme) ++colon;
  if (in.at(colon) != ':' || !is_slash(in.at(colon + 1)) || colon - at < 2) return std::nullopt;
  const std::size_t begin = begin_of_scheme(in, at, colon);
  const Scheme scheme = meant_by(in.between(begin, colon));
  std::size_t host_begin = colon + 1;
  while (is_slash(in.at(host_begin)) && host_begin - colon < 5) ++host_begin;
  const bool is_web = scheme.name.starts_with("http");
  if (!is_web && host_begin - colon != 3) return std::nullopt;
  if (scheme.name == "file" || scheme.name == "data" || scheme.name == "javascript") return std::nullopt;
  if (is_web && in.at(host_begin) == ' ' && host_begin - colon == 3 && is_alphanumeric(in.at(host_begin + 1)))
    ++host_begin;
  const std::size_t user_end = end_of_user(in, host_begin);
  const Host host = host_at(in, user_end, scheme.is_known);
  if (host.name.empty()) return std::nullopt;
  const std::size_t end = end_of_url(in, begin, host.end);
  std::string rest{in.between(host.end, end)};
  std::ranges::replace(rest, '\\', '/');
  return Found{
      Sign{Recognised::url, scheme.name + "://" + std::string{in.between(host_begin, user_end)} + host.name + rest},
      end};
}

}  // namespace ccop::exchange::free_text
