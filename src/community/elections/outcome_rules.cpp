// What follows from the ballot: the result, a run-off, lots, and the confirmation by the network above (clauses 3.5 and
// 3.6).
#include "community/bodies/state.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/chapter.hpp"
#include "community/elections/conduct.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/people/state.hpp"

#include <algorithm>
#include <numeric>

namespace ccop::community {
namespace {

/// How long a tied candidate has to take part in the drawing of lots.
constexpr auto lot_patience = hours{24};
constexpr std::size_t least_secret = 16;
constexpr std::size_t most_secret = 64;

ElectionDecided outcome_of(const Community& now, const Election& election, const DeclareResult& asked, Time at) {
  ElectionDecided decided{asked.election, asked.counts, asked.archive, ElectionOutcome::vacant, {}, {}};
  const std::span<const std::uint32_t> votes = std::span{asked.counts}.subspan(1);  // after the blank ones
  const auto& candidates = election.candidates;
  if (candidates.size() == 1) {
    if (votes[0] <= votes[1]) return decided;
    decided.winner = candidates.front();
  } else {
    const std::uint32_t most = *std::ranges::max_element(votes);
    if (most == 0) return decided;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (votes[i] == most) decided.tied.push_back(candidates[i]);
    if (decided.tied.size() > 1) {
      decided.outcome = ElectionOutcome::tied;
      return decided;
    }
    decided.winner = decided.tied.front();
    decided.tied.clear();
  }
  decided.outcome = holds_member_seat(now, *decided.winner, at) ? ElectionOutcome::elected : ElectionOutcome::seat_lost;
  return decided;
}

const Lot* lot_of(const Election& election, PersonId person) {
  const auto found = std::ranges::find(election.lots, person, &Lot::person);
  return found == election.lots.end() || found->forfeited ? nullptr : &*found;
}

/// Of those who are still in the drawing.
bool all_committed(const Election& election) {
  return std::ranges::all_of(election.lots, [](const Lot& lot) { return lot.forfeited || !lot.commitment.empty(); });
}

/// The one among those in play whom the hash of all their secrets points at.
PersonId drawn(const std::vector<Lot>& in_play) {
  Bytes all;
  for (const Lot& lot : in_play) all.insert(all.end(), lot.secret.begin(), lot.secret.end());
  const Hash hash = sha256(bytes_of("ccop-lot-v1"), all);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | hash[i];
  return in_play[number % in_play.size()].person;
}

/// The drawing, once nobody's secret is missing any more. One who is left alone has won without it.
std::optional<LotDrawn> drawing(ElectionId id, const std::vector<Lot>& lots) {
  std::vector<Lot> in_play;
  std::ranges::copy_if(lots, std::back_inserter(in_play), [](const Lot& lot) { return !lot.forfeited; });
  if (in_play.size() == 1) return LotDrawn{id, in_play.front().person};
  if (std::ranges::any_of(in_play, [](const Lot& lot) { return lot.secret.empty(); })) return std::nullopt;
  return LotDrawn{id, drawn(in_play)};
}

template <class A>
Ruling with_drawing(A act, ElectionId id, const std::vector<Lot>& lots) {
  std::vector<Act> acts;
  acts.emplace_back(std::move(act));
  if (auto drawing_of_lots = drawing(id, lots)) acts.emplace_back(*drawing_of_lots);
  return acts;
}

bool may_run_off(const Community& now, const Election& election) {
  return charter(now).elections.tie == "run-off-then-lots" && !election.run_off_of;
}

/// An elected candidacy that awaits this step of clause 3.6; else why not.
std::optional<Refusal> objection_to_step(const Community& now, ElectionId id, Confirmation before,
                                         const Asking& asking) {
  const Election* election = elections(now).find(id);
  if (election == nullptr) return refuse(clause::the_record, sentence::no_such_election);
  if (!is_secretary(now, asking.person, asking.at))
    return refuse(clause::confirmation, sentence::only_secretary_submits);
  if (election->stage != ElectionStage::decided || election->outcome != ElectionOutcome::elected)
    return refuse(clause::confirmation, sentence::nobody_was_elected);
  if (election->confirmation == before) return std::nullopt;
  return refuse(clause::confirmation,
                before == Confirmation::none ? sentence::submitted_already : sentence::submit_first);
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const DeclareResult::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::closed, sentence::voting_is_not_closed);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  const std::size_t needed = charter(now).elections.trustees_needed;
  if (election.decrypted.size() < needed) return refuse(clause::candidacies, sentence::too_few_decryptions, needed);
  return std::nullopt;
}

Ruling decide(const Community& now, const DeclareResult& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  const std::uint64_t sum = std::accumulate(asked.counts.begin(), asked.counts.end(), std::uint64_t{0});
  if (asked.counts.size() != 1 + ballot_answers(now, election) || sum > election.roll.size() ||
      asked.archive.size() != 64)
    return refuse(clause::the_record, sentence::result_does_not_follow);
  if (!election.motion) return accept(outcome_of(now, election, asked, asking.at));
  const MotionId id = *election.motion;
  auto counts = asked.counts;
  std::ranges::rotate(counts, counts.begin() + 1);  // blank votes are the abstentions, which a motion counts last
  std::vector<Act> acts;
  acts.emplace_back(ElectionDecided{asked.election, asked.counts, asked.archive, ElectionOutcome::decided, {}, {}});
  acts.emplace_back(result_of_counts(id, decisions(now).motions[id], charter(now), std::move(counts)));
  acts.emplace_back(DecisionRegistered{decisions(now).registered.next(), id});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const CallRunOff::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::lots, sentence::there_is_no_tie);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (!may_run_off(now, election)) return refuse(clause::candidacies, sentence::lots_are_drawn_now);
  return std::nullopt;
}

