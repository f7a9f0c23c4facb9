// `ccop exposure verify`: rounds as a record has them, the second levelled by lot, with real keys and ballots
// (clause 2.2).
#include "ballot/left_for_the_peer.hpp"
#include "cli/program.hpp"
#include "hostile/recorded_round.hpp"

#include <filesystem>
#include <fstream>

namespace ccop::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace hostile::recorded;

class ARecordedRoundAskedAgain : public ARecordedRound {
 protected:
  /// The exit status of the command; what it said is in `said`.
  int verify(std::optional<std::uint32_t> round = {}) {
    DataOptions data;
    data.master_key = folder.file("master.key");
    if (!std::filesystem::exists(data.master_key)) {
      std::ofstream{data.master_key} << to_base64url(hostile::master()->bytes()) << "\n";
      std::filesystem::permissions(data.master_key, std::filesystem::perms::owner_read);
    }
    ElectionSettings asked;
    asked.record = host.write();
    asked.rounds_alone = true;
    asked.round = round;
    asked.threads = 1;
    asked.at = to_rfc3339(host.time + minutes{1});
    ::testing::internal::CaptureStdout();
    const int status = verify_election(data, asked);
    said = ::testing::internal::GetCapturedStdout();
    return status;
  }

  const ccop::testing::TemporaryFolder folder;
  std::string said;
};

TEST_F(ARecordedRoundAskedAgain, Clause2_2_IsLevelledByLotOpenedAndVerified) {
  is_asked_again(1);
  ASSERT_EQ(election().stage, ElectionStage::closed);
  EXPECT_EQ(election().left_out.size(), fewest_apart - 1);
  EXPECT_EQ(verify(), 0);
  EXPECT_THAT(said, HasSubstr("verified, as far as it has come"));
  is_opened();
  ASSERT_EQ(election().outcome, ElectionOutcome::counted);
  EXPECT_EQ(verify(), 0);
  EXPECT_THAT(said, HasSubstr("asked 17 seats")) << "the first round";
  EXPECT_EQ(verify(1), 0);
  EXPECT_THAT(said, HasSubstr("ballots cast: 10, counted: 10"));
  EXPECT_THAT(said, HasSubstr("asked 17 seats, each with the voting key that it registered; 16 answered"));
  EXPECT_THAT(said, HasSubstr("6 left out by lot; of fewer than 10 nothing is opened"));
  EXPECT_THAT(said, HasSubstr("\nverified\n"));
  ccop::testing::leave_for_the_peer(record().uuid(), record().archive());
}

}  // namespace
}  // namespace ccop::cli
