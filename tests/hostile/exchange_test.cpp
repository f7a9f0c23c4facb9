// A Member at the exchange, with a token that shares and the best intentions towards itself: it changes nothing that is
// not its own, and counts for no more than one.
#include "hostile/members_at_the_exchange.hpp"

#include <thread>

namespace ccop::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST_F(AMemberAtTheExchange, ChangesNothingThatAnotherSharedAsTheCommunity) {
  const Json shared = shares(members_[0], Json::object());
  const std::string id = shared["id"];
  const Json object = shown(members_[1], id)["object"];
  const Json retracted =
      newer(object, {{"name", "Nothing happened"},
                     {"revoked", true},
                     {"object_marking_refs", Json::array({exchange::marking_id(exchange::Level::clear)})}});
  for (const char* collection : {"all", "clear"})
    EXPECT_THAT(failures(taxii(members_[1], "POST", std::string{"collections/"} + collection + "/objects/",
                               Json::array({retracted}))),
                SizeIs(1));
  const std::string guessed = exchange::fresh_edit_secret();
  EXPECT_THAT(failures(taxii(members_[1], "POST", "collections/all/objects/", Json::array({retracted}),
                             {{"edit-secret", guessed}})),
              SizeIs(1));
  EXPECT_EQ(
      taxii(members_[1], "DELETE", "collections/amber/objects/" + id + "/", nullptr, {{"edit-secret", guessed}}).status,
      403u);
  EXPECT_EQ(page(observer_, id).status, 404u);
  EXPECT_EQ(shown(members_[2], id)["title"], "An incident");
  EXPECT_EQ(shown(members_[2], id)["revoked"], false);
}

TEST_F(AMemberAtTheExchange, ChangesWhatItSharedAsTheCommunityByItsSecretAloneAndWidensNothing) {
  const Json shared = shares(members_[0], Json::object());
  const std::string id = shared["id"];
  const Headers secret{{"edit-secret", shared["edit_secret"].get<std::string>()}};
  const Json object = shown(members_[0], id)["object"];
  const auto bring = [&](const Json& more, const Headers& headers) {
    return failures(
        taxii(members_[0], "POST", "collections/all/objects/", Json::array({newer(object, more)}), headers));
  };
  EXPECT_THAT(bring({{"name", "Changed"}}, {}), SizeIs(1));
  const Json wider =
      bring({{"name", "Wider"}, {"object_marking_refs", Json::array({exchange::marking_id(exchange::Level::green)})}},
            secret);
  ASSERT_THAT(wider, SizeIs(1));
  EXPECT_THAT(wider[0]["message"].get<std::string>(), HasSubstr("clause 5.4"));
  EXPECT_THAT(bring({{"name", "Changed"}}, secret), IsEmpty());
  EXPECT_EQ(shown(members_[1], id)["title"], "Changed");
  EXPECT_EQ(page(observer_, id).status, 404u);
  EXPECT_EQ(taxii(members_[0], "DELETE", "collections/amber/objects/" + id + "/", nullptr, secret).status, 200u);
  EXPECT_EQ(page(members_[1], id).status, 404u);
  EXPECT_EQ(
      taxii(members_[0], "POST", "collections/all/objects/", Json::array({object}), {{"edit-secret", "guess"}}).status,
      400u);
}

TEST_F(AMemberAtTheExchange, IsToldOfASecretOnceWhereAMachineSharesAsTheCommunity) {
  Json object = shown(members_[0], shares(members_[0], Json::object())["id"])["object"];
  object["id"] = "incident--00000000-0000-4000-8000-000000000001";
  const auto answer = taxii(members_[0], "POST", "collections/all/objects/", Json::array({object}));
  EXPECT_THAT(failures(answer), IsEmpty());
  std::string secret;
  for (const auto& [name, value] : answer.headers)
    if (name == edit_secret_field) secret = value;
  EXPECT_TRUE(exchange::is_edit_secret(secret));
  EXPECT_THAT(all_notes(), Not(HasSubstr(secret)));
  const Json changed = newer(object, {{"name", "Changed"}});
  const auto again =
      taxii(members_[0], "POST", "collections/all/objects/", Json::array({changed}), {{"edit-secret", secret}});
  EXPECT_THAT(failures(again), IsEmpty());
  EXPECT_EQ(shown(members_[1], object["id"])["title"], "Changed");
}

