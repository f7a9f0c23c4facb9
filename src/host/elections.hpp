// Elections of a community in the form of Belenios: the archive that anyone can verify, made of what is on record; and
// whether keys, credentials, ballots and decryptions that come from outside are sound. The host holds no secret of
// them.
#pragma once

#include "ballot/messages.hpp"
#include "ballot/trustees.hpp"
#include "community/entry.hpp"
#include "store/vault.hpp"

#include <functional>

namespace ccop::host {

/// Gives the text of a content; nothing where it was erased.
using Texts = std::function<std::optional<std::string>(const Hash&)>;

/// One election, as the record has it so far. Nothing is kept: each call reads the contents that it needs, and throws
/// BadInput where one was erased.
class ElectionRecord {
 public:
  ElectionRecord(const community::Community& state, community::ElectionId id, Texts texts);

  /// The name of the election in its archive: 22 digits of Base58 that follow from the log's key and its number.
  [[nodiscard]] std::string uuid() const;
  /// What the trustees posted in this round, in their order.
  [[nodiscard]] std::vector<std::string> key_messages(std::uint32_t round) const;
  /// Once the keys are made.
  [[nodiscard]] std::string trustees_json() const;
  /// The election as it would be opened at that time, or as it was opened.
  [[nodiscard]] ballot::Election on_ballot(Time at) const;
  [[nodiscard]] std::string setup_json(Time at) const;
  /// The last ballot of each voter.
  [[nodiscard]] std::vector<ballot::Ballot> counted_ballots() const;
  [[nodiscard]] ballot::EncryptedTally tally() const;
  /// Once enough trustees decrypted.
  [[nodiscard]] std::optional<ballot::Result> result() const;
  /// The archive as far as it goes; nothing before the opening.
  [[nodiscard]] std::string archive() const;

 private:
  [[nodiscard]] std::optional<ballot::Result> result_of(const ballot::EncryptedTally& tally) const;
  [[nodiscard]] std::string text(const Hash& hash) const;
  [[nodiscard]] std::string name_of(community::PersonId person) const;
  [[nodiscard]] ballot::Question question_on_candidates(Time at) const;
  [[nodiscard]] ballot::Question question_on_motion(community::MotionId id) const;

  const community::Community& state_;
  community::ElectionId id_;
  const community::Election& election_;
  Texts texts_;
};

/// Whether a command brings keys, credentials, a ballot, or what was computed of them.
[[nodiscard]] bool brings_proofs(const community::Command& command);

/// Why the rules refuse such a request, or what it brings doesn't hold. What is found to hold stands as long as the
/// rules allow the request.
[[nodiscard]] std::optional<community::Refusal> objection_to_contents(const community::Community& state,
                                                                      const Texts& texts,
                                                                      const community::Request& request,
                                                                      const std::vector<store::Content>& contents,
                                                                      Time at);

}  // namespace ccop::host
