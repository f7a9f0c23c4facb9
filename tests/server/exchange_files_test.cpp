// Files that the page brings, and that it gives.
#include "exchange_api.hpp"
#include "refusals_on_the_wire.hpp"

namespace ccop::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(ExchangeApi, GivesWhatAnIncidentHoldsAsATableAndAsFiles) {
  const std::string incident = report({{"name", "One"}, {"signs", "198.51.100.7 evil.example"}});
  report({{"name", "Other"}, {"signs", "203.0.113.9"}});
  const Json table = get("/api/exchange/indicators?id=" + incident)["indicators"];
  ASSERT_EQ(table.size(), 2u);
  std::set<std::string> lines;
  for (const auto& line : table) lines.insert(line["kind"].get<std::string>() + "=" + line["value"].get<std::string>());
  EXPECT_THAT(lines, ElementsAre("domain-name:value=evil.example", "ipv4-addr:value=198.51.100.7"));

  const auto csv = ask("GET", "/api/exchange/file?format=csv&id=" + incident);
  EXPECT_THAT(*csv.body, ::testing::HasSubstr("\"ipv4-addr:value\",\"198.51.100.7\",\"tlp:amber\""));
  EXPECT_EQ(csv.body->find("203.0.113.9"), std::string::npos);
  const Json bundle = Json::parse(*ask("GET", "/api/exchange/file?format=stix&id=" + incident).body);
  EXPECT_EQ(bundle["objects"].size(), 5u) << "the incident, two indicators, two relationships";
  EXPECT_EQ(ask("GET", "/api/exchange/file?format=text").status, 400u);
  EXPECT_EQ(ask("GET", "/api/exchange/file?format=stix&id=x").status, 404u);
}

TEST_F(ExchangeApi, SaysOfAnIndicatorWhyNobodyDetectsByIt) {
  const auto idle = [&](const char* last, const Json& more) {
    Json indicator{{"type", "indicator"},
                   {"spec_version", "2.1"},
                   {"id", std::string{"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3"} + last},
                   {"created", "2026-01-01T00:00:00Z"},
                   {"modified", "2026-01-01T00:00:00Z"},
                   {"pattern", "[ipv4-addr:value = '198.51.100.7']"},
                   {"pattern_type", "stix"},
                   {"valid_from", "2026-01-01T00:00:00Z"}};
    indicator.update(more);
    share_object(indicator);
    return get("/api/exchange/indicators?id=" + indicator["id"].get<std::string>())["indicators"][0]["idle"];
  };
  EXPECT_EQ(idle("1", Json::object()), "");
  EXPECT_EQ(idle("2", {{"valid_until", "2026-01-02T00:00:00Z"}}), "expired");
  EXPECT_EQ(idle("3", {{"valid_until", "2926-01-02T00:00:00Z"}}), "");
  EXPECT_EQ(idle("4", {{"revoked", true}}), "revoked");
}

TEST_F(ExchangeApi, GivesAnIncidentAsOneEventOfMispAndTellsWhatThatLeavesOut) {
  const std::string incident = report({{"name", "One"},
                                       {"description", "What happened."},
                                       {"helped", "Patience"},
                                       {"signs", "198.51.100.7 evil.example"}});
  report({{"name", "Other"}, {"signs", "203.0.113.9"}});
  const Json events = Json::parse(*ask("GET", "/api/exchange/file?format=misp&id=" + incident).body)["response"];
  ASSERT_EQ(events.size(), 1u);
  const Json& event = events[0]["Event"];
  EXPECT_EQ(event["info"], "One");
  EXPECT_EQ(event["uuid"], incident.substr(incident.find("--") + 2));
  std::set<std::string> values;
  for (const auto& attribute : event["Attribute"]) values.insert(attribute["value"].get<std::string>());
  EXPECT_THAT(values, ElementsAre("198.51.100.7", "evil.example")) << "of this incident alone";
  EXPECT_THAT(event["Tag"].dump(), ::testing::HasSubstr("tlp:amber"));
  ASSERT_EQ(event["EventReport"].size(), 1u);
  EXPECT_EQ(event["EventReport"][0]["content"], "What happened.");

  const Json told = get("/api/exchange/file/left-out?format=misp&id=" + incident);
  ASSERT_EQ(told["left_out"].size(), 1u) << told;
  EXPECT_EQ(told["left_out"][0]["reason"], "property");
  EXPECT_EQ(told["left_out"][0]["what"], "x_ccop_helped");
  EXPECT_EQ(get("/api/exchange/file/left-out?format=stix&id=" + incident)["left_out"], Json::array());
  EXPECT_EQ(ask("GET", "/api/exchange/file/left-out?format=text").status, 400u);
}

