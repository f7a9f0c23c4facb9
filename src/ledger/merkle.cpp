#include "ledger/merkle.hpp"

#include <array>
#include <bit>
#include <stdexcept>

namespace ccop::ledger {
namespace {

/// The largest power of two below `n` (n > 1): where RFC 6962 splits a tree.
std::uint64_t split_of(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

/// Reads subtree hashes out of tiles, each tile once.
class Subtrees {
 public:
  explicit Subtrees(const TileReader& read) : read_(read) {}

  /// The root of entries [begin, end), where begin is a multiple of the power of two that the range fits in.
  Hash root(std::uint64_t begin, std::uint64_t end) {
    const std::uint64_t count = end - begin;
    if (std::has_single_bit(count)) return perfect(static_cast<std::uint32_t>(std::countr_zero(count)), begin);
    const std::uint64_t split = split_of(count);
    return node_hash(root(begin, begin + split), root(begin + split, end));
  }

 private:
  /// The root of the perfect subtree of 2^height entries from `begin`.
  Hash perfect(std::uint32_t height, std::uint64_t begin) {
    const std::uint32_t level = height / tile_height;
    const std::uint32_t inside = height % tile_height;
    const std::uint64_t first = begin >> (level * tile_height);
    const auto& tile = load({level, first / tile_width});
    const std::size_t from = first % tile_width;
    const std::size_t count = std::size_t{1} << inside;
    if (from + count > tile.size()) throw std::out_of_range("a tile is shorter than the tree says");
    const auto at = tile.begin() + static_cast<std::ptrdiff_t>(from);
    return tile_root({at, at + static_cast<std::ptrdiff_t>(count)});
  }

  const std::vector<Hash>& load(TileId id) {
    for (const auto& [known, hashes] : tiles_)
      if (known == id) return hashes;
    tiles_.emplace_back(id, read_(id));
    return tiles_.back().second;
  }

  const TileReader& read_;
  std::vector<std::pair<TileId, std::vector<Hash>>> tiles_;
};

void append_path(std::vector<Hash>& path, Subtrees& trees, std::uint64_t index, std::uint64_t begin,
                 std::uint64_t end) {
  if (end - begin == 1) return;
  const std::uint64_t middle = begin + split_of(end - begin);
  if (index < middle) {
    append_path(path, trees, index, begin, middle);
    path.push_back(trees.root(middle, end));
  } else {
    append_path(path, trees, index, middle, end);
    path.push_back(trees.root(begin, middle));
  }
}

void append_subproof(std::vector<Hash>& proof, Subtrees& trees, std::uint64_t old_size, std::uint64_t begin,
                     std::uint64_t end, bool whole) {
  if (old_size == end) {
    if (!whole) proof.push_back(trees.root(begin, end));
    return;
  }
  const std::uint64_t middle = begin + split_of(end - begin);
  if (old_size <= middle) {
    append_subproof(proof, trees, old_size, begin, middle, whole);
    proof.push_back(trees.root(middle, end));
  } else {
    append_subproof(proof, trees, old_size, middle, end, false);
    proof.push_back(trees.root(begin, middle));
  }
}

}  // namespace

Hash leaf_hash(ByteView entry) {
  static constexpr std::array<std::uint8_t, 1> prefix{0};
  return sha256(prefix, entry);
}

Hash node_hash(const Hash& left, const Hash& right) {
  static constexpr std::array<std::uint8_t, 1> prefix{1};
  return sha256(prefix, left, right);
}

Hash empty_root() {
  return sha256({});
}

Hash tile_root(std::vector<Hash> hashes) {
  for (std::size_t width = hashes.size(); width > 1; width /= 2)
    for (std::size_t i = 0; i < width / 2; ++i) hashes[i] = node_hash(hashes[2 * i], hashes[2 * i + 1]);
  return hashes.front();
}

Frontier::Frontier(std::uint64_t size, std::vector<std::vector<Hash>> partial)
    : size_(size), partial_(std::move(partial)) {
  for (auto tile = partial_.rbegin(); tile != partial_.rend(); ++tile) {
    auto from = tile->begin();
    for (std::ptrdiff_t width = tile_width / 2; width > 0; width /= 2) {
      if ((std::ssize(*tile) & width) == 0) continue;
      peaks_.push_back(tile_root({from, from + width}));
      from += width;
    }
  }
}

void Frontier::append(const Hash& leaf, std::vector<FullTile>& filled) {
  Hash hash = leaf;
  std::uint64_t index = size_++;
  for (std::uint32_t height = 0;; ++height, index /= 2) {
    if (height % tile_height == 0) keep(hash, height / tile_height, index, filled);
    if (index % 2 == 0) break;
    hash = node_hash(peaks_.back(), hash);
    peaks_.pop_back();
  }
  peaks_.push_back(hash);
}

void Frontier::keep(const Hash& hash, std::uint32_t level, std::uint64_t index, std::vector<FullTile>& filled) {
  if (partial_.size() <= level) partial_.emplace_back();
  auto& tile = partial_[level];
  tile.push_back(hash);
  if (tile.size() < tile_width) return;
  filled.push_back({{level, index / tile_width}, std::move(tile)});
  tile.clear();
}

Hash Frontier::root() const {
  if (peaks_.empty()) return empty_root();
  Hash root = peaks_.back();
  for (auto peak = std::next(peaks_.rbegin()); peak != peaks_.rend(); ++peak) root = node_hash(*peak, root);
  return root;
}

const std::vector<Hash>& Frontier::partial(std::uint32_t level) const {
  static const std::vector<Hash> nothing;
  return level < partial_.size() ? partial_[level] : nothing;
}

Hash root_at(std::uint64_t size, const TileReader& read) {
  if (size == 0) return empty_root();
  return Subtrees{read}.root(0, size);
}

std::vector<Hash> peaks_at(std::uint64_t size, const TileReader& read) {
  Subtrees trees{read};
  std::vector<Hash> peaks;
  for (std::uint64_t begin = 0; begin < size;) {
    const std::uint64_t width = std::bit_floor(size - begin);
    peaks.push_back(trees.root(begin, begin + width));
    begin += width;
  }
  return peaks;
}

std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const TileReader& read) {
  if (index >= size) throw std::out_of_range("no such entry");
  Subtrees trees{read};
  std::vector<Hash> path;
  append_path(path, trees, index, 0, size);
  return path;
}

std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t size, const TileReader& read) {
  if (old_size > size) throw std::out_of_range("the old tree is larger");
  std::vector<Hash> proof;
  if (old_size == 0 || old_size == size) return proof;
  Subtrees trees{read};
  append_subproof(proof, trees, old_size, 0, size, true);
  return proof;
}

bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, const std::vector<Hash>& proof,
                      const Hash& root) {
  if (index >= size) return false;
  std::uint64_t fn = index;
  std::uint64_t sn = size - 1;
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      hash = node_hash(sibling, hash);
      while ((fn & 1) == 0 && fn != 0) fn >>= 1, sn >>= 1;
    } else {
      hash = node_hash(hash, sibling);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && hash == root;
}

bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size, const Hash& root,
                        const std::vector<Hash>& proof) {
  if (old_size > size) return false;
  if (old_size == size) return proof.empty() && old_root == root;
  if (old_size == 0) return proof.empty() && old_root == empty_root();
  std::size_t next = 0;
  const bool is_power = std::has_single_bit(old_size);
  if (proof.empty() && !is_power) return false;
  Hash from_old = is_power ? old_root : proof[next++];
  Hash from_new = from_old;
  std::uint64_t fn = old_size - 1;
  std::uint64_t sn = size - 1;
  while ((fn & 1) != 0) fn >>= 1, sn >>= 1;
  for (; next < proof.size(); ++next) {
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      from_old = node_hash(proof[next], from_old);
      from_new = node_hash(proof[next], from_new);
      while ((fn & 1) == 0 && fn != 0) fn >>= 1, sn >>= 1;
    } else {
      from_new = node_hash(from_new, proof[next]);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && from_old == old_root && from_new == root;
}

}  // namespace ccop::ledger
