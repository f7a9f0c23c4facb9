// An archive that somebody was given, held against the one that is made again from the record: what was dropped from
// it, added, swapped or changed, in words.
#pragma once

#include "host/elections.hpp"

#include <functional>
#include <string>
#include <vector>

namespace ccop::host {

/// How an organization is called.
using OrganizationNames = std::function<std::string(community::OrganizationId)>;

/// Each difference by itself, ballots by their tracking numbers and by who cast them; none where the archive is the
/// record's own. Throws ArchiveError for what is no archive, and BadInput where the record lacks a content.
[[nodiscard]] std::vector<std::string> differences(const std::string& archive, const ElectionRecord& record,
                                                   const OrganizationNames& name_of);

}  // namespace ccop::host
