// Silence procedures and releases (clause 5.4).
#include "community/scenario.hpp"
#include "community/sharing/rules.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

using namespace testing;

class Silence : public ::testing::Test {
 protected:
  Silence() : people(ccop.members(4)) {}
  Ruling opens(MotionId id, Time deadline, std::int32_t offset = 60) {
    return ccop.ask(ccop.secretary(), OpenMotion{id, deadline, "Europe/Rome", offset});
  }
  Scenario ccop;  // Monday 5 January 2026, 9:00 UTC
  std::vector<PersonId> people;
};

TEST_F(Silence, LastsFiveWorkingDaysInTheZoneOfItsDeadline) {  // clause 5.4
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  EXPECT_THAT(
      opens(id, at("2026-01-11T22:00")),
      refused_for("silence-lasts-at-least", clause::voting));  // Sunday 23:00 in Rome: four working days and a weekend
  EXPECT_THAT(opens(id, at("2026-01-12T12:00")), led_to<MotionOpened>());
  const MotionId east = ccop.motion(people[1], {}, Method::silence);
  EXPECT_THAT(opens(east, at("2026-01-11T12:00"), 13 * 60), led_to<MotionOpened>());  // already Monday there
}

TEST_F(Silence, IsAdoptedWhereTheObjectionIsWithdrawnInTime) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  EXPECT_THAT(ccop.ask(people[2], WithdrawObjection{id}), refused_for("motion-not-open"));
  opens(id, ccop.time + days{9});
  ccop.tells_all(id);
  EXPECT_THAT(ccop.ask(people[2], WithdrawObjection{id}), refused_for("no-own-objection", clause::voting));
  ccop.ask(people[2], ObjectToMotion{id, words("no")});
  EXPECT_THAT(ccop.ask(people[3], WithdrawObjection{id}), refused_for("no-own-objection"));
  EXPECT_THAT(ccop.ask(people[2], WithdrawObjection{id}), led_to<ObjectionWithdrawn>());
  EXPECT_TRUE(decisions(ccop.now).motions[id].objections.empty());
  ccop.pass(days{9});
  ccop.settle();
  EXPECT_EQ(decisions(ccop.now).motions[id].outcome, Outcome::adopted);
}

TEST_F(Silence, IsObjectedToAgainByWhoeverWithdrewAnObjection) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  opens(id, ccop.time + days{9});
  ccop.ask(people[2], ObjectToMotion{id, words("no")});
  ccop.ask(people[2], WithdrawObjection{id});
  EXPECT_THAT(ccop.ask(people[2], ObjectToMotion{id, words("still")}), led_to<ObjectionRaised>());
}

TEST_F(Silence, IsAdoptedAtItsDeadlineByTheHost) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  opens(id, ccop.time + days{9});
  ccop.tells_all(id);
  EXPECT_THAT(ccop.ask(ccop.secretary(), CloseMotion{id}), refused_for("silence-runs-until"));
  ccop.pass(days{9});
  EXPECT_TRUE(has_due(ccop.now, ccop.time));
  // Nothing is decided before what is due is settled.
  EXPECT_THAT(decide(ccop.now, Command{RegisterPerson{words("x")}}, ccop.signed_by({0})),
              refused_for("settle-deadlines-first"));
  ccop.settle();
  EXPECT_EQ(decisions(ccop.now).motions[id].outcome, Outcome::adopted);
  EXPECT_EQ(decisions(ccop.now).registered.size(), 1u);
}

/// Somebody whose clock has not reached the deadline shows nothing of it, and is not kept from what depends on none.
TEST_F(Silence, IsSettledBeforeTheActsOfWhoeversClockHasReachedItsDeadline) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  const Time deadline = ccop.time + days{9};
  opens(id, deadline);
  ccop.tells_all(id);
  ccop.time = deadline + minutes{2};
  Asking slow = ccop.signed_by({0});
  slow.asked_at = deadline - std::chrono::seconds{1};
  EXPECT_THAT(decide(ccop.now, Command{RegisterPerson{words("x")}}, slow), led_to<PersonRegistered>());
  slow.asked_at = deadline;
  EXPECT_THAT(decide(ccop.now, Command{RegisterPerson{words("x")}}, slow), refused_for("settle-deadlines-first"));
  // In time by their own clock is who objects before anybody has shown that it is over.
  slow.person = people[2];
  slow.asked_at = deadline - std::chrono::seconds{1};
  EXPECT_THAT(decide(ccop.now, seeing(ccop.now, ObjectToMotion{id, words("no")}), slow), led_to<ObjectionRaised>());
}

TEST_F(Silence, IsStoppedByOneObjectionOfAMember) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  opens(id, ccop.time + days{9});
  const PersonId cern = ccop.representative("CERN");
  EXPECT_THAT(ccop.ask(cern, ObjectToMotion{id, words("no")}),
              refused_for("observers-do-not-vote", clause::observers_do_not_vote));
  EXPECT_THAT(ccop.ask(people[2], ObjectToMotion{id, words("no")}), led_to<ObjectionRaised>());
  EXPECT_THAT(ccop.ask(people[2], ObjectToMotion{id, words("no")}), refused_for("objected-already"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), CloseMotion{id}), led_to<DecisionRegistered>());  // no need to wait
  EXPECT_EQ(decisions(ccop.now).motions[id].outcome, Outcome::objected);
}

