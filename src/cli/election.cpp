#include "ballot/archive.hpp"
#include "ballot/json.hpp"
#include "ballot/opened.hpp"
#include "ballot/verify.hpp"
#include "cli/program.hpp"
#include "cli/sound_record.hpp"
#include "community/community.hpp"
#include "community/membership/state.hpp"
#include "host/archive_comparison.hpp"

#include <fstream>
#include <iostream>
#include <sstream>
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

bool is_checked(const ballot::Verification& v, ballot::Check check) {
  return std::ranges::find(v.checks, check) != v.checks.end();
}

/// A result whose decryptions were not shown to be of this tally and no other (docs/elections.md).
bool lacks_bound_proofs(const ballot::Verification& v) {
  return is_checked(v, ballot::Check::decryptions) && !is_checked(v, ballot::Check::bound);
}

void print_verification(const ballot::Verification& v) {
  std::cout << "election " << v.election.uuid << ": " << v.election.name << "\n  fingerprint: " << v.fingerprint
            << "\n  trustees: " << v.trustees << "\n  voters: " << v.voters << ", ballots cast: " << v.ballots
            << ", counted: " << v.counted << (v.weight != v.counted ? ", weight: " + std::to_string(v.weight) : "")
            << "\n  last event: " << v.last_event << "\nchecked:\n";
  for (const auto check : v.checks) std::cout << "  ok  " << ballot::words_of(check) << "\n";
  for (const auto trustee : v.further)
    std::cout << "  ok  trustee " << trustee << " decrypted too, and any who are enough give the same\n";
  if (lacks_bound_proofs(v)) std::cout << "  NOT CHECKED: that each decryption is bound to this tally\n";
  if (v.result) {
    std::cout << (lacks_bound_proofs(v) ? "result, as the archive has it:\n" : "result:\n");
    print_result(v);
  } else {
    std::cout << "the election is not decided yet\n";
  }
}

/// Nothing was found wrong, but not all was looked into.
constexpr int incomplete = 3;

/// What the whole comes to, as a last line and as the status with which the program ends.
int conclude(const ballot::Verification& v, const ElectionSettings& settings) {
  if (!v.result) return 0;
  if (!lacks_bound_proofs(v)) {
    std::cout << "verified\n";
    return 0;
  }
  if (settings.without_bound_proofs) {
    std::cout << "verified, but NOT that each decryption is bound to this tally: the result rests on the proofs of the "
                 "archive's format alone\n";
    return 0;
  }
  std::cout << "NOT VERIFIED: whether each decryption is bound to this tally was not checked. "
               "Give the file of proofs that lies beside the archive (--proofs), or the record (--record). "
               "For an archive of another program, which has no such file, say --without-bound-proofs.\n";
  return incomplete;
}

ballot::VerifyOptions verify_options(const ElectionSettings& settings) {
  ballot::VerifyOptions options;
  options.threads = settings.threads != 0 ? settings.threads : std::max(1u, std::thread::hardware_concurrency());
  return options;
}

constexpr std::uintmax_t largest_proofs = std::uintmax_t{64} << 20;

std::optional<ballot::ElectionProofs> given_proofs(const ElectionSettings& settings) {
  if (settings.proofs.empty()) return std::nullopt;
  if (!std::filesystem::is_regular_file(settings.proofs)) throw store::StoreError{"can't read " + settings.proofs};
  if (std::filesystem::file_size(settings.proofs) > largest_proofs)
    throw store::StoreError{settings.proofs + " is too large for a file of bound proofs"};
  try {
    return ballot::from_json<ballot::ElectionProofs>(read_file(settings.proofs));
  } catch (const BadInput& bad) {
    throw store::StoreError{settings.proofs + " holds no bound proofs: " + bad.what()};
  }
}

/// With nothing but the archive, and the proofs beside it.
int verify_alone(const ElectionSettings& settings) {
  std::ifstream in{settings.file, std::ios::binary};
  if (!in) throw store::StoreError{"can't read " + settings.file};
  auto options = verify_options(settings);
  options.proofs = given_proofs(settings);
  options.progress = [](std::uint64_t ballots) { std::cerr << "\r" << ballots << " ballots read" << std::flush; };
  try {
    const auto v = ballot::verify_election(in, options);
    if (v.ballots >= 1000) std::cerr << "\n";
    print_verification(v);
    return conclude(v, settings);
  } catch (const ballot::ArchiveError& error) {
    std::cerr << "\nccop: " << settings.file << " is not sound: " << error.what() << "\n";
    return 1;
  }
}

/// Elections of a record that an audit found sound.
class RecordedElections {
 public:
  RecordedElections(const community::Community& state, host::Texts texts, const ElectionSettings& settings)
      : state_(state), texts_(std::move(texts)), settings_(settings) {}

  int verify() {
    const int status = settings_.file.empty() ? verify_all() : verify_given();
    if (status == 0) std::cout << (all_decided_ ? "verified\n" : "verified, as far as it has come\n");
    return status;
  }

