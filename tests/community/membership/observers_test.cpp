// Observers (clauses 4.6 and 4.7).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Observers, AreAdmittedByTheCommitteeAfterConsultation) {  // clause 4.6
  Scenario ccop;
  const auto people = ccop.members(3);
  EXPECT_THAT(ccop.ask(people[2], ProposeObserver{"OAS", "Organization of American States", words("why")}),
              refused_for("only-committee-proposes-observers", clause::observers_admitted));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserver{"OAS", "Organization of American States", words("why")}),
              led_to<ObserverProposed>());
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserver{"WHO", "Another", words("why")}),
              refused_for("organization-known-already"));
  EXPECT_THAT(ccop.ask(people[2], CommentOnObserver{{0}, words("welcome")}), led_to<ObserverCommented>());
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{0}, true}), refused_for("consultation-runs-until"));
  ccop.pass(days{14});
  EXPECT_THAT(ccop.ask(people[2], CommentOnObserver{{0}, words("late")}), refused_for("consultation-is-over"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{0}, true}), ::testing::Not(led_to<ObserverAdmitted>()));
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{0}, true}), refused_for("opinion-already-given"));
  EXPECT_THAT(ccop.ask(people[0], DecideOnObserver{{0}, true}), led_to<ObserverAdmitted>());
  EXPECT_EQ(membership(ccop.now).organizations[ccop.organization("OAS")].status, Status::observer);
}

/// First all Members are asked to comment, then the committee to decide, each of it until they did.
TEST(Observers, AreOnTheDeskOfWhoeverIsToSayWhatTheyThink) {
  Scenario ccop;
  const auto people = ccop.members(3);
  ccop.ask(ccop.secretary(), ProposeObserver{"OAS", "Organization of American States", words("why")});
  const auto awaits = [&](PersonId person, std::string_view kind) {
    return std::ranges::count(tasks(ccop.now, person, ccop.time), kind, &Task::kind);
  };
  EXPECT_EQ(awaits(people[2], "comment-observer"), 1);
  EXPECT_EQ(awaits(people[0], "decide-observer"), 0);
  ccop.pass(days{14});
  EXPECT_EQ(awaits(people[2], "comment-observer"), 0);
  EXPECT_EQ(awaits(people[0], "decide-observer"), 1);
  ccop.ask(people[0], DecideOnObserver{{0}, true});
  EXPECT_EQ(awaits(people[0], "decide-observer"), 0);
}

/// A community whose committee (the Secretary and one co-Chair) admitted the OAS as Observer.
struct WithAdmittedObserver : Scenario {
  WithAdmittedObserver() {
    ask(secretary(), ProposeObserver{"OAS", "Organization of American States", words("why")});
    pass(days{14});
    settle_on({0}, true);
  }
  Ruling settle_on(ProposalId proposal, bool admit) {
    ask(secretary(), DecideOnObserver{proposal, admit});
    return ask(people[0], DecideOnObserver{proposal, admit});
  }
  bool belongs() { return membership(now).belongs("OAS", time); }
  std::vector<PersonId> people = members(3);
};

TEST(Observers, AreEndedTheWayTheyWereAdmitted) {  // clause 4.6
  WithAdmittedObserver ccop;
  const OrganizationId oas = ccop.organization("OAS");
  const PersonId ciso = ccop.representative("OAS");
  EXPECT_THAT(ccop.ask(ccop.people[1], ProposeObserverEnd{oas, words("why")}),
              refused_for("only-committee-proposes-observers", clause::observers_admitted));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserverEnd{oas, words("why")}), led_to<ObserverEndProposed>());
  EXPECT_THAT(ccop.ask(ccop.people[2], CommentOnObserver{{1}, words("a pity")}), led_to<ObserverCommented>());
  EXPECT_THAT(ccop.ask(ccop.secretary(), DecideOnObserver{{1}, false}), refused_for("consultation-runs-until"));
  ccop.pass(days{14});
  EXPECT_THAT(ccop.settle_on({1}, false), led_to<ObserverEnded>());
  EXPECT_FALSE(ccop.belongs());
  EXPECT_FALSE(membership(ccop.now).seat_of(ciso, ccop.time)) << "the seat ends with the organization's status";
}

