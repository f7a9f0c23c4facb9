#include "cli/questions.hpp"

#include "cli/program.hpp"
#include "exposure/shipped.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace ccop::cli {
namespace {

using exposure::QuestionSet;

void print_summary(const QuestionSet& set) {
  std::cout << set.id << "  version " << set.version << ", " << set.questions.size() << " questions, "
            << exposure::answers_in(set) << " answers\n  fingerprint " << to_hex(exposure::fingerprint(set)) << "\n";
}

/// No program sees by a text whether it describes: whoever decides on a set is told what to look for.
void print_marks(const QuestionSet& set) {
  std::string marked;
  for (const exposure::Question& question : set.questions)
    if (question.describes.value_or(false)) marked += (marked.empty() ? "" : ", ") + question.id;
  if (marked.empty())
    std::cout << "  none says of itself (\"describes\") that it says what an organization is\n";
  else
    std::cout << "  says what an organization is, and is never counted together with another: " << marked << "\n";
}

int list_shipped() {
  for (const QuestionSet& set : exposure::shipped_sets()) print_summary(set);
  return 0;
}

int check_set(const std::string& file) {
  if (!std::filesystem::is_regular_file(file)) throw store::StoreError{"can't read " + file};
  if (std::filesystem::file_size(file) > exposure::largest_set)
    throw store::StoreError{file + " is too large for a question set; divide it into several"};
  const auto read = exposure::read_question_set(read_file(file));
  if (const auto* faults = std::get_if<std::vector<BadInput>>(&read)) {
    for (const BadInput& fault : *faults)
      std::cerr << file << ": " << (fault.path.empty() ? "the file" : fault.path) << ": expected " << fault.expected
                << "\n";
    return 1;
  }
  print_summary(std::get<QuestionSet>(read));
  print_marks(std::get<QuestionSet>(read));
  return 0;
}

void print_question(const exposure::Question& question) {
  std::cout << "\n  " << question.id << "  " << (question.name ? *question.name + ". " : "") << question.text << "\n";
  if (question.choose.max > 1) std::cout << "    (up to " << question.choose.max << " of these)\n";
  for (const exposure::Level& level : question.levels)
    std::cout << "    " << level.name << ": " << level.evidence << "\n";
  if (question.from)
    std::cout << "    (of the list of " << wire_name(*question.from) << " that a round is called with)\n";
}

void print_group(const exposure::Group& group) {
  std::cout << "\n" << group.id << "  " << group.name << "\n";
  if (group.text) std::cout << "  " << *group.text << "\n";
}

void print_quarters(const QuestionSet& set) {
  const auto asked = exposure::questions_by_quarter(set);
  if (asked.empty()) return;
  std::cout << "\nAsked over a year:\n";
  for (std::size_t i = 0; i < asked.size(); ++i) {
    std::cout << "  quarter " << i + 1 << ": " << asked[i].size() << " questions (";
    for (std::size_t j = 0; j < (*set.quarters)[i].size(); ++j)
      std::cout << (j > 0 ? ", " : "") << (*set.quarters)[i][j];
    std::cout << ")\n";
  }
}

void print_set(const QuestionSet& set) {
  std::cout << set.title << "\n\n" << set.credit << "\n" << set.rights << "\n\n";
  print_summary(set);
  print_marks(set);
  for (const exposure::Group& group : set.groups) {
    print_group(group);
    for (const exposure::Question& question : set.questions)
      if (question.group == group.id) print_question(question);
  }
  print_quarters(set);
}

int show_shipped(const std::string& id) {
  std::string known;
  for (const QuestionSet& set : exposure::shipped_sets()) {
    if (set.id == id) {
      print_set(set);
      return 0;
    }
    known += (known.empty() ? "" : ", ") + set.id;
  }
  throw store::StoreError{"no question set of that name comes with the program; choose one of: " + known};
}

}  // namespace

void add_question_commands(CLI::App& app, std::function<int()>& chosen) {
  struct Settings {
    std::string file;
    std::string shown;
  };
  const auto settings = std::make_shared<Settings>();
  auto* command = app.add_subcommand(
      "questions", "list the question sets that come with the program; or name each mistake of one's own");
  auto* file = command->add_option("FILE", settings->file, "a question set to check");
  command->add_option("--show", settings->shown, "print the set of this name, to be read")->excludes(file);
  command->callback([&chosen, settings] {
    chosen = [settings] {
      if (!settings->file.empty()) return check_set(settings->file);
      return settings->shown.empty() ? list_shipped() : show_shipped(settings->shown);
    };
  });
}

}  // namespace ccop::cli
