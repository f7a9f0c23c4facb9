// What an election is made of stays until it is over: without it nobody could count the ballots, or check them.
#include "community/elections/symposium.hpp"
#include "community/record/commands.hpp"

namespace ccop::community::testing {
namespace {

class ARunningElection : public AnElectionOfCoChairs {
 protected:
  Ruling erase(std::string_view text) { return story.ask_as(story.host(), EraseContent{{words(text)}}); }
  const ElectionId id = opened({0, 1});
};

TEST_F(ARunningElection, KeepsItsBallotsKeysAndSetup) {
  vote(id, 2);
  for (const auto* content : {"key message 1", "key message 3", "setup", "credential 2first"})
    EXPECT_THAT(erase(content), refused_for("election-needs-content")) << content;
  EXPECT_THAT(erase("something else"), allowed());
}

TEST_F(ARunningElection, KeepsBallotsThatWereReplaced) {
  vote(id, 2);
  vote(id, 2, "second");
  EXPECT_THAT(erase("credential 2first"), refused_for("election-needs-content"));
}

TEST_F(ARunningElection, KeepsItsDecryptionsAndTheirProofs) {
  close(id);
  EXPECT_THAT(erase("factors"), refused_for("election-needs-content"));
  EXPECT_THAT(erase("proofs"), refused_for("election-needs-content"));
}

TEST_F(ARunningElection, KeepsThemWhereOthersAreErasedInTheSameBreath) {
  EXPECT_THAT(story.ask_as(story.host(), EraseContent{{words("something else"), words("setup")}}),
              refused_for("election-needs-content"));
}

TEST_F(ARunningElection, LetsThemGoOnceItIsOver) {
  vote(id, 2);
  close(id);
  EXPECT_THAT(declare(id, {0, 2, 1}), allowed());
  for (const auto* content : {"key message 1", "setup", "credential 2first", "factors", "proofs"})
    EXPECT_THAT(erase(content), allowed()) << content;
}

/// Its run-off has the same keys.
TEST_F(ARunningElection, KeepsTheKeysThatARunOffNeeds) {
  close(id, 4);
  EXPECT_THAT(declare(id, {0, 2, 2}), allowed());
  EXPECT_THAT(erase("setup"), refused_for("election-needs-content")) << "the tie is not settled yet";
  story.ask(story.secretary(), CallRunOff{id, session});
  EXPECT_THAT(erase("setup"), allowed());
  EXPECT_THAT(erase("key message 1"), refused_for("election-needs-content"));
}

TEST_F(ARunningElection, IsOverOnceItIsCancelled) {
  story.ask(story.secretary(), CancelElection{id, words("reason")});
  EXPECT_THAT(erase("setup"), allowed());
}

}  // namespace
}  // namespace ccop::community::testing
