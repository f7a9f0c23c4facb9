// Reading from another community's TAXII server, and from a feed of MISP.
#include "exchange/puller.hpp"
#include "hosts_log.hpp"
#include "served_site.hpp"

namespace ccop::server {
namespace {

using exchange::Fetched;
using exchange::Pulled;
using exchange::Subscription;
using Json = nlohmann::json;
using ::testing::HasSubstr;

class Pulling : public ::testing::Test {
 protected:
  Response ask_theirs(const std::string& method, const std::string& path, const std::string& body = "") {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { theirs_.site->handle(request, reply); },
                           method, path, body,
                           {{"authorization", "Bearer " + token_}, {"content-type", std::string{taxii_type}}});
  }
  /// Asks their site as if over the network; `%` escapes of timestamps and tokens undone.
  Fetched fetch(const exchange::Fetching& asking) {
    ++asked_;
    if (asked_ == fail_at_) return {0, "", {}, "the line is dead"};
    std::string path = asking.url.substr(std::string{"http://theirs"}.size());
    for (auto at = path.find("%3A"); at != std::string::npos; at = path.find("%3A")) path.replace(at, 3, ":");
    if (const auto file = files_.find(path); file != files_.end()) return {200, file->second, {}, ""};
    const auto response = ask_theirs("GET", path);
    Fetched fetched{response.status, *response.body, {}, ""};
    for (const auto& [name, value] : response.headers)
      if (name == "X-TAXII-Date-Added-Last") fetched.headers["x-taxii-date-added-last"] = value;
    return fetched;
  }
  void they_share(unsigned first, unsigned count) {
    Json objects = Json::array();
    for (unsigned i = first; i < first + count; ++i) {
      std::string uuid = "00000000-0000-4000-8000-000000000000";
      uuid.replace(uuid.size() - std::to_string(i).size(), std::string::npos, std::to_string(i));
      objects.push_back({{"type", "tool"},
                         {"spec_version", "2.1"},
                         {"id", "tool--" + uuid},
                         {"created", "2026-01-01T00:00:00Z"},
                         {"modified", "2026-01-01T00:00:00Z"},
                         {"name", std::to_string(i)}});
    }
    EXPECT_EQ(ask_theirs("POST", "/taxii2/collections/green/objects/", Json{{"objects", objects}}.dump()).status, 202u);
  }
  Pulled pull(Pulled before = {}) {
    return exchange::pull(
        subscription_, "secret", std::move(before), ours_, identities_,
        [&](const exchange::Fetching& asking) { return fetch(asking); }, [&] { return stopping_.load(); }, limits_);
  }
  std::size_t here() {
    store::PageQuery query{{exchange::list_of(exchange::Level::green)}};
    query.limit = 10'000;
    return ours_.store().page(query).size();
  }

