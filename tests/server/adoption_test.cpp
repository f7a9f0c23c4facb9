// What Members made of recommendations at home: their own words to themselves, and to the others how many (clause 5.3).
#include "server/demo_site.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class AtHome : public DemoSite {
 protected:
  Response as(PersonId person, const char* method, const std::string& path, const Json& body = Json::object()) {
    return ask(method, path, body.dump(), {{"cookie", cookie_of(person)}});
  }
  [[nodiscard]] Json seen_by(PersonId person) { return Json::parse(*as(person, "GET", "/api/adoptions").body); }
  Response say(PersonId person, const Json& said) { return as(person, "POST", "/api/adoptions/say", said); }
  static Json said(const Json& decision, const Json& item, const Json& state, const std::string& text = "") {
    Json said{{"text", text}};
    if (!decision.is_null()) said["decision"] = decision;
    if (!item.is_null()) said["item"] = item;
    if (!state.is_null()) said["state"] = state;
    return said;
  }
  static inline const Json nothing;

  /// Main representatives of Members without an office, of two organizations.
  [[nodiscard]] std::pair<PersonId, PersonId> two_members() const {
    const PersonId one = plain_member();
    const Time at = site().live().now();
    return site().live().read([&](const Community& now) {
      for (std::uint32_t i = one.value + 1; i < people; ++i)
        if (holds_member_seat(now, {i}, at)) return std::pair{one, PersonId{i}};
      throw std::logic_error("the demonstration has one Member");
    });
  }
  [[nodiscard]] PersonId observer() const {
    const Time at = site().live().now();
    return site().live().read([&](const Community& now) {
      for (std::uint32_t i = 1; i < people; ++i)
        if (holds_seat(now, {i}, at) && !speaking_member(now, {i}, at)) return PersonId{i};
      throw std::logic_error("the demonstration has no Observer");
    });
  }
  /// That is done.
  [[nodiscard]] Json one_of_kind(const char* kind) {
    const Json items = Json::parse(*as(plain_member(), "GET", "/api/items").body);
    for (const Json& item : items["items"])
      if (item["kind"] == kind && item["state"] == "done") return item["id"];
    throw std::logic_error("the demonstration has no such item");
  }
};

TEST_F(AtHome, IsReadByOneselfAndCountedForTheOthers) {
  const auto [one, other] = two_members();
  const std::uint64_t before = site().live().size();
  EXPECT_EQ(say(one, said(1, nothing, "adopted", "planted-word of the board")).status, 200u);
  EXPECT_EQ(say(one, said(nothing, one_of_kind("milestone"), "conveyed")).status, 200u);

  const Json own = seen_by(one);
  ASSERT_EQ(own["own"].size(), 2u);
  EXPECT_EQ(own["own"][0]["decision"], 1);
  EXPECT_EQ(own["own"][0]["text"], "planted-word of the board");

  const Json others = seen_by(other);
  EXPECT_TRUE(others["own"].empty());
  ASSERT_EQ(others["counts"].size(), 2u);
  for (const Json& count : others["counts"])
    EXPECT_EQ(count["adopted"].get<int>() + count["conveyed"].get<int>(), 1) << count;
  EXPECT_THAT(others.dump(), Not(HasSubstr("planted-word")));
  EXPECT_THAT(seen_by(secretary).dump(), Not(HasSubstr("planted-word")));
  EXPECT_EQ(site().live().size(), before) << "the record would tell whose it is";
}

TEST_F(AtHome, StandsBesideEachMilestoneThatAGroupDelivered) {
  const Json items = Json::parse(*as(plain_member(), "GET", "/api/items").body);
  std::set<int> done;
  for (const Json& item : items["items"])
    if (item["kind"] == "milestone" && item["state"] == "done" && !item["group"].is_null())
      done.insert(item["id"].get<int>());
  std::set<int> delivered;
  const Json seen = seen_by(plain_member());
  for (const Json& one : seen["deliverables"]) delivered.insert(one["item"].get<int>());
  EXPECT_FALSE(done.empty());
  EXPECT_EQ(delivered, done);
}

TEST_F(AtHome, IsSaidAnewAndTakenBack) {
  const PersonId one = plain_member();
  EXPECT_EQ(say(one, said(1, nothing, "conveyed")).status, 200u);
  EXPECT_EQ(say(one, said(1, nothing, "declined")).status, 200u);
  EXPECT_EQ(seen_by(one)["counts"],
            Json::parse(R"([{"decision":1,"item":null,"conveyed":0,"adopted":0,"declined":1}])"));
  EXPECT_EQ(say(one, said(1, nothing, nothing)).status, 200u);
  EXPECT_TRUE(seen_by(one)["counts"].empty());
}

TEST_F(AtHome, IsForAMemberToSay) {
  const Response refused = say(observer(), said(1, nothing, "adopted"));
  EXPECT_THAT(refused, problem("only-members-convey"));
  EXPECT_THAT(*refused.body, HasSubstr("5.3"));
  EXPECT_FALSE(seen_by(observer())["may_say"].get<bool>());
  EXPECT_TRUE(seen_by(plain_member())["may_say"].get<bool>());
}

TEST_F(AtHome, IsAboutOneThingThatIsThereAndDelivered) {
  const PersonId one = plain_member();
  EXPECT_THAT(say(one, said(nothing, one_of_kind("action"), "adopted")),
              problem("only-what-groups-deliver-is-conveyed"));
  EXPECT_THAT(say(one, said(0, nothing, "adopted")), problem("no-such-decision"));
  EXPECT_THAT(say(one, said(100000, nothing, "adopted")), problem("no-such-decision"));
  EXPECT_THAT(say(one, said(nothing, 100000, "adopted")), problem("no-such-item"));
  EXPECT_THAT(say(one, said(nothing, nothing, "adopted")), problem("bad-input"));
  EXPECT_THAT(say(one, said(1, one_of_kind("milestone"), "adopted")), problem("bad-input"));
  EXPECT_THAT(say(one, said(1, nothing, "adopted", std::string(4001, 'x'))), problem("bad-input"));
  EXPECT_TRUE(seen_by(one)["own"].empty());
}

TEST_F(AtHome, IsNothingForMachines) {
  const std::string token = token_of(plain_member(), TokenUse::record);
  const Response refused = ask("GET", "/api/adoptions", "", {{"cookie", ""}, {"authorization", "Bearer " + token}});
  EXPECT_EQ(refused.status, 403u);
}

}  // namespace
}  // namespace ccop::server
