// An election with many voters, one question of five answers: made here, then verified. How long, beside libsodium's
// multiplications of a point alone, and in how much memory? usage: bench_roll [VOTERS] [FILE]
#include "ballot/archive.hpp"
#include "ballot/cast.hpp"
#include "ballot/json.hpp"
#include "ballot/tally.hpp"
#include "ballot/trustee.hpp"
#include "ballot/verify.hpp"
#include "checked.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/state.hpp"

#include <sodium.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <fstream>
#include <thread>

namespace ccop::ballot {
namespace {

using bench::Clock;
using bench::require;
using bench::seconds_since;

constexpr std::size_t answers = 5;

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
          Choices choices{std::vector<bool>(answers)};
          choices[0][(first + i) % answers] = true;
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

/// Makes it in a process of its own, so that its memory is not ours.
void make_apart(const std::string& file, std::size_t voters) {
  const pid_t maker = fork();
  require(maker >= 0, "no process could be made");
  if (maker == 0) std::_Exit(bench::run("bench_roll, making the election", [&] { make(file, voters); }));
  int status = 0;
  require(waitpid(maker, &status, 0) == maker && status == 0, "the election could not be made");
}

/// Seconds for one multiplication of a point by a scalar.
double plain_multiplication() {
  std::array<unsigned char, crypto_core_ed25519_BYTES> point{};
  std::array<unsigned char, crypto_core_ed25519_SCALARBYTES> scalar{};
  crypto_core_ed25519_random(point.data());
  constexpr int times = 2000;
  const auto began = Clock::now();
  for (int i = 0; i < times; ++i) {
    crypto_core_ed25519_scalar_random(scalar.data());
    require(crypto_scalarmult_ed25519_noclamp(point.data(), scalar.data(), point.data()) == 0,
            "libsodium multiplies no more");
  }
  return seconds_since(began) / times;
}

/// Every ballot has to count, for the answer that it was cast for.
void require_sound(const Verification& v, std::size_t voters) {
  require(v.counted == voters, std::to_string(v.counted) + " ballots were counted of " + std::to_string(voters));
  require(v.result.has_value(), "the election has no result");
  for (std::size_t j = 0; j < answers; ++j)
    require(v.result->result.at(0).at(j) == (voters + answers - 1 - j) / answers,
            "the result is another than what was voted");
}

/// That verifying is what is measured: an archive with one byte changed has to be refused.
void require_refused(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::istringstream spoilt{std::move(bytes)};
  try {
    static_cast<void>(verify_election(spoilt, {1, {}}));
  } catch (const ArchiveError&) {
    return;
  }
  require(false, "an archive of which a byte was changed is verified");
}

void measure(int argc, char** argv) {
  const std::size_t voters = bench::number_in(argc, argv, 1, 20'000);
  const bench::Folder folder;
  const std::string file = argc > 2 ? argv[2] : folder.file("roll.bel");
  make_apart(file, voters);
  const double multiplication = plain_multiplication();
  for (const unsigned threads : {1u, std::max(1u, std::thread::hardware_concurrency())}) {
    std::ifstream in{file, std::ios::binary};
    const auto began = Clock::now();
    const auto v = verify_election(in, {threads, {}});
    const double took = seconds_since(began);
    require_sound(v, voters);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::cout << v.counted << " ballots verified on " << threads << " cores in " << took << " s, at most "
              << used.ru_maxrss / 1024 << " MB resident; a ballot takes as long as "
              << took / static_cast<double>(voters) / multiplication << " of libsodium's multiplications" << std::endl;
  }
  require_refused(file);
}

}  // namespace
}  // namespace ccop::ballot

int main(int argc, char** argv) {
  return ccop::bench::run("bench_roll", [&] { ccop::ballot::measure(argc, argv); });
}
