// Votes and consensus in executive session (clause 6.5).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

class Voting : public ::testing::Test {
 protected:
  Voting() : people(ccop.members(20)) { session = ccop.executive_session({people.begin(), people.begin() + 17}); }
  const Motion& motion(MotionId id) { return decisions(ccop.now).motions[id]; }
  Outcome outcome_of(unsigned in_favour, unsigned against, unsigned abstaining) {
    const MotionId id = ccop.motion(people[1], session, Method::vote);
    EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), led_to<MotionOpened>());
    unsigned next = 0;
    for (unsigned i = 0; i < in_favour; ++i) EXPECT_THAT(ccop.ask(people[next++], CastVote{id, 0}), led_to<VoteCast>());
    for (unsigned i = 0; i < against; ++i) EXPECT_THAT(ccop.ask(people[next++], CastVote{id, 1}), led_to<VoteCast>());
    for (unsigned i = 0; i < abstaining; ++i)
      EXPECT_THAT(ccop.ask(people[next++], CastVote{id, 2}), led_to<VoteCast>());
    EXPECT_THAT(ccop.ask(people[0], CloseMotion{id}), led_to<DecisionRegistered>());
    return motion(id).outcome.value();
  }
  Scenario ccop;
  std::vector<PersonId> people;
  SessionId session;
};

TEST_F(Voting, NeedsAMajorityOfMembersInTheRoom) {  // clause 6.5: 17 of 32
  EXPECT_TRUE(quorum(ccop.now, session, ccop.time).stands);
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[16], LeaveSession{session});
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), refused_for("no-quorum"));
  ccop.ask(people[16], EnterSession{session});
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), led_to<MotionOpened>());
  ccop.ask(people[1], CastVote{id, 0});
  ccop.ask(people[16], LeaveSession{session});
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_EQ(motion(id).outcome, Outcome::no_quorum);
}

TEST_F(Voting, IsDecidedBySimpleMajorityOfVotesCastWithoutAbstentions) {  // clause 6.5
  EXPECT_EQ(outcome_of(2, 1, 10), Outcome::adopted);
  EXPECT_EQ(outcome_of(1, 2, 10), Outcome::rejected);
  EXPECT_EQ(outcome_of(3, 3, 0), Outcome::tied);
  EXPECT_EQ(outcome_of(0, 0, 5), Outcome::no_majority);
  EXPECT_EQ(outcome_of(1, 0, 16), Outcome::adopted);
}

TEST_F(Voting, IsOneOrganizationOneVoteInTheSession) {  // clause 6.5
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 0}), refused_for("motion-not-open"));
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 3}), refused_for("no-such-choice"));
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 0}), led_to<VoteCast>());
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 1}), refused_for("one-organization-one-vote"));
  EXPECT_THAT(ccop.ask(people[18], CastVote{id, 0}), refused_for("vote-in-the-session"));
}

/// Who votes for an organization must be in the room themselves: that somebody else of it is there is not enough.
TEST_F(Voting, IsForThoseWhoAreThereThemselves) {  // clauses 4.3 and 6.5
  const PersonId alternate = ccop.person();
  ccop.ask(people[1], NameAlternate{alternate, ccop.time + std::chrono::seconds{1}, ccop.time + days{9}});
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  ccop.ask(people[1], DeclareAbsence{ccop.time + std::chrono::seconds{1}, ccop.time + hours{4}});
  ccop.pass(minutes{1});
  EXPECT_THAT(ccop.ask(alternate, CastVote{id, 0}), refused_for("vote-in-the-session"));
}

/// Whoever showed them another text, or another order of options, has a signature that decides nothing here.
TEST_F(Voting, IsOnTheTextAndTheOptionsThatWereSeen) {  // clause 6.5
  const MotionId id = ccop.motion(people[1], session, Method::vote, {words("North"), words("South")});
  const Wording another_text{{words("another"), words("North"), words("South")}, {}};
  const Wording another_order{{words("motion"), words("South"), words("North")}, {}};
  const Wording fewer{{words("motion"), words("North")}, {}};
  const auto refused = refused_for("reads-otherwise", clause::the_record);
  for (const Wording& seen : {another_text, another_order, fewer}) {
    EXPECT_THAT(ccop.ask(people[1], WithdrawMotion{id, seen}), refused);
    EXPECT_THAT(ccop.ask(people[0], CallSecretBallot{id, seen}), refused);
    EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}, seen}), refused);
  }
  const Wording true_one{{words("motion"), words("North"), words("South")}, {}};
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}, true_one}), led_to<MotionOpened>());
  for (const Wording& seen : {another_text, another_order, fewer})
    EXPECT_THAT(ccop.ask(people[1], CastVote{id, 1, seen}), refused);
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 1, true_one}), led_to<VoteCast>());
}

