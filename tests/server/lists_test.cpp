// Lists that grow for years: all that is open stands on the first page, however old, and what is over comes by and by.
#include "community/decisions/commands.hpp"
#include "community/elections/commands.hpp"
#include "community/items/commands.hpp"
#include "community/meetings/commands.hpp"
#include "community/risks/commands.hpp"
#include "served_site.hpp"
#include "server/kernel/listed.hpp"

#include <numeric>

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

class ALongList : public ::testing::Test {
 protected:
  /// More than a page that is over, after the one that stays open.
  static constexpr std::uint32_t over = over_at_once + 7;

  void SetUp() override { sign_in(); }
  void sign_in() {
    const std::string set_cookie = served.sign_in();
    cookie = set_cookie.substr(0, set_cookie.find(';'));
  }
  /// Serves a community in place of it that has two co-Chairs, so that one's election goes on beside another's.
  void found_with_two_co_chairs() {
    std::string charter = community::testing::charter_text("tests/charters/harbour.toml");
    charter.replace(charter.find("co_chairs = 1"), 13, "co_chairs = 2");
    charter.replace(charter.find("terms_months = [6]"), 18, "terms_months = [6, 6]");
    served.site = std::make_unique<Site>(store::open_sqlite(folder.file("two.db"), true),
                                         std::make_shared<const store::MasterKey>(sha256(bytes_of("two"))), "harbour",
                                         SiteOptions{{"localhost", {"http://localhost:8080"}}, false},
                                         store::open_sqlite_objects(folder.file("two-x.db"), exchange::terms_of_row));
    served.secretary = ccop::testing::Device{"two"};
    ASSERT_TRUE(
        std::holds_alternative<host::Receipt>(live().execute(served.secretary.founding(live(), charter, "harbour"))));
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(live().execute(served.secretary.enrols(live()))));
    sign_in();
  }
  static store::Content content(const std::string& text) { return {std::string(16, 's'), text}; }
  void take(Command command, std::vector<store::Content> contents) {
    const auto outcome = live().execute(served.secretary.asks(live(), std::move(command), std::move(contents)));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  Json get(const std::string& path) {
    const Response answer =
        ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); }, "GET",
                        path, "", {{"cookie", cookie}});
    EXPECT_EQ(answer.status, 200u) << *answer.body;
    return Json::parse(*answer.body);
  }
  static std::vector<std::uint32_t> ids_of(const Json& rows) {
    std::vector<std::uint32_t> ids;
    for (const Json& row : rows) ids.push_back(row["id"].get<std::uint32_t>());
    return ids;
  }
  /// From one up to before another, after what was there.
  static std::vector<std::uint32_t> counted(std::vector<std::uint32_t> ids, std::uint32_t from, std::uint32_t to) {
    for (; from < to; ++from) ids.push_back(from);
    return ids;
  }
  /// Of a list whose first is open, and all others are over.
  void expect_pages(const std::string& path, const std::string& rows) {
    const Json first = get(path);
    EXPECT_EQ(ids_of(first[rows]), counted({0}, over + 1 - over_at_once, over + 1));
    EXPECT_EQ(first["before"], over + 1 - over_at_once);
    const Json older = get(path + "?before=" + first["before"].dump());
    EXPECT_EQ(ids_of(older[rows]), counted({}, 1, over + 1 - over_at_once));
    EXPECT_TRUE(older["before"].is_null());
    EXPECT_EQ(get(path + "?before=0")[rows].size(), 0u);
  }
  [[nodiscard]] host::LiveCommunity& live() const { return served.site->live(); }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  std::string cookie;
};

TEST_F(ALongList, OfItemsHasAnOldOpenOneOnItsFirstPage) {
  const auto text = content(R"({"title":"Ask all suppliers"})");
  for (std::uint32_t left = over + 1; left > 0;) {
    const std::uint32_t now = std::min(left, 200u);
    AddItems asked;
    for (std::uint32_t i = 0; i < now; ++i) {
      asked.texts.emplace_back(store::content_hash(text));
      asked.items.push_back({ItemKind::action, OrganizationId{0}, {}, {}, live().now() + days{90}});
    }
    take(std::move(asked), {text});
    left -= now;
  }
  const auto reason = content("No longer needed");
  for (std::uint32_t i = 1; i <= over; ++i) take(DropItem{ItemId{i}, store::content_hash(reason)}, {reason});
  expect_pages("/api/items", "items");
}

TEST_F(ALongList, OfRisksHasAnOldProposalOnItsFirstPage) {
  const Json said{{"title", "Suppliers are broken into"},
                  {"origin", "external"},
                  {"threat", "Whoever sells access"},
                  {"outcomes", Json::array()},
                  {"harms", Json::object()},
                  {"confidence", "low"},
                  {"techniques", Json::array()},
                  {"incidents", Json::array()},
                  {"marking", "amber"}};
  const auto text = content(said.dump());
  const auto reason = content("Known already");
  for (std::uint32_t i = 0; i <= over; ++i) {
    take(ProposeRisk{store::content_hash(text), {}}, {text});
    if (i > 0) take(DeclineRisk{RiskId{i}, store::content_hash(reason)}, {reason});
  }
  expect_pages("/api/risks", "risks");
}

TEST_F(ALongList, OfElectionsHasAnOldOneThatGoesOnOnItsFirstPage) {
  found_with_two_co_chairs();
  const auto text = content(R"({"title":"Symposium"})");
  const Time starts = live().now() + days{100};
  const auto title = content("Executive session");
  take(PlanMeeting{MeetingKind::symposium, store::content_hash(text), starts, starts + days{1}, "UTC", 9, 60}, {text});
  take(AddSession{{0}, SessionKind::executive, store::content_hash(title), starts, starts + hours{2}}, {title});
  take(PublishMeeting{{0}}, {});
  take(CallCandidacies{{0}, 0}, {});
  const auto reason = content("Called too early");
  for (std::uint32_t i = 1; i <= over; ++i) {
    take(CallCandidacies{{0}, 1}, {});
    take(CancelElection{{i}, store::content_hash(reason)}, {reason});
  }
  expect_pages("/api/elections", "elections");
}

TEST_F(ALongList, OfMotionsHasAnOldProposalOnItsFirstPage) {
  const auto text = content(R"({"title":"Ask all suppliers"})");
  for (std::uint32_t i = 0; i <= over; ++i) {
    take(ProposeMotion{{}, Purpose::resolution, store::content_hash(text), {}, Method::silence, false, {}}, {text});
    if (i > 0) take(WithdrawMotion{{i}}, {});
  }
  expect_pages("/api/motions", "motions");
}

}  // namespace
}  // namespace ccop::server
