// Which day it is somewhere, by the machine's data about zones.
#include "notify/calendar/zone.hpp"

#include <gtest/gtest.h>

namespace ccop::notify {
namespace {

std::string day_in(const std::string& zone, std::string_view time) {
  return to_rfc3339(Zone{zone}.day_of(from_rfc3339(time).value())).substr(0, 10);
}

TEST(TheDayThere, ChangesAtMidnightOnItsOwnClocks) {
  EXPECT_EQ(day_in("Europe/Zurich", "2027-06-30T21:59:59.999Z"), "2027-06-30");
  EXPECT_EQ(day_in("Europe/Zurich", "2027-06-30T22:00:00.000Z"), "2027-07-01");
  EXPECT_EQ(day_in("Europe/Zurich", "2027-01-31T22:59:59.999Z"), "2027-01-31");
  EXPECT_EQ(day_in("Europe/Zurich", "2027-01-31T23:00:00.000Z"), "2027-02-01");
  EXPECT_EQ(day_in("Pacific/Auckland", "2027-01-01T11:00:00.000Z"), "2027-01-02");
  EXPECT_EQ(day_in("Asia/Kathmandu", "2027-01-01T18:14:59.999Z"), "2027-01-01");
  EXPECT_EQ(day_in("Asia/Kathmandu", "2027-01-01T18:15:00.000Z"), "2027-01-02");
  EXPECT_EQ(day_in("America/New_York", "2027-07-01T03:59:59.999Z"), "2027-06-30");
}

/// In Santiago there is no midnight on that day: it begins at one.
TEST(TheDayThere, BeginsWhenItsDateDoesWhereTheClocksChangeAtMidnight) {
  EXPECT_EQ(day_in("America/Santiago", "2026-09-06T03:59:59.999Z"), "2026-09-05");
  EXPECT_EQ(day_in("America/Santiago", "2026-09-06T04:00:00.000Z"), "2026-09-06");
}

TEST(TheDayThere, IsThatOfUtcWhereTheMachineKnowsNoSuchZone) {
  for (const auto* unknown :
       {"", "Nowhere/Nothing", "../../../etc/passwd", "/etc/passwd", "Europe", "zone.tab", "leapseconds"})
    EXPECT_EQ(day_in(unknown, "2027-06-30T23:59:59.999Z"), "2027-06-30") << unknown;
}

}  // namespace
}  // namespace ccop::notify