TEST_F(Voting, IsObjectedToAsItWasSeen) {  // clause 6.5
  const MotionId id = ccop.motion(people[1], session, Method::consensus);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  const Wording another{{words("another")}, {}};
  EXPECT_THAT(ccop.ask(people[3], ObjectToMotion{id, words("no"), another}), refused_for("reads-otherwise"));
  ccop.ask(people[3], ObjectToMotion{id, words("no")});
  EXPECT_THAT(ccop.ask(people[0], PutMotionToVote{id, another}), refused_for("reads-otherwise"));
}

TEST_F(Voting, IsForMembersAlone) {  // clauses 4.7 and 6.5
  const PersonId cern = ccop.representative("CERN");
  ccop.ask(cern, AcceptDiscretion{{0}});
  ccop.ask(cern, EnterSession{session});
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(cern, CastVote{id, 0}), refused_for("observers-do-not-vote", clause::observers_do_not_vote));
  EXPECT_THAT(ccop.ask(ccop.secretary(), CastVote{id, 0}), refused_for("only-members-vote", clause::voting));
}

TEST_F(Voting, IsConductedByACoChair) {
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[1], OpenMotion{id, {}, {}, {}}), refused_for("only-co-chairs-preside", clause::voting));
  EXPECT_THAT(ccop.ask(ccop.secretary(), OpenMotion{id, {}, {}, {}}),
              refused_for("only-co-chairs-preside", clause::voting));
}

TEST_F(Voting, IsRecordedOnRequestBeforeTheFirstVote) {  // clause 6.5
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[5], RequestRecordedVote{id}), led_to<RecordedVoteRequested>());
  EXPECT_TRUE(motion(id).recorded);
  const MotionId second = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{second, {}, {}, {}});
  ccop.ask(people[1], CastVote{second, 0});
  EXPECT_THAT(ccop.ask(people[5], RequestRecordedVote{second}), refused_for("voting-has-begun"));
}

TEST_F(Voting, ChoosesAmongOptionsByMajority) {
  const MotionId id = ccop.motion(people[1], session, Method::vote, {words("Rome"), words("Geneva"), words("Nairobi")});
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  for (unsigned i = 0; i < 5; ++i) ccop.ask(people[i], CastVote{id, i < 3 ? 2u : i == 3 ? 0u : 1u});
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_EQ(motion(id).outcome, Outcome::adopted);
  EXPECT_EQ(motion(id).winner, 2u);
}

TEST_F(Voting, HappensInExecutiveSessionOnly) {
  EXPECT_THAT(ccop.ask(people[1], ProposeMotion{{}, Purpose::resolution, words("m"), {}, Method::vote, false, {}}),
              refused_for("executive-session-decides", clause::bodies));
  const MeetingId meeting = ccop.meeting();
  const SessionId open = ccop.session(meeting, SessionKind::open);
  EXPECT_THAT(ccop.ask(people[1], ProposeMotion{open, Purpose::resolution, words("m"), {}, Method::vote, false, {}}),
              refused_for("executive-session-decides", clause::bodies));
}

TEST_F(Voting, ASessionClosesWhenItsMotionsAre) {
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[0], BeginClosing{session}), refused_for("a-motion-is-open", clause::voting));
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_THAT(ccop.closes(people[0], session), led_to<SessionClosed>());
}

