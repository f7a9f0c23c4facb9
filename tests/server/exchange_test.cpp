// The exchange as the page asks for it.
#include "exchange_api.hpp"

namespace ccop::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(ExchangeApi, LeavesOutOfAnIncidentWhatIsNotMeant) {
  const std::string incident = report({{"signs", "198.51.100.7 evil.example"}, {"without", {"evil.example"}}});
  const Json page = get("/api/exchange/object?id=" + incident);
  ASSERT_EQ(page["related"].size(), 1u);
  EXPECT_EQ(page["related"][0]["object"]["title"], "198.51.100.7");
}

TEST_F(ExchangeApi, ShowsTheBeginningOfALongName) {
  std::string name = "x";
  for (int i = 0; i < 120; ++i) name += "\u00e9";
  report({{"name", name}});
  EXPECT_THAT(titles({{"type", "incident"}}), ElementsAre(name.substr(0, 199)));  // of 200 bytes, whole characters
}

TEST_F(ExchangeApi, ShowsWhatSurroundsAnObject) {
  const std::string incident = report({{"signs", "198.51.100.7"}});
  report({{"name", "Another"}, {"signs", "198.51.100.7"}});
  const Json page = get("/api/exchange/object?id=" + incident);
  ASSERT_EQ(page["related"].size(), 1u);
  EXPECT_EQ(page["related"][0]["how"], "related-to");
  const std::string indicator = page["related"][0]["object"]["id"];
  const Json about = get("/api/exchange/object?id=" + indicator);
  ASSERT_EQ(about["in_common"].size(), 1u);
  EXPECT_EQ(about["in_common"][0]["values"], Json::array({"198.51.100.7"}));
  const Json graph = get("/api/exchange/graph?id=" + incident);
  EXPECT_EQ(graph["nodes"].size(), 2u);
  EXPECT_EQ(graph["edges"][0]["label"], "related-to");
  EXPECT_EQ(ask("GET", "/api/exchange/object?id=x").status, 404u);
  EXPECT_EQ(ask("GET", "/api/exchange/object").status, 404u);
}

TEST_F(ExchangeApi, ShowsAnObjectOnceForAllTheValuesThatItShares) {
  const auto share = [&](unsigned number) {
    const std::string md5(32, '1');
    const std::string sha1(40, '2');
    const Json file{{"type", "file"},
                    {"spec_version", "2.1"},
                    {"id", "file--00000000-0000-4000-8000-00000000000" + std::to_string(number)},
                    {"name", "file" + std::to_string(number)},
                    {"hashes", {{"MD5", md5}, {"SHA-1", sha1}}}};
    const Json bundle{
        {"type", "bundle"}, {"id", "bundle--00000000-0000-4000-8000-000000000001"}, {"objects", Json::array({file})}};
    const Json begun = Json::parse(
        *ask("POST", "/api/exchange/uploads", {{"name", "b"}, {"format", "stix"}, {"marking", "amber"}}).body);
    const auto report =
        ask("POST", "/api/exchange/uploads/piece?last=yes&id=" + begun["id"].get<std::string>(), bundle);
    EXPECT_EQ(Json::parse(*report.body)["fresh"], 1) << *report.body;
  };
  share(1);
  share(2);
  const Json about = get("/api/exchange/object?id=file--00000000-0000-4000-8000-000000000001");
  ASSERT_EQ(about["in_common"].size(), 1u) << about["in_common"];
  EXPECT_EQ(about["in_common"][0]["values"].size(), 2u);
  EXPECT_EQ(about["in_common"][0]["objects"].size(), 1u);
}

TEST_F(ExchangeApi, CountsEachOrganizationOnceAndNamesNone) {
  const std::string incident = report();
  for (int i = 0; i < 2; ++i) EXPECT_EQ(ask("POST", "/api/exchange/sightings", {{"id", incident}}).status, 200u);
  EXPECT_EQ(get("/api/exchange/object?id=" + incident)["sightings"], 1);
  EXPECT_EQ(ask("POST", "/api/exchange/sightings", {{"id", "tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"}}).status,
            404u);
}

TEST_F(ExchangeApi, KeepsCommentsUnderTheChathamHouseRule) {  // clause 5.5
  const std::string incident = report({{"marking", "red"}});
  EXPECT_EQ(ask("POST", "/api/exchange/comments", {{"id", incident}, {"text", "Said so."}}).status, 200u);
  const Json comments = get("/api/exchange/object?id=" + incident)["comments"];
  ASSERT_EQ(comments.size(), 1u);
  EXPECT_EQ(comments[0]["text"], "Said so.");
  EXPECT_EQ(comments[0].size(), 2u);  // the text and its time, nothing else
  EXPECT_EQ(ask("POST", "/api/exchange/comments", {{"id", incident}, {"text", "  "}}).status, 400u);
}

