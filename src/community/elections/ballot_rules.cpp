// Keys, credentials, and the ballot itself (clause 3.5).
#include "community/clause.hpp"
#include "community/community.hpp"
#include "community/elections/conduct.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// Voting is at the session, and for as many hours before it as the charter says.
std::optional<Refusal> objection_to_time(const Community& now, const Election& election, Time at) {
  const Session& session = now.meetings.sessions.at(election.session.value);
  if (session.closed_at) return refuse(clause::management, "session-is-closed");
  if (session.is_live()) {
    const Quorum quorum = now.quorum(election.session, at);
    if (quorum.stands) return std::nullopt;
    return refuse(clause::voting, "no-quorum",
                  {{"present", std::to_string(quorum.present)}, {"needed", std::to_string(quorum.needed)}});
  }
  const hours before{now.charter().elections.voting_hours_before};
  if (at >= session.starts - before && before > hours{0}) return std::nullopt;
  return refuse(clause::election_session, "voting-begins-at-the-session");
}

}  // namespace

std::size_t ballot_answers(const Community& now, const Election& election) {
  if (election.motion) return now.decisions.motions.at(election.motion->value).choices();
  return election.candidates.size() == 1 ? 2 : election.candidates.size();
}

Ruling decide(const Community& now, const NameElectionOfficers& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::preparation, "not-in-preparation");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, actor)) return *objection;
  if (!election.trustees.empty()) return refuse(clause::candidacies, "officers-are-named-already");
  const std::size_t count = now.charter().elections.trustees;
  auto trustees = drawn_trustees(now, asked.election, {asked.authority}, count, actor.at);
  if (trustees.size() < count)
    return refuse(clause::candidacies, "too-few-trustees", {{"count", std::to_string(count)}});
  if (!now.membership.seat_of(asked.authority, actor.at) || election.stands(asked.authority) ||
      now.is_committee(asked.authority, actor.at))
    return refuse(clause::candidacies, "authority-is-independent");
  return accept(ElectionOfficersNamed{asked.election, std::move(trustees), asked.authority});
}

Ruling decide(const Community& now, const ReplaceTrustee& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::preparation, "not-in-preparation");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, actor)) return *objection;
  if (asked.trustee == 0 || asked.trustee > election.trustees.size())
    return refuse(clause::candidacies, "no-such-trustee");
  if (election.rounds_done() == key_rounds) return refuse(clause::candidacies, "keys-are-made");
  auto used = election.drawn;
  used.push_back(election.authority.value());
  const auto next = drawn_trustees(now, asked.election, used, 1, actor.at);
  if (next.empty()) return refuse(clause::candidacies, "too-few-trustees", {{"count", "1"}});
  return accept(TrusteeReplaced{asked.election, asked.trustee, next.front()});
}

Ruling decide(const Community& now, const PostKeyMessage& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::preparation, "not-in-preparation");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const auto number = election.trustee_number(actor.person);
  if (!number) return refuse(clause::candidacies, "is-no-trustee");
  const std::size_t posted = election.trustees[*number - 1].messages.size();
  if (asked.round <= posted) return refuse(clause::candidacies, "key-message-was-posted");
  if (asked.round > key_rounds || asked.round != election.rounds_done() + 1)
    return refuse(clause::candidacies, "wait-for-the-other-trustees");
  return accept(KeyMessagePosted{asked.election, *number, asked.round, asked.message});
}

Ruling decide(const Community& now, const IssueCredentials& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::preparation, "not-in-preparation");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (election.authority != actor.person) return refuse(clause::candidacies, "is-no-authority");
  if (asked.organizations != now.membership.roll(actor.at))
    return refuse(clause::membership_by_organization, "credentials-for-each-member");
  return accept(CredentialsIssued{asked.election, asked.organizations, asked.credentials});
}

Ruling decide(const Community& now, const OpenElection& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::preparation, "not-in-preparation");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, actor)) return *objection;
  if (election.rounds_done() < key_rounds) return refuse(clause::candidacies, "keys-are-not-made");
  if (!election.credentials) return refuse(clause::candidacies, "credentials-are-missing");
  auto roll = now.membership.roll(actor.at);
  if (roll != election.credentialed) return refuse(clause::membership_by_organization, "credentials-for-each-member");
  auto candidates = candidates_at(now, election, actor.at);
  if (!election.motion && candidates.empty()) return refuse(clause::co_chair_holds_seat, "no-candidate-is-left");
  // Whoever stood down meanwhile must not be on the ballot that was made ready.
  if (asked.candidates != candidates) return refuse(clause::candidacies, "setup-does-not-follow");
  if (auto objection = objection_to_time(now, election, actor.at)) return *objection;
  std::vector<Act> acts;
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.state == CandidacyState::accepted &&
        std::ranges::find(candidates, candidacy.person) == candidates.end())
      acts.emplace_back(CandidacyEnded{asked.election, candidacy.person, CandidacyEnd::lapsed});
  acts.emplace_back(ElectionOpened{asked.election, std::move(candidates), std::move(roll), asked.setup});
  return acts;
}

Ruling decide(const Community& now, const CastBallot& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::voting, "voting-is-not-open");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const auto organization = now.voting_organization(actor.person, actor.at);
  if (!organization) return refuse(clause::voting, "only-members-vote");
  if (std::ranges::find(election.roll, *organization) == election.roll.end())
    return refuse(clause::voting, "not-on-the-roll");
  for (const CastBallotRow& cast : election.ballots) {
    if (cast.organization == *organization && cast.credential != asked.credential)
      return refuse(clause::voting, "one-organization-one-credential");
    if (cast.organization != *organization && cast.credential == asked.credential)
      return refuse(clause::voting, "credential-of-another");
    if (cast.tracker == asked.tracker) return refuse(clause::voting, "ballot-was-cast-already");
  }
  return accept(BallotCast{asked.election, *organization, actor.person, asked.credential, asked.tracker, asked.ballot});
}

Ruling decide(const Community& now, const CloseElection& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::voting, "voting-is-not-open");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  if (auto objection = objection_to_conduct(now, *std::get<const Election*>(found), actor)) return *objection;
  return accept(ElectionClosed{asked.election});
}

Ruling decide(const Community& now, const PostDecryption& asked, const Actor& actor) {
  const auto found = election_in(now, asked.election, ElectionStage::closed, "voting-is-not-closed");
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  const auto number = election.trustee_number(actor.person);
  if (!number) return refuse(clause::candidacies, "is-no-trustee");
  if (election.trustees[*number - 1].decryption) return refuse(clause::candidacies, "decrypted-already");
  if (election.decrypted.size() >= now.charter().elections.trustees_needed)
    return refuse(clause::candidacies, "enough-decryptions");
  return accept(DecryptionPosted{asked.election, *number, asked.decryption});
}

}  // namespace ccop::community
