// What products ask for that put an address, a type or a key together in their own way.
#include "a_taxii_root.hpp"

namespace ccop::server {
namespace {

class TaxiiClients : public Taxii {};

// Base URL http://HOST, API root `harbour`, the token as key: what the page's recipe tells MISP, which asks for
// BASE/taxii2/, keeps the last part of each root, and writes `basic` before its key.
TEST_F(TaxiiClients, AnswersMispAsItsRecipeIsPrinted) {
  for (const std::string& key : {token_, to_base64(bytes_of("ccop:" + token_))}) {
    const Headers headers{{"authorization", "basic " + key}, {"accept", "application/taxii+json;version=2.1"}};
    const auto found = ask("GET", "/taxii2/", "", headers);
    ASSERT_EQ(found.status, 200u);
    for (const auto& root : found.body["api_roots"]) {
      std::string last = root.get<std::string>();
      last = last.substr(last.rfind('/', last.size() - 2) + 1);
      const auto collections = ask("GET", "/" + last + "collections/", "", headers);
      ASSERT_EQ(collections.status, 200u) << last;
      EXPECT_EQ(collections.body["collections"].size(), 6u);
      const std::string one = collections.body["collections"][3]["id"];
      const auto sent =
          ask("POST", "/" + last + "collections/" + one + "/objects/", Json{{"objects", {tool(1)}}}.dump(), headers);
      EXPECT_EQ(sent.status, 202u) << sent.body;
      EXPECT_EQ(ask("GET", "/" + last + "collections/" + one + "/objects/", "", headers).body["objects"].size(), 1u);
    }
  }
}

TEST_F(TaxiiClients, AnswersWithAndWithoutSlashes) {
  for (const std::string path :
       {"/c/harbour/taxii2", "/c/harbour/taxii2/", "/c/harbour//taxii2//", "/harbour", "/harbour/"})
    EXPECT_EQ(ask("GET", path).body.value("max_content_length", 0u), TaxiiRoot::largest_body) << path;
  for (const std::string path : {"/taxii2", "/taxii2/", "//taxii2//", "/taxii2//taxii2/"})
    EXPECT_TRUE(ask("GET", path).body.contains("api_roots")) << path;
  for (const std::string path : {"/c/harbour/taxii2/collections", "/c/harbour//taxii2/collections/",
                                 "/harbour/collections", "/taxii2/collections/"})
    EXPECT_EQ(ask("GET", path).body["collections"].size(), 6u) << path;
  expect_error(ask("GET", "/harbour/collections/nowhere/"), 404);
}

TEST_F(TaxiiClients, TakesQuotedParametersAsUnquotedOnes) {
  for (const std::string type :
       {"application/taxii+json;version=\"2.1\"", "application/taxii+json; version=2.1; charset=utf-8",
        "Application/TAXII+JSON; charset=\"utf-8\"; Version=\"2.1\"", "application/taxii+json"}) {
    EXPECT_EQ(ask("GET", root, "", {{"accept", type}}).status, 200u) << type;
    const Headers headers{{"content-type", type}};
    EXPECT_EQ(ask("POST", root + objects, Json{{"objects", {tool(1)}}}.dump(), headers).status, 202u) << type;
  }
  for (const std::string type : {"application/taxii+json;version=2.10", "application/taxii+json;version=\"2.0\""}) {
    expect_error(ask("GET", root, "", {{"accept", type}}), 406);
    expect_error(ask("POST", root + objects, "{}", {{"content-type", type}}), 415);
  }
  EXPECT_EQ(get(objects + "?limit=50&next=").status, 200u);
}

// What OpenCTI's ingestion asks (src/manager/ingestionManager.ts of its server): the root as it was typed with a slash
// put behind it, its dates in milliseconds, `limit` where it is configured, `next` with the same dates, and later the
// date of the last page's header, cut to milliseconds.
TEST_F(TaxiiClients, AnswersOpenCtiAsItAsks) {
  Json all = Json::array();
  for (unsigned i = 1; i <= 5; ++i) all.push_back(tool(i));
  post(all);
  const std::string id = ask("GET", root + "collections/").body["collections"][0]["id"];
  const Headers headers{{"authorization", "Basic " + to_base64(bytes_of("ccop:" + token_))},
                        {"accept", "application/taxii+json;version=2.1"}};
  const auto asks = [&](const std::string& params) {
    return ask("GET", "/c/harbour/taxii2/collections/" + id + "/objects/" + params, "", headers);
  };
  std::set<std::string> taken;
  std::string params = "?match[type]=tool&limit=2";
  const std::string since = "&added_after=2020-01-01T00:00:00.000Z";
  std::string last;
  for (std::string next; taken.size() < 5;) {
    const auto page = asks(params + since + (next.empty() ? "" : "&next=" + next));
    ASSERT_EQ(page.status, 200u) << page.body;
    for (const auto& name : names(page)) taken.insert(name);
    last = page.headers.at("X-TAXII-Date-Added-Last");
    if (!page.body.value("more", false)) break;
    next = page.body["next"];
  }
  EXPECT_EQ(taken.size(), 5u);
  post(Json::array({tool(6)}));
  const auto later = asks("?match[type]=tool&limit=100&added_after=" + last.substr(0, last.find('.') + 4) + "Z");
  EXPECT_THAT(names(later), ::testing::Contains("tool 6")) << "nothing is lost by the milliseconds";
}

// What OpenCTI's connector taxii-post sends for each object of its stream (connectors, stream/taxii-post): a bundle, as
// STIX's own type, under URL/API_ROOT; its incidents say `severity` under an extension that makes them a type of its
// own.
TEST_F(TaxiiClients, TakeWhatOpenCtiSharesAndKeepItsExtensions) {
  const std::string extension = "extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba";
  const Json incident{{"type", "incident"},
                      {"spec_version", "2.1"},
                      {"id", "incident--2b0a2d0e-6f2b-5d0f-9d4b-6a7c1a5a0001"},
                      {"created", "2026-01-01T00:00:00.000Z"},
                      {"modified", "2026-01-01T00:00:00.000Z"},
                      {"name", "n"},
                      {"incident_type", "alert"},
                      {"severity", "high"},
                      {"extensions", {{extension, {{"extension_type", "new-sdo"}, {"score", 50}}}}}};
  const std::string all = ask("GET", root + "collections/").body["collections"][3]["id"];
  const std::string basic = "Basic " + to_base64(bytes_of("ccop:" + token_));
  for (const std::string& authorization : {"Bearer " + token_, basic}) {
    const Json bundle{{"type", "bundle"},
                      {"spec_version", "2.1"},
                      {"id", "bundle--2b0a2d0e-6f2b-4d0f-9d4b-6a7c1a5a0002"},
                      {"objects", {incident}}};
    const auto sent = ask("POST", "/c/harbour/taxii2/collections/" + all + "/objects/", bundle.dump(),
                          {{"authorization", authorization},
                           {"content-type", "application/stix+json; version=2.1"},
                           {"accept", "application/taxii+json; version=2.1"}});
    ASSERT_EQ(sent.status, 202u) << sent.body;
    EXPECT_EQ(sent.body["success_count"], 1) << sent.body;
  }
  const auto kept = get("collections/" + all + "/objects/?match[type]=incident");
  ASSERT_EQ(kept.body["objects"].size(), 1u);
  EXPECT_EQ(kept.body["objects"][0]["severity"], "high");
  EXPECT_EQ(kept.body["objects"][0]["extensions"], incident["extensions"]);
  for (const std::string type : {"application/stix+json;version=2.0", "application/vnd.oasis.stix+json; version=2.0"})
    expect_error(ask("POST", root + objects, "{}", {{"content-type", type}}), 415);
}

// What OpenCTI's connector taxii2 asks (connectors, external-import/taxii2) by OASIS's client: the discovery, a root by
// its last segment, a collection by its title, then objects by `limit` and `next` alone.
TEST_F(TaxiiClients, AnswersOpenCtisConnectorAsItAsks) {
  Json sent = Json::array();
  for (unsigned i = 1; i <= 5; ++i) sent.push_back(tool(i));
  post(sent);
  const Headers headers{{"authorization", "Basic " + to_base64(bytes_of("ccop:" + token_))},
                        {"accept", "application/taxii+json;version=2.1"}};
  const auto asks = [&](const std::string& path) { return ask("GET", path, "", headers); };
  const auto path_of = [](const std::string& address) { return address.substr(address.find('/', 8)); };
  const auto roots = asks("/taxii2/").body["api_roots"];
  const auto root_called = std::ranges::find_if(
      roots, [](const auto& one) { return one.template get<std::string>().ends_with("/taxii2/"); });
  ASSERT_NE(root_called, roots.end()) << "API root taxii2, as its split at slashes finds it";
  const std::string found = path_of(*root_called);
  ASSERT_EQ(asks(found).status, 200u);
  const auto collections = asks(found + "collections/").body["collections"];
  std::set<std::string> titles;
  for (const auto& one : collections) titles.insert(one["title"].get<std::string>());
  EXPECT_EQ(titles.size(), collections.size()) << "each is found by its title";
  const std::string own = found + "collections/" + collections[0]["id"].get<std::string>() + "/";
  ASSERT_EQ(asks(own).status, 200u);
  std::size_t taken = 0;
  auto page = asks(own + "objects/?limit=2");
  for (taken += page.body["objects"].size(); page.body.value("more", false); taken += page.body["objects"].size())
    page = asks(own + "objects/?limit=2&next=" + page.body["next"].get<std::string>());
  EXPECT_GE(taken, 5u);
}

// What Splunk's app for sharing asks (splunk/ctis-taxii-splunk-app) by OASIS's client: the root, its collections, and
// one of them by its id; then a bundle of python-stix2's, after whose status it asks until nothing is pending.
TEST_F(TaxiiClients, TakeWhatSplunksAppShares) {
  const Headers headers{{"authorization", "Basic " + to_base64(bytes_of("ccop:" + token_))},
                        {"accept", "application/taxii+json;version=2.1"}};
  ASSERT_EQ(ask("GET", root, "", headers).status, 200u);
  const auto found = ask("GET", root + "collections/", "", headers).body["collections"];
  std::string id;
  for (const auto& one : found)
    if (one["alias"] == "green") id = one["id"];
  const Json indicator{{"type", "indicator"},
                       {"spec_version", "2.1"},
                       {"id", "indicator--2b0a2d0e-6f2b-4d0f-9d4b-6a7c1a5a0003"},
                       {"created", "2026-01-01T00:00:00.000Z"},
                       {"modified", "2026-01-01T00:00:00.000Z"},
                       {"name", "n"},
                       {"pattern", "[ipv4-addr:value = '198.51.100.7']"},
                       {"pattern_type", "stix"},
                       {"valid_from", "2026-01-01T00:00:00Z"},
                       {"object_marking_refs", {exchange::marking_id(exchange::Level::green)}}};
  const Json grouping{{"type", "grouping"},
                      {"spec_version", "2.1"},
                      {"id", "grouping--2b0a2d0e-6f2b-4d0f-9d4b-6a7c1a5a0004"},
                      {"created", "2026-01-01T00:00:00.000Z"},
                      {"modified", "2026-01-01T00:00:00.000Z"},
                      {"name", "g"},
                      {"context", "suspicious-activity"},
                      {"object_refs", {indicator["id"]}},
                      {"object_marking_refs", {exchange::marking_id(exchange::Level::green)}}};
  const Json bundle{
      {"type", "bundle"}, {"id", "bundle--2b0a2d0e-6f2b-4d0f-9d4b-6a7c1a5a0005"}, {"objects", {grouping, indicator}}};
  Headers sending = headers;
  sending.try_emplace("content-type", "application/taxii+json;version=2.1");
  const auto sent = ask("POST", root + "collections/" + id + "/objects/", bundle.dump(), sending);
  ASSERT_EQ(sent.status, 202u) << sent.body;
  EXPECT_EQ(sent.body["status"], "complete");
  EXPECT_EQ(sent.body["success_count"], 2) << sent.body;
  const auto status = ask("GET", root + "status/" + sent.body["id"].get<std::string>() + "/", "", headers);
  EXPECT_EQ(status.body["pending_count"], 0);
}

// OASIS's own client counts the objects of a page and asks for as many next time; a page of versions has none.
TEST_F(TaxiiClients, AnswersTheClientThatPagesOverVersions) {
  for (const char* day : {"1", "2", "3"})
    post(Json::array({tool(1, std::string{"2026-01-0"} + day + "T00:00:00.000Z")}));
  const std::string versions = objects + tool(1)["id"].get<std::string>() + "/versions/";
  const auto first = get(versions + "?limit=2");
  EXPECT_EQ(first.body["versions"].size(), 2u);
  ASSERT_TRUE(first.body.value("more", false));
  const auto second = get(versions + "?limit=0&next=" + first.body["next"].get<std::string>());
  EXPECT_EQ(second.body["versions"], Json::array({"2026-01-03T00:00:00.000Z"}));
  expect_error(get(versions + "?limit=-1"), 400);
}

TEST_F(TaxiiClients, CombineTheVersionsThatTheyAskFor) {
  for (const char* day : {"1", "2", "3", "4"})
    post(Json::array({tool(1, std::string{"2026-01-0"} + day + "T00:00:00.000Z")}));
  const auto days = [&](const std::string& asked) {
    std::string all;
    for (const auto& object : get(objects + "?match[version]=" + asked).body.value("objects", Json::array()))
      all += object["modified"].get<std::string>().substr(9, 1);
    return all;
  };
  EXPECT_EQ(days("first,last"), "14");
  EXPECT_EQ(days("first,2026-01-03T00:00:00.000Z"), "13");
  EXPECT_EQ(days("2026-01-02T00:00:00.000Z,last"), "24");
  EXPECT_EQ(days("2026-01-02T00:00:00.000Z,2026-01-03T00:00:00.000Z"), "23");
  EXPECT_EQ(days("all"), "1234");
  EXPECT_EQ(days("first,all"), "1234");
  expect_error(get(objects + "?match[version]=sometimes"), 400);
}

TEST_F(TaxiiClients, AreToldOfAnotherContentUnderTheSameVersion) {
  post(Json::array({tool(1)}));
  Json same = tool(1);
  EXPECT_EQ(post(Json::array({same})).body["success_count"], 1) << "the same again is no conflict";
  same["name"] = "something else";
  const auto told = post({same, tool(2)});
  EXPECT_EQ(told.body["success_count"], 1);
  ASSERT_EQ(told.body["failure_count"], 1);
  EXPECT_THAT(told.body["failures"][0]["message"].get<std::string>(),
              ::testing::HasSubstr("this version is here already and says something else"));
  EXPECT_THAT(names(get(objects)), ::testing::ElementsAre("tool 1", "tool 2"));
  std::string otherwise;
  for (const Json one = tool(1); const auto& [name, value] : one.items())
    otherwise = "," + Json(name).dump() + ":" + value.dump() + otherwise;
  const std::string text = R"({"objects":[{)" + otherwise.substr(1) + "}]}";
  EXPECT_EQ(ask("POST", root + objects, text).body["success_count"], 1) << "in whatever order it says it: " << text;
}

}  // namespace
}  // namespace ccop::server
