// A tie: one run-off, then lots (clause 3.5).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::ElementsAre;

class ATie : public AnElectionOfCoChairs {
 protected:
  ATie() { whole({0, 1, 2}, {0, 4, 4, 4}); }
  const ElectionId first{0};
  const ElectionId second{1};
};

TEST_F(ATie, Clause3_5_GoesToARunOffInTheSameSessionWhileThatIsOpen) {
  const MeetingId other = story.meeting();
  const SessionId later = story.session(other, SessionKind::executive);
  story.ask(story.secretary(), PublishMeeting{other});
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{first, later}),
              refused_for("run-off-is-in-this-session", clause::election_session));
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{first, session}), led_to<RunOffCalled>());
}

TEST_F(ATie, Clause3_5_IsVotedOnInALaterExecutiveSessionWhereItsOwnHasClosed) {
  end_session();
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{first, session}), refused_for("session-is-closed"));
  EXPECT_THAT(story.ask(people[0], CommitLot{first, Bytes(32)}), refused_for("run-off-comes-first"));
  convene(MeetingKind::ad_hoc, days{10});
  ASSERT_THAT(story.ask(story.secretary(), CallRunOff{first, session}), allowed());
  open(second);
  count(second, {0, 1, 2, 3});
  EXPECT_EQ(election(second).winner, people[2]);
}

TEST_F(ATie, Clause3_5_IsThereAgainWhereTheRunOffIsCancelled) {
  story.ask(story.secretary(), CallRunOff{first, session});
  EXPECT_THAT(story.ask(story.secretary(), CancelElection{second, words("no quorum any more")}), allowed());
  EXPECT_EQ(election(first).stage, ElectionStage::lots);
  end_session();
  convene(MeetingKind::ad_hoc, days{10});
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{first, session}), allowed());
  EXPECT_THAT(candidates({2}), ElementsAre(people[0], people[1], people[2]));
}

TEST_F(ATie, Clause3_5_IsSettledByLotsAfterARunOffOfTooFewBallots) {
  story.ask(story.secretary(), CallRunOff{first, session});
  open(second);
  close_unopened(second, 2);
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{first, session}), refused_for("lots-are-drawn-now"));
  EXPECT_THAT(story.ask(people[0], CommitLot{first, Bytes(32)}), allowed());
}

/// Three are tied again after the run-off.
class ATiedRunOff : public ATie {
 protected:
  ATiedRunOff() {
    story.ask(story.secretary(), CallRunOff{first, session});
    open(id);
    count(id, {0, 3, 3, 3});
  }
  PersonId keeper() const { return story.secretary(); }
  static Bytes secret(PersonId person, std::uint8_t salt = 0) {
    Bytes secret(32, static_cast<std::uint8_t>(person.value));
    secret.front() = salt;
    return secret;
  }
  Bytes commitment(PersonId person, std::uint8_t salt = 0) const {
    const std::string name = std::to_string(id.value) + "|" + std::to_string(person.value);
    const Hash hash = sha256(bytes_of("ccop-lot-v2|key|" + name + "|"), secret(person, salt));
    return Bytes{hash.begin(), hash.end()};
  }
  Ruling commit(PersonId person, std::uint8_t salt = 0) {
    return story.ask(person, CommitLot{id, commitment(person, salt)});
  }
  Ruling reveal(PersonId person, std::uint8_t salt = 0) {
    return story.ask(person, RevealLot{id, secret(person, salt)});
  }
  Ruling forfeit(PersonId person) { return story.ask(story.secretary(), ForfeitLot{id, person}); }
  std::vector<PersonId> tied() const { return {people[0], people[1], people[2]}; }
  void all_commit(std::uint8_t salt = 0) {
    for (const PersonId person : tied()) EXPECT_THAT(commit(person, salt), allowed());
    EXPECT_THAT(commit(keeper(), salt), allowed());
  }
  const ElectionId id{1};
};

