// The exchange as TAXII 2.1 clients see it: collections, pages, filters, versions, writing, and what each refusal says.
#include "a_taxii_root.hpp"

namespace ccop::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(Taxii, IsDiscoveredByWhoHasAToken) {
  const auto found = ask("GET", "/taxii2/");
  EXPECT_EQ(found.status, 200u);
  EXPECT_EQ(found.type, taxii_type);
  EXPECT_EQ(found.body["api_roots"],
            Json::array({"http://localhost:8080/c/harbour/taxii2/", "http://localhost:8080/harbour/"}));
  EXPECT_EQ(found.body["default"], "http://localhost:8080/c/harbour/taxii2/");
  const auto unknown = ask("GET", "/taxii2/", "", {{"authorization", "Bearer x"}});
  expect_error(unknown, 401);
  EXPECT_THAT(unknown.headers.at("WWW-Authenticate"), HasSubstr("Basic"));
}

TEST_F(Taxii, TakesATokenAsTheBasicPasswordToo) {
  const std::string pair = "any name:" + token_;
  EXPECT_EQ(ask("GET", root, "", {{"authorization", "Basic " + to_base64(bytes_of(pair))}}).status, 200u);
  expect_error(ask("GET", root, "", {{"authorization", "Basic " + to_base64(bytes_of("a:b"))}}), 401);
  expect_error(ask("GET", root, "", {{"authorization", "Digest x"}}), 401);
}

TEST_F(Taxii, TellsOfItsRootAndItsCollections) {
  const auto about = get("");
  EXPECT_EQ(about.body["versions"], Json::array({taxii_type}));
  EXPECT_EQ(about.body["max_content_length"], TaxiiRoot::largest_body);
  const auto collections = get("collections/").body["collections"];
  std::vector<std::string> aliases;
  for (const auto& collection : collections) {
    aliases.push_back(collection["alias"]);
    EXPECT_EQ(get("collections/" + collection["id"].get<std::string>() + "/").body, collection);
    EXPECT_TRUE(collection["can_write"].get<bool>());
  }
  EXPECT_THAT(aliases, ElementsAre("all", "clear", "green", "amber", "amber-strict", "red"));
}

TEST_F(Taxii, WritesNothingByATokenForReading) {
  token_ = reading_token_;
  const Json collections = get("collections/").body["collections"];
  ASSERT_FALSE(collections.empty());
  for (const auto& collection : collections) EXPECT_FALSE(collection["can_write"].get<bool>());
  expect_error(post({tool(1)}), 403);
}

TEST_F(Taxii, KeepsWhatIsSentAndTellsWhatBecameOfIt) {
  const auto status = post({tool(1), tool(2)});
  EXPECT_EQ(status.status, 202u);
  EXPECT_EQ(status.body["status"], "complete");
  EXPECT_EQ(status.body["total_count"], 2);
  EXPECT_EQ(status.body["success_count"], 2);
  EXPECT_EQ(status.body["failure_count"], 0);
  EXPECT_EQ(status.body["pending_count"], 0);
  EXPECT_EQ(get("status/" + status.body["id"].get<std::string>() + "/").body, status.body);
  const auto read = get(objects);
  EXPECT_EQ(read.body["more"], false);
  EXPECT_EQ(read.body["objects"], Json::array({tool(1), tool(2)}));
  token_ = reading_token_;
  expect_error(get("status/" + status.body["id"].get<std::string>() + "/"), 404);
}

TEST_F(Taxii, CountsLaterWhatBecameOfAllAndTellsTheFirstHundred) {
  Json all = Json::array();
  for (unsigned i = 0; i < 120; ++i) all.push_back(tool(i));
  const auto status = post(all);
  EXPECT_THAT(status.body["successes"], SizeIs(120));
  const auto later = get("status/" + status.body["id"].get<std::string>() + "/");
  EXPECT_EQ(later.body["success_count"], 120);
  EXPECT_THAT(later.body["successes"], SizeIs(100));
}

TEST_F(Taxii, RefusesABadObjectAndKeepsTheOthers) {
  Json bad = tool(2);
  bad.erase("name");
  const auto status = post({tool(1), bad});
  EXPECT_EQ(status.status, 202u);
  EXPECT_EQ(status.body["success_count"], 1);
  EXPECT_THAT(status.body["failures"][0]["message"].get<std::string>(), HasSubstr("name: expected this property"));
  EXPECT_EQ(status.body["failures"][0]["id"], bad["id"]);
  EXPECT_THAT(names(get(objects)), ElementsAre("tool 1"));
}

