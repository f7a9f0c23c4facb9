#include "ledger/cosignature.hpp"

#include "ledger/note.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace ccop::ledger {
namespace {

using std::chrono::seconds;

constexpr std::size_t timestamp_bytes = 8;
/// The end of the year 9999: no time beyond it can be written down.
constexpr std::uint64_t latest_second = 253'402'300'799;

/// What a cosignature signs: two lines of its own, then the whole text.
std::string cosigned_message(std::uint64_t second, std::string_view text) {
  return "cosignature/v1\ntime " + std::to_string(second) + "\n" + std::string{text};
}

/// When, and whether, `by` is a cosignature of the text under this key.
std::optional<Time> time_of(const NoteSignature& by, std::string_view text, const WitnessKey& key) {
  if (by.signature.size() != timestamp_bytes + crypto_sign_BYTES) return std::nullopt;
  std::uint64_t second = 0;
  for (std::size_t i = 0; i < timestamp_bytes; ++i) second = second << 8 | by.signature[i];
  if (second > latest_second) return std::nullopt;
  const std::string message = cosigned_message(second, text);
  if (crypto_sign_verify_detached(by.signature.data() + timestamp_bytes, bytes_of(message).data(), message.size(),
                                  key.public_key.data()) != 0)
    return std::nullopt;
  return Time{seconds{second}};
}

}  // namespace

std::string WitnessKey::text() const {
  return key_text(name, timestamped_cosignature_type, public_key);
}

std::optional<WitnessKey> WitnessKey::parse(std::string_view text) {
  auto key = parse_key(text, timestamped_cosignature_type);
  if (!key || !is_key_name(key->name)) return std::nullopt;
  return WitnessKey{std::move(key->name), key->public_key};
}

Cosigner::Cosigner(std::string name, const Hash& seed) {
  key_.name = std::move(name);
  crypto_sign_seed_keypair(key_.public_key.data(), secret_.data(), seed.data());
}

Cosigner::~Cosigner() {
  sodium_memzero(secret_.data(), secret_.size());
}

std::string Cosigner::cosign(std::string_view note, Time at) const {
  const auto parts = read_note(note);
  if (!parts) throw std::invalid_argument("only a note can be cosigned");
  const auto second = static_cast<std::uint64_t>(std::chrono::floor<seconds>(at).time_since_epoch().count());
  const std::string message = cosigned_message(second, parts->text);
  Bytes signature(timestamp_bytes + crypto_sign_BYTES);
  for (std::size_t i = 0; i < timestamp_bytes; ++i)
    signature[i] = static_cast<std::uint8_t>(second >> (8 * (timestamp_bytes - 1 - i)));
  crypto_sign_detached(signature.data() + timestamp_bytes, nullptr, bytes_of(message).data(), message.size(),
                       secret_.data());
  return signature_line(key_.name, key_id(key_.name, timestamped_cosignature_type, key_.public_key), signature);
}

std::optional<std::vector<Cosignature>> cosignatures_on(std::string_view note, std::span<const WitnessKey> witnesses) {
  const auto parts = read_note(note);
  if (!parts) return std::nullopt;
  std::vector<Cosignature> found;
  for (const WitnessKey& witness : witnesses) {
    const KeyId id = key_id(witness.name, timestamped_cosignature_type, witness.public_key);
    std::optional<Cosignature> latest;
    for (const NoteSignature& by : parts->signatures) {
      if (by.name != witness.name || by.key != id) continue;
      const auto at = time_of(by, parts->text, witness);
      if (!at) return std::nullopt;
      if (!latest || latest->at < *at) latest = Cosignature{witness, *at, std::string{by.line}};
    }
    if (latest) found.push_back(*std::move(latest));
  }
  return found;
}

std::string with_cosignatures(std::string_view note, const VerifierKey& log,
                              std::span<const Cosignature> cosignatures) {
  const auto parts = read_note(note);
  if (!parts) throw std::invalid_argument("only a note has cosignatures");
  const KeyId id = key_id(log.name, note_signature_type, log.public_key);
  std::string out = std::string{parts->text} + "\n";
  for (const NoteSignature& by : parts->signatures)
    if (by.name == log.name && by.key == id) out += by.line;
  for (const Cosignature& cosignature : cosignatures) out += cosignature.line;
  return out;
}

std::optional<Witnessed> witnessed(std::string_view note, const VerifierKey& log, std::span<const WitnessKey> witnesses,
                                   std::size_t needed) {
  auto checkpoint = open_note(note, log);
  auto found = cosignatures_on(note, witnesses);
  if (!checkpoint || !found) return std::nullopt;
  return witnessed(*std::move(checkpoint), log, *std::move(found), needed);
}

std::optional<Witnessed> witnessed(Checkpoint checkpoint, const VerifierKey& log, std::vector<Cosignature> by,
                                   std::size_t needed) {
  std::vector<Hash> counted{log.public_key};
  std::erase_if(by, [&](const Cosignature& cosignature) {
    const bool is_known = std::ranges::find(counted, cosignature.by.public_key) != counted.end();
    counted.push_back(cosignature.by.public_key);
    return is_known;
  });
  if (needed == 0 || by.size() < needed) return std::nullopt;
  std::vector<Time> times;
  times.reserve(by.size());
  for (const Cosignature& cosignature : by) times.push_back(cosignature.at);
  std::ranges::sort(times, std::ranges::greater{});
  return Witnessed{std::move(checkpoint), times[needed - 1], std::move(by)};
}

}  // namespace ccop::ledger
