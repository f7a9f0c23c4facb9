// Addresses, hashes, and the names of vulnerabilities and techniques.
#include "base/text.hpp"
#include "exchange/text/context.hpp"
#include "exchange/text/found.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace ccop::exchange::free_text {
namespace {

bool is_address(std::string_view text, int family) {
  std::array<unsigned char, 16> bytes{};
  return inet_pton(family, std::string{text}.c_str(), bytes.data()) == 1;
}

std::size_t end_of_digits(const Written& in, std::size_t at, std::size_t most) {
  const std::size_t begin = at;
  while (is_digit(in.at(at)) && at - begin <= most) ++at;
  return at;
}

/// Behind "/24", where that is the length of a network's prefix.
std::size_t end_of_prefix(const Written& in, std::size_t at, int longest) {
  if (in.at(at) != '/') return at;
  const std::size_t end = end_of_digits(in, at + 1, 3);
  if (end == at + 1 || end - at > 4 || is_word(in.at(end)) || (in.at(end) == '.' && is_word(in.at(end + 1)))) return at;
  return std::stoi(std::string{in.between(at + 1, end)}) <= longest ? end : at;
}

/// An address that an IPv6 network in use has, by its first group; or one written out in full. "cafe::add" is code.
bool is_in_use(std::string_view text, bool was_broken) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, std::string{text}.c_str(), bytes.data()) != 1) return false;
  const bool is_low = std::all_of(bytes.begin(), bytes.begin() + 10, [](auto byte) { return byte == 0; });
  if (is_low) return bytes[10] == 0xFF || text == "::1" || text == "::";
  const auto groups = std::ranges::count(text, ':') + 1;
  const bool is_spelt_out = groups == 8 && text.find("::") == std::string_view::npos && text.size() > 23;
  const bool is_assigned = (bytes[0] & 0xE0u) == 0x20 || (bytes[0] & 0xFEu) == 0xFC || bytes[0] == 0xFF ||
                           (bytes[0] == 0xFE && (bytes[1] & 0xC0u) == 0x80) || (bytes[0] == 0 && bytes[1] == 0x64);
  const bool is_long_enough = text.find(':') >= 2 && std::ranges::any_of(text, is_digit);
  return is_spelt_out || was_broken || (is_assigned && is_long_enough);
}

bool begins_a_word(const Written& in, std::size_t at) {
  return !is_alphanumeric(in.before(at)) && in.before(at) != '_';
}
bool ends_a_word(const Written& in, std::size_t at) {
  return !is_alphanumeric(in.at(at)) && in.at(at) != '_';
}

