// How a host settles deadlines: on time that the charter's witnesses show, where it names any.
#include "community/community.hpp"
#include "host/live_community.hpp"
#include "host/witness_clock.hpp"

#include <algorithm>

namespace ccop::host {

using namespace community;

namespace {

/// What settles the first thing that is due by then; empty while no witness shows that its time has come.
std::optional<SettleDue> settling(const Community& now, WitnessClock& clock, Time by) {
  if (charter(now).witnesses_needed == 0) return SettleDue{by};
  const auto shown = clock.latest(now, std::max(by, now.last_at));
  if (!shown || !has_due(now, std::min(by, shown->at))) return std::nullopt;
  return SettleDue{std::min(by, shown->at), shown->note};
}

}  // namespace

bool LiveCommunity::settle(Batch& batch, Time by) {
  while (has_due(*ahead_, by)) {
    auto asked = settling(*ahead_, *witness_clock_, by);
    if (!asked && !settles_on_its_word_) return false;
    Entry entry;
    entry.request = {charter(*ahead_).slug, {}, {}, {}, asked.value_or(SettleDue{by})};
    entry.at = std::max(by, ahead_->last_at);
    if (!std::holds_alternative<Receipt>(append(std::move(entry), {}, batch))) return true;
  }
  return true;
}

void LiveCommunity::heard_of_witnesses() const {
  witness_clock_->heard();
}

}  // namespace ccop::host