TEST_F(Taxii, GivesPagesThatFollowOneAnother) {
  Json all = Json::array();
  for (unsigned i = 1; i <= 5; ++i) all.push_back(tool(i));
  post(all);
  const auto first = get(objects + "?limit=2");
  EXPECT_THAT(names(first), ElementsAre("tool 1", "tool 2"));
  EXPECT_EQ(first.body["more"], true);
  const auto second = get(objects + "?limit=2&next=" + first.body["next"].get<std::string>());
  EXPECT_THAT(names(second), ElementsAre("tool 3", "tool 4"));
  // What comes between two pages is on a later one.
  post(Json::array({tool(6)}));
  const auto third = get(objects + "?limit=2&next=" + second.body["next"].get<std::string>());
  EXPECT_THAT(names(third), ElementsAre("tool 5", "tool 6"));
  EXPECT_EQ(third.body["more"], false);
}

TEST_F(Taxii, ContinuesFromTheDateOfThePageBefore) {
  post({tool(1), tool(2), tool(3)});
  const auto first = get(objects + "?limit=2");
  EXPECT_THAT(names(get(objects + "?added_after=" + first.headers.at("X-TAXII-Date-Added-Last"))),
              ElementsAre("tool 3"));
  EXPECT_LT(first.headers.at("X-TAXII-Date-Added-First"), first.headers.at("X-TAXII-Date-Added-Last"));
  expect_error(get(objects + "?added_after=yesterday"), 400);
}

TEST_F(Taxii, ShowsTheNewestSpecificationOfAnObjectUnlessAskedForAnother) {  // section 3.4
  Json old = tool(1, "2026-03-01T00:00:00.000Z");
  old.erase("spec_version");
  old["name"] = "old specification";
  old["labels"] = {"remote-access"};  // which 2.0 requires of a tool
  post({tool(1), old, tool(1, "2026-02-01T00:00:00.000Z")});
  const auto shown = [&](const std::string& query) {
    std::vector<std::string> versions;
    const auto answer = get(objects + query);
    for (const auto& object : answer.body.value("objects", Json::array())) versions.push_back(object["modified"]);
    return versions;
  };
  EXPECT_THAT(shown(""), ElementsAre("2026-02-01T00:00:00.000Z"));
  EXPECT_THAT(shown("?match[spec_version]=2.0"), ElementsAre("2026-03-01T00:00:00.000Z"));
  EXPECT_THAT(shown("?match[spec_version]=2.0,2.1"), ElementsAre("2026-03-01T00:00:00.000Z"));
  EXPECT_THAT(shown("?match[spec_version]=2.0,2.1&match[version]=first"), ElementsAre("2026-01-01T00:00:00.000Z"));
  EXPECT_EQ(shown("?match[version]=all").size(), 2u);
  EXPECT_EQ(shown("?match[spec_version]=2.0,2.1&match[version]=all").size(), 3u);
  const auto manifest = get("collections/amber/manifest/?match[spec_version]=2.0");
  EXPECT_EQ(manifest.body["objects"][0]["media_type"], "application/stix+json;version=2.0");
  const std::string one = objects + tool(1)["id"].get<std::string>() + "/";
  EXPECT_EQ(ask("DELETE", root + one).status, 200u);
  EXPECT_THAT(shown("?match[spec_version]=2.0,2.1&match[version]=all"), IsEmpty());
}

TEST_F(Taxii, TellsWhatIsThereAndPassesNoFilterFromWhatIsNotThere) {
  post(Json::array({tool(1)}));
  const std::string one = objects + tool(1)["id"].get<std::string>() + "/";
  const auto later = get(one + "?added_after=2100-01-01T00:00:00Z");
  EXPECT_EQ(later.status, 200u);
  EXPECT_EQ(later.body, Json::object());
  EXPECT_EQ(get(one + "versions/?added_after=2100-01-01T00:00:00Z").body, Json::object());
  expect_error(get(objects + tool(2)["id"].get<std::string>() + "/"), 404);
}

TEST_F(Taxii, TakesNoTokenForAPageThatItDidNotGiveForIt) {
  post({tool(1), tool(2), tool(3)});
  const auto next = get(objects + "?limit=1").body["next"].get<std::string>();
  expect_error(get(objects + "?next=" + next + "A"), 400);
  std::string forged = next;
  forged[3] = forged[3] == 'A' ? 'B' : 'A';
  expect_error(get(objects + "?next=" + forged), 400);
  expect_error(get("collections/green/objects/?next=" + next), 400);
  expect_error(get(objects + "?match[type]=tool&next=" + next), 400);
  for (const auto* wrong : {"-1", "x", "1x", ""}) expect_error(get(objects + "?limit=" + wrong), 400);
}