TEST_F(AMemberAtTheExchange, OverwritesNoTlpRedObjectThatItCannotRead) {
  const Json shared = shares(members_[0], {{"marking", "red"}, {"recipients", {members_[1].organization.value}}});
  const std::string id = shared["id"];
  ASSERT_EQ(page(members_[1], id).status, 200u);
  ASSERT_EQ(page(members_[2], id).status, 404u);
  Json object = shown(members_[1], id)["object"];
  object.erase("extensions");
  const Json false_one =
      newer(object,
            {{"name", "False"}, {"object_marking_refs", Json::array({exchange::marking_id(exchange::Level::amber)})}});
  Json absent = false_one;
  absent["id"] = "incident--00000000-0000-4000-8000-000000000002";
  const auto is_told = [&](const Json& json) {
    Json status = Json::parse(*taxii(members_[2], "POST", "collections/all/objects/", Json::array({json})).body);
    return std::pair{status["success_count"], status["failure_count"]};
  };
  EXPECT_EQ(is_told(false_one), is_told(absent));
  EXPECT_EQ(shown(members_[1], id)["title"], "An incident");
  const Json read = Json::parse(*taxii(members_[1], "GET", "collections/all/objects/" + id + "/").body);
  ASSERT_THAT(read["objects"], SizeIs(1));
  EXPECT_EQ(read["objects"][0]["name"], "An incident");
  const Json found = Json::parse(
      *ask("POST", "/api/exchange/search", R"({"type":"incident"})", {{"cookie", members_[1].cookie}}).body);
  std::vector<std::string> titles;
  for (const auto& one : found["objects"])
    if (one["id"] == id) titles.push_back(one["title"]);
  EXPECT_THAT(titles, ElementsAre("An incident"));
}

TEST_F(AMemberAtTheExchange, CountsOnceHoweverOftenItSaysThatItSawSomething) {
  const std::string id = shares(members_[0], {{"as_community", false}})["id"];
  const auto sighting = [&](const Json& more) {
    Json json{{"type", "sighting"},
              {"spec_version", "2.1"},
              {"id", exchange::identifier("sighting", exchange::random_uuid())},
              {"created", "2026-01-01T00:00:00Z"},
              {"modified", "2026-01-01T00:00:00Z"},
              {"sighting_of_ref", id}};
    json.update(more);
    return json;
  };
  const auto count = [&] { return shown(members_[1], id)["sightings"].get<int>(); };
  Json many = Json::array();
  for (int i = 0; i < 50; ++i) many.push_back(sighting(Json::object()));
  EXPECT_THAT(failures(taxii(members_[1], "POST", "collections/amber/objects/", many)), IsEmpty());
  EXPECT_EQ(count(), 1);
  const auto& known = *site().rooms().exchange->identities();
  EXPECT_THAT(failures(taxii(members_[1], "POST", "collections/amber-strict/objects/",
                             Json::array({sighting({{"created_by_ref", known.community()}})}))),
              IsEmpty());
  EXPECT_EQ(ask("POST", "/api/exchange/sightings", Json{{"id", id}}.dump(), {{"cookie", members_[1].cookie}}).status,
            200u);
  EXPECT_EQ(count(), 1);
  // Nor does who shared it count, whichever way it says so.
  EXPECT_THAT(
      failures(taxii(members_[0], "POST", "collections/amber/objects/", Json::array({sighting(Json::object())}))),
      IsEmpty());
  EXPECT_THAT(ask("POST", "/api/exchange/sightings", Json{{"id", id}}.dump(), {{"cookie", members_[0].cookie}}),
              problem("own-object-was-seen"));
  EXPECT_EQ(count(), 1);
  EXPECT_EQ(ask("POST", "/api/exchange/sightings", Json{{"id", id}}.dump(), {{"cookie", members_[2].cookie}}).status,
            200u);
  EXPECT_EQ(count(), 2);
}

