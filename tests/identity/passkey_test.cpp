#include "identity/passkey.hpp"

#include "simulation/software_passkey.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

namespace ccop::identity {
namespace {

const RelyingParty party{"localhost", {"http://localhost:8080"}};

Assertion assertion_of(const community::Signature& s) {
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

/// A registration as an authenticator with a P-256 key writes it (WebAuthn Level 3, section 6.1), made with OpenSSL.
class Registration : public ::testing::Test {
 protected:
  Registration() {
    pair.reset(EVP_EC_gen("P-256"));
    Bytes point(65);
    std::size_t length = 0;
    EVP_PKEY_get_octet_string_param(pair.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &length);
    const Hash rp = sha256(bytes_of("localhost"));
    data.assign(rp.begin(), rp.end());
    data.push_back(0x45);
    data.insert(data.end(), 4 + 16, 0);
    data.push_back(0);
    data.push_back(16);
    data.insert(data.end(), 16, 0xAB);
    const Bytes head{0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20};
    data.insert(data.end(), head.begin(), head.end());
    data.insert(data.end(), point.begin() + 1, point.begin() + 33);
    const Bytes middle{0x22, 0x58, 0x20};
    data.insert(data.end(), middle.begin(), middle.end());
    data.insert(data.end(), point.begin() + 33, point.end());
  }
  [[nodiscard]] Bytes client_data(std::string_view type, std::string_view origin = "http://localhost:8080") const {
    const std::string text = R"({"type":")" + std::string{type} + R"(","challenge":")" + to_base64url(challenge) +
                             R"(","origin":")" + std::string{origin} + R"("})";
    return {text.begin(), text.end()};
  }
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair{nullptr, &EVP_PKEY_free};
  Hash challenge = sha256(bytes_of("challenge"));
  Bytes data;
};

TEST_F(Registration, GivesThePasskeyWhoseSignaturesThenHold) {
  const auto made = check_registration(data, client_data("webauthn.create"), challenge, party);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->credential, Bytes(16, 0xAB));
  EXPECT_EQ(made->key.algorithm, -7);

  const Bytes client = client_data("webauthn.get");
  Bytes authenticator{data.begin(), data.begin() + 37};
  authenticator[32] = 0x05;
  Bytes message = authenticator;
  const Hash client_hash = sha256(client);
  message.insert(message.end(), client_hash.begin(), client_hash.end());
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
  Bytes signature(80);
  std::size_t length = signature.size();
  EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, pair.get());
  ASSERT_EQ(EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()), 1);
  signature.resize(length);
  EXPECT_TRUE(check_assertion({made->credential, authenticator, client, signature}, made->key, challenge, "localhost",
                              party.origins));
  EXPECT_FALSE(check_assertion({made->credential, authenticator, client, signature}, made->key, sha256(bytes_of("x")),
                               "localhost", party.origins));
}

TEST_F(Registration, IsRefusedForAnotherTypePlaceOrChallenge) {
  EXPECT_FALSE(check_registration(data, client_data("webauthn.get"), challenge, party));
  EXPECT_FALSE(check_registration(data, client_data("webauthn.create", "http://evil.example"), challenge, party));
  EXPECT_FALSE(check_registration(data, client_data("webauthn.create"), sha256(bytes_of("x")), party));
  Bytes unverified = data;
  unverified[32] = 0x41;
  EXPECT_FALSE(check_registration(unverified, client_data("webauthn.create"), challenge, party));
  for (std::size_t length = 0; length < data.size(); ++length)
    EXPECT_FALSE(check_registration(ByteView{data}.first(length), client_data("webauthn.create"), challenge, party))
        << length;
}

}  // namespace
}  // namespace ccop::identity
