// Motions that are decided by secret ballot (clause 6.5).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::ElementsAre;

/// A live executive session with a motion, presided over by a co-Chair.
class ASecretBallot : public AnElectionOfCoChairs {
 protected:
  ASecretBallot() {
    story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
    publish();
    begin_session();
  }
  ElectionId ballot_on(MotionId motion) {
    const ElectionId id = elections(story.now).all.next();
    EXPECT_THAT(story.ask(people[0], CallSecretBallot{motion}), allowed());
    return id;
  }
  void vote_on(ElectionId id, std::size_t voters) {
    EXPECT_THAT(story.ask(people[0], NameElectionOfficers{id}), allowed());
    make_keys(id);
    register_keys();
    open(id);
    close(id, voters);
  }
};

TEST_F(ASecretBallot, Clause6_5_DecidesAMotionByTheSameMajority) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  const ElectionId id = ballot_on(motion);
  EXPECT_EQ(decisions(story.now).find(motion)->state, MotionState::balloted);
  EXPECT_THAT(story.ask(people[0], OpenMotion{motion, {}, {}, {}}), refused_for("motion-was-opened"));
  EXPECT_THAT(story.ask(people[1], WithdrawMotion{motion}), refused_for("motion-was-opened"));
  EXPECT_THAT(story.ask(people[1], RequestRecordedVote{motion}), refused_for("motion-is-balloted"));
  vote_on(id, 10);
  EXPECT_THAT(declare(id, {5, 3}), refused_for("result-does-not-follow"));
  EXPECT_THAT(declare(id, {5, 3, 2}), allowed());
  const Motion& decided = *decisions(story.now).find(motion);
  EXPECT_EQ(decided.outcome, Outcome::adopted);
  EXPECT_THAT(decided.counts, ElementsAre(3, 2, 5)) << "for, against, and abstentions last";
  EXPECT_TRUE(decided.votes.empty());
  EXPECT_EQ(election(id).outcome, ElectionOutcome::decided);
  EXPECT_EQ(decisions(story.now).registered.back().motion, motion);
}

TEST_F(ASecretBallot, Clause6_5_OfATieAdoptsNothing) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  const ElectionId id = ballot_on(motion);
  vote_on(id, 4);
  declare(id, {0, 2, 2});
  EXPECT_EQ(decisions(story.now).find(motion)->outcome, Outcome::tied);
}

TEST_F(ASecretBallot, Clause6_5_ChoosesAmongOptions) {
  const MotionId motion = story.motion(people[1], session, Method::vote, {words("a"), words("b"), words("c")});
  const ElectionId id = ballot_on(motion);
  vote_on(id, 5);
  declare(id, {0, 1, 0, 4});
  EXPECT_EQ(decisions(story.now).find(motion)->winner, 2u);
}

TEST_F(ASecretBallot, Clause6_5_IsCalledByACoChairForAnUnrecordedVoteOfASession) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  EXPECT_THAT(story.ask(story.secretary(), CallSecretBallot{motion}), refused_for("only-co-chairs-preside"));
  EXPECT_THAT(story.ask(people[0], CallSecretBallot{story.motion(people[1], session, Method::consensus)}),
              refused_for("motion-is-not-voted-on"));
  EXPECT_THAT(story.ask(people[0], CallSecretBallot{story.motion(people[1], {}, Method::silence)}),
              refused_for("executive-session-decides"));
  const MotionId recorded = story.motion(people[1], session, Method::vote);
  story.ask(people[2], RequestRecordedVote{recorded});
  EXPECT_THAT(story.ask(people[0], CallSecretBallot{recorded}), refused_for("recorded-votes-are-open"));
}

TEST_F(ASecretBallot, ThatIsCancelledLeavesTheMotionAsItWasProposed) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  const ElectionId id = ballot_on(motion);
  EXPECT_THAT(story.ask(people[0], CancelElection{id, words("reason")}), allowed());
  EXPECT_EQ(decisions(story.now).find(motion)->state, MotionState::proposed);
  EXPECT_THAT(story.ask(people[0], OpenMotion{motion, {}, {}, {}}), allowed());
}

TEST_F(ASecretBallot, IsOverBeforeTheSessionCloses) {
  const ElectionId id = ballot_on(story.motion(people[1], session, Method::vote));
  story.ask(people[0], NameElectionOfficers{id});
  make_keys(id);
  register_keys();
  open(id);
  EXPECT_THAT(story.ask(people[0], BeginClosing{session}), refused_for("a-ballot-is-open"));
  close(id);
  EXPECT_THAT(story.ask(people[0], BeginClosing{session}), refused_for("a-count-is-undeclared"));
  declare(id, {0, 2, 1});
  EXPECT_THAT(story.closes(people[0], session), allowed());
}

TEST_F(ASecretBallot, OfTooFewVotesLeavesTheMotionAsItWasProposed) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  const ElectionId id = ballot_on(motion);
  story.ask(people[0], NameElectionOfficers{id});
  make_keys(id);
  register_keys();
  open(id);
  close_unopened(id, 2);
  EXPECT_EQ(election(id).outcome, ElectionOutcome::too_few);
  EXPECT_EQ(decisions(story.now).find(motion)->state, MotionState::proposed);
  EXPECT_THAT(story.ask(people[0], CallSecretBallot{motion}), allowed());
}

}  // namespace
}  // namespace ccop::community::testing
