// What is looked for in a text: each of these tells whether a value, or what only looks like one, begins at a place.
#pragma once

#include "exchange/recognise.hpp"
#include "exchange/text/written.hpp"

#include <optional>

namespace ccop::exchange::free_text {

struct Found {
  std::optional<Sign> sign;  ///< nothing where it only looks like a value
  std::size_t end{};         ///< where reading goes on
};
using Match = std::optional<Found>;

/// What was read so far and says what follows: "versions 7.2.0.1 and 7.2.3.0".
struct Memory {
  std::size_t version_end{};
  std::size_t commit_end{};
  std::size_t name_end{};  ///< up to here dotted names were looked for
  std::size_t path_end{};  ///< up to here parts of paths were
};

[[nodiscard]] Match find_ipv4(const Written& in, std::size_t at, Memory& memory);
[[nodiscard]] Match find_ipv6(const Written& in, std::size_t at);
[[nodiscard]] Match find_hash(const Written& in, std::size_t at, Memory& memory);
[[nodiscard]] Match find_cve(const Written& in, std::size_t at);
[[nodiscard]] Match find_technique(const Written& in, std::size_t at);
[[nodiscard]] Match find_url(const Written& in, std::size_t at);
/// The file that a path ends with.
[[nodiscard]] Match find_path(const Written& in, std::size_t at, Memory& memory);
/// A domain, an e-mail address, a file's name; a URL without its scheme.
[[nodiscard]] Match find_name(const Written& in, std::size_t at, Memory& memory);

/// The IPv4 address that begins at a place, by its form alone: where it ends, or `at`.
[[nodiscard]] std::size_t end_of_ipv4(const Written& in, std::size_t at);

/// Where what follows a URL's host ends: its port, path and query. `begin` is where the URL itself began.
[[nodiscard]] std::size_t end_of_url(const Written& in, std::size_t begin, std::size_t host_end);

/// The host of a URL that was found, an IPv6 address without its brackets.
[[nodiscard]] std::string_view host_of(std::string_view url);

/// A host as names have it: in small letters, canonical where it is beyond ASCII; empty where it is none.
[[nodiscard]] std::string host_name(std::string_view text, bool is_surely_one);

/// Where a run of what names are made of ends; it stays within scripts that are written together.
[[nodiscard]] std::size_t end_of_name(const Written& in, std::size_t at);

}  // namespace ccop::exchange::free_text
