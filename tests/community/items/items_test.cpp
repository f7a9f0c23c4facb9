// Milestones and action items (clauses 2.7, 3.8, 7.3): held by a seat, handed over, put off in sight of all, and never
// nobody's.
#include "community/groups/working.hpp"
#include "community/items/acts.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AnItem : public ::testing::Test, protected WithGroup {
 protected:
  AnItem() { founded(); }
  PersonId lead() const { return seats[1]; }
  [[nodiscard]] Time later() const { return time + days{30}; }
  /// An action of the group that the third seat holds.
  ItemId added() {
    const ItemId id = items(now).all.next();
    ask(lead(), AddItems{{words("item")}, {{ItemKind::action, seat(2), group, {}, later()}}});
    return id;
  }
  [[nodiscard]] const Item& the(ItemId id) const { return items(now).all[id]; }
};

TEST_F(AnItem, IsPlannedByTheLeadForItsGroupAndByTheCommittee) {  // clause 5.8
  const AddItems of_group{{words("i")}, {{ItemKind::milestone, seat(2), group, {}, later()}}};
  const AddItems of_all{{words("i")}, {{ItemKind::action, seat(2), {}, {}, later()}}};
  EXPECT_THAT(ask(seats[2], of_group), refused_for("only-leads-and-committee-plan", clause::lead_organizations));
  EXPECT_THAT(ask(lead(), of_group), led_to<ItemAdded>());
  EXPECT_THAT(ask(lead(), of_all), refused_for("only-leads-and-committee-plan", clause::lead_organizations));
  EXPECT_THAT(ask(secretary(), of_all), led_to<ItemAdded>());
}

TEST_F(AnItem, IsAddedWithAllOthersOrNotAtAll) {
  EXPECT_THAT(ask(lead(), AddItems{{words("a"), words("b")},
                                   {{ItemKind::action, seat(2), group, {}, later()},
                                    {ItemKind::action, seat(2), group, {}, time - days{1}}}}),
              refused_for("item-is-due-later", clause::work_plan));
  EXPECT_TRUE(items(now).all.empty());
  EXPECT_THAT(ask(lead(), AddItems{{words("a")}, {}}), refused_for("each-item-has-its-text", clause::the_record));
  EXPECT_THAT(ask(lead(), AddItems{}), refused_for("each-item-has-its-text"));
  const std::vector<Brought<Content>> texts(201, words("a"));
  const std::vector<ItemAsked> many(201, {ItemKind::action, seat(2), group, {}, later()});
  AddItems all;
  all.texts.assign(201, words("a"));
  all.items = many;
  EXPECT_THAT(ask(lead(), all), refused_for("so-many-items-at-once", clause::work_plan));
  all.texts.pop_back();
  all.items.pop_back();
  EXPECT_THAT(ask(lead(), all), led_to<ItemAdded>());
  EXPECT_EQ(items(now).all.size(), 200u);
}

TEST_F(AnItem, IsOfWhatIsThere) {
  const auto with = [&](ItemAsked item) { return AddItems{{words("i")}, {item}}; };
  EXPECT_THAT(ask(secretary(), with({ItemKind::action, {999}, group, {}, {}})), refused_for("no-such-organization"));
  EXPECT_THAT(ask(secretary(), with({ItemKind::action, seat(2), GroupId{9}, {}, {}})), refused_for("no-such-group"));
  EXPECT_THAT(ask(secretary(), with({ItemKind::action, seat(2), {}, DecisionId{99}, {}})),
              refused_for("no-such-decision"));
  EXPECT_THAT(ask(secretary(), with({ItemKind::milestone, seat(2), {}, {}, {}})),
              refused_for("a-milestone-is-a-groups", clause::work_plan));
  ask(lead(), ConcludeGroup{group, words("report")});
  EXPECT_THAT(ask(secretary(), with({ItemKind::milestone, seat(2), group, {}, {}})), refused_for("group-is-over"));
}

/// "The session requested X to do Y by Z": what is asked stands with the decision that asks for it.
TEST_F(AnItem, ComesOutOfADecisionThatWasAdopted) {  // clause 3.8
  const DecisionId decision = adopted_decision();
  const DecisionId rejected = decisions(now).registered.next();
  decide_on(motion(seats[1], session, Method::vote), 0);
  EXPECT_THAT(ask(secretary(), AddItems{{words("i")}, {{ItemKind::action, seat(3), {}, rejected, later()}}}),
              refused_for("decision-is-no-basis"));
  EXPECT_THAT(ask(secretary(), AddItems{{words("i")}, {{ItemKind::action, seat(3), {}, decision, later()}}}),
              led_to<ItemAdded>());
  EXPECT_EQ(the({0}).decision, decision);
}

