// A round of exposure: organizations answer questions of some levels, with real keys and proofs, and its archive is
// verified and opened. How long does that take, how much is it, and in how much memory? With a peer, that verifies the
// same archive in the same run. With a sample, so many ballots stand for all.
// usage: bench_exposure [ORGANIZATIONS [QUESTIONS [LEVELS]]] [--sample BALLOTS] [--peer BELENIOS-TOOL]
#include "ballot/archive.hpp"
#include "ballot/bound.hpp"
#include "ballot/cast.hpp"
#include "ballot/ceremony.hpp"
#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/tally.hpp"
#include "ballot/trustee.hpp"
#include "ballot/verify.hpp"
#include "checked.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <fstream>
#include <iomanip>
#include <sstream>
#include <thread>

namespace ccop::ballot {
namespace {

using bench::Clock;
using bench::require;

constexpr std::uint32_t needed = 2;
constexpr std::uint32_t trustees = 3;

struct Wanted {
  std::size_t organizations{60};
  std::size_t questions{106};
  std::size_t levels{5};
  std::size_t ballots{};  ///< that are made: fewer where a sample is enough
  std::string peer;       ///< a program; none where it is empty

  [[nodiscard]] std::size_t answers() const { return questions * levels; }
  [[nodiscard]] double scale() const { return static_cast<double>(organizations) / static_cast<double>(ballots); }
};

/// What a whole process takes.
struct Cost {
  double cpu_s{};
  double time_s{};
  long megabytes{};
};

/// Does it in a process of its own, whose memory is not ours. It has to go well.
template <class Work>
Cost apart(const std::string& what, const Work& work) {
  std::cout << std::flush;
  const auto began = Clock::now();
  const pid_t child = fork();
  require(child >= 0, "no process could be made");
  if (child == 0) std::_Exit(bench::run(("bench_exposure, " + what).c_str(), work));
  int status = 0;
  rusage used{};
  require(wait4(child, &status, 0, &used) == child && status == 0, what + " did not end well");
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return {seconds(used.ru_utime) + seconds(used.ru_stime), bench::seconds_since(began), used.ru_maxrss / 1024};
}

unsigned processors() {
  return std::max(1u, std::thread::hardware_concurrency());
}

std::string text_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  require(in.is_open(), file + " could not be read");
  return {std::istreambuf_iterator<char>{in}, {}};
}

void keep(const std::string& file, const std::string& text) {
  std::ofstream out{file, std::ios::binary};
  require(static_cast<bool>(out << text << std::flush), file + " could not be written");
}

/// One trustee's decryption of all totals, with the proofs that bind it.
struct Opened {
  PartialDecryption decryption;
  BoundProofs bound;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (decryption, bound))

/// The keys of a round, and the ballots of those who answer it.
class Round {
 public:
  explicit Round(const Wanted& wanted) : wanted_(wanted), secrets_(wanted.ballots) {
    trustees_json_ = "[[\"Pedersen\"," + to_json(ceremony_.parameters()) + "]]";
    election_.version = 1;
    election_.description = "Made to be measured";
    election_.name = "A round of exposure";
    election_.group = group_name;
    election_.public_key = {to_hex(Trustees{trustees_json_, group_name}.election_key())};
    election_.uuid = uuid();
    for (std::size_t q = 0; q < wanted.questions; ++q) {
      Question question{{}, {}, 0, 1, "Q-" + std::to_string(q + 1) + ": how far are we with this outcome?"};
      for (std::size_t l = 0; l < wanted.levels; ++l) question.answers.push_back("level " + std::to_string(l + 1));
      election_.questions.push_back(std::move(question));
    }
    json_ = to_json(election_);
    fingerprint_ = fingerprint_of(json_);
  }

  [[nodiscard]] static std::string uuid() { return "ccopExposureMeasured"; }
  [[nodiscard]] const Election& election() const { return election_; }
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
  [[nodiscard]] const Ceremony& ceremony() const { return ceremony_; }

