// The result, run-offs and lots, and the confirmation by the network (clauses 3.5 and 3.6).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::ElementsAre;

TEST_F(AnElectionOfCoChairs, Clause3_2_WhoeverWonWithoutTheSeatIsNotElected) {
  const ElectionId id = opened({0, 1});
  const OrganizationId lost = election(id).candidacies[0].organization;
  story.resigns(membership(story.now).organizations[lost].mandates.back());
  close(id, 4);
  declare(id, {0, 3, 1});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::seat_lost);
  EXPECT_THAT(story.ask(story.secretary(), SubmitElected{id, words("letter")}), refused_for("nobody-was-elected"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_MostVotesWin) {
  const ElectionId id = whole({0, 1, 2}, {4, 3, 5, 1});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::elected);
  EXPECT_EQ(election(id).winner, people[1]);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AnOnlyCandidateNeedsMoreVotesForThanAgainst) {
  EXPECT_EQ(election(whole({0}, {9, 3, 2})).outcome, ElectionOutcome::elected);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AnOnlyCandidateWithAsManyAgainstIsNotElected) {
  EXPECT_EQ(election(whole({0}, {0, 3, 3})).outcome, ElectionOutcome::vacant);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_NobodyIsElectedByBlankVotesAlone) {
  EXPECT_EQ(election(whole({0, 1}, {7, 0, 0})).outcome, ElectionOutcome::vacant);
}

TEST_F(AnElectionOfCoChairs, TheResultNeedsEnoughTrusteesAndTheRightShape) {
  const ElectionId id = opened({0, 1});
  close_unopened(id);
  const auto trustees = election(id).trustees;
  const PostDecryption posted{id, "tally", words("factors"), words("proofs")};
  story.ask(trustees[0].person, posted);
  EXPECT_THAT(story.ask(trustees[0].person, posted), refused_for("decrypted-already"));
  EXPECT_THAT(declare(id, {0, 1, 2}), refused_for("too-few-decryptions"));
  story.ask(trustees[2].person, posted);
  EXPECT_THAT(declare(id, {0, 1}), refused_for("result-does-not-follow"));
  EXPECT_THAT(declare(id, {0, 1, 1}), refused_for("result-does-not-follow")) << "fewer than have voted";
  EXPECT_THAT(declare(id, {0, 2, 2}), refused_for("result-does-not-follow")) << "more than have voted";
  EXPECT_THAT(declare(id, {0, 1, 2}), allowed());
  EXPECT_THAT(declare(id, {0, 1, 2}), refused_for("voting-is-not-closed"));
}

TEST_F(AnElectionOfCoChairs, TrusteesAreAskedToDecryptUntilEnoughDid) {
  const ElectionId id = opened({0, 1});
  close_unopened(id);
  const auto awaits = [&](PersonId trustee) {
    return std::ranges::count(tasks(story.now, trustee, story.time), "decrypt-totals", &Task::kind);
  };
  const auto trustees = election(id).trustees;
  EXPECT_EQ(awaits(trustees[0].person), 1);
  story.ask(trustees[0].person, posted(id));
  EXPECT_EQ(awaits(trustees[0].person), 0);
  EXPECT_EQ(awaits(trustees[1].person), 1);
}

/// With three decryptions one that is astray is named; two are enough for the result.
TEST_F(AnElectionOfCoChairs, EveryTrusteeMayDecryptUntilTheResultIsDeclared) {
  const ElectionId id = opened({0, 1});
  close(id);
  const PersonId third = election(id).trustees[2].person;
  const auto awaits = [&] {
    const auto all = tasks(story.now, third, story.time);
    return std::ranges::find(all, std::string_view{"decrypt-totals"}, &Task::kind) != all.end();
  };
  EXPECT_FALSE(awaits()) << "nobody waits for the third";
  EXPECT_THAT(story.ask(third, posted(id)), led_to<DecryptionPosted>());
  EXPECT_EQ(election(id).decrypted, (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_THAT(declare(id, {0, 1, 2}), allowed());
}

TEST_F(AnElectionOfCoChairs, NoTrusteeDecryptsAfterTheResultIsDeclared) {
  const ElectionId id = whole({0, 1}, {0, 1, 2});
  EXPECT_THAT(story.ask(election(id).trustees[2].person, posted(id)), refused_for("voting-is-not-closed"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ATieGoesToOneRunOffBetweenTheTied) {
  const ElectionId id = whole({0, 1, 2}, {0, 4, 2, 4});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::tied);
  EXPECT_THAT(story.ask(people[0], CommitLot{id, Bytes(32)}), refused_for("run-off-comes-first"));
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{id, session}), allowed());
  const ElectionId second{1};
  EXPECT_EQ(election(second).run_off_of, id);
  EXPECT_EQ(election(second).rounds_done(), 3u) << "the trustees keep their keys";
  open(second);
  EXPECT_THAT(election(second).candidates, ElementsAre(people[0], people[2]));
  close(second, 9);
  declare(second, {0, 4, 5});
  EXPECT_EQ(election(second).winner, people[2]);
}

TEST_F(AnElectionOfCoChairs, Clause3_6_TheTermBeginsWhenTheNetworkConfirmed) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[7], story.time + days{90}});
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  EXPECT_THAT(story.ask(people[3], SubmitElected{id, words("letter")}), refused_for("only-secretary-submits"));
  EXPECT_THAT(story.ask(story.secretary(), RecordConfirmation{id, words("letter")}), refused_for("submit-first"));
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  EXPECT_THAT(story.ask(story.secretary(), SubmitElected{id, words("letter")}), refused_for("submitted-already"));
  EXPECT_TRUE(is_co_chair(story.now, people[7], story.time)) << "who carries on until then";
  story.ask(story.secretary(), RecordConfirmation{id, words("letter")});
  EXPECT_TRUE(is_co_chair(story.now, people[1], story.time));
  EXPECT_FALSE(is_co_chair(story.now, people[7], story.time));
  EXPECT_EQ(bodies(story.now).co_chairs.back().until, election(id).term_ends);
}