  testing::TemporaryFolder folder_;
  ServedSite theirs_{folder_, "harbour"};
  std::string token_ = theirs_.make_token({{"label", "t"}, {"use", "share"}});
  exchange::Exchange ours_{store::open_sqlite_objects(folder_.file("ours.db"), exchange::terms_of_row)};
  community::Community state_;
  exchange::Identities identities_{"ours", state_};
  Subscription subscription_{
      "id", "theirs", exchange::SourceKind::taxii, "http://theirs/taxii2/collections/green", "", "", "green", 60};
  std::atomic<bool> stopping_{};
  exchange::PullLimits limits_;
  std::map<std::string, std::string> files_;
  int asked_{};
  int fail_at_{-1};
};

TEST_F(Pulling, TakesEverythingAndThenOnlyWhatIsNew) {
  they_share(1, 1200);
  auto state = pull();
  EXPECT_EQ(state.trouble, "");
  const auto identities = here() - 1200;  // their organizations come with them
  EXPECT_EQ(state.taken, here());
  asked_ = 0;
  state = pull(state);
  EXPECT_EQ(asked_, 1);
  they_share(5000, 3);
  state = pull(state);
  EXPECT_EQ(here(), 1203 + identities);
  EXPECT_EQ(state.taken, here());
}

TEST_F(Pulling, FindsTheOnlyCollectionOfAHost) {
  they_share(1, 3);
  files_["/taxii2/"] = R"({"title":"t","default":"/taxii2/"})";
  subscription_.url = "http://theirs";
  EXPECT_THAT(pull().trouble, HasSubstr("neither a discovery nor an API root"));
  files_["/taxii2/"] = R"({"title":"t","api_roots":["/taxii2/"]})";
  EXPECT_THAT(pull().trouble, HasSubstr("collections that may be read: give the address of one"));
  files_["/taxii2/collections/"] = R"({"collections":[{"id":"green","can_read":true}]})";
  EXPECT_EQ(pull().trouble, "");
  EXPECT_GE(here(), 3u);
}

TEST_F(Pulling, ResumesWhereItStoppedAndWaitsLongerEachTime) {
  they_share(1, 1200);
  fail_at_ = 2;
  auto state = pull();
  EXPECT_THAT(state.trouble, HasSubstr("the line is dead"));
  EXPECT_EQ(state.failures, 1u);
  EXPECT_EQ(state.next_at, state.tried_at + 2 * 3600);
  const auto first = here();
  EXPECT_EQ(first, 500u);
  fail_at_ = -1;
  asked_ = 0;
  state = pull(state);
  EXPECT_EQ(state.failures, 0u);
  EXPECT_EQ(state.trouble, "");
  EXPECT_EQ(state.taken, here());
  EXPECT_EQ(state.next_at, state.tried_at + 3600);
  EXPECT_GT(here(), 1200u);
}

TEST_F(Pulling, GivesTheOtherSideNoRightsHere) {
  const auto tool = [](char last, Json more) {
    Json json{{"type", "tool"},
              {"spec_version", "2.1"},
              {"id", std::string{"tool--00000000-0000-4000-8000-00000000000"} + last},
              {"created", "2026-01-01T00:00:00Z"},
              {"modified", "2026-02-01T00:00:00Z"},
              {"name", "theirs"}};
    json.update(more);
    return json;
  };
  store::NewObject own;
  own.name = {"tool", {0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1}};
  own.version = 1;
  own.source = exchange::source::of({0});
  own.lists = {exchange::list_of(exchange::Level::green)};
  own.json = tool('1', {{"name", "a member's"}}).dump();
  (void)ours_.add({own});
  const Json objects{tool('1', Json::object()), tool('2', {{"created_by_ref", identities_.community()}}),
                     tool('3', {{"object_marking_refs", {exchange::released_marking()}}})};
  files_["/collections/feed/objects/?limit=500"] = Json{{"objects", objects}}.dump();
  subscription_.url = "http://theirs/collections/feed";
  const auto state = pull();
  EXPECT_EQ(state.taken, 1u);    // what another community released is for ours as any other
  EXPECT_EQ(state.refused, 2u);  // neither a member's object nor the community's name is theirs to take
  EXPECT_TRUE(ours_.store().page({{exchange::released_list}}).empty());
  const auto versions = ours_.store().versions(own.name);
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions.front().json, own.json);
}

TEST_F(Pulling, ReadsSoMuchAtOnceAndGoesOnThereTheNextTime) {
  they_share(1, 1200);
  limits_.pages = 1;
  auto state = pull();
  EXPECT_EQ(state.trouble, "");
  EXPECT_EQ(here(), 500u);
  state = pull(state);
  EXPECT_EQ(here(), 1000u);
  limits_ = {};
  limits_.bytes = 1;
  state = pull(state);
  EXPECT_GT(here(), 1200u);
}

TEST_F(Pulling, ReadsNoEndlessFeedForEver) {
  const std::string page = R"({"more":true,"next":"x","objects":[]})";
  files_["/collections/endless/objects/?limit=500"] = files_["/collections/endless/objects/?limit=500&next=x"] = page;
  subscription_.url = "http://theirs/collections/endless";
  limits_.pages = 20;
  EXPECT_THAT(pull().trouble, HasSubstr("page after page, and not where"));
  EXPECT_EQ(asked_, 20);
}