  /// Some skip a question.
  [[nodiscard]] std::string ballot_of(std::size_t organization) const {
    Choices choices(wanted_.questions, std::vector<bool>(wanted_.levels));
    for (std::size_t q = 0; q < wanted_.questions; ++q)
      if (const std::size_t level = level_of(organization, q); level < wanted_.levels) choices[q][level] = true;
    return cast_ballot(election_, fingerprint_, secrets_[organization], choices);
  }
  [[nodiscard]] std::vector<std::vector<std::uint64_t>> expected() const {
    std::vector<std::vector<std::uint64_t>> counts(wanted_.questions, std::vector<std::uint64_t>(wanted_.levels));
    for (std::size_t i = 0; i < wanted_.ballots; ++i)
      for (std::size_t q = 0; q < wanted_.questions; ++q)
        if (const std::size_t level = level_of(i, q); level < wanted_.levels) ++counts[q][level];
    return counts;
  }
  [[nodiscard]] Opened opened_by(std::uint32_t trustee, const EncryptedTally& tally) const {
    const SecretScalar key = ceremony_.decryption_key_of(trustee);
    return {decrypt(tally, key, fingerprint_), prove_bound(tally, key, fingerprint_, trustee)};
  }
  void check(const Opened& opened, std::uint32_t trustee, const EncryptedTally& tally) const {
    const Decryptor by{fingerprint_, trustee, Trustees{trustees_json_, group_name}.key(trustee)};
    check_decryption(opened.decryption, tally, by);
    check_bound(opened.bound, tally, opened.decryption.decryption_factors, by);
  }

