// From the call for candidacies to its close (clauses 3.2 to 3.5).
#include "community/clause.hpp"
#include "community/community.hpp"
#include "community/elections/conduct.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::community {
namespace {

/// A term that ends within this of the session falls vacant at it: the next annual symposium comes too late.
constexpr int months_to_next = 6;

const CoChairTerm* last_term(const Community& now, std::uint32_t position) {
  for (const CoChairTerm& term : now.bodies.co_chairs | std::views::reverse)
    if (term.position == position) return &term;
  return nullptr;
}

/// Until when whoever is elected at this session serves (clauses 3.3 and 3.5), and whether that is the rest of a term.
struct Vacancy {
  Time ends;
  bool is_special{};
};

std::variant<Vacancy, Refusal> vacancy(const Community& now, std::uint32_t position, const Session& session) {
  const auto& rules = now.charter().bodies;
  const CoChairTerm* term = last_term(now, position);
  if (term == nullptr)
    return Vacancy{months_after(session.ends, static_cast<int>(rules.founding_terms_months.at(position))), false};
  const bool was_vacated = term->vacated && *term->vacated <= session.ends;
  if (was_vacated && term->until > months_after(session.ends, months_to_next)) return Vacancy{term->until, true};
  if (term->until <= months_after(session.ends, months_to_next))
    return Vacancy{months_after(session.ends, static_cast<int>(rules.co_chair_term_months)), false};
  return refuse(clause::co_chair_term, "term-runs-until", {{"time", to_rfc3339(term->until)}});
}

bool is_under_way(const Election& election) {
  if (election.stage != ElectionStage::decided) return true;
  return election.outcome == ElectionOutcome::elected &&
         (election.confirmation == Confirmation::none || election.confirmation == Confirmation::submitted);
}

std::optional<Refusal> objection_to_candidate(const Community& now, const Election& election, PersonId person,
                                              Time at) {
  const Person* known = now.people.find(person);
  if (known == nullptr || known->is_guest) return refuse(clause::the_record, "no-such-person");
  if (!now.membership.holds_member_seat(person, at))
    return refuse(clause::co_chair_holds_seat, "candidate-holds-no-member-seat");
  if (now.is_secretary(person, at)) return refuse(clause::bodies, "co-chair-is-not-secretary");
  const auto position = now.bodies.position_of(person, at);
  if (position && *position != election.position) return refuse(clause::bodies, "is-co-chair-already");
  if (position && !now.charter().elections.immediate_reelection)
    return refuse(clause::candidacies, "no-immediate-reelection");
  return std::nullopt;
}

CandidateNominated nomination(const Community& now, ElectionId id, PersonId person, PersonId by, Time at) {
  return {id, person, now.membership.own_organization(person, at).value(), by};
}

}  // namespace

std::vector<PersonId> candidates_at(const Community& now, const Election& election, Time at) {
  std::vector<PersonId> candidates;
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.state == CandidacyState::accepted && now.membership.holds_member_seat(candidacy.person, at))
      candidates.push_back(candidacy.person);
  return candidates;
}

Ruling decide(const Community& now, const CallCandidacies& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::management, "only-committee-conducts-elections");
  if (asked.position >= now.charter().bodies.co_chairs)
    return refuse(clause::bodies, "no-such-position", {{"count", std::to_string(now.charter().bodies.co_chairs)}});
  const Session* session = now.meetings.find(asked.session);
  if (session == nullptr) return refuse(clause::the_record, "no-such-session");
  if (session->kind != SessionKind::executive)
    return refuse(clause::election_session, "elections-are-in-executive-session");
  if (session->closed_at) return refuse(clause::management, "session-is-closed");
  const Meeting& meeting = now.meetings.all[session->meeting.value];
  if (meeting.state != MeetingState::published) return refuse(clause::election_session, "publish-the-meeting-first");
  for (const Election& election : now.elections.all)
    if (!election.motion && election.position == asked.position && is_under_way(election))
      return refuse(clause::candidacies, "election-under-way-already");
  const auto found = vacancy(now, asked.position, *session);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& vacant = std::get<Vacancy>(found);
  // Only what is left of a term may be filled before the next symposium.
  if (!vacant.is_special && meeting.kind != MeetingKind::symposium)
    return refuse(clause::election_session, "elections-are-at-the-symposium");
  const ElectionId next{static_cast<std::uint32_t>(now.elections.all.size())};
  return accept(CandidaciesCalled{next, asked.session, asked.position, vacant.ends});
}