TEST_F(Pulling, EndsWithinThePageWhenItIsTold) {
  they_share(1, 400);
  int asked_whether = 0;
  const auto state = exchange::pull(
      subscription_, "secret", {}, ours_, identities_, [&](const exchange::Fetching& asking) { return fetch(asking); },
      [&] { return ++asked_whether > 100; });
  EXPECT_EQ(state.trouble, "");
  EXPECT_EQ(state.until, "");
  EXPECT_LT(here(), 400u);
  EXPECT_EQ(asked_, 1);
}

TEST_F(Pulling, EndsWhileAnAnswerIsOnItsWay) {
  std::promise<void> began;
  std::promise<void> ended;
  exchange::Puller puller{ours_,
                          [&](const exchange::Fetching& asking) {
                            began.set_value();
                            while (!asking.stop()) std::this_thread::sleep_for(std::chrono::milliseconds{2});
                            ended.set_value();
                            return Fetched{0, "", {}, "told to end"};
                          },
                          [](const std::string&) { return std::string{}; },
                          [&] { return std::make_shared<const exchange::Identities>(identities_); }};
  puller.add(subscription_);
  began.get_future().wait();
  EXPECT_TRUE(puller.end(subscription_.id));
  EXPECT_EQ(ended.get_future().wait_for(std::chrono::seconds{10}), std::future_status::ready);
  EXPECT_TRUE(puller.all().empty());
}

TEST_F(Pulling, TellsTheHostsLogOfEachFailure) {
  const testing::HostsLog log;
  std::atomic<int> asked{};
  {
    exchange::Puller puller{ours_,
                            [&](const exchange::Fetching&) -> Fetched {
                              if (++asked == 1) return {0, "", {}, "the certificate does not hold"};
                              throw std::runtime_error{"words of theirs"};
                            },
                            [](const std::string&) { return std::string{}; },
                            [&] { return std::make_shared<const exchange::Identities>(identities_); }};
    const auto failures = [&] { return puller.all().front().second.failures; };
    const auto wait_for = [&](unsigned so_many) {
      for (int i = 0; i < 500 && failures() < so_many; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{20});
      EXPECT_EQ(failures(), so_many);
    };
    puller.add(subscription_);
    wait_for(1);
    EXPECT_TRUE(puller.hurry(subscription_.id));
    wait_for(2);
  }
  EXPECT_THAT(log.text(), HasSubstr("[warning] subscription id failed: no answer: the certificate does not hold"));
  EXPECT_THAT(log.text(), HasSubstr("[warning] subscription id failed (std::runtime_error)"));
  EXPECT_THAT(log.text(), ::testing::Not(HasSubstr("words of theirs")));
}

TEST_F(Pulling, AsksForDefinitionsThatStandOnAnotherPage) {
  const Json definition{{"type", "marking-definition"},
                        {"spec_version", "2.1"},
                        {"id", "marking-definition--00000000-0000-4000-8000-000000000001"},
                        {"created", "2026-01-01T00:00:00Z"},
                        {"name", "Copyright"},
                        {"definition_type", "statement"},
                        {"definition", {{"statement", "All rights reserved"}}}};
  const Json tool{{"type", "tool"},
                  {"spec_version", "2.1"},
                  {"id", "tool--00000000-0000-4000-8000-000000000001"},
                  {"created", "2026-01-01T00:00:00Z"},
                  {"modified", "2026-01-01T00:00:00Z"},
                  {"name", "n"},
                  {"object_marking_refs", {definition["id"]}}};
  subscription_.url = "http://theirs/collections/feed";
  files_["/collections/feed/objects/?limit=500"] = Json{{"objects", Json::array({tool})}}.dump();
  files_["/collections/feed/objects/?match%5Bid%5D=" + definition["id"].get<std::string>()] =
      Json{{"objects", Json::array({definition})}}.dump();
  const auto state = pull();
  EXPECT_EQ(state.refused, 0u);
  EXPECT_EQ(state.taken, 2u);
}

