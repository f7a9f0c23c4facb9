// How a ballot is closed, and what is opened of it (clauses 3.4 and 3.5).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

TEST_F(AnElectionOfCoChairs, Clause3_5_ABallotStaysOpenForAtLeastTenMinutes) {
  const ElectionId id = opened({0, 1});
  vote_all(id, 3);
  const Time least = election(id).opened_at.value() + minutes{10};
  story.time = least - std::chrono::milliseconds{1001};  // asking takes a second
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}),
              refused_for("ballot-stays-open-until", clause::candidacies));
  story.time = least - std::chrono::seconds{1};
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_4_ABallotIsClosedWithTheQuorumOfItsSession) {
  const ElectionId id = opened({0, 1});
  vote_all(id, 3);
  story.pass(minutes{10});
  const std::size_t needed = quorum(story.now, session, story.time).needed;
  for (std::size_t i = needed - 1; i < people.size(); ++i) story.ask(people[i], LeaveSession{session});
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}), refused_for("no-quorum", clause::voting));
  story.ask(people.back(), EnterSession{session});
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_TheResultNeedsNoSecondQuorum) {
  const ElectionId id = opened({0, 1});
  close(id, 3);
  for (const PersonId person : people) story.ask(person, LeaveSession{session});
  EXPECT_THAT(declare(id, {0, 2, 1}), allowed());
}

/// A charter by which voting begins two days before the session.
class ABallotBeforeTheSession : public AnElectionOfCoChairs {
 protected:
  ABallotBeforeTheSession() : AnElectionOfCoChairs(early()) {}
  static std::string early() {
    std::string text = charter_text("charter/ccop.toml");
    const std::string key = "voting_hours_before = 0";
    return text.replace(text.find(key), key.size(), "voting_hours_before = 48");
  }
};

TEST_F(ABallotBeforeTheSession, Clause3_4_IsClosedInIt) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  story.time = meetings(story.now).sessions[session].starts - hours{48};
  open(id);
  vote_all(id, 3);
  story.pass(hours{1});
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}),
              refused_for("close-in-the-session", clause::election_session));
  begin_session(days{2});
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_FewerBallotsThanTheCharterDemandsAreNotOpened) {
  const ElectionId id = opened({0, 1});
  vote(id, 0, "again");
  vote(id, 0, "and again");
  close_unopened(id, 2);
  EXPECT_EQ(election(id).outcome, ElectionOutcome::too_few);
  EXPECT_THAT(story.ask(election(id).trustees[0].person, posted(id)), refused_for("voting-is-not-closed"));
  EXPECT_THAT(declare(id, {0, 2, 0}), refused_for("voting-is-not-closed"));
  EXPECT_THAT(story.ask(story.secretary(), SubmitElected{id, words("letter")}), refused_for("nobody-was-elected"));
  call();  // in the same session
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AsManyAsItDemandsAre) {
  EXPECT_EQ(election(whole({0, 1}, {1, 1, 1})).outcome, ElectionOutcome::tied);
}