TEST_F(AnItem, IsOwedByItsHolderUntilItIsDone) {
  const ItemId id = added();
  ASSERT_THAT(owed("finish-item"), SizeIs(1));
  EXPECT_EQ(owed("finish-item")[0].seat, seat(2));
  EXPECT_EQ(owed("finish-item")[0].what.by, the(id).due);
  EXPECT_THAT(ask(seats[3], FinishItem{id, words("evidence")}),
              refused_for("only-who-holds-or-leads", clause::lead_organizations));
  EXPECT_THAT(ask(seats[2], FinishItem{id, words("evidence")}), led_to<ItemFinished>());
  EXPECT_EQ(the(id).evidence, words("evidence"));
  EXPECT_THAT(owed("finish-item"), IsEmpty());
  EXPECT_THAT(ask(seats[2], FinishItem{id, words("evidence")}), refused_for("item-is-over", clause::work_plan));
  EXPECT_THAT(ask(seats[2], FinishItem{{9}, words("evidence")}), refused_for("no-such-item", clause::the_record));
}

TEST_F(AnItem, TellsHowOftenItWasPutOff) {
  const ItemId id = added();
  const Time due = *the(id).due;
  EXPECT_THAT(ask(seats[2], ChangeItem{id, words("item"), due + days{9}}),
              refused_for("only-leads-and-committee-plan"));
  ask(lead(), ChangeItem{id, words("item, in other words"), due});
  EXPECT_EQ(the(id).slipped, 0u);
  ask(lead(), ChangeItem{id, words("item"), due + days{9}});
  ask(lead(), ChangeItem{id, words("item"), due + days{2}});
  ask(lead(), ChangeItem{id, words("item"), std::nullopt});
  EXPECT_EQ(the(id).slipped, 2u);
  std::vector<ItemEvent> events;
  for (const ItemMove& one : the(id).moves) events.push_back(one.what);
  EXPECT_THAT(events, ElementsAre(ItemEvent::added, ItemEvent::changed, ItemEvent::slipped, ItemEvent::changed,
                                  ItemEvent::slipped));
}

TEST_F(AnItem, ThatIsOverdueMayBeSaidInOtherWords) {
  const ItemId id = added();
  const Time due = *the(id).due;
  time = due + days{1};
  EXPECT_THAT(ask(lead(), ChangeItem{id, words("other words"), due}), led_to<ItemChanged>());
  EXPECT_THAT(ask(lead(), ChangeItem{id, words("other words"), due - days{1}}), refused_for("item-is-due-later"));
}

TEST_F(AnItem, IsHandedOver) {
  const ItemId id = added();
  EXPECT_THAT(ask(seats[3], HandOverItem{id, seat(3)}), refused_for("only-who-holds-or-leads"));
  EXPECT_THAT(ask(seats[2], HandOverItem{id, seat(2)}), refused_for("holds-it-already", clause::work_plan));
  EXPECT_THAT(ask(seats[2], HandOverItem{id, seat(3)}), led_to<ItemHandedOver>());
  EXPECT_EQ(the(id).held_since, time);
  EXPECT_EQ(the(id).moves.back().what, ItemEvent::handed_over);
  EXPECT_EQ(the(id).moves.back().holder, seat(3));
  EXPECT_EQ(owed("finish-item")[0].seat, seat(3));
  of<Membership>(now).organizations[seat(0)].until = time;
  EXPECT_THAT(ask(seats[3], HandOverItem{id, OrganizationId{0}}), refused_for("holder-belongs", clause::work_plan));
}

/// An organization that leaves the community leaves its items to the group's Lead; those of no group to the Secretary,
/// who gives them away.
TEST_F(AnItem, IsNeverNobodys) {
  const ItemId id = added();
  ask(secretary(), AddItems{{words("i")}, {{ItemKind::action, seat(2), {}, {}, {}}}});
  of<Membership>(now).organizations[seat(2)].until = time;
  EXPECT_EQ(holder_of(now, the(id), time), seat(1));
  EXPECT_THAT(ask(lead(), StartItem{id}), led_to<ItemStarted>());
  ASSERT_THAT(owed("hand-over-item"), SizeIs(1));
  EXPECT_EQ(owed("hand-over-item")[0].owner, Owner::secretary);
  EXPECT_THAT(ask(secretary(), HandOverItem{{1}, seat(3)}), led_to<ItemHandedOver>());
  EXPECT_THAT(owed("hand-over-item"), IsEmpty());
}

