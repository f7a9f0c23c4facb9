// Who is shown what is owed (clause 3.8): the committee everything, a seat its own.
#include "community/kernel/standing.hpp"
#include "server/demo_site.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

class WhatIsOwed : public DemoSite {
 protected:
  Json duties_of(PersonId person) {
    return Json::parse(*ask("GET", "/api/duties", "", {{"cookie", cookie_of(person)}}).body);
  }
  /// Somebody who speaks for a Member and has no office.
  [[nodiscard]] std::pair<PersonId, std::string> member() const {
    return site().live().read([&](const Community& now) {
      const Time at = site().live().now();
      for (std::uint32_t i = 1; i < people; ++i)
        if (holds_member_seat(now, {i}, at) && !is_committee(now, {i}, at))
          return std::pair{PersonId{i}, membership(now).organizations[*membership(now).seat_organization({i}, at)].key};
      throw std::logic_error("the demonstration has no Member");
    });
  }
};

TEST_F(WhatIsOwed, IsShownToTheCommitteeOfEverybody) {
  const Json all = duties_of(secretary);
  EXPECT_TRUE(all["of_all"]);
  std::set<std::string> kinds;
  for (const Json& duty : all["duties"]) kinds.insert(duty["kind"]);
  EXPECT_TRUE(kinds.contains("silence"));
  EXPECT_TRUE(kinds.contains("register-voting-key"));
  for (const Json& duty : all["duties"]) {
    EXPECT_FALSE(duty["next"].is_null() && duty["step"].is_null()) << duty;
    EXPECT_FALSE(duty["clause"] == "") << duty["kind"];
  }
}

TEST_F(WhatIsOwed, IsShownToASeatOfItselfAndOfAll) {
  const auto [person, seat] = member();
  const Json own = duties_of(person);
  EXPECT_FALSE(own["of_all"]);
  EXPECT_FALSE(own["duties"].empty());
  for (const Json& duty : own["duties"])
    EXPECT_TRUE(duty["owner"] == "membership" || duty["seat"] == seat) << duty["kind"] << " of " << duty["seat"];
}

}  // namespace
}  // namespace ccop::server
