// The register of risks (clause 2.5): whoever holds a seat proposes, the committee takes up, an organization owns each
// and looks at it again; how it was described before stays.
#include "community/groups/working.hpp"
#include "community/risks/acts.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ARisk : public ::testing::Test, protected WithGroup {
 protected:
  [[nodiscard]] Time within_the_year() const { return time + days{200}; }
  RiskId proposed() {
    const RiskId id = risks(now).all.next();
    ask(seats[3], ProposeRisk{words("risk"), {}});
    return id;
  }
  /// Owned by the second seat's organization.
  RiskId taken_up() {
    const RiskId id = proposed();
    ask(secretary(), TakeUpRisk{id, seat(2), within_the_year()});
    return id;
  }
  [[nodiscard]] const Risk& the(RiskId id) const { return risks(now).all[id]; }
};

TEST_F(ARisk, IsProposedByWhoeverHoldsASeatAndByTheCommittee) {
  EXPECT_THAT(ask(seats[3], ProposeRisk{words("r"), {}}), led_to<RiskProposed>());
  EXPECT_THAT(ask(secretary(), ProposeRisk{words("r"), {}}), led_to<RiskProposed>());
  EXPECT_THAT(ask(person(), ProposeRisk{words("r"), {}}),
              refused_for("only-seats-propose-risks", clause::collective_risks));
  EXPECT_EQ(the({0}).state, RiskState::proposed);
  EXPECT_EQ(the({0}).current().by, seats[3]);
}

TEST_F(ARisk, StandsInTheRegisterOnceTheCommitteeTakesItUp) {
  const RiskId id = proposed();
  EXPECT_THAT(ask(seats[3], TakeUpRisk{id, seat(2), within_the_year()}),
              refused_for("only-committee-keeps-the-register", clause::management));
  EXPECT_THAT(ask(secretary(), TakeUpRisk{{9}, seat(2), within_the_year()}), refused_for("no-such-risk"));
  EXPECT_THAT(ask(secretary(), TakeUpRisk{id, seat(2), within_the_year()}), led_to<RiskTakenUp>());
  EXPECT_EQ(the(id).state, RiskState::open);
  EXPECT_EQ(the(id).owner, seat(2));
  EXPECT_THAT(ask(secretary(), TakeUpRisk{id, seat(2), within_the_year()}),
              refused_for("risk-is-answered", clause::collective_risks));
  EXPECT_THAT(ask(secretary(), DeclineRisk{id, words("why")}), refused_for("risk-is-answered"));
}

TEST_F(ARisk, IsOwnedByAnOrganizationThatBelongs) {
  const RiskId id = proposed();
  EXPECT_THAT(ask(secretary(), TakeUpRisk{id, {999}, within_the_year()}), refused_for("no-such-organization"));
  ask(secretary(), TakeUpRisk{id, seat(2), within_the_year()});
  EXPECT_THAT(ask(seats[3], HandOverRisk{id, seat(3)}),
              refused_for("only-owner-keeps-a-risk", clause::collective_risks));
  EXPECT_THAT(ask(seats[2], HandOverRisk{id, seat(2)}), refused_for("owns-it-already", clause::collective_risks));
  EXPECT_THAT(ask(seats[2], HandOverRisk{id, seat(3)}), led_to<RiskHandedOver>());
  EXPECT_THAT(ask(seats[2], ReviewRisk{id, words("note"), within_the_year()}), refused_for("only-owner-keeps-a-risk"));
  EXPECT_THAT(ask(seats[3], ReviewRisk{id, words("note"), within_the_year()}), led_to<RiskReviewed>());
}

TEST_F(ARisk, IsLookedAtAgainWithinTheDaysOfTheCharter) {
  const RiskId id = proposed();
  const std::uint32_t within = charter(now).risks.review_days;
  const auto at = [&](Time review_by) { return TakeUpRisk{id, seat(2), review_by}; };
  EXPECT_THAT(ask(secretary(), at(time)), refused_for("risk-is-reviewed-within", clause::collective_risks));
  EXPECT_THAT(ask(secretary(), at(time + days{within} + hours{1})), refused_for("risk-is-reviewed-within"));
  EXPECT_THAT(ask(secretary(), at(time + days{within})), led_to<RiskTakenUp>());
  EXPECT_THAT(ask(seats[2], ReviewRisk{id, words("note"), time}), refused_for("risk-is-reviewed-within"));
}

TEST_F(ARisk, IsOwedALookByItsOwnerAndAnAnswerByTheCommittee) {
  const RiskId id = proposed();
  ASSERT_THAT(owed("answer-risk"), SizeIs(1));
  EXPECT_EQ(owed("answer-risk")[0].owner, Owner::committee);
  const Time review_by = within_the_year();
  ask(secretary(), TakeUpRisk{id, seat(2), review_by});
  EXPECT_THAT(owed("answer-risk"), IsEmpty());
  ASSERT_THAT(owed("review-risk"), SizeIs(1));
  EXPECT_EQ(owed("review-risk")[0].seat, seat(2));
  EXPECT_EQ(owed("review-risk")[0].what.by, review_by);
  pass(days{10});
  const Time again = time + days{300};
  ask(seats[2], ReviewRisk{id, words("note"), again});
  EXPECT_EQ(owed("review-risk")[0].what.by, again);
  EXPECT_EQ(owed("review-risk")[0].since, time);
  EXPECT_EQ(the(id).reviews.size(), 1u);
  ask(secretary(), CloseRisk{id, words("over")});
  EXPECT_THAT(owed("review-risk"), IsEmpty());
}

