// Limits on tries: how many at once, how they come back, and who counts as one caller.
#include "server/limits.hpp"

#include <gtest/gtest.h>

namespace ccop::server {
namespace {

TEST(TryLimits, GiveBackOneTryAfterTheOther) {
  const Time start = from_rfc3339("2026-03-01T08:00:00.000Z").value();
  TryLimit limit{2, std::chrono::seconds{20}};
  EXPECT_TRUE(limit.take("a", start));
  EXPECT_TRUE(limit.take("a", start));
  EXPECT_FALSE(limit.take("a", start));
  EXPECT_TRUE(limit.take("b", start)) << "each caller has tries of its own";
  EXPECT_FALSE(limit.take("a", start + std::chrono::seconds{9}));
  EXPECT_TRUE(limit.take("a", start + std::chrono::seconds{10}));
  EXPECT_FALSE(limit.take("a", start + std::chrono::seconds{10}));
  EXPECT_TRUE(limit.take("a", start + hours{1}));
  EXPECT_TRUE(limit.take("a", start + hours{1}));
  EXPECT_FALSE(limit.take("a", start + hours{1})) << "never more at once than at first";
}

TEST(Callers, AreAddressesOrNetworksOfOneSubscriber) {
  EXPECT_EQ(caller_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(caller_of("2001:db8:1:2:aaaa::1"), caller_of("2001:db8:1:2:bbbb:cccc::2"));
  EXPECT_NE(caller_of("2001:db8:1:2::1"), caller_of("2001:db8:1:3::1"));
  EXPECT_NE(caller_of("::ffff:192.0.2.7"), caller_of("::ffff:192.0.2.8"));
  EXPECT_EQ(caller_of("unknown"), "unknown");
}

}  // namespace
}  // namespace ccop::server
