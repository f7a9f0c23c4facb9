// From the call for candidacies to its close (clauses 3.2 to 3.5).
#include "community/bodies/state.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/chapter.hpp"
#include "community/elections/conduct.hpp"
#include "community/elections/sentences.hpp"
#include "community/elections/vacancy.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool is_under_way(const Election& election) {
  return election.stage != ElectionStage::decided || election.awaits_confirmation();
}

std::optional<Refusal> objection_to_candidate(const Community& now, const Election& election, PersonId person,
                                              Time at) {
  const Person* known = people(now).find(person);
  if (known == nullptr || known->is_guest) return refuse(clause::the_record, sentence::no_such_person);
  if (!holds_member_seat(now, person, at))
    return refuse(clause::co_chair_holds_seat, sentence::candidate_holds_no_member_seat);
  if (is_secretary(now, person, at)) return refuse(clause::bodies, sentence::co_chair_is_not_secretary);
  const auto position = bodies(now).position_of(person, at);
  if (position && *position != election.position) return refuse(clause::bodies, sentence::is_co_chair_already);
  if (has_won_another(now, election.position, person)) return refuse(clause::bodies, sentence::won_another_position);
  if (position && !charter(now).elections.immediate_reelection)
    return refuse(clause::candidacies, sentence::no_immediate_reelection);
  return std::nullopt;
}

std::optional<Refusal> objection_to_nominee(const Community& now, const Election& election, PersonId person, Time at) {
  if (auto objection = objection_to_candidate(now, election, person, at)) return objection;
  if (election.stands(person)) return refuse(clause::candidacies, sentence::is_nominated_already);
  return std::nullopt;
}

/// Where nobody is left to be nominated: why not the last who was looked at.
std::optional<Refusal> objection_to_all(const Community& now, const Election& election, Time at) {
  Refusal last = refuse(clause::co_chair_holds_seat, sentence::candidate_holds_no_member_seat);
  for (const Mandate& mandate : membership(now).mandates) {
    if (mandate.kind != MandateKind::main || !mandate.holds(at)) continue;
    auto objection = objection_to_nominee(now, election, mandate.person, at);
    if (!objection) return std::nullopt;
    last = *std::move(objection);
  }
  return last;
}

CandidateNominated nomination(const Community& now, ElectionId id, PersonId person, PersonId by, Time at) {
  return {id, person, membership(now).own_organization(person, at).value(), by};
}

}  // namespace

std::vector<PersonId> candidates_at(const Community& now, const Election& election, Time at) {
  std::vector<PersonId> candidates;
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.state == CandidacyState::accepted && may_sit(now, election.position, candidacy.person, at))
      candidates.push_back(candidacy.person);
  return candidates;
}

std::optional<Refusal> bars(const Community& now, const CallCandidacies::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::management, sentence::only_committee_conducts_elections);
}

Ruling decide(const Community& now, const CallCandidacies& asked, const Asking&) {
  if (asked.position >= charter(now).bodies.co_chairs)
    return refuse(clause::bodies, sentence::no_such_position, charter(now).bodies.co_chairs);
  if (auto objection = objection_to_session(now, asked.session)) return *std::move(objection);
  for (const Election& election : elections(now).all)
    if (!election.motion && !election.round && election.position == asked.position && is_under_way(election))
      return refuse(clause::candidacies, sentence::election_under_way_already);
  const Session& session = meetings(now).sessions[asked.session];
  const auto found = vacancy(now, asked.position, session);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& vacant = std::get<Vacancy>(found);
  if (!vacant.waits_for_no_symposium && meetings(now).all[session.meeting].kind != MeetingKind::symposium)
    return refuse(clause::election_session, sentence::elections_are_at_the_symposium);
  const ElectionId next = elections(now).all.next();
  return accept(CandidaciesCalled{next, asked.session, asked.position, vacant.ends});
}

std::optional<Refusal> bars(const Community& now, const CallSecretBallot::About& about, const Asking& asking) {
  const Motion* motion = decisions(now).find(about.motion);
  if (motion == nullptr) return refuse(clause::the_record, sentence::no_such_motion);
  if (!is_co_chair(now, asking.person, asking.at)) return refuse(clause::voting, sentence::only_co_chairs_preside);
  if (!motion->session) return refuse(clause::bodies, sentence::executive_session_decides);
  if (motion->state != MotionState::proposed) return refuse(clause::voting, sentence::motion_was_opened);
  if (motion->method != Method::vote) return refuse(clause::voting, sentence::motion_is_not_voted_on);
  if (motion->recorded) return refuse(clause::voting, sentence::recorded_votes_are_open);
  if (meetings(now).sessions[*motion->session].closed_at)
    return refuse(clause::management, sentence::session_is_closed);
  return std::nullopt;
}

