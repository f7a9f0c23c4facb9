// Keys, and the ballot itself (clause 3.5).
#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/chapter.hpp"
#include "community/elections/conduct.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/keyboxes/state.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// Voting is at the session, and for as many hours before it as the charter says.
std::optional<Refusal> objection_to_time(const Community& now, const Election& election, Time at) {
  const Session& session = meetings(now).sessions[*election.session];
  if (session.is_live()) {
    const Quorum room = quorum(now, *election.session, at);
    if (room.stands) return std::nullopt;
    return refuse(clause::voting, sentence::no_quorum, room.present, room.needed);
  }
  const hours before{charter(now).elections.voting_hours_before};
  if (at >= session.starts - before && before > hours{0}) return std::nullopt;
  return refuse(clause::election_session, sentence::voting_begins_at_the_session);
}

/// Ballots are closed in the session, with its quorum, and not before everybody could vote (clauses 3.4 and 3.5).
std::optional<Refusal> objection_to_closing(const Community& now, const Election& election, Time at) {
  if (!meetings(now).sessions[*election.session].is_live())
    return refuse(clause::election_session, sentence::close_in_the_session);
  const Quorum room = quorum(now, *election.session, at);
  if (!room.stands) return refuse(clause::voting, sentence::no_quorum, room.present, room.needed);
  const Time least = election.opened_at.value() + minutes{charter(now).elections.least_minutes_open};
  if (at < least) return refuse(clause::candidacies, sentence::ballot_stays_open_until, least);
  return std::nullopt;
}

/// A seat's castings come in the order in which they were signed, whoever of main representative and alternate cast:
/// else whoever takes them in could choose which one counts.
std::optional<Refusal> objection_to_order(const Election& election, OrganizationId organization, const Asking& asking) {
  const auto last = std::ranges::find(election.last_cast, organization, &SeatCasting::organization);
  if (last == election.last_cast.end() || asking.asked_at.value() > last->asked_at) return std::nullopt;
  return refuse(clause::voting, sentence::a_later_ballot_was_cast);
}

}  // namespace

std::size_t ballot_counts(const Community& now, const Election& election) {
  if (election.round) return election.round->answers;
  return 1 + ballot_answers(now, election);
}

std::size_t ballot_answers(const Community& now, const Election& election) {
  if (election.motion) return decisions(now).motions[*election.motion].choices();
  return election.candidates.size() == 1 ? 2 : election.candidates.size();
}

std::optional<Refusal> bars(const Community& now, const NameElectionOfficers::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::preparation, sentence::not_in_preparation);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (!election.trustees.empty()) return refuse(clause::candidacies, sentence::officers_are_named_already);
  const std::size_t count = charter(now).elections.trustees;
  if (drawn_trustees(now, about.election, {}, count, asking.at).size() < count)
    return refuse(clause::candidacies, sentence::too_few_trustees, count);
  return std::nullopt;
}

Ruling decide(const Community& now, const NameElectionOfficers& asked, const Asking& asking) {
  const std::size_t count = charter(now).elections.trustees;
  return accept(ElectionOfficersNamed{asked.election, drawn_trustees(now, asked.election, {}, count, asking.at)});
}

std::optional<Refusal> bars(const Community& now, const PostKeyMessage::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::preparation, sentence::not_in_preparation);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const auto number = election.trustee_number(asking.person);
  if (!number) return refuse(clause::candidacies, sentence::is_no_trustee);
  if (!is_independent_trustee(now, election, asking.person, asking.at))
    return refuse(clause::candidacies, sentence::trustee_is_not_independent);
  const std::size_t posted = election.trustees[*number - 1].messages.size();
  if (posted == key_rounds || posted > election.rounds_done())
    return refuse(clause::candidacies, sentence::key_message_was_posted);
  return std::nullopt;
}

Ruling decide(const Community& now, const PostKeyMessage& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  const std::uint32_t number = election.trustee_number(asking.person).value();
  if (asked.round <= election.rounds_done()) return refuse(clause::candidacies, sentence::key_message_was_posted);
  if (asked.round != election.rounds_done() + 1)
    return refuse(clause::candidacies, sentence::wait_for_the_other_trustees);
  return accept(KeyMessagePosted{asked.election, number, asked.round, asked.message});
}

Time voting_begins(const Community& now, const Election& election) {
  return election.round ? election.round->opens : meetings(now).sessions[*election.session].starts;
}

std::uint32_t voting_year(const Community& now, const Election& election) {
  return year_of(voting_begins(now, election));
}

std::optional<OrganizationId> casting_organization(const Community& now, const Election& election, PersonId person,
                                                   Time at) {
  return election.round ? membership(now).seat_organization(person, at) : voting_organization(now, person, at);
}

