// Keys that sign plain bytes, and what they sign: against OpenSSL and RFC 8032, which know nothing of us.
#include "identity/device_key.hpp"

#include "identity/signed_message.hpp"

#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace ccop::identity {
namespace {

Bytes hex(std::string_view text) {
  return from_hex(text).value();
}

/// As WebCrypto gives it: r and s, of 32 bytes each.
class SessionKeyOnP256 : public ::testing::Test {
 protected:
  SessionKeyOnP256() : pair{EVP_EC_gen("P-256"), &EVP_PKEY_free} {
    Bytes point(65);
    std::size_t length = 0;
    EVP_PKEY_get_octet_string_param(pair.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &length);
    key = {-7, {point.begin() + 1, point.end()}};
  }
  [[nodiscard]] Bytes sign(std::string_view message) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    Bytes der(80);
    std::size_t length = der.size();
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, pair.get());
    EXPECT_EQ(EVP_DigestSign(context.get(), der.data(), &length, bytes_of(message).data(), message.size()), 1);
    return halves(der);
  }
  /// Out of the ASN.1: 30 len 02 len r 02 len s.
  static Bytes halves(const Bytes& der) {
    Bytes out;
    std::size_t at = 2;
    for (int i = 0; i < 2; ++i) {
      const std::size_t size = der[at + 1];
      Bytes number{der.begin() + static_cast<std::ptrdiff_t>(at + 2),
                   der.begin() + static_cast<std::ptrdiff_t>(at + 2 + size)};
      number.erase(number.begin(), std::ranges::find_if(number, [](std::uint8_t byte) { return byte != 0; }));
      out.insert(out.end(), 32 - number.size(), 0);
      out.insert(out.end(), number.begin(), number.end());
      at += 2 + size;
    }
    return out;
  }
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair;
  PublicKey key;
};

TEST_F(SessionKeyOnP256, SignsItsOwnMessageAlone) {
  const Bytes signature = sign("a message");
  EXPECT_TRUE(is_device_key(key));
  EXPECT_TRUE(signed_by(key, "a message", signature));
  EXPECT_FALSE(signed_by(key, "a messagf", signature));
  EXPECT_FALSE(signed_by({-8, key.bytes}, "a message", signature));
  EXPECT_FALSE(signed_by({-257, key.bytes}, "a message", signature));
  for (std::size_t i = 0; i < signature.size(); ++i) {
    Bytes flipped = signature;
    flipped[i] ^= 1;
    EXPECT_FALSE(signed_by(key, "a message", flipped)) << i;
  }
  for (std::size_t size = 0; size < signature.size(); ++size)
    EXPECT_FALSE(signed_by(key, "a message", ByteView{signature}.first(size))) << size;
  EXPECT_FALSE(signed_by(key, "a message", Bytes(64, 0)));
}

TEST(DeviceKeys, ArePointsOfTheirCurve) {
  EXPECT_FALSE(is_device_key({-7, Bytes(64, 1)}));
  EXPECT_FALSE(is_device_key({-8, Bytes(32, 0)}));  // of small order
  EXPECT_FALSE(is_device_key({-8, Bytes(31, 1)}));
  EXPECT_FALSE(is_device_key({-257, Bytes(259, 1)}));
}

TEST(DeviceKeys, VerifyTheVectorsOfRfc8032) {  // section 7.1, test 2
  const PublicKey key{-8, hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")};
  const Bytes signature =
      hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb430"
          "2aeeb00d"
          "291612bb0c00");
  EXPECT_TRUE(is_device_key(key));
  EXPECT_TRUE(signed_by(key, "\x72", signature));
  EXPECT_FALSE(signed_by(key, "\x73", signature));
}

TEST(ALinksKey, IsTheSameForTheSameSecretAndNoOther) {
  const LinkKey link{"secret of a link"};
  const LinkKey again{"secret of a link"};
  const LinkKey other{"secret of a lino"};
  EXPECT_EQ(link.public_key(), again.public_key());
  EXPECT_NE(link.public_key(), other.public_key());
  const PublicKey key{-8, {link.public_key().begin(), link.public_key().end()}};
  EXPECT_TRUE(signed_by(key, "a passkey", again.sign("a passkey")));
  EXPECT_FALSE(signed_by(key, "a passkey", other.sign("a passkey")));
}

/// The secret and the key as another program derives them: Python's hmac, and Node's HKDF and Ed25519.
TEST(ALinksKey, IsDerivedAsRfc5869AndRfc8032Say) {
  EXPECT_EQ(to_hex(LinkKey{"TbpPUKBhijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"}.public_key()),
            "e3b3c0386e5fdc37e1c70d62cfec5fa2414ba3ee4a47fbf14cae5a2665a6c08b");
}

TEST(WhatIsSigned, NamesItsPurposeAndItsLog) {
  EXPECT_EQ(signed_message(purpose::act, "log+12345678+AbCd", "{}"), "ccop act v2\nlog+12345678+AbCd\n{}");
  EXPECT_NE(signed_message(purpose::act, "log", "{}"), signed_message(purpose::session_key, "log", "{}"));
  EXPECT_NE(signed_message(purpose::act, "log", "{}"), signed_message(purpose::act, "lo", "g{}"));
  EXPECT_THROW(static_cast<void>(signed_message("a\nb", "log", "{}")), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(signed_message(purpose::act, "log\n{}", "")), std::invalid_argument);
}

}  // namespace
}  // namespace ccop::identity
