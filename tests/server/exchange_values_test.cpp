// What was added since one looked, as whoever watches for something asks for it; and what a seat watches for, as it is
// kept.
#include "exchange_api.hpp"

namespace ccop::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class WhatWasAdded : public ExchangeApi {
 protected:
  /// Page after page from a place, in the order in which they come.
  std::vector<std::string> values_behind(std::string& place, std::size_t* pages = nullptr) {
    std::vector<std::string> all;
    for (bool more = true; more;) {
      const Json page = get("/api/exchange/values" + (place.empty() ? "" : "?after=" + place));
      for (const auto& object : page["objects"])
        for (const auto& value : object["values"]) all.push_back(value["value"]);
      place = page["next"];
      more = page["more"];
      if (pages != nullptr) ++*pages;
    }
    return all;
  }
  std::vector<std::string> values_behind(std::string&& place) { return values_behind(place); }

  void share(const Json& objects) {
    const auto response = ask("POST", "/taxii2/collections/all/objects/", {{"objects", objects}},
                              {{"authorization", "Bearer " + token_}, {"content-type", std::string{taxii_type}}});
    ASSERT_EQ(response.status, 202u) << *response.body;
    ASSERT_EQ(Json::parse(*response.body)["failure_count"], 0) << *response.body;
  }
  static Json indicator(unsigned number, const std::string& pattern) {
    std::string uuid = "00000000-0000-4000-8000-000000000000";
    const auto digits = std::to_string(number);
    uuid.replace(uuid.size() - digits.size(), std::string::npos, digits);
    return {{"type", "indicator"},
            {"spec_version", "2.1"},
            {"id", "indicator--" + uuid},
            {"created", "2026-01-01T00:00:00Z"},
            {"modified", "2026-01-01T00:00:00Z"},
            {"pattern_type", "stix"},
            {"pattern", pattern},
            {"valid_from", "2026-01-01T00:00:00Z"}};
  }
  static Json of_address(unsigned number) {
    return indicator(
        number, "[ipv4-addr:value = '10.0." + std::to_string(number / 256) + "." + std::to_string(number % 256) + "']");
  }
  void SetUp() override {
    ExchangeApi::SetUp();
    token_ = served_.make_token({{"label", "t"}, {"use", "share"}, {"ceiling", "red"}});
  }
  std::string token_;
};

TEST_F(WhatWasAdded, ComesInItsOrderAndOnce) {
  report({{"name", "First"}, {"signs", "198.51.100.7"}});
  std::string place;
  EXPECT_THAT(values_behind(place), ElementsAre("198.51.100.7"));
  EXPECT_THAT(values_behind(place), IsEmpty());
  report({{"name", "Second"}, {"signs", "b.example"}});
  report({{"name", "Third"}, {"signs", "a.example"}});
  EXPECT_THAT(values_behind(place), ElementsAre("b.example", "a.example"));
  EXPECT_THAT(values_behind(place), IsEmpty());
  EXPECT_THAT(values_behind(""), ElementsAre("198.51.100.7", "b.example", "a.example"));
}

TEST_F(WhatWasAdded, IsNamedWithItsObject) {
  report({{"name", "An incident"}, {"signs", "198.51.100.7"}, {"marking", "green"}});
  const Json page = get("/api/exchange/values?since=2020-01-01T00:00:00Z");
  ASSERT_THAT(page["objects"], SizeIs(1));
  const Json object = page["objects"][0];
  EXPECT_THAT(object["id"].get<std::string>(), HasSubstr("indicator--"));
  EXPECT_EQ(object["marking"], "green");
  EXPECT_EQ(object["title"], "198.51.100.7");
  EXPECT_EQ(object["values"], (Json{{{"kind", "address"}, {"value", "198.51.100.7"}}}));
  EXPECT_EQ(get("/api/exchange/object?id=" + object["id"].get<std::string>())["added"], object["added"]);
  EXPECT_THAT(get("/api/exchange/values?since=2099-01-01T00:00:00Z")["objects"], IsEmpty());
}

TEST_F(WhatWasAdded, ComesInPagesThatLeaveNothingOutAndRepeatNothing) {
  Json all = Json::array();
  for (unsigned i = 0; i < 1203; ++i) all.push_back(of_address(i));
  share(all);
  std::string place;
  std::size_t pages = 0;
  const auto found = values_behind(place, &pages);
  EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), 1203u);
  EXPECT_THAT(found, SizeIs(1203));
  EXPECT_EQ(pages, 3u);
}

