// Question sets and rounds as they stand. How far the ballot of a round is, its election says.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/exposure/values.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ccop::community {

struct QuestionSetRow {
  MotionId motion{};
  ContentHash questions{};
  QuestionSetFacts facts;
  std::optional<Time> adopted_at;
};
BOOST_DESCRIBE_STRUCT(QuestionSetRow, (), (motion, questions, facts, adopted_at))

struct RoundAudit {
  OrganizationId organization{};
  PersonId person{};
  AuditProgram program{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(RoundAudit, (), (organization, person, program, at))

struct ExposureRound {
  ElectionId election{};
  std::vector<AskedPart> asks;
  ContentHash paper{};
  Time called_at{};
  std::optional<ContentHash> setup;
  std::vector<OrganizationId> left_out;  ///< by the lot that levels it
  std::vector<RoundAudit> audits;
  std::optional<Time> ballots_erased_at;
};
BOOST_DESCRIBE_STRUCT(ExposureRound, (), (election, asks, paper, called_at, setup, left_out, audits, ballots_erased_at))

struct Assessment {
  Table<QuestionSetRow, QuestionSetId> sets;
  Table<ExposureRound, RoundId> rounds;

  /// The version of a set that is asked: the last adopted one; none of a name of which none was.
  [[nodiscard]] std::optional<QuestionSetId> in_force(std::string_view name) const;
  /// Whether both ask some of the same questions, in whatever version.
  [[nodiscard]] bool overlap(const AskedPart& one, const AskedPart& other) const;
};
BOOST_DESCRIBE_STRUCT(Assessment, (), (sets, rounds))

[[nodiscard]] inline const Assessment& assessment(const Community& now) {
  return of<Assessment>(now);
}

}  // namespace ccop::community
