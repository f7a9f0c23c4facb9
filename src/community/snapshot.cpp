#include "base/binary.hpp"
#include "community/community.hpp"
#include "community/entry.hpp"

namespace ccop::community {
namespace {

/// A snapshot of another layout is not read: the ledger is replayed instead.
const Hash& fingerprint() {
  static const Hash hash = sha256(bytes_of(binary::layout_of<decltype(Community::parts)>()));
  return hash;
}

}  // namespace

std::string to_snapshot(const Community& community) {
  std::string out;
  binary::write(out, fingerprint());
  binary::write(out, community.parts);
  binary::write(out, community.last_at);
  binary::write(out, community.entries);
  return out;
}

Community from_snapshot(std::string_view bytes) {
  binary::Reader reader{bytes};
  Hash written_with{};
  reader.read(written_with);
  if (written_with != fingerprint()) throw BadInput{"snapshot", "the layout of this program"};
  Community community;
  reader.read(community.parts);
  reader.read(community.last_at);
  reader.read(community.entries);
  if (!reader.at_end()) throw BadInput{"snapshot", "no more bytes"};
  if (auto& record = of<Record>(community); !record.charter.empty()) take_charter(record, record.charter);
  return community;
}

}  // namespace ccop::community
