#include "host/audit.hpp"

#include "base/codec.hpp"
#include "community/community.hpp"
#include "host/heads.hpp"
#include "host/log.hpp"
#include "host/sealed.hpp"
#include "host/signatures.hpp"
#include "host/watch.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ccop::host {
namespace {

using namespace community;

/// The first version of the rules that was ever released.
constexpr std::uint32_t first_rules = 2;
/// How far the host's clock may be ahead of the auditor's.
constexpr auto clock_tolerance = minutes{5};

/// What is wrong with one entry or with the whole; thrown and caught within this file.
struct Wrong {
  std::string what;
};

class Auditor {
 public:
  Auditor(RecordSource& source, const AuditOptions& options)
      : source_(source), options_(options), evidence_(source, options.master) {
    if (options.since) {
      since_ = ledger::read_unverified(*options.since);
      if (!since_) throw Wrong{"the older checkpoint can't be read"};
    }
  }

  void run(AuditReport& report, const std::function<void(std::uint64_t)>& progress) {
    cosigned_ = source_.cosigned();
    for (const std::string& note : cosigned_)
      if (const auto checkpoint = ledger::read_unverified(note)) roots_[checkpoint->size];
    const std::string note = source_.checkpoint();
    const auto claimed = ledger::read_unverified(note);
    if (!claimed) throw Wrong{"there is no readable checkpoint"};
    report.checkpoint = note;
    if (since_ && since_->size > claimed->size)
      throw Wrong{"the record is shorter than the older checkpoint: entries were cut off"};

    source_.each_entry(claimed->size, [&](std::string_view bytes) {
      report.wrong_entry = report.entries;
      check_entry(bytes, report);
      ++report.entries;
      if (progress && report.entries % 10000 == 0) progress(report.entries);
    });
    report.wrong_entry.reset();
    if (report.entries != claimed->size)
      throw Wrong{"the checkpoint speaks of " + std::to_string(claimed->size) + " entries, but there are " +
                  std::to_string(report.entries)};
    check_tree(note, *claimed);
    check_cosigned(report.witnessed);
    check_contents(report);
    report.sealed = missed_.report(now_);
    report.evidence = evidence_.report();
    report.on_its_word = unproved_.size() + report.unwitnessed;
    report.community = community::charter(now_).name;
    if (options_.sound) options_.sound(now_);
  }

 private:
  void check_entry(std::string_view bytes, AuditReport& report) {
    if (const auto leaf = read_sealed_leaf(bytes)) return pass_over(*leaf);
    Entry entry;
    try {
      entry = decode_entry(bytes);
    } catch (const BadInput& bad) {
      throw Wrong{std::string{"it can't be read: "} + bad.what()};
    }
    if (encode(entry) != bytes) throw Wrong{"it is not in canonical form"};
    if (entry.rules < first_rules || entry.rules > current_rules)
      throw Wrong{"it was decided by rules version " + std::to_string(entry.rules) +
                  ", which this program doesn't know"};
    if (entry.rules < rules_) throw Wrong{"it was decided by older rules than the entry before it"};
    rules_ = entry.rules;
    if (options_.now && entry.at > *options_.now + clock_tolerance)
      throw Wrong{"it is dated " + to_rfc3339(entry.at) + ", which is yet to come"};
    check_signer(entry, report);
    look_at_deadlines(entry, report);
    Asking asking = asking_of(entry);
    asking.recorded = &entry.acts;
    const Ruling ruling = decide(now_, entry.request.command, asking);
    if (const auto* refusal = std::get_if<Refusal>(&ruling))
      throw Wrong{"the rules refuse it: " + std::string{refusal->key} + " (" + std::string{refusal->clause} + ")"};
    if (to_json(std::get<std::vector<Act>>(ruling)) != to_json(entry.acts))
      throw Wrong{"its acts are not those that the rules give"};
    must(missed_.look_at(now_, entry));
    must(evidence_.look_at(now_, entry));
    community::apply(now_, entry.acts, asking);
    must(missed_.balance(now_));
    look_at_deliveries(entry, report);
    if (entry.request.community != charter(now_).slug) throw Wrong{"it belongs to another community"};
    check_key_change(entry);
    report.acts += entry.acts.size();
    for (const ContentHash& hash : brought_by(entry.request.command)) contents_.insert(hash);
    for (const ContentHash& hash : known_to(entry.request.command)) contents_.insert(hash);

    add_leaf(ledger::leaf_hash(bytes_of(bytes)));
    heads_.take({frontier_.size(), frontier_.root()}, entry.at);
  }

