#include "ballot/cast.hpp"
#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/keybox.hpp"
#include "ballot/proofs.hpp"
#include "base/files.hpp"
#include "cli/answers_file.hpp"
#include "cli/election_secrets.hpp"
#include "cli/passphrase.hpp"
#include "cli/sound_record.hpp"
#include "community/community.hpp"
#include "community/record/state.hpp"
#include "host/elections.hpp"

#include <unistd.h>

#include <charconv>
#include <cstring>
#include <iostream>
#include <sstream>

namespace ccop::cli {
namespace {

constexpr std::uintmax_t largest_paper = std::uintmax_t{4} << 20;
constexpr std::uintmax_t largest_answers = std::uintmax_t{1} << 20;

/// Of a file that others made.
std::string read_bounded(const std::string& file, std::uintmax_t most) {
  if (!std::filesystem::is_regular_file(file)) throw store::StoreError{"can't read " + file};
  if (std::filesystem::file_size(file) > most) throw store::StoreError{file + " is too large for what it should be"};
  return read_file(file);
}

/// That this very ballot is open by the record, and the seat votes in it with this key.
int compare_with_record(const community::Community& state, const host::Texts& texts, const ballot::BallotPaper& paper) {
  const auto wrong = [](const std::string& what) {
    std::cout << "WRONG: " << what << ". No ballot was made.\n";
    return 1;
  };
  if (community::record(state).log_key != paper.log) return wrong("this is the record of another log than the paper's");
  for (const community::ElectionId id : community::elections(state).all.ids()) {
    const host::ElectionRecord record{host::facts_of(state, id, state.last_at), texts};
    if (record.uuid() != paper.election) continue;
    const community::Election& election = record.facts().election;
    if (election.stage != community::ElectionStage::voting) return wrong("by the record its ballot is not open");
    if (record.setup_json() != paper.setup)
      return wrong("the record opened another ballot: other names or another key");
    const auto place = std::ranges::find(election.roll, community::OrganizationId{paper.organization});
    if (place == election.roll.end()) return wrong("by the record this seat is not on the roll");
    if (election.keys[static_cast<std::size_t>(place - election.roll.begin())] != paper.key)
      return wrong("by the record this seat votes with another key");
    std::cout << "the record opened this very ballot, and the seat is on its roll with this key\n";
    return 0;
  }
  return wrong("the record has no election " + paper.election);
}

bool is_of_record(const DataOptions& options, const BallotSettings& settings, const ballot::BallotPaper& paper) {
  if (settings.record.empty()) {
    std::cout << "NOT CHECKED: that the record opened this ballot, for which a record is needed (--record)\n";
    return true;
  }
  return with_sound_record(options, {settings.record, settings.at},
                           [&](const community::Community& state, const host::Texts& texts) {
                             return compare_with_record(state, texts, paper);
                           }) == 0;
}

/// "2", "1 3", "blank": the answers count from 1. Which are too few or too many is said where they are encrypted.
std::vector<bool> chosen_in(const std::string& line, const ballot::Question& question) {
  std::vector<bool> chosen(question.values());
  const std::size_t skipped = question.allows_blank() ? 1 : 0;
  std::istringstream words{line};
  for (std::string word; words >> word;) {
    if (word == "blank" && question.allows_blank()) {
      chosen.front() = true;
      continue;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size() || number == 0 || number > question.answers.size())
      throw BadInput{"choices", "numbers from 1 to " + std::to_string(question.answers.size()) +
                                    (skipped != 0 ? ", or \"blank\"" : "")};
    if (chosen[number - 1 + skipped]) throw BadInput{"choices", "each answer once"};
    chosen[number - 1 + skipped] = true;
  }
  return chosen;
}

void print_question(const ballot::Question& question) {
  std::cout << question.question << "\n";
  for (std::size_t i = 0; i < question.answers.size(); ++i)
    std::cout << "  " << i + 1 << "  " << question.answers[i] << "\n";
  if (question.allows_blank()) std::cout << "  blank\n";
  std::cout << "from " << question.min << " to " << question.max << " of them\n";
}

ballot::Choices choices_for(const ballot::Election& election, const std::string& file) {
  ballot::Choices choices;
  std::istringstream lines{file.empty() ? "" : read_bounded(file, ballot::largest_key_file)};
  for (const ballot::Question& question : election.questions) {
    print_question(question);
    std::string line;
    if (file.empty())
      line =
          asked_in_silence("Your choice (not shown)", "the choice is asked for at a terminal, or read from --choices");
    else
      std::getline(lines, line);
    choices.push_back(chosen_in(line, question));
  }
  return choices;
}

ballot::Choices answers_in(const ballot::Election& election, const std::string& file) {
  auto choices = choices_of_answers(election, read_bounded(file, largest_answers));
  const auto answered = std::ranges::count_if(
      choices, [](const std::vector<bool>& chosen) { return std::ranges::find(chosen, true) != chosen.end(); });
  std::cout << answered << " of " << choices.size() << " questions of the ballot are answered, the others skipped\n";
  return choices;
}

/// What the host will look at too; a ballot that it would refuse is not handed out.
void must_hold(const std::string& text, const ballot::Election& election, const std::string& fingerprint) {
  const ballot::PowerTable y{ballot::group_element(election.public_key), ballot::PowerTable::narrow};
  const auto made = ballot::from_canonical_json<ballot::Ballot>(text);
  const auto verdict = ballot::verify_ballot(made, text, {&election, fingerprint, &y});
  if (!verdict.wrong.empty()) throw std::logic_error{"the ballot that was made does not hold: " + verdict.wrong};
}

int make_and_write(const BallotSettings& settings, const ballot::BallotPaper& paper) {
  const auto box = ballot::Keybox::in_file(
      read_bounded(settings.keybox, ballot::largest_key_file),
      secret_from({settings.passphrase_file, "CCOP_KEYBOX_PASSPHRASE", "Passphrase of the keybox",
                   "a passphrase is needed: --passphrase-file FILE, CCOP_KEYBOX_PASSPHRASE, or a terminal to ask at"}));
  const ballot::SecretScalar secret = ballot::credential_secret(box, paper);
  const auto election = ballot::from_json<ballot::Election>(paper.setup);
  const std::string text =
      ballot::cast_ballot(election, paper.fingerprint, secret,
                          settings.answers_file.empty() ? choices_for(election, settings.choices_file)
                                                        : answers_in(election, settings.answers_file));
  must_hold(text, election, paper.fingerprint);
  const std::string out = settings.out.empty() ? paper.election + ".ballot.json" : settings.out;
  if (!write_whole(out, text)) throw store::StoreError{"can't write " + out + ": " + std::strerror(errno)};
  std::cout << "the encrypted ballot is in " << out << "\n  tracking number: " << ballot::fingerprint_of(text)
            << "\nBring it to the page, where you vote, and sign that number with your passkey. Without that it is not "
               "cast.\n";
  return 0;
}

}  // namespace

int make_ballot(const DataOptions& options, const BallotSettings& settings) {
  try {
    const auto paper = ballot::read_ballot_paper(read_bounded(settings.paper, largest_paper));
    std::cout << "election " << paper.election << "\n  fingerprint: " << paper.fingerprint << "\n";
    if (!is_of_record(options, settings, paper)) return 1;
    return make_and_write(settings, paper);
  } catch (const BadInput& bad) {
    std::cerr << "ccop: no ballot was made: " << bad.what() << "\n";
    return 1;
  }
}

}  // namespace ccop::cli
