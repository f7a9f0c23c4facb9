#include "host/transfer.hpp"

#include "host/cosigned.hpp"
#include "host/log.hpp"

#include <array>

namespace ccop::host {
namespace {

constexpr std::size_t entries_at_once = 4096;

/// Settings that are the host's own: the log's wrapped key and who is signed in.
constexpr std::array secret_prefixes{std::string_view{"log-key"}, std::string_view{"token/"}};

}  // namespace

void copy_community(store::Store& from, store::Store& to, Secrets secrets) {
  if (to.size() != 0) throw store::StoreError{"the target holds a community already"};
  const std::string note = from.checkpoint();
  const auto checkpoint = ledger::read_unverified(note);
  if (!checkpoint) throw store::StoreError{"the source holds no community"};

  // The checkpoint is read first: entries after it are left for the next copy, so a copy is always whole.
  std::vector<store::ContentRow> contents;
  from.each_content([&](const store::ContentRow& row) { contents.push_back(row); });
  ledger::Frontier frontier;
  store::Commit part;
  const auto flush = [&] {
    part.checkpoint = frontier.size() == checkpoint->size ? note : "";
    if (part.first_seq == 0) part.contents = std::move(contents);
    to.commit(part);
    part = {};
    part.first_seq = frontier.size();
  };
  from.read_entries(0, checkpoint->size, [&](std::string_view entry) {
    std::vector<ledger::FullTile> filled;
    frontier.append(ledger::leaf_hash(bytes_of(entry)), filled);
    for (const auto& tile : filled) part.tiles.push_back({tile.id.level, tile.id.index, tile_bytes(tile.hashes)});
    part.entries.emplace_back(entry);
    if (part.entries.size() == entries_at_once) flush();
  });
  flush();
  if (frontier.size() != checkpoint->size || frontier.root() != checkpoint->root)
    throw store::StoreError{"the source does not fit its own checkpoint; audit it"};
  // What witnesses cosigned meanwhile belongs to entries that are left, too.
  from.each_setting(cosigned_prefix, [&](std::string_view name, std::string_view cosigned) {
    if (const auto of = ledger::read_unverified(cosigned); of && of->size <= checkpoint->size) to.set(name, cosigned);
  });
  if (secrets == Secrets::leave_out) return;
  for (const auto prefix : secret_prefixes)
    from.each_setting(prefix, [&](std::string_view name, std::string_view value) { to.set(name, value); });
}

}  // namespace ccop::host