TEST_F(Pulling, TakesNothingOfAFeedThatMispWouldGiveToFew) {
  const std::string one = "a6ef17d6-91cb-4a05-b10b-2f045daf874b";
  subscription_.kind = exchange::SourceKind::misp_feed;
  subscription_.url = "http://theirs/feed/";
  files_["/feed/manifest.json"] = Json{{one, {{"timestamp", "100"}}}}.dump();
  files_["/feed/" + one + ".json"] =
      Json{{"Event",
            {{"uuid", one},
             {"info", "i"},
             {"timestamp", "100"},
             {"distribution", "4"},
             {"Attribute", {{{"uuid", one}, {"type", "domain"}, {"value", "a.example"}, {"to_ids", true}}}}}}}
          .dump();
  const auto state = pull();
  EXPECT_EQ(state.taken, 0u);
  EXPECT_EQ(state.refused, 1u);
  EXPECT_EQ(state.unsaid.narrow.size(), 1u);
}

TEST_F(Pulling, NamesWhatOfAFeedIsNotTakenAsItWasUntilTheNextReading) {
  const auto event = [](const Json& attributes, const char* time) {
    return Json{{"Event",
                 {{"uuid", "a6ef17d6-91cb-4a05-b10b-2f045daf874b"},
                  {"info", "i"},
                  {"timestamp", time},
                  {"published", true},
                  {"Attribute", attributes}}}}
        .dump();
  };
  const std::string one = "a6ef17d6-91cb-4a05-b10b-2f045daf874b";
  const Json good{{"uuid", one}, {"type", "domain"}, {"value", "a.example"}, {"timestamp", "100"}};
  const Json gone{{"uuid", "b6ef17d6-91cb-4a05-b10b-2f045daf874b"},
                  {"type", "domain"},
                  {"value", "gone.example"},
                  {"deleted", true},
                  {"timestamp", "100"}};
  subscription_.kind = exchange::SourceKind::misp_feed;
  subscription_.url = "http://theirs/feed/";
  files_["/feed/manifest.json"] = Json{{one, {{"timestamp", "100"}}}}.dump();
  files_["/feed/" + one + ".json"] = event({good, gone}, "100");
  auto state = pull();
  const auto told = state.unsaid.left_out.all();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told.front().reason, exchange::reason::deleted);
  EXPECT_THAT(told.front().names, ::testing::ElementsAre(gone["uuid"].get<std::string>()));
  state = pull(state);
  EXPECT_EQ(state.unsaid.left_out.all().size(), 1u) << "nothing new came, so it is still what the last time left";
  EXPECT_THAT(to_json(state), ::testing::Not(HasSubstr("b6ef17d6"))) << "what is kept names nothing that lies sealed";
  files_["/feed/manifest.json"] = Json{{one, {{"timestamp", "200"}}}}.dump();
  files_["/feed/" + one + ".json"] = event({good}, "200");
  state = pull(state);
  for (const auto& one : state.unsaid.left_out.all()) EXPECT_NE(one.reason, exchange::reason::deleted);
}

TEST_F(Pulling, WaitsADayAtMost) {
  Pulled state;
  state.failures = 40;
  EXPECT_EQ(exchange::next_try(subscription_, state, 1000), 1000u + 24 * 3600);
}

TEST_F(Pulling, SaysWhatTheOtherSideRefuses) {
  token_ = "x";
  EXPECT_THAT(pull().trouble, HasSubstr("refuses the user or the secret"));
  subscription_.url = "http://theirs/nowhere";
  EXPECT_THAT(pull().trouble, HasSubstr("status"));
  files_["/collections/broken/objects/?limit=500"] = "{\"objects\":[{";
  subscription_.url = "http://theirs/collections/broken";
  EXPECT_THAT(pull().trouble, HasSubstr("broken at byte"));
  files_["/collections/endless/objects/?limit=500"] = R"({"more":true,"objects":[]})";
  subscription_.url = "http://theirs/collections/endless";
  EXPECT_THAT(pull().trouble, HasSubstr("there is more, and not where"));
}

