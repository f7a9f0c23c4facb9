#include "host/log.hpp"

#include <algorithm>

namespace ccop::host {
namespace {

std::vector<Hash> hashes_of(std::string_view bytes) {
  std::vector<Hash> hashes(bytes.size() / sizeof(Hash));
  for (std::size_t i = 0; i < hashes.size(); ++i)
    std::ranges::copy(bytes.substr(i * sizeof(Hash), sizeof(Hash)), hashes[i].begin());
  return hashes;
}

}  // namespace

Log::Log(store::Store& store, const store::MasterKey& master, const std::string& origin)
    : keys_(store, master, origin), frontier_(frontier_of(store, store.size())) {}

void Log::prepare(store::Commit& commit, const std::string& key) {
  if (!key.empty()) keys_.use(key);
  before_ = frontier_;
  commit.first_seq = frontier_.size();
  std::vector<ledger::FullTile> filled;
  for (const auto& entry : commit.entries) frontier_.append(ledger::leaf_hash(bytes_of(entry)), filled);
  for (const auto& tile : filled) commit.tiles.push_back({tile.id.level, tile.id.index, tile_bytes(tile.hashes)});
  if (auto change = keys_.handing_over()) commit.settings.push_back(*std::move(change));
  commit.checkpoint = keys_.signer().sign({key_name(), frontier_.size(), frontier_.root()});
}

void Log::take(std::string_view entry) {
  std::vector<ledger::FullTile> kept_already;
  frontier_.append(ledger::leaf_hash(bytes_of(entry)), kept_already);
}

std::string tile_bytes(const std::vector<Hash>& hashes) {
  std::string bytes;
  bytes.reserve(hashes.size() * sizeof(Hash));
  for (const Hash& hash : hashes) bytes += text_of(hash);
  return bytes;
}

ledger::TileReader tiles_of(store::Store& store, std::uint64_t size) {
  return [&store, size](ledger::TileId id) -> std::vector<Hash> {
    const auto read = [&](const auto& self, ledger::TileId tile) -> std::vector<Hash> {
      const std::uint64_t total = size >> (ledger::tile_height * tile.level);
      const std::uint64_t first = tile.index * ledger::tile_width;
      if (first >= total) return {};
      const std::uint64_t width = std::min<std::uint64_t>(ledger::tile_width, total - first);
      if (const auto kept = store.read_tile(tile.level, tile.index)) {
        auto hashes = hashes_of(*kept);
        hashes.resize(width);
        return hashes;
      }
      std::vector<Hash> hashes;
      if (tile.level == 0) {
        store.read_entries(first, width,
                           [&](std::string_view entry) { hashes.push_back(ledger::leaf_hash(bytes_of(entry))); });
        return hashes;
      }
      for (std::uint64_t i = first; i < first + width; ++i) {
        hashes.push_back(ledger::tile_root(self(self, {tile.level - 1, i})));
      }
      return hashes;
    };
    return read(read, id);
  };
}

ledger::TileReader tiles_of(store::Store& store, std::shared_ptr<const ledger::Frontier> edge) {
  return [&store, edge = std::move(edge)](ledger::TileId id) -> std::vector<Hash> {
    const std::uint64_t full = (edge->size() >> (ledger::tile_height * id.level)) / ledger::tile_width;
    return id.index < full ? tiles_of(store, edge->size())(id) : edge->partial(id.level);
  };
}

ledger::Frontier frontier_of(store::Store& store, std::uint64_t size) {
  const auto read = tiles_of(store, size);
  std::vector<std::vector<Hash>> partial;
  for (std::uint32_t level = 0; (size >> (ledger::tile_height * level)) > 0; ++level) {
    const std::uint64_t total = size >> (ledger::tile_height * level);
    partial.push_back(total % ledger::tile_width == 0 ? std::vector<Hash>{}
                                                      : read({level, total / ledger::tile_width}));
  }
  return {size, std::move(partial)};
}

}  // namespace ccop::host
