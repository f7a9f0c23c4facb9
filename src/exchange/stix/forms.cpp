#include "exchange/stix/forms.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace ccop::exchange {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_alphanumeric(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}
bool all_are(std::string_view text, bool (*fits)(char)) {
  return std::ranges::all_of(text, fits);
}

bool is_network(std::string_view text, int family, int longest) {
  const auto slash = text.find('/');
  std::array<unsigned char, sizeof(in6_addr)> address{};
  if (text.size() > 64 || inet_pton(family, std::string{text.substr(0, slash)}.c_str(), address.data()) != 1)
    return false;
  if (slash == std::string_view::npos) return true;
  const auto digits = text.substr(slash + 1);
  if (digits.size() > 1 && digits.front() == '0') return false;
  int length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  return error == std::errc{} && end == digits.data() + digits.size() && is_ascii_digit(digits.front()) &&
         length <= longest;
}

struct Algorithm {
  std::string_view name;  ///< in small letters, without hyphens and underscores
  std::size_t digits;
};
constexpr std::array algorithms{Algorithm{"md5", 32},      Algorithm{"sha1", 40},      Algorithm{"sha224", 56},
                                Algorithm{"sha256", 64},   Algorithm{"sha384", 96},    Algorithm{"sha512", 128},
                                Algorithm{"sha3224", 56},  Algorithm{"sha3256", 64},   Algorithm{"sha3384", 96},
                                Algorithm{"sha3512", 128}, Algorithm{"ripemd160", 40}, Algorithm{"whirlpool", 128}};

bool are_private(std::string_view rest) {
  if (rest.empty()) return false;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('-'), rest.size());
    if (end == 0 || end > 8 || !all_are(rest.substr(0, end), is_alphanumeric)) return false;
    rest = end == rest.size() ? std::string_view{} : rest.substr(end + 1);
  }
  return true;
}

/// The subtags of RFC 5646, section 2.1, behind the language: the order is kept, the lengths are what counts.
bool are_subtags(std::string_view rest) {
  int stage = 0;  // 0: extended languages, 1: script was, 2: region was, 3: variants, 4: extensions
  bool needs_more = false;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('-'), rest.size());
    const auto tag = rest.substr(0, end);
    rest = end == rest.size() ? std::string_view{} : rest.substr(end + 1);
    if (tag.empty() || tag.size() > 8 || !all_are(tag, is_alphanumeric)) return false;
    const bool is_variant = tag.size() >= 5 || (tag.size() == 4 && is_ascii_digit(tag.front()));
    // What is for private use may be of any length.
    if (in_small_letters(tag) == "x") return !needs_more && are_private(rest);
    if (tag.size() == 1) {
      if (needs_more) return false;
      stage = 4;
      needs_more = true;
    } else if (stage == 4) {
      needs_more = false;
    } else if (tag.size() == 3 && all_are(tag, is_ascii_letter) && stage == 0) {
      continue;
    } else if (tag.size() == 4 && all_are(tag, is_ascii_letter) && stage < 1) {
      stage = 1;
    } else if (stage < 2 && ((tag.size() == 2 && all_are(tag, is_ascii_letter)) ||
                             (tag.size() == 3 && all_are(tag, is_ascii_digit)))) {
      stage = 2;
    } else if (is_variant) {
      stage = 3;
    } else {
      return false;
    }
  }
  return !needs_more;
}

}  // namespace

bool is_property_name(std::string_view name) {
  return name.size() >= 3 && name.size() <= 250 && name.front() >= 'a' && name.front() <= 'z' &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_'; });
}

bool is_dictionary_key(std::string_view key) {
  return !key.empty() && key.size() <= 250 &&
         std::ranges::all_of(key, [](char c) { return is_alphanumeric(c) || c == '_' || c == '-'; });
}

bool is_hash_key(std::string_view key) {
  // Names of MISP's such as sha512/256 have a slash.
  return key.size() >= 3 && key.size() <= 250 &&
         std::ranges::all_of(key, [](char c) { return is_alphanumeric(c) || c == '_' || c == '-' || c == '/'; });
}

bool is_extension_name(std::string_view name) {
  return name.size() <= 250 && name.ends_with("-ext") &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-'; });
}

