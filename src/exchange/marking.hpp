// How far an object may travel: TLP 2.0 (FIRST), TLP 1.0 as it is still met, and the community's own markings.
#pragma once

#include "exchange/stix/object.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::exchange {

/// The five levels of TLP 2.0, each stricter than the one before.
enum class Level : std::uint8_t { clear, green, amber, amber_strict, red };
inline constexpr std::array all_levels{Level::clear, Level::green, Level::amber, Level::amber_strict, Level::red};

/// clear, green, amber, amber+strict, red
[[nodiscard]] std::string_view word_of(Level level);
/// The same words, with or without `tlp:` before them in any case; white is TLP 1.0's clear, amber-strict is taken too.
[[nodiscard]] std::optional<Level> parse_level(std::string_view word);
/// The id of the level's marking-definition, the same everywhere (TLP 2.0 in STIX 2.1).
[[nodiscard]] std::string_view marking_id(Level level);
/// The level that a marking-definition stands for, TLP 1.0's four among them.
[[nodiscard]] std::optional<Level> level_of(std::string_view marking_definition);
/// The strictest of an object's markings; none when no TLP marking is on it.
[[nodiscard]] std::optional<Level> strictest(const std::vector<std::string>& markings);

/// The level that a marking-definition says, whatever its id: by `definition.tlp`, by TLP 2.0's extension, or by a name
/// or statement that begins with TLP; the strictest of these. Red where it speaks of TLP in words that nobody knows;
/// none where it speaks of something else.
[[nodiscard]] std::optional<Level> level_said_by(std::string_view definition);
/// Whether this id is one of the two statements of the community's own.
[[nodiscard]] bool is_own_statement(std::string_view marking_definition);
/// False where a definition gives TLP's ids, of either version, or the community's own another meaning (STIX 2.1,
/// section 7.2.1.4).
[[nodiscard]] bool says_what_it_stands_for(std::string_view id, std::string_view definition);

/// "What was said may be used; who said it may not be revealed" (clause 5.5): an object under it names no member.
[[nodiscard]] const std::string& chatham_house_marking();
/// The group expressly agreed that it may leave the group (clause 5.4).
[[nodiscard]] const std::string& released_marking();
/// The marking-definitions that every collection can refer to, as STIX objects: TLP's of both versions and the
/// community's own.
[[nodiscard]] const std::vector<std::string>& marking_definitions();

/// The namespace of identities and markings that the exchange itself makes.
[[nodiscard]] const Uuid& exchange_namespace();
/// The extension in which a TLP:RED object names who may read it: {"recipients": [identity ids]}.
[[nodiscard]] const std::string& recipients_extension();

}  // namespace ccop::exchange