/// Drawn again with what the record shows, in other words than the rule's.
std::size_t drawn_again(const std::vector<Bytes>& secrets, std::size_t among) {
  std::string all = "ccop-lot-v2";
  for (const Bytes& secret : secrets) all += text_of(secret);
  const Hash hash = sha256(bytes_of(all));
  std::size_t rest = 0;
  for (std::size_t i = 0; i < 8; ++i) rest = (rest * 256 + hash[i]) % among;
  return rest;
}

TEST_F(ATiedRunOff, Clause3_5_IsSettledByLotsThatAnyoneCanDrawAgain) {
  EXPECT_THAT(story.ask(story.secretary(), CallRunOff{id, session}), refused_for("lots-are-drawn-now"));
  EXPECT_THAT(commit(people.back()), refused_for("is-not-tied"));
  commit(people[0]);
  EXPECT_THAT(commit(people[0], 1), refused_for("lot-was-committed"));
  commit(people[1]);
  commit(people[2]);
  EXPECT_THAT(reveal(people[0]), refused_for("wait-for-all-commitments")) << "the keeper's is missing";
  commit(keeper());
  EXPECT_THAT(reveal(people[0], 1), refused_for("lot-does-not-fit"));
  for (const PersonId person : tied()) {
    EXPECT_THAT(reveal(keeper()), refused_for("keeper-reveals-last", clause::candidacies));
    EXPECT_THAT(reveal(person), allowed());
  }
  EXPECT_THAT(reveal(people[0]), refused_for("lot-was-revealed", clause::candidacies));
  EXPECT_EQ(election(id).stage, ElectionStage::lots) << "nobody who is tied knows it yet";
  EXPECT_THAT(reveal(keeper()), led_to<LotDrawn>());
  std::vector<Bytes> secrets;
  for (const PersonId person : tied()) secrets.push_back(secret(person));
  secrets.push_back(secret(keeper()));
  EXPECT_EQ(election(id).outcome, ElectionOutcome::elected);
  EXPECT_EQ(election(id).winner, tied().at(drawn_again(secrets, 3)));
}

TEST_F(ATiedRunOff, Clause3_5_CommitmentsAreOfThisElectionAndPersonAndNobodyElses) {
  commit(people[0]);
  EXPECT_THAT(story.ask(people[1], CommitLot{id, commitment(people[0])}),
              refused_for("commitment-was-made-before", clause::candidacies));
  EXPECT_THAT(story.ask(people[1], CommitLot{id, Bytes(31)}), refused_for("lot-does-not-fit"));
  const Hash unbound = sha256(secret(people[1]));
  EXPECT_THAT(story.ask(people[1], CommitLot{id, Bytes{unbound.begin(), unbound.end()}}), allowed());
  commit(people[2]);
  commit(keeper());
  EXPECT_THAT(reveal(people[1]), refused_for("lot-does-not-fit")) << "whoever copied or moved one can't reveal it";
}

TEST_F(ATiedRunOff, Clause3_5_OneWhoIsNotTiedKeepsTheLot) {
  EXPECT_THAT(commit(election(id).trustees[1].person), allowed());
  EXPECT_THAT(commit(story.secretary()), refused_for("another-keeps-the-lot", clause::candidacies));
}

TEST_F(ATiedRunOff, Clause3_5_WhoeverDoesNotTakePartIsOutOfTheDrawing) {
  commit(people[0]);
  commit(people[1]);
  commit(keeper());
  EXPECT_THAT(forfeit(people[2]), refused_for("lots-wait-until"));
  story.pass(days{1});
  EXPECT_THAT(forfeit(people[0]), refused_for("did-their-part"));
  EXPECT_THAT(forfeit(people.back()), refused_for("is-not-tied"));
  EXPECT_THAT(forfeit(people[2]), allowed());
  EXPECT_THAT(commit(people[2]), refused_for("is-not-tied"));
  EXPECT_THAT(reveal(people[1]), allowed());
  EXPECT_THAT(forfeit(people[0]), refused_for("lots-wait-until")) << "it waits anew for each step";
  story.pass(days{1});
  EXPECT_THAT(forfeit(people[0]), allowed()) << "it never revealed";
  EXPECT_EQ(election(id).winner, people[1]) << "who alone is left";
}

