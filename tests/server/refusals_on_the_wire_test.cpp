// The refusals of the server itself that no other test meets on its way: each asked for as its caller would.
#include "demo_site.hpp"
#include "exchange/compose.hpp"
#include "exchange/stix/examine.hpp"
#include "server/host_server.hpp"
#include "server/rooms.hpp"
#include "simulation/threats.hpp"

#include <sqlite3.h>

namespace ccop::server {
namespace {

using Json = nlohmann::json;
using community::PersonId;

class ARefusal : public DemoSite {
 protected:
  Response post(const std::string& path, const Json& body, PersonId who = secretary) {
    return ask("POST", path, body.dump(), {{"cookie", cookie_of(who)}});
  }
  /// Who speak for a Member and serve on no committee.
  [[nodiscard]] std::vector<PersonId> members() const {
    return site().live().read([](const community::Community& state) {
      std::vector<PersonId> found;
      for (std::uint32_t person = 1; person < people; ++person)
        if (const auto who = sharer(state, {person}, clock_now());
            who.standing == community::Standing::member && !who.is_committee)
          found.push_back({person});
      return found;
    });
  }
  [[nodiscard]] PersonId member() const { return members().front(); }
};

TEST_F(ARefusal, IsForMembersWhoWouldDoTheSecretarysWork) {
  EXPECT_THAT(
      post("/api/exchange/collections",
           {{"title", "t"}, {"description", ""}, {"types", {"indicator"}}, {"labels", Json::array()}}, member()),
      problem("only-secretary-defines-collections"));
}

TEST_F(ARefusal, IsForMembersWhoWouldOpenToAnotherCommunity) {  // clause 2.8
  const Json statement{{"ceiling", "green"},       {"days", 90},
                       {"label", "theirs"},        {"nonce", to_base64url(Hash{})},
                       {"person", member().value}, {"use", "liaison"}};
  const Json nothing{{"credential", ""}, {"authenticator_data", ""}, {"client_data", ""}, {"signature", ""}};
  EXPECT_THAT(post("/api/me/tokens", {{"statement", statement}, {"passkey", nothing}}, member()),
              problem("only-committee-opens-to-liaisons"));
}

TEST_F(ARefusal, IsForAnUploadThatWasNotBegunAndForOneTooMany) {
  EXPECT_THAT(ask("POST", "/api/exchange/uploads/piece?last=yes&id=none", "a.example",
                  {{"content-type", "application/octet-stream"}}),
              problem("no-such-upload"));
  const Json upload{{"name", "f"}, {"format", "text"}, {"marking", "green"}};
  Response last;
  for (const PersonId one : members()) {
    last = post("/api/exchange/uploads", upload, one);
    if (last.status != 200) break;
  }
  EXPECT_THAT(last, problem("too-many-uploads"));
}

/// Agreed or not: who reads it is named, and another community is not (clauses 2.8, 5.4).
TEST_F(ARefusal, IsForReleasingWhatNamesItsReaders) {
  exchange::Json incident = exchange::made({"", 1, exchange::Level::red, true}, "incident");
  incident["id"] = simulation::example_to_release();
  incident["name"] = "For named eyes";
  auto examined = exchange::Examiner{}.examine(incident.dump());
  ASSERT_TRUE(examined.errors.empty()) << examined.errors.front().sentence();
  const exchange::Party committee{{community::Standing::member, true, {}}, true, exchange::Level::red};
  const auto identities = site().live().read([](const community::Community& state) {
    return exchange::Identities{slug, state};
  });
  auto placed = exchange::placed(std::move(examined.object), exchange::Level::red, committee, identities);
  site().rooms().exchange->objects().add({std::get<store::NewObject>(std::move(placed))});
  EXPECT_THAT(post("/api/exchange/releases", {{"id", simulation::example_to_release()}}),
              problem("red-names-who-reads-it"));
}

/// Somebody else's hand in the database, while the host runs.
void change(const std::string& file, const char* statement) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, statement, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
  sqlite3_close(database);
}

TEST_F(ARefusal, SaysThatNothingWasKeptWhereTheStoreKeepsNothing) {
  const testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  const std::string cookie = served.sign_in();
  const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
  const auto request =
      served.secretary.request(served.site->live(), community::RegisterPerson{store::content_hash(profile)});
  const auto log = testing::Device::log_of(served.site->live());
  const Json body{{"request", encode(request)},
                  {"contents", {{{"salt", to_base64url(bytes_of(profile.salt))}, {"text", profile.text}}}},
                  {"signature", Json::parse(to_json(served.secretary.passkey().sign(request, log)))}};
  change(folder.file("harbour.db"), "ALTER TABLE entries RENAME TO lost");
  const auto handle = [&](const Request& asked, const Reply& reply) { served.site->handle(asked, reply); };
  EXPECT_THAT(
      ServedSite::ask(handle, "POST", "/api/acts", body.dump(), {{"cookie", cookie.substr(0, cookie.find(';'))}}),
      problem("could-not-be-kept"));
  EXPECT_EQ(served.site->size(), 2u);
  served.site->stop();
}

TEST_F(ARefusal, TellsNothingOfWhatFailedWithin) {
  change(file("community.db"), "ALTER TABLE tiles RENAME TO lost");
  const Response failed = ask("GET", "/log/tile/0/000", "");
  EXPECT_THAT(failed, problem("server-failed"));
  EXPECT_THAT(body_of(failed), ::testing::Not(::testing::HasSubstr("tiles")));
}

TEST(AHostWithoutAPage, SaysHowToBuildOne) {
  const testing::TemporaryFolder folder;
  std::vector<std::unique_ptr<Site>> sites;
  sites.push_back(std::move(ServedSite{folder, "harbour"}.site));
  HostServer host{std::move(sites), folder.file("web"), false};
  const auto handle = [&](Request asked, const Reply& reply) { host.handle(std::move(asked), reply); };
  EXPECT_THAT(ServedSite::ask(handle, "GET", "/c/harbour/"), problem("no-web-page-built"));
  host.stop();
}

}  // namespace
}  // namespace ccop::server
