// A small question set in order, as JSON that a test spoils in one place.
#pragma once

#include "exposure/question_set.hpp"

#include <nlohmann/json.hpp>

namespace ccop::exposure::testing {

using nlohmann::json;

/// Two questions in two of its groups; the third takes its answers from a list.
inline json a_set() {
  return json::parse(R"({
    "id": "small", "version": 1, "rhythm": "yearly", "language": "en", "title": "A small set", "rights": "Free.", "credit": "Somebody.",
    "groups": [{"id": "GV", "name": "Govern"}, {"id": "GV.A", "name": "Aims", "text": "What is aimed at", "in": "GV"},
               {"id": "ID", "name": "Identify"}, {"id": "PR", "name": "Protect"}, {"id": "DE", "name": "Detect"}],
    "questions": [
      {"id": "GV.A-01", "group": "GV.A", "name": "Aims", "text": "Are there aims?", "choose": {"min": 0, "max": 1},
       "levels": [{"name": "No", "evidence": "There are none."}, {"name": "Yes", "evidence": "They are written."}]},
      {"id": "ID-01", "group": "ID", "text": "Which?", "choose": {"min": 0, "max": 2},
       "levels": [{"name": "One", "evidence": "The first."}, {"name": "Two", "evidence": "The second."}]},
      {"id": "PR-01", "group": "PR", "text": "Seen?", "choose": {"min": 0, "max": 15}, "levels": [],
       "from": "techniques"}],
    "quarters": [["GV"], ["ID"], ["PR"], ["DE"]]})");
}

/// As many questions, each with as many levels.
inline json a_set_of(std::size_t questions, std::size_t levels) {
  json set = a_set();
  json question = set["questions"][0];
  question["levels"] = json::array();
  for (std::size_t i = 0; i < levels; ++i)
    question["levels"].push_back({{"name", std::to_string(i)}, {"evidence", "It is " + std::to_string(i) + "."}});
  set["questions"] = json::array();
  for (std::size_t i = 0; i < questions; ++i) {
    question["id"] = "Q-" + std::to_string(i);
    set["questions"].push_back(question);
  }
  return set;
}

/// What is wrong, each as `place: expected what`.
inline std::vector<std::string> faults_in(const json& set) {
  const auto read = read_question_set(set.dump());
  std::vector<std::string> told;
  if (const auto* faults = std::get_if<std::vector<BadInput>>(&read))
    for (const BadInput& fault : *faults) told.emplace_back(fault.what());
  return told;
}

inline QuestionSet read_in_order(std::string_view text) {
  return std::get<QuestionSet>(read_question_set(text));
}

}  // namespace ccop::exposure::testing