std::optional<Recognised> kind_of_hash(std::size_t length) {
  switch (length) {
    case 32:
      return Recognised::md5;
    case 40:
      return Recognised::sha1;
    case 64:
      return Recognised::sha256;
    case 128:
      return Recognised::sha512;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::size_t end_of_ipv4(const Written& in, std::size_t at) {
  const std::size_t begin = at;
  for (int part = 0; part < 4; ++part) {
    if (part > 0 && in.at(at++) != '.') return begin;
    const std::size_t end = end_of_digits(in, at, 3);
    if (end == at || end - at > 3 || (in.at(at) == '0' && end - at > 1)) return begin;
    if (std::stoi(std::string{in.between(at, end)}) > 255) return begin;
    at = end;
  }
  const bool goes_on = is_alphanumeric(in.at(at)) || in.at(at) == '_' || (in.at(at) == '.' && is_digit(in.at(at + 1)));
  return goes_on ? begin : at;
}

Match find_ipv4(const Written& in, std::size_t at, Memory& memory) {
  if (!is_digit(in.at(at)) || !begins_a_word(in, at)) return std::nullopt;
  if (in.before(at) == '.' && at >= 2 && is_word(in.before(at - 1))) return std::nullopt;
  const std::size_t end = end_of_ipv4(in, at);
  if (end == at) return std::nullopt;
  const char next = in.at(end);
  const bool may_be_a_name =
      (next == '.' || next == '-') && (is_letter(in.at(end + 1)) || is_beyond_ascii(in.at(end + 1)));
  if (may_be_a_name || (next == '/' && !is_digit(in.at(end + 1))))
    if (auto name = find_name(in, at, memory); name && name->sign) return name;
  const std::size_t prefix_end = end_of_prefix(in, end, 32);
  if (next == ':' && is_digit(in.at(end + 1))) {
    const std::size_t port = end_of_digits(in, end + 1, 5);
    if (in.at(port) == '/' && is_word(in.at(port + 1)))
      if (auto name = find_name(in, at, memory); name && name->sign) return name;
  }
  if (prefix_end == end && is_version(in, at, end, memory.version_end)) {
    memory.version_end = end;
    return Found{std::nullopt, end};
  }
  const auto value = in.between(at, prefix_end);
  const bool is_mask = value.starts_with("255.") || (value.starts_with("0.0.0.") && value != "0.0.0.0");
  if (is_mask) return Found{std::nullopt, prefix_end};
  return Found{Sign{Recognised::ipv4, std::string{value}}, prefix_end};
}

Match find_ipv6(const Written& in, std::size_t at) {
  const bool is_bracketed = in.at(at) == '[';
  if (is_bracketed) ++at;
  if ((!is_hexadecimal(in.at(at)) && in.at(at) != ':') || (!is_bracketed && !begins_a_word(in, at)))
    return std::nullopt;
  if (!is_bracketed && in.before(at) == ':' && at >= 2 &&
      (in.before(at - 1) == ':' || is_hexadecimal(in.before(at - 1))) && in.at(at) != ':' &&
      label_before(in, at).size() < 2)
    return std::nullopt;
  std::size_t end = at;
  while ((is_hexadecimal(in.at(end)) || in.at(end) == ':' || in.at(end) == '.') && end - at < 48) ++end;
  while (end > at && (in.before(end) == '.' || (in.before(end) == ':' && in.before(end - 1) != ':'))) --end;
  if (end - at < 2 || in.between(at, end).find(':') == std::string_view::npos) return std::nullopt;
  // "C2:2001:db8::17": a label that could be a group.
  if ((in.starts_with(at, "C2:") || in.starts_with(at, "c2:")) && is_in_use(in.between(at + 3, end), false)) at += 3;
  std::string value = in_small_letters(in.between(at, end));
  if (!is_address(value, AF_INET6) || !is_in_use(value, in.was_broken(at, end)) || !ends_a_word(in, end))
    return std::nullopt;
  std::size_t behind = end;
  if (in.at(behind) == '%') {  // a zone says which card of the machine, and nothing of the address
    ++behind;
    while (is_alphanumeric(in.at(behind)) || in.at(behind) == '.' || in.at(behind) == '-') ++behind;
  } else {
    behind = end_of_prefix(in, end, 128);
    value = in_small_letters(in.between(at, behind));
  }
  return Found{Sign{Recognised::ipv6, value}, behind};
}

Match find_hash(const Written& in, std::size_t at, Memory& memory) {
  if (!is_hexadecimal(in.at(at)) || !begins_a_word(in, at)) return std::nullopt;
  std::size_t end = at;
  while (is_hexadecimal(in.at(end)) && end - at <= 128) ++end;
  const auto kind = kind_of_hash(end - at);
  if (!kind || !ends_a_word(in, end)) return std::nullopt;
  if (in.at(end) == '.' && is_alphanumeric(in.at(end + 1)))
    if (auto name = find_name(in, at, memory); name && name->sign) return name;
  // Pieces of a longer value: a fingerprint with colons, a UUID.
  if (in.before(at) == '-' && at >= 2 && is_hexadecimal(in.before(at - 1)) && in.at(end) == '-') return std::nullopt;
  const auto digits = in.between(at, end);
  const std::string label = label_before(in, at);
  const bool is_one_digit = std::ranges::all_of(digits, [&](char c) { return c == digits[0]; });
  const bool is_a_number = std::ranges::all_of(digits, is_digit) && !is_label_of_hashes(label);
  if (is_one_digit || is_a_number || is_label_of_secrets(label)) return Found{std::nullopt, end};
  if (*kind == Recognised::sha1 && !is_label_of_hashes(label) && is_commit(in, at, memory.commit_end)) {
    memory.commit_end = end;
    return Found{std::nullopt, end};
  }
  return Found{Sign{*kind, in_small_letters(digits)}, end};
}

Match find_cve(const Written& in, std::size_t at) {  // cve-2026-1234
  if (!begins_a_word(in, at) || in_small_letters(in.between(at, std::min(at + 3, in.text.size()))) != "cve")
    return std::nullopt;
  std::size_t i = at + 3;
  const auto mark = [&] { return in.at(i) == '-' || in.at(i) == '_' || in.at(i) == ' '; };
  if (mark()) ++i;
  const std::size_t year = i;
  i = end_of_digits(in, i, 4);
  if (i - year != 4 || (in.at(i) != '-' && in.at(i) != '_')) return std::nullopt;
  const std::size_t sequence = ++i;
  i = end_of_digits(in, i, 10);
  if (i - sequence < 4 || i - sequence > 10 || !ends_a_word(in, i)) return std::nullopt;
  return Found{Sign{Recognised::cve,
                    "CVE-" + std::string{in.between(year, year + 4)} + "-" + std::string{in.between(sequence, i)}},
               i};
}

Match find_technique(const Written& in, std::size_t at) {  // T1059, T1059.001
  const char mark = in.before(at);
  if ((in.at(at) != 'T' && in.at(at) != 't') || !begins_a_word(in, at) || mark == '-' || mark == '.')
    return std::nullopt;
  const std::size_t end = end_of_digits(in, at + 1, 4);
  // Numbers of ATT&CK begin at T1001; those for industrial control systems, at T0800.
  if (end - at != 5 || (in.at(at + 1) != '1' && in.between(at + 1, at + 3) != "08")) return std::nullopt;
  const std::string technique = "T" + std::string{in.between(at + 1, end)};
  const char between = in.at(end);
  if (between == '.' || between == '/' || between == '-' || between == ':') {
    const std::size_t sub = end_of_digits(in, end + 1, 3);
    if (sub - end == 4 && in.at(end + 1) == '0' && ends_a_word(in, sub))
      return Found{Sign{Recognised::technique, technique + "." + std::string{in.between(end + 1, sub)}}, sub};
    if (between == '-' && is_word(in.at(end + 1)) && in.at(end + 1) != 'T') return std::nullopt;
    if (between == '.' && is_digit(in.at(end + 1))) return std::nullopt;
  }
  if (in.at(at) == 't' || !ends_a_word(in, end)) return std::nullopt;
  return Found{Sign{Recognised::technique, technique}, end};
}

}  // namespace ccop::exchange::free_text