  void add_leaf(const Hash& leaf) {
    if (since_ && frontier_.size() == since_->size) root_since_ = frontier_.root();
    std::vector<ledger::FullTile> filled;
    frontier_.append(leaf, filled);
    if (const auto asked = roots_.find(frontier_.size()); asked != roots_.end()) asked->second = frontier_.root();
    for (const auto& tile : filled) {
      const auto kept = source_.tile(tile.id.level, tile.id.index);
      if (!kept || *kept != tile_bytes(tile.hashes))
        throw Wrong{"tile " + std::to_string(tile.id.level) + "/" + std::to_string(tile.id.index) +
                    " does not fit the entries below it"};
    }
  }

  /// An entry that the source doesn't show.
  void pass_over(const Hash& leaf) {
    if (source_.holding() == Holding::everything) throw Wrong{"it is sealed, in a copy that has to hold everything"};
    must(missed_.miss(now_));
    add_leaf(leaf);
    heads_.take_undated({frontier_.size(), frontier_.root()});
  }

  static void must(std::string wrong) {
    if (!wrong.empty()) throw Wrong{std::move(wrong)};
  }

  /// Who asked signed it, once, with a head that the log had and that holds the asker's own last act.
  void check_signer(const Entry& entry, AuditReport& report) const {
    if (!is_whole(entry)) throw Wrong{"it does not say who asked, or not once"};
    if (!entry.signature) return;
    const SignatureCheck check{now_, entry.request, *entry.signature, entry.grant};
    if (!check.holds(encode(entry.request), *entry.signature, entry.grant, {}))
      throw Wrong{"its signature does not hold"};
    const Person* person = people(now_).all.find(*entry.request.person);
    if (person != nullptr && entry.request.head->size < person->signed_entries)
      throw Wrong{"its signer had not seen what the same person signed before: they were shown another history"};
    if (!heads_.has(*entry.request.head, entry.at))
      throw Wrong{
          "its signer saw a record that this one never was, or was too long ago: they were shown another history"};
    if (entry.grant && !heads_.has(entry.grant->statement.head, entry.at, longest_sign_in))
      throw Wrong{"its signer signed in to a record that this one never was: they were shown another history"};
    ++report.signatures;
  }

  void check_key_change(const Entry& entry) const {
    const auto* asked = entry.request.command.as<ChangeLogKey>();
    if (asked != nullptr && !ledger::is_signed_by_the_key_before(record(now_).log_key, asked->change, asked->signature))
      throw Wrong{"the log has a new key for which the one before did not sign"};
  }

  /// That a deadline has passed witnesses show, where the charter names any. Else it is the host who says so, and
  /// whoever signs at that time or later says it with their own clock. Between the two nobody else can have acted, for
  /// no signature is taken whose time is far from the host's.
  void look_at_deadlines(const Entry& entry, AuditReport& report) {
    if (const auto* settling = entry.request.command.as<SettleDue>()) {
      ++report.settled;
      if (settling->witnessed) {
        check_shown(*settling, entry.at);
        ++report.by_witnesses;
      } else if (is_founded(now_) && charter(now_).witnesses_needed > 0) {
        ++report.unwitnessed;
      } else {
        unproved_.push_back(settling->passed);
      }
    }
    if (entry.signature && !entry.signature->link)
      std::erase_if(unproved_, [&](Time passed) { return passed <= *entry.request.asked_at; });
  }

  /// Silence that counted because the host says that a mail server took the text.
  void look_at_deliveries(const Entry& entry, AuditReport& report) const {
    for (const Act& act : entry.acts) {
      const auto* registered = act.as<DecisionRegistered>();
      if (registered == nullptr) continue;
      OnTheHostsWord found{registered->decision.value + 1, {}};
      for (const OrganizationId id : decisions(now_).motions[registered->motion].on_the_hosts_word)
        found.organizations.push_back(membership(now_).organizations[id].key);
      if (!found.organizations.empty()) report.deliveries.push_back(std::move(found));
    }
  }

