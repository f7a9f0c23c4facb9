// An election with many voters, one question of five answers: made here, then verified. How long, and in how much
// memory? usage: bench_roll [VOTERS] [FILE]
#include "ballot/archive.hpp"
#include "ballot/cast.hpp"
#include "ballot/json.hpp"
#include "ballot/tally.hpp"
#include "ballot/trustee.hpp"
#include "ballot/verify.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

namespace ccop::ballot {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point then) {
  return std::chrono::duration<double>(Clock::now() - then).count();
}

/// Ballots are made some thousands at a time, on all cores, and written in order.
void make(const std::string& file, std::size_t voters) {
  const SecretScalar secret;
  const TrusteeKey key = trustee_key(secret, "Ed25519");
  Election election;
  election.version = 1;
  election.description = "Made to be measured";
  election.name = "Many voters";
  election.group = "Ed25519";
  election.public_key = key.public_key;
  election.questions = {{{"a", "b", "c", "d", "e"}, {}, 1, 1, "Which?"}};
  election.uuid = "ccopManyManyVoters";
  std::vector<std::string> credentials, roll;
  for (std::size_t i = 0; i < voters; ++i) {
    credentials.push_back(new_credential());
    roll.push_back(public_credential(credentials.back(), election.uuid).text);
  }
  const std::string json = to_json(election);
  const std::string fingerprint = fingerprint_of(json);
  std::ofstream out{file, std::ios::binary};
  ArchiveWriter writer{out, 1'795'000'000};
  const std::string trustees_json = "[[\"Single\"," + to_json(key) + "]]";
  const Trustees trustees{trustees_json, election.group};
  const SetupData setup{writer.add_data(json), writer.add_data(trustees_json), writer.add_data(to_json(roll))};
  writer.add_event("Setup", writer.add_data(to_json(setup)));

  constexpr std::size_t at_once = 4000;
  OpenAnswers sums = empty_tally(election);
  for (std::size_t first = 0; first < voters; first += at_once) {
    std::vector<std::string> ballots(std::min(at_once, voters - first));
    std::vector<std::thread> threads;
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t t = 0; t < cores; ++t)
      threads.emplace_back([&, t] {
        for (std::size_t i = t; i < ballots.size(); i += cores) {
          Choices choices{std::vector<bool>(5)};
          choices[0][(first + i) % 5] = true;
          ballots[i] = cast_ballot(election, fingerprint, credentials[first + i], choices);
        }
      });
    for (auto& thread : threads) thread.join();
    for (const auto& text : ballots) {
      const auto choices = from_json<Ballot>(text).answers[0].choices;
      for (std::size_t j = 0; j < choices.size(); ++j) {
        sums[0][j].alpha = sums[0][j].alpha + point_from_hex(choices[j].alpha.text).value();
        sums[0][j].beta = sums[0][j].beta + point_from_hex(choices[j].beta.text).value();
      }
      writer.add_event("Ballot", writer.add_data(text));
    }
    std::cerr << "\r" << first + ballots.size() << " ballots cast" << std::flush;
  }
  std::cerr << "\n";
  writer.add_event("EndBallots", {});
  EncryptedTally tally(1);
  for (const OpenCiphertext& sum : sums[0]) tally[0].push_back({{to_hex(sum.alpha)}, {to_hex(sum.beta)}});
  const SizedTally sized{voters, voters, writer.add_data(to_json(tally))};
  writer.add_event("EncryptedTally", writer.add_data(to_json(sized)));
  const auto decryption = decrypt(tally, secret, fingerprint);
  writer.add_event("PartialDecryption", writer.add_data(to_json(Owned{1, writer.add_data(to_json(decryption))})));
  writer.add_event("Result", writer.add_data(to_json(result_of(tally, trustees, {{1, decryption}}, voters).value())));
}

}  // namespace

static int measure(int argc, char** argv) {
  const std::size_t voters = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20'000;
  const std::string file = argc > 2 ? argv[2] : "/tmp/ccop-roll-" + std::to_string(getpid()) + ".bel";
  if (const pid_t maker = fork(); maker == 0) {  // a process of its own, so that its memory is not ours
    make(file, voters);
    std::_Exit(0);
  } else {
    int status = 0;
    waitpid(maker, &status, 0);
    if (status != 0) return 1;
  }
  for (const unsigned threads : {1u, std::max(1u, std::thread::hardware_concurrency())}) {
    std::ifstream in{file, std::ios::binary};
    const auto began = Clock::now();
    const auto v = verify_election(in, {threads, {}});
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::cout << v.counted << " ballots verified on " << threads << " cores in " << seconds_since(began)
              << " s, at most " << used.ru_maxrss / 1024 << " MB resident\n";
  }
  if (argc <= 2) std::remove(file.c_str());
  return 0;
}

}  // namespace ccop::ballot

int main(int argc, char** argv) {
  return ccop::ballot::measure(argc, argv);
}
