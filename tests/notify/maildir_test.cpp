// The folder that a mail server delivers to, on a real disk.
#include "notify/mail/maildir.hpp"

#include "hosts_log.hpp"
#include "notify/mail/reply_box.hpp"
#include "replying.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace ccop::notify {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class AFolderOfReplies : public ::testing::Test {
 protected:
  AFolderOfReplies() {
    for (const char* part : {"new", "cur", "tmp"}) fs::create_directories(at(part));
  }
  [[nodiscard]] fs::path at(const std::string& name) const { return fs::path{folder.path()} / name; }
  /// Delivered so many minutes ago.
  void deliver(const std::string& name, const std::string& mail, int minutes_ago = 0) const {
    std::ofstream{at("new/" + name), std::ios::binary} << mail;
    fs::last_write_time(at("new/" + name), fs::file_time_type::clock::now() - minutes{minutes_ago});
  }
  std::vector<std::string> taken(Maildir& from) const {
    std::vector<std::string> all;
    static_cast<void>(from.take([&](const std::string& mail) { all.push_back(mail); }));
    return all;
  }
  [[nodiscard]] std::vector<std::string> names(const char* part) const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator{at(part)}) all.push_back(entry.path().filename().string());
    std::ranges::sort(all);
    return all;
  }

  ccop::testing::TemporaryFolder folder;
  Maildir maildir{folder.path()};
};

TEST_F(AFolderOfReplies, IsReadOnceFromTheOldestMailOn) {
  deliver("a", "second", 1);
  deliver("b", "first", 2);
  EXPECT_THAT(taken(maildir), ElementsAre("first", "second"));
  EXPECT_THAT(names("new"), IsEmpty());
  EXPECT_THAT(names("cur"), ElementsAre("a:2,S", "b:2,S"));
  EXPECT_THAT(taken(maildir), IsEmpty());
  Maildir after_a_restart{folder.path()};
  EXPECT_THAT(taken(after_a_restart), IsEmpty());
}

TEST_F(AFolderOfReplies, IsReadInPieces) {
  Maildir small{folder.path(), {.mails = 2}};
  for (int i = 0; i < 5; ++i) deliver(std::to_string(i), std::to_string(i), 10 - i);
  EXPECT_THAT(taken(small), ElementsAre("0", "1"));
  EXPECT_THAT(taken(small), ElementsAre("2", "3"));
  EXPECT_THAT(taken(small), ElementsAre("4"));
}

TEST_F(AFolderOfReplies, LetsTheRestWaitWhereItTakesLong) {
  Maildir hurried{folder.path(), {.time = std::chrono::milliseconds{-1}}};
  deliver("a", "waits");
  EXPECT_THAT(taken(hurried), IsEmpty());
  EXPECT_THAT(names("new"), ElementsAre("a"));
}

TEST_F(AFolderOfReplies, PutsAsideUnreadWhatIsTooLarge) {
  deliver("large", std::string(std::size_t{10} * 1024 * 1024, 'x'), 1);
  deliver("small", "read");
  EXPECT_THAT(taken(maildir), ElementsAre("read"));
  EXPECT_THAT(names("cur"), ElementsAre("large:2,S", "small:2,S"));
}

TEST_F(AFolderOfReplies, FollowsNoLinkAndOpensNoFolder) {
  std::ofstream{at("secret")} << "secret";
  fs::create_symlink(at("secret"), at("new/link"));
  fs::create_symlink(at("nowhere"), at("new/dangling"));
  fs::create_directory(at("new/folder"));
  deliver("mail", "read");
  EXPECT_THAT(taken(maildir), ElementsAre("read"));
  EXPECT_TRUE(fs::exists(at("secret")));
}

TEST_F(AFolderOfReplies, LeavesWhatItCanNotMoveAndReadsTheOthers) {
  Maildir one_by_one{folder.path(), {.mails = 1}};
  deliver("stuck", "never taken", 5);
  deliver("mail", "read");
  fs::create_directories(at("cur/stuck:2,S/in the way"));
  EXPECT_THAT(taken(one_by_one), IsEmpty());
  EXPECT_THAT(taken(one_by_one), ElementsAre("read"));
  EXPECT_THAT(names("new"), ElementsAre("stuck"));
}

TEST_F(AFolderOfReplies, IsMissedQuietlyWhereItIsAway) {
  Maildir none{at("none")};
  EXPECT_THAT(taken(none), IsEmpty());
  EXPECT_THAT(none.objection(), HasSubstr("no folder new"));
  EXPECT_EQ(maildir.objection(), "");
}

TEST_F(AFolderOfReplies, IsOfferedToEachCommunityOfTheHostUntilOneCountsIt) {
  ReplyBox box{Maildir{folder.path()}};
  const testing::WrittenReply reply{.uid = "one", .organizer = "hsc@example.org"};
  std::vector<std::string> first, second;
  const int one{}, other{};
  box.join(&one, [&](const Reply& came) { return first.push_back(came.said.uid), false; });
  deliver("a", reply.mail());
  box.look();
  EXPECT_THAT(first, IsEmpty()) << "another community's may be among them, and has not come yet";
  box.join(&other, [&](const Reply& came) { return second.push_back(came.said.uid), true; });
  box.open();
  box.look();
  EXPECT_THAT(second, ElementsAre("one"));
  deliver("b", "no reply");
  box.look();
  EXPECT_THAT(second, ElementsAre("one"));
  EXPECT_THAT(names("cur"), ElementsAre("a:2,S", "b:2,S"));
  box.leave(&one);
  deliver("c", reply.mail());
  box.look();
  EXPECT_THAT(names("new"), ElementsAre("c")) << "it waits for the next start";
}

TEST_F(AFolderOfReplies, HasNothingOfItInTheLogAndGoesOnAfterAReplyThatFails) {
  const ccop::testing::HostsLog log;
  ReplyBox box{Maildir{folder.path()}};
  const testing::WrittenReply reply{.uid = "planted uid", .organizer = "planted@example.org"};
  int offered = 0;
  box.join(this, [&](const Reply&) -> bool {
    if (++offered == 1) throw std::runtime_error{"planted words"};
    return true;
  });
  box.open();
  deliver("planted name", reply.mail(), 1);
  deliver("b", reply.mail());
  box.look();
  EXPECT_EQ(offered, 2);
  EXPECT_THAT(log.text(), HasSubstr("read in the folder for replies: 2; counted: 1"));
  EXPECT_THAT(log.text(), Not(HasSubstr("planted")));
}

}  // namespace
}  // namespace ccop::notify
