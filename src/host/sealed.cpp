#include "host/sealed.hpp"

#include "ledger/merkle.hpp"

#include <algorithm>

namespace ccop::host {
namespace {

constexpr std::string_view before_hash = R"({"sealed":")";
constexpr std::string_view after_hash = R"("})";

}  // namespace

std::string sealed_leaf(std::string_view entry) {
  return std::string{before_hash} + to_base64url(ledger::leaf_hash(bytes_of(entry))) + std::string{after_hash};
}

std::optional<Hash> read_sealed_leaf(std::string_view bytes) {
  if (!bytes.starts_with(before_hash) || !bytes.ends_with(after_hash)) return std::nullopt;
  bytes.remove_prefix(before_hash.size());
  if (bytes.size() < after_hash.size()) return std::nullopt;
  bytes.remove_suffix(after_hash.size());
  const auto read = from_base64url(bytes);
  Hash hash{};
  if (!read || read->size() != hash.size()) return std::nullopt;
  std::ranges::copy(*read, hash.begin());
  return hash;
}

}  // namespace ccop::host
