// Names of STIX objects: `type--UUID` (STIX 2.1, section 2.9), and the UUIDs themselves (RFC 4122).
#pragma once

#include "base/bytes.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::exchange {

using Uuid = std::array<std::uint8_t, 16>;
inline constexpr std::size_t uuid_length = 36;  ///< in characters

/// The UUID of its 36 characters, in lower or upper case; empty for any other text.
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text);
[[nodiscard]] std::string to_text(const Uuid& uuid);
/// Which kind of UUID it is: 4 for a random one, 5 for one made of a name.
[[nodiscard]] unsigned version_of(const Uuid& uuid);
/// UUID version 5 (RFC 4122, section 4.3): made of a name within a namespace.
[[nodiscard]] Uuid name_based_uuid(const Uuid& name_space, std::string_view name);
/// UUID version 4 of 16 random bytes.
[[nodiscard]] Uuid random_uuid();

/// The namespace of deterministic identifiers of cyber-observables (STIX 2.1, section 2.9).
[[nodiscard]] const Uuid& observables_namespace();

struct Identifier {
  std::string_view type;
  Uuid uuid{};
};
/// Views into `text`. Empty unless the type is a name that STIX allows and the rest is a UUID.
[[nodiscard]] std::optional<Identifier> parse_identifier(std::string_view text);
[[nodiscard]] std::string identifier(std::string_view type, const Uuid& uuid);
/// The identifiers that stand in a free text, between whatever can't be part of one.
[[nodiscard]] std::vector<std::string> identifiers_in(std::string_view text);

/// Lower-case ASCII letters, digits and hyphens, none doubled or at an end, 1 to 250 characters (section 2.9; names of
/// one or two characters are not refused, some tools make them).
[[nodiscard]] bool is_type_name(std::string_view text);

}  // namespace ccop::exchange
