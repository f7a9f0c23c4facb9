#include "community/record/state.hpp"

#include <stdexcept>

namespace ccop::community {

const std::string& signing_key(const Record& record) {
  return record.key_changes.empty() ? record.log_key : record.key_changes.back().change.to;
}

const std::string& signing_key(const Record& record, std::uint64_t size) {
  return ledger::signing_key(record.log_key, record.key_changes, size);
}

void take_charter(Record& record, std::string text) {
  auto read = read_charter(text, 0);  // adopted once, by whatever version
  if (!std::holds_alternative<Charter>(read)) throw std::logic_error("the charter in force can't be read");
  record.charter = std::move(text);
  record.in_force = std::make_shared<const Charter>(std::get<Charter>(std::move(read)));
}

void apply(Record& record, const CommunityFounded& act) {
  record.founding_charter = act.charter;
  record.log_key = act.log_key;
  take_charter(record, act.charter);
}

void apply(Record& record, const LogKeyChanged& act) {
  record.key_changes.push_back(act);
}

void apply(Record& record, const ContentErased& act) {
  record.erased.insert(record.erased.end(), act.contents.begin(), act.contents.end());
}

}  // namespace ccop::community
