// `ccop election decrypt`: a trustee's key is used for the totals of the record's own ballots, and for nothing else.
#include "cli/trustees_terminal.hpp"
#include "hostile/recorded_election.hpp"

namespace ccop::cli {
namespace {

using ::testing::HasSubstr;
using namespace hostile::recorded;

struct WrittenDecryption {
  std::string election;
  std::string tally;
  std::string decryption;
  std::string proofs;
};
BOOST_DESCRIBE_STRUCT(WrittenDecryption, (), (election, tally, decryption, proofs))

class ATrusteeAtTheCommandLine : public ARecordedElection, protected TrusteesTerminal {
 protected:
  ATrusteeAtTheCommandLine() : TrusteesTerminal(ARecordedElection::host) { has_key_file(record().uuid(), seeds[0]); }
  void is_shown(const host::ElectionRecord& forged) { asked.archive = keep("shown.bel", forged.archive()); }
  /// The record before voting was closed.
  void goes_on_voting() { host.goes_back_to(host.entries.size() - 1); }
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
  has_key_file(record().uuid(), ballot::new_seed());
  expect_refused("not among the keys of this election");
}

TEST_F(ATrusteeAtTheCommandLine, DecryptsNothingWithAnotherElectionsFileOrPassphrase) {
  asked.key_file = keep("key.json", ballot::seal_key_file("trustee-ZBCDEFGHJKLMNPQRSTUVWX", "{}", trustee_passphrase));
  expect_refused("this one is of trustee-ZBCDEFGHJKLMNPQRSTUVWX");
  has_key_file(record().uuid(), seeds[0]);
  asked.passphrase_file = keep("passphrase", "another\n");
  expect_refused("the passphrase under which");
}

}  // namespace
}  // namespace ccop::cli