Voters voters_at(const Community& now, const Election& election, Time at) {
  const std::uint32_t year = voting_year(now, election);
  Voters voters;
  for (const OrganizationId organization : election.round ? membership(now).seats(at) : membership(now).roll(at)) {
    const VotingKey* key = keyboxes(now).key_of(organization, year);
    (key == nullptr ? voters.without_key : voters.roll).push_back(organization);
    if (key != nullptr) voters.keys.push_back(key->key);
  }
  return voters;
}

std::uint32_t least_ballots(const Charter& charter, const Election& election) {
  return election.round ? charter.exposure.least_answers : charter.elections.least_ballots;
}

std::optional<Refusal> bars(const Community& now, const OpenElection::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::preparation, sentence::not_in_preparation);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (auto objection = objection_unless_in_session(election)) return objection;
  if (election.rounds_done() < key_rounds) return refuse(clause::candidacies, sentence::keys_are_not_made);
  if (voters_at(now, election, asking.at).roll.empty())
    return refuse(clause::voting, sentence::nobody_has_a_voting_key);
  if (!election.motion && candidates_at(now, election, asking.at).empty())
    return refuse(clause::co_chair_holds_seat, sentence::no_candidate_is_left);
  if (meetings(now).sessions[*election.session].closed_at)
    return refuse(clause::management, sentence::session_is_closed);
  return std::nullopt;
}

Ruling decide(const Community& now, const OpenElection& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  auto candidates = candidates_at(now, election, asking.at);
  auto voters = voters_at(now, election, asking.at);
  // Whoever stood down meanwhile must not be on the ballot that was made ready, nor a seat be left out unnamed.
  if (asked.candidates != candidates || asked.without_key != voters.without_key)
    return refuse(clause::candidacies, sentence::setup_does_not_follow);
  if (auto objection = objection_to_time(now, election, asking.at)) return *std::move(objection);
  std::vector<Act> acts;
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.state == CandidacyState::accepted &&
        std::ranges::find(candidates, candidacy.person) == candidates.end())
      acts.emplace_back(CandidacyEnded{asked.election, candidacy.person, CandidacyEnd::lapsed});
  acts.emplace_back(ElectionOpened{asked.election, std::move(candidates), std::move(voters.roll),
                                   std::move(voters.keys), asked.setup});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const CastBallot::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::voting, sentence::voting_is_not_open);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const auto organization = casting_organization(now, election, asking.person, asking.at);
  if (!organization)
    return election.round ? refuse(clause::collective_assessment, sentence::only_seats_answer)
                          : refuse(clause::voting, sentence::only_members_vote);
  if (std::ranges::find(election.roll, *organization) == election.roll.end())
    return refuse(clause::voting, sentence::not_on_the_roll);
  return std::nullopt;
}

Ruling decide(const Community& now, const CastBallot& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  const OrganizationId organization = casting_organization(now, election, asking.person, asking.at).value();
  if (auto objection = objection_to_order(election, organization, asking)) return *std::move(objection);
  for (const CastBallotRow& cast : election.ballots) {
    if (cast.organization == organization && cast.credential != asked.credential)
      return refuse(clause::voting, sentence::one_organization_one_credential);
    if (cast.organization != organization && cast.credential == asked.credential)
      return refuse(clause::voting, sentence::credential_of_another);
    if (cast.tracker == asked.tracker) return refuse(clause::voting, sentence::ballot_was_cast_already);
  }
  return accept(BallotCast{asked.election, organization, asking.person, asked.credential, asked.tracker, asked.ballot});
}

std::optional<Refusal> bars(const Community& now, const CloseElection::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::voting, sentence::voting_is_not_open);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  return objection_unless_in_session(election);
}

Ruling decide(const Community& now, const CloseElection& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  if (auto objection = objection_to_closing(now, election, asking.at)) return *std::move(objection);
  std::vector<Act> acts;
  acts.emplace_back(ElectionClosed{asked.election});
  // Of few ballots the totals would tell who voted what: they stay closed for ever.
  if (election.voters() < least_ballots(charter(now), election)) {
    acts.emplace_back(ElectionDecided{asked.election, {}, {}, ElectionOutcome::too_few, {}, {}});
    if (election.motion) acts.emplace_back(SecretBallotEnded{*election.motion});
  }
  return acts;
}

std::optional<Refusal> bars(const Community& now, const PostDecryption::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::closed, sentence::voting_is_not_closed);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const auto number = election.trustee_number(asking.person);
  if (!number) return refuse(clause::candidacies, sentence::is_no_trustee);
  if (election.trustees[*number - 1].decryption) return refuse(clause::candidacies, sentence::decrypted_already);
  return std::nullopt;
}

Ruling decide(const Community& now, const PostDecryption& asked, const Asking& asking) {
  const auto number = elections(now).all[asked.election].trustee_number(asking.person);
  return accept(DecryptionPosted{asked.election, number.value(), asked.tally, asked.decryption, asked.proofs});
}

}  // namespace ccop::community
