// Finds in free text what a machine could act on: addresses, domains, URLs, hashes, CVEs; also where an author broke
// them so that nobody clicks on them ("hxxp", "[.]").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ccop::exchange {

enum class Recognised { ipv4, ipv6, domain, url, email, md5, sha1, sha256, sha512, cve, technique, file_name };

struct Sign {
  Recognised kind{};
  std::string value;  ///< whole again, in small letters where case says nothing
  auto operator<=>(const Sign&) const = default;
};

/// Each value once, in the order of the text; at most `most`.
[[nodiscard]] std::vector<Sign> recognise(std::string_view text, std::size_t most = 10'000);

/// The value whole again: hxxp://a[.]example -> http://a.example.
[[nodiscard]] std::string refanged(std::string_view text);

/// The STIX pattern that matches the value; empty for CVEs and techniques, which are not observed.
[[nodiscard]] std::string pattern_of(const Sign& sign);

}  // namespace ccop::exchange
