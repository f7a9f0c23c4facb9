// What can happen to the collective assessment of exposure (clause 2.2): question sets, proposed and adopted; rounds in
// which their questions are answered in secret. The ballot of a round is one of the elections' (elections/acts.hpp).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/exposure/values.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ccop::community {

/// A question set is proposed; `motion`, whose text names its fingerprint, decides on it.
struct QuestionSetProposed {
  QuestionSetId question_set;
  MotionId motion;
  ContentHash questions;
  QuestionSetFacts facts;
};
BOOST_DESCRIBE_STRUCT(QuestionSetProposed, (), (question_set, motion, questions, facts))

struct QuestionSetAdopted {
  QuestionSetId question_set;
};
BOOST_DESCRIBE_STRUCT(QuestionSetAdopted, (), (question_set))

/// Every seat is asked these questions between two times. `paper` has what only the call gives: the list of techniques,
/// which questions are answered together. Where trustees made keys for a round of the same year, they open this one
/// too.
struct RoundCalled {
  RoundId round;
  ElectionId election;
  std::vector<AskedPart> asks;
  ContentHash paper;
  std::uint32_t answers;  ///< of all questions together
  Time opens;
  Time closes;
  std::optional<ElectionId> keys_of;
};
BOOST_DESCRIBE_STRUCT(RoundCalled, (), (round, election, asks, paper, answers, opens, closes, keys_of))

/// The ballot of a round as its archive has it, to be opened at its time.
struct RoundPrepared {
  RoundId round;
  ContentHash setup;
};
BOOST_DESCRIBE_STRUCT(RoundPrepared, (), (round, setup))

/// The lot that levels a round left these seats out of its totals (levelling.hpp).
struct RoundLevelled {
  RoundId round;
  std::vector<OrganizationId> left_out;
};
BOOST_DESCRIBE_STRUCT(RoundLevelled, (), (round, left_out))

/// All ballots of a round were erased, two years after its result; its totals, hashes and statements stay.
struct BallotsErased {
  RoundId round;
};
BOOST_DESCRIBE_STRUCT(BallotsErased, (), (round))

/// A seat signs that it verified the archive with this SHA-256.
struct RoundAudited {
  RoundId round;
  OrganizationId organization;
  PersonId person;
  AuditProgram program;
  std::string archive;
};
BOOST_DESCRIBE_STRUCT(RoundAudited, (), (round, organization, person, program, archive))

using ExposureActs = List<QuestionSetProposed, QuestionSetAdopted, RoundCalled, RoundPrepared, RoundLevelled,
                          BallotsErased, RoundAudited>;
template <OneOf<ExposureActs> T>
inline constexpr std::string_view act_chapter<T> = "exposure";

/// What each of them makes of the state.
struct Assessment;
void apply(Assessment& assessment, const QuestionSetProposed& act);
void apply(Assessment& assessment, const QuestionSetAdopted& act, Time at);
void apply(Assessment& assessment, const RoundCalled& act, Time at);
void apply(Assessment& assessment, const RoundPrepared& act);
void apply(Assessment& assessment, const RoundLevelled& act);
void apply(Assessment& assessment, const BallotsErased& act, Time at);
void apply(Assessment& assessment, const RoundAudited& act, Time at);

}  // namespace ccop::community
