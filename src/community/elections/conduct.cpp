#include "community/elections/conduct.hpp"

#include "community/bodies/state.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"

#include <algorithm>

namespace ccop::community {

std::variant<const Election*, Refusal> election_in(const Community& now, ElectionId id, ElectionStage stage,
                                                   const Sentence<0>& otherwise) {
  const Election* election = elections(now).find(id);
  if (election == nullptr) return refuse(clause::the_record, sentence::no_such_election);
  if (election->stage != stage) return refuse(clause::candidacies, otherwise);
  return election;
}

std::optional<Refusal> objection_to_conduct(const Community& now, const Election& election, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_conducts_elections);
  const Candidacy* candidacy = election.candidacy(asking.person);
  if (candidacy != nullptr && candidacy->state == CandidacyState::accepted)
    return refuse(clause::candidacies, sentence::candidates_do_not_conduct);
  return std::nullopt;
}

std::optional<Refusal> objection_unless_in_session(const Election& election) {
  if (election.session) return std::nullopt;
  return refuse(clause::collective_assessment, sentence::round_goes_by_its_dates);
}

std::optional<Refusal> objection_to_session(const Community& now, SessionId id) {
  const Session* session = meetings(now).find(id);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (session->kind != SessionKind::executive)
    return refuse(clause::election_session, sentence::elections_are_in_executive_session);
  if (session->closed_at) return refuse(clause::management, sentence::session_is_closed);
  if (meetings(now).all[session->meeting].state != MeetingState::published)
    return refuse(clause::election_session, sentence::publish_the_meeting_first);
  return std::nullopt;
}

bool has_won_another(const Community& now, std::uint32_t position, PersonId person) {
  return std::ranges::any_of(elections(now).all, [&](const Election& election) {
    return election.awaits_confirmation() && election.position != position && election.winner == person;
  });
}

bool has_another_office(const Community& now, std::uint32_t position, PersonId person, Time at) {
  const auto held = bodies(now).position_of(person, at);
  return is_secretary(now, person, at) || (held && *held != position) || has_won_another(now, position, person);
}

bool may_sit(const Community& now, std::uint32_t position, PersonId person, Time at) {
  return holds_member_seat(now, person, at) && !has_another_office(now, position, person, at);
}

bool goes_to_run_off(const Community& now, const Election& election) {
  return charter(now).elections.tie == "run-off-then-lots" && !election.run_off_of && !election.ran_off;
}

}  // namespace ccop::community
