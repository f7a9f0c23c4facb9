#include "ballot/keybox.hpp"

#include "ballot/json.hpp"
#include "ballot/voting_key.hpp"

#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <sodium.h>

#include <memory>

namespace ccop::ballot {
namespace {

constexpr std::size_t box_size = 32;

struct BoxFile {
  std::string box;
};
BOOST_DESCRIBE_STRUCT(BoxFile, (), (box))

using DerivationContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

/// HKDF with SHA-512, without a salt.
void derive(std::string_view from, std::string_view info, std::array<std::uint8_t, 64>& out) {
  const DerivationContext context{EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), &EVP_PKEY_CTX_free};
  const ByteView secret = bytes_of(from), purpose = bytes_of(info);
  std::size_t size = out.size();
  if (EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha512()) != 1 ||
      EVP_PKEY_CTX_set1_hkdf_key(context.get(), secret.data(), static_cast<int>(secret.size())) != 1 ||
      EVP_PKEY_CTX_add1_hkdf_info(context.get(), purpose.data(), static_cast<int>(purpose.size())) != 1 ||
      EVP_PKEY_derive(context.get(), out.data(), &size) != 1)
    throw std::runtime_error("HKDF failed");
}

}  // namespace

Keybox::Keybox(SecretText bytes) : box_(std::move(bytes)) {
  if (box_.text().size() != box_size) throw BadInput{"box", "32 bytes"};
}

Keybox Keybox::in_file(std::string_view file, std::string_view passphrase) {
  const SecretText json = open_key_file(file, "keybox-", passphrase);
  const SecretText written{from_json<BoxFile>(json.text()).box};
  auto bytes = from_base64url(written.text());
  if (!bytes) throw BadInput{"box", "base64url"};
  SecretText box{std::string(bytes->begin(), bytes->end())};
  sodium_memzero(bytes->data(), bytes->size());
  return Keybox{std::move(box)};
}

SecretScalar Keybox::voting_secret(const SeatYear& seat) const {
  std::array<std::uint8_t, 64> wide{};
  derive(box_.text(),
         "ccop voting key v1|" + seat.log + "|" + std::to_string(seat.organization) + "|" + std::to_string(seat.year),
         wide);
  Scalar value;
  crypto_core_ed25519_scalar_reduce(value.bytes.data(), wide.data());
  sodium_memzero(wide.data(), wide.size());
  SecretScalar secret{value};
  sodium_memzero(value.bytes.data(), value.bytes.size());
  return secret;
}

BallotPaper read_ballot_paper(std::string_view file) {
  auto paper = from_json<BallotPaper>(file);
  if (paper.format != ballot_paper_format) throw BadInput{"format", std::string{ballot_paper_format}};
  if (paper.fingerprint != fingerprint_of(paper.setup)) throw BadInput{"setup", "the one that has this fingerprint"};
  if (from_json<Election>(paper.setup).uuid != paper.election) throw BadInput{"setup", "that of this election"};
  return paper;
}

SecretScalar credential_secret(const Keybox& box, const BallotPaper& paper) {
  const SecretScalar secret = box.voting_secret({paper.log, paper.organization, paper.year});
  const Element key = written(power_of_generator(secret.value()));
  if (key.text != paper.key)
    throw BadInput{"key", "the key that follows from this keybox: it is another seat's box, or of another time"};
  return SecretScalar{secret.value() + credential_offset(paper.log, paper.election, key)};
}

}  // namespace ccop::ballot
