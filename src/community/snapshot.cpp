// The state as bytes and back: apart from the entries' JSON, because both are slow to compile.
#include "base/binary.hpp"
#include "base/codec.hpp"
#include "community/entry.hpp"

namespace ccop::community {
namespace {

/// Changes whenever the layout of the state does; an older snapshot is then ignored and the ledger replayed.
constexpr std::uint32_t snapshot_version = 3;

}  // namespace

std::string to_snapshot(const Community& community) {
  std::string out;
  binary::write(out, snapshot_version);
  binary::write(out, community);
  return out;
}

Community from_snapshot(std::string_view bytes) {
  binary::Reader reader{bytes};
  std::uint32_t version = 0;
  reader.read(version);
  if (version != snapshot_version) throw BadInput{"snapshot", "version " + std::to_string(snapshot_version)};
  Community community;
  reader.read(community);
  if (!reader.at_end()) throw BadInput{"snapshot", "no more bytes"};
  if (!community.record.charter.empty()) community.read_charter_in_force();
  return community;
}

}  // namespace ccop::community
