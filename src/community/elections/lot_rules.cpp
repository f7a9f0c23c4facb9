// Drawing lots between the tied (clause 3.5). Each commits to a secret number, and so does one who isn't tied: who
// keeps the lot. The tied reveal first, the keeper last. So whoever of the tied reveals last, or doesn't, can't know
// how it goes out either way, and gains nothing by staying away.
#include "community/elections/chapter.hpp"
#include "community/elections/conduct.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"
#include "community/people/state.hpp"
#include "community/record/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// How long each step of the drawing waits for whoever doesn't take it.
constexpr auto lot_patience = hours{24};
constexpr std::size_t size_of_secret = 32;

const Lot* tied_lot(const Election& election, PersonId person) {
  const auto found = std::ranges::find(election.lots, person, &Lot::person);
  return found == election.lots.end() || found->forfeited ? nullptr : &*found;
}

/// Of one of the tied who is still in the drawing, or of who keeps the lot.
const Lot* own_lot(const Election& election, PersonId person) {
  if (election.keeper && election.keeper->person == person) return &*election.keeper;
  return tied_lot(election, person);
}

bool all_committed(const Election& election) {
  return election.keeper &&
         std::ranges::all_of(election.lots, [](const Lot& lot) { return lot.forfeited || !lot.commitment.empty(); });
}

bool all_revealed(const std::vector<Lot>& lots) {
  return std::ranges::all_of(lots, [](const Lot& lot) { return lot.forfeited || !lot.secret.empty(); });
}

/// A trustee, or who conducts the election, and not tied; who failed to reveal once doesn't keep it again.
bool may_keep(const Community& now, const Election& election, const Asking& asking) {
  const bool was_unfit = std::ranges::find(election.unfit, asking.person) != election.unfit.end();
  const bool is_official =
      election.trustee_number(asking.person).has_value() || !objection_to_conduct(now, election, asking);
  return is_official && !was_unfit &&
         std::ranges::find(election.lots, asking.person, &Lot::person) == election.lots.end();
}

Hash commitment_to(const Community& now, ElectionId id, PersonId person, const Bytes& secret) {
  return sha256(bytes_of("ccop-lot-v2|" + record(now).log_key + "|" + std::to_string(id.value) + "|" +
                         std::to_string(person.value) + "|"),
                secret);
}

/// The one among those in play whom the hash of all their secrets, and the keeper's, points at.
PersonId drawn(const std::vector<Lot>& in_play, const Bytes& keepers) {
  Bytes all;
  for (const Lot& lot : in_play) all.insert(all.end(), lot.secret.begin(), lot.secret.end());
  all.insert(all.end(), keepers.begin(), keepers.end());
  const Hash hash = sha256(bytes_of("ccop-lot-v2"), all);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | hash[i];
  return in_play[number % in_play.size()].person;
}

/// Whoever is left and may sit.
std::vector<Lot> in_play(const Community& now, const Election& election, const std::vector<Lot>& lots, Time at) {
  std::vector<Lot> left;
  std::ranges::copy_if(lots, std::back_inserter(left), [&](const Lot& lot) {
    return !lot.forfeited && may_sit(now, election.position, lot.person, at);
  });
  return left;
}

/// The drawing among those who are left; one who is left alone has won without it.
Act conclusion(const Community& now, ElectionId id, const std::vector<Lot>& left, const Bytes& keepers) {
  const Election& election = elections(now).all[id];
  if (left.empty()) return ElectionDecided{id, election.counts, election.archive, ElectionOutcome::seat_lost, {}, {}};
  return LotDrawn{id, left.size() == 1 ? left.front().person : drawn(left, keepers)};
}

/// An election whose tie is settled by lots now.
std::variant<const Election*, Refusal> drawing(const Community& now, ElectionId id) {
  auto found = election_in(now, id, ElectionStage::lots, sentence::there_is_no_tie);
  if (std::holds_alternative<Refusal>(found)) return found;
  if (goes_to_run_off(now, *std::get<const Election*>(found)))
    return refuse(clause::candidacies, sentence::run_off_comes_first);
  return found;
}

