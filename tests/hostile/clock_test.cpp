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

}  // namespace
}  // namespace ccop::hostile
