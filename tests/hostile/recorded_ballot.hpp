// A ballot in a record that a host without a conscience keeps, of whatever it is held on: what trustees and voters
// sign.
#pragma once

#include "ballot/archive.hpp"
#include "ballot/bound.hpp"
#include "ballot/cast.hpp"
#include "ballot/json.hpp"
#include "ballot/keybox.hpp"
#include "ballot/threshold.hpp"
#include "ballot/voting_key.hpp"
#include "host/archive_comparison.hpp"
#include "hostile/careless_host.hpp"

#include <gmock/gmock.h>

namespace ccop::hostile::recorded {

class ARecordedBallot : public ::testing::Test {
 protected:
  explicit ARecordedBallot(const std::vector<std::string>& members, const std::string& also = "",
                           std::uint32_t version = current_rules)
      : host(members, also, version) {}

  [[nodiscard]] const ccop::testing::Device& secretary() const { return host.devices.front(); }
  /// Counted from 1.
  [[nodiscard]] const ccop::testing::Device& member(std::size_t number) const { return host.devices.at(number); }
  [[nodiscard]] const ccop::testing::Device& trustee(std::uint32_t number) const {
    return host.devices.at(election().trustees.at(number - 1).person.value);
  }
  [[nodiscard]] const Election& election() const { return elections(host.now).all[id]; }
  [[nodiscard]] host::ElectionRecord record() const {
    return {host::facts_of(host.now, id, host.time), host.reading()};
  }
  /// The same with the ballots as the host would have them.
  template <class Change>
  [[nodiscard]] host::ElectionRecord forged(const Change& change) const {
    auto facts = host::facts_of(host.now, id, host.time);
    change(facts.election);
    return {std::move(facts), host.reading()};
  }
  [[nodiscard]] std::string fingerprint() const { return ballot::fingerprint_of(record().setup_json()); }
  [[nodiscard]] std::string ballot_with(std::size_t voter, const ballot::Choices& choices) const {
    const std::string setup = record().setup_json();
    return ballot::cast_ballot(ballot::from_json<ballot::Election>(setup), ballot::fingerprint_of(setup),
                               credential(voter), choices);
  }
  [[nodiscard]] const std::string& log_key() const { return community::record(host.now).log_key; }
  [[nodiscard]] ballot::Element key_of_seat(std::size_t voter) const {
    return ballot::written(ballot::power_of_generator(secrets.at(voter).value()));
  }
  /// The secret of the voter's credential.
  [[nodiscard]] ballot::SecretScalar credential(std::size_t voter) const {
    return ballot::SecretScalar{secrets.at(voter).value() +
                                ballot::credential_offset(log_key(), record().uuid(), key_of_seat(voter))};
  }
  void cast(std::size_t voter, const std::string& text) {
    const std::string credential = ballot::from_json<ballot::Ballot>(text).credential.text;
    host.ask(member(voter), CastBallot{id, credential, ballot::fingerprint_of(text), host.bring(text)});
  }
  [[nodiscard]] ballot::SecretScalar key_of(std::uint32_t number) const {
    return ballot::decryption_key(seeds.at(number - 1),
                                  ballot::from_json<ballot::VerificationOutput>(record().key_messages(3)[number - 1]));
  }
  void post(std::uint32_t number, const ballot::PartialDecryption& decryption, const ballot::BoundProofs& proofs) {
    host.ask(trustee(number), PostDecryption{id, proofs.tally, host.bring(ballot::to_json(decryption)),
                                             host.bring(ballot::to_json(proofs))});
  }
  /// What a trustee's device makes of totals that it believes.
  void decrypts(std::uint32_t number, const ballot::EncryptedTally& tally) {
    post(number, ballot::decrypt(tally, key_of(number), fingerprint()),
         ballot::prove_bound(tally, key_of(number), fingerprint(), number));
  }
  void decrypts(std::uint32_t number) { decrypts(number, record().count().tally); }
  /// Whoever conducts signs what the host says.
  void declare(const std::vector<std::uint32_t>& counts, const std::string& archive) {
    host.ask(secretary(), DeclareResult{id, counts, to_hex(sha256(bytes_of(archive)))});
  }
  [[nodiscard]] std::vector<std::string> differences_of(const std::string& archive) const {
    return host::differences(archive, record(), [this](OrganizationId organization) {
      return membership(host.now).organizations[organization].key;
    });
  }

  void make_keys() {
    for (std::uint32_t i = 1; i <= 3; ++i) {
      seeds.push_back(ballot::new_seed());
      post_key(i, 1, ballot::to_json(ballot::make_certificate(seeds.back(), {"Ed25519", 3, 2, i})));
    }
    const auto certificates = messages<ballot::SignedMessage>(1);
    for (std::uint32_t i = 1; i <= 3; ++i)
      post_key(i, 2, ballot::to_json(ballot::make_polynomial(seeds[i - 1], certificates)));
    const auto polynomials = messages<ballot::Polynomial>(2);
    for (std::uint32_t i = 1; i <= 3; ++i)
      post_key(i, 3,
               ballot::to_json(ballot::make_output(seeds[i - 1], certificates, ballot::input_for(i, polynomials))));
  }
  /// Each Member registers the voting key of its seat, from the first on.
  void register_keys(std::size_t members, std::uint32_t year) {
    for (std::size_t i = 1; i <= members; ++i) {
      const auto seat = membership(host.now).own_organization(member(i).person(), host.time).value();
      const ballot::Keybox box{ballot::SecretText{std::string(32, static_cast<char>(i))}};
      secrets.erase(i);
      const ballot::SecretScalar& secret =
          secrets.emplace(i, box.voting_secret({log_key(), seat.value, year})).first->second;
      const ballot::VotingKeyStatement said{log_key(), seat.value, year, Bytes(16, 1), key_of_seat(i), Bytes(32, 7)};
      const auto proof = ballot::prove_voting_key(said, secret);
      host.ask(member(i), RegisterVotingKey{seat,
                                            year,
                                            said.box,
                                            said.key.text,
                                            said.sealing,
                                            {ballot::to_decimal(proof.challenge), ballot::to_decimal(proof.response)}});
    }
  }

  CarelessHost host;
  ElectionId id{0};
  std::vector<std::string> seeds;
  std::map<std::size_t, ballot::SecretScalar> secrets;  ///< of the Members' voting keys

 private:
  void post_key(std::uint32_t number, std::uint32_t round, const std::string& message) {
    host.ask(trustee(number), PostKeyMessage{id, round, host.bring(message)});
  }
  template <class T>
  [[nodiscard]] std::vector<T> messages(std::uint32_t round) const {
    std::vector<T> all;
    for (const std::string& text : record().key_messages(round)) all.push_back(ballot::from_json<T>(text));
    return all;
  }
};

}  // namespace ccop::hostile::recorded
