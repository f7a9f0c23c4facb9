// How calendars are written: what RFC 5545 asks for, to the byte.
#include "notify/calendar/feed.hpp"
#include "notify/calendar/invitation.hpp"
#include "notify/calendar/writing.hpp"
#include "random_calendar.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace ccop::notify {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace testing;

Time time_at(std::string_view text) {
  return from_rfc3339(text).value();
}

CalendarEvent a_symposium() {
  CalendarEvent event;
  event.uid = calendar_uid("log+key", "meeting", "3");
  event.sequence = 2;
  event.changed = time_at("2027-01-05T09:00:00.123Z");
  event.when = Moments{time_at("2027-06-30T22:00:00.000Z"), time_at("2027-07-01T06:00:00.000Z")};
  event.summary = "Symposium";
  event.place = "Nairobi, Kenya";
  return event;
}

std::string written(const CalendarEvent& event) {
  CalendarLines lines;
  lines.add_event(event);
  return lines.take();
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (auto end = text.find("\r\n"); end != std::string_view::npos; end = text.find("\r\n")) {
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 2);
  }
  EXPECT_EQ(text, "") << "the last line has no end";
  return lines;
}

TEST(ACalendar, IsWrittenToTheByte) {
  EXPECT_EQ(calendar_feed("CCOP", {a_symposium()}),
            "BEGIN:VCALENDAR\r\n"
            "VERSION:2.0\r\n"
            "PRODID:-//ccop//calendar//EN\r\n"
            "CALSCALE:GREGORIAN\r\n"
            "NAME:CCOP\r\n"
            "X-WR-CALNAME:CCOP\r\n"
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
            "X-PUBLISHED-TTL:PT1H\r\n"
            "BEGIN:VEVENT\r\n"
            "UID:" +
                calendar_uid("log+key", "meeting", "3") +
                "\r\n"
                "DTSTAMP:20270105T090000Z\r\n"
                "LAST-MODIFIED:20270105T090000Z\r\n"
                "SEQUENCE:2\r\n"
                "DTSTART:20270630T220000Z\r\n"
                "DTEND:20270701T060000Z\r\n"
                "SUMMARY:Symposium\r\n"
                "LOCATION:Nairobi\\, Kenya\r\n"
                "STATUS:CONFIRMED\r\n"
                "TRANSP:TRANSPARENT\r\n"
                "END:VEVENT\r\n"
                "END:VCALENDAR\r\n");
}

TEST(ACalendar, HasWholeDaysThatNoZoneShifts) {
  CalendarEvent event = a_symposium();
  const auto first = std::chrono::floor<days>(time_at("2027-06-29T00:00:00.000Z"));
  event.when = WholeDays{first, first + days{2}};
  EXPECT_THAT(written(event), HasSubstr("DTSTART;VALUE=DATE:20270629\r\nDTEND;VALUE=DATE:20270702\r\n"));
}

TEST(ACalendar, HasNoZonesAndNoRules) {
  for (const auto* never : {"VTIMEZONE", "TZID", "RRULE", "METHOD"})
    EXPECT_THAT(calendar_feed("CCOP", {a_symposium()}), Not(HasSubstr(never)));
}

TEST(ACalendar, SaysThatADeadlineHasNoEnd) {
  CalendarEvent event = a_symposium();
  event.when = Moments{time_at("2027-06-30T22:00:00.000Z"), std::nullopt};
  EXPECT_THAT(written(event), HasSubstr("DTSTART:20270630T220000Z\r\nSUMMARY"));
}

TEST(ACalendar, FreesTheTimeOfWhatWasCancelled) {
  CalendarEvent event = a_symposium();
  event.is_busy = true;
  EXPECT_THAT(written(event), HasSubstr("STATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\n"));
  event.is_cancelled = true;
  EXPECT_THAT(written(event), HasSubstr("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"));
}

TEST(ACalendar, LetsNoTextEndItsLineOrBeginAnother) {
  CalendarEvent event = a_symposium();
  event.summary = "Talk\r\nEND:VEVENT\nATTENDEE:mailto:x@example.org\rX\\;,\x01";
  const std::string text = written(event);
  EXPECT_THAT(text, HasSubstr("SUMMARY:Talk\\nEND:VEVENT\\nATTENDEE:mailto:x@example.org\\nX\\\\\\;\\,\r\n"));
  for (const std::string& line : lines_of(text)) EXPECT_FALSE(line.starts_with("END") || line.starts_with("ATT"));
}

