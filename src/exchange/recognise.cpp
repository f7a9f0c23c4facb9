#include "exchange/recognise.hpp"

#include "exchange/stix/pattern.hpp"
#include "exchange/text/found.hpp"

#include <algorithm>
#include <set>

namespace ccop::exchange {
namespace {

using namespace free_text;

/// Whether something may begin here: a word, or a mark with which addresses and paths begin.
bool may_begin(const Written& in, std::size_t at) {
  const char c = in.at(at);
  const char before = in.before(at);
  if (is_beyond_ascii(c)) return !is_beyond_ascii(before);
  if (is_alphanumeric(c)) return !is_alphanumeric(before) && (before != '_' || at < 2 || !is_word(in.before(at - 1)));
  return c == '[' || c == ':' || c == '/' || c == '\\' || c == '%' || c == '~' || c == '.';
}

Match find_at(const Written& in, std::size_t at, Memory& memory) {
  if (auto found = find_url(in, at)) return found;
  if (auto found = find_path(in, at, memory)) return found;
  if (auto found = find_cve(in, at)) return found;
  if (auto found = find_technique(in, at)) return found;
  if (auto found = find_ipv6(in, at)) return found;
  if (auto found = find_ipv4(in, at, memory)) return found;
  if (auto found = find_hash(in, at, memory)) return found;
  return find_name(in, at, memory);
}

std::size_t behind_word(const Written& in, std::size_t at) {
  const auto belongs = is_beyond_ascii(in.at(at)) ? is_beyond_ascii : is_alphanumeric;
  do ++at;
  while (belongs(in.at(at - 1)) && belongs(in.at(at)));
  return at;
}

/// An address by which a machine means itself, or none at all.
bool is_own(const Sign& sign) {
  if (sign.kind != Recognised::url && sign.kind != Recognised::ipv4 && sign.kind != Recognised::ipv6) return false;
  const std::string_view host = sign.kind == Recognised::url ? host_of(sign.value) : std::string_view{sign.value};
  return host.starts_with("127.") || host == "0.0.0.0" || host == "::1" || host == "::" || host == "localhost";
}

}  // namespace

Reading read_signs(std::string_view text, std::size_t most) {
  const Written in = free_text::written(text);
  Reading reading;
  std::set<Sign> seen;
  Memory memory;
  std::size_t resumed = 0;  // behind a value, even where the next one is glued to it
  for (std::size_t at = 0; at < in.text.size() && reading.signs.size() < most;) {
    if (!may_begin(in, at) && (at != resumed || !is_word(in.at(at)))) {
      ++at;
      continue;
    }
    auto found = find_at(in, at, memory);
    if (found && found->sign && seen.insert(*found->sign).second)
      (is_own(*found->sign) ? reading.left_out : reading.signs).push_back(*std::move(found->sign));
    at = found ? std::max(found->end, at + 1) : behind_word(in, at);
    if (found) resumed = at;
  }
  return reading;
}

std::vector<Sign> recognise(std::string_view text, std::size_t most) {
  return read_signs(text, most).signs;
}

std::string pattern_of(const Sign& sign) {
  const std::string value = "'" + escaped_in_pattern(sign.value) + "'";
  switch (sign.kind) {
    case Recognised::ipv4:
      return "[ipv4-addr:value = " + value + "]";
    case Recognised::ipv6:
      return "[ipv6-addr:value = " + value + "]";
    case Recognised::domain:
      return "[domain-name:value = " + value + "]";
    case Recognised::url:
      return "[url:value = " + value + "]";
    case Recognised::email:
      return "[email-addr:value = " + value + "]";
    case Recognised::md5:
      return "[file:hashes.MD5 = " + value + "]";
    case Recognised::sha1:
      return "[file:hashes.'SHA-1' = " + value + "]";
    case Recognised::sha256:
      return "[file:hashes.'SHA-256' = " + value + "]";
    case Recognised::sha512:
      return "[file:hashes.'SHA-512' = " + value + "]";
    case Recognised::file_name:
      return "[file:name = " + value + "]";
    case Recognised::cve:
    case Recognised::technique:
      return {};
  }
  return {};
}

}  // namespace ccop::exchange
