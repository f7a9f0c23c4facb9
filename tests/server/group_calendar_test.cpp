// Meetings of working groups in the calendars of those who are in them, and in no others.
#include "community/groups/state.hpp"
#include "community/membership/state.hpp"
#include "server/demo_site.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

using namespace community;
using ::testing::HasSubstr;
using ::testing::Not;

class TheCalendarOfAGroup : public DemoSite {
 protected:
  std::string calendar_of(PersonId person) {
    const Time now = site().live().now();
    const auto seat =
        site().live().read([&](const Community& state) { return membership(state).seat_of(person, now); });
    SignIn made{person, {}, {}, Time::max(), "phone", {}, {}, {}, seat, CalendarScope::titles};
    const std::string secret = site().admission().calendars().begin(std::move(made), now);
    const Response answer = ask("GET", "/calendar/" + secret + ".ics", "", {{"cookie", ""}});
    EXPECT_EQ(answer.status, 200u);
    return *answer.body;
  }
  /// The first who speaks for an organization that is, or is not, in a group that met.
  [[nodiscard]] PersonId somebody(bool is_in) const {
    const Time now = site().live().now();
    return site().live().read([&](const Community& state) {
      for (std::uint32_t i = 1; i < people; ++i) {
        const auto own = membership(state).seat_organization({i}, now);
        if (!own) continue;
        bool meets = false;
        for (const Group& group : groups(state).all) meets = meets || (!group.meetings.empty() && group.has(*own));
        if (meets == is_in) return PersonId{i};
      }
      throw std::logic_error("the demonstration has nobody like that");
    });
  }
};

TEST_F(TheCalendarOfAGroup, IsForThoseWhoAreInIt) {
  EXPECT_THAT(calendar_of(somebody(true)), HasSubstr("SUMMARY:Monthly call\r\n"));
  EXPECT_THAT(calendar_of(somebody(false)), Not(HasSubstr("Monthly call")));
}

}  // namespace
}  // namespace ccop::server
