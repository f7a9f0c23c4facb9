// What goes into whose box, and when it goes out.
#include "notify/mail/collect.hpp"

#include "community/decisions/commands.hpp"
#include "community/duties.hpp"
#include "community/scenario.hpp"
#include "notify/mail/paths.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace ccop::notify {
namespace {

using namespace community;
using community::testing::Scenario;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Three Members, and a silence procedure that runs for ten days.
class ASilenceProcedure : public ::testing::Test {
 protected:
  ASilenceProcedure() {
    members = story.members(3);
    motion = story.motion(members[1], {}, Method::silence);
    deadline = story.time + days{10};
    story.ask(story.secretary(), OpenMotion{motion, deadline, "Europe/Zurich", 60});
  }
  [[nodiscard]] std::vector<Item> told(PersonId person) const { return to_tell(story.now, story.time, {})[person]; }
  [[nodiscard]] static std::vector<Item> of_kind(const std::vector<Item>& all, const std::string& kind) {
    std::vector<Item> found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const Item& item) { return item.words == "duty." + kind; });
    return found;
  }

  Scenario story{"tests/charters/harbour.toml"};
  std::vector<PersonId> members;
  MotionId motion;
  Time deadline;
};

TEST(AMail, LeadsToWhereItIsDone) {
  const auto path = [](Task task) { return path_of(task); };
  EXPECT_EQ(path({.kind = "reach-seats", .by = {}, .motion = MotionId{7}}), "/motions/7");
  EXPECT_EQ(path({.kind = "comment-observer", .by = {}, .proposal = ProposalId{2}}), "/organizations#observers");
  EXPECT_EQ(path({.kind = "report-status", .by = {}, .group = GroupId{3}}), "/groups/3#status");
}

TEST_F(ASilenceProcedure, IsToldToEachMemberWithItsDeadline) {
  for (const PersonId member : members) {
    const auto items = of_kind(told(member), "silence");
    ASSERT_EQ(items.size(), 1u) << member.value;
    EXPECT_EQ(items[0].by, deadline);
    EXPECT_EQ(items[0].path, "/motions/0");
    EXPECT_TRUE(items[0].cannot_wait);
    EXPECT_FALSE(items[0].is_escalated);
  }
}

TEST_F(ASilenceProcedure, TellsWhoeverMovedItOfAnObjectionAtOnceWithTheWayToIt) {
  story.ask(members[2], ObjectToMotion{motion, community::testing::words("too costly")});
  const auto items = told(members[1]);
  const auto item = std::ranges::find(items, "notice.objection-raised", &Item::words);
  ASSERT_NE(item, items.end());
  EXPECT_EQ(item->path, "/motions/0");
  EXPECT_TRUE(item->cannot_wait);
  EXPECT_EQ(std::ranges::count(told(members[2]), "notice.objection-raised", &Item::words), 0);
}

TEST_F(ASilenceProcedure, IsToldOnceForEachStep) {
  Box box;
  const auto silences = [&] {
    take_in(box, told(members[0]), story.time);
    return of_kind(box.items, "silence");
  };
  EXPECT_EQ(silences().size(), 1u);
  EXPECT_EQ(silences().size(), 1u);
  for (Item& item : box.items) item.standing = Standing::accepted;
  story.pass(days{9});
  const auto later = silences();
  ASSERT_EQ(later.size(), 2u);
  EXPECT_GT(later[1].step, later[0].step);
  EXPECT_EQ(later[1].standing, Standing::waiting);
  EXPECT_EQ(silences().size(), 2u);
}

TEST_F(ASilenceProcedure, IsToldOnceThoughItsStepsCameWhileNothingWasSent) {
  Box box;
  take_in(box, told(members[0]), story.time);
  story.pass(days{9});
  take_in(box, told(members[0]), story.time);
  EXPECT_EQ(of_kind(box.items, "silence").size(), 1u);
}

