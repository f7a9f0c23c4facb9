// Trustees who give way, and keys that are made again (clause 3.5).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

class WithTrustees : public AnElectionOfCoChairs {
 protected:
  WithTrustees() {
    publish();
    id = call();
    stand(id, {0, 1});
    story.ask(story.secretary(), CloseCandidacies{id});
    story.ask(story.secretary(), NameElectionOfficers{id});
  }
  Ruling replace(std::uint32_t trustee) {
    return story.ask(story.secretary(), ReplaceTrustee{id, trustee, words("ill")});
  }
  /// The same, by somebody whose device had seen a head with this root.
  Ruling replace_seeing(std::string_view root) {
    story.pass(std::chrono::seconds{1});
    Asking asking = story.signed_by(story.secretary());
    asking.head = Head{7, token(root)};
    return story.ask_as(asking, ReplaceTrustee{id, 3, words("ill")});
  }
  PersonId trustee(std::uint32_t number) const { return election(id).trustees.at(number - 1).person; }
  ElectionId id;
};

TEST_F(WithTrustees, Clause3_5_AreReplacedAsOftenAsTheCharterSaysAndNoMore) {
  std::set<PersonId> seen;
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(seen.insert(trustee(3)).second) << "nobody comes twice";
    EXPECT_THAT(replace(3), led_to<TrusteeReplaced>());
  }
  EXPECT_THAT(replace(3), refused_for("trustees-were-replaced", clause::candidacies));
  EXPECT_THAT(replace(2), refused_for("trustees-were-replaced", clause::candidacies)) << "of one election together";
}

TEST_F(WithTrustees, Clause3_5_WhoComesFollowsFromTheRecordAsItStood) {
  std::set<PersonId> came;
  const Scenario before = story;
  for (const char* root : {"one", "two", "three", "four", "five", "six", "seven", "eight"}) {
    story = before;
    ASSERT_THAT(replace_seeing(root), allowed());
    came.insert(trustee(3));
  }
  EXPECT_GT(came.size(), 4u);
}

TEST_F(WithTrustees, Clause3_5_NeverComeFromAnOrganizationThatHasACandidate) {
  const PersonId before = trustee(3);
  const OrganizationId of_candidate = election(id).candidacies[0].organization;
  story.resigns(membership(story.now).seat_of(before, story.time).value());
  ASSERT_THAT(story.ask(people[0], NameAlternate{before, story.time, story.time + days{90}}), allowed());
  EXPECT_EQ(membership(story.now).mandates.back().organization, of_candidate);
  EXPECT_THAT(story.ask(before, PostKeyMessage{id, 1, words("certificate")}),
              refused_for("trustee-is-not-independent", clause::candidacies));
  for (int i = 0; i < 3; ++i) replace(2);
  EXPECT_THAT(replace(2), refused_for("trustees-were-replaced"));
  EXPECT_THAT(replace(3), allowed()) << "who must go is replaced whatever was before";
  EXPECT_THAT(story.ask(trustee(3), PostKeyMessage{id, 1, words("certificate")}), allowed());
}

TEST_F(WithTrustees, Clause3_5_OneOfTheManagementCommitteeIsEnough) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, trustee(2), story.time + days{90}});
  EXPECT_THAT(story.ask(trustee(1), PostKeyMessage{id, 1, words("certificate")}), allowed()) << "the Secretary";
  EXPECT_THAT(story.ask(trustee(2), PostKeyMessage{id, 1, words("certificate")}),
              refused_for("trustee-is-not-independent"));
  const PersonId co_chair = trustee(2);
  replace(2);
  EXPECT_FALSE(is_committee(story.now, trustee(2), story.time));
  replace(1);
  EXPECT_FALSE(is_committee(story.now, trustee(1), story.time)) << "the co-Chair was a trustee before";
  EXPECT_NE(trustee(1), co_chair);
}

/// Whoever comes for a Member comes by lot, as long as the committee has one among the trustees; else the committee's
/// comes.
TEST_F(WithTrustees, Clause3_5_AMemberComesForAMemberWhileTheCommitteeHasATrustee) {
  const PersonId further = [&] {
    for (const PersonId person : people)
      if (person != trustee(2) && person != trustee(3) && election(id).candidacy(person) == nullptr) return person;
    throw std::logic_error("nobody is left");
  }();
  story.ask(story.secretary(), SeatFoundingCoChair{1, further, story.time + days{90}});
  ASSERT_TRUE(is_committee(story.now, trustee(1), story.time));
  for (int i = 0; i < 3; ++i) {
    ASSERT_THAT(replace(3), led_to<TrusteeReplaced>());
    EXPECT_FALSE(is_committee(story.now, trustee(3), story.time));
  }
}

TEST_F(WithTrustees, Clause3_5_ACoChairComesForTheSecretary) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[7], story.time + days{90}});
  if (trustee(2) == people[7] || trustee(3) == people[7]) GTEST_FAIL() << "the lot named the co-Chair";
  replace(1);
  EXPECT_EQ(trustee(1), people[7]);
}

TEST_F(WithTrustees, Clause3_5_MakeTheirKeysAgainBeforeVotingWhereOneWasLost) {
  const RemakeKeys again{id, words("a lost file")};
  EXPECT_THAT(story.ask(story.secretary(), again), refused_for("keys-are-not-begun", clause::candidacies));
  make_keys(id);
  register_keys();
  EXPECT_THAT(story.ask(people[5], again), refused_for("only-committee-conducts-elections"));
  EXPECT_THAT(story.ask(story.secretary(), again), led_to<KeysDiscarded>());
  EXPECT_EQ(election(id).rounds_done(), 0u);
  EXPECT_THAT(story.ask(story.secretary(), opening(id)), refused_for("keys-are-not-made"));
  EXPECT_THAT(replace(3), allowed()) << "whoever lost theirs may give way, too";
  make_keys(id);
  begin_session();
  open(id);
  EXPECT_THAT(story.ask(story.secretary(), again), refused_for("not-in-preparation"));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_KeysAreNotMadeAgainBeforeThereAreTrustees) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_THAT(story.ask(story.secretary(), RemakeKeys{id, words("why")}), refused_for("no-such-trustee"));
}

}  // namespace
}  // namespace ccop::community::testing
