// Direction and priorities (clauses 7.1, 7.2, 7.4): entered with the letter, reviewed in plenary, opted into.
#include "community/duties.hpp"
#include "community/priorities/acts.hpp"
#include "community/priorities/reviewed.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class APriority : public ::testing::Test, protected WithReview {
 protected:
  [[nodiscard]] Time next_year() const { return time + days{365}; }
  [[nodiscard]] std::vector<Duty> owed(std::string_view kind) const {
    std::vector<Duty> all = duties(now, time);
    std::erase_if(all, [&](const Duty& duty) { return duty.what.kind != kind; });
    return all;
  }
};
using ADirection = APriority;

TEST_F(ADirection, IsEnteredWithItsLetterByTheCommittee) {  // clause 7.1
  EXPECT_THAT(ask(seats[1], ReceiveDirection{words("letter"), time}),
              refused_for("only-committee-enters-direction", clause::direction));
  EXPECT_THAT(ask(seats[0], ReceiveDirection{words("letter"), time + days{2}}),
              refused_for("direction-is-not-of-the-future", clause::direction));
  const Time dated = time - days{9};
  EXPECT_THAT(ask(secretary(), ReceiveDirection{words("letter"), dated}), led_to<DirectionReceived>());
  EXPECT_EQ(priorities(now).directions[{0}].dated, dated);
  EXPECT_EQ(priorities(now).directions[{0}].entered_by, secretary());
}

TEST_F(APriority, FollowsDirectionsThatAreThere) {
  ask(secretary(), ReceiveDirection{words("letter"), time});
  EXPECT_THAT(ask(seats[1], ProposePriority{words("p"), {{1}}, next_year()}), refused_for("no-such-direction"));
  EXPECT_THAT(ask(seats[1], ProposePriority{words("p"), std::vector<DirectionId>(21, {0}), next_year()}),
              refused_for("too-many-directions", clause::direction));
  EXPECT_THAT(ask(seats[1], ProposePriority{words("p"), {{0}}, next_year()}), led_to<PriorityProposed>());
  EXPECT_THAT(priorities(now).all[{0}].version().directions, ElementsAre(DirectionId{0}));
}

TEST_F(APriority, IsProposedByMembersAndTheCommitteeAndHasAnEnd) {
  const PersonId observer = representative("CERN");
  EXPECT_THAT(ask(observer, ProposePriority{words("p"), {}, next_year()}),
              refused_for("only-members-propose", clause::plenary_review));
  for (const Time ends : {time, time + days{5 * 366 + 1}})
    EXPECT_THAT(ask(seats[1], ProposePriority{words("p"), {}, ends}),
                refused_for("work-ends-within", clause::work_plan));
  EXPECT_THAT(ask(seats[1], ProposePriority{words("p"), {}, next_year()}), led_to<PriorityProposed>());
  EXPECT_THAT(ask(secretary(), ProposePriority{words("p"), {}, next_year()}), led_to<PriorityProposed>());
}

TEST_F(APriority, KeepsEachOfItsVersions) {  // clause 7.3
  const PriorityId id = proposed(next_year());
  EXPECT_THAT(ask(seats[2], RevisePriority{id, words("second"), {}, next_year()}),
              refused_for("only-proposer-revises", clause::work_plan));
  EXPECT_THAT(ask(seats[1], RevisePriority{{7}, words("second"), {}, next_year()}), refused_for("no-such-priority"));
  EXPECT_THAT(ask(seats[1], RevisePriority{id, words("second"), {}, next_year()}), led_to<PriorityRevised>());
  EXPECT_THAT(ask(secretary(), RevisePriority{id, words("third"), {}, next_year()}), led_to<PriorityRevised>());
  const auto& versions = priorities(now).all[id].versions;
  ASSERT_EQ(versions.size(), 3u);
  EXPECT_EQ(versions[0].text, words("priority"));
  EXPECT_EQ(versions[2].text, words("third"));
  EXPECT_EQ(versions[2].by, secretary());
}

TEST_F(APriority, TakesEffectWhenTheMembershipAdoptsIt) {  // clause 7.2
  const PriorityId id = proposed(next_year());
  const MotionId motion = put_to_review(id);
  EXPECT_EQ(state_of(id), PriorityState::under_review);
  EXPECT_EQ(decisions(now).motions[motion].text, words("priority"));
  EXPECT_THAT(ask(seats[1], RevisePriority{id, words("second"), {}, next_year()}),
              refused_for("priority-is-no-proposal", clause::plenary_review));
  decide_on(motion, 3);
  EXPECT_EQ(state_of(id), PriorityState::in_effect);
}

TEST_F(APriority, IsDeclinedWhenTheMembershipRejectsIt) {
  const PriorityId id = proposed(next_year());
  decide_on(put_to_review(id), 1);
  EXPECT_EQ(state_of(id), PriorityState::declined);
  EXPECT_THAT(ask(seats[1], ReviewPriority{id, session, Method::vote, false}), refused_for("priority-is-no-proposal"));
}

