// From the call for candidacies to its close (clauses 3.2 to 3.5).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

TEST_F(AnElectionOfCoChairs, Clause3_2_ACandidateHoldsAMembersSeatWhenNominated) {
  publish();
  const ElectionId id = call();
  const PersonId stranger = story.person();
  const auto asked = story.ask(people[0], NominateCandidate{id, stranger});
  EXPECT_THAT(asked, refused_for("candidate-holds-no-member-seat", clause::co_chair_holds_seat));
  EXPECT_THAT(story.ask(people[0], NominateCandidate{id, people[1]}), allowed());
  EXPECT_THAT(story.ask(people[2], NominateCandidate{id, people[1]}), refused_for("is-nominated-already"));
}

TEST_F(AnElectionOfCoChairs, Clause3_3_AtTheFirstElectionOnePositionIsForOneYearAndOneForTwo) {
  publish();
  const Time ends = meetings(story.now).sessions[session].ends;
  EXPECT_EQ(election(call(0)).term_ends, months_after(ends, 12));
  EXPECT_EQ(election(call(1)).term_ends, months_after(ends, 24));
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 2}), refused_for("no-such-position"));
}

/// Terms and voting hours go by the session's time.
TEST_F(AnElectionOfCoChairs, HoldsItsSessionWhereItIs) {
  publish();
  const Session at = meetings(story.now).sessions[session];
  const ChangeSession later{session, words("later"), at.starts + hours{1}, at.ends};
  call(0);
  EXPECT_THAT(story.ask(story.secretary(), later),
              refused_for("election-goes-by-its-session", clause::election_session));
}

TEST_F(AnElectionOfCoChairs, Clause3_3_APositionIsNotVotedOnWhileItsTermRuns) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[0], story.time + days{700}});
  publish();
  const auto asked = story.ask(story.secretary(), CallCandidacies{session, 1});
  EXPECT_THAT(asked, refused_for("term-runs-until", clause::co_chair_term));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AVacatedPositionIsFilledForTheRestOfItsTermAtTheNextExecutiveSession) {
  const Time until = story.time + days{700};
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[0], until});
  story.ask(people[0], ResignCoChair{});
  const MeetingId other = story.meeting();
  session = story.session(other, SessionKind::executive);
  story.ask(story.secretary(), PublishMeeting{other});
  EXPECT_EQ(election(call(1)).term_ends, until);
  // The other position never had anybody: that one waits for the symposium.
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 0}), refused_for("elections-are-at-the-symposium"));
}

TEST_F(AnElectionOfCoChairs, Clause3_4_IsCalledForAnExecutiveSessionOfAnAnnouncedMeeting) {
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 0}), refused_for("publish-the-meeting-first"));
  publish();
  EXPECT_THAT(story.ask(people[0], CallCandidacies{session, 0}), refused_for("only-committee-conducts-elections"));
  call();
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 0}), refused_for("election-under-way-already"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ANomineeAcceptsOrDeclines) {
  publish();
  const ElectionId id = call();
  story.ask(people[0], NominateCandidate{id, people[1]});
  story.ask(people[0], NominateCandidate{id, people[2]});
  story.ask(people[0], NominateCandidate{id, people[3]});
  stand(id, {1});
  EXPECT_THAT(story.ask(people[1], StandForElection{id, words("again")}), refused_for("stands-already"));
  story.ask(people[2], StandDown{id});
  EXPECT_THAT(story.ask(people[5], StandDown{id}), refused_for("is-no-candidate"));
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_EQ(election(id).candidacy(people[1])->state, CandidacyState::accepted);
  EXPECT_EQ(election(id).candidacy(people[2])->state, CandidacyState::declined);
  EXPECT_EQ(election(id).candidacy(people[3])->state, CandidacyState::lapsed) << "an unanswered nomination";
  EXPECT_THAT(story.ask(people[4], StandForElection{id, words("late")}), refused_for("candidacies-are-closed"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_WithoutCandidatesThePositionStaysVacantAndTheSittingCoChairActs) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  publish();
  const ElectionId id = call();
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::vacant);
  story.pass(days{200});
  EXPECT_TRUE(is_co_chair(story.now, people[0], story.time));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ACandidateDoesNotConductTheElection) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  publish();
  const ElectionId id = call();
  stand(id, {0});
  EXPECT_THAT(story.ask(people[0], CloseCandidacies{id}), refused_for("candidates-do-not-conduct"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ANominationBarsNobodyFromConductingUntilItIsAccepted) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  publish();
  const ElectionId id = call();
  story.ask(people[3], NominateCandidate{id, people[0]});
  EXPECT_THAT(story.ask(people[0], CloseCandidacies{id}), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ThePositionStaysVacantWhereAllStandDownAfterTheCall) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  story.ask(people[0], StandDown{id});
  EXPECT_EQ(election(id).stage, ElectionStage::preparation);
  EXPECT_THAT(story.ask(people[1], StandDown{id}), led_to<ElectionDecided>());
  EXPECT_EQ(election(id).outcome, ElectionOutcome::vacant);
  EXPECT_THAT(story.ask(story.secretary(), OpenElection{id, {}, {}, words("setup")}),
              refused_for("not-in-preparation"));
}