  /// Makes all ballots; writes the archive as trustees find it, and as it is in the end, and what belongs to it.
  void hold(const bench::Folder& folder) const {
    std::ostringstream out;
    ArchiveWriter writer{out, 1'795'000'000};
    std::vector<std::string> roll;
    for (const SecretScalar& secret : secrets_) roll.push_back(written(power_of_generator(secret.value())).text);
    std::ranges::sort(roll);
    const SetupData setup{writer.add_data(json_), writer.add_data(trustees_json_), writer.add_data(to_json(roll))};
    writer.add_event("Setup", writer.add_data(to_json(setup)));
    const EncryptedTally tally = cast_all(writer);
    writer.add_event("EndBallots", {});
    const SizedTally sized{wanted_.ballots, wanted_.ballots, writer.add_data(to_json(tally))};
    writer.add_event("EncryptedTally", writer.add_data(to_json(sized)));
    keep(folder.file("closed.bel"), out.str());
    keep(folder.file("tally.json"), to_json(tally));

    ElectionProofs proofs{fingerprint_, fingerprint_of(tally), {}};
    std::map<std::uint32_t, PartialDecryption> decryptions;
    for (std::uint32_t trustee = 1; trustee <= needed; ++trustee) {
      Opened opened = opened_by(trustee, tally);
      writer.add_event("PartialDecryption",
                       writer.add_data(to_json(Owned{trustee, writer.add_data(to_json(opened.decryption))})));
      proofs.trustees.push_back({trustee, opened.decryption.decryption_factors, std::move(opened.bound.proofs)});
      decryptions.emplace(trustee, std::move(opened.decryption));
    }
    const auto result = result_of(tally, Trustees{trustees_json_, group_name}, decryptions, wanted_.ballots);
    require(result.has_value(), "the decryptions give no result");
    writer.add_event("Result", writer.add_data(to_json(*result)));
    std::filesystem::create_directory(folder.file("whole"));
    keep(folder.file("whole/" + uuid() + ".bel"), out.str());
    keep(folder.file("proofs.json"), to_json(proofs));
  }

 private:
  [[nodiscard]] std::size_t level_of(std::size_t organization, std::size_t question) const {
    return (organization * 7 + question * 3 + organization * question) % (wanted_.levels + 1);
  }
  /// Some at a time, on all processors.
  [[nodiscard]] EncryptedTally cast_all(ArchiveWriter& writer) const {
    const std::size_t at_once = std::size_t{8} * processors();
    OpenAnswers sums = empty_tally(election_);
    for (std::size_t first = 0; first < wanted_.ballots; first += at_once) {
      std::vector<std::string> ballots(std::min(at_once, wanted_.ballots - first));
      std::vector<std::thread> threads;
      for (std::size_t t = 0; t < processors(); ++t)
        threads.emplace_back([&, t] {
          for (std::size_t i = t; i < ballots.size(); i += processors()) ballots[i] = ballot_of(first + i);
        });
      for (auto& thread : threads) thread.join();
      for (const std::string& text : ballots) {
        add(sums, from_json<Ballot>(text));
        writer.add_event("Ballot", writer.add_data(text));
      }
      std::cerr << "\r" << first + ballots.size() << " ballots cast" << std::flush;
    }
    std::cerr << "\n";
    return written(sums);
  }
  static void add(OpenAnswers& sums, const Ballot& ballot) {
    for (std::size_t q = 0; q < sums.size(); ++q)
      for (std::size_t j = 0; j < sums[q].size(); ++j) {
        const Ciphertext& choice = ballot.answers[q].choices[j];
        sums[q][j].alpha = sums[q][j].alpha + point_from_hex(choice.alpha.text).value();
        sums[q][j].beta = sums[q][j].beta + point_from_hex(choice.beta.text).value();
      }
  }

  Wanted wanted_;
  Ceremony ceremony_{needed, trustees};
  std::vector<SecretScalar> secrets_;
  std::string trustees_json_;
  Election election_;
  std::string json_;
  std::string fingerprint_;
};

/// Every ballot has to count, for the answers that it was cast for.
void verify(const std::string& file, const Round& round, const Wanted& wanted, VerifyOptions options) {
  const bool is_bound = options.proofs.has_value();
  std::ifstream in{file, std::ios::binary};
  const Verification v = verify_election(in, options);
  require(v.counted == wanted.ballots,
          std::to_string(v.counted) + " ballots were counted of " + std::to_string(wanted.ballots));
  require(v.result && v.result->result == round.expected(), "the result is another than what was answered");
  require(v.checks.size() == (is_bound ? 7 : 6), "some of the checks were not made");
}

/// That verifying is what is measured: an archive with one byte changed has to be refused.
void require_refused(const std::string& file) {
  std::string bytes = text_in(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::istringstream spoilt{std::move(bytes)};
  try {
    static_cast<void>(verify_election(spoilt, {1, {}}));
  } catch (const ArchiveError&) {
    return;
  }
  require(false, "an archive of which a byte was changed is verified");
}

std::vector<Ballot> ballots_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  ArchiveReader reader{in};
  std::vector<Ballot> ballots;
  while (const auto record = reader.next())
    if (!record->is_event && record->bytes.starts_with(R"({"election_uuid")"))
      ballots.push_back(from_json<Ballot>(record->bytes));
  return ballots;
}

/// What a trustee does by command: verifies what there is, adds up the ballots, decrypts the totals and proves it.
void open_by_command(const Round& round, const Wanted& wanted, const bench::Folder& folder) {
  std::ifstream in{folder.file("closed.bel"), std::ios::binary};
  require(verify_election(in, {}).counted == wanted.ballots, "the closed archive has another number of ballots");
  const EncryptedTally tally = encrypted_tally(round.election(), ballots_in(folder.file("closed.bel")));
  keep(folder.file("opened.json"), to_json(round.opened_by(trustees, tally)));
}

void verify_by_peer(const Wanted& wanted, const std::string& log, const std::string& folder) {
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  require(out >= 0 && dup2(out, STDOUT_FILENO) >= 0 && dup2(out, STDERR_FILENO) >= 0, "no log for the peer");
  const std::string program = std::filesystem::absolute(wanted.peer).string();
  std::filesystem::current_path(folder);
  execl(program.c_str(), program.c_str(), "election", "verify", static_cast<char*>(nullptr));
  require(false, program + " can't be run");
}

/// Prints the table, and which of its figures were measured on fewer ballots than they speak of.
class Table {
 public:
  explicit Table(const Wanted& wanted) : wanted_(wanted) {
    std::cout << wanted.organizations << " organizations, " << wanted.questions << " questions of " << wanted.levels
              << " levels; " << processors() << " processors\n\n";
    std::cout << "| what | CPU s | time s | most memory, MB |\n|---|---|---|---|\n";
  }
  /// The same whoever answers.
  void once(const std::string& what, const Cost& cost) { row(what, cost, 1, ""); }
  /// As many times as there are organizations for each ballot that was made.
  void for_all(const std::string& what, const Cost& cost) { row(what, cost, wanted_.scale(), mark()); }
  void end(std::size_t ballot, std::size_t archive) const {
    // Padded to blocks, as is its event, each with a block before it.
    constexpr std::size_t block = 512;
    const std::size_t each = (ballot + block - 1) / block * block + 3 * block;
    std::cout << "\nA ballot has " << ballot << " bytes, the archive "
              << archive + each * (wanted_.organizations - wanted_.ballots) << mark() << ".\n";
    if (wanted_.ballots < wanted_.organizations)
      std::cout << "\n\\* extrapolated from " << wanted_.ballots << " ballots: times " << wanted_.scale()
                << ", what is done once included, so rather too much. The memory is that of the " << wanted_.ballots
                << ".\n";
  }

