// Who is shown what is owed (clause 3.8): the committee everything, a seat its own.
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
  [[nodiscard]] std::string seat_of(PersonId person) const {
    return site().live().read([&](const Community& now) {
      return membership(now).organizations[*membership(now).seat_organization(person, site().live().now())].key;
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
  const PersonId person = plain_member();
  const std::string seat = seat_of(person);
  const Json own = duties_of(person);
  EXPECT_FALSE(own["of_all"]);
  EXPECT_FALSE(own["duties"].empty());
  for (const Json& duty : own["duties"])
    EXPECT_TRUE(duty["owner"] == "membership" || duty["seat"] == seat) << duty["kind"] << " of " << duty["seat"];
}

}  // namespace
}  // namespace ccop::server