TEST_F(ExchangeApi, TellsEveryNameOfWhatAFileLeavesOutInPages) {
  std::string signs;
  for (int i = 0; i < 25; ++i) signs += "CVE-2026-" + std::to_string(1000 + i) + " ";
  const std::string incident = report({{"name", "One"}, {"signs", signs}});
  const auto names = [&](const std::string& more) {
    const std::string path = "/api/exchange/file/left-out?format=csv&id=" + incident + more;
    const Json told = get(path);  // kept while it is walked over
    for (const auto& one : told.at("left_out"))
      if (one["what"] == "vulnerability") {
        EXPECT_EQ(one["number"], 25) << "whichever of them are named";
        return Json(one["names"]);
      }
    return Json::array();
  };
  const Json first = names("");
  const Json all = names("&behind=0");
  ASSERT_EQ(first.size(), 20u);
  ASSERT_EQ(all.size(), 25u);
  EXPECT_TRUE(std::equal(first.begin(), first.end(), all.begin()));
  const Json rest = names("&behind=20");
  ASSERT_EQ(rest.size(), 5u);
  EXPECT_TRUE(std::equal(rest.begin(), rest.end(), all.begin() + 20));
  EXPECT_EQ(names("&behind=25"), Json::array());
  EXPECT_EQ(ask("GET", "/api/exchange/file/left-out?format=csv&behind=x").status, 400u);
}

TEST_F(ExchangeApi, GivesAllThatOneReadsAsAFile) {
  report({{"name", "Amber"}, {"signs", "203.0.113.9"}});
  report({{"name", "Green"}, {"marking", "green"}, {"signs", "198.51.100.7"}});
  for (const std::string format : {"stix", "misp", "csv"}) {
    const auto all = ask("GET", "/api/exchange/file?format=" + format);
    EXPECT_EQ(all.status, 200u) << format;
    EXPECT_NE(all.body->find("203.0.113.9"), std::string::npos) << format;
    const auto green = ask("GET", "/api/exchange/file?format=" + format + "&marking=green");
    EXPECT_NE(green.body->find("198.51.100.7"), std::string::npos) << format;
    EXPECT_EQ(green.body->find("203.0.113.9"), std::string::npos) << format;
  }
  const std::string token = served_.make_token({{"label", "t"}, {"ceiling", "green"}});
  const auto narrow =
      ask("GET", "/api/exchange/file?format=csv", nullptr, {{"cookie", ""}, {"authorization", "Bearer " + token}});
  EXPECT_EQ(narrow.body->find("203.0.113.9"), std::string::npos);
  EXPECT_EQ(ask("GET", "/api/exchange/file?format=csv&marking=purple").status, 400u);
}

TEST_F(ExchangeApi, MakesNoFileThatIsTooLargeForTheHostsMemory) {
  const Json begun = Json::parse(
      *ask("POST", "/api/exchange/uploads", {{"name", "f"}, {"format", "stix"}, {"marking", "amber"}}).body);
  const auto bring = [&](const std::string& piece, const std::string& last) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served_.site->handle(request, reply); },
                           "POST", "/api/exchange/uploads/piece?id=" + begun["id"].get<std::string>() + "&last=" + last,
                           piece, {{"cookie", cookie_}, {"content-type", "application/octet-stream"}});
  };
  // Each is taken, for it is smaller than the largest object; the three together are 33 MiB.
  const std::string text(std::size_t{11} * 1024 * 1024, 'x');
  std::string before = R"({"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000001","objects":[)";
  for (const std::string number : {"1", "2", "3"}) {
    const Json note{{"type", "tool"},
                    {"spec_version", "2.1"},
                    {"id", "tool--00000000-0000-4000-8000-00000000000" + number},
                    {"created", "2026-01-01T00:00:00Z"},
                    {"modified", "2026-01-01T00:00:00Z"},
                    {"name", "large"},
                    {"description", text}};
    ASSERT_EQ(bring(before + note.dump(), "no").status, 200u);
    before = ",";
  }
  const Json report = Json::parse(*bring("]}", "yes").body);
  ASSERT_EQ(report["fresh"], 3) << report;
  EXPECT_THAT(ask("GET", "/api/exchange/file?format=stix"), problem("too-large-a-file"));
  EXPECT_EQ(ask("GET", "/api/exchange/file?format=stix&marking=green").status, 200u) << "as the refusal advises";
}

