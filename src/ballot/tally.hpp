// Ballots verified on all cores while the archive is read, and added up as they pass: their order doesn't matter to a
// homomorphic tally.
#pragma once

#include "ballot/proofs.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace ccop::ballot {

/// What was a ballot of the archive: where it stands and how much it counts.
struct BallotJob {
  std::uint32_t height{};  ///< of its event, to be named when it is wrong
  std::string bytes;
  std::uint64_t weight{1};
  bool withdrawn{};  ///< an earlier ballot of a voter who voted again: verified before, now taken out of the sums
};

/// Whether there is something for each sum.
[[nodiscard]] bool has_shape_of(const OpenAnswers& sums, const auto& rows) {
  return std::ranges::equal(rows, sums,
                            [](const auto& row, const auto& of_one) { return row.size() == of_one.size(); });
}

/// Sums of ciphertexts, for each question.
[[nodiscard]] OpenAnswers empty_tally(const Election& election);

/// The encrypted tally of ballots that were verified before.
[[nodiscard]] EncryptedTally encrypted_tally(const Election& election, const std::vector<Ballot>& ballots);
[[nodiscard]] EncryptedTally written(const OpenAnswers& sums);

class BallotVerifier {
 public:
  BallotVerifier(const BallotContext& context, unsigned threads);
  ~BallotVerifier();
  BallotVerifier(const BallotVerifier&) = delete;
  BallotVerifier& operator=(const BallotVerifier&) = delete;
  BallotVerifier(BallotVerifier&&) = delete;
  BallotVerifier& operator=(BallotVerifier&&) = delete;

  /// Waits while much is waiting already. False when a ballot was found wrong, and there is no point in going on.
  [[nodiscard]] bool add(BallotJob job);
  /// Waits for all, and gives the sums. Throws ArchiveError that names the first ballot that is wrong.
  [[nodiscard]] OpenAnswers finish();

 private:
  void work();
  void process(const BallotJob& job, OpenAnswers& sums);

  const BallotContext& context_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<BallotJob> jobs_;
  bool no_more_{};
  OpenAnswers sums_;
  std::optional<std::pair<std::uint32_t, std::string>> wrong_;
  std::vector<std::thread> threads_;
};

}  // namespace ccop::ballot
