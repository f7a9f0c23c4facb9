// A seat's key and what follows from it. The figures were computed by a program of its own: Python's hashlib, and the
// curve's formulas written out.
#include "ballot/voting_key.hpp"

#include "base/codec.hpp"

#include <gtest/gtest.h>

namespace ccop::ballot {
namespace {

const std::string log = "localhost/c/ccop/log+75baffd5+AXqP";
const std::string uuid = "ABCDEFGHJKLMNPQRSTUVWX";
const Element key{"2a60a52466c62abd2dddb10bb2c5821a4e66171464c33748ab9720496df5dc5c"};

SecretScalar secret() {
  return SecretScalar{
      *scalar_from_decimal("5649380811641101036242703084026385172220703237864517446568270442973848612738")};
}
VotingKeyStatement statement() {
  return {log, 7, 2026, Bytes(16, 3), written(power_of_generator(secret().value())), Bytes(32, 5)};
}

TEST(AVotingKey, GivesTheCredentialThatAnyProgramComputes) {
  EXPECT_EQ(written(power_of_generator(secret().value())), key);
  EXPECT_EQ(to_decimal(credential_offset(log, uuid, key)),
            "6680195796079169069825215156620810000755435546618697804099763939310926240633");
  EXPECT_EQ(election_credential(log, uuid, key).text,
            "c6c13fbd3211a64400720d99a56f3978c678a45300673ffd0538d6c06ec202b9");
}

TEST(AVotingKey, HasASecretThatSignsForTheCredential) {
  const Scalar sum = secret().value() + credential_offset(log, uuid, key);
  EXPECT_EQ(written(power_of_generator(sum)), election_credential(log, uuid, key));
}

TEST(AVotingKey, IsRefusedWhereItIsNoPoint) {
  EXPECT_THROW((void)election_credential(log, uuid, {std::string(64, 'f')}), BadInput);
}

TEST(AVotingKey, IsProvedToBeTheSeats) {
  const Proof proof = prove_voting_key(statement(), secret());
  EXPECT_TRUE(holds_for_voting_key(statement(), proof));
}

TEST(AVotingKey, IsNotProvedForAnythingElse) {
  const Proof proof = prove_voting_key(statement(), secret());
  auto other = statement();
  other.log = "another log";
  EXPECT_FALSE(holds_for_voting_key(other, proof));
  other = statement();
  other.seat = 8;
  EXPECT_FALSE(holds_for_voting_key(other, proof));
  other = statement();
  other.year = 2027;
  EXPECT_FALSE(holds_for_voting_key(other, proof));
  other = statement();
  other.box[0] ^= 1;
  EXPECT_FALSE(holds_for_voting_key(other, proof));
  other = statement();
  other.sealing[31] ^= 1;
  EXPECT_FALSE(holds_for_voting_key(other, proof));
  other = statement();
  other.key = written(power_of_generator(scalar_of(5)));
  EXPECT_FALSE(holds_for_voting_key(other, proof));
  EXPECT_FALSE(holds_for_voting_key(statement(), {proof.response, proof.challenge}));
}

TEST(AVotingKey, IsNeitherTheIdentityNorOfSmallOrder) {
  auto said = statement();
  said.key = {std::string(63, '0') + "1"};
  EXPECT_FALSE(holds_for_voting_key(said, prove_voting_key(said, SecretScalar{scalar_of(0)})));
  said.key = {"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"};
  EXPECT_FALSE(holds_for_voting_key(said, prove_voting_key(said, SecretScalar{scalar_of(1)})));
}

}  // namespace
}  // namespace ccop::ballot