TEST_F(AnElectionOfCoChairs, Clause3_4_TheSessionWaitsForTheResultUnlessTheCountIsCarriedOver) {
  const ElectionId id = opened({0, 1});
  EXPECT_THAT(story.ask(story.secretary(), CarryOverCount{id}), refused_for("voting-is-not-closed"));
  close(id, 3);
  story.ask(story.secretary(), AcceptDiscretion{symposium});
  story.ask(story.secretary(), EnterSession{session});
  EXPECT_THAT(story.ask(story.secretary(), BeginClosing{session}),
              refused_for("a-count-is-undeclared", clause::election_session));
  EXPECT_THAT(story.ask(people[5], CarryOverCount{id}), refused_for("only-committee-conducts-elections"));
  EXPECT_THAT(story.ask(story.secretary(), CarryOverCount{id}), led_to<CountCarriedOver>());
  EXPECT_THAT(story.ask(story.secretary(), CarryOverCount{id}),
              refused_for("count-is-carried-over", clause::election_session));
  end_session();
  EXPECT_THAT(story.ask(story.secretary(), SubmitElected{id, words("letter")}), refused_for("nobody-was-elected"));
  EXPECT_THAT(declare(id, {0, 2, 1}), allowed());
  EXPECT_THAT(confirm(id), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_4_ASessionThatTwoHaveSignedAlreadyWaitsForTheResultToo) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  story.ask(story.secretary(), AcceptDiscretion{symposium});
  story.ask(story.secretary(), EnterSession{session});
  story.ask(story.secretary(), BeginClosing{session});
  const PersonId attester = meetings(story.now).sessions[session].closing->attester.value();
  ASSERT_THAT(story.ask(attester, AttestSession{session, story.counts(session)}), allowed());
  const CloseSession end{session, story.counts(session)};
  open(id);
  EXPECT_THAT(story.ask(story.secretary(), end), refused_for("a-ballot-is-open"));
  close_unopened(id);
  EXPECT_THAT(story.ask(story.secretary(), end), refused_for("a-count-is-undeclared", clause::election_session));
  decrypt(id);
  declare(id, {0, 2, 1});
  EXPECT_THAT(story.ask(story.secretary(), end), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_IsNotCancelledOnceATrusteeHasDecrypted) {
  const ElectionId id = opened({0, 1});
  const CancelElection cancel{id, words("reason")};
  close_unopened(id);
  const Time closed = election(id).closed_at.value();
  story.ask(election(id).trustees[0].person, posted(id));
  EXPECT_THAT(story.ask(story.secretary(), cancel), refused_for("count-waits-until", clause::candidacies));
  story.ask(election(id).trustees[1].person, posted(id));
  story.time = closed + days{30};
  EXPECT_THAT(story.ask(story.secretary(), cancel), refused_for("totals-are-decrypted", clause::candidacies));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_IsCancelledWhereNobodyElseDecryptsForAWeek) {
  const ElectionId id = opened({0, 1});
  const CancelElection cancel{id, words("reason")};
  close_unopened(id);
  const Time closed = election(id).closed_at.value();
  story.ask(election(id).trustees[0].person, posted(id));
  story.time = closed + days{7} - std::chrono::milliseconds{1001};  // asking takes a second
  EXPECT_THAT(story.ask(story.secretary(), cancel), refused_for("count-waits-until"));
  EXPECT_THAT(story.ask(story.secretary(), cancel), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_IsCancelledWhileNobodyCanKnowTheResult) {
  const ElectionId id = opened({0, 1});
  close_unopened(id);
  EXPECT_THAT(story.ask(story.secretary(), CancelElection{id, words("reason")}), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ADeclaredTieIsNotCancelled) {
  const ElectionId id = whole({0, 1}, {0, 2, 2});
  EXPECT_THAT(story.ask(story.secretary(), CancelElection{id, words("reason")}),
              refused_for("a-tie-is-settled", clause::candidacies));
}

/// Main representative and alternate each sign by their own clock: the order of the seat's ballots is that of both.
TEST_F(AnElectionOfCoChairs, Clause3_5_ASeatsLaterBallotIsNotReplacedByOneThatWasSignedBefore) {
  const PersonId alternate = story.person();
  ASSERT_THAT(story.ask(people[3], NameAlternate{alternate, story.time, story.time + days{90}}), allowed());
  const ElectionId id = opened({0, 1});
  const auto casting = [&](const std::string& ballot) { return CastBallot{id, "credential 3", ballot, words(ballot)}; };
  ASSERT_THAT(story.ask(people[3], DeclareAbsence{story.time + minutes{1}, story.time + hours{1}}), allowed());
  story.pass(minutes{2});
  Asking ahead = story.signed_by(alternate);
  ahead.asked_at = story.time + minutes{4};
  ASSERT_THAT(story.ask_as(ahead, casting("the alternate's")), allowed());
  ASSERT_THAT(story.ask(people[3], EndAbsence{}), allowed());
  Asking held_back = story.signed_by(people[3]);
  story.time = *ahead.asked_at;
  held_back.at = story.time;
  for (const Time asked_at : {story.time - minutes{1}, story.time}) {
    held_back.asked_at = asked_at;
    EXPECT_THAT(story.ask_as(held_back, casting("held back")), refused_for("a-later-ballot-was-cast", clause::voting));
  }
  EXPECT_THAT(story.ask(people[3], casting("signed after it")), allowed());
}

}  // namespace
}  // namespace ccop::community::testing
