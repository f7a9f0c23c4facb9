#include "golden.hpp"

#include <gtest/gtest.h>

namespace ccop::community::testing {
namespace {

const std::string& charter_text() {
  static const std::string text = decode_entry(golden(1).at(0)).request.command.as<Found>()->charter;
  return text;
}

struct NoticeBoardRules : ::testing::Test {
  Harbour harbour{charter_text(), current_rules};
  [[nodiscard]] const PinnedNotice& notice(NoticeId id) const { return notice_board(harbour.now).notices[id]; }
};

TEST_F(NoticeBoardRules, LetMembersPinNotices) {
  EXPECT_EQ(key_of(harbour.pin(harbour.member)), "allowed");
  EXPECT_EQ(notice({0}).by, harbour.member);
  EXPECT_EQ(key_of(harbour.pin(harbour.secretary)), "only-seats-pin");
}

TEST_F(NoticeBoardRules, LetObserversPinNoneSinceVersion2) {
  Harbour before{charter_text(), 1};
  EXPECT_EQ(key_of(before.pin(before.observer)), "allowed");
  EXPECT_EQ(key_of(harbour.pin(harbour.observer)), "only-members-pin");
}

TEST_F(NoticeBoardRules, LetANoticeHangForThirtyDaysAtMost) {
  EXPECT_EQ(key_of(harbour.pin(harbour.member, days{31})), "notice-hangs-at-most");
  EXPECT_EQ(key_of(harbour.pin(harbour.member, days{-1})), "notice-hangs-at-most");
  EXPECT_EQ(key_of(harbour.pin(harbour.member, days{30})), "allowed");
}

TEST_F(NoticeBoardRules, LetWhoPinnedItAndTheCommitteeTakeANoticeDown) {
  harbour.pin(harbour.member);
  harbour.pin(harbour.member);
  EXPECT_EQ(key_of(harbour.ask(harbour.observer, TakeNoticeDown{{0}})), "notice-is-anothers");
  EXPECT_EQ(key_of(harbour.ask(harbour.member, TakeNoticeDown{{0}})), "allowed");
  EXPECT_EQ(key_of(harbour.ask(harbour.member, TakeNoticeDown{{0}})), "notice-is-down");
  EXPECT_EQ(key_of(harbour.ask(harbour.secretary, TakeNoticeDown{{1}})), "allowed");
  EXPECT_EQ(key_of(harbour.ask(harbour.secretary, TakeNoticeDown{{2}})), "no-such-notice");
}

TEST_F(NoticeBoardRules, TakeANoticeDownWhenItsTimeIsOver) {
  harbour.pin(harbour.member, days{1});
  harbour.pin(harbour.member, days{2});
  harbour.time += days{1};
  harbour.pin(harbour.member);
  EXPECT_EQ(notice({0}).taken_down_at, harbour.time);
  EXPECT_FALSE(notice({1}).taken_down_at);
}

TEST_F(NoticeBoardRules, SayWhatNobodyNeedAskFor) {
  const Asking asking = asking_of(harbour.now, harbour.observer, harbour.time + minutes{1});
  EXPECT_TRUE(barred<PinNotice>(harbour.now, {}, asking));
  EXPECT_FALSE(barred<PinNotice>(harbour.now, {}, asking_of(harbour.now, harbour.member, harbour.time + minutes{1})));
}

TEST_F(NoticeBoardRules, ConcernWhoLooksAtTheNotice) {
  harbour.pin(harbour.member);
  const Concern concern = concern_of(harbour.now, NoticeTakenDown{{0}, {}}).value();
  EXPECT_EQ(concern.chapter, "notice-board");
  EXPECT_EQ(concern.id, 0u);
}

}  // namespace
}  // namespace ccop::community::testing
