#include "community/elections/state.hpp"

#include "community/elections/acts.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

Election& of(Elections& elections, ElectionId id) {
  return elections.all[id];
}

Candidacy& candidacy_of(Elections& elections, ElectionId id, PersonId person) {
  return *std::ranges::find(of(elections, id).candidacies, person, &Candidacy::person);
}

/// Of one of the tied, or of who keeps the lot.
Lot& lot_of(Election& election, PersonId person) {
  if (election.keeper && election.keeper->person == person) return *election.keeper;
  return *std::ranges::find(election.lots, person, &Lot::person);
}

/// The tie of which nothing came by the run-off is there again.
void restore_tie(Elections& elections, const Election& run_off, Time at) {
  Election& first = of(elections, run_off.run_off_of.value());
  first.stage = ElectionStage::lots;
  first.lots_since = at;
  for (const Candidacy& candidacy : run_off.candidacies)
    if (candidacy.state == CandidacyState::accepted) first.lots.push_back({candidacy.person, {}, {}, false});
}

/// The same trustees open what is voted on next, with the keys that they have.
void take_keys(Elections& elections, Election& election, ElectionId earlier) {
  const Election& before = of(elections, earlier);
  election.trustees = before.trustees;
  for (ElectionTrustee& trustee : election.trustees) {
    trustee.decryption.reset();
    if (!trustee.keys_of && !trustee.messages.empty()) trustee.keys_of = earlier;
  }
  election.drawn = before.drawn;
  election.replacements = before.replacements;
}

}  // namespace

const Candidacy* Election::candidacy(PersonId person) const {
  const auto found = std::ranges::find(candidacies, person, &Candidacy::person);
  return found == candidacies.end() ? nullptr : &*found;
}

bool Election::stands(PersonId person) const {
  const Candidacy* found = candidacy(person);
  return found != nullptr && (found->state == CandidacyState::nominated || found->state == CandidacyState::accepted);
}

const ElectionTrustee* Election::trustee(std::uint32_t number) const {
  return number == 0 || number > trustees.size() ? nullptr : &trustees[number - 1];
}

std::optional<std::uint32_t> Election::trustee_number(PersonId person) const {
  const auto found = std::ranges::find(trustees, person, &ElectionTrustee::person);
  if (found == trustees.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - trustees.begin()) + 1;
}

std::size_t Election::rounds_done() const {
  std::size_t done = trustees.empty() ? 0 : key_rounds;
  for (const ElectionTrustee& trustee : trustees) done = std::min(done, trustee.messages.size());
  return done;
}

bool Election::has_voted(OrganizationId organization) const {
  return std::ranges::find(ballots, organization, &CastBallotRow::organization) != ballots.end();
}

std::size_t Election::voters() const {
  return last_cast.size() - left_out.size();
}

bool Election::counts_ballot_of(OrganizationId organization) const {
  return std::ranges::find(left_out, organization) == left_out.end();
}

std::vector<OrganizationId> Election::casters() const {
  std::vector<OrganizationId> seats;
  seats.reserve(last_cast.size());
  for (const SeatCasting& cast : last_cast)
    if (counts_ballot_of(cast.organization)) seats.push_back(cast.organization);
  std::ranges::sort(seats);
  return seats;
}

bool Election::awaits_confirmation() const {
  return stage == ElectionStage::decided && outcome == ElectionOutcome::elected &&
         (confirmation == Confirmation::none || confirmation == Confirmation::submitted);
}

std::vector<ContentHash> Election::contents() const {
  std::vector<ContentHash> all;
  for (const ElectionTrustee& trustee : trustees) {
    all.insert(all.end(), trustee.messages.begin(), trustee.messages.end());
    if (trustee.decryption) all.insert(all.end(), {trustee.decryption->factors, trustee.decryption->proofs});
  }
  if (setup) all.push_back(*setup);
  for (const CastBallotRow& row : ballots) all.push_back(row.ballot);
  return all;
}

const Election* Elections::find(ElectionId id) const {
  return all.find(id);
}

bool Elections::has_open_ballot(SessionId session) const {
  return std::ranges::any_of(all, [&](const Election& election) {
    return election.session == session && election.stage == ElectionStage::voting;
  });
}