 private:
  [[nodiscard]] std::string mark() const { return wanted_.ballots < wanted_.organizations ? " \\*" : ""; }
  static void row(const std::string& what, const Cost& cost, double times, const std::string& mark) {
    std::cout << "| " << what << " | " << std::fixed << std::setprecision(3) << cost.cpu_s * times << mark << " | "
              << cost.time_s * times << mark << " | " << std::defaultfloat << cost.megabytes << " |" << std::endl;
  }

  const Wanted& wanted_;
};

void measure(const Wanted& wanted) {
  const bench::Folder folder;
  const Round round{wanted};
  const std::string whole = folder.file("whole/" + Round::uuid() + ".bel");
  const auto totals = [&] { return from_json<EncryptedTally>(text_in(folder.file("tally.json"))); };
  const Cost held = apart("holding the round", [&] { round.hold(folder); });
  require_refused(whole);

  Table table{wanted};
  const std::string all = std::to_string(wanted.organizations);
  const std::string cores = std::to_string(processors()) + " threads";
  table.once("one ballot of " + std::to_string(wanted.answers()) + " ciphertexts made",
             apart("making a ballot", [&] { keep(folder.file("ballot.json"), round.ballot_of(0)); }));
  table.for_all("all " + all + " ballots and their archive made, by " + cores, held);
  const Cost ours = apart("verifying", [&] { verify(whole, round, wanted, {1, {}}); });
  table.for_all("the archive verified, by one thread", ours);
  table.for_all("the same, by " + cores, apart("verifying", [&] { verify(whole, round, wanted, {processors(), {}}); }));
  table.for_all("the same with the proofs that bind, by one thread", apart("verifying with the proofs", [&] {
                  verify(whole, round, wanted, {1, {}, from_json<ElectionProofs>(text_in(folder.file("proofs.json")))});
                }));
  table.once(std::to_string(wanted.answers()) + " totals decrypted and proved by one trustee",
             apart("decrypting", [&] { keep(folder.file("decrypted.json"), to_json(round.opened_by(1, totals()))); }));
  round.check(from_json<Opened>(text_in(folder.file("decrypted.json"))), 1, totals());
  table.for_all("the round opened by command: verified, added up, decrypted and proved",
                apart("opening", [&] { open_by_command(round, wanted, folder); }));
  round.check(from_json<Opened>(text_in(folder.file("opened.json"))), trustees, totals());
  std::optional<Cost> theirs;
  if (!wanted.peer.empty()) {
    const std::string log = folder.file("peer.log");
    theirs = apart("the peer's verifying", [&] { verify_by_peer(wanted, log, folder.file("whole")); });
    require(text_in(log).find("all checks passed") != std::string::npos,
            "the peer does not say that all checks passed");
    table.for_all("belenios-tool verifies the archive", *theirs);
  }
  table.end(std::filesystem::file_size(folder.file("ballot.json")), std::filesystem::file_size(whole));
  if (theirs)
    std::cout << "\nbelenios-tool takes " << std::setprecision(3) << theirs->cpu_s / ours.cpu_s
              << " times the CPU seconds of one thread of ours, and " << theirs->time_s / ours.time_s
              << " times its time.\n";
}

Wanted wanted_of(int argc, char** argv) {
  Wanted wanted;
  std::vector<char*> numbers{argv[0]};
  std::size_t sample = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool has_value = i + 1 < argc;
    if (word == "--peer" && has_value)
      wanted.peer = argv[++i];
    else if (word == "--sample" && has_value)
      sample = bench::number_in(argc, argv, ++i, 0);
    else
      numbers.push_back(argv[i]);
  }
  const auto count = static_cast<int>(numbers.size());
  wanted.organizations = bench::number_in(count, numbers.data(), 1, wanted.organizations);
  wanted.questions = bench::number_in(count, numbers.data(), 2, wanted.questions);
  wanted.levels = bench::number_in(count, numbers.data(), 3, wanted.levels);
  wanted.ballots = sample == 0 ? wanted.organizations : std::min<std::size_t>(sample, wanted.organizations);
  require(count <= 4, "give at most three numbers: organizations, questions, levels");
  return wanted;
}

}  // namespace
}  // namespace ccop::ballot

int main(int argc, char** argv) {
  return ccop::bench::run("bench_exposure", [&] { ccop::ballot::measure(ccop::ballot::wanted_of(argc, argv)); });
}