TEST_F(Silence, ASourceHasAVetoOnTheReleaseOfItsInformation) {  // clause 5.4
  Scenario harbour{"tests/charters/harbour.toml"};              // where two objections are needed to stop
  const auto members = harbour.members(3);
  const auto release = [&] {
    const MotionId id = decisions(harbour.now).motions.next();
    harbour.ask(members[0],
                ProposeMotion{{}, Purpose::release, words("m"), {}, Method::silence, false, OrganizationId{1}});
    EXPECT_THAT(harbour.ask(members[0], OpenMotion{id, harbour.time + days{9}, "Pacific/Auckland", 780}),
                led_to<MotionOpened>());
    harbour.tells_all(id);
    return id;
  };
  const MotionId first = release();
  harbour.ask(members[2], ObjectToMotion{first, words("no")});
  const MotionId second = release();
  harbour.ask(members[1], ObjectToMotion{second, words("mine")});
  harbour.pass(days{10});
  harbour.settle();
  EXPECT_EQ(decisions(harbour.now).motions[first].outcome, Outcome::adopted);
  EXPECT_EQ(decisions(harbour.now).motions[second].outcome, Outcome::objected);
}

TEST_F(Silence, OnlyAnAdoptedReleaseLetsSomethingLeaveTheGroup) {  // clause 5.4
  const auto propose = [&](Purpose purpose, const char* text, std::optional<OrganizationId> source) {
    const MotionId id = decisions(ccop.now).motions.next();
    ccop.ask(people[1], ProposeMotion{{}, purpose, words(text), {}, Method::silence, false, source});
    opens(id, ccop.time + days{9});
    ccop.tells_all(id);
    return id;
  };
  propose(Purpose::release, "agreed", OrganizationId{1});
  propose(Purpose::resolution, "no release", {});
  const MotionId stopped = propose(Purpose::release, "stopped", OrganizationId{1});
  EXPECT_THAT(agreed_releases(ccop.now), ::testing::IsEmpty());  // none is agreed to while silence runs
  ccop.ask(people[2], ObjectToMotion{stopped, words("no")});
  ccop.pass(days{10});
  ccop.settle();
  EXPECT_THAT(agreed_releases(ccop.now), ::testing::ElementsAre(words("agreed")));
}

TEST_F(Silence, IsRunByTheCommitteeWithADeadlineWithinFourMonths) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  EXPECT_THAT(ccop.ask(people[1], OpenMotion{id, ccop.time + days{9}, "Europe/Rome", 60}),
              refused_for("only-committee-runs-silence", clause::voting));
  EXPECT_THAT(ccop.ask({0}, OpenMotion{id, {}, {}, {}}), refused_for("silence-needs-deadline", clause::voting));
  EXPECT_THAT(opens(id, ccop.time + days{121}), refused_for("silence-lasts-at-most", clause::voting));
}

TEST_F(Silence, IsOnTheCommitteesDeskUntilItIsOpened) {  // clause 5.4
  const auto is_asked = [&](PersonId person) {
    return std::ranges::any_of(tasks(ccop.now, person, ccop.time),
                               [](const Task& task) { return task.kind == "open-silence"; });
  };
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  EXPECT_TRUE(is_asked({0}));
  EXPECT_FALSE(is_asked(people[1]));
  opens(id, ccop.time + days{9});
  EXPECT_FALSE(is_asked({0}));
}

TEST_F(Silence, IsTooShortByTheClauseThatItServes) {  // clauses 5.4 and 6.5
  const auto proposed = [&](Purpose purpose, std::optional<OrganizationId> source) {
    const MotionId id = decisions(ccop.now).motions.next();
    ccop.ask(people[1], ProposeMotion{{}, purpose, words("m"), {}, Method::silence, false, source});
    return id;
  };
  EXPECT_THAT(opens(proposed(Purpose::release, OrganizationId{1}), ccop.time + days{1}),
              refused_for("silence-lasts-at-least", clause::release));
  EXPECT_THAT(opens(proposed(Purpose::resolution, {}), ccop.time + days{1}),
              refused_for("silence-lasts-at-least", clause::voting));
}

TEST_F(Silence, OnAReleaseNamesWhoseInformationItIs) {  // clause 5.4
  EXPECT_THAT(ccop.ask(people[1], ProposeMotion{{}, Purpose::release, words("m"), {}, Method::silence, false, {}}),
              refused_for("release-names-its-source", clause::release));
  EXPECT_THAT(
      ccop.ask(people[1],
               ProposeMotion{{}, Purpose::release, words("m"), {}, Method::silence, false, OrganizationId{999}}),
      refused_for("no-such-organization"));
}

}  // namespace
}  // namespace ccop::community