TEST_F(AnElectionOfCoChairs, CanBeCancelledUntilItIsDecided) {
  publish();
  const ElectionId id = call();
  EXPECT_THAT(story.ask(people[0], CancelElection{id, words("reason")}),
              refused_for("only-committee-conducts-elections"));
  EXPECT_THAT(story.ask(story.secretary(), CancelElection{id, words("reason")}), allowed());
  EXPECT_THAT(story.ask(story.secretary(), CancelElection{id, words("reason")}), refused_for("election-is-over"));
  call();
}

TEST_F(AnElectionOfCoChairs, Clause3_4_IsInNoOtherThanAnExecutiveSession) {
  const SessionId open = story.session(symposium, SessionKind::open);
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{open, 0}),
              refused_for("elections-are-in-executive-session", clause::election_session));
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{{9}, 0}), refused_for("no-such-session"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_CandidatesAreNominatedByMembers) {
  publish();
  const ElectionId id = call();
  EXPECT_THAT(story.ask(story.representative("CERN"), NominateCandidate{id, people[1]}),
              refused_for("only-members-nominate", clause::candidacies));
  EXPECT_THAT(story.ask(people[0], NominateCandidate{{9}, people[1]}), refused_for("no-such-election"));
  EXPECT_THAT(story.ask(people[0], NominateCandidate{id, {999}}), refused_for("no-such-person"));
}

TEST_F(AnElectionOfCoChairs, Clause3_1_NobodyHoldsTwoOffices) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[1], story.time + days{700}});
  publish();
  const ElectionId id = call();
  EXPECT_THAT(story.ask(people[1], StandForElection{id, words("statement")}),
              refused_for("is-co-chair-already", clause::bodies));
  story.ask(story.secretary(), AppointSecretary{people[2], story.time});
  EXPECT_THAT(story.ask(people[2], StandForElection{id, words("statement")}),
              refused_for("co-chair-is-not-secretary", clause::bodies));
}

TEST(AHarbourElection, Clause3_5_DoesNotReelectWhereTheCharterForbidsIt) {
  Scenario harbour{"tests/charters/harbour.toml"};
  const auto people = harbour.members(3);
  const MeetingId symposium = harbour.meeting(MeetingKind::symposium);
  const SessionId session = harbour.session(symposium, SessionKind::executive);
  harbour.ask(harbour.secretary(), PublishMeeting{symposium});
  ASSERT_THAT(harbour.ask(harbour.secretary(), CallCandidacies{session, 0}), led_to<CandidaciesCalled>());
  EXPECT_THAT(harbour.ask(people[0], StandForElection{{0}, words("again")}),
              refused_for("no-immediate-reelection", clause::candidacies));
  EXPECT_THAT(harbour.ask(people[1], StandForElection{{0}, words("statement")}), allowed());
}

/// A round's ballot is held as an election is, and is of no position.
TEST_F(AnElectionOfCoChairs, IsCalledWhileARoundIsHeld) {
  publish();
  add_round(of<Elections>(story.now), {{0}, story.time + days{1}, story.time + days{9}, 5, {}}, story.time);
  EXPECT_EQ(call(0), ElectionId{1});
}

}  // namespace
}  // namespace ccop::community::testing