Ruling decide(const Community& now, const CallSecretBallot& asked, const Actor& actor) {
  const Motion* motion = now.decisions.find(asked.motion);
  if (motion == nullptr) return refuse(clause::the_record, "no-such-motion");
  if (!now.is_co_chair(actor.person, actor.at)) return refuse(clause::voting, "only-co-chairs-preside");
  if (!motion->session) return refuse(clause::bodies, "executive-session-decides");
  if (motion->state != MotionState::proposed) return refuse(clause::voting, "motion-was-opened");
  if (motion->method != Method::vote) return refuse(clause::voting, "motion-is-not-voted-on");
  if (motion->recorded) return refuse(clause::voting, "recorded-votes-are-open");
  if (now.meetings.sessions.at(motion->session->value).closed_at)
    return refuse(clause::management, "session-is-closed");
  const ElectionId next{static_cast<std::uint32_t>(now.elections.all.size())};
  return accept(SecretBallotCalled{next, asked.motion, *motion->session});
}

Ruling decide(const Community& now, const NominateCandidate& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::candidacies, "candidacies-are-closed");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (!now.is_committee(actor.person, actor.at) && !now.voting_organization(actor.person, actor.at))
    return refuse(clause::candidacies, "only-members-nominate");
  if (auto objection = objection_to_candidate(now, election, asked.person, actor.at)) return *objection;
  if (election.stands(asked.person)) return refuse(clause::candidacies, "is-nominated-already");
  return accept(nomination(now, asked.election, asked.person, actor.person, actor.at));
}

Ruling decide(const Community& now, const StandForElection& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::candidacies, "candidacies-are-closed");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_candidate(now, election, actor.person, actor.at)) return *objection;
  const Candidacy* candidacy = election.candidacy(actor.person);
  if (candidacy != nullptr && candidacy->state == CandidacyState::accepted)
    return refuse(clause::candidacies, "stands-already");
  std::vector<Act> acts;
  if (candidacy == nullptr || candidacy->state != CandidacyState::nominated)
    acts.emplace_back(nomination(now, asked.election, actor.person, actor.person, actor.at));
  acts.emplace_back(CandidacyAccepted{asked.election, actor.person, asked.statement});
  return acts;
}

Ruling decide(const Community& now, const StandDown& asked, const Actor& actor) {
  const Election* election = now.elections.find(asked.election);
  if (election == nullptr) return refuse(clause::the_record, "no-such-election");
  if (election->stage != ElectionStage::candidacies && election->stage != ElectionStage::preparation)
    return refuse(clause::candidacies, "ballot-is-open");
  if (!election->stands(actor.person)) return refuse(clause::candidacies, "is-no-candidate");
  const bool is_only_nominee = election->candidacy(actor.person)->state == CandidacyState::nominated;
  return accept(
      CandidacyEnded{asked.election, actor.person, is_only_nominee ? CandidacyEnd::declined : CandidacyEnd::withdrawn});
}

Ruling decide(const Community& now, const CloseCandidacies& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::candidacies, "candidacies-are-closed");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, actor)) return *objection;
  // Who didn't answer a nomination doesn't stand; who lost the seat since can't (clause 3.2).
  std::vector<Act> acts;
  for (const Candidacy& candidacy : election.candidacies) {
    if (!election.stands(candidacy.person)) continue;
    if (candidacy.state == CandidacyState::nominated || !now.membership.holds_member_seat(candidacy.person, actor.at))
      acts.emplace_back(CandidacyEnded{asked.election, candidacy.person, CandidacyEnd::lapsed});
  }
  acts.emplace_back(CandidaciesClosed{asked.election});
  return acts;
}

Ruling decide(const Community& now, const CancelElection& asked, const Actor& actor) {
  const Election* election = now.elections.find(asked.election);
  if (election == nullptr) return refuse(clause::the_record, "no-such-election");
  if (auto objection = objection_to_conduct(now, *election, actor)) return *objection;
  if (election->stage == ElectionStage::decided) return refuse(clause::candidacies, "election-is-over");
  std::vector<Act> acts;
  acts.emplace_back(ElectionCancelled{asked.election, asked.reason});
  if (election->motion) acts.emplace_back(SecretBallotEnded{*election->motion});
  return acts;
}

}  // namespace ccop::community
