// The Merkle tree of RFC 6962 section 2.1 (the same as RFC 9162's), kept as the tiles of C2SP tlog-tiles. It knows
// bytes, not meaning.
#pragma once

#include "base/bytes.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace ccop::ledger {

inline constexpr std::uint32_t tile_height = 8;
inline constexpr std::size_t tile_width = 256;

[[nodiscard]] Hash leaf_hash(ByteView entry);
[[nodiscard]] Hash node_hash(const Hash& left, const Hash& right);
/// The hash of no entries at all.
[[nodiscard]] Hash empty_root();

/// A tile of hashes: at `level` 0 they are leaf hashes, above them each is the root of a full tile below.
struct TileId {
  std::uint32_t level{};
  std::uint64_t index{};
  auto operator<=>(const TileId&) const = default;
};

struct FullTile {
  TileId id;
  std::vector<Hash> hashes;  ///< exactly `tile_width` of them
};

/// The root of a full tile: the hash that stands for it one level up. `hashes` are a power of two many.
[[nodiscard]] Hash tile_root(std::vector<Hash> hashes);

/// The right edge of a growing tree: all that appending needs. Full tiles are handed out as they fill.
class Frontier {
 public:
  Frontier() = default;
  /// The frontier of a tree of `size` entries, whose hashes at the right edge `partial` gives for each level.
  Frontier(std::uint64_t size, std::vector<std::vector<Hash>> partial);

  void append(const Hash& leaf, std::vector<FullTile>& filled);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] Hash root() const;
  /// The hashes of the not yet full tile at a level; empty above the top.
  [[nodiscard]] const std::vector<Hash>& partial(std::uint32_t level) const;

 private:
  void keep(const Hash& hash, std::uint32_t level, std::uint64_t index, std::vector<FullTile>& filled);

  std::uint64_t size_{};
  std::vector<std::vector<Hash>> partial_;
  std::vector<Hash> peaks_;  ///< roots of the perfect subtrees that make up the tree, the largest first
};

/// Gives the hashes of a tile: all of a full one, or those at the right edge.
using TileReader = std::function<std::vector<Hash>(TileId)>;

/// The root of the first `size` entries of a tree whose tiles `read` gives.
[[nodiscard]] Hash root_at(std::uint64_t size, const TileReader& read);
/// The roots of the perfect subtrees of which the first `size` entries consist, the largest first: all that is needed
/// to go on with the entries after them.
[[nodiscard]] std::vector<Hash> peaks_at(std::uint64_t size, const TileReader& read);
/// RFC 6962 section 2.1.1: the audit path of entry `index` in the tree of the first `size` entries.
[[nodiscard]] std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const TileReader& read);
/// RFC 6962 section 2.1.2: that the first `old_size` entries are a prefix of the first `size`.
[[nodiscard]] std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t size, const TileReader& read);

/// RFC 9162 section 2.1.3.2.
[[nodiscard]] bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                                    const std::vector<Hash>& proof, const Hash& root);
/// RFC 9162 section 2.1.4.2.
[[nodiscard]] bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size,
                                      const Hash& root, const std::vector<Hash>& proof);

}  // namespace ccop::ledger
