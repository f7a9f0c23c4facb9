// A ballot with real keys, of whatever it is held on: what trustees and voters send, as a host checks it.
#pragma once

#include "ballot/archive.hpp"
#include "ballot/bound.hpp"
#include "ballot/cast.hpp"
#include "ballot/json.hpp"
#include "ballot/threshold.hpp"
#include "ballot/verify.hpp"
#include "ballot/voting_key.hpp"
#include "community/keyboxes/state.hpp"
#include "community/record/state.hpp"
#include "community/scenario.hpp"
#include "host/checks.hpp"
#include "host/elections.hpp"

#include <gmock/gmock.h>

#include <map>

namespace ccop::host::testing {

using namespace community;
using community::testing::Scenario;

class AHostedBallot : public ::testing::Test {
 protected:
  AHostedBallot() = default;
  explicit AHostedBallot(const std::string& charter) : story(Scenario::CharterText{charter}) {}

  /// Content that the next request brings.
  ContentHash bring(std::string text) {
    const store::Content content{std::string(16, 's'), std::move(text)};
    const ContentHash hash = store::content_hash(content);
    texts[hash] = content.text;
    contents.push_back(content);
    return hash;
  }
  /// What the host says, and then the rules; "" where both let it pass.
  std::string ask(PersonId person, Command command) {
    const community::Request request{"ccop", person, story.time, {}, command};
    const auto brought = std::exchange(contents, {});
    if (evidence_of(command) == Evidence::proved) {
      auto refused = would_refuse(story.now, command, person, story.time);
      if (!refused) refused = prepare_check(story.now, request, story.time)(read_text, brought);
      if (refused) community::testing::sentences_met().emplace(refused->key);  // every answer is compared below
      if (refused)
        return std::string{refused->key} + (refused->values.contains("what") ? ": " + refused->values["what"] : "");
    }
    const Ruling ruling = story.ask(person, std::move(command));
    const auto* refusal = std::get_if<Refusal>(&ruling);
    return refusal == nullptr ? "" : std::string{refusal->key};
  }
  void must(PersonId person, Command command) { EXPECT_EQ(ask(person, std::move(command)), ""); }

  const Election& election() const { return elections(story.now).all[id]; }
  ElectionRecord record_of(ElectionId which) const { return {facts_of(story.now, which, story.time), read_text}; }
  ElectionRecord record() const { return record_of(id); }
  PersonId trustee(std::uint32_t number) const { return election().trustees.at(number - 1).person; }
  ballot::Certificates certificates() const {
    ballot::Certificates all;
    for (const auto& text : record().key_messages(1)) all.push_back(ballot::from_json<ballot::SignedMessage>(text));
    return all;
  }
  std::vector<ballot::Polynomial> polynomials() const {
    std::vector<ballot::Polynomial> all;
    for (const auto& text : record().key_messages(2)) all.push_back(ballot::from_json<ballot::Polynomial>(text));
    return all;
  }

  void first_round() {
    for (std::uint32_t i = 1; i <= 3; ++i) {
      seeds.push_back(ballot::new_seed());
      const auto certificate = ballot::make_certificate(seeds.back(), {"Ed25519", 3, 2, i});
      must(trustee(i), PostKeyMessage{id, 1, bring(ballot::to_json(certificate))});
    }
  }
  void make_keys() {
    first_round();
    for (std::uint32_t i = 1; i <= 3; ++i)
      must(trustee(i),
           PostKeyMessage{id, 2, bring(ballot::to_json(ballot::make_polynomial(seeds[i - 1], certificates())))});
    for (std::uint32_t i = 1; i <= 3; ++i) must(trustee(i), PostKeyMessage{id, 3, bring(ballot::to_json(output(i)))});
  }
  ballot::VerificationOutput output(std::uint32_t i) const {
    return ballot::make_output(seeds[i - 1], certificates(), ballot::input_for(i, polynomials()));
  }
  /// Whose keys are voted with.
  [[nodiscard]] virtual std::uint32_t year() const = 0;
  /// A registration of the voter's seat, whose secret is kept.
  RegisterVotingKey registration(std::size_t voter) {
    secrets.erase(voter);
    const ballot::SecretScalar& secret = secrets.emplace(voter, ballot::SecretScalar{}).first->second;
    const ballot::VotingKeyStatement said{record_state().log_key,
                                          static_cast<std::uint32_t>(voter),
                                          year(),
                                          Bytes(16, static_cast<std::uint8_t>(voter)),
                                          ballot::written(ballot::power_of_generator(secret.value())),
                                          Bytes(32, 7)};
    const auto proof = ballot::prove_voting_key(said, secret);
    return {{said.seat},   said.year,    said.box,
            said.key.text, said.sealing, {ballot::to_decimal(proof.challenge), ballot::to_decimal(proof.response)}};
  }
  std::string ballot_with(std::size_t voter, const ballot::Choices& choices) const {
    const std::string setup = record().setup_json();
    return ballot::cast_ballot(ballot::from_json<ballot::Election>(setup), ballot::fingerprint_of(setup),
                               credential(voter), choices);
  }
  void register_keys() {
    for (std::size_t i = 0; i < people.size(); ++i) must(people[i], registration(i));
  }
  const Record& record_state() const { return community::record(story.now); }
  /// The secret of the voter's credential in this election.
  ballot::SecretScalar credential(std::size_t voter) const {
    const ballot::SecretScalar& own = secrets.at(voter);
    const ballot::Element key = ballot::written(ballot::power_of_generator(own.value()));
    return ballot::SecretScalar{own.value() + ballot::credential_offset(record_state().log_key, record().uuid(), key)};
  }
  CastBallot casting(const std::string& text) {
    std::string credential;
    try {
      credential = ballot::from_json<ballot::Ballot>(text).credential.text;
    } catch (const BadInput&) {  // a ballot that is none has no credential to repeat
    }
    return {id, credential, ballot::fingerprint_of(text), bring(text)};
  }
  ballot::SecretScalar key_of(std::uint32_t number) const {
    return ballot::decryption_key(seeds[number - 1],
                                  ballot::from_json<ballot::VerificationOutput>(record().key_messages(3)[number - 1]));
  }
  std::string fingerprint() const { return ballot::fingerprint_of(record().setup_json()); }
  ballot::PartialDecryption decryption(std::uint32_t number) const {
    return ballot::decrypt(record().count().tally, key_of(number), fingerprint());
  }
  ballot::BoundProofs bound(std::uint32_t number) const {
    return ballot::prove_bound(record().count().tally, key_of(number), fingerprint(), number);
  }
  /// What a trustee posts of the totals.
  PostDecryption posting(const ballot::PartialDecryption& decryption, const ballot::BoundProofs& proofs) {
    return {id, proofs.tally, bring(ballot::to_json(decryption)), bring(ballot::to_json(proofs))};
  }
  PostDecryption posting(std::uint32_t number) { return posting(decryption(number), bound(number)); }
  ballot::Verification verified() const {
    std::istringstream archive{record().archive()};
    return ballot::verify_election(archive, {1, {}});
  }

  Scenario story;
  std::vector<PersonId> people;
  ElectionId id{0};
  std::map<ContentHash, std::string> texts;
  std::vector<store::Content> contents;
  std::vector<std::string> seeds;
  std::map<std::size_t, ballot::SecretScalar> secrets;  ///< of the voters' keys
  Texts read_text = [this](const ContentHash& hash) -> std::optional<std::string> {
    const auto found = texts.find(hash);
    return found == texts.end() ? std::nullopt : std::optional{found->second};
  };
};

}  // namespace ccop::host::testing