TEST_F(ASilenceProcedure, IsNotToldOnceItIsOver) {
  Box box;
  take_in(box, told(members[0]), story.time);
  story.pass(days{50});  // nobody was reached, so it lapses
  story.settle();
  take_in(box, told(members[0]), story.time);
  EXPECT_EQ(of_kind(box.items, "silence").at(0).standing, Standing::over);
}

TEST_F(ASilenceProcedure, IsNotToldToWhoNoLongerSpeaksForTheSeat) {
  Box box;
  take_in(box, of_kind(told(members[0]), "silence"), story.time);
  EXPECT_EQ(to_send(box, "UTC", story.time).size(), 1u);
  take_in(box, {}, story.time);
  EXPECT_THAT(to_send(box, "UTC", story.time), IsEmpty());
}

TEST_F(ASilenceProcedure, IsAnotherThingWhereItsDeadlineIsAnother) {
  Box box;
  take_in(box, told(members[0]), story.time);
  for (Item& item : box.items) item.standing = Standing::accepted;
  auto moved = of_kind(told(members[0]), "silence");
  moved[0].about += "later";
  take_in(box, moved, story.time);
  EXPECT_EQ(to_send(box, "UTC", story.time).size(), 1u);
}

TEST_F(ASilenceProcedure, IsKnownBeforehandByWhomItWillReach) {
  const MotionId next = story.motion(members[2], {}, Method::silence);
  const OpenMotion opening{next, deadline, "Europe/Zurich", 60};
  const Asking asking = asking_of(story.now, story.secretary(), story.time);
  const auto ruling = decide(story.now, seeing(story.now, opening), asking);
  const ToTell more = told_by(story.now, std::get<std::vector<Act>>(ruling), asking);
  EXPECT_EQ(decisions(story.now).motions[next].state, MotionState::proposed) << "nothing was done";

  story.ask(story.secretary(), opening);
  story.pass(days{3});  // what falls on a day of rest comes on the next one that is none
  for (const PersonId person : people(story.now).all.ids()) {
    const auto of_next = [&](const std::vector<Item>& items) {
      return std::ranges::count_if(items, [&](const Item& item) { return item.motion == next; });
    };
    const auto known = more.find(person);
    EXPECT_EQ(known == more.end() ? 0 : of_next(known->second), of_next(told(person))) << person.value;
    if (known == more.end()) continue;
    for (const Item& item : known->second) EXPECT_NE(item.motion, motion) << "of the other one they know already";
  }
  EXPECT_EQ(more.size(), members.size());
}

/// Whoever is reached by a step is told of it, and nobody else: the duties' own answer, asked again.
TEST_F(ASilenceProcedure, AndAllElseIsToldToThoseWhomTheStepsReach) {
  for (int day = 0; day < 30; ++day, story.pass(days{1})) {
    story.settle();
    const ToTell all = to_tell(story.now, story.time, {});
    for (const PersonId person : people(story.now).all.ids()) {
      std::size_t expected = 0;
      for (const Duty& duty : duties(story.now, story.time))
        expected += std::ranges::any_of(duty.ladder, [&](const Step& step) {
          const auto reached = reached_by(story.now, duty, step, story.time);
          return step.at <= story.time && std::ranges::find(reached, person) != reached.end();
        });
      for (const Notice& notice : notices(story.now).recent)
        expected += static_cast<std::size_t>(std::ranges::count(notice.to, person));
      const auto told = all.find(person);
      EXPECT_EQ(told == all.end() ? 0 : told->second.size(), expected) << person.value << " on day " << day;
    }
  }
}

const Time monday = from_rfc3339("2027-01-04T10:00:00.000Z").value();

Item waiting(const std::string& about, Time since = monday) {
  return {.about = about, .step = 1, .words = "duty.finish-item", .path = "/", .by = {}, .since = since, .at = since};
}
Box box_of(Rhythm rhythm, std::vector<Item> items) {
  Box box;
  box.preference = {rhythm, 8, 5, "UTC"};
  box.items = std::move(items);
  return box;
}

