#include "host/sealed.hpp"

#include "community/meetings/state.hpp"
#include "community/record/state.hpp"
#include "host/live_community.hpp"
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

bool read_entries_for(const LiveCommunity& live, community::PersonId reader, Time at, std::uint64_t first,
                      std::uint64_t count, const EachEntry& each) {
  std::uint64_t known = 0;
  const auto sealed = live.read([&](const community::Community& now) {
    known = community::record_size(now);
    return community::sealed_for(now, reader, at, first, first + count);
  });
  bool is_all = true;
  std::uint64_t seq = first;
  live.store().read_entries(first, count, [&](std::string_view bytes) {
    // Of what came after the state was asked nobody has said yet who may read it.
    const bool is_sealed = seq >= known || std::ranges::binary_search(sealed, seq);
    ++seq;
    is_all = is_all && !is_sealed;
    if (is_sealed)
      each(sealed_leaf(bytes), true);
    else
      each(bytes, false);
  });
  return is_all;
}

}  // namespace ccop::host
