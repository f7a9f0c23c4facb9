// A programme that stands already is changed: times, titles and the order of what is spoken of (clauses 5.7, 6.3).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

/// A symposium in two months, of three days: open on the first, executive on the second, announced.
struct ASymposium : Scenario {
  ASymposium() {
    ask(secretary(), PlanMeeting{MeetingKind::symposium, words("m"), starts, starts + days{3}, "Europe/Rome", 9, 60});
    ask(secretary(), AddSession{id, SessionKind::open, words("open"), starts, starts + hours{3}});
    ask(secretary(),
        AddSession{id, SessionKind::executive, words("executive"), starts + days{1}, starts + days{1} + hours{3}});
    ask(secretary(), PublishMeeting{id});
  }
  Ruling moves(SessionId session, Time to) {
    return ask(secretary(), ChangeSession{session, words("moved"), to, to + hours{2}});
  }
  [[nodiscard]] const Session& session(SessionId of) const { return meetings(now).sessions[of]; }

  MeetingId id{0};
  SessionId open{0};
  SessionId executive{1};
  PersonId member = representative("FAO");
  Time starts = std::chrono::floor<days>(time) + days{60} + hours{8};
};

TEST(ASession, IsAllThatItWasChangedToAndWhatItWasHeldForStays) {
  ASymposium ccop;
  EXPECT_THAT(ccop.moves(ccop.open, ccop.starts + hours{1}), led_to<SessionChanged>());
  EXPECT_EQ(ccop.session(ccop.open).title, words("moved"));
  EXPECT_EQ(ccop.session(ccop.open).starts, ccop.starts + hours{1});
  EXPECT_EQ(ccop.session(ccop.open).ends, ccop.starts + hours{3});
  EXPECT_EQ(ccop.session(ccop.open).kind, SessionKind::open);
}

TEST(ASession, IsChangedByWhoeverMayPlanIt) {  // clauses 3.1, 5.7
  ASymposium ccop;
  const ChangeSession asked{ccop.open, words("moved"), ccop.starts, ccop.starts + hours{1}};
  EXPECT_THAT(ccop.ask(ccop.member, asked), refused_for("only-committee-plans", clause::management));
  ccop.ask({0}, AppointSymposiumCommittee{ccop.id, ccop.member});
  EXPECT_THAT(ccop.ask(ccop.member, asked), led_to<SessionChanged>());
}

TEST(ASession, StaysWithinItsMeeting) {
  ASymposium ccop;
  for (const Time to : {ccop.starts - minutes{1}, ccop.starts + days{3} - hours{1}})
    EXPECT_THAT(ccop.moves(ccop.open, to), refused_for("session-outside-meeting", clause::management));
  EXPECT_THAT(ccop.ask({0}, ChangeSession{ccop.open, words("s"), ccop.starts, ccop.starts}),
              refused_for("session-outside-meeting", clause::management));
}

TEST(ASession, IsNotMovedOntoTheExecutiveDayNorThatDayOntoAnothers) {  // clause 6.3
  ASymposium ccop;
  EXPECT_THAT(ccop.moves(ccop.open, ccop.starts + days{1}),
              refused_for("day-is-kept-for-executive-session", clause::executive_day));
  EXPECT_THAT(ccop.moves(ccop.executive, ccop.starts + hours{4}),
              refused_for("symposium-needs-executive-day", clause::executive_day));
  EXPECT_THAT(ccop.moves(ccop.executive, ccop.starts + days{2}), led_to<SessionChanged>());
  EXPECT_THAT(ccop.moves(ccop.open, ccop.starts + days{1}), led_to<SessionChanged>()) << "that day is free now";
}

TEST(ASession, StaysAsItIsFromItsOpeningOn) {
  ASymposium ccop;
  ccop.pass(days{60});
  ccop.ask({0}, AddAgendaItem{ccop.open, words("a"), 10});
  ccop.ask({0}, OpenSession{ccop.open});
  EXPECT_THAT(ccop.moves(ccop.open, ccop.starts), refused_for("session-has-begun", clause::management));
  EXPECT_THAT(ccop.ask({0}, MoveAgendaItem{ccop.open, words("a"), 0}), refused_for("session-has-begun"));
  EXPECT_THAT(ccop.ask({0}, ChangeAgendaItem{ccop.open, words("a"), words("b"), 5}), refused_for("session-has-begun"));
  EXPECT_THAT(ccop.moves({9}, ccop.starts), refused_for("no-such-session"));
}

