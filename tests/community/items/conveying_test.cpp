// What Members convey to their own governing bodies (clause 5.3): decisions, and what working groups delivered.
#include "community/items/conveying.hpp"

#include "community/groups/working.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class WhatIsConveyed : public ::testing::Test, protected WithGroup {
 protected:
  WhatIsConveyed() { founded(); }
  ItemId added(ItemKind kind) {
    const ItemId id = items(now).all.next();
    ask(seats[1], AddItems{{words("item")}, {{kind, seat(2), group, {}, time + days{30}}}});
    return id;
  }
  [[nodiscard]] std::optional<Refusal> objection(const Recommendation& about) const {
    return objection_to_conveying(now, about);
  }
};

TEST_F(WhatIsConveyed, IsAMilestoneOnceItsHolderHasFinishedIt) {
  const ItemId milestone = added(ItemKind::milestone);
  EXPECT_THAT(objection({{}, milestone}), refused_for("only-what-is-done-is-conveyed", clause::conveying));
  EXPECT_THAT(delivered(now), IsEmpty());
  ask(seats[2], FinishItem{milestone, words("evidence")});
  EXPECT_THAT(objection({{}, milestone}), allowed());
  EXPECT_THAT(delivered(now), ElementsAre(milestone));
}

TEST_F(WhatIsConveyed, IsNoActionOnTheWayThere) {
  const ItemId action = added(ItemKind::action);
  ask(seats[2], FinishItem{action, words("evidence")});
  EXPECT_THAT(objection({{}, action}), refused_for("only-what-groups-deliver-is-conveyed", clause::conveying));
  EXPECT_THAT(delivered(now), IsEmpty());
}

TEST_F(WhatIsConveyed, IsThere) {
  EXPECT_THAT(objection({{}, ItemId{99}}), refused_for("no-such-item", clause::the_record));
  EXPECT_THAT(objection({DecisionId{99}, {}}), refused_for("no-such-decision", clause::the_record));
  EXPECT_THAT(objection({adopted_decision(), {}}), allowed());
}

TEST_F(WhatIsConveyed, IsForAMemberToSay) {
  EXPECT_EQ(std::get<OrganizationId>(conveying_member(now, seats[2], time)), seat(2));
  const auto nobody = conveying_member(now, PersonId{9999}, time);
  EXPECT_EQ(std::get<Refusal>(nobody).key, "only-members-convey");
  EXPECT_EQ(std::get<Refusal>(nobody).clause, clause::conveying);
}

}  // namespace
}  // namespace ccop::community