  /// The cosignatures were there before the entry that holds them, and the deadline before the cosignatures.
  void check_shown(const SettleDue& settling, Time at) const {
    const auto proved = watch_of(now_).proved_by(*settling.witnessed);
    if (!proved) throw Wrong{"it settles a deadline by a checkpoint that is not cosigned as the charter asks"};
    if (proved->at < settling.passed)
      throw Wrong{"it settles a deadline by a checkpoint that witnesses cosigned before the deadline had passed"};
    if (is_yet_to_come(proved->by))
      throw Wrong{"it settles a deadline by a checkpoint with a cosignature of a time that is yet to come"};
    if (!heads_.has({proved->checkpoint.size, proved->checkpoint.root}, at, longest_sign_in))
      throw Wrong{"it settles a deadline by a checkpoint that is not of this record, or is too old"};
  }
  [[nodiscard]] bool is_yet_to_come(const std::vector<ledger::Cosignature>& by) const {
    return options_.now &&
           std::ranges::any_of(by, [&](const auto& each) { return each.at > *options_.now + clock_tolerance; });
  }

  void check_tree(const std::string& note, const ledger::Checkpoint& claimed) {
    if (!is_founded(now_)) throw Wrong{"the record holds no founding"};
    if (options_.key && !was_key(options_.key->text()))
      throw Wrong{"the log's key is not, and never was, " + options_.key->text()};
    if (!ledger::open_note(note, key_at(claimed.size)))
      throw Wrong{"the checkpoint is not signed by the log's key " + key_at(claimed.size).text()};
    if (claimed.root != frontier_.root()) throw Wrong{"the entries do not give the checkpoint's root hash"};
    if (!since_) return;
    if (frontier_.size() == since_->size) root_since_ = frontier_.root();
    if (!ledger::open_note(*options_.since, key_at(since_->size)))
      throw Wrong{"the older checkpoint is not signed by the log's key"};
    if (root_since_ != since_->root)
      throw Wrong{"the record is not an extension of the older checkpoint: history was rewritten"};
  }

  /// Which key signed the log when it had so many entries.
  [[nodiscard]] ledger::VerifierKey key_at(std::uint64_t size) const {
    const auto parsed = ledger::VerifierKey::parse(signing_key(record(now_), size));
    if (!parsed) throw Wrong{"the founding act names no readable log key"};
    return *parsed;
  }
  [[nodiscard]] bool was_key(const std::string& key) const {
    const auto is_it = [&](const LogKeyChanged& changed) { return changed.change.to == key; };
    return key == record(now_).log_key || std::ranges::any_of(record(now_).key_changes, is_it);
  }

  /// Each note that witnesses cosigned is of this record; of the newest that enough of them cosigned, the report tells.
  void check_cosigned(WitnessedReport& report) {
    const Watch watch = watch_of(now_);
    report.named = watch.witnesses.size();
    report.needed = watch.needed;
    bool is_witnessed = false;
    for (const std::string& note : cosigned_) {
      const auto key = key_at(size_of(note));
      const auto checkpoint = ledger::open_note(note, key);
      if (!checkpoint) throw Wrong{"a cosigned checkpoint is not signed by the log's key"};
      const std::string named = "the checkpoint of " + std::to_string(checkpoint->size) + " entries that was cosigned";
      if (checkpoint->size > frontier_.size()) throw Wrong{named + " is beyond the record: entries were cut off"};
      if (roots_[checkpoint->size] != checkpoint->root)
        throw Wrong{named + " is not of this record: history was rewritten"};
      const auto by = ledger::cosignatures_on(note, watch.keys);
      if (!by) throw Wrong{named + " carries a cosignature that does not hold"};
      if (is_yet_to_come(*by)) throw Wrong{named + " carries a cosignature of a time that is yet to come"};
      const bool is_enough = ledger::witnessed(*checkpoint, key, *by, watch.needed).has_value();
      if (is_witnessed || (!is_enough && by->size() <= report.by.size())) continue;
      is_witnessed = is_enough;
      report.entries = checkpoint->size;
      report.by = named_by(*by, watch);
    }
  }