TEST(ASession, OfACancelledMeetingIsNotMoved) {
  ASymposium ccop;
  ccop.ask({0}, CancelMeeting{ccop.id, words("why")});
  EXPECT_THAT(ccop.moves(ccop.open, ccop.starts), refused_for("meeting-is-over", clause::management));
}

std::vector<ContentHash> items(const ASymposium& ccop) {
  std::vector<ContentHash> found;
  for (const AgendaItem& item : ccop.session(ccop.open).agenda) found.push_back(item.item);
  return found;
}

struct AnAgenda : ASymposium {
  AnAgenda() {
    for (const auto* item : {"a", "b", "c"}) ask(secretary(), AddAgendaItem{open, words(item), 10});
  }
  Ruling moves_item(const char* item, std::uint32_t to) {
    return ask(secretary(), MoveAgendaItem{open, words(item), to});
  }
};

TEST(AnItemOfAnAgenda, IsMovedBothWaysAndTheOthersMakeRoom) {
  AnAgenda ccop;
  EXPECT_THAT(ccop.moves_item("a", 2), led_to<AgendaItemMoved>());
  EXPECT_EQ(items(ccop), (std::vector{words("b"), words("c"), words("a")}));
  EXPECT_THAT(ccop.moves_item("a", 0), led_to<AgendaItemMoved>());
  EXPECT_EQ(items(ccop), (std::vector{words("a"), words("b"), words("c")}));
  EXPECT_THAT(ccop.moves_item("b", 1), led_to<AgendaItemMoved>());
  EXPECT_EQ(items(ccop), (std::vector{words("a"), words("b"), words("c")}));
}

TEST(AnItemOfAnAgenda, IsMovedToAPlaceThatThereIs) {
  AnAgenda ccop;
  EXPECT_THAT(ccop.moves_item("a", 3), refused_for("agenda-has-fewer-places", clause::ways_of_working));
  EXPECT_THAT(ccop.moves_item("d", 0), refused_for("no-such-agenda-item"));
}

TEST(AnItemOfAnAgenda, IsChangedInItsPlace) {
  AnAgenda ccop;
  EXPECT_THAT(ccop.ask({0}, ChangeAgendaItem{ccop.open, words("b"), words("b2"), 25}), led_to<AgendaItemChanged>());
  EXPECT_EQ(items(ccop), (std::vector{words("a"), words("b2"), words("c")}));
  EXPECT_EQ(ccop.session(ccop.open).agenda[1].minutes, 25u);
  EXPECT_THAT(ccop.ask({0}, ChangeAgendaItem{ccop.open, words("b"), words("b3"), 25}),
              refused_for("no-such-agenda-item"));
  for (const std::uint32_t minutes : {0u, 1441u})
    EXPECT_THAT(ccop.ask({0}, ChangeAgendaItem{ccop.open, words("a"), words("a2"), minutes}),
                refused_for("agenda-item-needs-minutes", clause::ways_of_working));
}

/// What people's calendars go by: it grows with each change, and says when that was.
TEST(ARevision, ComesWithEachChangeThatACalendarShows) {
  ASymposium ccop;
  const auto meeting = [&] { return meetings(ccop.now).all[ccop.id].revision; };
  const auto before = meeting();
  ccop.ask({0}, AddAgendaItem{ccop.open, words("a"), 10});
  EXPECT_EQ(meeting().number, before.number);
  const Meeting& m = meetings(ccop.now).all[ccop.id];
  ccop.ask({0}, ChangeMeeting{ccop.id, words("n"), m.starts, m.ends, "UTC", 9, 60});
  EXPECT_EQ(meeting().number, before.number + 1);
  EXPECT_EQ(meeting().at, ccop.time);
  ccop.moves(ccop.open, ccop.starts + hours{1});
  EXPECT_EQ(ccop.session(ccop.open).revision.number, 1u);
  EXPECT_EQ(ccop.session(ccop.open).revision.at, ccop.time);
  ccop.ask({0}, RemoveSession{ccop.open});
  EXPECT_EQ(meetings(ccop.now).sessions[ccop.open].revision.number, 2u);
  ccop.ask({0}, CancelMeeting{ccop.id, words("why")});
  EXPECT_EQ(meeting().number, before.number + 2);
}

}  // namespace
}  // namespace ccop::community
