#include "cli/program.hpp"
#include "community/kernel/clause.hpp"
#include "community/meetings/acts.hpp"
#include "community/people/acts.hpp"
#include "community/record/commands.hpp"
#include "community/record/state.hpp"
#include "exchange/exchange.hpp"
#include "host/audit.hpp"
#include "host/transfer.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <iostream>

namespace ccop::cli {
namespace {

using namespace community;

std::unique_ptr<host::RecordSource> source_of(const DataOptions& options, const std::string& target,
                                              const std::string& token, std::unique_ptr<store::Store>& kept) {
  if (target.starts_with("http://") || target.starts_with("https://")) return host::record_at(target, token);
  if (std::filesystem::is_regular_file(target)) {
    kept = store::open_sqlite(target, false);
  } else {
    DataOptions data = options;
    data.data = target;
    kept = open_store(data, the_community(data), false);
  }
  return host::record_of(*kept);
}

/// A backup's threat objects lie beside it: they are no part of the record, and not encrypted.
std::string objects_beside(const std::string& file) {
  return file + ".objects";
}

void keep_objects(const DataOptions& options, const std::string& file) {
  const std::string unfinished = file + ".part";
  std::filesystem::remove(unfinished);
  const auto from = open_objects(options, the_community(options));
  store::open_sqlite_objects(unfinished, exchange::terms_of_json)->copy(*from, exchange::terms_of_json);
  std::filesystem::permissions(unfinished, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::rename(unfinished, file);
  std::cout << "threat objects, not encrypted, written to " << file << "\n";
}

void take_in(store::Store& from, store::Store& to, const std::string& objects, store::ObjectStore& to_objects) {
  host::copy_community(from, to, host::Secrets::include);
  if (std::filesystem::exists(objects))
    to_objects.copy(*store::open_sqlite_objects(objects, exchange::terms_of_json), exchange::terms_of_json);
}

/// Both files have other names until all is in them: what is cut off leaves no half of a community behind.
void take_in_as_files(const DataOptions& options, const std::string& slug, store::Store& from,
                      const std::string& objects) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path{options.data} / slug;
  if (fs::exists(folder / "community.db")) throw store::StoreError{folder.string() + " holds a community already"};
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
  const std::array names{folder / "exchange.db", folder / "community.db"};
  const auto unfinished = [](const fs::path& name) { return name.string() + ".part"; };
  for (const auto& name : names)
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(unfinished(name) + end);
  take_in(from, *store::open_sqlite(unfinished(names[1]), true), objects,
          *store::open_sqlite_objects(unfinished(names[0]), exchange::terms_of_json));
  for (const auto& name : names) fs::rename(unfinished(name), name);
}

/// How far the witnesses vouch for it, by whom and when.
void tell_of_witnesses(const host::WitnessedReport& witnessed) {
  if (witnessed.named == 0) {
    std::cout << "  NOT WITNESSED: the charter names no witnesses\n";
    return;
  }
  if (witnessed.by.size() < witnessed.needed)
    std::cout << "  NOT WITNESSED: ";
  else
    std::cout << "  witnessed ";
  std::cout << "up to entry " << witnessed.entries << " by ";
  for (std::size_t i = 0; i < witnessed.by.size(); ++i)
    std::cout << (i == 0 ? "" : " and ") << witnessed.by[i].name << " (" << to_rfc3339(witnessed.by[i].at) << ")";
  std::cout << " (" << witnessed.by.size() << " of " << witnessed.named << ", " << witnessed.needed << " needed)\n";
}

}  // namespace

int export_to(const DataOptions& options, const std::string& file, bool with_secrets) {
  for (const auto& path : {file, objects_beside(file)})
    if (std::filesystem::exists(path)) throw store::StoreError{path + " exists already; give a new name"};
  const std::string unfinished = file + ".part";
  std::filesystem::remove(unfinished);
  const auto from = open_store(options, the_community(options), false);
  {
    const auto to = store::open_sqlite(unfinished, true);
    host::copy_community(*from, *to, with_secrets ? host::Secrets::include : host::Secrets::leave_out);
  }
  std::filesystem::rename(unfinished, file);
  std::cout << "written to " << file
            << (with_secrets ? "; it is worth nothing without the master key, which is not in it\n" : "\n");
  if (with_secrets) keep_objects(options, objects_beside(file));
  return 0;
}

int import_from(const DataOptions& options, const std::string& file) {
  const auto from = store::open_sqlite(file, false);
  const auto report = host::audit(*host::record_of(*from), {});
  if (!report.wrong.empty())
    throw store::StoreError{file + " does not pass the audit (" + report.wrong + "); nothing was imported"};
  std::string slug = options.community;
  if (slug.empty()) {
    from->read_entries(0, 1, [&](std::string_view bytes) { slug = decode_entry(bytes).request.community; });
  }
  if (options.store.empty())
    take_in_as_files(options, slug, *from, objects_beside(file));
  else
    take_in(*from, *open_store(options, slug, true), objects_beside(file), *open_objects(options, slug));
  std::cout << report.entries << " entries of " << report.community << " imported into " << options.data << "\n";
  if (!std::filesystem::exists(master_key_file(options)))
    std::cout << "put the master key that it was written with into " << master_key_file(options).string() << "\n";
  return 0;
}

int audit(const DataOptions& options, const std::string& target, const std::string& since, const std::string& key,
          const std::string& token, const std::string& at) {
  host::AuditOptions asked;
  asked.now = at.empty() ? clock_now() : from_rfc3339(at);
  if (!asked.now) throw store::StoreError{"--at is no time such as 2027-06-30T12:00:00.000Z"};
  if (!since.empty()) asked.since = read_file(since);
  if (!key.empty()) {
    asked.key = ledger::VerifierKey::parse(key);
    if (!asked.key) throw store::StoreError{"--key is no verifier key (name+hash+key)"};
  }
  DataOptions keyed = options;
  if (std::filesystem::is_directory(target)) keyed.data = target;
  if (!options.master_key.empty() || std::getenv("CCOP_MASTER_KEY") || std::filesystem::exists(master_key_file(keyed)))
    asked.master = master_key(keyed, false);
  std::unique_ptr<store::Store> kept;
  const auto source = source_of(options, target, token, kept);
  const bool shows_progress = isatty(STDERR_FILENO) == 1;
  const auto report = host::audit(*source, asked, [&](std::uint64_t done) {
    if (shows_progress) std::cerr << "\r" << done << " entries checked" << std::flush;
  });
  if (shows_progress) std::cerr << "\r";
  if (!report.wrong.empty()) {
    if (report.wrong_entry)
      std::cout << "WRONG at entry " << *report.wrong_entry << ": " << report.wrong << "\n";
    else
      std::cout << "WRONG: " << report.wrong << "\n";
    return 1;
  }
  std::cout << "The record of " << report.community << " is sound.\n"
            << "  " << report.entries << " entries with " << report.acts << " acts, each decided again by the rules\n"
            << "  " << report.signatures << " signatures of passkeys, sessions and links hold\n"
            << "  the entries give the tree of the signed checkpoint"
            << (asked.since ? ", which extends the older one" : "") << "\n";
  std::cout << "  " << report.settled
            << " deadlines were settled, and acts signed after them show that they had passed";
  if (report.on_its_word != 0)
    std::cout << ", but for the last " << report.on_its_word << ": THE HOST'S WORD ALONE says that they had";
  std::cout << "\n";
  tell_of_witnesses(report.witnessed);
  if (kept)
    std::cout << "  " << report.contents << " contents are there, " << report.erased << " were erased and say so\n"
              << (asked.master ? "  each content opens to the text that the record names\n"
                               : "  NOT LOOKED INTO: the contents, for want of the master key (--master-key)\n");
  std::cout << report.checkpoint;
  return 0;
}

int erase(const DataOptions& options, const std::vector<std::uint32_t>& people,
          const std::vector<std::string>& contents) {
  const std::string slug = the_community(options);
  host::LiveCommunity live{open_store(options, slug, false), master_key(options, false), "unused"};
  EraseContent command;
  for (const std::uint32_t id : people) {
    // Every version of the profile, not the last alone, and the names of the person's passkeys.
    live.store().read_entries(0, live.size(), [&](std::string_view bytes) {
      for (const Act& act : decode_entry(bytes).acts) {
        if (const auto* a = act.as<PersonRegistered>(); a != nullptr && a->person.value == id)
          command.contents.push_back(a->profile);
        if (const auto* a = act.as<PersonCorrected>(); a != nullptr && a->person.value == id)
          command.contents.push_back(a->profile);
        if (const auto* a = act.as<GuestAdmitted>(); a != nullptr && a->person.value == id)
          command.contents.push_back(a->profile);
        if (const auto* a = act.as<PasskeyEnrolled>(); a != nullptr && a->person.value == id)
          command.contents.push_back(a->label);
      }
    });
    if (command.contents.empty()) throw store::StoreError{"there is no person " + std::to_string(id)};
  }
  for (const auto& text : contents) {
    const auto bytes = from_base64url(text);
    Hash hash{};
    if (!bytes || bytes->size() != hash.size())
      throw store::StoreError{text + " is no content hash (43 characters of base64url)"};
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    command.contents.push_back(ContentHash{hash});
  }
  std::erase_if(command.contents, [&](const ContentHash& hash) {
    return live.read(
        [&](const Community& now) { return std::ranges::find(record(now).erased, hash) != record(now).erased.end(); });
  });
  for (const ContentHash& hash : command.contents)
    if (!live.store().read_content(hash)) throw store::StoreError{"there is no content " + to_base64url(hash.hash)};
  host::Submission submission;
  const std::size_t count = command.contents.size();
  submission.request = {slug, {}, {}, {}, std::move(command)};
  const auto outcome = live.execute(std::move(submission));
  if (const auto* failure = std::get_if<host::Failure>(&outcome)) throw store::StoreError{failure->message};
  if (std::holds_alternative<Refusal>(outcome)) throw store::StoreError{"nothing to erase: it was erased before"};
  std::cout << count
            << " contents erased: their keys are destroyed, their hashes stay in the record. Backups made before still "
               "hold them.\n";
  return 0;
}

}  // namespace ccop::cli