TEST_F(Pulling, TakesTheEventsOfAMispFeedOnce) {
  const auto event = [](const std::string& uuid, const std::string& value) {
    return Json{{"Event",
                 {{"uuid", uuid},
                  {"info", "i"},
                  {"timestamp", "100"},
                  {"published", true},
                  {"Attribute",
                   {{{"uuid", uuid}, {"type", "domain"}, {"value", value}, {"to_ids", true}, {"timestamp", "100"}}}}}}}
        .dump();
  };
  const std::string one = "a6ef17d6-91cb-4a05-b10b-2f045daf874b";
  const std::string two = "b6ef17d6-91cb-4a05-b10b-2f045daf874b";
  subscription_.kind = exchange::SourceKind::misp_feed;
  subscription_.url = "http://theirs/feed/";
  files_["/feed/manifest.json"] = Json{{one, {{"timestamp", "100"}}}}.dump();
  files_["/feed/" + one + ".json"] = event(one, "a.example");
  files_["/feed/" + two + ".json"] = event(two, "b.example");
  auto state = pull();
  EXPECT_EQ(state.trouble, "");
  EXPECT_EQ(state.taken, 5u);  // an indicator based on what was observed, a domain, and the report
  files_["/feed/manifest.json"] = Json{{one, {{"timestamp", "100"}}}, {two, {{"timestamp", 200}}}}.dump();
  asked_ = 0;
  state = pull(state);
  EXPECT_EQ(asked_, 2);  // the manifest and the new event
  EXPECT_EQ(state.taken, 10u);
  EXPECT_EQ(state.until, "200");
}

TEST(Subscriptions, AreTheSecretarysAndTellHowTheyStand) {
  testing::TemporaryFolder folder;
  SiteOptions options{{"localhost", {"http://localhost:8080"}}, false};
  options.outbound = exchange::Outbound{{exchange::parse_network("127.0.0.0/8").value()},
                                        {exchange::parse_server("127.0.0.1:9").value()}};
  ServedSite served{folder, "harbour", "", options};
  const std::string cookie = served.sign_in();
  const auto ask = [&](const std::string& method, const std::string& path, const Json& body) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, body.is_null() ? "" : body.dump(),
                           {{"cookie", cookie.substr(0, cookie.find(';'))}});
  };
  Json wished{{"title", "t"},  {"kind", "taxii"},    {"url", "http://127.0.0.1:9/c/"},
              {"secret", "s"}, {"marking", "green"}, {"every_minutes", 60}};
  const auto made = ask("POST", "/api/exchange/subscriptions", wished);
  ASSERT_EQ(made.status, 200u) << *made.body;
  for (const auto* url : {"file:///etc/passwd", "ftp://x", "http://x/?a=b", "http://user:secret@x/", "https://user@x",
                          "http:///x", "http://x\\@y/", "http://taxii.example.org/"}) {
    wished["url"] = url;
    EXPECT_EQ(ask("POST", "/api/exchange/subscriptions", wished).status, 400u) << url;
  }
  wished["url"] = "https://taxii.example.org/";
  EXPECT_THAT(*ask("POST", "/api/exchange/subscriptions", wished).body,
              HasSubstr("one of the servers that whoever runs this host lets be called"));
  const auto list = [&] {
    return Json::parse(*ask("GET", "/api/exchange/subscriptions", nullptr).body)["subscriptions"];
  };
  for (int i = 0; i < 200 && list()[0]["failures"] == 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  const Json row = list()[0];
  EXPECT_THAT(row["trouble"].get<std::string>(), HasSubstr("no answer"));
  EXPECT_FALSE(row.contains("secret"));
  const std::string id = row["id"];
  EXPECT_EQ(ask("POST", "/api/exchange/subscriptions/pull", {{"id", id}}).status, 200u);
  EXPECT_EQ(ask("POST", "/api/exchange/subscriptions/end", {{"id", id}}).status, 200u);
  EXPECT_EQ(ask("POST", "/api/exchange/subscriptions/pull", {{"id", id}}).status, 404u);
  EXPECT_TRUE(list().empty());
}

}  // namespace
}  // namespace ccop::server
