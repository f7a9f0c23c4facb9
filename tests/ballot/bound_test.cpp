// Proofs that bind a decryption to what was decrypted: of every trustee, for every part that is hashed; and decryptions
// by more trustees than are needed, compared.
#include "ballot/bound.hpp"

#include "ballot/agreement.hpp"
#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ceremony.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

namespace ccop::ballot {
namespace {

using ::testing::HasSubstr;

constexpr std::uint64_t voters = 9;

/// The totals of two questions, encrypted to two of three trustees.
class ADecryption : public ::testing::Test {
 protected:
  ADecryption() {
    for (const auto& counts : totals) {
      auto& row = tally.emplace_back();
      for (const std::uint64_t count : counts) row.push_back(encrypted(count));
    }
  }
  [[nodiscard]] Ciphertext encrypted(std::uint64_t count) const {
    const SecretScalar random;
    const Encoded key = encoded({to_hex(trustees.election_key())});
    return {written(power_of_generator(random.value())),
            written(product(power(key, random.value()), power_of_generator(scalar_of(count))))};
  }
  [[nodiscard]] PartialDecryption factors_of(std::uint32_t trustee) const {
    return decrypt(tally, ceremony.decryption_key_of(trustee), election);
  }
  [[nodiscard]] BoundProofs bound_by(std::uint32_t trustee) const {
    return prove_bound(tally, ceremony.decryption_key_of(trustee), election, trustee);
  }
  [[nodiscard]] Decryptor by(std::uint32_t trustee) const { return {election, trustee, trustees.key(trustee)}; }
  /// What the check says; empty where the proofs hold.
  [[nodiscard]] static std::string wrong(const BoundProofs& bound, const EncryptedTally& of,
                                         const std::vector<std::vector<Element>>& factors, const Decryptor& decryptor) {
    try {
      check_bound(bound, of, factors, decryptor);
      return "";
    } catch (const BadInput& bad) {
      return bad.expected;
    }
  }
  [[nodiscard]] std::string wrong(const BoundProofs& bound) const { return wrong(bound, tally, factors, by(2)); }
  [[nodiscard]] Agreement agreement(const std::map<std::uint32_t, PartialDecryption>& decryptions) const {
    return agreement_of(tally, trustees, decryptions, voters);
  }