bool Elections::has_undeclared_count(SessionId session) const {
  return std::ranges::any_of(all, [&](const Election& election) {
    return election.session == session && election.stage == ElectionStage::closed && !election.carried_over;
  });
}

void add_round(Elections& elections, const RoundBallot& round, Time at) {
  Election election;
  election.round = round;
  election.stage = ElectionStage::preparation;
  election.called_at = election.prepared_at = at;
  if (round.keys_of) take_keys(elections, election, *round.keys_of);
  elections.all.add(std::move(election));
}

void leave_out(Elections& elections, ElectionId id, const std::vector<OrganizationId>& seats) {
  of(elections, id).left_out = seats;
}

void apply(Elections& elections, const CandidaciesCalled& act, Time at) {
  Election election;
  election.session = act.session;
  election.position = act.position;
  election.term_ends = act.term_ends;
  election.called_at = at;
  elections.all.add(std::move(election));
}

void apply(Elections& elections, const SecretBallotCalled& act, Time at) {
  Election election;
  election.session = act.session;
  election.motion = act.motion;
  election.stage = ElectionStage::preparation;
  election.called_at = election.prepared_at = at;
  elections.all.add(std::move(election));
}

void apply(Elections& elections, const CandidateNominated& act, Time at) {
  auto& candidacies = of(elections, act.election).candidacies;
  // Whoever withdrew may be nominated again.
  std::erase_if(candidacies, [&](const Candidacy& c) { return c.person == act.person; });
  candidacies.push_back({act.person, act.organization, act.nominated_by, CandidacyState::nominated, {}, at});
}

void apply(Elections& elections, const CandidacyAccepted& act) {
  Candidacy& candidacy = candidacy_of(elections, act.election, act.person);
  candidacy.state = CandidacyState::accepted;
  candidacy.statement = act.statement;
}

void apply(Elections& elections, const CandidacyEnded& act) {
  constexpr std::array states{CandidacyState::withdrawn, CandidacyState::declined, CandidacyState::lapsed};
  candidacy_of(elections, act.election, act.person).state = states.at(static_cast<std::size_t>(act.how));
}

void apply(Elections& elections, const CandidaciesClosed& act, Time at) {
  Election& election = of(elections, act.election);
  election.stage = ElectionStage::preparation;
  election.prepared_at = at;
  if (std::ranges::find(election.candidacies, CandidacyState::accepted, &Candidacy::state) !=
      election.candidacies.end())
    return;
  election.stage = ElectionStage::decided;
  election.outcome = ElectionOutcome::vacant;
  election.decided_at = at;
}

void apply(Elections& elections, const ElectionOfficersNamed& act) {
  Election& election = of(elections, act.election);
  for (const PersonId trustee : act.trustees) election.trustees.push_back({trustee, {}, {}, {}});
  election.drawn = act.trustees;
}

void apply(Elections& elections, const TrusteeReplaced& act) {
  Election& election = of(elections, act.election);
  // Certificates of the others stay good: they speak of their own place. What was built on all of them doesn't.
  for (ElectionTrustee& trustee : election.trustees)
    if (trustee.messages.size() > 1) trustee.messages.resize(1);
  election.trustees.at(act.trustee - 1) = {act.person, {}, {}, {}};
  election.drawn.push_back(act.person);
  ++election.replacements;
}

void apply(Elections& elections, const KeysDiscarded& act) {
  for (ElectionTrustee& trustee : of(elections, act.election).trustees) {
    trustee.messages.clear();
    trustee.keys_of.reset();
  }
}

void apply(Elections& elections, const KeyMessagePosted& act) {
  of(elections, act.election).trustees.at(act.trustee - 1).messages.push_back(act.message);
}

void apply(Elections& elections, const ElectionOpened& act, Time at) {
  Election& election = of(elections, act.election);
  election.stage = ElectionStage::voting;
  election.candidates = act.candidates;
  election.roll = act.roll;
  election.keys = act.keys;
  election.setup = act.setup;
  election.opened_at = at;
}

void apply(Elections& elections, const BallotCast& act, Time at) {
  of(elections, act.election).ballots.push_back({act.organization, act.credential, act.tracker, act.ballot, at});
}

