// What can happen to the collective assessment of exposure (clause 2.2): question sets, proposed and adopted; rounds in
// which their questions are answered in secret. The ballot of a round is one of the elections' (elections/acts.hpp).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ccop::community {

/// How often a question is asked: of a state once a year, for two totals of which little changed in between tell about
/// whoever came or went; of what happened each quarter.
enum class Recurrence { yearly, quarterly };
BOOST_DESCRIBE_ENUM(Recurrence, yearly, quarterly)

/// What a question set is to the rules; the host reads it out of the set (src/exposure) and checks it.
struct QuestionSetFacts {
  std::string name;  ///< "nist-csf-2.0": that of all its versions
  std::uint32_t version{};
  Recurrence rhythm{};
  std::string fingerprint;  ///< in hexadecimal
  std::uint32_t parts{};    ///< in which it is asked over a year; none of one that is asked whole
};
BOOST_DESCRIBE_STRUCT(QuestionSetFacts, (), (name, version, rhythm, fingerprint, parts))

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

/// A set that a round asks: whole, or one of its parts, which count from 1.
struct AskedPart {
  QuestionSetId question_set;
  std::optional<std::uint32_t> part;

  bool operator==(const AskedPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskedPart, (), (question_set, part))

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

/// With which program somebody verified the archive of a round.
enum class AuditProgram { page, ccop, belenios_tool, another };
BOOST_DESCRIBE_ENUM(AuditProgram, page, ccop, belenios_tool, another)

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

}  // namespace ccop::community