std::size_t digits_of_hash(std::string_view algorithm) {
  std::string name = in_small_letters(algorithm.substr(0, 32));
  std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
  const auto found = std::ranges::find(algorithms, name, &Algorithm::name);
  return found == algorithms.end() ? 0 : found->digits;
}

bool is_hex(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool is_ipv4(std::string_view text) {
  return is_network(text, AF_INET, 32);
}

bool is_ipv6(std::string_view text) {
  return is_network(text, AF_INET6, 128);
}

bool is_mac(std::string_view text) {
  constexpr std::size_t length = 17;
  if (text.size() != length) return false;
  for (std::size_t i = 0; i < length; ++i) {
    const bool fits = i % 3 == 2 ? text[i] == ':' : is_ascii_digit(text[i]) || (text[i] >= 'a' && text[i] <= 'f');
    if (!fits) return false;
  }
  return true;
}

bool is_email(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
  const auto local = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  const bool is_quoted = local.size() > 1 && local.front() == '"' && local.back() == '"';
  constexpr std::string_view not_within = " \t\r\n<>,;:()\"";
  return (is_quoted || local.find_first_of(not_within) == std::string_view::npos) &&
         (domain.front() == '[' || domain.find_first_of(not_within) == std::string_view::npos);
}

bool is_url(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !is_ascii_letter(text.front()))
    return false;
  return std::ranges::all_of(text.substr(0, colon),
                             [](char c) { return is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; }) &&
         std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == 0x7F; });
}

bool is_language(std::string_view text) {
  const auto end = std::min(text.find('-'), text.size());
  const auto language = text.substr(0, end);
  const std::string_view rest = end == text.size() ? std::string_view{} : text.substr(end + 1);
  if (text.empty() || text.back() == '-') return false;
  if (in_small_letters(language) == "x") return are_private(rest);
  if (in_small_letters(language) == "i")
    return !rest.empty() && all_are(rest, [](char c) { return is_ascii_letter(c) || c == '-'; });
  return language.size() >= 2 && language.size() <= 8 && all_are(language, is_ascii_letter) && are_subtags(rest);
}

bool is_cve_id(std::string_view text) {
  if (!text.starts_with("CVE-") || text.size() < 13 || text[8] != '-') return false;
  const auto number = text.substr(9);
  return all_are(text.substr(4, 4), is_ascii_digit) && all_are(number, is_ascii_digit) &&
         (number.size() == 4 || number.front() != '0');
}

bool is_cpe(std::string_view text) {
  constexpr std::string_view start = "cpe:2.3:";
  constexpr std::size_t attributes = 11;
  if (!text.starts_with(start)) return false;
  std::size_t complete = 0;
  std::size_t length = 0;
  for (auto rest = text.substr(start.size()); !rest.empty(); rest.remove_prefix(1)) {
    if (rest.front() == ':') {
      if (length == 0) return false;
      ++complete;
      length = 0;
      continue;
    }
    if (rest.front() == '\\') rest.remove_prefix(1);
    if (rest.empty() || rest.front() <= ' ' || rest.front() > '~') return false;
    ++length;
  }
  const bool has_part =
      std::string_view{"aoh*-"}.find(text[std::min(start.size(), text.size() - 1)]) != std::string_view::npos;
  return has_part && length > 0 && complete + 1 == attributes;
}

bool is_capec_id(std::string_view text) {
  return text.size() > 6 && text.starts_with("CAPEC-") && all_are(text.substr(6), is_ascii_digit);
}

std::string_view hive_abbreviated_in(std::string_view key) {
  using Hive = std::pair<std::string_view, std::string_view>;
  const std::string first = in_small_letters(key.substr(0, std::min(key.find('\\'), std::size_t{8})));
  for (const auto& [abbreviated, whole] :
       {Hive{"hklm", "HKEY_LOCAL_MACHINE"}, Hive{"hkcu", "HKEY_CURRENT_USER"}, Hive{"hkcr", "HKEY_CLASSES_ROOT"},
        Hive{"hku", "HKEY_USERS"}, Hive{"hkcc", "HKEY_CURRENT_CONFIG"}, Hive{"hkpd", "HKEY_PERFORMANCE_DATA"},
        Hive{"hkdd", "HKEY_DYN_DATA"}})
    if (first == abbreviated) return whole;
  return {};
}

}  // namespace ccop::exchange