TEST_F(WhatWasAdded, EndsAPageWhereOneObjectHasVeryMany) {
  std::string pattern = "[domain-name:value IN (";
  for (int i = 0; i < 4000; ++i) pattern += (i == 0 ? "'h" : ", 'h") + std::to_string(i) + ".example'";
  share({indicator(1, pattern + ")]"), of_address(2)});
  const Json first = get("/api/exchange/values");
  EXPECT_THAT(first["objects"], SizeIs(1));
  EXPECT_EQ(first["more"], true);
  std::string place = first["next"];
  EXPECT_THAT(values_behind(place), ElementsAre("10.0.0.2"));
}

TEST_F(WhatWasAdded, IsOfTheLatestVersionAloneAndNothingOfWhatWasTakenBack) {
  Json changed = of_address(1);
  share(Json::array({changed}));
  std::string place;
  EXPECT_THAT(values_behind(place), ElementsAre("10.0.0.1"));
  changed["modified"] = "2026-02-01T00:00:00Z";
  changed["pattern"] = "[ipv4-addr:value = '10.9.9.9']";
  share(Json::array({changed}));
  EXPECT_THAT(values_behind(""), ElementsAre("10.9.9.9"));
  EXPECT_THAT(values_behind(place), ElementsAre("10.9.9.9")) << "what changed is new again";
  changed["modified"] = "2026-03-01T00:00:00Z";
  changed["revoked"] = true;
  share(Json::array({changed}));
  EXPECT_THAT(values_behind(""), IsEmpty());
}

TEST_F(WhatWasAdded, ShowsNobodyWhatTheyMayNotRead) {
  report({{"name", "For few"}, {"signs", "red.example"}, {"marking", "red"}, {"recipients", {1}}});
  report({{"name", "For members"}, {"signs", "amber.example"}, {"marking", "amber"}});
  report({{"name", "For all"}, {"signs", "clear.example"}, {"marking", "clear"}});
  const auto read_by = [&](const std::string& marking) {
    const std::string token = served_.make_token({{"label", marking}, {"use", "read"}, {"ceiling", marking}});
    const auto response =
        ask("GET", "/api/exchange/values", nullptr, {{"authorization", "Bearer " + token}, {"cookie", ""}});
    EXPECT_EQ(response.status, 200u) << *response.body;
    return *response.body;
  };
  EXPECT_THAT(read_by("red"), HasSubstr("red.example")) << "who shared it";
  EXPECT_THAT(read_by("amber"), AllOf(Not(HasSubstr("red.example")), HasSubstr("amber.example")));
  EXPECT_THAT(read_by("clear"), AllOf(Not(HasSubstr("amber.example")), HasSubstr("clear.example")));
  EXPECT_EQ(ask("GET", "/api/exchange/values", nullptr, {{"cookie", ""}}).status, 401u);
}

TEST_F(WhatWasAdded, IsAskedForByAPlaceOrATimeAlone) {
  for (const char* wrong : {"?after=x", "?after=-1", "?after=99999999999999999999", "?since=yesterday",
                            "?after=1&since=2026-01-01T00:00:00Z"})
    EXPECT_EQ(ask("GET", std::string{"/api/exchange/values"} + wrong).status, 400u) << wrong;
  // Nothing else that is asked changes what comes: it can't tell what somebody watches for.
  report({{"name", "First"}, {"signs", "198.51.100.7"}});
  EXPECT_EQ(get("/api/exchange/values?q=198.51.100.7"), get("/api/exchange/values?q=a.example"));
}

TEST_F(WhatWasAdded, IsTheSameToAllWhoReadTheSame) {
  report({{"name", "First"}, {"signs", "198.51.100.7 a.example"}});
  const std::string token = served_.make_token({{"label", "other"}, {"use", "read"}, {"ceiling", "red"}});
  const auto other =
      ask("GET", "/api/exchange/values", nullptr, {{"authorization", "Bearer " + token}, {"cookie", ""}});
  EXPECT_EQ(Json::parse(*other.body), get("/api/exchange/values"));
}

}  // namespace
}  // namespace ccop::server