 private:
  [[nodiscard]] int verify_all() {
    int status = 0;
    std::size_t found = 0;
    for (const community::ElectionId id : community::elections(state_).all.ids()) {
      const host::ElectionRecord record = record_of(id);
      if (!is_meant(record.facts()) || !record.facts().election.setup) continue;
      ++found;
      status = std::max(status, verify_own(record));
    }
    if (found == 0) throw store::StoreError{"the record has no such election whose ballot was opened"};
    return status;
  }
  [[nodiscard]] bool is_meant(const host::ElectionFacts& facts) const {
    if (settings_.election && *settings_.election != facts.id.value) return false;
    if (!settings_.rounds_alone) return true;
    return facts.round && (!settings_.round || *settings_.round == facts.election.round->round.value);
  }
  /// What the audit, which went before, made sure of, and an archive alone can't tell.
  static void print_round(const host::ElectionFacts& facts) {
    const community::Election& election = facts.election;
    std::cout << "by the record, which was decided again: asked " << election.roll.size() << " seats, each with the "
              << "voting key that it registered; " << election.last_cast.size()
              << " answered, each signed with a passkey; " << election.left_out.size()
              << " left out by lot; of fewer than " << facts.charter->exposure.least_answers
              << " nothing is opened; the questions are those that the Members adopted\n";
  }
  [[nodiscard]] host::ElectionRecord record_of(community::ElectionId id) const {
    return {host::facts_of(state_, id, state_.last_at), texts_};
  }

  /// The archive that follows from the record, in all that is checked of one; its hash is what the result names.
  [[nodiscard]] int verify_own(const host::ElectionRecord& record) {
    const community::Election& election = record.facts().election;
    if (election.stage != community::ElectionStage::decided) all_decided_ = false;
    try {
      const std::string archive = record.archive();
      auto options = verify_options(settings_);
      if (!election.decrypted.empty()) options.proofs = record.bound_proofs(record.count());
      std::istringstream in{archive};
      print_verification(ballot::verify_election(in, options));
      if (record.facts().round) print_round(record.facts());
      const std::string sum = to_hex(sha256(bytes_of(archive)));
      std::cout << "the archive, made of the record, has the SHA-256 " << sum << "\n";
      if (election.archive.empty() || election.archive == sum) return 0;
      std::cout << "WRONG: the result names another archive: " << election.archive << "\n";
    } catch (const ballot::ArchiveError& error) {
      std::cout << "WRONG: election " << record.uuid() << ": " << error.what() << "\n";
    } catch (const BadInput&) {
      std::cout << "NOT CHECKED: election " << record.uuid() << ", for want of contents\n";
    }
    return 1;
  }

  [[nodiscard]] int verify_given() {
    const std::string archive = read_file(settings_.file);
    for (const community::ElectionId id : community::elections(state_).all.ids()) {
      const host::ElectionRecord record = record_of(id);
      if (record.uuid() != uuid_of(archive)) continue;
      auto found = host::differences(archive, record, [&](community::OrganizationId organization) {
        return community::membership(state_).organizations[organization].key;
      });
      const auto proofs = given_proofs(settings_);
      if (proofs && ballot::to_json(*proofs) != ballot::to_json(record.bound_proofs(record.count())))
        found.push_back("changed: the bound proofs in " + settings_.proofs);
      if (found.empty()) return verify_own(record);
      std::cout << "WRONG: " << settings_.file << " is not the archive that follows from the record:\n";
      for (const std::string& difference : found) std::cout << "  " << difference << "\n";
      return 1;
    }
    std::cout << "WRONG: the record has no election " << uuid_of(archive) << "\n";
    return 1;
  }

  static std::string uuid_of(const std::string& archive) {
    std::istringstream in{archive};
    ballot::ArchiveReader reader{in};
    while (const auto record = reader.next())
      if (!record->is_event) return ballot::from_json<ballot::Election>(record->bytes).uuid;
    throw ballot::ArchiveError{"the archive holds no election"};
  }

  const community::Community& state_;
  host::Texts texts_;
  const ElectionSettings& settings_;
  bool all_decided_{true};
};

/// With the record, which is decided again first.
int verify_with_record(const DataOptions& options, const ElectionSettings& settings) {
  return with_sound_record(options, {settings.record, settings.at},
                           [&](const community::Community& state, const host::Texts& texts) {
                             return RecordedElections{state, texts, settings}.verify();
                           });
}

}  // namespace

int verify_election(const DataOptions& options, const ElectionSettings& settings) {
  if (settings.record.empty()) return verify_alone(settings);
  try {
    return verify_with_record(options, settings);
  } catch (const ballot::ArchiveError& error) {
    std::cerr << "ccop: " << settings.file << " is not sound: " << error.what() << "\n";
  } catch (const BadInput& bad) {
    std::cerr << "ccop: " << settings.file << " can't be compared: " << bad.what() << "\n";
  }
  return 1;
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
