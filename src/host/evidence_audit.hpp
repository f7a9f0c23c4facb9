// What was proved when it was taken, proved again by whoever audits and may read the contents: keys, credentials,
// ballots, decryptions, results. The same checks as the host's (checks.hpp), of the record as it stood before the
// entry.
#pragma once

#include "community/entry.hpp"
#include "host/texts.hpp"
#include "store/vault.hpp"

#include <memory>
#include <string>

namespace ccop::host {

class RecordSource;

/// How far the evidence of elections was looked into.
struct EvidenceReport {
  std::uint64_t checked{};  ///< acts whose evidence holds
  std::uint64_t unread{};   ///< acts of whose evidence a content was not there, or not for this reader
  std::uint64_t results{};  ///< of those checked: results, each of an archive that was made again from the record
};

/// A content of a record in clear; nothing where it isn't there, or is not what its hash says.
[[nodiscard]] std::optional<store::Content> content_of(RecordSource& source, const store::MasterKey* master,
                                                       const ContentHash& hash);
/// The texts of a record, while both last.
[[nodiscard]] Texts texts_of(RecordSource& source, std::shared_ptr<const store::MasterKey> master);

class EvidenceAudit {
 public:
  /// `source` outlives it; without `master` it reads what lies there in clear.
  EvidenceAudit(RecordSource& source, std::shared_ptr<const store::MasterKey> master)
      : source_(source), master_(std::move(master)) {}

  /// Of an entry that the rules allow, before it is applied: what is wrong with its evidence; empty when nothing is, or
  /// it can't be read.
  [[nodiscard]] std::string look_at(const community::Community& now, const community::Entry& entry);
  [[nodiscard]] const EvidenceReport& report() const { return report_; }

 private:
  RecordSource& source_;
  std::shared_ptr<const store::MasterKey> master_;
  EvidenceReport report_;
};

}  // namespace ccop::host
