#include "ledger/key_change.hpp"

#include "base/codec.hpp"

#include <sodium.h>

#include <algorithm>

namespace ccop::ledger {
namespace {

constexpr std::string_view key_change_purpose = "ccop log key v1";

}  // namespace

std::string key_change_message(std::string_view first_key, const LogKeyChange& change) {
  return std::string{key_change_purpose} + "\n" + std::string{first_key} + "\n" + to_json(change);
}

bool is_signed_by_the_key_before(std::string_view first_key, const LogKeyChange& change, const Bytes& signature) {
  const auto from = VerifierKey::parse(change.from);
  const auto to = VerifierKey::parse(change.to);
  if (!from || !to || from->name != to->name || signature.size() != crypto_sign_BYTES) return false;
  const std::string message = key_change_message(first_key, change);
  return crypto_sign_verify_detached(signature.data(), bytes_of(message).data(), message.size(),
                                     from->public_key.data()) == 0;
}

bool is_chain(const std::string& first_key, std::span<const SignedKeyChange> changes) {
  std::vector<std::string_view> signers{first_key};
  std::uint64_t after = 0;
  for (const auto& [change, signature] : changes) {
    if (change.from != signers.back() || change.after < after) return false;
    if (std::ranges::find(signers, change.to) != signers.end()) return false;
    if (!is_signed_by_the_key_before(first_key, change, signature)) return false;
    signers.push_back(change.to);
    after = change.after;
  }
  return true;
}

}  // namespace ccop::ledger