RC_GTEST_PROP(ACalendar, IsFoldedAtCharactersAndNeverLongerThanALineMayBe, ()) {
  for (const std::string& line : lines_of(some_feed().text)) {
    RC_ASSERT(line.size() <= 75u);
    RC_ASSERT(!line.empty());
    const auto first = static_cast<unsigned char>(line[line.front() == ' ' ? 1 : 0]);
    RC_ASSERT((first & 0xC0) != 0x80);
  }
}

TEST(ACalendar, IsFoldedSomewhereEvenWhereItsTextIsNoUtf8) {
  CalendarEvent event = a_symposium();
  event.summary = std::string(200, '\x80');
  for (const std::string& line : lines_of(written(event))) EXPECT_LE(line.size(), 75u);
}

TEST(AnEvent, KeepsItsNameWhileEverythingElseOfItChanges) {
  const std::string uid = calendar_uid("log", "meeting", "3");
  EXPECT_EQ(uid, calendar_uid("log", "meeting", "3"));
  for (const std::string& other : {calendar_uid("log", "meeting", "4"), calendar_uid("log", "session", "3"),
                                   calendar_uid("other", "meeting", "3"), calendar_uid("log", "meetin", "g|3")})
    EXPECT_NE(uid, other);
}

TEST(AnEvent, HasANameThatIsAUuidAndSaysNothing) {
  EXPECT_THAT(calendar_uid("log", "executive-session", "3"),
              ::testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
}

const CalendarParty office{"CCOP", "office@example.org"};
const CalendarParty ada{"Ada", "ada@example.org"};

TEST(AnInvitation, IsARequestToOneWhoMayAnswer) {
  const std::string text = invitation_text(InvitationMethod::request, a_symposium(), office, ada, {});
  EXPECT_THAT(text, HasSubstr("PRODID:-//ccop//calendar//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"));
  EXPECT_THAT(text, HasSubstr("ORGANIZER;CN=\"CCOP\":mailto:office@example.org\r\n"));
  EXPECT_THAT(text, HasSubstr("ATTENDEE;CN=\"Ada\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE"));
}

TEST(AnInvitation, AsksForAnAnswerWhereThatIsReadAndWhileThereIsSomethingToAnswer) {
  CalendarParty reads = office;
  reads.reads_answers = true;
  const auto asks = [&](InvitationMethod method, const CalendarParty& organizer) {
    return invitation_text(method, a_symposium(), organizer, ada, {}).find("RSVP=TRUE") != std::string::npos;
  };
  EXPECT_TRUE(asks(InvitationMethod::request, reads));
  EXPECT_FALSE(asks(InvitationMethod::request, office));
  EXPECT_FALSE(asks(InvitationMethod::cancel, reads));
}

TEST(AnInvitation, IsTakenBackByTheSameNameAndOrganizer) {
  CalendarEvent cancelled = a_symposium();
  ++cancelled.sequence;
  const std::string text = invitation_text(InvitationMethod::cancel, cancelled, office, ada, {});
  for (const std::string& needed :
       {std::string{"METHOD:CANCEL\r\n"}, "UID:" + a_symposium().uid + "\r\n", std::string{"SEQUENCE:3\r\n"},
        std::string{"ORGANIZER;CN=\"CCOP\":mailto:office@example.org\r\n"}, std::string{"STATUS:CANCELLED\r\n"}})
    EXPECT_THAT(text, HasSubstr(needed));
}

TEST(AnInvitation, SaysWhatItsReaderSaid) {
  using community::Coming;
  const auto part = [](Coming said) {
    return invitation_text(InvitationMethod::request, a_symposium(), office, ada, said);
  };
  EXPECT_THAT(part(Coming::yes), HasSubstr("PARTSTAT=ACCEPTED"));
  EXPECT_THAT(part(Coming::remotely), HasSubstr("PARTSTAT=ACCEPTED"));
  EXPECT_THAT(part(Coming::no), HasSubstr("PARTSTAT=DECLINED"));
}

TEST(AnInvitation, IsWrittenForNobodyElseByANameOrAnAddress) {
  const std::string text = invitation_text(InvitationMethod::request, a_symposium(), office,
                                           {"A\":mailto:b@example.org\r\nATTENDEE:x", "a\r\nb c,d@example.org"}, {});
  const std::vector<std::string> lines = lines_of(text);
  EXPECT_EQ(std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("ATTENDEE"); }), 1);
  EXPECT_THAT(text, HasSubstr("%0d%0ab%20c%2cd@example"));
}

}  // namespace
}  // namespace ccop::notify