TEST_F(AnElectionOfCoChairs, Clause3_6_AReturnOpensTheWayToANewElection) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 0}), refused_for("election-under-way-already"));
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  story.ask(story.secretary(), RecordReturn{id, words("reason")});
  EXPECT_EQ(election(id).confirmation, Confirmation::returned);
  EXPECT_FALSE(is_co_chair(story.now, people[1], story.time));
  call();
}

TEST_F(AnElectionOfCoChairs, Clause3_6_WhoeverLostTheSeatIsNotSeated) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  const OrganizationId lost = election(id).candidacy(people[1])->organization;
  story.resigns(membership(story.now).organizations[lost].mandates.back());
  EXPECT_THAT(story.ask(story.secretary(), RecordConfirmation{id, words("letter")}),
              refused_for("elected-lost-the-seat"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_RunOffAndLotsAreForTies) {
  const ElectionId id = whole({0, 1, 2}, {4, 3, 5, 1});
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{id, session}),
              refused_for("there-is-no-tie", clause::candidacies));
}

TEST_F(AnElectionOfCoChairs, Clause3_6_TheElectedMayWithdrawBeforeTheConfirmation) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  EXPECT_THAT(story.ask(people[0], StandDown{id}), refused_for("ballot-is-open")) << "who was not elected";
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  EXPECT_THAT(story.ask(people[1], StandDown{id}), led_to<ElectedWithdrew>());
  EXPECT_THAT(story.ask(story.secretary(), RecordConfirmation{id, words("letter")}), refused_for("nobody-was-elected"));
  EXPECT_FALSE(is_co_chair(story.now, people[1], story.time));
  call();
}

TEST_F(AnElectionOfCoChairs, Clause3_6_WhoeverIsConfirmedDoesNotWithdrawButResigns) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  confirm(id);
  EXPECT_THAT(story.ask(people[1], StandDown{id}), refused_for("ballot-is-open"));
  EXPECT_THAT(story.ask(people[1], ResignCoChair{}), allowed());
}

/// Two positions are voted on in one session, and one person stands in both.
class TwoElections : public AnElectionOfCoChairs {
 protected:
  TwoElections() {
    publish();
    begin_session();
    for (const ElectionId id : {first, second}) {
      call(id.value);
      stand(id, {0, id.value + 1});
      prepare(id);
    }
  }
  const ElectionId first{0};
  const ElectionId second{1};
};

TEST_F(TwoElections, Clause3_1_WhoeverWonOneIsNotOnTheBallotOfTheOther) {
  open(first);
  count(first, {0, 5, 1});
  open(second);
  EXPECT_THAT(election(second).candidates, ElementsAre(people[2]));
  EXPECT_EQ(election(second).candidacy(people[0])->state, CandidacyState::lapsed);
}

TEST_F(TwoElections, Clause3_1_WhoeverWinsBothHasTheFirst) {
  open(first);
  open(second);
  count(first, {0, 5, 1});
  count(second, {0, 5, 1});
  EXPECT_EQ(election(second).outcome, ElectionOutcome::other_office);
  EXPECT_THAT(story.ask(story.secretary(), SubmitElected{second, words("letter")}), refused_for("nobody-was-elected"));
  EXPECT_THAT(confirm(first), allowed());
  const ElectionId again = call(1);
  EXPECT_THAT(story.ask(people[0], StandForElection{again, words("statement")}),
              refused_for("is-co-chair-already", clause::bodies));
}

TEST_F(TwoElections, Clause3_1_ATieWithWhoeverWonTheOtherIsNone) {
  open(first);
  open(second);
  count(first, {0, 5, 1});
  count(second, {0, 3, 3});
  EXPECT_EQ(election(second).outcome, ElectionOutcome::elected);
  EXPECT_EQ(election(second).winner, people[2]);
}

TEST_F(TwoElections, Clause3_1_WhoeverWonOneIsNotNominatedForTheOther) {
  open(first);
  count(first, {0, 5, 1});
  story.ask(story.secretary(), CancelElection{second, words("reason")});
  const ElectionId again = call(1);
  EXPECT_THAT(story.ask(people[3], NominateCandidate{again, people[0]}),
              refused_for("won-another-position", clause::bodies));
  EXPECT_THAT(story.ask(people[0], StandDown{first}), allowed());
  EXPECT_THAT(story.ask(people[3], NominateCandidate{again, people[0]}), allowed()) << "who gave the other up";
}

TEST_F(AnElectionOfCoChairs, Clause3_1_NobodyIsConfirmedWhoHasAnotherOfficeByNow) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[1], story.time + days{90}});
  EXPECT_THAT(confirm(id), refused_for("elected-has-another-office", clause::bodies));
  story.ask(people[1], ResignCoChair{});
  EXPECT_THAT(story.ask(story.secretary(), RecordConfirmation{id, words("letter")}), allowed());
}

}  // namespace
}  // namespace ccop::community::testing
