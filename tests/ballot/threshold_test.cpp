// The ceremony of a threshold key (Belenios specification 3.0, section 4.6): what trustees and server refuse.
#include "ballot/threshold.hpp"

#include "ballot/ceremony.hpp"
#include "ballot/json.hpp"

#include <gtest/gtest.h>

namespace ccop::ballot {
namespace {

class TheCeremony : public ::testing::Test {
 protected:
  Ceremony ceremony{2, 3};
};

TEST_F(TheCeremony, GivesEachTrusteeTheKeyOfItsPublicKey) {
  for (std::uint32_t i = 1; i <= 3; ++i) {
    EXPECT_NO_THROW(check_certificate(ceremony.certificates[i - 1], ceremony.context(i)));
    EXPECT_NO_THROW(check_polynomial(ceremony.certificates, i, ceremony.polynomials[i - 1]));
    EXPECT_NO_THROW(check_output(ceremony.certificates, ceremony.polynomials, i, ceremony.outputs[i - 1]));
    EXPECT_EQ(written(power_of_generator(ceremony.decryption_key_of(i).value())),
              ceremony.outputs[i - 1].public_key.public_key);
  }
}

TEST_F(TheCeremony, RefusesACertificateForAnotherPlaceOrThreshold) {
  auto other = ceremony.context(1);
  other.threshold = 1;
  EXPECT_THROW(check_certificate(ceremony.certificates[0], other), BadInput);
  EXPECT_THROW(check_certificate(ceremony.certificates[0], ceremony.context(2)), BadInput);
  SignedMessage changed = ceremony.certificates[0];
  changed.signature = ceremony.certificates[1].signature;
  EXPECT_THROW(check_certificate(changed, ceremony.context(1)), BadInput);
}

TEST_F(TheCeremony, RefusesASeedThatMadeNoneOfTheCertificates) {
  EXPECT_THROW((void)make_polynomial(new_seed(), ceremony.certificates), BadInput);
}

TEST_F(TheCeremony, RefusesAPolynomialOfAnotherTrusteeOrWithTooFewMessages) {
  EXPECT_THROW(check_polynomial(ceremony.certificates, 1, ceremony.polynomials[1]), BadInput);
  Polynomial short_one = ceremony.polynomials[0];
  short_one.secrets.pop_back();
  EXPECT_THROW(check_polynomial(ceremony.certificates, 1, short_one), BadInput);
}

TEST_F(TheCeremony, RefusesASignatureOverOtherCertificates) {
  const Ceremony another{2, 3};
  Polynomial moved = make_polynomial(ceremony.seeds[0], ceremony.certificates);
  moved.signature = make_polynomial(another.seeds[0], another.certificates).signature;
  EXPECT_THROW(check_polynomial(ceremony.certificates, 1, moved), BadInput);
}

TEST_F(TheCeremony, RefusesAShareThatDoesNotFitThePublishedCoefficients) {
  auto polynomials = ceremony.polynomials;
  polynomials[1] = make_polynomial(ceremony.seeds[1], ceremony.certificates);
  auto input = input_for(1, polynomials);
  input.secrets[1] = ceremony.polynomials[1].secrets[0];
  EXPECT_THROW((void)make_output(ceremony.seeds[0], ceremony.certificates, input), BadInput);
}

TEST_F(TheCeremony, RefusesAMessageThatWasChangedOrIsForAnother) {
  auto input = input_for(1, ceremony.polynomials);
  input.secrets[1] = ceremony.polynomials[1].secrets[2];
  EXPECT_THROW((void)make_output(ceremony.seeds[0], ceremony.certificates, input), BadInput);
  auto message = from_json<EncryptedMessage>(ceremony.polynomials[1].secrets[0]);
  message.data.back() = message.data.back() == '0' ? '1' : '0';
  input.secrets[1] = to_json(message);
  EXPECT_THROW((void)make_output(ceremony.seeds[0], ceremony.certificates, input), BadInput);
}

TEST_F(TheCeremony, RefusesAnOutputThatDoesNotFollow) {
  for (const std::uint32_t other : {1u, 2u})
    EXPECT_THROW(check_output(ceremony.certificates, ceremony.polynomials, 1, ceremony.outputs[other]), BadInput);
  VerificationOutput unsigned_one = ceremony.outputs[0];
  unsigned_one.public_key.signature.reset();
  EXPECT_THROW(check_output(ceremony.certificates, ceremony.polynomials, 1, unsigned_one), BadInput);
  EXPECT_THROW((void)decryption_key(ceremony.seeds[1], ceremony.outputs[0]), BadInput);
}

TEST(AesInCcmMode, GivesWhatTheBeleniosToolsOwnTestSays) {
  const Hash zero{};
  constexpr std::string_view plain = "Lorem ipsum dolor sit amet, consectetur adipiscing elit.";
  constexpr std::string_view expected =
      "91f136cd65db6fa83b4943395e388089d4a8d0531b43a24a6498a1433559039ce5a18734752e13418718be1c2da5cca3d89e6e62fb729a81"
      "ec1cb3d1174e770c";
  EXPECT_EQ(encrypt_ccm(zero, zero, plain), expected);
  EXPECT_EQ(decrypt_ccm(zero, zero, expected), plain);
  EXPECT_EQ(decrypt_ccm(zero, zero, std::string{expected.substr(0, 110)} + "00" + std::string{expected.substr(112)}),
            std::nullopt);
  EXPECT_EQ(decrypt_ccm(zero, zero, "00"), std::nullopt);
  const std::string large(70'000, 'x');
  EXPECT_EQ(decrypt_ccm(zero, zero, encrypt_ccm(zero, zero, large)), large);
}

}  // namespace
}  // namespace ccop::ballot
