#include "ballot/voting_key.hpp"

#include "ballot/powers.hpp"
#include "ballot/proofs.hpp"
#include "base/codec.hpp"

namespace ccop::ballot {
namespace {

std::string prefix_of(const VotingKeyStatement& said) {
  return "ccop voting key v1|" + said.log + "|" + std::to_string(said.seat) + "|" + std::to_string(said.year) + "|" +
         ccop::to_hex(said.box) + "|" + ccop::to_hex(said.sealing) + "|" + said.key.text + "|";
}

}  // namespace

Proof prove_voting_key(const VotingKeyStatement& statement, const SecretScalar& secret) {
  const SecretScalar w;
  const Scalar challenge = challenge_of(prefix_of(statement), std::vector{power_of_generator(w.value())});
  return {challenge, SecretScalar::response(w, secret, challenge)};
}

bool holds_for_voting_key(const VotingKeyStatement& statement, const Proof& proof) {
  const auto point = point_from_hex(statement.key.text);
  if (!point || *point == Point{}) return false;
  const PowerTable key{*point, PowerTable::narrow};
  return key.is_in_subgroup() && holds_for_key(proof, prefix_of(statement), key);
}

Scalar credential_offset(std::string_view log, std::string_view uuid, const Element& key) {
  return wide_hash("ccop election credential v1|" + std::string{log} + "|" + std::string{uuid} + "|" + key.text);
}

Element election_credential(std::string_view log, std::string_view uuid, const Element& key) {
  const auto point = point_from_hex(key.text);
  if (!point) throw BadInput{"", "a voting key"};
  return written(product(encoded(key), power_of_generator(credential_offset(log, uuid, key))));
}

}  // namespace ccop::ballot
