#include "ballot/archive.hpp"
#include "ballot/json.hpp"
#include "ballot/opened.hpp"
#include "ballot/verify.hpp"
#include "cli/program.hpp"

#include <fstream>
#include <iostream>
#include <thread>

namespace ccop::cli {
namespace {

/// The answer to which a value belongs: the first may be the blank vote.
std::string answer_of(const ballot::Question& question, std::size_t value) {
  const std::size_t skipped = question.allows_blank() ? 1 : 0;
  return value < skipped ? "(blank)" : question.answers.at(value - skipped);
}

void print_result(const ballot::Verification& v) {
  for (std::size_t i = 0; i < v.result->result.size(); ++i) {
    const ballot::Question& question = v.election.questions[i];
    std::cout << "  " << question.question << "\n";
    for (std::size_t j = 0; j < v.result->result[i].size(); ++j)
      std::cout << "    " << answer_of(question, j) << ": " << v.result->result[i][j] << "\n";
  }
}

}  // namespace

int verify_election(const std::string& file, unsigned threads) {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw store::StoreError{"can't read " + file};
  ballot::VerifyOptions options;
  options.threads = threads != 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
  options.progress = [](std::uint64_t ballots) { std::cerr << "\r" << ballots << " ballots read" << std::flush; };
  try {
    const auto v = ballot::verify_election(in, options);
    if (v.ballots >= 1000) std::cerr << "\n";
    std::cout << "election " << v.election.uuid << ": " << v.election.name << "\n  fingerprint: " << v.fingerprint
              << "\n  trustees: " << v.trustees << "\n  voters: " << v.voters << ", ballots cast: " << v.ballots
              << ", counted: " << v.counted << (v.weight != v.counted ? ", weight: " + std::to_string(v.weight) : "")
              << "\n  last event: " << v.last_event << "\nchecked:\n";
    for (const auto check : v.checks) std::cout << "  ok  " << ballot::words_of(check) << "\n";
    if (v.result) {
      std::cout << "result:\n";
      print_result(v);
    } else {
      std::cout << "the election is not decided yet\n";
    }
    return 0;
  } catch (const ballot::ArchiveError& error) {
    std::cerr << "\nccop: " << file << " is not sound: " << error.what() << "\n";
    return 1;
  }
}

int open_ballot(const std::string& file) {
  try {
    const auto opened = ballot::from_json<ballot::OpenedBallot>(read_file(file));
    const auto report = ballot::check_opened(opened);
    std::cout << "election " << report.election.uuid << ": " << report.election.name
              << "\n  fingerprint: " << report.fingerprint << "\n  tracking number: " << report.tracker
              << "\nthe proofs hold, and the ballot says:\n";
    for (std::size_t i = 0; i < opened.choices.size(); ++i)
      for (std::size_t j = 0; j < opened.choices[i].size(); ++j)
        if (opened.choices[i][j] != 0) std::cout << "  " << answer_of(report.election.questions[i], j) << "\n";
    return 0;
  } catch (const BadInput& bad) {
    std::cerr << "ccop: " << file << " does not hold: " << bad.what() << "\n";
    return 1;
  }
}

}  // namespace ccop::cli
