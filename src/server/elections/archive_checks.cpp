#include "server/elections/archive_checks.hpp"

#include "ballot/archive.hpp"
#include "ballot/json.hpp"

#include <sstream>

namespace ccop::server {
namespace {

constexpr std::size_t most_known = 100;

ElectionChecks verified(const std::string& bytes, std::optional<ballot::ElectionProofs> proofs) {
  std::istringstream archive{bytes};
  try {
    return {ballot::verify_election(archive, {1, {}, std::move(proofs)}).checks, {}};
  } catch (const ballot::ArchiveError& error) {
    return {{}, Words{std::string{error.what()}}};
  }
}

}  // namespace

ElectionChecks ArchiveChecks::of(const std::string& archive, std::optional<ballot::ElectionProofs> proofs) {
  const Hash name = sha256(bytes_of(archive), bytes_of(proofs ? ballot::to_json(*proofs) : ""));
  {
    const std::scoped_lock lock{mutex_};
    if (const auto known = known_.find(name); known != known_.end()) return known->second;
  }
  ElectionChecks found = verified(archive, std::move(proofs));
  const std::scoped_lock lock{mutex_};
  if (known_.size() >= most_known) known_.clear();
  known_.emplace(name, found);
  return found;
}

}  // namespace ccop::server
