#include "host/transfer.hpp"

#include "host/cosigned.hpp"
#include "host/log.hpp"
#include "host/sealed.hpp"
#include "host/wrapped_settings.hpp"

namespace ccop::host {
namespace {

constexpr std::size_t entries_at_once = 4096;
constexpr std::size_t contents_at_once = 256;

/// Fills an empty store part by part: never more than one of them is in memory.
class Filling {
 public:
  explicit Filling(store::Store& to) : to_(to) {
    if (to.size() != 0) throw store::StoreError{"the target holds a community already"};
  }

  void add(store::ContentRow content) {
    part_.contents.push_back(std::move(content));
    if (part_.contents.size() == contents_at_once) flush("");
  }
  void add(std::string_view entry) {
    std::vector<ledger::FullTile> filled;
    tree_.append(read_sealed_leaf(entry).value_or(ledger::leaf_hash(bytes_of(entry))), filled);
    for (const auto& tile : filled) part_.tiles.push_back({tile.id.level, tile.id.index, tile_bytes(tile.hashes)});
    part_.entries.emplace_back(entry);
    if (part_.entries.size() == entries_at_once) flush("");
  }
  /// Throws StoreError where these are not the entries of the note.
  void finish(const std::string& note, const ledger::Checkpoint& checkpoint) {
    if (tree_.size() != checkpoint.size || tree_.root() != checkpoint.root)
      throw store::StoreError{"the source does not fit its own checkpoint; audit it"};
    flush(note);
  }

 private:
  void flush(const std::string& note) {
    part_.checkpoint = note;
    to_.commit(std::move(part_));
    part_ = {};
    part_.first_seq = tree_.size();
  }

  store::Store& to_;
  ledger::Frontier tree_;
  store::Commit part_;
};

ledger::Checkpoint checkpoint_of(const std::string& note) {
  const auto checkpoint = ledger::read_unverified(note);
  if (!checkpoint) throw store::StoreError{"the source holds no community"};
  return *checkpoint;
}

}  // namespace

void copy_community(store::Store& from, store::Store& to, Secrets secrets) {
  Filling filling{to};
  // The checkpoint is read first: entries after it are left for the next copy, so a copy is always whole.
  const std::string note = from.checkpoint();
  const ledger::Checkpoint checkpoint = checkpoint_of(note);
  from.each_content([&](const store::ContentRow& row) { filling.add(row); });
  from.read_entries(0, checkpoint.size, [&](std::string_view entry) { filling.add(entry); });
  filling.finish(note, checkpoint);
  // What witnesses cosigned meanwhile belongs to entries that are left, too.
  from.each_setting(cosigned_prefix, [&](std::string_view name, std::string_view cosigned) {
    if (const auto of = ledger::read_unverified(cosigned); of && of->size <= checkpoint.size) to.set(name, cosigned);
  });
  if (secrets == Secrets::leave_out) return;
  if (const auto key = from.setting(log_key_setting)) to.set(log_key_setting, *key);
  copy_wrapped(from, to);
}

void copy_for_a_seat(RecordSource& from, const GiveContents& contents, store::Store& to) {
  Filling filling{to};
  const std::string note = from.checkpoint();
  const ledger::Checkpoint checkpoint = checkpoint_of(note);
  from.each_entry(checkpoint.size, [&](std::string_view entry) { filling.add(entry); });
  contents(
      [&](const ContentHash& hash, const store::Content& content) { filling.add(store::clear_row(hash, content)); });
  filling.finish(note, checkpoint);
  to.set(store::given_to_a_seat, "yes");
}

}  // namespace ccop::host