TEST_F(AnItem, IsBlockedByWhatIsOpenAndGoesOn) {
  const ItemId first = added();
  const ItemId second = added();
  EXPECT_THAT(ask(seats[2], BlockItem{first, {first}, words("why")}),
              refused_for("blocked-by-what-is-open", clause::work_plan));
  EXPECT_THAT(ask(seats[2], BlockItem{first, {{9}}, words("why")}), refused_for("blocked-by-what-is-open"));
  EXPECT_THAT(ask(seats[2], BlockItem{first, {second}, words("why")}), led_to<ItemBlocked>());
  EXPECT_EQ(the(first).state, ItemState::blocked);
  EXPECT_THAT(the(first).blocked_by, ElementsAre(second));
  EXPECT_THAT(ask(seats[2], StartItem{first}), led_to<ItemStarted>());
  EXPECT_THAT(the(first).blocked_by, IsEmpty());
  EXPECT_THAT(ask(seats[2], StartItem{first}), refused_for("item-is-under-way", clause::work_plan));
  ask(seats[2], FinishItem{second, words("e")});
  EXPECT_THAT(ask(seats[2], BlockItem{first, {second}, words("why")}), refused_for("blocked-by-what-is-open"));
}

TEST_F(AnItem, IsDroppedForAReasonByWhoeverPlansIt) {
  const ItemId id = added();
  EXPECT_THAT(ask(seats[2], DropItem{id, words("why")}), refused_for("only-leads-and-committee-plan"));
  EXPECT_THAT(ask(lead(), DropItem{id, words("why")}), led_to<ItemDropped>());
  EXPECT_EQ(the(id).reason, words("why"));
  EXPECT_THAT(owed("finish-item"), IsEmpty());
}

/// A group that is over leaves what is open to the committee.
TEST_F(AnItem, OutlivesItsGroup) {
  const ItemId id = added();
  ask(lead(), ConcludeGroup{group, words("report")});
  EXPECT_THAT(owed("finish-item"), SizeIs(1));
  EXPECT_THAT(ask(lead(), DropItem{id, words("why")}), refused_for("only-leads-and-committee-plan"));
  EXPECT_THAT(ask(secretary(), DropItem{id, words("why")}), led_to<ItemDropped>());
}

TEST_F(AnItem, IsPlannedByTheConvenerWhileItsGroupHasNoLead) {  // clause 7.5
  const AddItems of_group{{words("i")}, {{ItemKind::action, seat(2), group, {}, later()}}};
  ask(lead(), StepBackAsLead{group, words("why")});
  ask(secretary(), NameConvener{group, seat(3)});
  EXPECT_THAT(ask(lead(), of_group), refused_for("only-leads-and-committee-plan"));
  EXPECT_THAT(ask(seats[3], of_group), led_to<ItemAdded>());
}

TEST_F(AnItem, IsDueWithinFiveYears) {
  const Time last = time + std::chrono::seconds{1} + days{5 * 366};
  const auto due = [&](Time by) { return AddItems{{words("i")}, {{ItemKind::action, seat(2), group, {}, by}}}; };
  EXPECT_THAT(ask(lead(), due(last)), led_to<ItemAdded>());
  EXPECT_THAT(ask(lead(), due(last + days{1})), refused_for("item-is-due-later", clause::work_plan));
}

TEST_F(AnItem, IsBlockedByTwentyOthersAtMost) {
  const ItemId id = added();
  const ItemId other = added();
  const auto by = [&](std::size_t count) { return BlockItem{id, std::vector<ItemId>(count, other), words("why")}; };
  EXPECT_THAT(ask(seats[2], by(21)), refused_for("blocked-by-what-is-open", clause::work_plan));
  EXPECT_THAT(ask(seats[2], by(20)), led_to<ItemBlocked>());
}

TEST_F(AnItem, ThatIsOverWaitsForNothing) {
  const ItemId done = added();
  const ItemId dropped = added();
  const ItemId other = added();
  for (const ItemId id : {done, dropped}) ask(seats[2], BlockItem{id, {other}, words("it waits")});
  ask(seats[2], FinishItem{done, words("evidence")});
  ask(lead(), DropItem{dropped, words("why")});
  for (const ItemId id : {done, dropped}) EXPECT_THAT(the(id).blocked_by, IsEmpty());
  EXPECT_EQ(the(done).reason, std::nullopt);
  EXPECT_EQ(the(dropped).reason, words("why"));
}

}  // namespace
}  // namespace ccop::community