Ruling decide(const Community& now, const CallRunOff& asked, const Asking&) {
  const ElectionId next = elections(now).all.next();
  return accept(RunOffCalled{next, asked.election});
}

std::optional<Refusal> bars(const Community& now, const CommitLot::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::lots, sentence::there_is_no_tie);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (may_run_off(now, election)) return refuse(clause::candidacies, sentence::run_off_comes_first);
  const Lot* lot = lot_of(election, asking.person);
  if (lot == nullptr) return refuse(clause::candidacies, sentence::is_not_tied);
  if (!lot->commitment.empty()) return refuse(clause::candidacies, sentence::lot_was_committed);
  return std::nullopt;
}

Ruling decide(const Community&, const CommitLot& asked, const Asking& asking) {
  if (asked.commitment.size() != sizeof(Hash)) return refuse(clause::candidacies, sentence::lot_does_not_fit);
  return accept(LotCommitted{asked.election, asking.person, asked.commitment});
}

std::optional<Refusal> bars(const Community& now, const RevealLot::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::lots, sentence::there_is_no_tie);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const Lot* lot = lot_of(election, asking.person);
  if (lot == nullptr) return refuse(clause::candidacies, sentence::is_not_tied);
  // Whoever reveals before all are bound lets the last one choose the winner.
  if (!all_committed(election)) return refuse(clause::candidacies, sentence::wait_for_all_commitments);
  if (!lot->secret.empty()) return refuse(clause::candidacies, sentence::lot_was_revealed);
  return std::nullopt;
}

Ruling decide(const Community& now, const RevealLot& asked, const Asking& asking) {
  auto lots = elections(now).all[asked.election].lots;
  Lot& lot = *std::ranges::find(lots, asking.person, &Lot::person);
  if (asked.secret.size() < least_secret || asked.secret.size() > most_secret ||
      !std::ranges::equal(sha256(asked.secret), lot.commitment))
    return refuse(clause::candidacies, sentence::lot_does_not_fit);
  lot.secret = asked.secret;
  return with_drawing(LotRevealed{asked.election, asking.person, asked.secret}, asked.election, lots);
}

/// Whose part is missing is a value: as long as lots are drawn, somebody's is.
std::optional<Refusal> bars(const Community& now, const ForfeitLot::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::lots, sentence::there_is_no_tie);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (may_run_off(now, election)) return refuse(clause::candidacies, sentence::run_off_comes_first);
  const Time patience_ends = election.decided_at.value() + lot_patience;
  if (asking.at < patience_ends) return refuse(clause::candidacies, sentence::lots_wait_until, patience_ends);
  return std::nullopt;
}

Wording shown(const Community& now, const ForfeitLot& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community& now, const ForfeitLot& asked, const Asking&) {
  const Election& election = elections(now).all[asked.election];
  const Lot* lot = lot_of(election, asked.person);
  if (lot == nullptr) return refuse(clause::candidacies, sentence::is_not_tied);
  if (!lot->secret.empty() || (!lot->commitment.empty() && !all_committed(election)))
    return refuse(clause::candidacies, sentence::did_their_part);
  auto lots = election.lots;
  std::ranges::find(lots, asked.person, &Lot::person)->forfeited = true;
  return with_drawing(LotForfeited{asked.election, asked.person}, asked.election, lots);
}

std::optional<Refusal> bars(const Community& now, const SubmitElected::About& about, const Asking& asking) {
  return objection_to_step(now, about.election, Confirmation::none, asking);
}

Ruling decide(const Community&, const SubmitElected& asked, const Asking&) {
  return accept(ElectedSubmitted{asked.election, asked.letter});
}

std::optional<Refusal> bars(const Community& now, const RecordConfirmation::About& about, const Asking& asking) {
  if (auto objection = objection_to_step(now, about.election, Confirmation::submitted, asking)) return objection;
  if (!holds_member_seat(now, elections(now).all[about.election].winner.value(), asking.at))
    return refuse(clause::co_chair_holds_seat, sentence::elected_lost_the_seat);
  return std::nullopt;
}

Ruling decide(const Community& now, const RecordConfirmation& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  std::vector<Act> acts;
  acts.emplace_back(ElectedConfirmed{asked.election, asked.letter});
  // Until here whoever sat before carried on, acting (clause 3.5).
  if (bodies(now).co_chair(election.position, asking.at))
    acts.emplace_back(CoChairVacated{election.position, asking.at});
  acts.emplace_back(CoChairSeated{election.position, election.winner.value(), election.term_ends});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const RecordReturn::About& about, const Asking& asking) {
  return objection_to_step(now, about.election, Confirmation::submitted, asking);
}

Ruling decide(const Community&, const RecordReturn& asked, const Asking&) {
  return accept(ElectedReturned{asked.election, asked.reason});
}

}  // namespace ccop::community
