// `ccop election verify`, asked about what a host gave: an archive, with or without the proofs beside it and the
// record.
#include "cli/program.hpp"
#include "hostile/recorded_election.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace ccop::hostile::recorded {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class TheElectionCommand : public ARecordedElection {
 protected:
  TheElectionCommand() {
    decrypts(1);
    decrypts(2);
    data.master_key = keep("master.key", to_base64url(master()->bytes()) + "\n");
    std::filesystem::permissions(data.master_key, std::filesystem::perms::owner_read);
    asked.threads = 1;
    asked.at = to_rfc3339(host.time + minutes{1});
  }
  [[nodiscard]] std::string keep(const std::string& name, const std::string& bytes) const {
    std::ofstream{folder.file(name), std::ios::binary} << bytes;
    return folder.file(name);
  }
  /// The exit status; what was said is in `said`.
  int verify() {
    ::testing::internal::CaptureStdout();
    const int status = cli::verify_election(data, asked);
    said = ::testing::internal::GetCapturedStdout();
    return status;
  }
  void bring_proofs() { asked.proofs = keep("proofs.json", ballot::to_json(record().bound_proofs(record().count()))); }

  const ccop::testing::TemporaryFolder folder;
  cli::DataOptions data;
  cli::ElectionSettings asked;
  std::string said;
};

TEST_F(TheElectionCommand, CallsNoResultVerifiedWithoutTheBoundProofs) {
  asked.file = keep("archive.bel", record().archive());
  EXPECT_EQ(verify(), 3) << "nothing is wrong, and not all was looked into";
  EXPECT_THAT(said, HasSubstr("NOT CHECKED: that each decryption is bound"));
  EXPECT_THAT(said, HasSubstr("result, as the archive has it"));
  EXPECT_THAT(said, HasSubstr("\nNOT VERIFIED: whether each decryption is bound to this tally was not checked"));
  bring_proofs();
  EXPECT_EQ(verify(), 0);
  EXPECT_THAT(said, HasSubstr("ok  each decryption is bound to this tally"));
  EXPECT_THAT(said, EndsWith("\nverified\n"));
  EXPECT_THAT(said, Not(HasSubstr("NOT")));
}

TEST_F(TheElectionCommand, TakesTheFormatsOwnProofsForEnoughWhereThatIsAsked) {
  asked.file = keep("archive.bel", record().archive());
  asked.without_bound_proofs = true;
  EXPECT_EQ(verify(), 0);
  EXPECT_THAT(said, HasSubstr("NOT CHECKED: that each decryption is bound"));
  EXPECT_THAT(said, HasSubstr("\nverified, but NOT that each decryption is bound to this tally"));
}

TEST_F(TheElectionCommand, TellsWhenAThirdTrusteeDecryptedToo) {
  decrypts(3);
  asked.file = keep("archive.bel", record().archive());
  bring_proofs();
  EXPECT_EQ(verify(), 0);
  EXPECT_THAT(said, HasSubstr("ok  trustee 3 decrypted too"));
}

TEST_F(TheElectionCommand, TakesNoFileForBoundProofsThatHoldsNone) {
  asked.file = keep("archive.bel", record().archive());
  asked.proofs = keep("proofs.json", "{}");
  EXPECT_THROW((void)cli::verify_election(data, asked), store::StoreError);
  asked.proofs = folder.file("nowhere");
  EXPECT_THROW((void)cli::verify_election(data, asked), store::StoreError);
}

TEST_F(TheElectionCommand, MakesTheArchiveOfTheRecordAndVerifiesIt) {
  declare({0, 0, 3}, record().archive());
  asked.record = host.write();
  EXPECT_EQ(verify(), 0);
  EXPECT_THAT(said, HasSubstr("of the record, has the SHA-256 " + election().archive));
  EXPECT_THAT(said, HasSubstr("ok  each decryption is bound to this tally"));
  asked.election = 1;
  EXPECT_THROW((void)cli::verify_election(data, asked), store::StoreError) << "there is one alone";
}

TEST_F(TheElectionCommand, ComparesAnArchiveWithTheRecord) {
  declare({0, 0, 3}, record().archive());
  asked.record = host.write();
  asked.file = keep("archive.bel", record().archive());
  bring_proofs();
  EXPECT_EQ(verify(), 0);
  const auto fewer = forged([](Election& one) { one.ballots.erase(one.ballots.begin() + 1); });
  asked.file = keep("fewer.bel", fewer.archive());
  EXPECT_EQ(verify(), 1);
  EXPECT_THAT(said, HasSubstr("dropped: ballot " + election().ballots[1].tracker + " of TUGS"));
}

TEST_F(TheElectionCommand, ComparesTheBoundProofsWithTheRecord) {
  declare({0, 0, 3}, record().archive());
  asked.record = host.write();
  asked.file = keep("archive.bel", record().archive());
  auto proofs = record().bound_proofs(record().count());
  proofs.trustees.pop_back();
  asked.proofs = keep("fewer.json", ballot::to_json(proofs));
  EXPECT_EQ(verify(), 1);
  EXPECT_THAT(said, HasSubstr("changed: the bound proofs"));
}

TEST_F(TheElectionCommand, BelievesNoRecordThatIsNotSound) {
  declare({0, 3, 0}, record().archive());
  asked.record = host.write();
  EXPECT_EQ(verify(), 1);
  EXPECT_THAT(said, HasSubstr("WRONG at entry"));
}

}  // namespace
}  // namespace ccop::hostile::recorded