TEST_F(AMemberAtTheExchange, CountsNotForWhatItSharedAsTheCommunityWhereItsMachineSaysSo) {
  const Json shared = shares(members_[0], Json::object());
  const Json sighting{{"type", "sighting"},
                      {"spec_version", "2.1"},
                      {"id", exchange::identifier("sighting", exchange::random_uuid())},
                      {"created", "2026-01-01T00:00:00Z"},
                      {"modified", "2026-01-01T00:00:00Z"},
                      {"sighting_of_ref", shared["id"]}};
  EXPECT_THAT(failures(taxii(members_[0], "POST", "collections/amber/objects/", Json::array({sighting}),
                             {{"edit-secret", shared["edit_secret"].get<std::string>()}})),
              IsEmpty());
  EXPECT_EQ(shown(members_[1], shared["id"])["sightings"], 0);
}

TEST_F(AMemberAtTheExchange, CountsOnceByAFileOfMisp) {
  const auto bring = [&](const Seat& seat, int sightings) {
    Json attribute{{"uuid", "a6ef17d6-91cb-4a05-b10b-2f045daf874b"},
                   {"type", "domain"},
                   {"category", "Network activity"},
                   {"value", "seen.example"},
                   {"to_ids", true},
                   {"timestamp", "1767225600"},
                   {"Sighting", Json::array()}};
    for (int i = 0; i < sightings; ++i)
      attribute["Sighting"].push_back(
          {{"uuid", exchange::to_text(exchange::random_uuid())}, {"type", "0"}, {"date_sighting", "1767225600"}});
    const Json event{{"Event",
                      {{"uuid", "c64f91f8-83f6-4dbd-ad6b-ed755a2daf21"},
                       {"info", "An event"},
                       {"timestamp", "1767225600"},
                       {"distribution", "1"},
                       {"published", true},
                       {"Attribute", Json::array({attribute})}}}};
    const Headers by_machine{{"cookie", ""}, {"authorization", "Bearer " + seat.token}};
    Headers bytes = by_machine;
    bytes.emplace("content-type", "application/octet-stream");
    const auto begun =
        ask("POST", "/api/exchange/uploads", R"({"name":"e","format":"misp","marking":"amber"})", by_machine);
    ASSERT_EQ(begun.status, 200u) << *begun.body;
    const std::string id = Json::parse(*begun.body)["id"];
    EXPECT_EQ(ask("POST", "/api/exchange/uploads/piece?last=yes&id=" + id, event.dump(), bytes).status, 200u);
  };
  bring(members_[2], 1);
  const std::string indicator = "indicator--a6ef17d6-91cb-4a05-b10b-2f045daf874b";
  EXPECT_EQ(shown(members_[0], indicator)["sightings"], 0) << "who brought it saw it";
  bring(members_[1], 5);
  EXPECT_EQ(shown(members_[0], indicator)["sightings"], 1);
}

TEST_F(AMemberAtTheExchange, IsNamedByNoNoteOfWhatItSharedAsTheCommunity) {
  Json object = shown(members_[0], shares(members_[0], Json::object())["id"])["object"];
  object["id"] = "incident--00000000-0000-4000-8000-000000000001";
  const auto answer = Json::parse(*taxii(members_[0], "POST", "collections/all/objects/", Json::array({object})).body);
  // Whoever has the status's own id is told how many, and of none which.
  const auto status = Json::parse(*taxii(members_[1], "GET", "status/" + answer["id"].get<std::string>() + "/").body);
  EXPECT_EQ(status["success_count"], 1);
  EXPECT_FALSE(status.contains("successes"));
  const std::string notes = all_notes();
  EXPECT_THAT(notes, Not(HasSubstr(SignIns::id_of(members_[0].token))));
  EXPECT_THAT(notes, Not(HasSubstr("incident--")));
}

