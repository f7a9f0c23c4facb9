// The community as a whole: the charter in force, and what was erased.
#pragma once

#include "community/charter/charter.hpp"
#include "community/kernel/part.hpp"
#include "community/record/acts.hpp"

#include <memory>
#include <string>
#include <vector>

namespace ccop::community {

struct Record {
  std::string founding_charter;
  std::string log_key;  ///< the first: the log's name for good
  std::vector<LogKeyChanged> key_changes;
  std::string charter;  ///< the text in force
  std::vector<ContentHash> erased;

  std::shared_ptr<const Charter> in_force;  ///< `charter`, read; null before the founding
};
BOOST_DESCRIBE_STRUCT(Record, (), (founding_charter, log_key, key_changes, charter, erased))

[[nodiscard]] inline const Record& record(const Community& now) {
  return of<Record>(now);
}

/// How many entries it has.
[[nodiscard]] std::uint64_t record_size(const Community& now);
/// Which key signs the log's checkpoints by now.
[[nodiscard]] const std::string& signing_key(const Record& record);
/// Which one signs that of so many entries.
[[nodiscard]] const std::string& signing_key(const Record& record, std::uint64_t size);

/// Puts a charter in force. One that can't be read is a bug: the rules have read it before.
void take_charter(Record& record, std::string text);

void apply(Record& record, const CommunityFounded& act);
void apply(Record& record, const LogKeyChanged& act);
void apply(Record& record, const ContentErased& act);

}  // namespace ccop::community
