// Who shared something corrects it and takes it back, at the page; nobody else does, and nothing becomes wider.
#include "hostile/members_at_the_exchange.hpp"

namespace ccop::server {
namespace {

using ::testing::_;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Ne;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

class WhoeverShared : public AMemberAtTheExchange {
 protected:
  Response changes(const Seat& seat, const std::string& id, Json more) {
    more["id"] = id;
    return ask("POST", "/api/exchange/changes", more.dump(), {{"cookie", seat.cookie}});
  }
  std::string shares_in_its_name(const Json& more = Json::object()) {
    Json body{{"as_community", false}};
    body.update(more);
    return shares(members_[0], body)["id"];
  }
  static std::vector<std::string> related(const Json& page) {
    std::vector<std::string> ids;
    for (const auto& one : page["related"]) ids.push_back(one["object"]["id"]);
    return ids;
  }
};

TEST_F(WhoeverShared, CorrectsItAndItsHistoryShowsWhatWas) {
  const std::string id = shares_in_its_name();
  EXPECT_THAT(shown(members_[0], id)["may"], Contains("change"));
  EXPECT_EQ(changes(members_[0], id, {{"name", "Another name"}, {"description", ""}, {"helped", "Patience"}}).status,
            200u);
  const Json page = shown(members_[1], id);
  EXPECT_EQ(page["title"], "Another name");
  EXPECT_EQ(page["object"]["x_ccop_helped"], "Patience");
  EXPECT_FALSE(page["object"].contains("description"));
  ASSERT_THAT(page["history"], SizeIs(2));
  EXPECT_EQ(page["history"][0]["object"], page["object"]);
  EXPECT_EQ(page["history"][1]["object"]["name"], "An incident");
  EXPECT_EQ(page["history"][1]["object"]["description"], "d");
}

TEST_F(WhoeverShared, IsNobodyElse) {
  const std::string id = shares_in_its_name();
  const Json page = shown(members_[1], id);
  EXPECT_THAT(page["may"], Not(Contains("change")));
  for (const Json& change : {Json{{"name", "x"}}, Json{{"taken_back", "revoked"}}, Json{{"marking", "red"}}})
    EXPECT_THAT(changes(members_[1], id, change), problem("not-your-object"));
  EXPECT_THAT(changes(members_[1], id, {{"edit_secret", exchange::fresh_edit_secret()}}), problem("not-your-object"));
  EXPECT_EQ(changes(observer_, id, {{"name", "x"}}).status, 422u) << "members share";
  EXPECT_EQ(shown(members_[0], id)["object"], page["object"]);
}

TEST_F(WhoeverShared, ChangesWhatItSharedAsTheCommunityByTheSecret) {
  const Json shared = shares(members_[0], {{"signs", "198.51.100.7"}});
  const std::string id = shared["id"];
  EXPECT_THAT(changes(members_[0], id, {{"name", "x"}}), problem("not-your-object"));
  EXPECT_THAT(shown(members_[0], id)["may"], Not(Contains("change"))) << "the host doesn't know whose it is";
  EXPECT_EQ(changes(members_[0], id, {{"name", "x"}, {"edit_secret", "short"}}).status, 400u);
  EXPECT_EQ(changes(members_[0], id,
                    {{"taken_back", "revoked"}, {"with_parts", true}, {"edit_secret", shared["edit_secret"]}})
                .status,
            200u);
  const Json page = shown(members_[1], id);
  EXPECT_TRUE(page["revoked"]);
  EXPECT_EQ(page["by"], "community");
  EXPECT_TRUE(page["related"][0]["object"]["revoked"]);
}

TEST_F(WhoeverShared, TakesItBackForGoodAndWithWhatItHolds) {
  const std::string id = shares_in_its_name({{"signs", "198.51.100.7 evil.example"}});
  EXPECT_EQ(changes(members_[0], id, {{"taken_back", "false-positive"}, {"with_parts", true}}).status, 200u);
  const Json page = shown(members_[1], id);
  EXPECT_TRUE(page["revoked"]);
  EXPECT_EQ(page["object"]["labels"], Json::array({"false-positive"}));
  ASSERT_THAT(page["related"], SizeIs(2));
  for (const auto& one : page["related"]) EXPECT_TRUE(one["object"]["revoked"]);
  EXPECT_THAT(shown(members_[0], id)["may"], Not(Contains("change")));
  EXPECT_THAT(changes(members_[0], id, {{"name", "x"}}), problem("object-was-taken-back"));
}

TEST_F(WhoeverShared, MakesItNarrowerAtOnceAndItsWiderVersionsAreGone) {
  const std::string id = shares_in_its_name({{"marking", "green"}, {"signs", "198.51.100.7"}});
  const std::string part = related(shown(observer_, id)).at(0);
  EXPECT_EQ(changes(members_[0], id, {{"marking", "amber"}, {"with_parts", true}}).status, 200u);
  for (const auto& one : {id, part}) {
    EXPECT_EQ(page(observer_, one).status, 404u);
    EXPECT_EQ(shown(members_[1], one)["marking"], "amber");
    EXPECT_THAT(shown(members_[1], one)["history"], SizeIs(1));
  }
  const auto green = taxii(members_[1], "GET", "collections/green/objects/?match[version]=all");
  EXPECT_EQ(green.body->find(id), std::string::npos);
  EXPECT_EQ(green.body->find(part), std::string::npos);

  const Json to_the_other{{"marking", "red"}, {"recipients", {members_[1].organization.value}}};
  EXPECT_EQ(changes(members_[0], id, to_the_other).status, 200u);
  EXPECT_EQ(shown(members_[0], id)["marking"], "red");
  EXPECT_EQ(shown(members_[1], id)["marking"], "red");
  EXPECT_EQ(page(members_[2], id).status, 404u);
}

TEST_F(WhoeverShared, MakesNothingWiderWithoutARelease) {  // clause 5.4
  const std::string id = shares_in_its_name();
  for (const char* wider : {"clear", "green"}) EXPECT_EQ(changes(members_[0], id, {{"marking", wider}}).status, 422u);
  EXPECT_EQ(changes(members_[0], id, {{"marking", "purple"}}).status, 400u);
  EXPECT_EQ(changes(members_[0], id, {{"marking", "amber"}, {"recipients", {0}}}).status, 400u);
  EXPECT_EQ(shown(members_[0], id)["marking"], "amber");
}

TEST_F(WhoeverShared, SaysHowLongAnIndicatorIsValid) {
  const std::string id = shares_in_its_name({{"signs", "198.51.100.7"}});
  const std::string indicator = related(shown(members_[0], id)).at(0);
  const Json until{{"valid_until", "2099-01-31T12:00:00.000Z"}};
  EXPECT_EQ(changes(members_[0], indicator, until).status, 200u);
  EXPECT_EQ(shown(members_[1], indicator)["object"]["valid_until"], "2099-01-31T12:00:00.000Z");
  EXPECT_EQ(changes(members_[0], id, until).status, 400u);
  EXPECT_EQ(changes(members_[0], indicator, {{"valid_until", "2020-01-01T00:00:00.000Z"}}).status, 400u)
      << "not before it began";
}

TEST_F(WhoeverShared, SaysWhatAnIndicatorLooksForInsteadAndTheOldValueDetectsNoLonger) {
  const std::string id = shares_in_its_name({{"signs", "evil.example"}});
  const std::string indicator = related(shown(members_[0], id)).at(0);
  EXPECT_THAT(changes(members_[1], indicator, {{"value", "9.9.9.9"}}), problem("not-your-object"));
  for (const char* none : {"nothing", "198.51.100.7 198.51.100.8", "CVE-2026-1234"})
    EXPECT_EQ(changes(members_[0], indicator, {{"value", none}}).status, 400u) << none;
  EXPECT_EQ(changes(members_[0], id, {{"value", "9.9.9.9"}}).status, 400u) << "an incident looks for nothing";

  EXPECT_EQ(changes(members_[0], indicator, {{"value", "198[.]51.100[.]7"}}).status, 200u);
  const Json page = shown(members_[1], indicator);
  EXPECT_EQ(page["object"]["pattern"], "[ipv4-addr:value = '198.51.100.7']");
  EXPECT_EQ(page["title"], "198.51.100.7") << "its name was its value";
  EXPECT_EQ(page["object"]["labels"], Json::array({"well-known:documentation"})) << "of what it looks for now";
  EXPECT_EQ(page["history"][1]["object"]["pattern"], "[domain-name:value = 'evil.example']");
  const auto list = ask("GET", "/api/exchange/file?format=csv", "", {{"cookie", members_[1].cookie}});
  EXPECT_THAT(*list.body, HasSubstr("198.51.100.7"));
  EXPECT_THAT(*list.body, Not(HasSubstr("evil.example")));

  EXPECT_EQ(changes(members_[0], indicator, {{"value", "evil.example"}, {"name", "The page itself"}}).status, 200u);
  EXPECT_EQ(shown(members_[1], indicator)["title"], "The page itself");
  EXPECT_EQ(changes(members_[0], indicator, {{"value", "9.9.9.9"}}).status, 200u);
  EXPECT_EQ(shown(members_[1], indicator)["title"], "The page itself") << "which is no value";
}

TEST_F(WhoeverShared, DropsAndAddsWhatItsIncidentHolds) {
  const std::string id = shares_in_its_name({{"signs", "198.51.100.7 evil.example T1059 T1566"}});
  const auto detecting = [&] {
    std::map<std::string, std::string> ids;
    const Json page = shown(members_[1], id);
    for (const auto& one : page["related"])
      if (!one["object"]["revoked"]) ids.emplace(one["object"]["title"], one["object"]["id"]);
    return ids;
  };
  auto held = detecting();
  const Json change{{"dropped", {held.at("198.51.100.7"), "T1059"}},
                    {"signs", "evil.example 198.51.100.8 9.9.9.9 CVE-2026-1234 T1190"},
                    {"without", {"9.9.9.9"}}};
  EXPECT_EQ(changes(members_[0], id, change).status, 200u);
  EXPECT_THAT(detecting(), ElementsAre(Pair("198.51.100.8", _), Pair("CVE-2026-1234", _), Pair("evil.example", _)));
  const Json dropped = shown(members_[1], held.at("198.51.100.7"));
  EXPECT_TRUE(dropped["revoked"]);
  EXPECT_THAT(dropped["object"]["labels"], Contains("false-positive"));
  std::vector<std::string> techniques;
  const Json page = shown(members_[1], id);
  for (const auto& one : page["object"]["external_references"]) techniques.push_back(one["external_id"]);
  EXPECT_THAT(techniques, ElementsAre("T1566", "T1190"));
  EXPECT_THAT(page["history"], SizeIs(2));

  // What was dropped by mistake is added again, beside what stays revoked.
  EXPECT_EQ(changes(members_[0], id, {{"signs", "198.51.100.7"}}).status, 200u);
  EXPECT_THAT(detecting(), Contains(Pair("198.51.100.7", Ne(held.at("198.51.100.7")))));
}

TEST_F(WhoeverShared, DropsNothingThatIsNotHeldAndNothingOfOthers) {
  const std::string id = shares_in_its_name({{"signs", "198.51.100.7"}});
  const std::string other = shares_in_its_name({{"signs", "198.51.100.8"}});
  const std::string part = related(shown(members_[0], other)).at(0);
  for (const Json& none : {Json{{"dropped", {part}}}, Json{{"dropped", {id}}}, Json{{"dropped", {"T1059"}}},
                           Json{{"signs", "9.9.9.9"}, {"taken_back", "revoked"}}})
    EXPECT_EQ(changes(members_[0], id, none).status, 400u) << none;
  EXPECT_EQ(changes(members_[0], part, {{"signs", "9.9.9.9"}}).status, 400u) << "an indicator holds nothing";
  EXPECT_THAT(changes(members_[1], id, {{"signs", "9.9.9.9"}}), problem("not-your-object"));
}

TEST_F(WhoeverShared, AddsToWhatItSharedAsTheCommunityAsThat) {
  const Json shared = shares(members_[0], {{"marking", "red"}, {"recipients", {members_[1].organization.value}}});
  const std::string id = shared["id"];
  const Json secret{{"edit_secret", shared["edit_secret"]}};
  Json more = secret;
  more["signs"] = "evil.example";
  EXPECT_EQ(changes(members_[1], id, more).status, 200u) << "whoever has the secret";
  const std::string part = related(shown(members_[1], id)).at(0);
  EXPECT_EQ(shown(members_[1], part)["by"], "community");
  EXPECT_EQ(shown(members_[1], part)["marking"], "red");
  EXPECT_EQ(page(members_[2], part).status, 404u) << "it is for whom the incident names";
  EXPECT_EQ(changes(members_[1], part,
                    [&] {
                      Json c = secret;
                      c["value"] = "198.51.100.7";
                      return c;
                    }())
                .status,
            200u);
}

TEST_F(WhoeverShared, CountsNoLongerOnceItTookBackThatItSawSomething) {
  const std::string id = shares_in_its_name();
  const auto say = [&](const std::string& path) {
    return ask("POST", path, Json{{"id", id}}.dump(), {{"cookie", members_[1].cookie}}).status;
  };
  EXPECT_FALSE(shown(members_[1], id).contains("seen"));
  EXPECT_EQ(say("/api/exchange/sightings"), 200u);
  const Json seen = shown(members_[1], id);
  EXPECT_TRUE(seen.contains("seen"));
  EXPECT_THAT(seen["may"], Not(Contains("sight")));
  EXPECT_FALSE(shown(members_[2], id).contains("seen")) << "who saw it is nobody else's business";
  EXPECT_EQ(say("/api/exchange/sightings/end"), 200u);
  EXPECT_EQ(shown(members_[2], id)["sightings"], 0);
  EXPECT_THAT(shown(members_[1], id)["may"], Contains("sight"));
  EXPECT_EQ(say("/api/exchange/sightings/end"), 404u);
  EXPECT_EQ(say("/api/exchange/sightings"), 200u);
  EXPECT_EQ(shown(members_[2], id)["sightings"], 1);
}

}  // namespace
}  // namespace ccop::server
