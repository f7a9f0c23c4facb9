// What awaits somebody by mail, as it is kept.
#include "notify/mail/box.hpp"

#include "store/asking_store.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

namespace ccop::notify {
namespace {

const community::PersonId somebody{7};

TEST(TheBoxesOfMail, AreReadWhileADiskTakesItsTime) {
  const testing::TemporaryFolder folder;
  testing::AskingStore slow{store::open_sqlite(folder.file("record.db"), true)};
  Boxes boxes{slow};
  std::optional<std::uint32_t> read;
  slow.ask = [&] { read = boxes.of(somebody).tries; };
  boxes.change(somebody, [](Box& box) { box.tries = 1; });
  EXPECT_TRUE(slow.was_answered);
  EXPECT_EQ(read, 0U) << "what is not durable did not happen yet";
  EXPECT_EQ(boxes.of(somebody).tries, 1U);
}

}  // namespace
}  // namespace ccop::notify
