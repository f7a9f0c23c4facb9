// Paths of C2SP tlog-tiles: `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]`, and the entry bundles.
#pragma once

#include "ledger/merkle.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ccop::ledger {

struct TilePath {
  bool is_entries{};
  TileId id;                      ///< `level` is 0 for entries
  std::size_t width{tile_width};  ///< less than `tile_width` for a partial tile
};

/// Reads the part after `tile/`; empty for anything that the specification would not write so.
[[nodiscard]] std::optional<TilePath> parse_tile_path(std::string_view path);
/// The part after `tile/`, e.g. `0/x001/234.p/7`.
[[nodiscard]] std::string tile_path(const TilePath& tile);

/// Appends one entry to a bundle: a big-endian 16-bit length and the bytes. Entries over 65535 bytes throw
/// std::length_error.
void append_to_bundle(std::string& bundle, std::string_view entry);
/// The entries of a bundle; empty when it is cut off.
[[nodiscard]] std::optional<std::vector<std::string>> split_bundle(std::string_view bundle);

}  // namespace ccop::ledger
