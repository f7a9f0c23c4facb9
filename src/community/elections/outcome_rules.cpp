// What follows from the ballot: the result, a run-off, and the confirmation by the network above (clauses 3.5 and 3.6).
#include "community/bodies/acts.hpp"
#include "community/bodies/state.hpp"
#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/chapter.hpp"
#include "community/elections/conduct.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"

#include <algorithm>
#include <numeric>

namespace ccop::community {
namespace {

/// How long a count waits for trustees who can decrypt it, before the election may be cancelled.
constexpr auto count_patience = days{7};

/// Whether who won may sit (clauses 3.1 and 3.2).
ElectionOutcome outcome_for(const Community& now, const Election& election, PersonId winner, Time at) {
  if (!holds_member_seat(now, winner, at)) return ElectionOutcome::seat_lost;
  return may_sit(now, election.position, winner, at) ? ElectionOutcome::elected : ElectionOutcome::other_office;
}

/// Those with most votes. Of several, who may not sit is left out: nobody draws lots for what they can't have.
std::vector<PersonId> first_by_votes(const Community& now, const Election& election,
                                     std::span<const std::uint32_t> votes, Time at) {
  const std::uint32_t most = *std::ranges::max_element(votes);
  std::vector<PersonId> first;
  for (std::size_t i = 0; i < election.candidates.size(); ++i)
    if (most > 0 && votes[i] == most) first.push_back(election.candidates[i]);
  const auto cannot = [&](PersonId person) { return !may_sit(now, election.position, person, at); };
  if (first.size() > 1 && !std::ranges::all_of(first, cannot)) std::erase_if(first, cannot);
  return first;
}

ElectionDecided outcome_of(const Community& now, const Election& election, const DeclareResult& asked, Time at) {
  ElectionDecided decided{asked.election, asked.counts, asked.archive, ElectionOutcome::vacant, {}, {}};
  const std::span<const std::uint32_t> votes = std::span{asked.counts}.subspan(1);  // after the blank ones
  std::vector<PersonId> first;
  if (election.candidates.size() > 1)
    first = first_by_votes(now, election, votes, at);
  else if (votes[0] > votes[1])
    first = election.candidates;
  if (first.empty()) return decided;
  if (first.size() > 1 && may_sit(now, election.position, first.front(), at)) {
    decided.outcome = ElectionOutcome::tied;
    decided.tied = std::move(first);
    return decided;
  }
  decided.winner = first.front();
  decided.outcome = outcome_for(now, election, first.front(), at);
  return decided;
}

/// An elected candidacy that awaits this step of clause 3.6; else why not.
std::optional<Refusal> objection_to_step(const Community& now, ElectionId id, Confirmation before,
                                         const Asking& asking) {
  const Election* election = elections(now).find(id);
  if (election == nullptr) return refuse(clause::the_record, sentence::no_such_election);
  if (!is_secretary(now, asking.person, asking.at))
    return refuse(clause::confirmation, sentence::only_secretary_submits);
  if (election->stage != ElectionStage::decided || election->outcome != ElectionOutcome::elected ||
      election->confirmation == Confirmation::withdrawn)
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
  const bool opened_it = election.round && election.trustee_number(asking.person);
  if (!opened_it)
    if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  const std::size_t needed = charter(now).elections.trustees_needed;
  if (election.decrypted.size() < needed) return refuse(clause::candidacies, sentence::too_few_decryptions, needed);
  return std::nullopt;
}

Ruling decide(const Community& now, const DeclareResult& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  if (asked.counts.size() != ballot_counts(now, election) || asked.archive.size() != 64)
    return refuse(clause::the_record, sentence::result_does_not_follow);
  if (election.round)
    return accept(ElectionDecided{asked.election, asked.counts, asked.archive, ElectionOutcome::counted, {}, {}});
  if (std::accumulate(asked.counts.begin(), asked.counts.end(), std::uint64_t{0}) != election.voters())
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

std::optional<Refusal> bars(const Community& now, const CarryOverCount::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::closed, sentence::voting_is_not_closed);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (auto objection = objection_unless_in_session(election)) return objection;
  if (election.carried_over) return refuse(clause::election_session, sentence::count_is_carried_over);
  return std::nullopt;
}

Ruling decide(const Community&, const CarryOverCount& asked, const Asking&) {
  return accept(CountCarriedOver{asked.election});
}

/// Whoever could know how it goes out must not be able to end it: so never once enough trustees have decrypted, nor of
/// a tie; and with one decryption there not before the others had their time.
std::optional<Refusal> bars(const Community& now, const CancelElection::About& about, const Asking& asking) {
  const Election* election = elections(now).find(about.election);
  if (election == nullptr) return refuse(clause::the_record, sentence::no_such_election);
  if (auto objection = objection_to_conduct(now, *election, asking)) return objection;
  if (election->stage == ElectionStage::decided) return refuse(clause::candidacies, sentence::election_is_over);
  if (election->stage == ElectionStage::lots) return refuse(clause::candidacies, sentence::a_tie_is_settled);
  if (election->decrypted.empty()) return std::nullopt;
  if (election->decrypted.size() >= charter(now).elections.trustees_needed)
    return refuse(clause::candidacies, sentence::totals_are_decrypted);
  const Time patience_ends = election->closed_at.value() + count_patience;
  if (asking.at < patience_ends) return refuse(clause::candidacies, sentence::count_waits_until, patience_ends);
  return std::nullopt;
}

Ruling decide(const Community& now, const CancelElection& asked, const Asking&) {
  const Election& election = elections(now).all[asked.election];
  std::vector<Act> acts;
  acts.emplace_back(ElectionCancelled{asked.election, asked.reason});
  if (election.motion) acts.emplace_back(SecretBallotEnded{*election.motion});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const CallRunOff::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::lots, sentence::there_is_no_tie);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (!goes_to_run_off(now, election)) return refuse(clause::candidacies, sentence::lots_are_drawn_now);
  return std::nullopt;
}

/// A tie that was declared after its session closed is voted on in a later one: the charter's order stands, and
/// whichever session it is, it needs its quorum (clauses 3.4 and 3.5).
Ruling decide(const Community& now, const CallRunOff& asked, const Asking&) {
  const Election& first = elections(now).all[asked.election];
  if (asked.session != first.session && !meetings(now).sessions[*first.session].closed_at)
    return refuse(clause::election_session, sentence::run_off_is_in_this_session);
  if (auto objection = objection_to_session(now, asked.session)) return *std::move(objection);
  const ElectionId next = elections(now).all.next();
  return accept(RunOffCalled{next, asked.election, asked.session});
}

std::optional<Refusal> bars(const Community& now, const SubmitElected::About& about, const Asking& asking) {
  return objection_to_step(now, about.election, Confirmation::none, asking);
}

Ruling decide(const Community&, const SubmitElected& asked, const Asking&) {
  return accept(ElectedSubmitted{asked.election, asked.letter});
}

std::optional<Refusal> bars(const Community& now, const RecordConfirmation::About& about, const Asking& asking) {
  if (auto objection = objection_to_step(now, about.election, Confirmation::submitted, asking)) return objection;
  const Election& election = elections(now).all[about.election];
  const PersonId elected = election.winner.value();
  if (!holds_member_seat(now, elected, asking.at))
    return refuse(clause::co_chair_holds_seat, sentence::elected_lost_the_seat);
  if (has_another_office(now, election.position, elected, asking.at))
    return refuse(clause::bodies, sentence::elected_has_another_office);
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
