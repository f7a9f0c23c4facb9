// What can happen to the election of a co-Chair, from the call for candidacies to its confirmation (clauses 3.2
// to 3.6).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/elections/values.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// Candidacies are taken for a position, to be voted on in a session. Whoever is elected serves until `term_ends`.
struct CandidaciesCalled {
  ElectionId election;
  SessionId session;
  std::uint32_t position;
  Time term_ends;
};
BOOST_DESCRIBE_STRUCT(CandidaciesCalled, (), (election, session, position, term_ends))

/// A motion is decided by secret ballot, with the means of an election.
struct SecretBallotCalled {
  ElectionId election;
  MotionId motion;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(SecretBallotCalled, (), (election, motion, session))

struct CandidateNominated {
  ElectionId election;
  PersonId person;
  OrganizationId organization;
  PersonId nominated_by;
};
BOOST_DESCRIBE_STRUCT(CandidateNominated, (), (election, person, organization, nominated_by))

struct CandidacyAccepted {
  ElectionId election;
  PersonId person;
  ContentHash statement;
};
BOOST_DESCRIBE_STRUCT(CandidacyAccepted, (), (election, person, statement))

struct CandidacyEnded {
  ElectionId election;
  PersonId person;
  CandidacyEnd how;
};
BOOST_DESCRIBE_STRUCT(CandidacyEnded, (), (election, person, how))

/// The call is over: with the candidates that there are, or, where there is none, with the position left vacant.
struct CandidaciesClosed {
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CandidaciesClosed, (), (election))

/// Who holds the keys, by the charter and by lot among the Members.
struct ElectionOfficersNamed {
  ElectionId election;
  std::vector<PersonId> trustees;
};
BOOST_DESCRIBE_STRUCT(ElectionOfficersNamed, (), (election, trustees))

/// A trustee who can't serve gives way to the next by lot; the keys are made anew. Trustees count from 1.
struct TrusteeReplaced {
  ElectionId election;
  std::uint32_t trustee;
  PersonId person;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(TrusteeReplaced, (), (election, trustee, person, reason))

/// What the trustees made of the keys so far is thrown away, and all of them begin again.
struct KeysDiscarded {
  ElectionId election;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(KeysDiscarded, (), (election, reason))

/// A trustee's public message of a round (1 to 3) of the making of the keys.
struct KeyMessagePosted {
  ElectionId election;
  std::uint32_t trustee;
  std::uint32_t round;
  ContentHash message;
};
BOOST_DESCRIBE_STRUCT(KeyMessagePosted, (), (election, trustee, round, message))

/// Voting begins, on these candidates, in the order of the ballot, by the organizations of the roll, with the keys that
/// each registered: their credentials follow from these.
struct ElectionOpened {
  ElectionId election;
  std::vector<PersonId> candidates;
  std::vector<OrganizationId> roll;
  std::vector<std::string> keys;
  ContentHash setup;
};
BOOST_DESCRIBE_STRUCT(ElectionOpened, (), (election, candidates, roll, keys, setup))

/// An organization's encrypted ballot, which takes the place of one that it cast before.
struct BallotCast {
  ElectionId election;
  OrganizationId organization;
  PersonId person;
  std::string credential;
  std::string tracker;
  ContentHash ballot;
};
BOOST_DESCRIBE_STRUCT(BallotCast, (), (election, organization, person, credential, tracker, ballot))

struct ElectionClosed {
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(ElectionClosed, (), (election))

/// The session may close before the result of this election is declared.
struct CountCarriedOver {
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CountCarriedOver, (), (election))

/// A trustee's decryption of the encrypted totals with this fingerprint, and the proofs that bind it to them.
struct DecryptionPosted {
  ElectionId election;
  std::uint32_t trustee;
  std::string tally;
  ContentHash decryption;
  ContentHash proofs;
};
BOOST_DESCRIBE_STRUCT(DecryptionPosted, (), (election, trustee, tally, decryption, proofs))

/// The totals: blank votes first, then each answer of the ballot; of a round, all answers of its questions in their
/// order. `archive` is the SHA-256 of the election's archive, in hexadecimal. Both are empty where no ballot was
/// opened.
struct ElectionDecided {
  ElectionId election;
  std::vector<std::uint32_t> counts;
  std::string archive;
  ElectionOutcome outcome;
  std::optional<PersonId> winner;
  std::vector<PersonId> tied;
};
BOOST_DESCRIBE_STRUCT(ElectionDecided, (), (election, counts, archive, outcome, winner, tied))

struct ElectionCancelled {
  ElectionId election;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(ElectionCancelled, (), (election, reason))

/// The tied candidates of `first` are voted on again in this session, with the same trustees and their keys.
struct RunOffCalled {
  ElectionId election;
  ElectionId first;
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(RunOffCalled, (), (election, first, session))

/// A commitment to a secret number, of which the lot is made: by a tied candidate, or by who keeps the lot.
struct LotCommitted {
  ElectionId election;
  PersonId person;
  Bytes commitment;
};
BOOST_DESCRIBE_STRUCT(LotCommitted, (), (election, person, commitment))

struct LotRevealed {
  ElectionId election;
  PersonId person;
  Bytes secret;
};
BOOST_DESCRIBE_STRUCT(LotRevealed, (), (election, person, secret))

/// A tied candidate who doesn't take part in the drawing is out of it. Where who keeps the lot doesn't, all begin
/// again, and another keeps it.
struct LotForfeited {
  ElectionId election;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(LotForfeited, (), (election, person))

struct LotDrawn {
  ElectionId election;
  PersonId winner;
};
BOOST_DESCRIBE_STRUCT(LotDrawn, (), (election, winner))

/// The Secretary submitted the elected to the network above, which confirms or returns (clause 3.6).
struct ElectedSubmitted {
  ElectionId election;
  ContentHash letter;
};
BOOST_DESCRIBE_STRUCT(ElectedSubmitted, (), (election, letter))

struct ElectedConfirmed {
  ElectionId election;
  ContentHash letter;
};
BOOST_DESCRIBE_STRUCT(ElectedConfirmed, (), (election, letter))

struct ElectedReturned {
  ElectionId election;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(ElectedReturned, (), (election, reason))

/// Whoever was elected withdrew before the confirmation.
struct ElectedWithdrew {
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(ElectedWithdrew, (), (election))

using ElectionsActs = List<CandidaciesCalled, SecretBallotCalled, CandidateNominated, CandidacyAccepted, CandidacyEnded,
                           CandidaciesClosed, ElectionOfficersNamed, TrusteeReplaced, KeysDiscarded, KeyMessagePosted,
                           ElectionOpened, BallotCast, ElectionClosed, CountCarriedOver, DecryptionPosted,
                           ElectionDecided, ElectionCancelled, RunOffCalled, LotCommitted, LotRevealed, LotForfeited,
                           LotDrawn, ElectedSubmitted, ElectedConfirmed, ElectedReturned, ElectedWithdrew>;
template <OneOf<ElectionsActs> T>
inline constexpr std::string_view act_chapter<T> = "elections";

/// What each of them makes of the state.
struct Elections;
void apply(Elections& elections, const CandidaciesCalled& act, Time at);
void apply(Elections& elections, const SecretBallotCalled& act, Time at);
void apply(Elections& elections, const CandidateNominated& act, Time at);
void apply(Elections& elections, const CandidacyAccepted& act);
void apply(Elections& elections, const CandidacyEnded& act);
void apply(Elections& elections, const CandidaciesClosed& act, Time at);
void apply(Elections& elections, const ElectionOfficersNamed& act);
void apply(Elections& elections, const TrusteeReplaced& act);
void apply(Elections& elections, const KeysDiscarded& act);
void apply(Elections& elections, const KeyMessagePosted& act);
void apply(Elections& elections, const ElectionOpened& act, Time at);
void apply(Elections& elections, const BallotCast& act, Time at);
void apply(Elections& elections, const ElectionClosed& act, Time at);
void apply(Elections& elections, const CountCarriedOver& act);
void apply(Elections& elections, const DecryptionPosted& act);
void apply(Elections& elections, const ElectionDecided& act, Time at);
void apply(Elections& elections, const ElectionCancelled& act, Time at);
void apply(Elections& elections, const RunOffCalled& act, Time at);
void apply(Elections& elections, const LotCommitted& act, Time at);
void apply(Elections& elections, const LotRevealed& act, Time at);
void apply(Elections& elections, const LotForfeited& act, Time at);
void apply(Elections& elections, const LotDrawn& act, Time at);
void apply(Elections& elections, const ElectedSubmitted& act, Time at);
void apply(Elections& elections, const ElectedConfirmed& act);
void apply(Elections& elections, const ElectedReturned& act);
void apply(Elections& elections, const ElectedWithdrew& act);

}  // namespace ccop::community