  static std::vector<WitnessedReport::By> named_by(const std::vector<ledger::Cosignature>& cosignatures,
                                                   const Watch& watch) {
    std::vector<WitnessedReport::By> by;
    for (const auto& cosignature : cosignatures) {
      const auto witness = std::ranges::find(watch.witnesses, cosignature.by, &CharterWitness::key);
      by.push_back({witness->name, cosignature.at});
    }
    return by;
  }

  void check_contents(AuditReport& report) {
    const std::set<ContentHash> erased{record(now_).erased.begin(), record(now_).erased.end()};
    report.erased = erased.size();
    const Holding holding = source_.holding();
    if (holding == Holding::nothing) return;
    for (const ContentHash& hash : contents_) {
      const auto row = source_.content(hash);
      const std::string name = "content " + to_base64url(hash.hash);
      if (row && erased.contains(hash)) throw Wrong{name + " is said to be erased and is still there"};
      if (!row && !erased.contains(hash)) {
        if (holding == Holding::everything) throw Wrong{name + " is gone, and no act says that it was erased"};
        ++report.withheld;
      }
      if (!row) continue;
      ++report.contents;
      if (holding == Holding::what_a_seat_reads) {
        if (content_hash(store::in_clear(*row)) != hash)
          throw Wrong{name + " is another text than the one that the record names"};
        ++report.opened;
      } else if (options_.master) {
        open_content(*row, name);
        ++report.opened;
      }
    }
  }

  void open_content(const store::ContentRow& row, const std::string& name) const {
    try {
      (void)store::unseal(row, *options_.master);
    } catch (const store::StoreError&) {
      throw Wrong{name + " does not open with this master key to the text that the record names"};
    }
  }

  RecordSource& source_;
  const AuditOptions& options_;
  std::optional<ledger::Checkpoint> since_;
  std::optional<Hash> root_since_;
  std::vector<std::string> cosigned_;    ///< the newest first
  std::map<std::uint64_t, Hash> roots_;  ///< of the trees that they are about, as far as they are known
  Community now_;
  std::uint32_t rules_{};  ///< of the entry before: a host that could go back to older ones would choose its rules
  ledger::Frontier frontier_;
  Heads heads_{longest_sign_in};
  std::set<ContentHash> contents_;
  MissedActs missed_;
  EvidenceAudit evidence_;
  std::vector<Time> unproved_;  ///< until when deadlines were settled, on the host's word so far
};

class StoreRecord final : public RecordSource {
 public:
  explicit StoreRecord(store::Store& store) : store_(store) {}
  std::string checkpoint() override { return checkpoint_ = store_.checkpoint(); }
  std::vector<std::string> cosigned() override { return cosigned_notes(store_); }
  void each_entry(std::uint64_t claimed, const std::function<void(std::string_view)>& each) override {
    // All that is there, not only what the checkpoint claims: entries beyond it are wrong too. But where somebody
    // writes meanwhile there is a newer checkpoint by now, and the older one is about those before.
    const std::uint64_t there = store_.size();
    const std::uint64_t end = store_.checkpoint() == checkpoint_ ? there : claimed;
    std::uint64_t count = 0;
    store_.read_entries(0, end, [&](std::string_view bytes) {
      ++count;
      each(bytes);
    });
    if (count != end) throw Wrong{"the entries are not numbered one after the other"};
  }
  std::optional<std::string> tile(std::uint32_t level, std::uint64_t index) override {
    return store_.read_tile(level, index);
  }
  [[nodiscard]] Holding holding() const override {
    return store_.setting(store::given_to_a_seat) ? Holding::what_a_seat_reads : Holding::everything;
  }
  std::optional<store::ContentRow> content(const ContentHash& hash) override { return store_.read_content(hash); }

 private:
  store::Store& store_;
  std::string checkpoint_;  ///< as it was read first
};

}  // namespace

std::unique_ptr<RecordSource> record_of(store::Store& store) {
  return std::make_unique<StoreRecord>(store);
}

AuditReport audit(RecordSource& source, const AuditOptions& options,
                  const std::function<void(std::uint64_t)>& progress) {
  AuditReport report;
  try {
    Auditor{source, options}.run(report, progress);
  } catch (const Wrong& wrong) {
    report.wrong = wrong.what;
  }
  return report;
}

}  // namespace ccop::host
