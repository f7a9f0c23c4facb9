// The result, run-offs and lots, and the confirmation by the network (clauses 3.5 and 3.6).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::ElementsAre;

TEST_F(AnElectionOfCoChairs, Clause3_2_WhoeverWonWithoutTheSeatIsNotElected) {
  const ElectionId id = opened({0, 1});
  const OrganizationId lost = election(id).candidacies[0].organization;
  story.resigns(membership(story.now).organizations[lost].mandates.back());
  close(id);
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
  story.ask(story.secretary(), CloseElection{id});
  const auto trustees = election(id).trustees;
  const PostDecryption posted{id, "tally", words("factors"), words("proofs")};
  story.ask(trustees[0].person, posted);
  EXPECT_THAT(story.ask(trustees[0].person, posted), refused_for("decrypted-already"));
  EXPECT_THAT(declare(id, {0, 1, 2}), refused_for("too-few-decryptions"));
  story.ask(trustees[2].person, posted);
  EXPECT_THAT(declare(id, {0, 1}), refused_for("result-does-not-follow"));
  EXPECT_THAT(declare(id, {0, 1, 1000}), refused_for("result-does-not-follow"));
  EXPECT_THAT(declare(id, {0, 1, 2}), allowed());
  EXPECT_THAT(declare(id, {0, 1, 2}), refused_for("voting-is-not-closed"));
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
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{id}), allowed());
  const ElectionId second{1};
  EXPECT_EQ(election(second).run_off_of, id);
  EXPECT_EQ(election(second).rounds_done(), 3u) << "the trustees keep their keys";
  issue(second);
  open(second);
  EXPECT_THAT(election(second).candidates, ElementsAre(people[0], people[2]));
  close(second);
  declare(second, {0, 4, 5});
  EXPECT_EQ(election(second).winner, people[2]);
}

class ATiedRunOff : public AnElectionOfCoChairs {
 protected:
  ATiedRunOff() {
    const ElectionId first = whole({0, 1, 2}, {0, 4, 4, 4});
    story.ask(story.secretary(), CallRunOff{first});
    issue(id);
    open(id);
    close(id);
    declare(id, {0, 3, 3, 3});
  }
  static Bytes secret(std::size_t i) { return Bytes(32, static_cast<std::uint8_t>(i + 1)); }
  Ruling commit(std::size_t i) {
    const Hash hash = sha256(secret(i));
    return story.ask(people[i], CommitLot{id, Bytes{hash.begin(), hash.end()}});
  }
  ElectionId id{1};
};

TEST_F(ATiedRunOff, Clause3_5_IsSettledByLotsThatAnyoneCanDrawAgain) {
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{id}), refused_for("lots-are-drawn-now"));
  EXPECT_THAT(commit(5), refused_for("is-not-tied"));
  commit(0);
  EXPECT_THAT(commit(0), refused_for("lot-was-committed"));
  commit(1);
  EXPECT_THAT(story.ask(people[0], RevealLot{id, secret(0)}), refused_for("wait-for-all-commitments"));
  commit(2);
  EXPECT_THAT(story.ask(people[0], RevealLot{id, secret(1)}), refused_for("lot-does-not-fit"));
  for (const std::size_t i : {0u, 1u, 2u}) EXPECT_THAT(story.ask(people[i], RevealLot{id, secret(i)}), allowed());
  // SHA-256 of "ccop-lot-v1" and 32 bytes each of 1, 2 and 3, computed with another program, begins 7ae2ef18229ee4a0.
  EXPECT_EQ(election(id).outcome, ElectionOutcome::elected);
  EXPECT_EQ(election(id).winner, people[0]);
}

TEST_F(ATiedRunOff, Clause3_5_WhoeverDoesNotTakePartIsOutOfTheDrawing) {
  commit(0);
  commit(1);
  EXPECT_THAT(story.ask(story.secretary(), ForfeitLot{id, people[2]}), refused_for("lots-wait-until"));
  story.pass(days{1});
  EXPECT_THAT(story.ask(story.secretary(), ForfeitLot{id, people[0]}), refused_for("did-their-part"));
  EXPECT_THAT(story.ask(story.secretary(), ForfeitLot{id, people[2]}), allowed());
  story.ask(people[1], RevealLot{id, secret(1)});
  EXPECT_THAT(story.ask(story.secretary(), ForfeitLot{id, people[0]}), allowed()) << "it never revealed";
  EXPECT_EQ(election(id).winner, people[1]) << "who alone is left";
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
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{id}), refused_for("there-is-no-tie", clause::candidacies));
}

TEST_F(ATiedRunOff, Clause3_5_ASecretIsRevealedOnce) {
  for (const std::size_t i : {0u, 1u, 2u}) commit(i);
  EXPECT_THAT(story.ask(people[0], RevealLot{id, secret(0)}), led_to<LotRevealed>());
  EXPECT_THAT(story.ask(people[0], RevealLot{id, secret(0)}), refused_for("lot-was-revealed", clause::candidacies));
}

}  // namespace
}  // namespace ccop::community::testing