TEST_F(AMemberAtTheExchange, IsKeptToADefinitionThatComesAlongBehindItsObject) {
  Json definition{{"type", "marking-definition"},
                  {"spec_version", "2.1"},
                  {"id", "marking-definition--00000000-0000-4000-8000-000000000001"},
                  {"created", "2026-01-01T00:00:00Z"},
                  {"name", "TLP:RED"},
                  {"definition_type", "tlp"},
                  {"definition", {{"tlp", "red"}}}};
  Json marked = tool();
  marked["object_marking_refs"] = Json::array({definition["id"]});
  const Json both{marked, definition};
  const Json refused = failures(taxii(members_[0], "POST", "collections/amber/objects/", both));
  ASSERT_THAT(refused, SizeIs(1));
  EXPECT_THAT(refused[0]["message"].get<std::string>(), HasSubstr("at most in this collection"));
  EXPECT_THAT(failures(taxii(members_[0], "POST", "collections/all/objects/", both)), IsEmpty());
  EXPECT_EQ(page(members_[0], marked["id"]).status, 200u);
  EXPECT_EQ(page(members_[1], marked["id"]).status, 404u);
}

TEST_F(AMemberAtTheExchange, TakesUpNoMoreUploadsWithManyTokens) {
  const auto begin = [&](const std::string& token) {
    return ask("POST", "/api/exchange/uploads", R"({"name":"e","format":"misp","marking":"amber"})",
               {{"cookie", ""}, {"authorization", "Bearer " + token}});
  };
  EXPECT_EQ(begin(members_[0].token).status, 200u);
  EXPECT_EQ(begin(shares_by_machine(members_[0].person)).status, 200u);
  EXPECT_THAT(begin(shares_by_machine(members_[0].person)), problem("too-many-uploads"));
  EXPECT_EQ(begin(members_[1].token).status, 200u);
}

TEST_F(AMemberAtTheExchange, RedefinesNoTlp) {
  const Json white{{"type", "marking-definition"},
                   {"spec_version", "2.1"},
                   {"id", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"},
                   {"created", "2017-01-20T00:00:00.000Z"},
                   {"name", "TLP:WHITE"},
                   {"definition_type", "tlp"},
                   {"definition", {{"tlp", "white"}}}};
  EXPECT_THAT(failures(taxii(members_[0], "POST", "collections/clear/objects/", Json::array({white}))), SizeIs(1));
  const Json read =
      Json::parse(*taxii(members_[1], "GET", "collections/all/objects/" + white["id"].get<std::string>() + "/").body);
  ASSERT_THAT(read["objects"], SizeIs(1));
  EXPECT_EQ(read["objects"][0]["definition"]["tlp"], "red");
}

TEST_F(AMemberAtTheExchange, IsToldHowFarEachObjectMayTravelThatLeavesByACollectionOfAll) {
  EXPECT_THAT(failures(taxii(members_[0], "POST", "collections/amber/objects/", Json::array({tool()}))), IsEmpty());
  const auto read = [&](const std::string& collection) {
    return Json::parse(
        *taxii(members_[1], "GET", "collections/" + collection + "/objects/?match[type]=tool").body)["objects"];
  };
  EXPECT_EQ(read("amber"), Json::array({tool()}));
  ASSERT_THAT(read("all"), SizeIs(1));
  EXPECT_EQ(read("all")[0]["object_marking_refs"], Json::array({exchange::marking_id(exchange::Level::amber)}));
}

TEST_F(AMemberAtTheExchange, LearnsNothingOfTheHostsNetworkFromWhatIsReadRegularly) {
  const Json wished{{"title", "t"},
                    {"kind", "taxii"},
                    {"url", "https://feed.example/c/"},
                    {"marking", "green"},
                    {"every_minutes", 60}};
  ASSERT_EQ(ask("POST", "/api/exchange/subscriptions", wished.dump()).status, 200u);
  const auto row = [&](const std::string& cookie) {
    return Json::parse(*ask("GET", "/api/exchange/subscriptions", "", {{"cookie", cookie}}).body)["subscriptions"][0];
  };
  const std::string secretarys = cookie_of(secretary);
  for (int i = 0; i < 400 && row(secretarys)["is_reached"] == true; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_THAT(row(secretarys)["trouble"].get<std::string>(), HasSubstr("no network here"));
  for (const auto& cookie : {members_[0].cookie, observer_.cookie}) {
    EXPECT_EQ(row(cookie)["is_reached"], false);
    EXPECT_EQ(row(cookie)["trouble"], "");
  }
}

}  // namespace
}  // namespace ccop::server
