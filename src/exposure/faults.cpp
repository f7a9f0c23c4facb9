#include "exposure/faults.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ccop::exposure {
namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_sentence = 600;  ///< what is asked, and evidence
constexpr std::size_t longest_note = 1'500;    ///< rights and credit
constexpr std::size_t most_from_list = 100;    ///< that one may choose of a list

std::string at(std::string_view list, std::size_t place) {
  return std::string{list} + "[" + std::to_string(place) + "]";
}

bool is_id(std::string_view text) {
  const auto letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !text.empty() && text.size() <= longest_id && letter_or_digit(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return letter_or_digit(c) || c == '.' || c == '-'; });
}

/// Goes through a set, and keeps what is wrong with it.
class SetCheck {
 public:
  explicit SetCheck(const QuestionSet& set) : set_(set) {}

  std::vector<BadInput> faults() {
    check_head();
    check_groups();
    check_questions();
    if (set_.quarters) check_quarters(*set_.quarters);
    return std::move(faults_);
  }

 private:
  void fault(std::string place, std::string expected) { faults_.emplace_back(std::move(place), std::move(expected)); }

  void check_id(const std::string& place, std::string_view id) {
    if (!is_id(id))
      fault(place, "1 to " + std::to_string(longest_id) +
                       " letters, digits, dots and hyphens of ASCII, of which the first is a letter or a digit");
  }
  void check_text(const std::string& place, std::string_view text, std::size_t most) {
    if (text.find_first_not_of(' ') == std::string_view::npos)
      fault(place, "a text that says something");
    else if (text.size() > most)
      fault(place, "at most " + std::to_string(most) + " bytes of text, not " + std::to_string(text.size()));
    else if (!is_plain(text))
      fault(place, "one line without control characters");
  }
  /// `known` is where each stands so far.
  void check_once(const std::string& place, const std::string& what, std::map<std::string, std::string>& known) {
    const auto [first, is_new] = known.try_emplace(what, place);
    if (!is_new) fault(place, "another than at " + first->second + ": each once");
  }

  void check_head() {
    check_id("id", set_.id);
    if (set_.version == 0) fault("version", "a number from 1, which grows with each change");
    if (set_.quarters && set_.rhythm != Rhythm::yearly)
      fault("rhythm", "\"yearly\", for it is asked in parts over a year");
    if (set_.language != "en") fault("language", "\"en\": a set is adopted in English, translations lie beside it");
    check_text("title", set_.title, longest_name);
    check_text("rights", set_.rights, longest_note);
    check_text("credit", set_.credit, longest_note);
  }

  void check_groups() {
    if (set_.groups.empty()) fault("groups", "at least one group, in which the questions are");
    std::map<std::string, std::string> known;
    for (std::size_t i = 0; i < set_.groups.size(); ++i) {
      const Group& group = set_.groups[i];
      const std::string place = at("groups", i);
      check_id(place + ".id", group.id);
      check_once(place + ".id", group.id, known);
      check_text(place + ".name", group.name, longest_name);
      if (group.text) check_text(place + ".text", *group.text, longest_sentence);
      (group.in ? inner_ : outer_).insert(group.id);
    }
    for (std::size_t i = 0; i < set_.groups.size(); ++i)
      if (const auto& in = set_.groups[i].in; in && !outer_.contains(*in))
        fault(at("groups", i) + ".in", "the id of a group that is itself in none");
  }

  void check_questions() {
    if (set_.questions.empty()) fault("questions", "at least one question");
    if (set_.questions.size() > most_questions)
      return fault("questions", "at most " + std::to_string(most_questions) + " questions, not " +
                                    std::to_string(set_.questions.size()) + "; divide them into several sets");
    if (answers_in(set_) > most_answers)
      fault("questions", "at most " + std::to_string(most_answers) + " answers together, not " +
                             std::to_string(answers_in(set_)) + "; ask less, or with fewer levels");
    std::map<std::string, std::string> known;
    for (std::size_t i = 0; i < set_.questions.size(); ++i) {
      check_once(at("questions", i) + ".id", set_.questions[i].id, known);
      check_question(at("questions", i), set_.questions[i]);
    }
  }

  void check_question(const std::string& place, const Question& question) {
    check_id(place + ".id", question.id);
    if (!inner_.contains(question.group) && !outer_.contains(question.group))
      fault(place + ".group", "the id of a group of this set");
    if (question.name) check_text(place + ".name", *question.name, longest_name);
    check_text(place + ".text", question.text, longest_sentence);
    if (question.choose.min != 0) fault(place + ".choose.min", "0, so that each may skip the question");
    if (question.choose.max == 0) fault(place + ".choose.max", "at least 1, so that one can answer");
    if (question.from) {
      if (!question.levels.empty()) fault(place + ".levels", "none, for the list gives the answers; or leave out from");
      if (question.choose.max > most_from_list)
        fault(place + ".choose.max", "at most " + std::to_string(most_from_list));
      return;
    }
    check_levels(place, question);
  }

  void check_levels(const std::string& place, const Question& question) {
    const std::size_t levels = question.levels.size();
    if (levels < fewest_levels || levels > most_levels)
      return fault(place + ".levels", std::to_string(fewest_levels) + " to " + std::to_string(most_levels) +
                                          " levels, not " + std::to_string(levels));
    if (question.choose.max > levels)
      fault(place + ".choose.max", "at most as many as there are levels, which is " + std::to_string(levels));
    std::map<std::string, std::string> names, sentences;
    for (std::size_t i = 0; i < levels; ++i) {
      const std::string level = place + "." + at("levels", i);
      check_text(level + ".name", question.levels[i].name, longest_name);
      check_once(level + ".name", question.levels[i].name, names);
      check_text(level + ".evidence", question.levels[i].evidence, longest_sentence);
      check_once(level + ".evidence", question.levels[i].evidence, sentences);
    }
  }

  void check_quarters(const std::vector<std::vector<std::string>>& quarters) {
    if (quarters.size() != quarters_in_a_year)
      fault("quarters", std::to_string(quarters_in_a_year) + " lists, not " + std::to_string(quarters.size()));
    std::map<std::string, std::string> asked;
    for (std::size_t i = 0; i < quarters.size(); ++i) {
      if (quarters[i].empty()) fault(at("quarters", i), "at least one group");
      for (std::size_t j = 0; j < quarters[i].size(); ++j) {
        const std::string place = at(at("quarters", i), j);
        if (!outer_.contains(quarters[i][j])) fault(place, "the id of a group that is in no other");
        check_once(place, quarters[i][j], asked);
      }
    }
    for (const std::string& group : outer_)
      if (!asked.contains(group)) fault("quarters", "each outermost group once; " + printable(group) + " is missing");
  }

  const QuestionSet& set_;
  std::set<std::string> outer_, inner_;  ///< ids of groups
  std::vector<BadInput> faults_;
};

}  // namespace

bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t ahead) {
      return i + ahead < text.size() ? static_cast<unsigned char>(text[i + ahead]) : 0u;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return false;
    if (byte(0) == 0xC2 && byte(1) < 0xA0) return false;                                         // U+0080 to U+009F
    if (byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) return false;  // U+2028 to U+202E
    if (byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) return false;  // U+2066 to U+2069
  }
  return true;
}

std::vector<BadInput> faults_of(const QuestionSet& set) {
  return SetCheck{set}.faults();
}

std::string printable(std::string_view place) {
  std::string shown{place.substr(0, 2 * longest_id)};
  for (char& c : shown)
    if (c < ' ' || c > '~') c = '?';
  return shown;
}

}  // namespace ccop::exposure
