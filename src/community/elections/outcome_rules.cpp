// What follows from the ballot: the result, a run-off, lots, and the confirmation by the network above (clauses 3.5 and
// 3.6).
#include "community/clause.hpp"
#include "community/community.hpp"
#include "community/elections/conduct.hpp"

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
  decided.outcome =
      now.membership.holds_member_seat(*decided.winner, at) ? ElectionOutcome::elected : ElectionOutcome::seat_lost;
  return decided;
}

const Lot* lot_of(const Election& election, PersonId person) {
  const auto found = std::ranges::find(election.lots, person, &Lot::person);
  return found == election.lots.end() || found->forfeited ? nullptr : &*found;
}

bool all_in_play(const Election& election, const auto& test) {
  return std::ranges::all_of(election.lots, [&](const Lot& lot) { return lot.forfeited || test(lot); });
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
  return now.charter().elections.tie == "run-off-then-lots" && !election.run_off_of;
}

/// An elected candidacy that awaits this step of clause 3.6; else why not.
std::optional<Refusal> objection_to_step(const Community& now, const Election* election, Confirmation before,
                                         const Actor& actor) {
  if (election == nullptr) return refuse(clause::the_record, "no-such-election");
  if (!now.is_secretary(actor.person, actor.at)) return refuse(clause::confirmation, "only-secretary-submits");
  if (election->stage != ElectionStage::decided || election->outcome != ElectionOutcome::elected)
    return refuse(clause::confirmation, "nobody-was-elected");
  if (election->confirmation == before) return std::nullopt;
  return refuse(clause::confirmation, before == Confirmation::none ? "submitted-already" : "submit-first");
}

}  // namespace

Ruling decide(const Community& now, const DeclareResult& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::closed, "voting-is-not-closed");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, actor)) return *objection;
  const std::size_t needed = now.charter().elections.trustees_needed;
  if (election.decrypted.size() < needed)
    return refuse(clause::candidacies, "too-few-decryptions", {{"needed", std::to_string(needed)}});
  const std::uint64_t sum = std::accumulate(asked.counts.begin(), asked.counts.end(), std::uint64_t{0});
  if (asked.counts.size() != 1 + ballot_answers(now, election) || sum > election.roll.size() ||
      asked.archive.size() != 64)
    return refuse(clause::the_record, "result-does-not-follow");
  if (!election.motion) return accept(outcome_of(now, election, asked, actor.at));
  std::vector<Act> acts;
  acts.emplace_back(ElectionDecided{asked.election, asked.counts, asked.archive, ElectionOutcome::decided, {}, {}});
  auto counts = asked.counts;
  std::ranges::rotate(counts, counts.begin() + 1);  // blank votes are the abstentions, which a motion counts last
  auto closing = balloted_acts(now, *election.motion, std::move(counts));
  acts.insert(acts.end(), std::make_move_iterator(closing.begin()), std::make_move_iterator(closing.end()));
  return acts;
}

Ruling decide(const Community& now, const CallRunOff& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::lots, "there-is-no-tie");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, actor)) return *objection;
  if (!may_run_off(now, election)) return refuse(clause::candidacies, "lots-are-drawn-now");
  const ElectionId next{static_cast<std::uint32_t>(now.elections.all.size())};
  return accept(RunOffCalled{next, asked.election});
}

Ruling decide(const Community& now, const CommitLot& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::lots, "there-is-no-tie");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (may_run_off(now, election)) return refuse(clause::candidacies, "run-off-comes-first");
  const Lot* lot = lot_of(election, actor.person);
  if (lot == nullptr) return refuse(clause::candidacies, "is-not-tied");
  if (!lot->commitment.empty()) return refuse(clause::candidacies, "lot-was-committed");
  if (asked.commitment.size() != sizeof(Hash)) return refuse(clause::candidacies, "lot-does-not-fit");
  return accept(LotCommitted{asked.election, actor.person, asked.commitment});
}

Ruling decide(const Community& now, const RevealLot& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::lots, "there-is-no-tie");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const Lot* lot = lot_of(election, actor.person);
  if (lot == nullptr) return refuse(clause::candidacies, "is-not-tied");
  // Whoever reveals before all are bound lets the last one choose the winner.
  if (!all_in_play(election, [](const Lot& other) { return !other.commitment.empty(); }))
    return refuse(clause::candidacies, "wait-for-all-commitments");
  if (!lot->secret.empty()) return refuse(clause::candidacies, "lot-was-revealed");
  if (asked.secret.size() < least_secret || asked.secret.size() > most_secret ||
      !std::ranges::equal(sha256(asked.secret), lot->commitment))
    return refuse(clause::candidacies, "lot-does-not-fit");
  auto lots = election.lots;
  std::ranges::find(lots, actor.person, &Lot::person)->secret = asked.secret;
  return with_drawing(LotRevealed{asked.election, actor.person, asked.secret}, asked.election, lots);
}

Ruling decide(const Community& now, const ForfeitLot& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::lots, "there-is-no-tie");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, actor)) return *objection;
  if (may_run_off(now, election)) return refuse(clause::candidacies, "run-off-comes-first");
  const Lot* lot = lot_of(election, asked.person);
  if (lot == nullptr) return refuse(clause::candidacies, "is-not-tied");
  const bool all_committed = all_in_play(election, [](const Lot& other) { return !other.commitment.empty(); });
  if (!lot->secret.empty() || (!lot->commitment.empty() && !all_committed))
    return refuse(clause::candidacies, "did-their-part");
  if (actor.at < election.decided_at.value() + lot_patience)
    return refuse(clause::candidacies, "lots-wait-until",
                  {{"time", to_rfc3339(election.decided_at.value() + lot_patience)}});
  auto lots = election.lots;
  std::ranges::find(lots, asked.person, &Lot::person)->forfeited = true;
  return with_drawing(LotForfeited{asked.election, asked.person}, asked.election, lots);
}

Ruling decide(const Community& now, const SubmitElected& asked, const Actor& actor) {
  if (auto objection = objection_to_step(now, now.elections.find(asked.election), Confirmation::none, actor))
    return *objection;
  return accept(ElectedSubmitted{asked.election, asked.letter});
}

Ruling decide(const Community& now, const RecordConfirmation& asked, const Actor& actor) {
  const Election* election = now.elections.find(asked.election);
  if (auto objection = objection_to_step(now, election, Confirmation::submitted, actor)) return *objection;
  const PersonId person = election->winner.value();
  if (!now.membership.holds_member_seat(person, actor.at))
    return refuse(clause::co_chair_holds_seat, "elected-lost-the-seat");
  std::vector<Act> acts;
  acts.emplace_back(ElectedConfirmed{asked.election, asked.letter});
  // Until here whoever sat before carried on, acting (clause 3.5).
  if (now.bodies.co_chair(election->position, actor.at))
    acts.emplace_back(CoChairVacated{election->position, actor.at});
  acts.emplace_back(CoChairSeated{election->position, person, election->term_ends});
  return acts;
}

Ruling decide(const Community& now, const RecordReturn& asked, const Actor& actor) {
  if (auto objection = objection_to_step(now, now.elections.find(asked.election), Confirmation::submitted, actor))
    return *objection;
  return accept(ElectedReturned{asked.election, asked.reason});
}

}  // namespace ccop::community