/// Whether the drawing waits for this lot.
bool is_awaited(const Election& election, const Lot& lot) {
  if (lot.commitment.empty()) return true;
  if (!all_committed(election) || !lot.secret.empty()) return false;
  return lot.person != election.keeper->person || all_revealed(election.lots);
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const CommitLot::About& about, const Asking& asking) {
  const auto found = drawing(now, about.election);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (const Lot* lot = own_lot(election, asking.person)) {
    if (!lot->commitment.empty()) return refuse(clause::candidacies, sentence::lot_was_committed);
    if (!may_sit(now, election.position, asking.person, asking.at))
      return refuse(clause::co_chair_holds_seat, sentence::has_no_part_in_the_drawing);
    return std::nullopt;
  }
  if (!may_keep(now, election, asking)) return refuse(clause::candidacies, sentence::is_not_tied);
  if (election.keeper) return refuse(clause::candidacies, sentence::another_keeps_the_lot);
  return std::nullopt;
}

Ruling decide(const Community& now, const CommitLot& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  if (asked.commitment.size() != sizeof(Hash)) return refuse(clause::candidacies, sentence::lot_does_not_fit);
  if (std::ranges::find(election.commitments, asked.commitment) != election.commitments.end())
    return refuse(clause::candidacies, sentence::commitment_was_made_before);
  return accept(LotCommitted{asked.election, asking.person, asked.commitment});
}

std::optional<Refusal> bars(const Community& now, const RevealLot::About& about, const Asking& asking) {
  const auto found = drawing(now, about.election);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const Lot* lot = own_lot(election, asking.person);
  if (lot == nullptr) return refuse(clause::candidacies, sentence::is_not_tied);
  // Whoever reveals before all are bound lets the last one choose the winner.
  if (!all_committed(election)) return refuse(clause::candidacies, sentence::wait_for_all_commitments);
  if (!lot->secret.empty()) return refuse(clause::candidacies, sentence::lot_was_revealed);
  if (lot == &*election.keeper && !all_revealed(election.lots))
    return refuse(clause::candidacies, sentence::keeper_reveals_last);
  return std::nullopt;
}

Ruling decide(const Community& now, const RevealLot& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  if (asked.secret.size() != size_of_secret ||
      !std::ranges::equal(commitment_to(now, asked.election, asking.person, asked.secret),
                          own_lot(election, asking.person)->commitment))
    return refuse(clause::candidacies, sentence::lot_does_not_fit);
  std::vector<Act> acts;
  acts.emplace_back(LotRevealed{asked.election, asking.person, asked.secret});
  if (election.keeper->person == asking.person)
    acts.push_back(conclusion(now, asked.election, in_play(now, election, election.lots, asking.at), asked.secret));
  return acts;
}

std::optional<Refusal> bars(const Community& now, const ForfeitLot::About& about, const Asking& asking) {
  const auto found = drawing(now, about.election);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  return objection_to_conduct(now, *std::get<const Election*>(found), asking);
}

Wording shown(const Community& now, const ForfeitLot& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community& now, const ForfeitLot& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  const Lot* lot = own_lot(election, asked.person);
  if (lot == nullptr) return refuse(clause::candidacies, sentence::is_not_tied);
  const bool is_keeper = election.keeper && lot == &*election.keeper;
  if (is_keeper || may_sit(now, election.position, asked.person, asking.at)) {
    if (!is_awaited(election, *lot)) return refuse(clause::candidacies, sentence::did_their_part);
    const Time patience_ends = election.lots_since.value() + lot_patience;
    if (asking.at < patience_ends) return refuse(clause::candidacies, sentence::lots_wait_until, patience_ends);
  }
  std::vector<Act> acts;
  acts.emplace_back(LotForfeited{asked.election, asked.person});
  if (is_keeper) return acts;
  auto lots = election.lots;
  std::ranges::find(lots, asked.person, &Lot::person)->forfeited = true;
  const auto left = in_play(now, election, lots, asking.at);
  if (left.size() < 2) acts.push_back(conclusion(now, asked.election, left, {}));
  return acts;
}

}  // namespace ccop::community
