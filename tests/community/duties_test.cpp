// What is owed (clauses 3.8, 6.1, 6.8): by whom, until when, who is reminded and who hears of it afterwards.
#include "community/duties.hpp"

#include "community/scenario.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<Duty> of_kind(const Scenario& ccop, std::string_view kind) {
  std::vector<Duty> found = duties(ccop.now, ccop.time);
  std::erase_if(found, [&](const Duty& duty) { return duty.what.kind != kind; });
  return found;
}

Duty the(const Scenario& ccop, std::string_view kind) {
  const auto found = of_kind(ccop, kind);
  EXPECT_EQ(found.size(), 1u) << kind;
  return found.empty() ? Duty{} : found.front();
}

/// An ad-hoc meeting ten weeks ahead, and somebody who is invited to it.
struct WithInvitation : Scenario {
  explicit WithInvitation(const CharterText& charter = {charter_text("charter/ccop.toml")}) : Scenario(charter) {
    seats = members(3);
    starts = time + days{70};
    ask(secretary(), PlanMeeting{MeetingKind::ad_hoc, words("m"), starts, starts + days{1}, "Europe/Rome", 5, 60});
    session({0}, SessionKind::open);
    ask(secretary(), PublishMeeting{{0}});
    ask(seats[1], InviteRepresentative{{0}, person()});
  }
  std::vector<PersonId> seats;
  Time starts;
};

/// A seat whose mandate ends in fifty days.
struct WithMandateThatEnds : Scenario {
  WithMandateThatEnds() {
    ask(secretary(), AppointRepresentative{organization("WHO"), holder, time, time + days{50}, all_responsibilities()});
  }
  [[nodiscard]] Duty duty() const { return the(*this, "mandate-ends"); }
  PersonId holder = person();
};

TEST(ADuty, SaysWhoseItIsSinceWhenAndHowItEnds) {
  WithInvitation ccop;
  const Duty duty = the(ccop, "clear");
  EXPECT_EQ(duty.chapter, "meetings");
  EXPECT_EQ(duty.clause, clause::additional_representatives);
  EXPECT_EQ(duty.owner, Owner::co_chairs);
  EXPECT_EQ(duty.since, ccop.time);
  EXPECT_EQ(duty.what.by, ccop.starts);
  EXPECT_EQ(duty.met_by, "clear-invitation");
  EXPECT_THAT(owners_of(ccop.now, duty, ccop.time), ElementsAre(ccop.seats[0]));
  ccop.ask(ccop.seats[0], ClearInvitation{{0}});
  EXPECT_THAT(of_kind(ccop, "clear"), IsEmpty());
}

TEST(ADuty, StandsInItsChaptersOrderAmongThoseOfTheSameTime) {
  WithInvitation ccop;
  for (int more = 0; more < 2; ++more) ccop.ask(ccop.seats[1], InviteRepresentative{{0}, ccop.person()});
  std::vector<PersonId> invited;
  for (const Duty& duty : of_kind(ccop, "clear")) invited.push_back(*duty.what.person);
  EXPECT_EQ(invited.size(), 3u);
  EXPECT_TRUE(std::ranges::is_sorted(invited));
}

TEST(ADuty, IsRecalledBeforeItsTimeAndEscalatedAfterwards) {  // clause 3.8
  WithInvitation ccop;
  // The meeting begins on a Monday: no step falls on a day of rest by itself but the one 14 days later, a Monday too.
  const Duty duty = the(ccop, "clear");
  std::vector<Audience> whom;
  for (const Step& step : duty.ladder) whom.push_back(step.to);
  EXPECT_THAT(whom,
              ElementsAre(Audience::owner, Audience::owner, Audience::owner, Audience::secretary, Audience::co_chairs));
  EXPECT_EQ(duty.ladder[0].at, duty.since);
  EXPECT_EQ(duty.ladder[1].at, ccop.starts - days{14});
  EXPECT_EQ(reached(duty, duty.since - hours{1}), nullptr);
  EXPECT_EQ(*reached(duty, ccop.starts - days{14}), duty.ladder[1]);
  EXPECT_EQ(*next_step(duty, ccop.starts - days{14}), duty.ladder[2]);
  EXPECT_EQ(next_step(duty, ccop.starts + days{60}), nullptr);
}

TEST(ADuty, IsRecalledOnNoDayOfRest) {
  WithInvitation ccop;
  for (const Duty& duty : duties(ccop.now, ccop.time))
    for (const Step& step : duty.ladder) {
      const std::chrono::weekday day{std::chrono::floor<days>(step.at)};
      EXPECT_LE(day.iso_encoding(), 5u) << duty.what.kind;
    }
}