TEST_F(Taxii, FiltersByWhatTheSpecificationNames) {
  Json domain{
      {"type", "domain-name"}, {"id", "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7"}, {"value", "example.com"}};
  Json old = tool(3);
  old.erase("spec_version");
  old["labels"] = {"remote-access"};  // which 2.0 requires of a tool
  post({tool(1), tool(2), old, domain});
  EXPECT_THAT(names(get(objects + "?match[type]=domain-name,malware")), ElementsAre("example.com"));
  EXPECT_THAT(
      names(get(objects + "?match[id]=" + tool(2)["id"].get<std::string>() + "," + domain["id"].get<std::string>())),
      ElementsAre("tool 2", "example.com"));
  EXPECT_THAT(names(get(objects + "?match[spec_version]=2.0")), ElementsAre("tool 3"));
  EXPECT_THAT(names(get(objects + "?match[spec_version]=2.1&match[type]=tool")), ElementsAre("tool 1", "tool 2"));
  EXPECT_THAT(names(get(objects + "?match[name]=tool 2")), ElementsAre("tool 2"));
  EXPECT_THAT(names(get(objects + "?match[tlp]=green")), IsEmpty());
  EXPECT_THAT(names(get(objects + "?match[tlp]=amber&match[type]=tool")), SizeIs(3));
  expect_error(get(objects + "?match[tlp]=purple"), 400);
  expect_error(get(objects + "?match[type]="), 400);
}

TEST_F(Taxii, KnowsVersions) {
  post({tool(1, "2026-01-02T00:00:00.000Z"), tool(2)});
  post({tool(1, "2026-01-03T00:00:00.000Z"), tool(1, "2026-01-01T00:00:00.000Z")});
  const std::string one = tool(1)["id"];
  const auto modified = [&](const std::string& query) {
    std::vector<std::string> all;
    const auto answer = get(objects + one + "/" + query);
    if (answer.body.contains("objects"))
      for (const auto& object : answer.body["objects"])
        all.push_back(object["modified"].get<std::string>().substr(0, 10));
    std::ranges::sort(all);
    return all;
  };
  EXPECT_THAT(modified(""), ElementsAre("2026-01-03"));
  EXPECT_THAT(modified("?match[version]=first"), ElementsAre("2026-01-01"));
  EXPECT_THAT(modified("?match[version]=all"), ElementsAre("2026-01-01", "2026-01-02", "2026-01-03"));
  EXPECT_THAT(modified("?match[version]=2026-01-02T00:00:00.000Z"), ElementsAre("2026-01-02"));
  EXPECT_THAT(get(objects + one + "/versions/").body["versions"], SizeIs(3));
  EXPECT_THAT(names(get(objects + "?match[version]=all")), SizeIs(4));
  EXPECT_THAT(names(get(objects)), ElementsAre("tool 2", "tool 1"));
  EXPECT_THAT(modified("?match[version]=first,last"), ElementsAre("2026-01-01", "2026-01-03"));
  expect_error(get(objects + "?match[version]=soon"), 400);
}

