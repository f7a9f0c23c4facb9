// What can happen to motions, and the register of decisions (clauses 5.4, 6.5, 7.2).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/decisions/values.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

struct MotionProposed {
  MotionId motion;
  std::optional<SessionId> session;  ///< none: by silence procedure, outside any meeting
  PersonId mover;
  Purpose purpose;
  ContentHash text;
  std::vector<ContentHash> options;  ///< empty: for or against
  Method method;
  bool recorded;                         ///< the register names who voted how; else it gives the counts alone
  std::optional<OrganizationId> source;  ///< of a release: whose information it is, and who has a veto
  std::optional<Hash> charter{};         ///< of an amendment: SHA-256 of the charter that it would put in force
};
BOOST_DESCRIBE_STRUCT(MotionProposed, (),
                      (motion, session, mover, purpose, text, options, method, recorded, source, charter))

struct MotionWithdrawn {
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(MotionWithdrawn, (), (motion))

/// The chair put the question. A silence procedure runs to `deadline`, stated in `time_zone`.
struct MotionOpened {
  MotionId motion;
  std::optional<Time> deadline;
  std::optional<std::string> time_zone;
};
BOOST_DESCRIBE_STRUCT(MotionOpened, (), (motion, deadline, time_zone))

/// Whose silence counts in the procedure that was just opened: the Members at that time, each once the text has come to
/// its seat (clause 5.4).
struct SeatsAsked {
  MotionId motion;
  std::vector<OrganizationId> organizations;
};
BOOST_DESCRIBE_STRUCT(SeatsAsked, (), (motion, organizations))

/// Somebody who speaks for the organization read the text of the silence procedure.
struct MotionSeen {
  MotionId motion;
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(MotionSeen, (), (motion, organization))

/// The host says that a mail server took the text for somebody who speaks for the organization.
struct DeliveryReported {
  MotionId motion;
  PersonId person;
  OrganizationId organization;
  ContentHash answer;  ///< of the mail server, in its own words
};
BOOST_DESCRIBE_STRUCT(DeliveryReported, (), (motion, person, organization, answer))

/// The Secretary says that the organization has the text by another way.
struct DeliveryAttested {
  MotionId motion;
  OrganizationId organization;
  ContentHash way;
};
BOOST_DESCRIBE_STRUCT(DeliveryAttested, (), (motion, organization, way))

/// An organization's one vote. `choice` counts the options from 0; the number after the last is an abstention.
struct VoteCast {
  MotionId motion;
  OrganizationId organization;
  PersonId person;
  std::uint32_t choice;
};
BOOST_DESCRIBE_STRUCT(VoteCast, (), (motion, organization, person, choice))

/// The organization's one vote is another one now. `before`: what it was, which a room's counts take back.
struct VoteChanged {
  MotionId motion;
  OrganizationId organization;
  PersonId person;
  std::uint32_t before;
  std::uint32_t choice;
};
BOOST_DESCRIBE_STRUCT(VoteChanged, (), (motion, organization, person, before, choice))

struct RecordedVoteRequested {
  MotionId motion;
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(RecordedVoteRequested, (), (motion, organization))

/// An organization objects: there is no consensus, or the silence is broken.
struct ObjectionRaised {
  MotionId motion;
  OrganizationId organization;
  PersonId person;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(ObjectionRaised, (), (motion, organization, person, reason))

/// The organization objects no longer.
struct ObjectionWithdrawn {
  MotionId motion;
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(ObjectionWithdrawn, (), (motion, organization))

/// No consensus was found; the same question goes to the vote.
struct MotionPutToVote {
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(MotionPutToVote, (), (motion))

/// The result, as the rules compute it from the votes or objections.
struct MotionClosed {
  MotionId motion;
  Outcome outcome;
  std::vector<std::uint32_t> counts;  ///< for each choice, abstentions last; empty where nobody votes
  std::optional<std::uint32_t> winner;
};
BOOST_DESCRIBE_STRUCT(MotionClosed, (), (motion, outcome, counts, winner))

/// The outcome stands in the register, under the next number.
struct DecisionRegistered {
  DecisionId decision;
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(DecisionRegistered, (), (decision, motion))

/// The secret ballot on it was cancelled; the motion stands as it was proposed.
struct SecretBallotEnded {
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(SecretBallotEnded, (), (motion))

using DecisionsActs = List<MotionProposed, MotionWithdrawn, MotionOpened, SeatsAsked, MotionSeen, DeliveryReported,
                           DeliveryAttested, VoteCast, VoteChanged, RecordedVoteRequested, ObjectionRaised,
                           ObjectionWithdrawn, MotionPutToVote, MotionClosed, DecisionRegistered, SecretBallotEnded>;
template <OneOf<DecisionsActs> T>
inline constexpr std::string_view act_chapter<T> = "decisions";

/// What each of them makes of the state.
struct Decisions;
void apply(Decisions& decisions, const MotionProposed& act, Time at);
void apply(Decisions& decisions, const MotionWithdrawn& act);
void apply(Decisions& decisions, const MotionOpened& act, Time at);
void apply(Decisions& decisions, const SeatsAsked& act);
void apply(Decisions& decisions, const MotionSeen& act, Time at);
void apply(Decisions& decisions, const DeliveryReported& act, Time at);
void apply(Decisions& decisions, const DeliveryAttested& act, Time at);
void apply(Decisions& decisions, const VoteCast& act, Time at);
void apply(Decisions& decisions, const VoteChanged& act, Time at);
void apply(Decisions& decisions, const RecordedVoteRequested& act);
void apply(Decisions& decisions, const ObjectionRaised& act, Time at);
void apply(Decisions& decisions, const ObjectionWithdrawn& act);
void apply(Decisions& decisions, const MotionPutToVote& act);
void apply(Decisions& decisions, const MotionClosed& act, Time at);
void apply(Decisions& decisions, const DecisionRegistered& act, Time at);
void apply(Decisions& decisions, const SecretBallotEnded& act);

}  // namespace ccop::community
