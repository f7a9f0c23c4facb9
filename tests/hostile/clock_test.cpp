// A host whose clock runs ahead or back.
#include "hostile/rewritten.hpp"

#include <gtest/gtest.h>

namespace ccop::hostile {
namespace {

using ::testing::HasSubstr;

TEST(AHostsClock, IsNotAheadOfTheAuditors) {
  const auto& entries = lived_year().entries;
  host::AuditOptions asked;
  asked.now = lived_year().ends;
  EXPECT_EQ(audit_of(entries, asked).wrong, "");
  asked.now = entries.back().at - minutes{5};
  EXPECT_EQ(audit_of(entries, asked).wrong, "");
  asked.now = entries.back().at - minutes{5} - std::chrono::milliseconds{1};
  EXPECT_THAT(audit_of(entries, asked).wrong, HasSubstr("which is yet to come"));
}

TEST(AHostsClock, NeverRunsBack) {
  auto entries = lived_year().entries;
  entries[entries.size() / 2].at = entries.front().at - days{1};
  EXPECT_NE(audit_of(entries).wrong, "");
}

/// An old signature can't be held back and appended when it suits: head and asker's clock are in it.
TEST(AHostsClock, TakesNoSignatureThatIsOld) {
  auto entries = lived_year().entries;
  const std::size_t at = first_of<community::CastVote>(entries);
  entries.resize(at + 1);
  entries[at].at += minutes{6};
  EXPECT_THAT(audit_of(entries).wrong, HasSubstr("signature-is-stale"));
}

/// A host may say that a deadline has passed; that others act after it shows it, each by their own clock.
TEST(AHostsClock, SettlesADeadlineOnItsWordUntilSomebodySignsLater) {
  auto entries = lived_year().entries;
  const std::size_t settling = first_of<community::SettleDue>(entries);
  ASSERT_LT(settling + 1, entries.size());
  const auto whole = audit_of(entries);
  EXPECT_EQ(whole.wrong, "");
  EXPECT_GT(whole.settled, 0u);
  EXPECT_EQ(whole.on_its_word, 0u);
  entries.resize(settling + 1);
  const auto cut = audit_of(entries);
  EXPECT_EQ(cut.wrong, "");
  EXPECT_EQ(cut.settled, 1u);
  EXPECT_EQ(cut.on_its_word, 1u);
}

TEST(AHostsClock, SettlesNoDeadlineThatIsAheadOfIt) {
  auto entries = lived_year().entries;
  const std::size_t settling = first_of<community::SettleDue>(entries);
  entries.resize(settling + 1);
  entries[settling].request.command = community::SettleDue{entries[settling].at + std::chrono::milliseconds{1}};
  EXPECT_THAT(audit_of(entries).wrong, HasSubstr("nothing-is-due"));
}

/// Whoever votes after the end, by their own clock, finds the vote settled: the host can't leave it open for them.
TEST(AHostsClock, LeavesNoDeadlineOpenForWhoSignsAfterIt) {
  auto entries = lived_year().entries;
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(first_of<community::SettleDue>(entries)));
  EXPECT_THAT(audit_of(decided_again(entries)).wrong,
              ::testing::AnyOf(HasSubstr("another history"), HasSubstr("settle-deadlines-first")));
}

}  // namespace
}  // namespace ccop::hostile
