// The paper of a round: what only its call gives, and what it makes of the sets that it asks: the questions of a
// ballot, in their order. The page makes the same (web/src/chapters/exposure/paper.ts).
#pragma once

#include "exposure/question_set.hpp"

#include <span>

namespace ccop::exposure {

constexpr std::size_t most_joint = 6;         ///< pairs of questions that are answered together
constexpr std::size_t most_joint_cells = 36;  ///< of such a pair
constexpr std::size_t most_techniques = 100;
constexpr std::size_t most_on_ballot =
    2'000;  ///< answers: a ballot has some 600 bytes for each, and is sent in one piece

/// Two questions of which one answer each is chosen, counted together: their totals are a table, of which those of each
/// alone are the margins, so they take the place of both. By the ids of the questions.
struct Joint {
  std::string first;
  std::string second;
};
BOOST_DESCRIBE_STRUCT(Joint, (), (first, second))

struct Paper {
  std::string title;                    ///< of the round: "First quarter of 2027"
  std::vector<std::string> techniques;  ///< ids of which the questions that ask for techniques offer: "T1566"
  std::vector<Joint> joint;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (title, techniques, joint))

/// A set that is asked: whole, or the quarter with this number, from 1.
struct Asked {
  const QuestionSet* set{};
  std::optional<std::uint32_t> part;
};

/// A question as the ballot has it: none chosen, or up to `max` of the answers.
struct BallotQuestion {
  std::vector<std::string> ids;  ///< one, or those of both that are answered together
  std::string text;              ///< begins with them
  std::vector<std::string> answers;
  std::uint32_t max{1};
};

/// The paper, or all that is wrong with it.
[[nodiscard]] std::variant<Paper, std::vector<BadInput>> read_paper(std::string_view json);

/// Those of a set that are asked.
[[nodiscard]] std::vector<const Question*> questions_of(const Asked& asked);

/// All questions of the ballot: those of the sets in their order, without what is answered together; then that. Or all
/// that does not fit.
[[nodiscard]] std::variant<std::vector<BallotQuestion>, std::vector<BadInput>> ballot_questions(
    const Paper& paper, std::span<const Asked> asked);

}  // namespace ccop::exposure