TEST(ARhythm, AtOnceSendsAllThatWaits) {
  Box box = box_of(Rhythm::at_once, {waiting("a"), waiting("b")});
  EXPECT_THAT(to_send(box, "UTC", monday), ElementsAre(0, 1));
}

TEST(ARhythm, DailyWaitsForTheHour) {
  Box box = box_of(Rhythm::daily, {waiting("a"), waiting("b")});
  EXPECT_THAT(to_send(box, "UTC", monday), IsEmpty());
  EXPECT_THAT(to_send(box, "UTC", monday + hours{21}), IsEmpty());
  EXPECT_THAT(to_send(box, "UTC", monday + hours{22}), ElementsAre(0, 1));
}

TEST(ARhythm, WeeklyWaitsForTheDay) {
  Box box = box_of(Rhythm::weekly, {waiting("a")});
  EXPECT_THAT(to_send(box, "UTC", monday), IsEmpty());
  EXPECT_THAT(to_send(box, "UTC", monday + days{3} + hours{21}), IsEmpty());
  EXPECT_THAT(to_send(box, "UTC", monday + days{3} + hours{22}), ElementsAre(0));
}

TEST(ARhythm, SendsNothingWhereNothingWaits) {
  for (const Rhythm rhythm : {Rhythm::at_once, Rhythm::daily, Rhythm::weekly, Rhythm::urgent}) {
    Box box = box_of(rhythm, {});
    EXPECT_THAT(to_send(box, "UTC", monday + days{30}), IsEmpty());
  }
}

TEST(ARhythm, LetsWhatCantWaitGoAtOnceAndAlone) {
  Item legal = waiting("legal");
  legal.cannot_wait = true;
  Item late = waiting("late");
  late.by = monday + days{2};
  Item others = waiting("others");
  others.is_escalated = true;
  for (const Rhythm rhythm : {Rhythm::daily, Rhythm::weekly, Rhythm::urgent}) {
    Box box = box_of(rhythm, {waiting("a"), legal, late, others});
    EXPECT_THAT(to_send(box, "UTC", monday), ElementsAre(1, 2, 3));
  }
}

TEST(ARhythm, OfUrgentThingsAloneNeverSendsTheOthers) {
  Box box = box_of(Rhythm::urgent, {waiting("a")});
  EXPECT_THAT(to_send(box, "UTC", monday + days{100}), IsEmpty());
}

TEST(WhatWasSeen, IsNotSentUnlessItHasLegalEffectOrIsOwedByOthers) {
  Item legal = waiting("legal");
  legal.cannot_wait = true;
  Item others = waiting("others");
  others.is_escalated = true;
  Box box = box_of(Rhythm::daily, {});
  const std::vector<Item> told{waiting("a"), legal, others, waiting("later", monday + hours{2})};
  take_in(box, told, monday);
  box.looked_at = monday + hours{1};
  take_in(box, told, monday + hours{3});
  EXPECT_EQ(box.items[0].standing, Standing::seen);
  for (const std::size_t i : {1u, 2u, 3u}) EXPECT_EQ(box.items[i].standing, Standing::waiting) << i;
}

TEST(WhatWasRefused, WaitsAgainWhereItIsTriedAgain) {
  Box box = box_of(Rhythm::at_once, {waiting("a"), waiting("over")});
  for (Item& item : box.items) item.standing = Standing::refused, item.mail = "id";
  box.items[1].is_current = false;
  try_again(box);
  EXPECT_THAT(to_send(box, "UTC", monday), ElementsAre(0));
  EXPECT_EQ(box.items[0].mail, std::nullopt);
}

TEST(WhatWasSent, IsForgottenAQuarterAfterItIsOver) {
  Box box = box_of(Rhythm::at_once, {waiting("a")});
  box.items[0].standing = Standing::accepted;
  take_in(box, {}, monday + days{1});
  EXPECT_EQ(box.items.size(), 1u);
  take_in(box, {}, monday + days{91});
  EXPECT_THAT(box.items, IsEmpty());
}

}  // namespace
}  // namespace ccop::notify
