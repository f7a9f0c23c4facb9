#include "server/elections/archive_checks.hpp"

#include "ballot/archive.hpp"

#include <sstream>

namespace ccop::server {
namespace {

constexpr std::size_t most_known = 100;

ElectionChecks verified(const std::string& bytes) {
  std::istringstream archive{bytes};
  try {
    return {ballot::verify_election(archive, {1, {}}).checks, {}};
  } catch (const ballot::ArchiveError& error) {
    return {{}, Words{std::string{error.what()}}};
  }
}

}  // namespace

ElectionChecks ArchiveChecks::of(const std::string& archive) {
  const Hash name = sha256(bytes_of(archive));
  {
    const std::scoped_lock lock{mutex_};
    if (const auto known = known_.find(name); known != known_.end()) return known->second;
  }
  ElectionChecks found = verified(archive);
  const std::scoped_lock lock{mutex_};
  if (known_.size() >= most_known) known_.clear();
  known_.emplace(name, found);
  return found;
}

}  // namespace ccop::server
