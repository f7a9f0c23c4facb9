// Trustees, keys and the ballot itself (clauses 3.2, 3.4, 3.5).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::ElementsAre;

TEST_F(AnElectionOfCoChairs, Clause3_2_ACandidateWhoLostTheSeatIsNotOnTheBallot) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1, 2});
  prepare(id);
  story.resigns(
      membership(story.now).organizations[elections(story.now).all[{0}].candidacies[1].organization].mandates.back());
  open(id);
  EXPECT_THAT(election(id).candidates, ElementsAre(people[0], people[2]));
  EXPECT_EQ(election(id).candidacy(people[1])->state, CandidacyState::lapsed);
}

TEST_F(AnElectionOfCoChairs, Clause3_4_IsVotedOnInTheSession) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  const auto early = story.ask(story.secretary(), opening(id));
  EXPECT_THAT(early, refused_for("voting-begins-at-the-session", clause::election_session));
  story.pass(days{60});
  story.ask(story.secretary(), OpenSession{session});
  EXPECT_THAT(story.ask(story.secretary(), opening(id)), refused_for("no-quorum"));
}

/// A charter by which voting begins two days before the session.
class AnEarlyBallot : public AnElectionOfCoChairs {
 protected:
  AnEarlyBallot() : AnElectionOfCoChairs(early()) {}
  static std::string early() {
    std::string text = charter_text("charter/ccop.toml");
    const std::string key = "voting_hours_before = 0";
    return text.replace(text.find(key), key.size(), "voting_hours_before = 48");
  }
};

TEST_F(AnEarlyBallot, Clause3_5_OpensAsLongBeforeTheSessionAsTheCharterSays) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  const Time starts = meetings(story.now).sessions[session].starts;
  story.time = starts - hours{48} - minutes{1};
  EXPECT_THAT(story.ask(story.secretary(), opening(id)), refused_for("voting-begins-at-the-session"));
  story.time = starts - hours{48};
  open(id);
  EXPECT_THAT(vote(id, 3), allowed());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_TrusteesAreOneOfTheManagementCommitteeAndMembersByLot) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[1], story.time + days{700}});
  publish();
  const ElectionId id = call();
  stand(id, {0, 5});
  story.ask(story.secretary(), CloseCandidacies{id});
  story.ask(story.secretary(), NameElectionOfficers{id});
  ASSERT_EQ(election(id).trustees.size(), 3u);
  EXPECT_EQ(election(id).trustees[0].person, story.secretary());
  for (const std::size_t i : {1u, 2u}) {
    const PersonId drawn = election(id).trustees[i].person;
    EXPECT_TRUE(membership(story.now).holds_member_seat(drawn, story.time));
    EXPECT_FALSE(election(id).stands(drawn));
    EXPECT_FALSE(is_committee(story.now, drawn, story.time)) << "one of the committee is enough";
  }
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AnAbsentTrusteeIsReplacedAndTheKeysAreMadeAnew) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  story.ask(story.secretary(), CloseCandidacies{id});
  story.ask(story.secretary(), NameElectionOfficers{id});
  const auto before = election(id).trustees;
  for (const auto& trustee : before) story.ask(trustee.person, PostKeyMessage{id, 1, words("certificate")});
  EXPECT_THAT(story.ask(before[0].person, PostKeyMessage{id, 1, words("certificate")}),
              refused_for("key-message-was-posted"));
  EXPECT_THAT(story.ask(before[0].person, PostKeyMessage{id, 3, words("output")}),
              refused_for("wait-for-the-other-trustees"));
  story.ask(before[0].person, PostKeyMessage{id, 2, words("polynomial")});
  EXPECT_THAT(story.ask(story.secretary(), ReplaceTrustee{id, 3, words("ill")}), allowed());
  const auto& after = election(id).trustees;
  EXPECT_NE(after[2].person, before[2].person);
  EXPECT_TRUE(after[2].messages.empty());
  EXPECT_EQ(after[0].messages.size(), 1u) << "its certificate stays good, its polynomial doesn't";
  EXPECT_THAT(story.ask(before[2].person, PostKeyMessage{id, 1, words("certificate")}), refused_for("is-no-trustee"));
  EXPECT_THAT(story.ask(story.secretary(), ReplaceTrustee{id, 4, words("ill")}), refused_for("no-such-trustee"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_EachMemberHasOneVoteAndMayVoteAgainUntilTheClose) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  EXPECT_THAT(vote(id, 3), refused_for("voting-is-not-open"));
  open(id);
  EXPECT_THAT(vote(id, 3), allowed());
  EXPECT_THAT(vote(id, 3), refused_for("ballot-was-cast-already"));
  EXPECT_THAT(vote(id, 3, "again"), allowed());
  EXPECT_THAT(story.ask(people[3], CastBallot{id, "another", "third", words("third")}),
              refused_for("one-organization-one-credential"));
  EXPECT_THAT(story.ask(people[4], CastBallot{id, "credential 3", "fourth", words("fourth")}),
              refused_for("credential-of-another"));
  EXPECT_THAT(story.ask(story.secretary(), CastBallot{id, "credential s", "s", words("s")}),
              refused_for("only-members-vote"));
  close(id);
  EXPECT_THAT(vote(id, 5), refused_for("voting-is-not-open")) << "a late ballot";
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}), refused_for("voting-is-not-open")) << "closed twice";
}

