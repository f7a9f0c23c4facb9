// What an act changes for who looks at a page.
#include "community/scenario.hpp"

namespace ccop::community::testing {
namespace {

TEST(Concerns, NameTheChapterAndTheRowThatAnActIsAbout) {
  Scenario ccop;
  const SessionId session = ccop.executive_session(ccop.members(1));
  const MeetingId meeting = meetings(ccop.now).sessions[session].meeting;
  const auto vote = concern_of(ccop.now, VoteCast{{4}, {1}, {2}, 0});
  EXPECT_EQ(vote, (Concern{"decisions", 4}));
  const auto entered = concern_of(ccop.now, SessionEntered{session, {1}, {}});
  EXPECT_EQ(entered, (Concern{"meetings", meeting.value}));
  const auto secretary = concern_of(ccop.now, SecretaryAppointed{{0}, ccop.time});
  EXPECT_EQ(secretary, (Concern{"bodies", std::nullopt}));
}

TEST(Concerns, AreEverythingWhereAnActChangesMoreThanItsOwnChapter) {
  const Scenario ccop;
  EXPECT_FALSE(concern_of(ccop.now, AmendmentTookForce{{0}}));  // the charter, and the organizations that it lists
  EXPECT_FALSE(concern_of(ccop.now, SecretBallotCalled{{0}, {0}, {0}}));
  EXPECT_FALSE(concern_of(ccop.now, GuestAdmitted{}));
}

}  // namespace
}  // namespace ccop::community::testing
