#include "host/watch.hpp"

#include "community/community.hpp"

#include <algorithm>

namespace ccop::host {

std::optional<ledger::VerifierKey> Watch::key_for(std::uint64_t size) const {
  return ledger::VerifierKey::parse(ledger::signing_key(log_key, key_changes, size));
}

std::optional<ledger::Witnessed> Watch::proved_by(std::string_view note) const {
  const auto key = key_for(size_of(note));
  return key ? ledger::witnessed(note, *key, keys, needed) : std::nullopt;
}

Watch watch_of(const community::Community& now) {
  if (!community::is_founded(now)) return {};
  const community::Charter& charter = community::charter(now);
  return {charter.witnesses, charter.witness_keys(), charter.witnesses_needed, record(now).log_key,
          record(now).key_changes};
}

std::vector<std::string> cosigned_notes(store::Store& store) {
  std::vector<std::string> notes;
  store.each_setting(cosigned_prefix, [&](std::string_view, std::string_view note) { notes.emplace_back(note); });
  std::ranges::sort(notes, std::ranges::greater{}, size_of);
  return notes;
}

std::uint64_t size_of(std::string_view note) {
  const auto checkpoint = ledger::read_unverified(note);
  return checkpoint ? checkpoint->size : 0;
}

}  // namespace ccop::host
