#include "ledger/checkpoint.hpp"

#include "ledger/note.hpp"

#include <sodium.h>

#include <algorithm>

namespace ccop::ledger {
namespace {

std::string body_of(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + to_base64(checkpoint.root) + "\n";
}

std::optional<Checkpoint> checkpoint_of(std::string_view body) {
  const auto origin = take_line(body);
  const auto digits = take_line(body);
  const auto root = take_line(body);
  if (!origin || origin->empty() || !digits || !root) return std::nullopt;
  const auto size = read_size(*digits);
  const auto hash = from_base64(*root);
  if (!size || !hash || hash->size() != sizeof(Hash)) return std::nullopt;
  Checkpoint checkpoint{std::string{*origin}, *size, {}};
  std::ranges::copy(*hash, checkpoint.root.begin());
  return checkpoint;
}

}  // namespace

std::string VerifierKey::text() const {
  return key_text(name, note_signature_type, public_key);
}

std::optional<VerifierKey> VerifierKey::parse(std::string_view text) {
  auto key = parse_key(text, note_signature_type);
  if (!key) return std::nullopt;
  return VerifierKey{std::move(key->name), key->public_key};
}

Signer::Signer(std::string name, const Hash& seed) {
  key_.name = std::move(name);
  crypto_sign_seed_keypair(key_.public_key.data(), secret_.data(), seed.data());
}

Signer::~Signer() {
  sodium_memzero(secret_.data(), secret_.size());
}

std::string Signer::sign(const Checkpoint& checkpoint) const {
  const std::string body = body_of(checkpoint);
  const KeyId id = key_id(key_.name, note_signature_type, key_.public_key);
  return body + "\n" + signature_line(key_.name, id, sign(body));
}

Bytes Signer::sign(std::string_view message) const {
  Bytes signature(crypto_sign_BYTES);
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message).data(), message.size(), secret_.data());
  return signature;
}

std::optional<Checkpoint> read_unverified(std::string_view note) {
  const auto parts = read_note(note);
  return parts ? checkpoint_of(parts->text) : std::nullopt;
}

std::optional<Checkpoint> open_note(std::string_view note, const VerifierKey& key) {
  const auto parts = read_note(note);
  if (!parts) return std::nullopt;
  auto checkpoint = checkpoint_of(parts->text);
  if (!checkpoint || checkpoint->origin != key.name) return std::nullopt;
  const KeyId id = key_id(key.name, note_signature_type, key.public_key);
  const auto body = bytes_of(parts->text);
  for (const NoteSignature& by : parts->signatures) {
    if (by.name != key.name || by.key != id || by.signature.size() != crypto_sign_BYTES) continue;
    if (crypto_sign_verify_detached(by.signature.data(), body.data(), body.size(), key.public_key.data()) == 0)
      return checkpoint;
  }
  return std::nullopt;
}

}  // namespace ccop::ledger
