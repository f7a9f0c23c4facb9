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

struct Reading {
  std::vector<Sign> signs;     ///< each value once, in the order of the text
  std::vector<Sign> left_out;  ///< loopback and unspecified addresses, which mean whatever machine they are read on
};

[[nodiscard]] Reading read_signs(std::string_view text, std::size_t most = 10'000);
[[nodiscard]] std::vector<Sign> recognise(std::string_view text, std::size_t most = 10'000);

/// For what a value is known that is harmless by itself, so that somebody looks twice before they share it.
enum class KnownFor { nothing, documentation, private_use, resolver, un_system, empty_file };
[[nodiscard]] KnownFor known_for(const Sign& sign);
[[nodiscard]] std::string_view word_of(KnownFor known);

/// The STIX pattern that matches the value; empty for CVEs and techniques, which are not observed.
[[nodiscard]] std::string pattern_of(const Sign& sign);

}  // namespace ccop::exchange
