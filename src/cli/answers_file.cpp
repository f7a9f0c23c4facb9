#include "cli/answers_file.hpp"

#include "base/json_reading.hpp"
#include "exposure/faults.hpp"

#include <algorithm>
#include <map>

namespace ccop::cli {
namespace {

using Names = std::vector<std::string>;

/// By the ids of questions, as the file has them: under `<set>/<question>`.
struct Given {
  std::string key;
  Names names;
  bool is_asked{};
};

std::string_view text_member(const simdjson::dom::object& object, std::string_view name) {
  simdjson::dom::element member;
  if (object[name].get(member) != simdjson::SUCCESS) throw BadInput{std::string{name}, "a text"};
  return codec::read_string(member);
}

/// Fits the names of one file to the questions of one ballot, and keeps what does not fit.
class Fitting {
 public:
  void read(const simdjson::dom::object& answers) {
    for (const auto& [key, value] : answers) {
      Given given{exposure::printable(key), {}, false};
      for (const simdjson::dom::element name : codec::read_array(value))
        given.names.emplace_back(codec::read_string(name));
      const std::string id{key.substr(std::min(key.find('/') + 1, key.size()))};
      if (!given_.try_emplace(id, given).second) fault(given, "another set's question has the same id here");
    }
  }

  std::vector<bool> chosen_in(const ballot::Question& question) {
    const Names ids = ids_in(question.question);
    if (ids.size() == 2) return chosen_of_two(question, asked(ids.front()), asked(ids.back()));
    return ids.empty() ? std::vector<bool>(question.values()) : chosen_of_one(question, asked(ids.front()));
  }

  void must_fit() {
    for (const auto& [id, given] : given_)
      if (!given.is_asked && !given.names.empty()) fault(given, "this ballot does not ask it");
    if (faults_.empty()) return;
    std::string all = "what this ballot asks";
    for (const std::string& fault : faults_) all += "\n  " + fault;
    throw BadInput{"answers", all};
  }

 private:
  void fault(const Given& given, const std::string& what) { faults_.push_back(given.key + ": " + what); }

  /// "GV: ..." asks one question, "loss and causes: ..." two that are counted together (exposure/paper.cpp).
  static Names ids_in(std::string_view question) {
    const auto end = question.find(": ");
    if (end == std::string_view::npos) return {};
    const std::string_view head = question.substr(0, end);
    constexpr std::string_view between = " and ";
    const auto other = head.find(between);
    if (other == std::string_view::npos) return {std::string{head}};
    return {std::string{head.substr(0, other)}, std::string{head.substr(other + between.size())}};
  }

  const Given* asked(const std::string& id) {
    const auto found = given_.find(id);
    if (found == given_.end()) return nullptr;
    found->second.is_asked = true;
    return &found->second;
  }

  std::vector<bool> chosen_of_one(const ballot::Question& question, const Given* given) {
    std::vector<bool> chosen(question.values());
    if (given == nullptr) return chosen;
    if (given->names.size() > question.max)
      fault(*given, "at most " + std::to_string(question.max) + " of its answers");
    for (const std::string& name : given->names) {
      const auto found = std::ranges::find(question.answers, name);
      if (found == question.answers.end())
        fault(*given, "\"" + exposure::printable(name) + "\" is none of its answers");
      else if (std::vector<bool>::reference is_chosen = chosen[place(question, found)]; is_chosen)
        fault(*given, "\"" + exposure::printable(name) + "\" stands there twice");
      else
        is_chosen = true;
    }
    return chosen;
  }

  /// Who skips one of two that are counted together is in neither.
  std::vector<bool> chosen_of_two(const ballot::Question& question, const Given* one, const Given* other) {
    std::vector<bool> chosen(question.values());
    for (const Given* given : {one, other})
      if (given != nullptr && given->names.size() > 1) fault(*given, "at most 1 of its answers");
    const auto is_skipped = [](const Given* given) { return given == nullptr || given->names.empty(); };
    if (is_skipped(one) || is_skipped(other)) return chosen;
    const auto found = std::ranges::find(question.answers, one->names.front() + " | " + other->names.front());
    if (found == question.answers.end())
      fault(*one, "with " + other->key + ": these are none of the answers to both");
    else
      chosen[place(question, found)] = true;
    return chosen;
  }

  template <class Found>
  static std::size_t place(const ballot::Question& question, Found found) {
    return static_cast<std::size_t>(found - question.answers.begin()) + (question.allows_blank() ? 1 : 0);
  }

  std::map<std::string, Given> given_;
  std::vector<std::string> faults_;
};

}  // namespace

ballot::Choices choices_of_answers(const ballot::Election& election, std::string_view json) {
  const simdjson::dom::object file = codec::read_object(parse_json(json));
  if (text_member(file, "format") != answers_format)
    throw BadInput{"format", "\"" + std::string{answers_format} + "\", of a file of answers that the page saved"};
  if (text_member(file, "election") != election.uuid)
    throw BadInput{"election", "that of the ballot paper: these are answers to another round"};
  simdjson::dom::element answers;
  if (file["answers"].get(answers) != simdjson::SUCCESS) throw BadInput{"answers", "the answers"};
  Fitting fitting;
  fitting.read(codec::read_object(answers));
  ballot::Choices choices;
  for (const ballot::Question& question : election.questions) choices.push_back(fitting.chosen_in(question));
  fitting.must_fit();
  return choices;
}

}  // namespace ccop::cli
