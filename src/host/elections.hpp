// Elections of a community in the form of Belenios: the archive that anyone can verify, made of what is on record. The
// host holds no secret of them.
#pragma once

#include "ballot/agreement.hpp"
#include "ballot/bound.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/state.hpp"
#include "community/hub.hpp"
#include "host/texts.hpp"

#include <map>
#include <span>

namespace ccop::host {

/// What the archive of an election is made of, copied out of the state: who works with it holds no lock.
struct ElectionFacts {
  /// Who stands on the ballot: by what name, and for whom.
  struct Named {
    ContentHash profile;
    std::string organization;
  };

  community::ElectionId id;
  community::Election election;
  /// What a round asks: the contents of its paper and its sets.
  struct Asked {
    ContentHash questions;
    std::optional<std::uint32_t> part;
  };
  struct Round {
    ContentHash paper;
    std::vector<Asked> asks;
  };

  std::optional<community::Motion> motion;  ///< that is balloted on
  std::optional<Round> round;               ///< of which it is the ballot
  std::shared_ptr<const community::Charter> charter;
  std::string log_key;
  std::vector<community::PersonId> candidates;  ///< as it was opened, or would be opened at that time
  std::map<community::PersonId, Named> named;
};
[[nodiscard]] ElectionFacts facts_of(const community::Community& state, community::ElectionId id, Time at);

/// What the ballots of a closed election come to.
struct ElectionCount {
  std::size_t ballots{};  ///< that count: the last of each voter
  ballot::EncryptedTally tally;
  std::optional<ballot::Result> result;  ///< once enough trustees decrypted: of the first of them
};

/// One election, as the record has it so far. Nothing is kept: each call reads the contents that it needs, and throws
/// BadInput where one was erased.
class ElectionRecord {
 public:
  ElectionRecord(ElectionFacts facts, Texts texts) : facts_(std::move(facts)), texts_(std::move(texts)) {}

  [[nodiscard]] const ElectionFacts& facts() const { return facts_; }
  /// The name of the election in its archive: 22 digits of Base58 that follow from the log's key and its number.
  [[nodiscard]] std::string uuid() const;
  /// How the key file of the trustee with this number, from 1, is called: after the ballot for which it was made, which
  /// may be an earlier one.
  [[nodiscard]] std::string key_file_of(std::uint32_t trustee) const;
  /// What the trustees posted in this round, in their order.
  [[nodiscard]] std::vector<std::string> key_messages(std::uint32_t round) const;
  /// Once the keys are made.
  [[nodiscard]] std::string trustees_json() const;
  /// The election as it would be opened, or as it was opened.
  [[nodiscard]] ballot::Election on_ballot() const;
  [[nodiscard]] std::string setup_json() const;
  /// That of an organization on the roll; throws BadInput for any other.
  [[nodiscard]] std::string credential_of(community::OrganizationId organization) const;
  /// All of the roll, in ascending order, as its archive has them.
  [[nodiscard]] std::string credentials_json() const;
  /// Reads and adds up the last ballot of each voter: whoever needs it twice keeps it.
  [[nodiscard]] ElectionCount count() const;
  /// Whether all decryptions that were posted, more than are needed too, give the same.
  [[nodiscard]] ballot::Agreement agreement(const ElectionCount& count) const;
  /// Of each trustee who decrypted, in their order, the proofs that bind the factors to the count's tally.
  [[nodiscard]] ballot::ElectionProofs bound_proofs(const ElectionCount& count) const;
  /// The archive as far as it goes; nothing before the opening. Of decryptions it has the first, as many as are needed:
  /// those that the result stands on.
  [[nodiscard]] std::string archive() const;
  /// That of a closed election whose ballots were counted already.
  [[nodiscard]] std::string archive(const ElectionCount& count) const;

 private:
  [[nodiscard]] std::string uuid_of(community::ElectionId id) const;
  /// The last of each voter.
  [[nodiscard]] std::vector<ballot::Ballot> counted_ballots() const;
  [[nodiscard]] std::optional<ballot::Result> result_of(const ballot::EncryptedTally& tally) const;
  using Decryptions = std::map<std::uint32_t, ballot::PartialDecryption>;
  [[nodiscard]] Decryptions decryptions_of(std::span<const std::uint32_t> owners) const;
  /// Whose decryptions the result stands on, by their order in the record.
  [[nodiscard]] std::span<const std::uint32_t> first_decrypted() const;
  [[nodiscard]] std::string archive_with(const ElectionCount* count) const;
  [[nodiscard]] std::string text(const ContentHash& hash) const;
  [[nodiscard]] std::string name_of(community::PersonId person) const;
  [[nodiscard]] ballot::Question question_on_candidates() const;
  [[nodiscard]] ballot::Question question_on_motion() const;
  /// What the ballot asks, and what it is called.
  void ask_in_round(ballot::Election& out) const;
  void ask_at_once(ballot::Election& out) const;

  ElectionFacts facts_;
  Texts texts_;
};

}  // namespace ccop::host
