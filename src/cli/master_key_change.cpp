#include "cli/master_key_change.hpp"

#include "base/files.hpp"
#include "exchange/secrets.hpp"
#include "host/rewrap.hpp"
#include "notify/hooks/kept.hpp"
#include "store/given_key.hpp"
#include "store/sealed_settings.hpp"

#include <iostream>

namespace ccop::cli {
namespace {

namespace fs = std::filesystem;
using store::MasterKey;

fs::path beside(const fs::path& file, const char* end) {
  return file.string() + end;
}
fs::path next_of(const fs::path& file) {
  return beside(file, ".new");
}
fs::path old_of(const fs::path& file) {
  return beside(file, ".old");
}

void require_room_for(const MasterKey& before, const fs::path& old) {
  if (fs::exists(old) && *MasterKey::read(old.string()) != before)
    throw store::StoreError{old.string() +
                            " holds a key of an earlier change: move it to where you keep copies of keys first"};
}

void put_under(const UnderMasterKey& one, const MasterKey& from, const MasterKey& to) {
  // First what tells of itself which key it is under; the record's seal then tells of both.
  if (const auto secrets = exchange::rewrapped_secrets(*one.objects, from, to); !secrets.empty())
    one.objects->set_notes(secrets);
  if (!store::is_sealed_under(*one.record, to))
    host::rewrap(*one.record, from, to, notify::rewrapped_hooks(*one.record, from, to));
}

void put_in_place(const fs::path& file, const MasterKey& before) {
  const fs::path old = old_of(file);
  require_room_for(before, old);
  if (fs::exists(file) && !fs::exists(old) && !write_whole(old, read_file(file.string())))
    throw store::StoreError{"can't write " + old.string() + ": is the disk full?"};
  fs::rename(next_of(file), file);
  sync_folder_of(file);
}

std::vector<UnderMasterKey> all_in(const DataOptions& options) {
  DataOptions everything = options;
  everything.community.clear();
  const auto slugs = communities_in(everything);
  if (slugs.empty()) throw store::StoreError{"no community in " + options.data};
  std::vector<UnderMasterKey> all;
  for (const auto& slug : slugs) {
    auto record = open_store(options, slug, false);
    record->lock_for_writing();
    all.push_back({std::move(record), open_objects(options, slug)});
  }
  return all;
}

}  // namespace

bool is_changing(const fs::path& file) {
  return fs::exists(next_of(file));
}

void change_master_key(const fs::path& file, const std::vector<UnderMasterKey>& all) {
  const auto before = MasterKey::find(file.string(), false);
  const fs::path next = next_of(file);
  if (!is_changing(file)) {
    require_room_for(*before, old_of(file));
    for (const auto& one : all) {
      host::require_opens(*one.record, *before);
      static_cast<void>(exchange::rewrapped_secrets(*one.objects, *before, *before));
      static_cast<void>(notify::rewrapped_hooks(*one.record, *before, *before));
    }
    MasterKey::make(next.string());
  }
  const auto after = MasterKey::read(next.string());
  if (*after == *before)
    throw store::StoreError{store::where_key_is_given() + " holds the key of " + next.string() +
                            ", to which the change is not done yet: give the one of before once more"};
  for (const auto& one : all) put_under(one, *before, *after);
  put_in_place(file, *before);
}

void finish_change(const DataOptions& options) {
  const fs::path file = master_key_file(options);
  if (!is_changing(file)) return;
  change_master_key(file, all_in(options));
  std::cerr << "the change of the master key that was cut off is done: the new one is in " << file.string() << "\n";
}

int rotate_master_key(const DataOptions& options) {
  if (!options.community.empty())
    throw store::StoreError{"all communities of a folder lie under one master key: leave --community out"};
  const fs::path file = master_key_file(options);
  const auto all = all_in(options);
  change_master_key(file, all);
  std::cout << "All that was kept under the master key, in " << all.size()
            << (all.size() == 1 ? " community" : " communities") << ", is under a new one.\n";
  if (const auto where = store::where_key_is_given(); !where.empty())
    std::cout << "The new key is in " << file.string() << ": put it into " << where << ", and delete the file; or take "
              << where << " away, and the file counts. Until then no server starts.\n";
  else
    std::cout << "The new key is in " << file.string() << ", the one of before in " << old_of(file).string()
              << ": move that to where you keep copies of keys.\n";
  std::cout << "Backups of before open with the key of before alone. Make a new one now, and a copy of the new key.\n";
  return 0;
}

}  // namespace ccop::cli
