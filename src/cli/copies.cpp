// Copies of a community: exports for audits, sealed backups and what comes out of them.
#include "cli/program.hpp"
#include "community/entry.hpp"
#include "exchange/exchange.hpp"
#include "exchange/keys.hpp"
#include "host/backup.hpp"
#include "host/log_keys.hpp"
#include "host/transfer.hpp"
#include "host/wrapped_settings.hpp"
#include "store/sealed_settings.hpp"

#include <array>
#include <cstdlib>
#include <iostream>

namespace ccop::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of the owner's alone, that goes when its use ends, however it ends.
class PassingFolder {
 public:
  explicit PassingFolder(const fs::path& within) {
    std::string name = (within / "passing-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw store::StoreError{"can't make a folder in " + within.string()};
    path_ = name;
  }
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;
  PassingFolder(PassingFolder&&) = delete;
  PassingFolder& operator=(PassingFolder&&) = delete;
  ~PassingFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] host::BackupParts parts() const { return {(path_ / "record").string(), (path_ / "objects").string()}; }

 private:
  fs::path path_;
};

/// Nothing of what a kill left behind stays.
void forget_passing_folders(const fs::path& within) {
  for (const auto& item : fs::directory_iterator{within})
    if (item.path().filename().string().starts_with("passing-")) fs::remove_all(item.path());
}

using Objects = std::unique_ptr<store::ObjectStore>;

/// Fills an empty community, and seals its settings: whoever signed in before signs in anew.
void take_in(store::Store& from, store::ObjectStore* objects, store::Store& to, store::ObjectStore& to_objects,
             const store::MasterKey& master) {
  host::copy_community(from, to, host::Secrets::include);
  store::seal_settings(to, master);
  if (objects != nullptr) to_objects.copy(*objects, exchange::terms_of_row);
}

/// Both files have other names until all is in them: what is cut off leaves no half of a community behind.
void take_in_as_files(const DataOptions& options, const std::string& slug, store::Store& from,
                      store::ObjectStore* objects, const store::MasterKey& master) {
  const fs::path folder = fs::path{options.data} / slug;
  if (fs::exists(folder / "community.db")) throw store::StoreError{folder.string() + " holds a community already"};
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
  const std::array names{folder / "exchange.db", folder / "community.db"};
  const auto unfinished = [](const fs::path& name) { return name.string() + ".part"; };
  for (const auto& name : names)
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(unfinished(name) + end);
  take_in(from, objects, *store::open_sqlite(unfinished(names[1]), true),
          *store::open_sqlite_objects(unfinished(names[0]), exchange::terms_of_row), master);
  for (const auto& name : names) fs::rename(unfinished(name), name);
}

/// Audits a record with the master key, and takes it in where all is well.
int take_in_sound(const DataOptions& options, const std::string& file, store::Store& from, store::ObjectStore* objects,
                  const std::shared_ptr<const store::MasterKey>& master) {
  host::AuditOptions asked;
  asked.master = master;
  const auto source = host::record_of(from);
  if (source->holding() != host::Holding::everything)
    throw store::StoreError{file + " was given to one seat and holds what that may read; a host can't go on from it"};
  const auto report = host::audit(*source, asked);
  if (!report.wrong.empty())
    throw store::StoreError{file + " does not pass the audit (" + report.wrong + "); nothing was written"};
  if (const auto key = from.setting(host::log_key_setting))
    static_cast<void>(store::unwrap(*key, host::log_key_setting, *master));
  host::require_opens_wrapped(from, *master);
  std::string slug = options.community;
  if (slug.empty())
    from.read_entries(0, 1, [&](std::string_view bytes) { slug = community::decode_entry(bytes).request.community; });
  if (options.store.empty())
    take_in_as_files(options, slug, from, objects, *master);
  else
    take_in(from, objects, *open_store(options, slug, true), *open_objects(options, slug), *master);
  std::cout << report.entries << " entries of " << report.community << " imported into " << options.data << "\n";
  return 0;
}

}  // namespace

int export_to(const DataOptions& options, const std::string& file) {
  if (fs::exists(file)) throw store::StoreError{file + " exists already; give a new name"};
  const std::string unfinished = file + ".part";
  fs::remove(unfinished);
  const auto from = open_store(options, the_community(options), false);
  host::copy_community(*from, *store::open_sqlite(unfinished, true), host::Secrets::leave_out);
  fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write);
  fs::rename(unfinished, file);
  std::cout << "written to " << file << "\n";
  return 0;
}

int import_from(const DataOptions& options, const std::string& file) {
  const auto from = store::open_sqlite(file, false);
  return take_in_sound(options, file, *from, nullptr, master_key(options, false));
}

int make_backup_key(const std::string& file) {
  const auto keys = store::SealingKeys::fresh();
  store::write_secret_file(file, keys.secret_text() + "\n");
  std::cout << "The secret half is in " << file << ": keep it where the backups are not. Seal backups to\n  "
            << keys.public_text() << "\n";
  return 0;
}

int back_up(const DataOptions& options, const std::string& file, const BackupSettings& settings) {
  const store::Locks locks = locks_of(settings);
  const std::string slug = the_community(options);
  const auto master = master_key(options, false);
  const auto from = open_store(options, slug, false);
  // What is copied lies beside the data until it is sealed, and is protected as they are.
  const fs::path beside = fs::path{options.data} / slug;
  forget_passing_folders(beside);
  const PassingFolder passing{beside};
  const auto parts = passing.parts();
  host::copy_community(*from, *store::open_sqlite(parts.record, true), host::Secrets::include);
  if (!store::is_sealed_under(*from, *master))
    throw store::StoreError{"the master key was changed while the backup was made; make another"};
  {
    const auto objects = open_objects(options, slug);
    if (objects->is_older())
      throw store::StoreError{
          "the threat objects are of an older version of the program: start the server with this "
          "one once, then make the backup"};
    static_cast<void>(exchange::Keys::unlock(*objects, *master));
    store::open_sqlite_objects(parts.objects, exchange::terms_of_row)->copy(*objects, exchange::terms_of_row);
  }
  host::write_backup(file, locks, parts, *master);
  std::cout << "written to " << file << ", sealed; to restore it takes the master key, too, which is not in it\n";
  return 0;
}

int restore(const DataOptions& options, const std::string& file, const BackupSettings& settings) {
  const store::Unlocking with = unlocking_of(settings);
  const auto master = master_key(options, false);
  host::check_backup(file, with, *master);
  fs::create_directories(options.data);
  forget_passing_folders(options.data);
  const PassingFolder passing{options.data};
  const auto parts = passing.parts();
  host::open_backup(file, with, *master, parts);
  const auto from = store::open_sqlite(parts.record, false);
  exchange::upgrade_file(parts.objects, *master);
  const auto objects = store::open_sqlite_objects(parts.objects, exchange::terms_of_row);
  static_cast<void>(exchange::Keys::unlock(*objects, *master));
  const int status = take_in_sound(options, file, *from, objects.get(), master);
  std::cout << "All sign-ins and tokens are ended: everybody signs in anew, and makes new tokens for their machines\n";
  return status;
}

}  // namespace ccop::cli
