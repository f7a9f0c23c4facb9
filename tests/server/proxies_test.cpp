// Whose word counts for who called: that of the proxies that were named, by address or network.
#include "server/proxies.hpp"

#include "server/crowd.hpp"
#include "server/wire.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

TEST(TheProxies, AreThoseThatWereNamed) {
  const Proxies proxies{{"10.0.0.7", "192.0.2.0/25", "fd00::/12", "2001:db8::1"}};
  for (const auto* one : {"10.0.0.7", "192.0.2.0", "192.0.2.127", "::ffff:192.0.2.1", "fd0f::9", "2001:db8::1"})
    EXPECT_TRUE(proxies.has(one)) << one;
  for (const auto* one : {"10.0.0.8", "192.0.2.128", "fd10::9", "2001:db8::2", "", "fd", "10.0.0.7 "})
    EXPECT_FALSE(proxies.has(one)) << one;
  EXPECT_TRUE(Proxies{{"0.0.0.0/0"}}.has("203.0.113.1"));
  EXPECT_FALSE(Proxies{{"0.0.0.0/0"}}.has("::1"));
}

TEST(TheProxies, AreNamedByAnAddressOrANetwork) {
  for (const auto* wrong : {"proxy", "10.0.0.7/33", "::/129", "10.0.0.7/", "10.0.0.7/8x", "/8", ""})
    EXPECT_THROW((Proxies{{wrong}}), std::invalid_argument) << wrong;
}

/// What stands there becomes the key of limits: only an address may, or each request would have a limit of its own.
TEST(AProxysWord, CountsOnlyWhereItIsAnAddress) {
  const Proxies proxies{{"127.0.0.1"}};
  const auto caller = [&](const std::string& said) {
    Request request;
    request.address = "127.0.0.1";
    request.headers.emplace_back("x-forwarded-for", said);
    return caller_behind(request, proxies);
  };
  EXPECT_EQ(caller("203.0.113.1, 198.51.100.9"), "198.51.100.9");
  EXPECT_EQ(caller("2001:db8::5"), "2001:db8::5");
  for (const auto& no_address : {std::string{"unknown"}, std::string{"198.51.100.9, "}, std::string(12'000, 'x')})
    EXPECT_EQ(caller(no_address), "127.0.0.1");
}

TEST(ACrowd, HasSoManyPlacesForEachAndTakesThemBack) {
  Crowd crowd;
  auto first = crowd.enter("a", 2);
  auto second = crowd.enter("a", 2);
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(crowd.enter("a", 2));
  EXPECT_TRUE(crowd.enter("b", 2)) << "somebody else's places are their own";
  auto moved = std::move(first);
  EXPECT_EQ(crowd.of("a"), 2u);
  moved.reset();
  EXPECT_EQ(crowd.of("a"), 1u);
  EXPECT_TRUE(crowd.enter("a", 2));
  EXPECT_FALSE(crowd.enter("c", 0));
  EXPECT_EQ(crowd.all(), 1u);
  const auto third = crowd.enter("a", 2);
  const auto others = crowd.enter("b", 2);
  EXPECT_EQ(crowd.all(), 3u);
  EXPECT_EQ(crowd.most(), 2u);
}

}  // namespace
}  // namespace ccop::server
