#include "golden.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace ccop::community::testing {
namespace {

using ::testing::HasSubstr;

std::string bytes_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// What the program without the notice board says when it is told to `write` or to `read` a snapshot.
std::string without_notice_board(const std::string& command, const std::string& file) {
  const std::string said = file + ".said";
  const int status =
      std::system((std::string{PLAIN_COMMUNITY} + " " + command + " '" + file + "' >'" + said + "'").c_str());
  EXPECT_EQ(status, 0);
  return bytes_in(said);
}

struct Snapshot : ::testing::Test {
  ccop::testing::TemporaryFolder folder;
  const std::string file = folder.file("snapshot");
};

TEST_F(Snapshot, KeepsTheNoticeBoard) {
  Harbour harbour{decode_entry(golden(1).at(0)).request.command.as<Found>()->charter, current_rules};
  harbour.pin(harbour.member);
  const Community again = from_snapshot(to_snapshot(harbour.now));
  EXPECT_EQ(notice_board(again).notices[{0}].by, harbour.member);
  EXPECT_EQ(to_snapshot(again), to_snapshot(harbour.now));
}

TEST_F(Snapshot, OfTheProgramWithoutTheChapterIsNotRead) {
  without_notice_board("write", file);
  ASSERT_EQ(without_notice_board("read", file), "read");
  try {
    static_cast<void>(from_snapshot(bytes_in(file)));
    FAIL() << "it was read";
  } catch (const BadInput& bad) {
    EXPECT_THAT(bad.what(), HasSubstr("the layout of this program"));
  }
}

TEST_F(Snapshot, IsNotReadByTheProgramWithoutTheChapter) {
  std::ofstream{file, std::ios::binary} << to_snapshot(Community{});
  EXPECT_THAT(without_notice_board("read", file), HasSubstr("the layout of this program"));
}

}  // namespace
}  // namespace ccop::community::testing