TEST(ADuty, WaitsForWhoeverDeclaredALeave) {
  WithMandateThatEnds ccop;
  EXPECT_EQ(ccop.duty().seat, ccop.organization("WHO"));
  EXPECT_EQ(ccop.duty().ladder.front().at, ccop.duty().since);
  const Time back = ccop.time + days{40};
  EXPECT_THAT(ccop.ask(ccop.holder, DeclareAbsence{ccop.time, back}), led_to<AbsenceDeclared>());
  const Duty duty = ccop.duty();
  EXPECT_EQ(duty.ladder.front().at, duty.since) << "it was told before the leave";
  ASSERT_GT(duty.ladder.size(), 2u);
  for (std::size_t i = 1; i < duty.ladder.size(); ++i) EXPECT_GE(duty.ladder[i].at, back);
}

TEST(ADuty, ReachesTheAlternateWhileItsHolderIsAway) {
  WithMandateThatEnds ccop;
  const PersonId alternate = ccop.person();
  EXPECT_THAT(ccop.ask(ccop.holder, NameAlternate{alternate, ccop.time, ccop.time + days{45}}),
              led_to<AlternateNamed>());
  EXPECT_THAT(ccop.ask(ccop.holder, DeclareAbsence{ccop.time, ccop.time + days{40}}), led_to<AbsenceDeclared>());
  const Duty duty = ccop.duty();
  EXPECT_EQ(duty.ladder.front().at, duty.since) << "somebody stands in, so nothing waits";
  EXPECT_THAT(reached_by(ccop.now, duty, duty.ladder.front(), ccop.time), ElementsAre(alternate));
}

TEST(ADuty, ReachesTheSecretaryWhereNobodyHoldsTheSeat) {
  WithInvitation ccop;
  Duty duty = the(ccop, "clear");
  duty.owner = Owner::seat;
  duty.seat = ccop.organization("WHO");
  EXPECT_THAT(owners_of(ccop.now, duty, ccop.time), IsEmpty());
  EXPECT_THAT(reached_by(ccop.now, duty, {ccop.time, Audience::owner}, ccop.time), ElementsAre(ccop.secretary()));
}

TEST(ADuty, ReachesTheSecretaryWhereThereIsNoCoChair) {
  Scenario ccop;
  const Duty duty = of_kind(ccop, "seat-co-chair").front();
  EXPECT_THAT(reached_by(ccop.now, duty, {ccop.time, Audience::co_chairs}, ccop.time), ElementsAre(ccop.secretary()));
}

TEST(ADuty, ThatEndsByItselfIsEscalatedToNobody) {
  WithInvitation ccop;
  ccop.ask(ccop.secretary(), ProposeObserver{"OAS", "Organization of American States", words("s")});
  const Duty duty = the(ccop, "comment-observer");
  EXPECT_EQ(duty.what.by, ccop.time + days{14});
  EXPECT_TRUE(std::ranges::all_of(duty.ladder, [](const Step& step) { return step.to == Audience::owner; }));
  ccop.pass(days{14});
  EXPECT_THAT(of_kind(ccop, "comment-observer"), IsEmpty());
  EXPECT_EQ(the(ccop, "decide-observer").owner, Owner::committee);
}

TEST(TheSymposium, IsMissedNineSixAndThreeMonthsBeforeItsYearIsOver) {  // clause 6.1
  Scenario ccop;
  const Time founded = membership(ccop.now).organizations.front().from;
  ccop.time = months_after(founded, 3) - hours{1};
  EXPECT_THAT(of_kind(ccop, "plan-symposium"), IsEmpty());
  ccop.time = months_after(founded, 3);
  const Duty duty = the(ccop, "plan-symposium");
  EXPECT_EQ(duty.what.by, months_after(founded, 12));
  EXPECT_EQ(duty.owner, Owner::committee);
  EXPECT_THAT(duty.announced_at,
              ElementsAre(months_after(founded, 3), months_after(founded, 6), months_after(founded, 9)));
  ccop.meeting(MeetingKind::symposium);
  EXPECT_THAT(of_kind(ccop, "plan-symposium"), IsEmpty());
}

TEST(AVacantSeat, IsTheSecretarysToFill) {  // clause 4.3
  Scenario ccop;
  const std::size_t vacant = of_kind(ccop, "vacant-seat").size();
  const PersonId holder = ccop.representative("FAO");
  EXPECT_EQ(of_kind(ccop, "vacant-seat").size(), vacant - 1);
  ccop.pass(days{3});
  ccop.ask(holder, EndMandate{*membership(ccop.now).seat_of(holder, ccop.time)});
  const auto again = of_kind(ccop, "vacant-seat");
  EXPECT_EQ(again.size(), vacant);
  const auto fao =
      std::ranges::find(again, ccop.organization("FAO"), [](const Duty& duty) { return *duty.what.organization; });
  ASSERT_NE(fao, again.end());
  EXPECT_EQ(fao->since, ccop.time);
}

