// The auditor: reads a whole record, from a store, an export or a server, and checks it all again (docs/record.md says
// what and how).
#pragma once

#include "host/evidence_audit.hpp"
#include "host/missed_acts.hpp"
#include "ledger/cosignature.hpp"
#include "store/store.hpp"
#include "store/vault.hpp"

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace ccop::host {

/// Which contents of the record a source has: so whether one that isn't there is gone.
enum class Holding {
  nothing,
  everything,
  what_a_seat_reads,  ///< in clear: given to one of the record's readers
};

/// Where a record comes from.
class RecordSource {
 public:
  RecordSource() = default;
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;
  RecordSource(RecordSource&&) = delete;
  RecordSource& operator=(RecordSource&&) = delete;
  virtual ~RecordSource() = default;

  [[nodiscard]] virtual std::string checkpoint() = 0;
  /// The notes that witnesses cosigned, where the source has any. Asked for before `checkpoint`, so that none is newer.
  [[nodiscard]] virtual std::vector<std::string> cosigned() = 0;
  virtual void each_entry(std::uint64_t size, const std::function<void(std::string_view)>& each) = 0;
  /// A tile's bytes as the source keeps or serves them; empty where it has none.
  [[nodiscard]] virtual std::optional<std::string> tile(std::uint32_t level, std::uint64_t index) = 0;
  [[nodiscard]] virtual Holding holding() const = 0;
  /// A content as it lies there; empty where it doesn't.
  [[nodiscard]] virtual std::optional<store::ContentRow> content(const ContentHash& hash) = 0;
};

[[nodiscard]] std::unique_ptr<RecordSource> record_of(store::Store& store);
/// A server's log, e.g. https://ccop.example.org/c/ccop/log/; `token` lets read the entries.
[[nodiscard]] std::unique_ptr<RecordSource> record_at(std::string url, const std::string& token);

struct AuditOptions {
  std::optional<ledger::VerifierKey>
      key;                           ///< the log's key as the auditor knows it; else the founding act's is believed
  std::optional<std::string> since;  ///< an older checkpoint that this record must extend
  std::optional<Time> now;           ///< the auditor's own clock; else times are compared with each other alone
  std::shared_ptr<const store::MasterKey> master;          ///< opens each content; without it none is looked into
  std::function<void(const community::Community&)> sound;  ///< sees the state that a sound record gives
};

/// How far the charter's witnesses vouch for the record.
struct WitnessedReport {
  struct By {
    std::string name;  ///< that the charter has for them
    Time at{};
  };
  std::size_t named{};      ///< witnesses in the charter
  std::size_t needed{};     ///< of them
  std::uint64_t entries{};  ///< so many first ones; 0: they cosigned none
  std::vector<By> by;       ///< fewer than `needed` where no head is witnessed yet
};

/// A decision by silence that would not have been taken when it was, had the host not said that a mail server took the
/// text for these organizations.
struct OnTheHostsWord {
  std::uint32_t decision{};  ///< its number in the register
  std::vector<std::string> organizations;
};

struct AuditReport {
  std::uint64_t entries{};
  std::uint64_t acts{};
  std::uint64_t signatures{};
  std::uint64_t contents{};  ///< that are there
  std::uint64_t opened{};    ///< of these: the text is the one that the record names
  std::uint64_t withheld{};  ///< neither there nor erased: whoever was given the record doesn't read them
  std::uint64_t erased{};
  SealedReport sealed;           ///< what the source doesn't show its reader
  EvidenceReport evidence;       ///< of elections
  std::uint64_t settled{};       ///< deadlines that the host said had passed
  std::uint64_t by_witnesses{};  ///< of these: not before enough of the charter's witnesses had cosigned at that time
  std::uint64_t on_its_word{};   ///< of these: no witness shows it, or where none is named, nobody signed later yet
  std::uint64_t unwitnessed{};   ///< of those on its word: the charter named witnesses
  std::vector<OnTheHostsWord> deliveries;
  std::string community;
  std::string checkpoint;
  WitnessedReport witnessed;
  std::optional<std::uint64_t> wrong_entry;  ///< the first entry that is wrong, where one entry is to blame
  std::string wrong;                         ///< what is wrong; empty when all is well
};

/// Checks everything; `progress` hears how many entries are done.
[[nodiscard]] AuditReport audit(RecordSource& source, const AuditOptions& options,
                                const std::function<void(std::uint64_t)>& progress = {});

}  // namespace ccop::host