TEST_F(APriority, IsAProposalAgainWhenItsReviewComesToNothing) {
  const PriorityId tied = proposed(next_year());
  decide_on(put_to_review(tied), 2);
  EXPECT_EQ(state_of(tied), PriorityState::proposed);
  const PriorityId withdrawn = proposed(next_year());
  ask(seats[1], WithdrawMotion{put_to_review(withdrawn)});
  EXPECT_EQ(state_of(withdrawn), PriorityState::proposed);
  const PriorityId forgotten = proposed(next_year());
  put_to_review(forgotten);
  closes(seats[0], session);
  EXPECT_EQ(state_of(forgotten), PriorityState::proposed);
}

TEST_F(APriority, IsAProposalAgainWhenTheMeetingOfItsReviewIsCancelled) {
  const MeetingId later = meeting();
  const SessionId other = WithReview::Scenario::session(later, SessionKind::executive);
  ask(secretary(), PublishMeeting{later});
  const PriorityId id = proposed(next_year());
  EXPECT_THAT(ask(seats[1], ReviewPriority{id, other, Method::consensus, false}), led_to<PriorityPutToReview>());
  ask(secretary(), CancelMeeting{later, words("why")});
  EXPECT_EQ(state_of(id), PriorityState::proposed);
  EXPECT_THAT(ask(seats[1], ReviewPriority{id, other, Method::consensus, false}), refused_for("session-is-closed"));
}

TEST_F(APriority, IsReviewedInExecutiveSessionAlone) {  // clause 7.2
  const PriorityId id = proposed(next_year());
  const SessionId open = WithReview::Scenario::session(meeting(), SessionKind::open);
  EXPECT_THAT(ask(seats[1], ReviewPriority{id, open, Method::vote, false}),
              refused_for("priorities-in-executive-session", clause::plenary_review));
  EXPECT_THAT(ask(seats[1], ReviewPriority{id, session, Method::silence, false}),
              refused_for("priorities-in-executive-session"));
  EXPECT_THAT(ask(seats[1], ReviewPriority{id, {99}, Method::vote, false}), refused_for("no-such-session"));
  EXPECT_THAT(ask(representative("CERN"), ReviewPriority{id, session, Method::vote, false}),
              refused_for("only-members-propose", clause::voting));
}

/// Whoever puts another text to review than the one that stands is refused: the hub compares what was seen.
TEST_F(APriority, IsReviewedAndOptedIntoAsItWasSeen) {
  const PriorityId id = proposed(next_year());
  const Wording another{{words("another")}, {}};
  EXPECT_THAT(ask(seats[1], ReviewPriority{id, session, Method::vote, false, another}), refused_for("reads-otherwise"));
  decide_on(put_to_review(id), 4);
  EXPECT_THAT(ask(seats[1], TakeStance{id, Stance::in, another}), refused_for("reads-otherwise"));
}

TEST_F(APriority, IsOptedIntoAndOutOfBySeat) {  // clause 7.4
  const PriorityId id = proposed(next_year());
  EXPECT_THAT(ask(seats[1], TakeStance{id, Stance::in}), refused_for("priority-is-not-in-effect", clause::opt_in));
  decide_on(put_to_review(id), 4);
  EXPECT_THAT(ask(representative("CERN"), TakeStance{id, Stance::in}), refused_for("only-members-opt", clause::opt_in));
  EXPECT_THAT(ask(seats[1], TakeStance{id, Stance::in}), led_to<StanceTaken>());
  EXPECT_THAT(ask(seats[1], TakeStance{id, Stance::in}), refused_for("stance-is-the-same", clause::opt_in));
  EXPECT_THAT(ask(seats[1], TakeStance{id, Stance::out}), led_to<StanceTaken>());
  const OrganizationId seat = *membership(now).seat_organization(seats[1], time);
  EXPECT_EQ(priorities(now).all[id].stance_of(seat), Stance::out);
  EXPECT_THAT(ask(seats[1], TakeStance{id, std::nullopt}), led_to<StanceTaken>());
  EXPECT_EQ(priorities(now).all[id].stance_of(seat), std::nullopt);
}

TEST_F(APriority, AsksEachMemberOnce) {
  const auto asks = [&](PersonId person) {
    const auto all = tasks(now, person, time);
    return std::ranges::count(all, "take-stance", &Task::kind);
  };
  const PriorityId id = in_effect(next_year());
  EXPECT_EQ(asks(seats[2]), 1);
  EXPECT_EQ(asks(secretary()), 0);
  ask(seats[2], TakeStance{id, Stance::in});
  ask(seats[2], TakeStance{id, std::nullopt});
  EXPECT_EQ(asks(seats[2]), 0);
}

TEST_F(APriority, EndsByItselfAndTheCommitteeIsWarned) {  // clause 7.3
  const Time ends = time + days{100};
  const PriorityId id = in_effect(ends);
  EXPECT_THAT(owed("priority-ends"), IsEmpty());
  time = ends - days{60};
  ASSERT_EQ(owed("priority-ends").size(), 1u);
  EXPECT_THAT(owed("priority-ends")[0].announced_at, ElementsAre(ends - days{60}, ends - days{30}, ends - days{7}));
  time = ends;
  settle();
  EXPECT_EQ(state_of(id), PriorityState::ended);
  EXPECT_THAT(owed("priority-ends"), IsEmpty());
}

