#include "community/decisions/state.hpp"

#include "community/decisions/acts.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"

#include <algorithm>
#include <numeric>

namespace ccop::community {
namespace {

std::vector<std::uint32_t> counted(const Motion& motion) {
  std::vector<std::uint32_t> counts(motion.choices() + 1);
  for (const Vote& vote : motion.votes) ++counts.at(vote.choice);
  return counts;
}

/// Of a motion that may be changed, or not. Null where the seat is not asked.
template <class M>
auto* seat_of(M& motion, OrganizationId organization) {
  const auto found = std::ranges::find(motion.asked, organization, &AskedSeat::organization);
  return found == motion.asked.end() ? nullptr : &*found;
}

}  // namespace

Wording Motion::wording() const {
  Wording wording{{text}, {}};
  wording.texts.insert(wording.texts.end(), options.begin(), options.end());
  if (charter) wording.clear.push_back(*charter);
  return wording;
}

Wording wording_of(const Community& now, MotionId motion) {
  const Motion* found = decisions(now).find(motion);
  return found == nullptr ? Wording{} : found->wording();
}

const MotionClosed* closing_of(MotionId motion, std::span<const Act> acts) {
  const MotionClosed* last = nullptr;
  for (const Act& act : acts)
    if (const auto* closed = act.as<MotionClosed>(); closed != nullptr && closed->motion == motion) last = closed;
  return last;
}

std::optional<Refusal> objection_to_basis(const Community& now, DecisionId decision, Time after) {
  const RegisteredDecision* registered = decisions(now).registered.find(decision);
  if (registered == nullptr) return refuse(clause::the_record, sentence::no_such_decision);
  if (registered->at < after || decisions(now).motions[registered->motion].outcome != Outcome::adopted)
    return refuse(clause::plenary_review, sentence::decision_is_no_basis);
  return std::nullopt;
}

MotionClosed result_of_counts(MotionId id, const Motion& motion, const Charter& charter,
                              std::vector<std::uint32_t> counts) {
  MotionClosed result{id, Outcome::rejected, std::move(counts), std::nullopt};
  const auto abstentions = result.counts.back();
  const auto options_end = result.counts.end() - 1;
  const auto most = std::max_element(result.counts.begin(), options_end);
  const std::uint32_t cast = std::accumulate(result.counts.begin(), options_end, 0u);
  const std::uint32_t counted = cast + (charter.voting.abstentions_count ? abstentions : 0);
  const bool alone = std::count(result.counts.begin(), options_end, *most) == 1;

  if (cast > 0 && !alone) {
    result.outcome = Outcome::tied;
  } else if (motion.options.empty() && most != result.counts.begin()) {
    result.outcome = Outcome::rejected;
  } else if (cast == 0 || !charter.voting.majority.exceeded_by(*most, counted)) {
    result.outcome = Outcome::no_majority;
  } else {
    result.outcome = Outcome::adopted;
    result.winner = static_cast<std::uint32_t>(most - result.counts.begin());
  }
  return result;
}

MotionClosed result_of(MotionId id, const Motion& motion, const Charter& charter, bool quorate) {
  if (!quorate) return {id, Outcome::no_quorum, {}, std::nullopt};
  if (motion.method == Method::vote) return result_of_counts(id, motion, charter, counted(motion));
  const bool vetoed = motion.source && motion.has_objected(*motion.source);
  const std::size_t stops_at = motion.method == Method::silence ? charter.voting.objections_that_stop : 1;
  const bool stopped = vetoed || motion.objections.size() >= stops_at;
  return {id, stopped ? Outcome::objected : Outcome::adopted, {}, std::nullopt};
}

const Vote* Motion::vote_of(OrganizationId organization) const {
  const auto found = std::ranges::find(votes, organization, &Vote::organization);
  return found == votes.end() ? nullptr : &*found;
}

bool Motion::has_objected(OrganizationId organization) const {
  return std::ranges::find(objections, organization, &Objection::organization) != objections.end();
}

const AskedSeat* Motion::asks(OrganizationId organization) const {
  return seat_of(*this, organization);
}

std::optional<Time> AskedSeat::reached_as_signed() const {
  if (seen && attested) return std::min(*seen, attested->at);
  return attested ? attested->at : seen;
}

std::optional<Time> AskedSeat::reached() const {
  const auto as_signed = reached_as_signed();
  if (as_signed && reported) return std::min(*as_signed, reported->at);
  return reported ? reported->at : as_signed;
}

bool Decisions::has_open_motion(SessionId session) const {
  return std::ranges::any_of(open, [&](MotionId id) { return motions[id].session == session; });
}

bool Decisions::has_motions(SessionId session) const {
  return std::ranges::any_of(motions, [&](const Motion& motion) { return motion.session == session; });
}

void apply(Decisions& decisions, const MotionProposed& act, Time at) {
  Motion motion;
  motion.session = act.session;
  motion.mover = act.mover;
  motion.purpose = act.purpose;
  motion.text = act.text;
  motion.options = act.options;
  motion.method = act.method;
  motion.recorded = act.recorded;
  motion.source = act.source;
  motion.charter = act.charter;
  motion.proposed_at = at;
  decisions.motions.add(std::move(motion));
}

void apply(Decisions& decisions, const MotionWithdrawn& act) {
  decisions.motions[act.motion].state = MotionState::withdrawn;
}

void apply(Decisions& decisions, const MotionOpened& act, Time at) {
  Motion& motion = decisions.motions[act.motion];
  motion.state = MotionState::open;
  motion.opened_at = at;
  motion.deadline = act.deadline;
  motion.time_zone = act.time_zone;
  motion.closed_at.reset();  // it may have lapsed before
  motion.outcome.reset();
  decisions.open.push_back(act.motion);
}

/// One that lapsed and is opened again asks everybody anew, who objected before as well.
void apply(Decisions& decisions, const SeatsAsked& act) {
  Motion& motion = decisions.motions[act.motion];
  motion.asked.clear();
  motion.objections.clear();
  for (const OrganizationId organization : act.organizations) motion.asked.push_back({organization, {}, {}, {}});
}

void apply(Decisions& decisions, const MotionSeen& act, Time at) {
  seat_of(decisions.motions[act.motion], act.organization)->seen = at;
}

void apply(Decisions& decisions, const DeliveryReported& act, Time at) {
  seat_of(decisions.motions[act.motion], act.organization)->reported = DeliveryWord{at, act.answer};
}

void apply(Decisions& decisions, const DeliveryAttested& act, Time at) {
  seat_of(decisions.motions[act.motion], act.organization)->attested = DeliveryWord{at, act.way};
}

void apply(Decisions& decisions, const VoteCast& act, Time at) {
  decisions.motions[act.motion].votes.push_back({act.organization, act.person, act.choice, at});
}

/// Whoever audits a room that they didn't see may know of no vote that it changes.
void apply(Decisions& decisions, const VoteChanged& act, Time at) {
  auto& votes = decisions.motions[act.motion].votes;
  const Vote changed{act.organization, act.person, act.choice, at};
  const auto before = std::ranges::find(votes, act.organization, &Vote::organization);
  if (before == votes.end())
    votes.push_back(changed);
  else
    *before = changed;
}

void apply(Decisions& decisions, const RecordedVoteRequested& act) {
  decisions.motions[act.motion].recorded = true;
}

/// Whoever objects signed the text, and so has it.
void apply(Decisions& decisions, const ObjectionRaised& act, Time at) {
  Motion& motion = decisions.motions[act.motion];
  motion.objections.push_back({act.organization, act.person, act.reason});
  if (AskedSeat* seat = seat_of(motion, act.organization); seat != nullptr && !seat->seen) seat->seen = at;
}

/// It still has the text, and its silence counts again.
void apply(Decisions& decisions, const ObjectionWithdrawn& act) {
  std::erase_if(decisions.motions[act.motion].objections,
                [&](const Objection& objection) { return objection.organization == act.organization; });
}

void apply(Decisions& decisions, const MotionPutToVote& act) {
  Motion& motion = decisions.motions[act.motion];
  motion.method = Method::vote;
}

void apply(Decisions& decisions, const MotionClosed& act, Time at) {
  Motion& motion = decisions.motions[act.motion];
  // What lapsed came to no result, and stands as it was proposed.
  motion.state = act.outcome == Outcome::lapsed ? MotionState::proposed : MotionState::closed;
  motion.closed_at = at;
  motion.outcome = act.outcome;
  motion.counts = act.counts;
  motion.winner = act.winner;
  std::erase(decisions.open, act.motion);
}

void apply(Decisions& decisions, const DecisionRegistered& act, Time at) {
  decisions.registered.add({act.motion, at});
}

void apply(Decisions& decisions, const SecretBallotEnded& act) {
  decisions.motions[act.motion].state = MotionState::proposed;
}

}  // namespace ccop::community
