// `ccop election decrypt`: a trustee's key is used for the totals of the record's own ballots, and for nothing else.
#include "ballot/key_file.hpp"
#include "cli/election_secrets.hpp"
#include "hostile/recorded_election.hpp"

#include <filesystem>
#include <fstream>

namespace ccop::cli {
namespace {

using ::testing::HasSubstr;
using namespace hostile::recorded;

constexpr std::string_view trustee_passphrase = "six random words of a trustee";

struct WrittenDecryption {
  std::string election;
  std::string tally;
  std::string decryption;
  std::string proofs;
};
BOOST_DESCRIBE_STRUCT(WrittenDecryption, (), (election, tally, decryption, proofs))

class ATrusteeAtTheCommandLine : public ARecordedElection {
 protected:
  ATrusteeAtTheCommandLine() {
    data.master_key = keep("master.key", to_base64url(hostile::master()->bytes()) + "\n");
    std::filesystem::permissions(data.master_key, std::filesystem::perms::owner_read);
    asked.passphrase_file = keep("passphrase", std::string{trustee_passphrase} + "\n");
    asked.key_file = key_file(seeds[0]);
    asked.out = folder.file("decryption.json");
  }
  [[nodiscard]] std::string keep(const std::string& name, const std::string& bytes) const {
    std::ofstream{folder.file(name), std::ios::binary} << bytes;
    return folder.file(name);
  }
  [[nodiscard]] std::string key_file(const std::string& seed) const {
    return keep("key.json",
                ballot::seal_key_file("trustee-" + record().uuid(), R"({"seed":")" + seed + "\"}", trustee_passphrase));
  }
  /// What the command says, on both of its outputs; `status` is how it ends.
  std::string decrypt() {
    asked.record = host.write();
    asked.at = to_rfc3339(host.time + minutes{1});
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    status = decrypt_totals(data, asked);
    const std::string said = ::testing::internal::GetCapturedStdout();
    return said + ::testing::internal::GetCapturedStderr();
  }
  /// That the key was not used, for this reason.
  void expect_refused(const std::string& why) {
    EXPECT_THAT(decrypt(), HasSubstr(why));
    EXPECT_EQ(status, 1);
    EXPECT_FALSE(std::filesystem::exists(asked.out));
  }
  void is_shown(const host::ElectionRecord& forged) { asked.archive = keep("shown.bel", forged.archive()); }
  /// The record before voting was closed.
  void goes_on_voting() { host.goes_back_to(host.entries.size() - 1); }

  const ccop::testing::TemporaryFolder folder;
  DataOptions data;
  DecryptSettings asked;
  int status{};
};

TEST_F(ATrusteeAtTheCommandLine, DecryptsTheTotalsOfTheRecordsBallots) {
  is_shown(record());
  EXPECT_THAT(decrypt(), HasSubstr("trustee 1 decrypts the totals of 3 ballots"));
  ASSERT_EQ(status, 0);
  const auto made = ballot::from_json<WrittenDecryption>(read_file(asked.out));
  EXPECT_EQ(made.tally, ballot::fingerprint_of(record().count().tally));
  EXPECT_EQ(made.election, record().uuid());
  post(1, ballot::from_canonical_json<ballot::PartialDecryption>(made.decryption),
       ballot::from_canonical_json<ballot::BoundProofs>(made.proofs));
  decrypts(2);
  EXPECT_EQ(record().count().result->result, (std::vector<std::vector<std::uint64_t>>{{0, 0, 3}}));
  EXPECT_EQ(host.audited().wrong, "") << "which looks into the decryption and its proofs";
}

TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingWhereABallotWasDropped) {
  is_shown(forged([](Election& one) { one.ballots.erase(one.ballots.begin() + 1); }));
  expect_refused("dropped: ballot " + election().ballots[1].tracker);
}

TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingWhereABallotWasAdded) {
  const std::string stuffed = ballot_of(2, 1);
  const ContentHash content = host.bring(stuffed);
  is_shown(forged([&](Election& one) {
    auto row = one.ballots.back();
    row.organization = {1};
    row.credential = ballot::from_json<ballot::Ballot>(stuffed).credential.text;
    row.tracker = ballot::fingerprint_of(stuffed);
    row.ballot = content;
    one.ballots.push_back(row);
  }));
  expect_refused("added: ballot " + ballot::fingerprint_of(stuffed));
}

TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingWhereBallotsWereSwapped) {
  is_shown(forged([](Election& one) { std::swap(one.ballots[0], one.ballots[3]); }));
  expect_refused("is not the archive that follows from the record");
}

/// A host that keeps a ballot which holds for nobody.
TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingOfARecordThatIsNotSound) {
  goes_on_voting();
  cast(3, unsound_ballot_of(3));
  host.time += minutes{10};
  host.ask(secretary(), CloseElection{id});
  expect_refused("WRONG at entry");
}

TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingBeforeTheClose) {
  goes_on_voting();
  asked.election = 0;
  expect_refused("the ballot is not closed");
  asked.election.reset();
  expect_refused("no such election whose ballot is closed");
  asked.election = 7;
  expect_refused("no such election");
}

/// The election of fewer ballots than the charter's least number is void.
TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingOfTooFewBallots) {
  host.goes_back_to(host.entries.size() - 4);
  ASSERT_EQ(election().ballots.size(), 1u);
  host.time += minutes{10};
  host.ask(secretary(), CloseElection{id});
  asked.election = 0;
  expect_refused("or the election is over");
}

TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingWithAKeyThatIsNotTheElections) {
  asked.key_file = key_file(ballot::new_seed());
  expect_refused("not among the keys of this election");
}

TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingWithAnotherElectionsFileOrPassphrase) {
  asked.key_file = keep("key.json", ballot::seal_key_file("trustee-ZBCDEFGHJKLMNPQRSTUVWX", "{}", trustee_passphrase));
  expect_refused("this one is of trustee-ZBCDEFGHJKLMNPQRSTUVWX");
  asked.key_file = key_file(seeds[0]);
  asked.passphrase_file = keep("passphrase", "another\n");
  expect_refused("the passphrase under which");
}

}  // namespace
}  // namespace ccop::cli