TEST_F(APriority, ThatNobodyReviewedEndsByItself) {
  const PriorityId id = proposed(time + days{30});
  EXPECT_EQ(owed("review-priority").size(), 1u);
  pass(days{30});
  settle();
  EXPECT_EQ(state_of(id), PriorityState::ended);
}

TEST_F(APriority, IsExtendedOrEndedAsTheMembershipDecided) {
  const DecisionId before = adopted_decision();
  const Time ends = time + days{100};
  const PriorityId id = in_effect(ends);
  const DecisionId later = adopted_decision();
  const DecisionId rejected = decisions(now).registered.next();
  decide_on(motion(seats[1], session, Method::vote), 0);

  EXPECT_THAT(ask(seats[1], ExtendPriority{id, ends + days{9}, later}),
              refused_for("only-committee-keeps-the-work-plan", clause::management));
  for (const DecisionId none : {before, rejected})
    EXPECT_THAT(ask(secretary(), ExtendPriority{id, ends + days{9}, none}),
                refused_for("decision-is-no-basis", clause::plenary_review));
  EXPECT_THAT(ask(secretary(), ExtendPriority{id, ends + days{9}, {99}}), refused_for("no-such-decision"));
  EXPECT_THAT(ask(secretary(), ExtendPriority{id, ends, later}), refused_for("work-ends-within"));
  EXPECT_THAT(ask(secretary(), ExtendPriority{id, ends + days{9}, later}), led_to<PriorityExtended>());
  time = ends;
  EXPECT_FALSE(has_due(now, time));
  EXPECT_THAT(ask(secretary(), EndPriority{id, before}), refused_for("decision-is-no-basis"));
  EXPECT_THAT(ask(secretary(), EndPriority{id, later}), led_to<PriorityEnded>());
  EXPECT_THAT(ask(secretary(), EndPriority{id, later}), refused_for("priority-is-not-in-effect"));
}

TEST_F(APriority, IsWithdrawnWhileItIsAProposal) {
  const PriorityId id = proposed(next_year());
  EXPECT_THAT(ask(seats[2], WithdrawPriority{id}), refused_for("only-proposer-revises"));
  EXPECT_THAT(ask(seats[1], WithdrawPriority{id}), led_to<PriorityWithdrawn>());
  EXPECT_THAT(ask(seats[1], WithdrawPriority{id}), refused_for("priority-is-no-proposal"));
}

/// Its review is owed by the next executive session, if there is one ahead.
TEST_F(APriority, IsToBeReviewedByTheNextExecutiveSession) {
  pass(hours{2});
  const MeetingId later = meeting();
  WithReview::Scenario::session(later, SessionKind::executive);
  ask(secretary(), PublishMeeting{later});
  proposed(next_year());
  EXPECT_EQ(owed("review-priority")[0].what.by, meetings(now).all[later].starts);
  EXPECT_EQ(owed("review-priority")[0].owner, Owner::committee);
}

TEST_F(APriority, FollowsTwentyDirectionsAtMost) {
  ask(secretary(), ReceiveDirection{words("letter"), time});
  EXPECT_THAT(ask(seats[1], ProposePriority{words("p"), std::vector<DirectionId>(20, {0}), next_year()}),
              led_to<PriorityProposed>());
}

/// A letter may bear the date of those for whom tomorrow has begun.
TEST_F(ADirection, IsDatedTomorrowAtTheLatest) {
  const Time tomorrow = time + std::chrono::seconds{1} + days{1};
  EXPECT_THAT(ask(secretary(), ReceiveDirection{words("letter"), tomorrow}), led_to<DirectionReceived>());
}

TEST_F(APriority, IsToBeReviewedByTheSoonestExecutiveSessionThatWasAnnounced) {
  const auto planned = [&](Time starts, SessionKind kind) {
    const MeetingId id = meetings(now).all.next();
    ask(secretary(), PlanMeeting{MeetingKind::ad_hoc, words("m"), starts, starts + days{1}, "Europe/Rome", 2, 60});
    WithReview::Scenario::session(id, kind);
    return id;
  };
  pass(hours{2});
  proposed(next_year());
  const auto by = [&] { return owed("review-priority").at(0).what.by; };
  const Time soon = time + days{10};
  const Time later = time + days{20};
  const MeetingId first = planned(later, SessionKind::executive);
  EXPECT_EQ(by(), std::nullopt);
  ask(secretary(), PublishMeeting{first});
  EXPECT_EQ(by(), later);
  ask(secretary(), PublishMeeting{planned(soon - days{1}, SessionKind::open)});
  EXPECT_EQ(by(), later);
  const MeetingId second = planned(soon, SessionKind::executive);
  ask(secretary(), PublishMeeting{second});
  ask(secretary(), PublishMeeting{planned(later + days{1}, SessionKind::executive)});
  EXPECT_EQ(by(), soon);
  ask(secretary(), CancelMeeting{second, words("why")});
  EXPECT_EQ(by(), later);
}

}  // namespace
}  // namespace ccop::community
