#include "community/exposure/levelling.hpp"

#include "base/bytes.hpp"
#include "community/elections/state.hpp"
#include "community/exposure/state.hpp"
#include "community/kernel/standing.hpp"
#include "community/record/state.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace ccop::community {
namespace {

using Seats = std::vector<OrganizationId>;  ///< in ascending order

/// Whose answers are in the totals of each counted round that asked some of the questions of a state that this one
/// asks. What happened in a quarter is something else each time.
std::vector<Seats> counted_before(const Community& now, RoundId id) {
  const Assessment& all = assessment(now);
  std::vector<Seats> counted;
  const auto asks_again = [&](const AskedPart& before) {
    return std::ranges::any_of(all.rounds[id].asks, [&](const AskedPart& asked) {
      return all.sets[asked.question_set].facts.rhythm == Recurrence::yearly && all.overlap(asked, before);
    });
  };
  for (const ExposureRound& round : all.rounds) {
    const Election& ballot = elections(now).all[round.election];
    if (ballot.outcome == ElectionOutcome::counted && std::ranges::any_of(round.asks, asks_again))
      counted.push_back(ballot.casters());
  }
  return counted;
}

/// Those of the first that are not in the others.
Seats without(const Seats& seats, const Seats& others) {
  Seats rest;
  std::ranges::set_difference(seats, others, std::back_inserter(rest));
  return rest;
}

bool is_few(const Community& now, const Seats& seats) {
  return !seats.empty() && seats.size() < charter(now).exposure.closest;
}

/// The seats that answered, in the order of their tickets.
Seats by_lot(const Community& now, ElectionId id) {
  const Election& ballot = elections(now).all[id];
  std::map<OrganizationId, std::string> last;
  for (const CastBallotRow& row : ballot.ballots) last[row.organization] = row.tracker;
  std::string all = "ccop-levelling-lot-v1|" + record(now).log_key + "|" + std::to_string(id.value);
  for (const auto& [seat, tracker] : last) all += "|" + tracker;
  std::vector<std::pair<Hash, OrganizationId>> tickets;
  tickets.reserve(last.size());
  for (const auto& [seat, tracker] : last)
    tickets.emplace_back(sha256(bytes_of(all + "|" + std::to_string(seat.value))), seat);
  std::ranges::sort(tickets);
  Seats seats;
  seats.reserve(tickets.size());
  for (const auto& [ticket, seat] : tickets) seats.push_back(seat);
  return seats;
}

}  // namespace

Seats without_waiting(const Community& now, RoundId round, Seats seats) {
  for (const Seats& before : counted_before(now, round)) {
    const Seats joiners = without(seats, before);
    if (is_few(now, joiners)) seats = without(seats, joiners);
  }
  return seats;
}

Seats left_out(const Community& now, RoundId round) {
  const ElectionId id = assessment(now).rounds[round].election;
  const auto before = counted_before(now, round);
  const Seats lot = before.empty() ? Seats{} : by_lot(now, id);
  Seats remaining = elections(now).all[id].casters();
  Seats out;
  const auto leave = [&](OrganizationId seat) {
    std::erase(remaining, seat);
    out.push_back(seat);
  };
  for (bool is_level = false; !is_level;) {
    is_level = true;
    for (const Seats& counted : before) {
      if (const Seats joined = without(remaining, counted); is_few(now, joined)) {
        std::ranges::for_each(joined, leave);
        is_level = false;
      }
      if (!is_few(now, without(counted, remaining))) continue;
      const auto next = std::ranges::find_if(lot, [&](OrganizationId seat) {
        return std::ranges::binary_search(remaining, seat) && std::ranges::binary_search(counted, seat);
      });
      if (next == lot.end()) continue;  // nobody is left of whom one could be left out
      leave(*next);
      is_level = false;
    }
  }
  return out;
}

}  // namespace ccop::community
