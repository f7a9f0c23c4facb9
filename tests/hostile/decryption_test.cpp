// A trustee who decrypts wrongly, with proofs of the archive's format that hold all the same: nobody takes it where
// each decryption must be bound to what was decrypted.
#include "ballot/certificates.hpp"
#include "host/hosted_election.hpp"

#include <gtest/gtest.h>

namespace ccop::host {
namespace {

using namespace testing;
using ballot::Encoded;
using ballot::SecretScalar;
using ::testing::HasSubstr;

/// Its host takes an election as far as the close; then the first trustee turns out to be hostile.
class AHostileTrustee : public AHostedElection {
 protected:
  AHostileTrustee() {
    open();
    EXPECT_EQ(vote(2, 1), "");
    for (const std::size_t voter : {3u, 4u}) EXPECT_EQ(vote(voter, 2), "");
    close();
  }

  /// A decryption whose factors are no powers of the ciphertexts by this key.
  [[nodiscard]] ballot::PartialDecryption false_decryption(const SecretScalar& key) const {
    ballot::PartialDecryption out;
    out.decryption_factors.resize(1);
    out.decryption_proofs.resize(1);
    const std::string prefix =
        "decrypt|" + fingerprint() + "|" + ballot::written(ballot::power_of_generator(key.value())).text + "|";
    const ballot::EncryptedTally tally = record().count().tally;
    for (const ballot::Ciphertext& total : tally.front()) {
      const SecretScalar first, second;
      const Encoded alpha = ballot::encoded(total.alpha), b = ballot::power_of_generator(second.value());
      ballot::Proof proof;
      proof.challenge = ballot::challenge_of(prefix, {ballot::power_of_generator(first.value()), b});
      proof.response = SecretScalar::response(first, key, proof.challenge);
      const Encoded rest = ballot::quotient(b, ballot::power(alpha, proof.response));
      out.decryption_factors[0].push_back(ballot::written(ballot::power(rest, inverse(proof.challenge))));
      out.decryption_proofs[0].push_back(proof);
    }
    return out;
  }
  /// What the host's rules alone would keep.
  void post_unchecked(std::uint32_t number, const ballot::PartialDecryption& decryption) {
    const PostDecryption asked = posting(decryption, bound(number));
    contents.clear();
    story.ask(trustee(number), asked);
  }
};

TEST_F(AHostileTrustee, IsFoundOutByTheBoundProofs) {
  const auto wrong = false_decryption(key_of(1));
  ASSERT_NE(ballot::to_json(wrong.decryption_factors), ballot::to_json(decryption(1).decryption_factors));
  const ballot::Decryptor by{fingerprint(), 1, ballot::written(ballot::power_of_generator(key_of(1).value()))};
  EXPECT_NO_THROW(ballot::check_decryption(wrong, record().count().tally, by));
}

TEST_F(AHostileTrustee, IsRefusedByTheHost) {
  const auto wrong = false_decryption(key_of(1));
  EXPECT_THAT(ask(trustee(1), posting(wrong, bound(1))), HasSubstr("bound proofs that hold"))
      << "with the proofs of the true factors";
  auto proofs = bound(1);
  proofs.proofs = wrong.decryption_proofs;
  EXPECT_THAT(ask(trustee(1), posting(wrong, proofs)), HasSubstr("bound proofs that hold"))
      << "with the format's proofs once more";
  must(trustee(1), posting(1));
}

TEST_F(AHostileTrustee, IsFoundOutByWhoeverVerifiesTheArchiveWithTheBoundProofs) {
  post_unchecked(1, false_decryption(key_of(1)));
  const auto verify = [&](const std::optional<ballot::ElectionProofs>& proofs) {
    std::istringstream in{record().archive()};
    try {
      return static_cast<int>(ballot::verify_election(in, {1, {}, proofs}).checks.size());
    } catch (const ballot::ArchiveError& error) {
      EXPECT_THAT(error.what(), HasSubstr("the bound proofs of the decryption by trustee 1"));
      return 0;
    }
  };
  EXPECT_GT(verify({}), 0) << "the archive alone does not tell";
  EXPECT_EQ(verify(record().bound_proofs(record().count())), 0);
}

TEST_F(AHostileTrustee, IsNamedOnceTwoOthersDecrypted) {
  post_unchecked(1, false_decryption(key_of(1)));
  must(trustee(2), posting(2));
  must(trustee(3), posting(3));
  EXPECT_EQ(record().agreement(record().count()).astray, 1u);
  EXPECT_EQ(ask(story.secretary(), DeclareResult{id, {0, 1, 2}, std::string(64, '0')}), "decryptions-disagree");
}

}  // namespace
}  // namespace ccop::host
