// Who said that they come, as it is kept.
#include "host/comings.hpp"

#include "store/asking_store.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

namespace ccop::host {
namespace {

using namespace community;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class WhoComes : public ::testing::Test {
 protected:
  WhoComes() {
    times.starts = from_rfc3339("2027-03-01T08:00:00.000Z").value();
    times.ends = times.starts + days{2};
  }
  [[nodiscard]] ComingSaid said(std::uint32_t person, Coming coming) const {
    return {{person}, coming, times.starts, times.ends};
  }

  store::MasterKey key{sha256(bytes_of("master"))};
  ccop::testing::TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::open_sqlite(folder.file("record.db"), true);
  Meeting times;
  const MeetingId meeting{3};
};

TEST_F(WhoComes, IsReadWhileADiskTakesItsTime) {
  ccop::testing::AskingStore slow{std::move(store)};
  Comings comings{slow, key, times.starts};
  comings.say(meeting, said(1, Coming::yes));
  std::optional<Coming> read;
  slow.ask = [&] { read = comings.of(meeting, times, {1}); };
  comings.say(meeting, said(1, Coming::no));
  EXPECT_TRUE(slow.was_answered);
  EXPECT_EQ(read, Coming::yes) << "what is not durable was not said yet";
  EXPECT_EQ(comings.of(meeting, times, {1}), Coming::no);
}

TEST_F(WhoComes, IsEachOnesLastWordAndStaysOverARestart) {
  Comings{*store, key, times.starts}.say(meeting, said(1, Coming::yes));
  Comings{*store, key, times.starts}.say(meeting, said(2, Coming::remotely));
  Comings{*store, key, times.starts}.say(meeting, said(1, Coming::no));
  const Comings kept{*store, key, times.starts};
  EXPECT_THAT(kept.of(meeting, times), SizeIs(2));
  EXPECT_EQ(kept.of(meeting, times, {1}), Coming::no);
  EXPECT_EQ(kept.of(meeting, times, {2}), Coming::remotely);
  EXPECT_EQ(kept.of(meeting, times, {3}), std::nullopt);
  EXPECT_THAT(kept.of({4}, times), IsEmpty());
}

TEST_F(WhoComes, CountsForTheTimesThatWereMeant) {
  Comings kept{*store, key, times.starts};
  kept.say(meeting, said(1, Coming::yes));
  times.ends += hours{1};
  EXPECT_THAT(kept.of(meeting, times), IsEmpty());
}

TEST_F(WhoComes, IsForgottenAMonthAfterTheMeeting) {
  Comings{*store, key, times.starts}.say(meeting, said(1, Coming::yes));
  EXPECT_THAT((Comings{*store, key, times.ends + days{30}}.of(meeting, times)), SizeIs(1));
  EXPECT_THAT((Comings{*store, key, times.ends + days{31}}.of(meeting, times)), IsEmpty());
  EXPECT_FALSE(store->setting("coming/3"));
}

TEST_F(WhoComes, IsReadByNobodyWhoHasTheDatabaseAlone) {
  Comings{*store, key, times.starts}.say(meeting, said(1, Coming::remotely));
  EXPECT_THAT(store->setting("coming/3").value(), Not(HasSubstr("remotely")));
  EXPECT_THROW((Comings{*store, store::MasterKey{sha256(bytes_of("another"))}, times.starts}), store::StoreError);
}

}  // namespace
}  // namespace ccop::host
