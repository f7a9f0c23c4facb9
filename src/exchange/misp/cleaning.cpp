#include "exchange/misp/cleaning.hpp"

#include "base/text.hpp"
#include "exchange/misp/values.hpp"
#include "exchange/recognise.hpp"
#include "exchange/stix/forms.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::misp {
namespace {

enum class Care { other, network, email, hash, fingerprint, number, mac };

struct Typed {
  std::string_view type;
  Care care;
};
constexpr std::array typed{Typed{"ip-src", Care::network},
                           Typed{"ip-dst", Care::network},
                           Typed{"ip", Care::network},
                           Typed{"domain", Care::network},
                           Typed{"hostname", Care::network},
                           Typed{"url", Care::network},
                           Typed{"uri", Care::network},
                           Typed{"link", Care::network},
                           Typed{"email", Care::email},
                           Typed{"email-src", Care::email},
                           Typed{"email-dst", Care::email},
                           Typed{"email-reply-to", Care::email},
                           Typed{"target-email", Care::email},
                           Typed{"dns-soa-email", Care::email},
                           Typed{"whois-registrant-email", Care::email},
                           Typed{"AS", Care::number},
                           Typed{"port", Care::number},
                           Typed{"size-in-bytes", Care::number},
                           Typed{"mac-address", Care::mac},
                           Typed{"authentihash", Care::hash},
                           Typed{"imphash", Care::hash},
                           Typed{"pehash", Care::hash}};

Care care_for(std::string_view type) {
  const auto found = std::ranges::find(typed, type, &Typed::type);
  if (found != typed.end()) return found->care;
  if (type.starts_with("x509-fingerprint-")) return Care::fingerprint;
  return digits_of_hash(type) != 0 ? Care::hash : Care::other;
}

std::string without(std::string_view text, std::string_view unwanted) {
  std::string out;
  for (const char c : text)
    if (unwanted.find(c) == std::string_view::npos) out += c;
  return out;
}

constexpr std::string_view blanks = " \t\r\n";

std::string trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  while (true) {
    const auto before = text.size();
    if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
    if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
    text = ccop::trimmed(text, blanks);
    if (text.size() == before) return std::string{text};
  }
}

/// `Jane Doe <jane@a.example>` names one address.
std::string address_in(const std::string& text) {
  const auto open = text.rfind('<');
  const auto close = text.rfind('>');
  const bool is_named = open != std::string::npos && close != std::string::npos && close > open + 1;
  std::string address = is_named ? trimmed(std::string_view{text}.substr(open + 1, close - open - 1)) : text;
  if (in_small_letters(address).starts_with("mailto:")) address.erase(0, 7);
  return address;
}

bool is_kind_of_type(Recognised kind, std::string_view type) {
  if (type.starts_with("ip")) return kind == Recognised::ipv4 || kind == Recognised::ipv6;
  if (type == "domain" || type == "hostname") return kind == Recognised::domain;
  if (type == "url" || type == "uri" || type == "link") return kind == Recognised::url;
  return kind == Recognised::email;
}

/// Whole again where it was broken so that nobody clicks on it; as it is where that leaves in doubt what is meant.
std::string made_whole(std::string_view type, const std::string& text) {
  const bool is_broken = text.find_first_of("[](){}*\\ ") != std::string::npos ||
                         in_small_letters(text.substr(0, 3)) == "hxx" || in_small_letters(text.substr(0, 4)) == "meow";
  if (!is_broken) return text;
  const auto signs = recognise(text, 2);
  return signs.size() == 1 && is_kind_of_type(signs.front().kind, type) ? signs.front().value : text;
}

std::string clean_part(std::string_view type, const std::string& value) {
  switch (care_for(type)) {
    case Care::network:
      return made_whole(type, trimmed(value));
    case Care::email:
      return made_whole(type, address_in(trimmed(value)));
    case Care::hash:
      return without(value, blanks);
    case Care::fingerprint:
      return without(value, " \t\r\n:");
    case Care::number:
    case Care::mac:
      return trimmed(value);
    case Care::other:
      break;
  }
  return value;
}

bool is_number(std::string_view text, std::uint64_t most) {
  const auto number = whole_number(text);
  return number && *number <= most;
}

bool is_part_of_its_type(std::string_view type, std::string_view value) {
  const bool has_blanks = value.find_first_of(blanks) != std::string_view::npos;
  if (type.starts_with("ip")) return is_ipv4(value) || is_ipv6(value);
  if (type == "domain" || type == "hostname")
    return !has_blanks && value.find_first_of("/:@[]") == std::string_view::npos;
  if (type == "url") return !has_blanks && value.find("://") != std::string_view::npos;
  if (type == "AS") return is_number(in_small_letters(value).starts_with("as") ? value.substr(2) : value, 0xFFFF'FFFF);
  if (type == "port") return is_number(value, 0xFFFF);
  if (type == "size-in-bytes") return is_number(value, (std::uint64_t{1} << 53) - 1);
  if (care_for(type) == Care::email)
    return !has_blanks && value.find('@') != std::string_view::npos &&
           value.find_first_of("<>") == std::string_view::npos;
  const std::size_t digits = digits_of_hash(type.starts_with("x509-fingerprint-") ? type.substr(17) : type);
  return digits == 0 || (value.size() == digits && is_hex(value));
}

/// The types of the two parts of `A|B`; of ip-dst|port, `port` is the second.
std::pair<std::string_view, std::string_view> parts_of(std::string_view type) {
  if (type == "malware-sample") return {"filename", "md5"};
  const auto bar = type.find('|');
  if (bar == std::string_view::npos) return {type, {}};
  return {type.substr(0, bar), type.substr(bar + 1)};
}

}  // namespace

std::string cleaned(std::string_view type, const std::string& value) {
  const auto [first, second] = parts_of(type);
  if (second.empty()) return clean_part(first, value);
  // A name may hold a bar; a registry's data too.
  const auto bar = second == "value" || first == "regkey" ? value.find('|') : value.rfind('|');
  if (bar == std::string::npos) return clean_part(first, value);
  return clean_part(first, value.substr(0, bar)) + "|" + clean_part(second, value.substr(bar + 1));
}

bool is_of_its_type(std::string_view type, std::string_view value) {
  const auto [first, second] = parts_of(type);
  if (second.empty()) return is_part_of_its_type(first, value);
  const auto bar = first == "regkey" ? value.find('|') : value.rfind('|');
  return bar != std::string_view::npos && is_part_of_its_type(first, value.substr(0, bar)) &&
         is_part_of_its_type(second, value.substr(bar + 1));
}

}  // namespace ccop::exchange::misp