TEST_F(AnElectionOfCoChairs, Clause3_5_TheRollIsTheMembersThatHaveAVotingKeyAtTheOpening) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1});
  story.ask(story.secretary(), CloseCandidacies{id});
  story.ask(story.secretary(), NameElectionOfficers{id});
  make_keys(id);
  EXPECT_THAT(story.ask(story.secretary(), opening(id)), refused_for("nobody-has-a-voting-key", clause::voting));
  EXPECT_TRUE(awaits(people[3], "register-voting-key"));
  for (const std::size_t i : {2u, 3u}) register_key(story, people[i], year());
  EXPECT_FALSE(awaits(people[3], "register-voting-key"));
  OpenElection asked = opening(id);
  EXPECT_EQ(asked.without_key.size(), members().size() - 2);
  asked.without_key.pop_back();
  EXPECT_THAT(story.ask(story.secretary(), asked), refused_for("setup-does-not-follow")) << "a seat left out unnamed";
  open(id);
  const OrganizationId second = membership(story.now).own_organization(people[2], story.time).value();
  const OrganizationId third = membership(story.now).own_organization(people[3], story.time).value();
  EXPECT_THAT(election(id).roll, ::testing::ElementsAre(second, third));
  EXPECT_THAT(election(id).keys, ::testing::ElementsAre(key_text(second, year()), key_text(third, year())));
  EXPECT_THAT(vote(id, 4), refused_for("not-on-the-roll", clause::voting));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AKeyThatIsMadeAnewIsForElectionsNotYetOpened) {
  const ElectionId id = opened({0, 1});
  const auto keys = election(id).keys;
  EXPECT_THAT(register_key(story, people[2], year(), 1), allowed());
  EXPECT_EQ(election(id).keys, keys);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_TrusteesAreNamedOnceWhenThereAreEnough) {
  publish();
  const ElectionId id = call();
  stand(id, {0});
  EXPECT_THAT(story.ask(story.secretary(), NameElectionOfficers{id}), refused_for("not-in-preparation"));
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_THAT(story.ask(story.secretary(), ReplaceTrustee{id, 1, words("ill")}), refused_for("no-such-trustee"));
  for (std::uint32_t i = 2; i < people.size(); ++i) story.resigns({i});
  EXPECT_THAT(story.ask(story.secretary(), NameElectionOfficers{id}),
              refused_for("too-few-trustees", clause::candidacies));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_KeysAreMadeBeforeItOpensAndStay) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1});
  story.ask(story.secretary(), CloseCandidacies{id});
  story.ask(story.secretary(), NameElectionOfficers{id});
  EXPECT_THAT(story.ask(story.secretary(), NameElectionOfficers{id}),
              refused_for("officers-are-named-already", clause::candidacies));
  EXPECT_THAT(story.ask(story.secretary(), opening(id)), refused_for("keys-are-not-made", clause::candidacies));
  make_keys(id);
  EXPECT_THAT(story.ask(story.secretary(), ReplaceTrustee{id, 1, words("ill")}),
              refused_for("keys-are-made", clause::candidacies));
}

TEST_F(AnElectionOfCoChairs, Clause3_2_IsNotOpenedWithoutTheCandidatesWhoAreLeft) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  EXPECT_THAT(story.ask(story.secretary(), OpenElection{id, {people[0]}, {}, words("setup")}),
              refused_for("setup-does-not-follow", clause::candidacies));
  story.resigns({0});
  story.resigns({1});
  EXPECT_THAT(story.ask(story.secretary(), OpenElection{id, {}, {}, words("setup")}),
              refused_for("no-candidate-is-left", clause::co_chair_holds_seat));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_WhoeverBecameAMemberAfterTheOpeningDoesNotVote) {
  const ElectionId id = opened({0, 1});
  EXPECT_THAT(story.ask(people[0], StandDown{id}), refused_for("ballot-is-open", clause::candidacies));
  const PersonId cern = story.representative("CERN");
  of<Membership>(story.now).organizations[story.organization("CERN")].status = Status::member;  // as by an amendment
  EXPECT_THAT(story.ask(cern, CastBallot{id, "credential", "tracker", words("ballot")}),
              refused_for("not-on-the-roll", clause::voting));
}

}  // namespace
}  // namespace ccop::community::testing
