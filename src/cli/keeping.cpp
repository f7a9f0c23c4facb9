#include "cli/program.hpp"
#include "community/kernel/clause.hpp"
#include "community/meetings/acts.hpp"
#include "community/people/acts.hpp"
#include "community/record/commands.hpp"
#include "community/record/state.hpp"
#include "host/audit.hpp"
#include "host/log.hpp"
#include "host/wrapped_settings.hpp"
#include "server/kernel/erased_people.hpp"
#include "server/messages.hpp"
#include "store/sealed_settings.hpp"

#include <unistd.h>

#include <iostream>

namespace ccop::cli {
namespace {

using namespace community;

void tell_of_contents(const host::RecordSource& source, const host::AuditReport& report,
                      const host::AuditOptions& asked) {
  if (source.holding() == host::Holding::what_a_seat_reads) {
    std::cout << "  " << report.opened << " contents opened, each the text that the record names; " << report.withheld
              << " not yours to read, " << report.erased << " were erased and say so\n";
    return;
  }
  std::cout << "  " << report.contents << " contents are there, " << report.erased << " were erased and say so\n"
            << (asked.master ? "  each content opens to the text that the record names\n"
                             : "  NOT LOOKED INTO: the contents, for want of the master key (--master-key)\n");
}

/// Who says that the deadlines had passed when they were settled.
void tell_of_deadlines(const host::AuditReport& report) {
  const std::uint64_t by_acts = report.settled - report.by_witnesses - report.on_its_word;
  std::cout << "  " << report.settled << " deadlines were settled: witnesses show of " << report.by_witnesses
            << " that they had passed, acts signed after them of " << by_acts;
  if (report.on_its_word != 0)
    std::cout << "; of " << report.on_its_word << " THE HOST'S WORD ALONE says that they had";
  if (report.unwitnessed != 0)
    std::cout << ". NO WITNESS SHOWS IT of " << report.unwitnessed
              << " that were settled while the charter named witnesses";
  std::cout << "\n";
}

/// Whose silence counted because the host says that its mail arrived.
void tell_of_deliveries(const host::AuditReport& report) {
  for (const host::OnTheHostsWord& word : report.deliveries) {
    std::cout << "  decision " << word.decision << " was adopted by silence, and THE HOST'S WORD ALONE says that the "
              << "text came in time to:";
    for (const std::string& organization : word.organizations) std::cout << " " << organization;
    std::cout << "\n";
  }
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

/// Keys, ballots, decryptions and results.
void tell_of_elections(const host::EvidenceReport& evidence) {
  if (evidence.checked != 0)
    std::cout << "  " << evidence.checked << " keys, ballots, decryptions and results of elections hold; of "
              << evidence.results
              << " results the archive was made again of the record, and is the one that they name\n";
  if (evidence.unread != 0)
    std::cout << "  NOT CHECKED AGAIN: " << evidence.unread
              << " keys, ballots, decryptions and results of elections, for want of contents\n";
}

void tell_of_sealed(const host::SealedReport& sealed) {
  if (sealed.entries == 0) return;
  std::cout << "  " << sealed.entries
            << " entries are sealed for you: who was in a room, and votes that aren't recorded; " << sealed.results
            << " results of motions rest on them\n"
            << "  of the sessions where they happened, " << sealed.attested << " were closed by two who were there, "
            << sealed.unattested << " BY ONE ALONE, and " << sealed.open << " are still open\n";
}

}  // namespace

int forget(const DataOptions& options) {
  const std::string slug = the_community(options);
  const auto master = master_key(options, false);
  const auto store = open_store(options, slug, false);
  store->lock_for_writing();
  // What stays must be the host's own, or a seal would make it so: what is wrapped (the log's key, what people said
  // that lies beside the record), and the head.
  const bool has_key = store->setting(host::log_key_setting).has_value();
  const host::Log log{*store, *master, slug};
  const std::string note = store->checkpoint();
  const auto head = has_key ? ledger::open_note(note, log.key()) : ledger::read_unverified(note);
  if (!head || head->size != log.size() || head->root != log.root())
    throw store::StoreError{"the record of " + slug + " is not that of its signed head; restore the newest backup"};
  std::vector<store::SettingChange> gone;
  store->each_setting("", [&](std::string_view name, std::string_view) {
    if (name != host::log_key_setting && name != "checkpoint" && !host::is_wrapped_setting(name))
      gone.push_back({std::string{name}, std::nullopt});
  });
  store::seal_settings(*store, *master, std::move(gone));
  std::cout << "All sign-ins, tokens and calendars of " << slug
            << " are ended, and what lies beside its record is sealed anew.\n";
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
  asked.master = master_key_beside(options, target);
  std::unique_ptr<store::Store> kept;
  const auto source = record_source(options, target, token, kept);
  const bool shows_progress = isatty(STDERR_FILENO) == 1;
  const auto report = host::audit(*source, asked, [&](std::uint64_t done) {
    if (shows_progress) std::cerr << "\r" << done << " entries checked" << std::flush;
  });
  if (shows_progress) std::cerr << "\r";
  // What lies beside the record is a host's alone.
  if (report.wrong.empty() && kept && asked.master && std::filesystem::is_directory(target))
    store::check_settings(*kept, *asked.master);
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
  tell_of_deadlines(report);
  tell_of_deliveries(report);
  tell_of_elections(report.evidence);
  tell_of_sealed(report.sealed);
  tell_of_witnesses(report.witnessed);
  if (kept) tell_of_contents(*source, report, asked);
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
  if (const auto* refusal = std::get_if<Refusal>(&outcome))
    throw store::StoreError{server::sentence(refusal->key, refusal->values)};
  for (const std::uint32_t id : people) server::end_all_of(PersonId{id}, live.store(), live.now());
  std::cout << count
            << " contents erased: their keys are destroyed, their hashes stay in the record. Backups made before still "
               "hold them.\n"
            << (people.empty() ? "" : "The sign-ins and tokens of whoever was erased are ended.\n");
  return 0;
}

}  // namespace ccop::cli
