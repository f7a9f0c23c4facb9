// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

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

/// A set that a round asks: whole, or one of its parts, which count from 1.
struct AskedPart {
  QuestionSetId question_set;
  std::optional<std::uint32_t> part;

  bool operator==(const AskedPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskedPart, (), (question_set, part))

/// With which program somebody verified the archive of a round.
enum class AuditProgram { page, ccop, belenios_tool, another };
BOOST_DESCRIBE_ENUM(AuditProgram, page, ccop, belenios_tool, another)

}  // namespace ccop::community