TEST_F(ARisk, IsTheSecretarysToHandOverWhereItsOwnerLeft) {
  const RiskId id = taken_up();
  of<Membership>(now).organizations[seat(2)].until = time;
  EXPECT_THAT(owed("review-risk"), IsEmpty());
  ASSERT_THAT(owed("hand-over-risk"), SizeIs(1));
  EXPECT_EQ(owed("hand-over-risk")[0].owner, Owner::secretary);
  EXPECT_THAT(ask(secretary(), HandOverRisk{id, the(id).owner.value()}),
              refused_for("risk-owner-belongs", clause::collective_risks));
  EXPECT_THAT(ask(secretary(), HandOverRisk{id, seat(3)}), led_to<RiskHandedOver>());
  EXPECT_THAT(owed("hand-over-risk"), IsEmpty());
}

TEST_F(ARisk, KeepsHowItWasDescribedBefore) {
  const RiskId id = proposed();
  EXPECT_THAT(ask(seats[2], ReviseRisk{id, words("other"), {}}),
              refused_for("only-proposer-revises-a-risk", clause::collective_risks));
  EXPECT_THAT(ask(seats[3], ReviseRisk{id, words("other"), {}}), led_to<RiskRevised>());
  ask(secretary(), TakeUpRisk{id, seat(2), within_the_year()});
  EXPECT_THAT(ask(seats[3], ReviseRisk{id, words("mine"), {}}), refused_for("only-owner-keeps-a-risk"));
  EXPECT_THAT(ask(seats[2], ReviseRisk{id, words("third"), {}}), led_to<RiskRevised>());
  ASSERT_THAT(the(id).versions, SizeIs(3));
  EXPECT_EQ(the(id).versions[0].text, words("risk"));
  EXPECT_EQ(the(id).current().text, words("third"));
  EXPECT_EQ(the(id).current().by, seats[2]);
}

TEST_F(ARisk, IsTreatedByItemsThatThereAre) {
  const RiskId id = taken_up();
  const auto with = [&](std::vector<ItemId> treating) {
    return ask(seats[2], ReviseRisk{id, words("r"), std::move(treating)});
  };
  EXPECT_THAT(with({{0}}), refused_for("treated-by-items-there-are", clause::collective_risks));
  EXPECT_THAT(ask(seats[3], ProposeRisk{words("r"), {{0}}}), refused_for("treated-by-items-there-are"));
  ask(secretary(), AddItems{{words("i")}, {{ItemKind::action, seat(2), {}, {}, {}}}});
  EXPECT_THAT(with({{0}}), led_to<RiskRevised>());
  EXPECT_THAT(with(std::vector<ItemId>(50)), led_to<RiskRevised>());
  EXPECT_THAT(with(std::vector<ItemId>(51)), refused_for("treated-by-items-there-are"));
  EXPECT_THAT(the(id).current().items, SizeIs(50));
}

TEST_F(ARisk, IsClosedOrDeclinedForAReasonAndThenOver) {
  const RiskId closed = taken_up();
  const RiskId declined = proposed();
  EXPECT_THAT(ask(seats[2], CloseRisk{closed, words("over")}),
              refused_for("only-committee-keeps-the-register", clause::management));
  EXPECT_THAT(ask(secretary(), CloseRisk{declined, words("over")}),
              refused_for("risk-is-not-open", clause::collective_risks));
  EXPECT_THAT(ask(secretary(), CloseRisk{closed, words("over")}), led_to<RiskClosed>());
  EXPECT_THAT(ask(secretary(), DeclineRisk{declined, words("a part of another")}), led_to<RiskDeclined>());
  for (const RiskId id : {closed, declined}) {
    EXPECT_TRUE(the(id).is_over());
    EXPECT_THAT(ask(secretary(), ReviseRisk{id, words("r"), {}}), refused_for("risk-is-not-open"));
    EXPECT_THAT(ask(secretary(), ReviewRisk{id, words("r"), within_the_year()}), refused_for("risk-is-not-open"));
  }
  EXPECT_EQ(the(closed).reason, words("over"));
  EXPECT_EQ(the(declined).state, RiskState::declined);
}

TEST_F(ARisk, IsNotRevisedByAProposerWhoHoldsNoSeatAnyMore) {
  const RiskId id = proposed();
  resigns(membership(now).seat_of(seats[3], time).value());
  EXPECT_THAT(ask(seats[3], ReviseRisk{id, words("other"), {}}),
              refused_for("only-proposer-revises-a-risk", clause::collective_risks));
  EXPECT_THAT(ask(secretary(), ReviseRisk{id, words("other"), {}}), led_to<RiskRevised>());
}

TEST_F(ARisk, IsLookedAtAgainOnTheLastOfTheseDaysAtTheLatest) {
  const RiskId id = taken_up();
  const Time last = time + std::chrono::seconds{1} + days{charter(now).risks.review_days};
  EXPECT_THAT(ask(seats[2], ReviewRisk{id, words("note"), last}), led_to<RiskReviewed>());
  EXPECT_THAT(ask(seats[2], ReviewRisk{id, words("note"), last + days{1}}), refused_for("risk-is-reviewed-within"));
}

/// Whoever owns a risk since today has not owed a look at it for longer.
TEST_F(ARisk, IsOwedALookByItsNewOwnerSinceItWasHandedOver) {
  const RiskId id = taken_up();
  pass(days{10});
  ask(seats[2], HandOverRisk{id, seat(3)});
  ASSERT_THAT(owed("review-risk"), SizeIs(1));
  EXPECT_EQ(owed("review-risk")[0].seat, seat(3));
  EXPECT_EQ(owed("review-risk")[0].since, time);
}

}  // namespace
}  // namespace ccop::community