  const std::vector<std::vector<std::uint64_t>> totals{{1, 3, 5}, {9, 0}};
  const std::string election = fingerprint_of("an election");
  const Ceremony ceremony{2, 3};
  const Trustees trustees{"[[\"Pedersen\"," + to_json(ceremony.parameters()) + "]]", group_name};
  EncryptedTally tally;
  std::vector<std::vector<Element>> factors;
};

class ABoundProof : public ADecryption {
 protected:
  ABoundProof() { factors = factors_of(2).decryption_factors; }
  const BoundProofs bound = bound_by(2);
};

TEST_F(ABoundProof, HoldsForWhatWasDecrypted) {
  EXPECT_EQ(wrong(bound), "");
  EXPECT_EQ(wrong(from_canonical_json<BoundProofs>(to_json(bound))), "");
  EXPECT_NE(to_json(bound_by(2)), to_json(bound)) << "no commitment is used twice";
}

TEST_F(ABoundProof, HoldsForTotalsOfNoBallots) {
  const Element nothing{to_hex(Point{})};
  tally = {{{nothing, nothing}}};
  EXPECT_EQ(wrong(bound_by(2), tally, {{nothing}}, by(2)), "");
}

TEST_F(ABoundProof, IsOfNoOtherElection) {
  Decryptor other = by(2);
  other.election = fingerprint_of("another election");
  EXPECT_THAT(wrong(bound, tally, factors, other), HasSubstr("one does not"));
}

TEST_F(ABoundProof, IsOfNoOtherTally) {
  auto other = tally;
  other[1][1] = encrypted(0);  // of which this proof says nothing, but it is of the same tally
  EXPECT_THAT(wrong(bound, other, factors, by(2)), HasSubstr("fingerprint of the encrypted totals"));
  auto renamed = bound;
  renamed.tally = fingerprint_of(other);
  EXPECT_THAT(wrong(renamed, other, factors, by(2)), HasSubstr("question 1, total 1, one does not"));
  EXPECT_THAT(wrong(renamed), HasSubstr("fingerprint of the encrypted totals"));
}

TEST_F(ABoundProof, IsOfNoOtherTrusteeNumberOrKey) {
  Decryptor other = by(2);
  other.trustee = 3;
  EXPECT_THAT(wrong(bound, tally, factors, other), HasSubstr("one does not"));
  other = by(2);
  other.key = trustees.key(3);
  EXPECT_THAT(wrong(bound, tally, factors, other), HasSubstr("one does not"));
}

/// The same ciphertext twice: what differs is the place alone.
TEST_F(ABoundProof, IsOfNoOtherQuestionOrAnswer) {
  tally[0][1] = tally[0][0];
  tally[1][0] = tally[0][0];
  factors = factors_of(2).decryption_factors;
  const BoundProofs made = bound_by(2);
  ASSERT_EQ(wrong(made), "");
  auto moved = made;
  std::swap(moved.proofs[0][0], moved.proofs[0][1]);
  EXPECT_THAT(wrong(moved), HasSubstr("one does not"));
  moved = made;
  std::swap(moved.proofs[0][0], moved.proofs[1][0]);
  EXPECT_THAT(wrong(moved), HasSubstr("one does not"));
}

TEST_F(ABoundProof, IsOfNoOtherFactor) {
  for (std::size_t i = 0; i < factors.size(); ++i)
    for (std::size_t j = 0; j < factors[i].size(); ++j) {
      auto changed = factors;
      changed[i][j] = {to_hex(group_element(factors[i][j]) + generator())};
      EXPECT_THAT(wrong(bound, tally, changed, by(2)),
                  HasSubstr("question " + std::to_string(i + 1) + ", total " + std::to_string(j + 1)));
    }
}

/// Both commitments follow from challenge and response: whichever number is another, they are.
TEST_F(ABoundProof, HasNoOtherNumbers) {
  for (std::size_t i = 0; i < bound.proofs.size(); ++i)
    for (std::size_t j = 0; j < bound.proofs[i].size(); ++j)
      for (Scalar Proof::*number : {&Proof::challenge, &Proof::response}) {
        auto changed = bound;
        changed.proofs[i][j].*number = changed.proofs[i][j].*number + scalar_of(1);
        EXPECT_THAT(wrong(changed), HasSubstr("one does not"));
      }
}

TEST_F(ABoundProof, IsThereForEachFactor) {
  auto fewer = bound;
  fewer.proofs[0].pop_back();
  EXPECT_THAT(wrong(fewer), HasSubstr("for each factor"));
  fewer = bound;
  fewer.proofs.pop_back();
  EXPECT_THAT(wrong(fewer), HasSubstr("for each factor"));
  auto missing = factors;
  missing[0].pop_back();
  EXPECT_THAT(wrong(bound, tally, missing, by(2)), HasSubstr("for each factor"));
}

TEST_F(ABoundProof, TakesNoPointsOutsideTheGroup) {
  const Element order_two{"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"};
  auto changed = factors;
  changed[0][0] = order_two;
  EXPECT_THAT(wrong(bound, tally, changed, by(2)), HasSubstr("an element of the group"));
  tally[0][0].alpha = order_two;
  EXPECT_THROW((void)bound_by(2), BadInput);
}

/// By docs/elections.md alone, with none of the code that makes them.
TEST_F(ABoundProof, IsHashedAsTheDocumentsSay) {
  const std::size_t i = 1, j = 0;
  const Proof& proof = bound.proofs[i][j];
  const auto two = [](const Element& base, const Scalar& response, const Element& other, const Scalar& challenge) {
    return to_hex(power_of(group_element(base), response) + power_of(group_element(other), challenge));
  };
  const std::string text = "ccop decryption v1\n" + election + "\n" + fingerprint_of(to_json(tally)) + "\n2\n" +
                           trustees.key(2).text + "\n1\n0\n" + tally[i][j].alpha.text + "\n" + factors[i][j].text +
                           "\n" + two({to_hex(generator())}, proof.response, trustees.key(2), proof.challenge) + "\n" +
                           two(tally[i][j].alpha, proof.response, factors[i][j], proof.challenge);
  std::array<std::uint8_t, 64> hash{};
  crypto_hash_sha512(hash.data(), bytes_of(text).data(), text.size());
  Scalar challenge;
  crypto_core_ed25519_scalar_reduce(challenge.bytes.data(), hash.data());
  EXPECT_EQ(challenge, proof.challenge);
}

TEST_F(ADecryption, ByAnyWhoAreEnoughGivesTheSameTotals) {
  const auto one = factors_of(1), two = factors_of(2), three = factors_of(3);
  for (const auto& some : std::vector<std::map<std::uint32_t, PartialDecryption>>{
           {{1, one}, {2, two}}, {{1, one}, {3, three}}, {{2, two}, {3, three}}, {{1, one}, {2, two}, {3, three}}}) {
    const Agreement found = agreement(some);
    ASSERT_TRUE(found.result);
    EXPECT_EQ(found.result->result, totals);
    EXPECT_FALSE(found.astray);
  }
  EXPECT_FALSE(agreement({{2, two}}).result) << "one is too few";
}

TEST_F(ADecryption, ThatIsAstrayIsNamedWhereAThirdDecrypted) {
  for (const std::uint32_t wrong : {1u, 2u, 3u}) {
    std::map<std::uint32_t, PartialDecryption> all{{1, factors_of(1)}, {2, factors_of(2)}, {3, factors_of(3)}};
    const SecretScalar offset;
    Element& factor = all[wrong].decryption_factors[0][1];
    factor = written(product(encoded(factor), power_of_generator(offset.value())));
    const Agreement found = agreement(all);
    EXPECT_FALSE(found.result);
    EXPECT_EQ(found.astray, wrong);
  }
}

TEST_F(ADecryption, ThatIsAstrayIsNotNamedWhereTwoDecrypted) {
  std::map<std::uint32_t, PartialDecryption> two{{1, factors_of(1)}, {2, factors_of(2)}};
  const SecretScalar offset;
  Element& factor = two[1].decryption_factors[0][1];
  factor = written(product(encoded(factor), power_of_generator(offset.value())));
  EXPECT_FALSE(agreement(two).result);
  EXPECT_FALSE(agreement(two).astray);
}

}  // namespace
}  // namespace ccop::ballot