void apply(Elections& elections, const ElectionClosed& act, Time at) {
  Election& election = of(elections, act.election);
  election.stage = ElectionStage::closed;
  election.closed_at = at;
}

void apply(Elections& elections, const CountCarriedOver& act) {
  of(elections, act.election).carried_over = true;
}

void apply(Elections& elections, const DecryptionPosted& act) {
  Election& election = of(elections, act.election);
  election.trustees.at(act.trustee - 1).decryption = {act.decryption, act.proofs};
  election.decrypted.push_back(act.trustee);
}

void apply(Elections& elections, const ElectionDecided& act, Time at) {
  Election& election = of(elections, act.election);
  election.counts = act.counts;
  election.archive = act.archive;
  election.outcome = act.outcome;
  election.winner = act.winner;
  election.decided_at = at;
  for (const PersonId person : act.tied) election.lots.push_back({person, {}, {}, false});
  election.lots_since = at;
  election.stage = act.outcome == ElectionOutcome::tied ? ElectionStage::lots : ElectionStage::decided;
  if (act.outcome != ElectionOutcome::too_few || !election.run_off_of) return;
  of(elections, *election.run_off_of).ran_off = true;
  restore_tie(elections, election, at);
}

void apply(Elections& elections, const ElectionCancelled& act, Time at) {
  Election& election = of(elections, act.election);
  election.stage = ElectionStage::decided;
  election.outcome = ElectionOutcome::cancelled;
  election.reason = act.reason;
  election.decided_at = at;
  if (election.run_off_of) restore_tie(elections, election, at);
}

void apply(Elections& elections, const RunOffCalled& act, Time at) {
  Election& first = of(elections, act.first);
  first.stage = ElectionStage::decided;
  Election election;
  election.session = act.session;
  election.position = first.position;
  election.term_ends = first.term_ends;
  election.run_off_of = act.first;
  election.called_at = election.prepared_at = at;
  election.stage = ElectionStage::preparation;
  for (const Candidacy& candidacy : first.candidacies)
    if (std::ranges::find(first.lots, candidacy.person, &Lot::person) != first.lots.end())
      election.candidacies.push_back(candidacy);
  take_keys(elections, election, act.first);
  first.lots.clear();
  elections.all.add(std::move(election));
}

void apply(Elections& elections, const LotCommitted& act, Time at) {
  Election& election = of(elections, act.election);
  const bool is_tied = std::ranges::find(election.lots, act.person, &Lot::person) != election.lots.end();
  if (!is_tied) election.keeper = Lot{act.person, {}, {}, false};
  lot_of(election, act.person).commitment = act.commitment;
  election.commitments.push_back(act.commitment);
  election.lots_since = at;
}

void apply(Elections& elections, const LotRevealed& act, Time at) {
  Election& election = of(elections, act.election);
  lot_of(election, act.person).secret = act.secret;
  election.lots_since = at;
}

void apply(Elections& elections, const LotForfeited& act, Time at) {
  Election& election = of(elections, act.election);
  election.lots_since = at;
  if (!election.keeper || election.keeper->person != act.person) {
    lot_of(election, act.person).forfeited = true;
    return;
  }
  election.unfit.push_back(act.person);
  election.keeper.reset();
  for (Lot& lot : election.lots) {
    lot.commitment.clear();
    lot.secret.clear();
  }
}

void apply(Elections& elections, const LotDrawn& act, Time at) {
  Election& election = of(elections, act.election);
  election.stage = ElectionStage::decided;
  election.outcome = ElectionOutcome::elected;
  election.winner = act.winner;
  election.decided_at = at;
}

void apply(Elections& elections, const ElectedSubmitted& act, Time at) {
  Election& election = of(elections, act.election);
  election.confirmation = Confirmation::submitted;
  election.letter = act.letter;
  election.submitted_at = at;
}

void apply(Elections& elections, const ElectedConfirmed& act) {
  of(elections, act.election).confirmation = Confirmation::confirmed;
}

void apply(Elections& elections, const ElectedWithdrew& act) {
  of(elections, act.election).confirmation = Confirmation::withdrawn;
}

void apply(Elections& elections, const ElectedReturned& act) {
  Election& election = of(elections, act.election);
  election.confirmation = Confirmation::returned;
  election.reason = act.reason;
}

}  // namespace ccop::community