TEST(ANewcomer, WhoseLinkLapsedGetsAnother) {
  Scenario ccop;
  const PersonId holder = ccop.representative("FAO");
  const bool has_passkey = !people(ccop.now).all[holder].passkeys.empty();
  EXPECT_EQ(of_kind(ccop, "offer-enrolment").size(), has_passkey ? 0u : 1u);
  ccop.ask(ccop.secretary(), OfferEnrolment{holder, token("link"), ccop.time + days{3}});
  const Duty waiting = of_kind(ccop, "enrol").front();
  EXPECT_EQ(waiting.what.person, holder);
  EXPECT_EQ(waiting.what.by, people(ccop.now).all[holder].offer->until);
  EXPECT_THAT(of_kind(ccop, "offer-enrolment"), IsEmpty());
  ccop.pass(days{3});
  EXPECT_EQ(the(ccop, "offer-enrolment").since, *waiting.what.by);
}

TEST(AMeeting, IsAnnouncedInTimeAndClosedWhenItIsOver) {
  Scenario ccop;
  const auto seats = ccop.members(1);
  ccop.meeting(MeetingKind::working_session);
  EXPECT_EQ(the(ccop, "publish-meeting").what.by, ccop.time) << "three days' notice are no longer there";
  ccop.pass(hours{2});
  EXPECT_THAT(of_kind(ccop, "publish-meeting"), IsEmpty()) << "it is over";
  const MeetingId id = ccop.meeting(MeetingKind::ad_hoc);
  EXPECT_EQ(the(ccop, "publish-meeting").what.by, meetings(ccop.now).all[id].starts);
  const SessionId open = ccop.session(id, SessionKind::open);
  ccop.ask(ccop.secretary(), PublishMeeting{id});
  EXPECT_THAT(of_kind(ccop, "publish-meeting"), IsEmpty());
  ccop.ask(ccop.secretary(), OpenSession{open});
  EXPECT_THAT(of_kind(ccop, "close-session"), IsEmpty());
  ccop.time = meetings(ccop.now).sessions[open].ends;
  EXPECT_EQ(the(ccop, "close-session").owner, Owner::committee);
}

TEST(ACharter, HasLaddersOfItsOwn) {
  const std::string ladders = R"(
[[ladder]]
duty = "clear"
remind_before = [5]
escalate_after = [0, 2]
escalate_to = ["co-chairs", "secretary"]
)";
  WithInvitation ccop{Scenario::CharterText{charter_text("charter/ccop.toml") + ladders}};
  const Duty duty = the(ccop, "clear");
  std::vector<Audience> whom;
  for (const Step& step : duty.ladder) whom.push_back(step.to);
  EXPECT_THAT(whom, ElementsAre(Audience::owner, Audience::owner, Audience::co_chairs, Audience::secretary));
  EXPECT_EQ(duty.ladder[2].at, ccop.starts);
}

TEST(ACharter, HasNoLadderThatLeadsNowhere) {
  const auto mistakes = [](const std::string& ladder) {
    const auto read = read_charter(charter_text("tests/charters/harbour.toml") + "\n[[ladder]]\n" + ladder);
    std::vector<std::string> told;
    if (const auto* all = std::get_if<std::vector<CharterMistake>>(&read))
      for (const auto& [line, key, expected] : *all) told.push_back(key + ": " + expected);
    return told;
  };
  EXPECT_THAT(mistakes("remind_before = []\n"), IsEmpty());
  EXPECT_THAT(mistakes("escalate_after = [1]\n"), ElementsAre("ladder[0].escalate_to: one for each of escalate_after"));
  EXPECT_THAT(mistakes("escalate_to = [\"co-chairs\", \"harbourmaster\"]\n"),
              ElementsAre("ladder[0].escalate_to: \"secretary\" or \"co-chairs\""));
  EXPECT_THAT(mistakes("remind_before = [366]\n"),
              ElementsAre("ladder[0].remind_before: a list of integers from 0 to 365"));
  EXPECT_THAT(mistakes("expected_within = 0\n"), ElementsAre("ladder[0].expected_within: an integer from 1 to 365"));
  EXPECT_THAT(mistakes("tides = 1\n"), ElementsAre("ladder[0].tides: no such key here"));
  EXPECT_THAT(mistakes("duty = \"a\"\n[[ladder]]\nduty = \"a\"\n"),
              ElementsAre("ladder[1].duty: each kind of duty once"));
}

}  // namespace
}  // namespace ccop::community