TEST_F(ExchangeApi, NamesRecipientsForTlpRedAlone) {
  const Json body{{"name", "n"}, {"description", ""}, {"marking", "red"}, {"as_community", true}, {"recipients", {0}}};
  EXPECT_EQ(ask("POST", "/api/exchange/incidents", body).status, 200u);
  EXPECT_THAT(titles({{"type", "incident"}}), IsEmpty());  // the Secretary is not among them
  Json wrong = body;
  wrong["marking"] = "amber";
  EXPECT_EQ(ask("POST", "/api/exchange/incidents", wrong).status, 400u);
  wrong = body;
  wrong["recipients"] = {999};
  EXPECT_EQ(ask("POST", "/api/exchange/incidents", wrong).status, 400u);
  wrong["recipients"] = Json::array();
  EXPECT_EQ(ask("POST", "/api/exchange/incidents", wrong).status, 400u);  // as the community, for nobody
}

TEST_F(ExchangeApi, LetsNothingLeaveTheGroupThatItDidNotAgreeTo) {  // clause 5.4
  const std::string incident = report();
  EXPECT_THAT(get("/api/exchange/object?id=" + incident)["may"], ::testing::Contains("propose-release"));
  const auto refused = ask("POST", "/api/exchange/releases", {{"id", incident}});
  EXPECT_EQ(refused.status, 422u);
  EXPECT_EQ(Json::parse(*refused.body)["clause"]["title"], "Release");
  EXPECT_FALSE(get("/api/exchange/object?id=" + incident)["released"]);
  EXPECT_EQ(ask("POST", "/api/exchange/releases", {{"id", "tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"}}).status, 404u);
}

TEST_F(ExchangeApi, UnpacksNoBodies) {
  EXPECT_THAT(ask("POST", "/api/exchange/recognise", {{"text", "x"}}, {{"content-encoding", "gzip"}}),
              problem("send-plain"));
  EXPECT_EQ(ask("POST", "/api/exchange/recognise", {{"text", "x"}}, {{"content-encoding", "identity"}}).status, 200u);
}

TEST_F(ExchangeApi, RecognisesBeforeAnythingIsShared) {
  const auto response = ask("POST", "/api/exchange/recognise", {{"text", "hxxp://a[.]example/ CVE-2026-1"}});
  EXPECT_EQ(Json::parse(*response.body)["signs"].size(), 1u);
}

TEST_F(ExchangeApi, ShowsTechniquesByTheirTactics) {
  share_technique();
  report({{"signs", "T1566"}});
  const Json matrix = get("/api/exchange/matrix");
  ASSERT_EQ(matrix["tactics"].size(), 1u);
  EXPECT_EQ(matrix["tactics"][0]["tactic"], "initial-access");
  EXPECT_EQ(matrix["tactics"][0]["techniques"][0]["count"], 1);
  EXPECT_EQ(matrix["tactics"][0]["techniques"][0]["seen"], 0);
}

TEST_F(ExchangeApi, CountsWhoSawATechnique) {
  share_technique();
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(ask("POST", "/api/exchange/sightings", {{"id", example_technique()["id"]}}).status, 200u);
  EXPECT_EQ(get("/api/exchange/matrix")["tactics"][0]["techniques"][0]["seen"], 1);
}

TEST_F(ExchangeApi, IsReadByATokenUpToItsCeilingAndNotWrittenByIt) {
  report({{"name", "Amber one"}});
  const std::string token = served_.make_token({{"label", "t"}, {"use", "share"}, {"ceiling", "green"}});
  const Headers by_token{{"cookie", ""}, {"authorization", "Bearer " + token}};
  EXPECT_THAT(Json::parse(*ask("POST", "/api/exchange/search", {{"q", "amber"}}, by_token).body)["objects"], IsEmpty());
  EXPECT_THAT(ask("POST", "/api/exchange/sightings", {{"id", "x"}}, by_token), problem("tokens-only-read"));
  EXPECT_EQ(ask("GET", "/api/exchange/matrix", nullptr, {{"cookie", ""}}).status, 401u);
}

TEST_F(ExchangeApi, LetsTheSecretaryDefineCollections) {
  report({{"signs", "198.51.100.7"}});
  const auto made =
      ask("POST", "/api/exchange/collections",
          {{"title", "Indicators"}, {"description", ""}, {"types", {"indicator"}}, {"labels", Json::array()}});
  const std::string id = Json::parse(*made.body).value("id", "");
  const std::string token = served_.make_token({{"label", "t"}});
  const auto read = [&] {
    return ask("GET", "/taxii2/collections/" + id + "/objects/", nullptr, {{"authorization", "Bearer " + token}});
  };
  const Json objects = Json::parse(*read().body)["objects"];
  ASSERT_EQ(objects.size(), 1u);
  EXPECT_EQ(objects[0]["type"], "indicator");
  EXPECT_EQ(ask("POST", "/api/exchange/collections/end", {{"id", id}}).status, 200u);
  EXPECT_EQ(read().status, 404u);
  EXPECT_THAT(ask("POST", "/api/exchange/collections/end", {{"id", id}}), problem("no-such-object"));
  EXPECT_EQ(ask("POST", "/api/exchange/collections",
                {{"title", "x"}, {"description", ""}, {"types", Json::array()}, {"labels", Json::array()}})
                .status,
            400u);
}

}  // namespace
}  // namespace ccop::server
