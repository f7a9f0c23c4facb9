#include "exchange/stix/text_forms.hpp"

#include "base/bytes.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/timestamp.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange {
namespace {

constexpr std::array text_forms{
    TextForm{ValueType::string, "a text", [](std::string_view) { return true; }},
    TextForm{ValueType::timestamp, "a timestamp in UTC such as 2026-01-31T12:00:00.000Z",
             [](std::string_view text) { return parse_timestamp(text).has_value(); }},
    TextForm{ValueType::ipv4, "an IPv4 address, or a network in CIDR notation (section 6.8)", is_ipv4},
    TextForm{ValueType::ipv6, "an IPv6 address, or a network in CIDR notation (section 6.9)", is_ipv6},
    TextForm{ValueType::mac, "a MAC address in small letters with colons (section 6.12)", is_mac},
    TextForm{ValueType::email, "an e-mail address without a display name (section 6.5)", is_email},
    TextForm{ValueType::url, "a URL (section 6.18)", is_url},
    TextForm{ValueType::registry_key, "a key with its hive's whole name (section 6.17)",
             [](std::string_view text) { return hive_abbreviated_in(text).empty(); }},
    TextForm{ValueType::cpe, "a name of CPE 2.3 such as cpe:2.3:a:vendor:product:1.0:*:*:*:*:*:*:* (section 6.14)",
             is_cpe},
    TextForm{ValueType::language, "a language as RFC 5646 writes it", is_language},
    TextForm{ValueType::binary, "base64", [](std::string_view text) { return from_base64(text).has_value(); }},
    TextForm{ValueType::hex, "hexadecimal digits, two for a byte",
             [](std::string_view text) { return text.size() % 2 == 0 && is_hex(text); }}};

}  // namespace

const TextForm* text_form(ValueType type) {
  const auto found = std::ranges::find(text_forms, type, &TextForm::type);
  return found == text_forms.end() ? nullptr : &*found;
}

}  // namespace ccop::exchange