TEST_F(Voting, ConsensusFailsOnOneObjectionAndMayGoToTheVote) {  // clause 6.5
  const MotionId agreed = ccop.motion(people[1], session, Method::consensus);
  ccop.ask(people[0], OpenMotion{agreed, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[0], PutMotionToVote{agreed}), refused_for("consensus-stands"));
  ccop.ask(people[0], CloseMotion{agreed});
  EXPECT_EQ(motion(agreed).outcome, Outcome::adopted);

  const MotionId contested = ccop.motion(people[1], session, Method::consensus);
  ccop.ask(people[0], OpenMotion{contested, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[3], CastVote{contested, 1}), refused_for("motion-is-not-voted-on"));
  ccop.ask(people[3], ObjectToMotion{contested, words("no")});
  ccop.ask(people[0], PutMotionToVote{contested});
  ccop.ask(people[3], CastVote{contested, 1});
  ccop.ask(people[4], CastVote{contested, 0});
  ccop.ask(people[5], CastVote{contested, 0});
  ccop.ask(people[0], CloseMotion{contested});
  EXPECT_EQ(motion(contested).outcome, Outcome::adopted);
}

TEST_F(Voting, IsTheMainRepresentativesOrTheirAlternatesWhileTheyAreAbsent) {  // clause 4.3
  const PersonId alternate = ccop.person();
  ccop.ask(people[5], NameAlternate{alternate, ccop.time, ccop.time + days{9}});
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(alternate, CastVote{id, 0}),
              refused_for("main-representative-votes", clause::main_representative));
  ccop.ask(people[5], DeclareAbsence{ccop.time, ccop.time + days{1}});
  EXPECT_THAT(ccop.ask(people[5], CastVote{id, 0}), refused_for("alternate-votes-now", clause::main_representative));
}

TEST_F(Voting, IsOnTwoToTwentyOptionsThatDiffer) {
  const auto propose = [&](std::vector<ContentHash> options, Method method) {
    return ccop.ask(
        people[1],
        ProposeMotion{session, Purpose::resolution, words("m"), {options.begin(), options.end()}, method, false, {}});
  };
  EXPECT_THAT(propose({words("a")}, Method::vote), refused_for("options-from-two", clause::voting));
  EXPECT_THAT(propose({words("a"), words("a")}, Method::vote), refused_for("options-differ", clause::voting));
  EXPECT_THAT(propose({words("a"), words("b")}, Method::consensus),
              refused_for("options-are-voted-on", clause::voting));
  EXPECT_THAT(propose({}, Method::silence), refused_for("silence-is-outside-sessions", clause::voting));
  EXPECT_THAT(propose({words("a"), words("b")}, Method::vote), led_to<MotionProposed>());
}

TEST_F(Voting, OnACharterTakesAnAmendment) {  // clause 7.2
  EXPECT_THAT(ccop.ask(people[1], ProposeMotion{session, Purpose::amendment, words("m"), {}, Method::vote, false, {}}),
              refused_for("amendments-carry-their-charter", clause::plenary_review));
}

TEST_F(Voting, IsOnOneMotionAtATimeWithoutADeadline) {
  const MotionId first = ccop.motion(people[1], session, Method::vote);
  const MotionId second = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{first, ccop.time + days{9}, "UTC", 0}),
              refused_for("deadlines-are-for-silence", clause::voting));
  ccop.ask(people[0], OpenMotion{first, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{second, {}, {}, {}}), refused_for("a-motion-is-open", clause::voting));
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{{9}, {}, {}, {}}), refused_for("no-such-motion"));
}

TEST_F(Voting, IsNeitherObjectedToNorPutToTheVoteAgain) {
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[3], ObjectToMotion{id, words("no")}), refused_for("motion-is-voted-on", clause::voting));
  EXPECT_THAT(ccop.ask(people[0], PutMotionToVote{id}), refused_for("motion-is-voted-on", clause::voting));
}

TEST_F(Voting, IsRecordedOnceAndNotAfterwards) {  // clause 6.5
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[5], RequestRecordedVote{id});
  EXPECT_THAT(ccop.ask(people[6], RequestRecordedVote{id}), refused_for("vote-is-recorded-already", clause::voting));
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_THAT(ccop.ask(people[6], RequestRecordedVote{id}), refused_for("motion-is-over", clause::voting));
}

TEST_F(Voting, IsNotOnAMotionThatItsMoverWithdrew) {
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[2], WithdrawMotion{id}), refused_for("only-mover-withdraws", clause::voting));
  EXPECT_THAT(ccop.ask(people[1], WithdrawMotion{id}), led_to<MotionWithdrawn>());
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), refused_for("motion-was-opened", clause::voting));
}

}  // namespace
}  // namespace ccop::community
