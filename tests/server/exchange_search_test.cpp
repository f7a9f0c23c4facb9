// What the page searches for, and how what is found follows one another.
#include "exchange_api.hpp"

namespace ccop::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(ExchangeApi, FindsAsOneTypes) {
  report({{"name", "Botnet in the harbour"}, {"signs", "198.51.100.7 sub.evil.example"}});
  report({{"name", "A whole network"}, {"signs", "198.51.100.0/24"}});
  EXPECT_THAT(titles({{"q", "botn"}}), ElementsAre("Botnet in the harbour"));
  EXPECT_THAT(titles({{"q", "harbour botnet"}}), ElementsAre("Botnet in the harbour"));
  EXPECT_THAT(titles({{"q", "198.51.100.9"}}), ElementsAre("198.51.100.0/24"));
  EXPECT_THAT(titles({{"q", "198.51.100.7"}}), ElementsAre("198.51.100.0/24", "198.51.100.7"));
  EXPECT_THAT(titles({{"q", "nothing"}}), IsEmpty());
  EXPECT_THAT(titles({{"type", "incident"}}), ElementsAre("A whole network", "Botnet in the harbour"));
  EXPECT_THAT(titles({{"q", "harbour"}, {"type", "indicator"}}), IsEmpty());
  EXPECT_THAT(titles({{"type", "incident"}, {"marking", "green"}}), IsEmpty());
  EXPECT_EQ(ask("POST", "/api/exchange/search", {{"marking", "purple"}}).status, 400u);
  EXPECT_EQ(ask("POST", "/api/exchange/search", {{"before", "x"}}).status, 400u);
  EXPECT_NE(ask("GET", "/api/exchange/search?q=botn").status, 200u) << "no address holds what one looks for";
  EXPECT_NE(ask("GET", "/api/exchange?q=botn").status, 200u);
}

TEST_F(ExchangeApi, FindsWhatIsBrokenSoThatNobodyClicksOnIt) {
  report({{"name", "x"}, {"signs", "https://login.evil.example/a 198.51.100.7"}});
  EXPECT_THAT(titles({{"q", "198[.]51[.]100[.]7"}}), ElementsAre("198.51.100.7"));
  for (const auto* begun : {"198[.]51[.]100", "198[.]51[.]", "198[.", "h**p", "hxxps://login[.]"})
    EXPECT_THAT(titles({{"q", begun}}), ::testing::SizeIs(1)) << "as one types " << begun;
  for (const auto* other :
       {"198[点]51[点]100[点]7", "198 DOT 51 DOT 100 DOT 7", "198[.51[.100[.7", "１９８．５１．１００．７"})
    EXPECT_THAT(titles({{"q", other}}), ElementsAre("198.51.100.7")) << "as free text is read: " << other;
  EXPECT_THAT(titles({{"q", "hXXps://login(.)evil[dot]example/a"}}), ElementsAre("https://login.evil.example/a"));
}

TEST_F(ExchangeApi, FindsByWhoSharedItAndWhenAndInWhicheverOrder) {
  report({{"name", "First"}});
  report({{"name", "Second"}, {"as_community", true}});
  report({{"name", "Third"}, {"as_community", true}});
  EXPECT_THAT(titles({{"by", "community"}}), ElementsAre("Third", "Second"));
  EXPECT_THAT(titles({{"by", "community"}, {"oldest_first", true}}), ElementsAre("Second", "Third"));
  EXPECT_THAT(titles({{"by", "community"}, {"q", "second"}}), ElementsAre("Second"));
  EXPECT_THAT(titles({{"type", "incident"}, {"oldest_first", true}}), ElementsAre("First", "Second", "Third"));
  EXPECT_THAT(titles({{"type", "incident"}, {"until", "2020-01-01T00:00:00Z"}}), IsEmpty());
  EXPECT_THAT(titles({{"type", "incident"}, {"since", "2099-01-01T00:00:00Z"}}), IsEmpty());
  EXPECT_THAT(titles({{"type", "incident"}, {"since", "2020-01-01T00:00:00Z"}, {"until", "2099-01-01T00:00:00Z"}}),
              ElementsAre("Third", "Second", "First"));
  for (const Json& wrong : {Json{{"by", "x"}}, Json{{"by", "999"}}, Json{{"until", "x"}}, Json{{"since", "x"}}})
    EXPECT_EQ(ask("POST", "/api/exchange/search", wrong).status, 400u) << wrong;
}

TEST_F(ExchangeApi, GivesPageAfterPageWhicheverOrderAndWhoever) {
  for (int i = 0; i < 65; ++i) report({{"name", "n" + std::to_string(i)}, {"as_community", i % 2 == 0}});
  for (const Json& wanted : {Json{{"type", "incident"}}, Json{{"type", "incident"}, {"oldest_first", true}},
                             Json{{"type", "incident"}, {"by", "community"}}}) {
    std::set<std::string> all;
    Json asked = wanted;
    for (int pages = 0; pages < 5; ++pages) {
      const Json found = Json::parse(*ask("POST", "/api/exchange/search", asked).body);
      for (const auto& object : found["objects"]) EXPECT_TRUE(all.insert(object["title"]).second) << wanted;
      if (found["next"].is_null()) break;
      asked["before"] = found["next"];
    }
    EXPECT_EQ(all.size(), wanted.contains("by") ? 33u : 65u) << wanted;
  }
}

}  // namespace
}  // namespace ccop::server
