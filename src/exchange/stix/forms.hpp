// What names, hashes and addresses look like in STIX 2.1.
#pragma once

#include <cstddef>
#include <string_view>

namespace ccop::exchange {

/// Section 3.1.
[[nodiscard]] bool is_property_name(std::string_view name);
/// Section 2.4.
[[nodiscard]] bool is_dictionary_key(std::string_view key);
/// Section 2.7: a name of an algorithm, of the vocabulary or another.
[[nodiscard]] bool is_hash_key(std::string_view key);
/// How many hexadecimal digits a hash of this algorithm has, however it is written; 0 for those that are no hexadecimal
/// of a fixed length.
[[nodiscard]] std::size_t digits_of_hash(std::string_view algorithm);
[[nodiscard]] bool is_hex(std::string_view text);

/// An address, or a network as `ADDRESS/LENGTH` (sections 6.8, 6.9).
[[nodiscard]] bool is_ipv4(std::string_view text);
[[nodiscard]] bool is_ipv6(std::string_view text);
/// Six bytes, in small letters, with colons between them (section 6.12).
[[nodiscard]] bool is_mac(std::string_view text);
/// An address alone, without the name of whoever has it (section 6.5).
[[nodiscard]] bool is_email(std::string_view text);
/// A scheme, a colon and what follows it, without blanks (section 6.18; RFC 3986, and beyond ASCII RFC 3987).
[[nodiscard]] bool is_url(std::string_view text);
/// Well-formed by RFC 5646.
[[nodiscard]] bool is_language(std::string_view text);
/// Of the form of CPE 2.3 that binds to a text: eleven attributes, the first a, o or h (section 6.14; NIST IR 7695,
/// section 6.2).
[[nodiscard]] bool is_cpe(std::string_view text);
/// A custom extension of an observable: small letters, digits and hyphens, with -ext at the end (section 11.3.1).
[[nodiscard]] bool is_extension_name(std::string_view name);
/// `CVE-2026-1234` (section 4.18)
[[nodiscard]] bool is_cve_id(std::string_view text);
/// `CAPEC-1` (section 4.1)
[[nodiscard]] bool is_capec_id(std::string_view text);
/// `HKLM\Software` instead of `HKEY_LOCAL_MACHINE\Software` (section 6.17): the whole name of the hive, else empty.
[[nodiscard]] std::string_view hive_abbreviated_in(std::string_view key);

}  // namespace ccop::exchange