/// From three tied on, whoever saw the result before revealing could choose between two.
TEST_F(ATiedRunOff, Clause3_5_WhoeverRevealsLastGainsNothingByStayingAway) {
  all_commit();
  reveal(people[0]);
  reveal(people[1]);
  story.pass(days{1});
  EXPECT_THAT(forfeit(people[2]), allowed());
  EXPECT_EQ(election(id).stage, ElectionStage::lots) << "who is left is drawn with a number that only the keeper knows";
  EXPECT_THAT(reveal(keeper()), led_to<LotDrawn>());
  EXPECT_EQ(election(id).winner, tied().at(drawn_again({secret(people[0]), secret(people[1]), secret(keeper())}, 2)));
}

TEST_F(ATiedRunOff, Clause3_5_WhereTheKeeperStaysAwayAllBeginAgainWithAnother) {
  all_commit();
  for (const PersonId person : tied()) reveal(person);
  EXPECT_THAT(forfeit(keeper()), refused_for("lots-wait-until"));
  story.pass(days{1});
  EXPECT_THAT(forfeit(keeper()), allowed());
  EXPECT_THAT(commit(keeper(), 1), refused_for("is-not-tied"));
  EXPECT_THAT(commit(people[0]), refused_for("commitment-was-made-before")) << "everybody knows that number by now";
  for (const PersonId person : tied()) EXPECT_THAT(commit(person, 1), allowed());
  const PersonId trustee = election(id).trustees[1].person;
  commit(trustee);
  for (const PersonId person : tied()) reveal(person, 1);
  EXPECT_THAT(reveal(trustee), led_to<LotDrawn>());
}

TEST_F(ATiedRunOff, Clause3_5_TheKeeperIsNotLeftOutBeforeItIsTheirTurn) {
  all_commit();
  story.pass(days{1});
  EXPECT_THAT(forfeit(keeper()), refused_for("did-their-part"));
}

TEST_F(ATiedRunOff, Clause3_2_NobodyDrawsWithoutTheSeat) {
  story.resigns(membership(story.now).seat_of(people[0], story.time).value());
  EXPECT_THAT(commit(people[0]), refused_for("has-no-part-in-the-drawing", clause::co_chair_holds_seat));
  EXPECT_THAT(forfeit(people[0]), allowed()) << "at once";
  commit(people[1]);
  commit(people[2]);
  commit(keeper());
  reveal(people[1]);
  reveal(people[2]);
  story.resigns(membership(story.now).seat_of(people[2], story.time).value());
  reveal(keeper());
  EXPECT_EQ(election(id).winner, people[1]) << "whoever lost the seat meanwhile isn't drawn";
}

TEST_F(ATiedRunOff, Clause3_2_IsWonByNobodyWhereAllHaveLostTheSeat) {
  for (const PersonId person : tied()) story.resigns(membership(story.now).seat_of(person, story.time).value());
  EXPECT_THAT(forfeit(people[0]), led_to<ElectionDecided>());
  EXPECT_EQ(election(id).outcome, ElectionOutcome::seat_lost);
}

TEST_F(AnElectionOfCoChairs, Clause3_2_WhoeverLostTheSeatIsNotAmongTheTied) {
  const ElectionId id = opened({0, 1, 2});
  vote_all(id, 9);
  story.resigns(membership(story.now).seat_of(people[0], story.time).value());
  close(id, 9);
  declare(id, {0, 3, 3, 3});
  ASSERT_EQ(election(id).lots.size(), 2u);
  EXPECT_EQ(election(id).lots[0].person, people[1]);
}

}  // namespace
}  // namespace ccop::community::testing