TEST(Observers, StayWhenTheCommitteeKeepsThem) {
  WithAdmittedObserver ccop;
  ccop.ask(ccop.secretary(), ProposeObserverEnd{ccop.organization("OAS"), words("why")});
  ccop.pass(days{14});
  EXPECT_THAT(ccop.settle_on({1}, true), led_to<ObserverKept>());
  EXPECT_TRUE(ccop.belongs());
}

TEST(Observers, LeaveByThemselvesAndComeBackToTheirOwnHistory) {
  WithAdmittedObserver ccop;
  const OrganizationId oas = ccop.organization("OAS");
  const PersonId ciso = ccop.representative("OAS");
  EXPECT_THAT(ccop.ask(ciso, LeaveAsObserver{}), led_to<ObserverEnded>());
  EXPECT_FALSE(ccop.belongs());
  ccop.ask(ccop.secretary(), ProposeObserver{"OAS", "Organization of the American States", words("again")});
  ccop.pass(days{14});
  EXPECT_THAT(ccop.settle_on({1}, true), led_to<ObserverAdmitted>());
  EXPECT_EQ(membership(ccop.now).proposals[{1}].organization, oas);
  EXPECT_EQ(membership(ccop.now).organizations[oas].name, "Organization of the American States")
      << "as it is called now";
  EXPECT_TRUE(ccop.belongs());
  EXPECT_EQ(ccop.organization("OAS"), oas);
  EXPECT_FALSE(membership(ccop.now).organizations[oas].mandates.empty());
}

TEST(Observers, ThatTheCharterListsEndByAmendmentAlone) {
  Scenario ccop;
  const PersonId cern = ccop.representative("CERN");
  EXPECT_THAT(ccop.ask(cern, LeaveAsObserver{}), refused_for("organization-is-in-charter"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), ProposeObserverEnd{ccop.organization("WHO"), words("why")}),
              refused_for("organization-is-in-charter"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), LeaveAsObserver{}), refused_for("only-main-representative-leaves"));
}

TEST(Observers, HaveNoVote) {  // clause 4.7
  Scenario ccop;
  const PersonId cern = ccop.representative("CERN");
  EXPECT_FALSE(voting_organization(ccop.now, cern, ccop.time));
  EXPECT_THAT(ccop.ask(cern, ProposeMotion{{}, Purpose::resolution, words("m"), {}, Method::silence, false, {}}),
              refused_for("only-members-propose", clause::voting));
}

TEST(Observers, AreProposedWithAKeyAndAName) {  // clause 4.6
  Scenario ccop;
  EXPECT_THAT(ccop.ask({0}, ProposeObserver{"", "Nameless", words("why")}),
              refused_for("organization-needs-key-and-name", clause::observers_admitted));
}

TEST(Observers, AreConsultedOnByMembersAndDecidedOnByTheCommitteeOnce) {  // clause 4.6
  WithAdmittedObserver ccop;
  EXPECT_THAT(ccop.ask({0}, DecideOnObserver{{0}, true}), refused_for("already-settled", clause::observers_admitted));
  EXPECT_THAT(ccop.ask({0}, DecideOnObserver{{9}, true}), refused_for("no-such-proposal", clause::observers_admitted));
  ccop.ask({0}, ProposeObserver{"NATO", "Another organization", words("why")});
  EXPECT_THAT(ccop.ask(ccop.secretary(), CommentOnObserver{{1}, words("x")}),
              refused_for("only-members-are-consulted", clause::observers_admitted));
  EXPECT_THAT(ccop.ask(ccop.people[1], CommentOnObserver{{9}, words("x")}), refused_for("no-such-proposal"));
  ccop.pass(days{14});
  EXPECT_THAT(ccop.ask(ccop.people[1], DecideOnObserver{{1}, true}),
              refused_for("only-committee-admits", clause::observers_admitted));
}

TEST(Observers, ThatAreNoneAreNotEnded) {
  WithAdmittedObserver ccop;
  EXPECT_THAT(ccop.ask({0}, ProposeObserverEnd{{999}, words("why")}),
              refused_for("no-such-organization", clause::observers_admitted));
}

}  // namespace
}  // namespace ccop::community
