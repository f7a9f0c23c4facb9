// What a round of exposure asks: a set of questions, each with the answers that one chooses from, of which each is a
// sentence that can be shown or has to be admitted. A set comes as JSON from whoever wrote it and is read here,
// strictly; what was read has every property that is said below. Nothing here knows rounds.
#pragma once

#include "base/bad_input.hpp"
#include "base/bytes.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ccop::exposure {

constexpr std::size_t most_questions = 600;
constexpr std::size_t most_answers = 4'000;  ///< of all questions together: each is a ciphertext in every ballot
constexpr std::size_t fewest_levels = 2;
constexpr std::size_t most_levels = 25;  ///< a table of five by five
constexpr std::size_t quarters_in_a_year = 4;
constexpr std::size_t largest_set = std::size_t{4} << 20;  ///< in bytes of JSON

/// One answer: a level that is reached, a limit that was met, or one of several causes.
struct Level {
  std::string name;      ///< short, for tables: "Kept up"
  std::string evidence;  ///< the sentence that whoever chooses it can show to be true, or has to admit
};
BOOST_DESCRIBE_STRUCT(Level, (), (name, evidence))

/// How many answers of a question one may choose.
struct Choose {
  std::uint32_t min{};   ///< always 0: whoever skips a question looks like everybody else
  std::uint32_t max{1};  ///< 1: one of the levels; more: as many of them as apply
};
BOOST_DESCRIBE_STRUCT(Choose, (), (min, max))

/// A list whose items are the answers of a question; it is known when a round is called.
enum class CalledList { techniques };
BOOST_DESCRIBE_ENUM(CalledList, techniques)

/// What questions are shown and counted under: a function of the NIST CSF, or a category within one.
struct Group {
  std::string id;
  std::string name;
  std::optional<std::string> text;  ///< what it is about, in its author's words
  std::optional<std::string> in;    ///< the group that it is a part of, which is itself a part of none
};
BOOST_DESCRIBE_STRUCT(Group, (), (id, name, text, in))

struct Question {
  std::string id;                   ///< stays for ever, so that askings and other tables can be compared: "GV.OC-01"
  std::string group;                ///< the id of one
  std::optional<std::string> name;  ///< a title, where its author gave one beside the text
  std::string text;                 ///< what is asked, or the outcome of which the levels speak
  Choose choose;
  std::vector<Level> levels;       ///< from the lowest to the highest where they rise; none with a list
  std::optional<CalledList> from;  ///< in the place of levels
  /// Whether it says what an organization is (its size, its region) and not how it stands. Counted together with
  /// another, it would divide the organizations into groups that everybody knows; so it never is.
  std::optional<bool> describes;
};
BOOST_DESCRIBE_STRUCT(Question, (), (id, group, name, text, choose, levels, from, describes))

/// How often a question is asked: one of a state once a year, one of what happened each quarter.
enum class Rhythm { yearly, quarterly };
BOOST_DESCRIBE_ENUM(Rhythm, yearly, quarterly)

struct QuestionSet {
  std::string id;  ///< stays for ever, as a question's does: "nist-csf-2.0"
  std::uint32_t version{1};
  Rhythm rhythm{};
  std::string language;  ///< always "en", which is what is adopted; translations lie beside it, by ids
  std::string title;
  std::string rights;  ///< what may be done with the texts
  std::string credit;  ///< whose they are
  std::vector<Group> groups;
  std::vector<Question> questions;
  /// For a set that is asked in parts over a year: for each quarter the outermost groups whose questions it asks.
  std::optional<std::vector<std::vector<std::string>>> quarters;
};
BOOST_DESCRIBE_STRUCT(QuestionSet, (),
                      (id, version, rhythm, language, title, rights, credit, groups, questions, quarters))

/// The set, or all that is wrong with it by place, and what belongs there.
[[nodiscard]] std::variant<QuestionSet, std::vector<BadInput>> read_question_set(std::string_view json);

/// The answers of all questions, without those that a round's list will give.
[[nodiscard]] std::size_t answers_in(const QuestionSet& set);
/// The outermost group that a group is a part of; itself, where it is a part of none.
[[nodiscard]] std::string_view outermost(const QuestionSet& set, std::string_view group);
/// The questions that each quarter asks. Empty for a set that is always asked whole.
[[nodiscard]] std::vector<std::vector<const Question*>> questions_by_quarter(const QuestionSet& set);

/// What the adoption of a set names: SHA-256 over a line that says what for, and the canonical JSON of the whole set,
/// so no id, order, choice or English text changes without it. A translation is no part of it.
[[nodiscard]] Hash fingerprint(const QuestionSet& set);

}  // namespace ccop::exposure
