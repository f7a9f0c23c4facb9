// Question sets and rounds as pages show them. The ballot of a round is the view of its election (elections/views.hpp).
#pragma once

#include "community/elections/state.hpp"
#include "community/exposure/state.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

struct QuestionSetView {
  community::QuestionSetId id{};
  community::QuestionSetFacts facts;
  community::MotionId motion{};
  OrNull<Time> adopted_at;
  bool in_force{};  ///< the version that rounds ask
};
BOOST_DESCRIBE_STRUCT(QuestionSetView, (), (id, facts, motion, adopted_at, in_force))

/// A set that a round asks, or one of its parts.
struct AskedView {
  community::QuestionSetId question_set{};
  std::string name;
  Words title;
  OrNull<std::uint32_t> part;
};
BOOST_DESCRIBE_STRUCT(AskedView, (), (question_set, name, title, part))

/// One line of the list.
struct RoundHeadView {
  community::RoundId id{};
  community::ElectionId election{};
  Words title;
  std::vector<AskedView> asks;
  Time opens{};
  Time closes{};
  community::ElectionStage stage{};
  OrNull<community::ElectionOutcome> outcome;
  std::uint64_t asked{};     ///< seats that could answer; none before it opens
  std::uint64_t answered{};  ///< seats that cast, whether or not they skipped everything
  bool own_asked{};          ///< the seat that the reader speaks for is among those that could answer
  bool own_cast{};           ///< it cast
};
BOOST_DESCRIBE_STRUCT(RoundHeadView, (),
                      (id, election, title, asks, opens, closes, stage, outcome, asked, answered, own_asked, own_cast))

struct RoundAuditView {
  std::string organization;
  PersonView person;
  community::AuditProgram program{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(RoundAuditView, (), (organization, person, program, at))

struct RoundView : RoundHeadView {
  Whole paper;
  std::vector<std::uint32_t> counts;  ///< of all answers in the ballot's order; none before it is counted
  std::uint64_t left_out{};           ///< seats that answered, and that the lot left out of the totals
  std::vector<RoundAuditView> audits;
  OrNull<Time> ballots_erased_at;
  May may;
};
BOOST_DESCRIBE_STRUCT(RoundView, (),
                      (id, election, title, asks, opens, closes, stage, outcome, asked, answered, own_asked, own_cast,
                       paper, counts, left_out, audits, ballots_erased_at, may))

[[nodiscard]] QuestionSetView question_set_view(const Reading& here, community::QuestionSetId id);
[[nodiscard]] RoundHeadView round_head(const Reading& here, community::RoundId id);
[[nodiscard]] RoundView round_view(const Reading& here, community::RoundId id);

}  // namespace ccop::server
