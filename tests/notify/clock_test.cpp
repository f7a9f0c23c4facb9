// Deadlines in words, and the hours at which people are written to.
#include "notify/clock.hpp"

#include <gtest/gtest.h>

namespace ccop::notify {
namespace {

Time at(const char* text) {
  return from_rfc3339(std::string{text} + ":00.000Z").value();
}

TEST(ADeadlineInWords, IsTheDays24HoursWhereItEndsADay) {
  EXPECT_EQ(in_words(at("2027-06-30T22:00"), "Europe/Zurich", "Europe/Zurich"),
            "30 June 2027, 24:00, Geneva (Europe/Zurich)");
  EXPECT_EQ(in_words(at("2027-01-31T23:00"), "Europe/Zurich", "Europe/Zurich"),
            "31 January 2027, 24:00, Geneva (Europe/Zurich)");
}

TEST(ADeadlineInWords, IsSaidInTheReadersOwnTimeWhereThatIsAnother) {
  EXPECT_EQ(in_words(at("2027-06-30T22:00"), "Europe/Zurich", "America/New_York"),
            "30 June 2027, 24:00, Geneva (Europe/Zurich); 18:00 for you");
  EXPECT_EQ(in_words(at("2027-06-30T22:00"), "Europe/Zurich", "Asia/Bangkok"),
            "30 June 2027, 24:00, Geneva (Europe/Zurich); 1 July 2027, 05:00 for you");
  EXPECT_EQ(in_words(at("2027-06-30T22:00"), "Europe/Zurich", "Africa/Johannesburg"),
            "30 June 2027, 24:00, Geneva (Europe/Zurich)");
}

TEST(ADeadlineInWords, IsATimeOfDayWhereItEndsNone) {
  EXPECT_EQ(in_words(at("2027-05-03T12:30"), "Europe/Zurich", "Europe/Zurich"),
            "3 May 2027, 14:30, Geneva (Europe/Zurich)");
  EXPECT_EQ(in_words(at("2027-05-03T12:30"), "Africa/Nairobi", "Africa/Nairobi"),
            "3 May 2027, 15:30, Nairobi (Africa/Nairobi)");
}

// In Cairo the clocks went from 24:00 of 27 April 2023 straight to 01:00.
TEST(ADeadlineInWords, EndsTheDayAlsoWhereMidnightIsSkipped) {
  EXPECT_EQ(in_words(at("2023-04-27T22:00"), "Africa/Cairo", "Africa/Cairo"),
            "27 April 2023, 24:00, Cairo (Africa/Cairo)");
}

TEST(AZone, IsOneOfTheTable) {
  EXPECT_TRUE(is_zone("Africa/Nairobi"));
  for (const char* wrong : {"", "Mars/Olympus", "../../etc/passwd", "W. Europe Standard Time", "Europe/Zurich\n"})
    EXPECT_FALSE(is_zone(wrong)) << wrong;
}

std::string date_in(const std::string& zone, std::string_view time) {
  return to_rfc3339(day_in(zone, from_rfc3339(time).value())).substr(0, 10);
}

TEST(TheDateThere, ChangesAtMidnightOnItsOwnClocks) {
  EXPECT_EQ(date_in("Europe/Zurich", "2027-06-30T21:59:59.999Z"), "2027-06-30");
  EXPECT_EQ(date_in("Europe/Zurich", "2027-06-30T22:00:00.000Z"), "2027-07-01");
  EXPECT_EQ(date_in("Europe/Zurich", "2027-01-31T22:59:59.999Z"), "2027-01-31");
  EXPECT_EQ(date_in("Europe/Zurich", "2027-01-31T23:00:00.000Z"), "2027-02-01");
  EXPECT_EQ(date_in("Pacific/Auckland", "2027-01-01T11:00:00.000Z"), "2027-01-02");
  EXPECT_EQ(date_in("Asia/Kathmandu", "2027-01-01T18:14:59.999Z"), "2027-01-01");
  EXPECT_EQ(date_in("Asia/Kathmandu", "2027-01-01T18:15:00.000Z"), "2027-01-02");
  EXPECT_EQ(date_in("America/New_York", "2027-07-01T03:59:59.999Z"), "2027-06-30");
}

// In Santiago there was no midnight on that day: it began at one.
TEST(TheDateThere, BeginsWhenItDoesWhereTheClocksChangeAtMidnight) {
  EXPECT_EQ(date_in("America/Santiago", "2026-09-06T03:59:59.999Z"), "2026-09-05");
  EXPECT_EQ(date_in("America/Santiago", "2026-09-06T04:00:00.000Z"), "2026-09-06");
}

TEST(TheDateThere, IsThatOfUtcWhereTheTableKnowsNoSuchZone) {
  for (const auto* unknown : {"", "Nowhere/Nothing", "../../../etc/passwd", "/etc/passwd", "Europe"})
    EXPECT_EQ(date_in(unknown, "2027-06-30T23:59:59.999Z"), "2027-06-30") << unknown;
}

TEST(TheHourOfCollectedMails, IsTheNextOneOnThePersonsClock) {
  EXPECT_EQ(next_hour(at("2027-01-10T06:59"), 8, 0, "Europe/Zurich"), at("2027-01-10T07:00"));
  EXPECT_EQ(next_hour(at("2027-01-10T07:00"), 8, 0, "Europe/Zurich"), at("2027-01-11T07:00"));
  EXPECT_EQ(next_hour(at("2027-07-10T06:30"), 8, 0, "Europe/Zurich"), at("2027-07-11T06:00"));
  EXPECT_EQ(next_hour(at("2027-01-10T00:00"), 8, 0, "Pacific/Auckland"), at("2027-01-10T19:00"));
}

TEST(TheHourOfCollectedMails, IsOnItsDayOfTheWeek) {
  const Time sunday = at("2027-01-10T12:00");
  EXPECT_EQ(next_hour(sunday, 8, 1, "UTC"), at("2027-01-11T08:00"));
  EXPECT_EQ(next_hour(sunday, 8, 7, "UTC"), at("2027-01-17T08:00"));
  EXPECT_EQ(next_hour(sunday, 13, 7, "UTC"), at("2027-01-10T13:00"));
}

TEST(TheHourOfCollectedMails, ComesOnceWhereTheClocksSkipOrRepeatIt) {
  // 28 March 2027 has no 02:00 in Zurich; 31 October has it twice.
  EXPECT_EQ(next_hour(at("2027-03-28T00:00"), 2, 0, "Europe/Zurich"), at("2027-03-28T01:00"));
  EXPECT_EQ(next_hour(at("2027-10-30T12:00"), 2, 0, "Europe/Zurich"), at("2027-10-31T00:00"));
  EXPECT_EQ(next_hour(at("2027-10-31T00:00"), 2, 0, "Europe/Zurich"), at("2027-11-01T01:00"));
}

}  // namespace
}  // namespace ccop::notify
