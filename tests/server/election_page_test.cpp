// What an election's page computes of real keys and ballots.
#include "host/hosted_election.hpp"
#include "server/elections/views.hpp"

namespace ccop::server {
namespace {

using namespace community;

class AnElectionsPage : public host::testing::AHostedElection {};

/// Adding up is slow where many have voted: the archive needs it once, and so does the page, though it shows the totals
/// to a trustee and the result to whoever declares it.
TEST_F(AnElectionsPage, CountsOnce) {
  open();
  EXPECT_EQ(vote(0, 1), "");
  EXPECT_EQ(vote(2, 2), "");
  EXPECT_EQ(vote(3, 0), "");
  close();
  for (const std::uint32_t number : {1u, 3u}) must(trustee(number), posting(number));
  const ContentHash one_ballot = election().ballots.front().ballot;
  std::size_t times_read = 0;
  const host::ElectionRecord watched{host::facts_of(story.now, id, story.time), [&](const ContentHash& hash) {
                                       if (hash == one_ballot) ++times_read;
                                       return read_text(hash);
                                     }};
  const std::string archive = watched.archive();
  const std::size_t for_the_archive = std::exchange(times_read, 0);
  ElectionView page;
  add_record(watched, trustee(1), page);
  EXPECT_EQ(times_read, for_the_archive);
  ASSERT_TRUE(page.as_trustee && page.to_declare);
  EXPECT_EQ(page.to_declare->archive, to_hex(sha256(bytes_of(archive))));
  EXPECT_EQ(page.to_declare->counts, (std::vector<std::uint64_t>{1, 1, 1}));
}

}  // namespace
}  // namespace ccop::server
