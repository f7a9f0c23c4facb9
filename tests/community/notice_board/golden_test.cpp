#include "golden.hpp"

#include <gtest/gtest.h>

namespace ccop::community::testing {
namespace {

class GoldenLedger : public ::testing::TestWithParam<std::uint32_t> {};
INSTANTIATE_TEST_SUITE_P(OfEveryVersion, GoldenLedger, ::testing::Range(1u, current_rules + 1));

/// Decides every entry anew, as the auditor does.
Community replayed(const std::vector<std::string>& lines) {
  Community now;
  for (const std::string& line : lines) {
    const Entry entry = decode_entry(line);
    EXPECT_EQ(encode(entry), line);
    const Ruling ruling = decide(now, entry.request.command, asking_of(entry));
    EXPECT_EQ(key_of(ruling), "allowed") << line;
    if (key_of(ruling) != "allowed") break;
    EXPECT_EQ(to_json(std::get<std::vector<Act>>(ruling)), to_json(entry.acts));
    apply(now, entry.acts, asking_of(entry));
  }
  return now;
}

TEST_P(GoldenLedger, IsReplayedByTheVersionThatDecidedIt) {
  const auto lines = golden(GetParam());
  ASSERT_FALSE(lines.empty()) << golden_file(GetParam());
  for (const std::string& line : lines) EXPECT_EQ(decode_entry(line).rules, GetParam());

  const Community now = replayed(lines);
  // The Observer's notice is the difference.
  EXPECT_EQ(notice_board(now).notices.size(), GetParam() == 1 ? 4u : 3u);
}

TEST_P(GoldenLedger, IsToldTodayWordForWord) {
  const auto lines = golden(GetParam());
  ASSERT_FALSE(lines.empty()) << golden_file(GetParam());
  const std::string charter_text = decode_entry(lines.front()).request.command.as<Found>()->charter;
  EXPECT_EQ(told(charter_text, GetParam()), lines);
}

TEST(TheVersionOfAnEntry, IsWhatItIsDecidedBy) {
  Community now;
  std::vector<std::string> refusals;
  for (const std::string& line : golden(1)) {
    const Entry entry = decode_entry(line);
    Asking today = asking_of(entry);
    today.rules = current_rules;
    const Ruling ruling = decide(now, entry.request.command, today);
    if (key_of(ruling) != "allowed") refusals.push_back(key_of(ruling));
    apply(now, entry.acts, asking_of(entry));
  }
  EXPECT_EQ(refusals, std::vector<std::string>{"only-members-pin"});
}

}  // namespace
}  // namespace ccop::community::testing
