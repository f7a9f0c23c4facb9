#include "ledger/checkpoint.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace ccop::ledger {
namespace {

constexpr std::uint8_t ed25519 = 0x01;
constexpr std::string_view dash = "\xE2\x80\x94 ";  // an em dash and a space begin each signature line

std::string body_of(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + to_base64(checkpoint.root) + "\n";
}

/// C2SP signed-note: the first four bytes of SHA-256(name, newline, algorithm, public key).
std::array<std::uint8_t, 4> key_id(std::string_view name, const Hash& public_key) {
  const std::string head = std::string{name} + "\n" + static_cast<char>(ed25519);
  const Hash hash = sha256(bytes_of(head), public_key);
  return {hash[0], hash[1], hash[2], hash[3]};
}

std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

/// Splits a note into the signed text (with its last newline) and the signature lines.
std::optional<std::pair<std::string_view, std::string_view>> split(std::string_view note) {
  if (note.size() > 64 * 1024) return std::nullopt;
  const auto gap = note.rfind("\n\n");
  if (gap == std::string_view::npos || note.back() != '\n') return std::nullopt;
  return std::pair{note.substr(0, gap + 1), note.substr(gap + 2)};
}

}  // namespace

std::string VerifierKey::text() const {
  Bytes key{ed25519};
  key.insert(key.end(), public_key.begin(), public_key.end());
  return name + "+" + to_hex(key_id(name, public_key)) + "+" + to_base64(key);
}

std::optional<VerifierKey> VerifierKey::parse(std::string_view text) {
  const auto first = text.find('+');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto key = from_base64(text.substr(second + 1));
  if (!key || key->size() != 33 || key->front() != ed25519 || first == 0) return std::nullopt;
  VerifierKey out;
  out.name = text.substr(0, first);
  std::copy(key->begin() + 1, key->end(), out.public_key.begin());
  if (out.text() != text) return std::nullopt;
  return out;
}

Signer::Signer(std::string name, const Hash& seed) {
  key_.name = std::move(name);
  crypto_sign_seed_keypair(key_.public_key.data(), secret_.data(), seed.data());
}

Signer::~Signer() {
  sodium_memzero(secret_.data(), secret_.size());
}

std::string Signer::sign(const Checkpoint& checkpoint) const {
  std::string body = body_of(checkpoint);
  Bytes blob(4 + crypto_sign_BYTES);
  std::ranges::copy(key_id(key_.name, key_.public_key), blob.begin());
  crypto_sign_detached(blob.data() + 4, nullptr, bytes_of(body).data(), body.size(), secret_.data());
  return body + "\n" + std::string{dash} + key_.name + " " + to_base64(blob) + "\n";
}

Bytes Signer::sign(std::string_view message) const {
  Bytes signature(crypto_sign_BYTES);
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message).data(), message.size(), secret_.data());
  return signature;
}

std::optional<Checkpoint> read_unverified(std::string_view note) {
  const auto parts = split(note);
  if (!parts) return std::nullopt;
  std::string_view body = parts->first;
  const auto origin = take_line(body);
  const auto size = take_line(body);
  const auto root = take_line(body);
  if (!origin || origin->empty() || !size || size->empty() || !root) return std::nullopt;
  Checkpoint checkpoint;
  checkpoint.origin = *origin;
  const auto [end, error] = std::from_chars(size->data(), size->data() + size->size(), checkpoint.size);
  const auto hash = from_base64(*root);
  const bool leading_zero = size->size() > 1 && size->front() == '0';
  if (error != std::errc{} || end != size->data() + size->size() || leading_zero || !hash || hash->size() != 32)
    return std::nullopt;
  std::ranges::copy(*hash, checkpoint.root.begin());
  return checkpoint;
}

std::optional<Checkpoint> open_note(std::string_view note, const VerifierKey& key) {
  const auto parts = split(note);
  auto checkpoint = read_unverified(note);
  if (!parts || !checkpoint || checkpoint->origin != key.name) return std::nullopt;
  std::string_view lines = parts->second;
  while (auto line = take_line(lines)) {
    if (!line->starts_with(dash)) return std::nullopt;
    line->remove_prefix(dash.size());
    const auto space = line->find(' ');
    if (space == std::string_view::npos || line->substr(0, space) != key.name) continue;
    const auto blob = from_base64(line->substr(space + 1));
    if (!blob || blob->size() != 4 + crypto_sign_BYTES) continue;
    if (!std::ranges::equal(std::span{*blob}.first(4), key_id(key.name, key.public_key))) continue;
    const auto body = bytes_of(parts->first);
    if (crypto_sign_verify_detached(blob->data() + 4, body.data(), body.size(), key.public_key.data()) == 0)
      return checkpoint;
  }
  return std::nullopt;
}

}  // namespace ccop::ledger
