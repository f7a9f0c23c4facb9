#include "identity/passkey.hpp"

#include "simulation/software_passkey.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

namespace ccop::identity {
namespace {

const RelyingParty party{"localhost", {"http://localhost:8080"}};

Assertion assertion_of(const community::Assertion& s) {
  return {s.credential, s.authenticator_data, s.client_data, s.signature};
}

class PasskeyAssertion : public ::testing::Test {
 protected:
  simulation::SoftwarePasskey passkey{sha256(bytes_of("seed")), "localhost", "http://localhost:8080"};
  Hash challenge = sha256(bytes_of("request"));
  PublicKey key{-8, passkey.public_key()};
  Assertion good = assertion_of(passkey.assert_for(challenge));
};

TEST_F(PasskeyAssertion, HoldsForItsOwnChallengeKeyAndPlace) {
  EXPECT_TRUE(check_assertion(good, key, challenge, "localhost", party.origins));
  EXPECT_TRUE(check_assertion(good, key, challenge, "localhost", {}));  // an auditor who knows no origins
}

TEST_F(PasskeyAssertion, DoesNotHoldForAnythingElse) {
  EXPECT_FALSE(check_assertion(good, key, sha256(bytes_of("another request")), "localhost", party.origins));
  EXPECT_FALSE(check_assertion(good, key, challenge, "example.org", party.origins));
  EXPECT_FALSE(check_assertion(good, key, challenge, "localhost", {"http://localhost:9999"}));
  const simulation::SoftwarePasskey other{sha256(bytes_of("other")), "localhost", "http://localhost:8080"};
  EXPECT_FALSE(check_assertion(good, {-8, other.public_key()}, challenge, "localhost", party.origins));
  const simulation::SoftwarePasskey phisher{sha256(bytes_of("seed")), "localhost", "http://localhost.evil.example"};
  EXPECT_FALSE(check_assertion(assertion_of(phisher.assert_for(challenge)), key, challenge, "localhost", {}));
}

TEST_F(PasskeyAssertion, NeedsTheUserVerified) {
  Assertion unverified = good;
  unverified.authenticator_data[32] = 0x01;
  EXPECT_FALSE(check_assertion(unverified, key, challenge, "localhost", party.origins));
}

TEST_F(PasskeyAssertion, NoticesEveryFlippedByte) {
  for (Bytes Assertion::*part : {&Assertion::authenticator_data, &Assertion::client_data, &Assertion::signature}) {
    for (std::size_t i = 0; i < (good.*part).size(); ++i) {
      Assertion flipped = good;
      (flipped.*part)[i] ^= 1;
      EXPECT_FALSE(check_assertion(flipped, key, challenge, "localhost", party.origins)) << i;
    }
  }
  Assertion cut = good;
  cut.authenticator_data.resize(36);
  EXPECT_FALSE(check_assertion(cut, key, challenge, "localhost", party.origins));
  cut.client_data = {'{'};
  EXPECT_FALSE(check_assertion(cut, key, challenge, "localhost", party.origins));
}

/// A P-256 key as an authenticator has one, made with OpenSSL.
class PasskeyOnP256 : public ::testing::Test {
 protected:
  PasskeyOnP256() {
    pair.reset(EVP_EC_gen("P-256"));
    Bytes point(65);
    std::size_t length = 0;
    EVP_PKEY_get_octet_string_param(pair.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &length);
    key = {-7, {point.begin() + 1, point.end()}};
    const Hash rp = sha256(bytes_of("localhost"));
    authenticator.assign(rp.begin(), rp.end());
    authenticator.push_back(0x05);
    authenticator.insert(authenticator.end(), 4, 0);
  }
  [[nodiscard]] Assertion signed_as(std::string_view type) const {
    const std::string text = R"({"type":")" + std::string{type} + R"(","challenge":")" + to_base64url(challenge) +
                             R"(","origin":"http://localhost:8080"})";
    const Bytes client{text.begin(), text.end()};
    Bytes message = authenticator;
    const Hash client_hash = sha256(client);
    message.insert(message.end(), client_hash.begin(), client_hash.end());
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    Bytes signature(80);
    std::size_t length = signature.size();
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, pair.get());
    EXPECT_EQ(EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()), 1);
    signature.resize(length);
    return {Bytes(16, 0xAB), authenticator, client, signature};
  }
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair{nullptr, &EVP_PKEY_free};
  Hash challenge = sha256(bytes_of("challenge"));
  Bytes authenticator;
  PublicKey key;
};

TEST_F(PasskeyOnP256, SignsItsOwnChallengeAlone) {
  const Assertion assertion = signed_as("webauthn.get");
  EXPECT_TRUE(check_assertion(assertion, key, challenge, "localhost", party.origins));
  EXPECT_FALSE(check_assertion(assertion, key, sha256(bytes_of("x")), "localhost", party.origins));
  EXPECT_FALSE(check_assertion(signed_as("webauthn.create"), key, challenge, "localhost", party.origins));
}

TEST_F(PasskeyOnP256, IsNoKeyWithoutAPointOfTheCurve) {
  EXPECT_TRUE(is_passkey(key));
  PublicKey off_the_curve = key;
  off_the_curve.bytes[5] ^= 1;
  EXPECT_FALSE(is_passkey(off_the_curve));
  EXPECT_FALSE(is_passkey({-7, Bytes(63, 1)}));
  PublicKey longer = key;
  longer.bytes.push_back(0);
  EXPECT_FALSE(is_passkey(longer));
  EXPECT_FALSE(is_passkey({-8, {1, 2, 3}}));
  EXPECT_FALSE(is_passkey({-999, key.bytes}));
}

}  // namespace
}  // namespace ccop::identity