TEST_F(Taxii, GivesManifests) {
  post({tool(1), tool(2)});
  const auto manifest = get("collections/amber/manifest/?limit=1");
  EXPECT_EQ(manifest.body["more"], true);
  const auto record = manifest.body["objects"][0];
  EXPECT_EQ(record["id"], tool(1)["id"]);
  EXPECT_EQ(record["version"], "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(record["media_type"], stix_types[0]);
  EXPECT_EQ(record["date_added"], manifest.headers.at("X-TAXII-Date-Added-First"));
  EXPECT_THAT(get("collections/amber/manifest/?next=" + manifest.body["next"].get<std::string>()).body["objects"],
              SizeIs(1));
}

TEST_F(Taxii, TakesObjectsAway) {
  post({tool(1), tool(1, "2026-02-01T00:00:00.000Z"), tool(2)});
  const std::string one = objects + tool(1)["id"].get<std::string>() + "/";
  EXPECT_EQ(ask("DELETE", root + one + "?match[version]=2026-02-01T00:00:00.000Z").status, 200u);
  EXPECT_EQ(get(one).body["objects"][0]["modified"], "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(ask("DELETE", root + one).status, 200u);
  expect_error(get(one), 404);
  expect_error(ask("DELETE", root + one), 404);
  EXPECT_THAT(names(get(objects)), ElementsAre("tool 2"));
}

TEST_F(Taxii, KeepsEachMarkingInItsCollection) {
  Json red = tool(1);
  red["object_marking_refs"] = {exchange::marking_id(exchange::Level::red)};
  Json green = tool(2);
  green["object_marking_refs"] = {exchange::marking_id(exchange::Level::green)};
  const auto status = post({red, green});
  EXPECT_THAT(status.body["failures"][0]["message"].get<std::string>(), HasSubstr("TLP:amber at most"));
  EXPECT_THAT(names(get(objects)), ElementsAre("tool 2"));
  EXPECT_THAT(names(get("collections/green/objects/?match[type]=tool")), IsEmpty());
  post({tool(3), red, green}, "all");
  EXPECT_THAT(names(get("collections/red/objects/")), ElementsAre("tool 1"));
  EXPECT_THAT(names(get(objects)), ElementsAre("tool 2", "tool 3"));
}

TEST_F(Taxii, GivesTheSpecifiedStatusForWhatIsWrong) {
  expect_error(ask("GET", root, "", {{"accept", "text/html"}}), 406);
  expect_error(ask("GET", root, "", {{"accept", "application/taxii+json;version=2.0"}}), 406);
  EXPECT_EQ(ask("GET", root, "", {{"accept", "application/taxii+json"}}).status, 200u);
  EXPECT_EQ(ask("GET", root, "", {{"accept", "*/*"}}).status, 200u);
  expect_error(ask("POST", root + objects, "{}", {{"content-type", "application/json"}}), 415);
  expect_error(ask("POST", root + objects, "\x1F\x8B",
                   {{"content-type", std::string{taxii_type}}, {"content-encoding", "gzip"}}),
               415);
  expect_error(get("nowhere/"), 404);
  expect_error(get("collections/no-such/"), 404);
  expect_error(get("collections/amber/nothing/"), 404);
  expect_error(get(objects + tool(9)["id"].get<std::string>() + "/"), 404);
  expect_error(get(objects + tool(9)["id"].get<std::string>() + "/versions/"), 404);
  expect_error(ask("PUT", root + objects, "{}"), 405);
  expect_error(ask("DELETE", root + objects), 405);
  expect_error(ask("POST", root + "collections/", "{}"), 405);
  for (const auto* broken :
       {"", "{", "[]", "{\"objects\":[}", R"({"objects":[{"a":1})", R"({"objects":[]})", R"({"more":false})"})
    expect_error(ask("POST", root + objects, broken), 422);
  Json many = Json::array();
  for (std::size_t i = 0; i <= TaxiiRoot::most_per_request; ++i) many.push_back(Json::object());
  expect_error(post(many), 413);
  EXPECT_THAT(names(get(objects)), IsEmpty());
}

TEST(TaxiiLiaisons, ReadWhatWasReleasedAndWhatIsClear) {  // clauses 2.8, 5.4
  testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  const std::string sharing = served.make_token({{"label", "a"}, {"use", "share"}});
  const std::string liaison = served.make_token({{"label", "IASMN"}, {"use", "liaison"}, {"days", 30}});
  const auto ask = [&](const std::string& method, const std::string& path, const std::string& token,
                       const std::string& body) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, body,
                           {{"authorization", "Bearer " + token}, {"content-type", std::string{taxii_type}}});
  };
  const auto tool = [](char last, std::vector<std::string> markings) {
    Json object{{"type", "tool"},
                {"spec_version", "2.1"},
                {"id", std::string{"tool--00000000-0000-4000-8000-00000000000"} + last},
                {"created", "2026-01-01T00:00:00Z"},
                {"modified", "2026-01-01T00:00:00Z"},
                {"name", std::string{"tool "} + last}};
    if (!markings.empty()) object["object_marking_refs"] = markings;
    return object;
  };
  const Json all{tool('1', {std::string{exchange::marking_id(exchange::Level::amber)}, exchange::released_marking()}),
                 tool('2', {}), tool('3', {std::string{exchange::marking_id(exchange::Level::clear)}})};
  const auto added = ask("POST", "/taxii2/collections/all/objects/", sharing, Json{{"objects", all}}.dump());
  ASSERT_EQ(added.status, 202u);
  const Json status = Json::parse(*added.body);
  ASSERT_EQ(status["failures"].size(), 1u);  // the group has agreed to no release
  EXPECT_THAT(status["failures"][0]["message"].get<std::string>(), ::testing::HasSubstr("clause 5.4"));
  const auto read = Json::parse(*ask("GET", "/taxii2/collections/all/objects/?match[type]=tool", liaison, "").body);
  ASSERT_EQ(read["objects"].size(), 1u);
  EXPECT_EQ(read["objects"][0]["name"], "tool 3");
  EXPECT_EQ(ask("GET", "/taxii2/collections/amber/objects/", liaison, "").status, 404u);
  EXPECT_EQ(ask("GET", "/api/organizations", liaison, "").status, 401u);
}

}  // namespace
}  // namespace ccop::server
