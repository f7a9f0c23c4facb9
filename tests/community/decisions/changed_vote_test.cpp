// A vote that is changed while the motion is open (clause 6.5).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::SizeIs;

class AChangedVote : public ::testing::Test {
 protected:
  AChangedVote() : people(ccop.members(20)) { session = ccop.executive_session({people.begin(), people.begin() + 17}); }
  const Motion& motion(MotionId id) const { return decisions(ccop.now).motions[id]; }
  MotionId opened(Method method = Method::vote, bool is_recorded = false) {
    const MotionId id = ccop.motion(people[1], session, method);
    if (is_recorded) EXPECT_THAT(ccop.ask(people[2], RequestRecordedVote{id}), led_to<RecordedVoteRequested>());
    EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), led_to<MotionOpened>());
    return id;
  }
  void votes(MotionId id, std::uint32_t person, std::uint32_t choice) {
    EXPECT_THAT(ccop.ask(people[person], CastVote{id, choice}), led_to<VoteCast>());
  }
  void changes(MotionId id, PersonId person, std::uint32_t choice) {
    EXPECT_THAT(ccop.ask(person, ChangeVote{id, choice}), led_to<VoteChanged>());
  }
  Scenario ccop;
  std::vector<PersonId> people;
  SessionId session;
};

TEST_F(AChangedVote, StandsInThePlaceOfTheOneBefore) {
  const MotionId id = opened();
  votes(id, 1, 1);
  votes(id, 2, 0);
  const Ruling ruling = ccop.ask(people[1], ChangeVote{id, 0});
  ASSERT_THAT(ruling, led_to<VoteChanged>());
  EXPECT_EQ(std::get<std::vector<Act>>(ruling).front().as<VoteChanged>()->before, 1u);
  ASSERT_THAT(motion(id).votes, SizeIs(2));
  EXPECT_EQ(motion(id).votes.front().choice, 0u);
  EXPECT_EQ(motion(id).votes.front().at, ccop.time);
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_THAT(motion(id).counts, ElementsAre(2, 0, 0));
}

TEST_F(AChangedVote, MayChangeAgainAndBack) {
  const MotionId id = opened();
  votes(id, 1, 0);
  changes(id, people[1], 1);
  changes(id, people[1], 2);
  changes(id, people[1], 0);
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_THAT(motion(id).counts, ElementsAre(1, 0, 0));
}

TEST_F(AChangedVote, IsOneThatWasCastAndIsAnother) {
  const MotionId id = opened();
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{id, 0}), refused_for("no-vote-to-change", clause::voting));
  votes(id, 1, 0);
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{id, 0}), refused_for("voted-so-already", clause::voting));
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{id, 3}), refused_for("no-such-choice", clause::voting));
}

/// Whoever does not know that the organization has voted changes nothing by mistake.
TEST_F(AChangedVote, IsNotCastAgain) {
  const MotionId id = opened();
  votes(id, 1, 0);
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 1}), refused_for("one-organization-one-vote", clause::voting));
  changes(id, people[1], 1);
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 0}), refused_for("one-organization-one-vote", clause::voting));
}

TEST_F(AChangedVote, IsOneOnAMotionThatIsOpenAndVotedOn) {
  const MotionId id = opened();
  votes(id, 1, 0);
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{id, 1}), refused_for("motion-not-open", clause::voting));
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{{9}, 1}), refused_for("no-such-motion"));
  const MotionId agreed = opened(Method::consensus);
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{agreed, 1}), refused_for("motion-is-not-voted-on", clause::voting));
}

TEST_F(AChangedVote, IsOfThoseWhoAreInTheRoom) {
  const MotionId id = opened();
  votes(id, 1, 0);
  ccop.ask(people[1], LeaveSession{session});
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{id, 1}), refused_for("vote-in-the-session", clause::voting));
}

TEST_F(AChangedVote, IsOfWhoeverVotesNowAlsoWhereTheOtherCastIt) {  // clause 4.3
  const PersonId alternate = ccop.person();
  ccop.ask(people[5], NameAlternate{alternate, ccop.time + std::chrono::seconds{1}, ccop.time + days{9}});
  const MotionId id = opened();
  votes(id, 5, 0);
  ccop.ask(people[5], DeclareAbsence{ccop.time + std::chrono::seconds{1}, ccop.time + hours{4}});
  ccop.pass(minutes{1});
  ccop.ask(alternate, AcceptDiscretion{meetings(ccop.now).sessions[session].meeting});
  EXPECT_THAT(ccop.ask(alternate, EnterSession{session}), led_to<SessionEntered>());
  changes(id, alternate, 1);
  EXPECT_EQ(motion(id).votes.front().person, alternate);
  EXPECT_THAT(ccop.ask(people[5], ChangeVote{id, 2}), refused_for("alternate-votes-now", clause::main_representative));
  ccop.ask(people[5], EndAbsence{});
  changes(id, people[5], 2);
  EXPECT_THAT(ccop.ask(alternate, ChangeVote{id, 0}),
              refused_for("main-representative-votes", clause::main_representative));
  EXPECT_THAT(motion(id).votes, SizeIs(1));
}

TEST_F(AChangedVote, IsOnTheTextThatWasSeen) {
  const MotionId id = opened();
  votes(id, 1, 0);
  EXPECT_THAT(ccop.ask(people[1], ChangeVote{id, 1, Wording{{words("another")}, {}}}), refused_for("reads-otherwise"));
}

TEST_F(AChangedVote, StandsInTheRegisterAsItWasLast) {
  const MotionId id = opened(Method::vote, true);
  const std::size_t sealed = meetings(ccop.now).sealed.size();
  votes(id, 1, 0);
  votes(id, 2, 0);
  changes(id, people[1], 2);
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_EQ(motion(id).vote_of(*membership(ccop.now).seat_organization(people[1], ccop.time))->choice, 2u);
  EXPECT_THAT(motion(id).counts, ElementsAre(1, 0, 1));
  EXPECT_EQ(meetings(ccop.now).sealed.size(), sealed) << "who voted how is for all to read";
}

/// Whoever attests counts the acts that they read: a change is one of them, and counts no second vote.
TEST_F(AChangedVote, IsCountedInTheRoomAsItIsNow) {  // clause 5.5
  const MotionId id = opened();
  for (std::uint32_t i = 0; i < 5; ++i) votes(id, i, 0);
  const RoomCounts before = ccop.counts(session);
  changes(id, people[1], 1);
  changes(id, people[2], 2);
  ccop.ask(people[0], CloseMotion{id});
  const RoomCounts counts = ccop.counts(session);
  EXPECT_EQ(counts.acts, before.acts + 2);
  EXPECT_THAT(counts.motions, ElementsAre(MotionCounts{id, {3, 1, 1}}));
  EXPECT_EQ(motion(id).counts, counts.motions.front().votes);

  ccop.ask(people[0], BeginClosing{session});
  const PersonId attester = meetings(ccop.now).sessions[session].closing.value().attester.value();
  RoomCounts as_cast_first = counts;
  as_cast_first.motions = before.motions;
  EXPECT_THAT(ccop.ask(attester, AttestSession{session, as_cast_first}), refused_for("counts-differ"));
  EXPECT_THAT(ccop.ask(attester, AttestSession{session, counts}), led_to<SessionAttested>());
  EXPECT_THAT(ccop.ask(people[0], CloseSession{session, counts}), led_to<SessionClosed>());
}

}  // namespace
}  // namespace ccop::community
