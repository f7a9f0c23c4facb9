// What somebody may watch for in an object, and whether a value is among what is watched.
#include "base/bad_input.hpp"
#include "exchange/watch/list.hpp"

#include <gmock/gmock.h>

#include <array>
#include <fstream>

namespace ccop::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAreArray;

constexpr Microseconds now = 1'800'000'000'000'000;

Json table() {
  std::ifstream file{std::string{CCOP_SOURCE_DIR} + "/tests/exchange/watch/matches.json"};
  return Json::parse(file);
}

ValueKind kind_named(const std::string& word) {
  static constexpr std::array words{"address", "domain", "url", "email", "sector"};
  return static_cast<ValueKind>(std::ranges::find(words, word) - words.begin());
}

std::string refusal_of(const Json& list) {
  try {
    static_cast<void>(WatchList::read(list.dump()));
  } catch (const BadInput& bad) {
    return bad.path;
  }
  return "none";
}

Json indicator(const std::string& pattern, Json more = Json::object()) {
  Json json{{"type", "indicator"}, {"pattern_type", "stix"}, {"pattern", pattern}};
  json.update(more);
  return json;
}

TEST(AWatchList, IsMetByWhatTheTableThatThePageReadsTooSays) {
  const Json said = table();
  const auto list = WatchList::read(said["list"].dump());
  for (const auto& one : said["cases"])
    EXPECT_THAT(list.met_by({kind_named(one["kind"]), one["value"]}),
                UnorderedElementsAreArray(one["met"].get<std::vector<std::string>>()))
        << one["says"];
}

TEST(AWatchList, IsRefusedWithThePlaceOfWhatIsNone) {
  EXPECT_EQ(refusal_of({{"networks", {"198.51.100.0/24", "198.51.100.0/33"}}}), "networks[1]");
  EXPECT_EQ(refusal_of({{"networks", {"who.example"}}}), "networks[0]");
  EXPECT_EQ(refusal_of({{"domains", {"example"}}}), "domains[0]");
  EXPECT_EQ(refusal_of({{"domains", {"203.0.113.7"}}}), "domains[0]");
  EXPECT_EQ(refusal_of({{"mail", {"a b.example"}}}), "mail[0]");
  EXPECT_EQ(refusal_of({{"sectors", {"?"}}}), "sectors[0]");
  EXPECT_EQ(refusal_of({{"sectors", {7}}}), "sectors[0]");
  EXPECT_EQ(refusal_of({{"sectors", "health"}}), "sectors");
  EXPECT_EQ(refusal_of(Json::array()), "");
  EXPECT_EQ(refusal_of(Json::object()), "") << "nothing to watch for";
  EXPECT_EQ(refusal_of({{"sectors", {"health"}}}), "none");
}

TEST(WatchableValues, AreAllThatAPatternLooksForInHoweverManyComparisons) {
  EXPECT_THAT(watchable_values(indicator("[ipv4-addr:value = '198.51.100.7'] AND [domain-name:value = 'a.example' OR "
                                         "url:value = 'https://b.example/']"),
                               now),
              ElementsAre(Value{ValueKind::address, "198.51.100.7"}, Value{ValueKind::domain, "a.example"},
                          Value{ValueKind::url, "https://b.example/"}));
  EXPECT_THAT(watchable_values(indicator("[network-traffic:dst_ref.type = 'ipv4-addr' AND "
                                         "network-traffic:dst_ref.value = '198.51.100.7' AND "
                                         "network-traffic:dst_port = 443]"),
                               now),
              ElementsAre(Value{ValueKind::address, "198.51.100.7"}));
  EXPECT_THAT(watchable_values(indicator("[email-message:from_ref.value = 'a@post.example']"), now),
              ElementsAre(Value{ValueKind::email, "a@post.example"}));
  EXPECT_THAT(watchable_values(indicator("[ipv4-addr:value ISSUBSET '198.51.100.0/24']"), now),
              ElementsAre(Value{ValueKind::address, "198.51.100.0/24"}));
}

TEST(WatchableValues, AreNotWhatAPatternKeepsOutOrNobodyWatchesFor) {
  for (const char* pattern :
       {"[ipv4-addr:value != '198.51.100.7']", "[ipv4-addr:value NOT = '198.51.100.7']",
        "[file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']", "[process:command_line = 'a.example']", "no pattern"})
    EXPECT_THAT(watchable_values(indicator(pattern), now), IsEmpty()) << pattern;
  EXPECT_THAT(watchable_values(indicator("[domain-name:value = 'a.example']", {{"pattern_type", "sigma"}}), now),
              IsEmpty());
}

TEST(WatchableValues, AreNoneOfWhatIsRevokedOrExpired) {
  const std::string pattern = "[domain-name:value = 'a.example']";
  EXPECT_THAT(watchable_values(indicator(pattern, {{"revoked", true}}), now), IsEmpty());
  EXPECT_THAT(watchable_values(indicator(pattern, {{"valid_until", "2027-01-01T00:00:00Z"}}), now), IsEmpty());
  EXPECT_EQ(watchable_values(indicator(pattern, {{"valid_until", "2029-01-01T00:00:00Z"}}), now).size(), 1u);
}

TEST(WatchableValues, AreThoseOfObservablesAndSectors) {
  const auto held = [](const char* type, const char* value) { return Json{{"type", type}, {"value", value}}; };
  EXPECT_THAT(watchable_values(held("domain-name", "a.example"), now),
              ElementsAre(Value{ValueKind::domain, "a.example"}));
  EXPECT_THAT(
      watchable_values({{"type", "observed-data"}, {"objects", {{"0", held("email-addr", "a@b.example")}}}}, now),
      ElementsAre(Value{ValueKind::email, "a@b.example"}));
  EXPECT_THAT(watchable_values({{"type", "identity"}, {"sectors", {"healthcare"}}}, now),
              ElementsAre(Value{ValueKind::sector, "healthcare"}));
  EXPECT_THAT(watchable_values({{"type", "report"}, {"labels", {"misp-galaxy:sector=\"Health\"", "phishing"}}}, now),
              ElementsAre(Value{ValueKind::sector, "Health"}));
}

}  // namespace
}  // namespace ccop::exchange