TEST_F(ExchangeApi, RecognisesWhatAFileIsAndNamesWhatItBrought) {
  const auto bring = [&](const std::string& text) {
    const Json begun = Json::parse(
        *ask("POST", "/api/exchange/uploads", {{"name", "f"}, {"format", "recognised"}, {"marking", "amber"}}).body);
    const std::string id = begun["id"];
    return Json::parse(
        *ServedSite::ask([&](const Request& request, const Reply& reply) { served_.site->handle(request, reply); },
                         "POST", "/api/exchange/uploads/piece?last=yes&id=" + id, text,
                         {{"cookie", cookie_}, {"content-type", "application/octet-stream"}})
             .body);
  };
  const Json list = bring("value\n198.51.100.7\nevil.example\n");
  EXPECT_EQ(list["recognised_as"], "csv");
  EXPECT_EQ(list["fresh"], 2);
  ASSERT_EQ(list["brought"].size(), 2u);
  EXPECT_EQ(list["brought"][0]["title"], "198.51.100.7");
  EXPECT_EQ(get("/api/exchange/object?id=" + list["brought"][0]["id"].get<std::string>())["title"], "198.51.100.7");

  const Json event{{"Event",
                    {{"uuid", "00000000-0000-4000-8000-000000000009"},
                     {"info", "An event"},
                     {"date", "2026-01-01"},
                     {"published", true},
                     {"timestamp", "1767225600"},
                     {"Attribute",
                      {{{"uuid", "00000000-0000-4000-8000-000000000008"},
                        {"type", "ip-dst"},
                        {"category", "Network activity"},
                        {"to_ids", true},
                        {"timestamp", "1767225600"},
                        {"value", "203.0.113.9"}}}}}}};
  const Json misp = bring(event.dump());
  EXPECT_EQ(misp["recognised_as"], "misp");
  EXPECT_EQ(misp["brought"][0]["type"], "report") << "the story before what it holds: " << misp;
  EXPECT_EQ(bring("We saw evil2.example twice, and it saw us.")["recognised_as"], "text");
}

TEST_F(ExchangeApi, TakesFilesFromMachinesWhoseTokensShare) {
  const auto as_machine = [&](const Json& wish) {
    const std::string token = served_.make_token(wish);
    return [this, token](const std::string& path, const std::string& body, const std::string& type) {
      return ServedSite::ask([&](const Request& request, const Reply& reply) { served_.site->handle(request, reply); },
                             "POST", path, body, {{"authorization", "Bearer " + token}, {"content-type", type}});
    };
  };
  const auto begin = [](const auto& machine, Json more = Json::object()) {
    Json body{{"name", "list.csv"}, {"format", "csv"}, {"marking", "green"}};
    body.update(more);
    return machine("/api/exchange/uploads", body.dump(), "application/json");
  };
  const auto send = [](const auto& machine, const Response& begun, const std::string& text) {
    const std::string id = Json::parse(*begun.body)["id"];
    return machine("/api/exchange/uploads/piece?last=yes&id=" + id, text, "application/octet-stream");
  };
  const auto sharing = as_machine({{"label", "t"}, {"use", "share"}, {"ceiling", "amber"}});
  const auto reading = as_machine({{"label", "r"}});
  EXPECT_EQ(begin(reading).status, 403u);
  EXPECT_EQ(begin(sharing, {{"marking", "red"}}).status, 400u);

  const auto checked = begin(sharing, {{"check", true}});
  ASSERT_EQ(checked.status, 200u) << *checked.body;
  EXPECT_EQ(send(reading, checked, "a.example").status, 403u);
  EXPECT_EQ(Json::parse(*send(sharing, checked, "a.example").body)["objects"], 1);
  EXPECT_THAT(titles({{"q", "a.example"}}), IsEmpty());

  const Json report = Json::parse(*send(sharing, begin(sharing), "a.example").body);
  EXPECT_EQ(report["fresh"], 1);
  EXPECT_EQ(report["done"], true);
  EXPECT_THAT(titles({{"q", "a.example"}}), ElementsAre("a.example"));

  const Json secret{{"type", "bundle"},
                    {"id", "bundle--00000000-0000-4000-8000-000000000001"},
                    {"objects",
                     {{{"type", "tool"},
                       {"spec_version", "2.1"},
                       {"id", "tool--00000000-0000-4000-8000-000000000001"},
                       {"created", "2026-01-01T00:00:00Z"},
                       {"modified", "2026-01-01T00:00:00Z"},
                       {"object_marking_refs", {exchange::marking_id(exchange::Level::red)}},
                       {"name", "secret"}}}}};
  const Json refused = Json::parse(*send(sharing, begin(sharing, {{"format", "stix"}}), secret.dump()).body);
  EXPECT_EQ(refused["refused"], 1);
  EXPECT_THAT(refused["mistakes"][0].get<std::string>(), ::testing::HasSubstr("a marking that this token may write"));
}

}  // namespace
}  // namespace ccop::server
