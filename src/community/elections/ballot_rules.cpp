// Keys, credentials, and the ballot itself (clause 3.5).
#include "community/decisions/state.hpp"
#include "community/elections/chapter.hpp"
#include "community/elections/conduct.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// Voting is at the session, and for as many hours before it as the charter says.
std::optional<Refusal> objection_to_time(const Community& now, const Election& election, Time at) {
  const Session& session = meetings(now).sessions[election.session];
  if (session.is_live()) {
    const Quorum room = quorum(now, election.session, at);
    if (room.stands) return std::nullopt;
    return refuse(clause::voting, sentence::no_quorum, room.present, room.needed);
  }
  const hours before{charter(now).elections.voting_hours_before};
  if (at >= session.starts - before && before > hours{0}) return std::nullopt;
  return refuse(clause::election_session, sentence::voting_begins_at_the_session);
}

/// Speaks for an organization, and neither stands nor conducts: who may give out the credentials.
bool is_independent(const Community& now, const Election& election, PersonId person, Time at) {
  return membership(now).seat_of(person, at) && !election.stands(person) && !is_committee(now, person, at);
}

/// Whether anybody is left to give out the credentials, and beside them as many as there must be trustees.
std::optional<Refusal> objection_to_officers(const Community& now, ElectionId id, Time at) {
  const Election& election = elections(now).all[id];
  const std::size_t count = charter(now).elections.trustees;
  const auto eligible = drawn_trustees(now, id, {}, count + 1, at);
  if (eligible.size() < count) return refuse(clause::candidacies, sentence::too_few_trustees, count);
  const bool spares_one = eligible.size() > count;
  for (const Mandate& mandate : membership(now).mandates) {
    if (!mandate.holds(at) || !is_independent(now, election, mandate.person, at)) continue;
    if (spares_one || std::ranges::find(eligible, mandate.person) == eligible.end()) return std::nullopt;
  }
  if (!spares_one) return refuse(clause::candidacies, sentence::too_few_trustees, count);
  return refuse(clause::candidacies, sentence::authority_is_independent);
}

/// The next who can take a trustee's place, if any.
std::vector<PersonId> next_trustee(const Community& now, ElectionId id, Time at) {
  const Election& election = elections(now).all[id];
  auto used = election.drawn;
  used.push_back(election.authority.value());
  return drawn_trustees(now, id, used, 1, at);
}

}  // namespace

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
  return objection_to_officers(now, about.election, asking.at);
}

Wording shown(const Community& now, const NameElectionOfficers& asked) {
  return wording_of(now, asked.authority);
}

Ruling decide(const Community& now, const NameElectionOfficers& asked, const Asking& asking) {
  const std::size_t count = charter(now).elections.trustees;
  auto trustees = drawn_trustees(now, asked.election, {asked.authority}, count, asking.at);
  if (trustees.size() < count) return refuse(clause::candidacies, sentence::too_few_trustees, count);
  if (!is_independent(now, elections(now).all[asked.election], asked.authority, asking.at))
    return refuse(clause::candidacies, sentence::authority_is_independent);
  return accept(ElectionOfficersNamed{asked.election, std::move(trustees), asked.authority});
}

std::optional<Refusal> bars(const Community& now, const ReplaceTrustee::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::preparation, sentence::not_in_preparation);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (election.trustees.empty()) return refuse(clause::candidacies, sentence::no_such_trustee);
  if (election.rounds_done() == key_rounds) return refuse(clause::candidacies, sentence::keys_are_made);
  if (next_trustee(now, about.election, asking.at).empty())
    return refuse(clause::candidacies, sentence::too_few_trustees, 1);
  return std::nullopt;
}

Wording shown(const Community& now, const ReplaceTrustee& asked) {
  const Election* election = elections(now).find(asked.election);
  const ElectionTrustee* trustee = election == nullptr ? nullptr : election->trustee(asked.trustee);
  return trustee == nullptr ? Wording{} : wording_of(now, trustee->person);
}

Ruling decide(const Community& now, const ReplaceTrustee& asked, const Asking& asking) {
  if (elections(now).all[asked.election].trustee(asked.trustee) == nullptr)
    return refuse(clause::candidacies, sentence::no_such_trustee);
  return accept(TrusteeReplaced{asked.election, asked.trustee, next_trustee(now, asked.election, asking.at).front()});
}

std::optional<Refusal> bars(const Community& now, const PostKeyMessage::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::preparation, sentence::not_in_preparation);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const auto number = election.trustee_number(asking.person);
  if (!number) return refuse(clause::candidacies, sentence::is_no_trustee);
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

std::optional<Refusal> bars(const Community& now, const IssueCredentials::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::preparation, sentence::not_in_preparation);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  if (std::get<const Election*>(found)->authority == asking.person) return std::nullopt;
  return refuse(clause::candidacies, sentence::is_no_authority);
}

Ruling decide(const Community& now, const IssueCredentials& asked, const Asking& asking) {
  if (asked.organizations != membership(now).roll(asking.at))
    return refuse(clause::membership_by_organization, sentence::credentials_for_each_member);
  return accept(CredentialsIssued{asked.election, asked.organizations, asked.credentials});
}

std::optional<Refusal> bars(const Community& now, const OpenElection::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::preparation, sentence::not_in_preparation);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return objection;
  if (election.rounds_done() < key_rounds) return refuse(clause::candidacies, sentence::keys_are_not_made);
  if (!election.credentials) return refuse(clause::candidacies, sentence::credentials_are_missing);
  if (membership(now).roll(asking.at) != election.credentialed)
    return refuse(clause::membership_by_organization, sentence::credentials_for_each_member);
  if (!election.motion && candidates_at(now, election, asking.at).empty())
    return refuse(clause::co_chair_holds_seat, sentence::no_candidate_is_left);
  if (meetings(now).sessions[election.session].closed_at)
    return refuse(clause::management, sentence::session_is_closed);
  return std::nullopt;
}

Ruling decide(const Community& now, const OpenElection& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  auto candidates = candidates_at(now, election, asking.at);
  // Whoever stood down meanwhile must not be on the ballot that was made ready.
  if (asked.candidates != candidates) return refuse(clause::candidacies, sentence::setup_does_not_follow);
  if (auto objection = objection_to_time(now, election, asking.at)) return *std::move(objection);
  std::vector<Act> acts;
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.state == CandidacyState::accepted &&
        std::ranges::find(candidates, candidacy.person) == candidates.end())
      acts.emplace_back(CandidacyEnded{asked.election, candidacy.person, CandidacyEnd::lapsed});
  acts.emplace_back(
      ElectionOpened{asked.election, std::move(candidates), membership(now).roll(asking.at), asked.setup});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const CastBallot::About& about, const Asking& asking) {
  const auto found = election_in(now, about.election, ElectionStage::voting, sentence::voting_is_not_open);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& roll = std::get<const Election*>(found)->roll;
  const auto organization = voting_organization(now, asking.person, asking.at);
  if (!organization) return refuse(clause::voting, sentence::only_members_vote);
  if (std::ranges::find(roll, *organization) == roll.end()) return refuse(clause::voting, sentence::not_on_the_roll);
  return std::nullopt;
}

Ruling decide(const Community& now, const CastBallot& asked, const Asking& asking) {
  const OrganizationId organization = voting_organization(now, asking.person, asking.at).value();
  for (const CastBallotRow& cast : elections(now).all[asked.election].ballots) {
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
  return objection_to_conduct(now, *std::get<const Election*>(found), asking);
}

Ruling decide(const Community&, const CloseElection& asked, const Asking&) {
  return accept(ElectionClosed{asked.election});
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