Wording shown(const Community& now, const CallSecretBallot& asked) {
  return wording_of(now, asked.motion);
}

Ruling decide(const Community& now, const CallSecretBallot& asked, const Asking&) {
  const Motion& motion = decisions(now).motions[asked.motion];
  const ElectionId next = elections(now).all.next();
  return accept(SecretBallotCalled{next, asked.motion, motion.session.value()});
}

std::optional<Refusal> bars(const Community& now, const NominateCandidate::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::candidacies, sentence::candidacies_are_closed);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (!is_committee(now, asking.person, asking.at) && !voting_organization(now, asking.person, asking.at))
    return refuse(clause::candidacies, sentence::only_members_nominate);
  return objection_to_all(now, election, asking.at);
}

Wording shown(const Community& now, const NominateCandidate& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community& now, const NominateCandidate& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  if (auto objection = objection_to_nominee(now, election, asked.person, asking.at)) return *std::move(objection);
  return accept(nomination(now, asked.election, asked.person, asking.person, asking.at));
}

std::optional<Refusal> bars(const Community& now, const StandForElection::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::candidacies, sentence::candidacies_are_closed);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_candidate(now, election, asking.person, asking.at)) return objection;
  const Candidacy* candidacy = election.candidacy(asking.person);
  if (candidacy != nullptr && candidacy->state == CandidacyState::accepted)
    return refuse(clause::candidacies, sentence::stands_already);
  return std::nullopt;
}

Ruling decide(const Community& now, const StandForElection& asked, const Asking& asking) {
  const Candidacy* candidacy = elections(now).all[asked.election].candidacy(asking.person);
  std::vector<Act> acts;
  if (candidacy == nullptr || candidacy->state != CandidacyState::nominated)
    acts.emplace_back(nomination(now, asked.election, asking.person, asking.person, asking.at));
  acts.emplace_back(CandidacyAccepted{asked.election, asking.person, asked.statement});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const StandDown::About& about, const Asking& asking) {
  const Election* election = elections(now).find(about.election);
  if (election == nullptr) return refuse(clause::the_record, sentence::no_such_election);
  if (election->awaits_confirmation() && election->winner == asking.person) return std::nullopt;
  if (election->stage != ElectionStage::candidacies && election->stage != ElectionStage::preparation)
    return refuse(clause::candidacies, sentence::ballot_is_open);
  if (!election->stands(asking.person)) return refuse(clause::candidacies, sentence::is_no_candidate);
  return std::nullopt;
}

Ruling decide(const Community& now, const StandDown& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  if (election.awaits_confirmation()) return accept(ElectedWithdrew{asked.election});
  const bool is_only_nominee = election.candidacy(asking.person)->state == CandidacyState::nominated;
  std::vector<Act> acts;
  acts.emplace_back(CandidacyEnded{asked.election, asking.person,
                                   is_only_nominee ? CandidacyEnd::declined : CandidacyEnd::withdrawn});
  // After the close of the call nobody can come instead: the position stays vacant (clause 3.5).
  const bool another_stands = std::ranges::any_of(election.candidacies, [&](const Candidacy& candidacy) {
    return candidacy.person != asking.person && candidacy.state == CandidacyState::accepted;
  });
  if (election.stage == ElectionStage::preparation && !another_stands)
    acts.emplace_back(ElectionDecided{asked.election, {}, {}, ElectionOutcome::vacant, {}, {}});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const CloseCandidacies::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::candidacies, sentence::candidacies_are_closed);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  return objection_to_conduct(now, *std::get<const Election*>(found), asking);
}

Ruling decide(const Community& now, const CloseCandidacies& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  // Who didn't answer a nomination doesn't stand; who lost the seat since can't (clause 3.2).
  std::vector<Act> acts;
  for (const Candidacy& candidacy : election.candidacies) {
    if (!election.stands(candidacy.person)) continue;
    if (candidacy.state == CandidacyState::nominated || !holds_member_seat(now, candidacy.person, asking.at))
      acts.emplace_back(CandidacyEnded{asked.election, candidacy.person, CandidacyEnd::lapsed});
  }
  acts.emplace_back(CandidaciesClosed{asked.election});
  return acts;
}

}  // namespace ccop::community
