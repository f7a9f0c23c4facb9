// What taking part takes: what groups' terms state, and beside it what meetings took (clause 5.1).
#include "server/demo_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

class WhatTakingPartTakes : public DemoSite {
 protected:
  Json hours() { return Json::parse(*ask("GET", "/api/groups", "", {}).body)["hours"]; }
};

TEST_F(WhatTakingPartTakes, IsStatedByTheMonthAndToldOfMeetingsBesideIt) {
  // The demonstration's symposia asked for sixteen hours each, and what its groups call are meetings of one hour.
  const Json all = hours();
  ASSERT_FALSE(all.empty());
  std::int64_t met = 0;
  for (const Json& one : all) {
    EXPECT_GT(one["hours"], 0);
    EXPECT_GT(one["other_minutes"], 0) << one;
    EXPECT_EQ(one["other_minutes"].get<std::int64_t>() % (16 * 60), 0) << one;
    EXPECT_EQ(one["group_minutes"].get<std::int64_t>() % 60, 0);
    EXPECT_LE(one["group_minutes"], one["groups"].get<std::int64_t>() * 60);
    met += one["group_minutes"].get<std::int64_t>();
  }
  EXPECT_GT(met, 0);
}

}  // namespace
}  // namespace ccop::server
