// Asking for the floor and giving it: for those in the room, by whoever presides, and kept nowhere (clause 5.5).
#include "meeting_site.hpp"
#include "server/rooms.hpp"

#include <fstream>

namespace ccop::server {
namespace {

using namespace community;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = ServedSite::Json;

/// Two sessions under way; the chair, the Member and the colleague are in the first, the Secretary in the second.
class TheFloor : public AMeetingAhead {
 protected:
  static constexpr SessionId here{3}, elsewhere{4};

  void SetUp() override {
    AMeetingAhead::SetUp();
    const MeetingId id{1};
    const auto details = content(R"({"title":"Soon"})");
    const Time from = now() + minutes{10};
    take(PlanMeeting{MeetingKind::ad_hoc, store::content_hash(details), from, from + hours{4}, "UTC", 9, 60},
         {details});
    for (const char* title : {"first", "second"}) {
      const auto text = content(title);
      take(AddSession{id, SessionKind::open, store::content_hash(text), from, from + hours{2}}, {text});
    }
    take(PublishMeeting{id});
    take(devices.at(chair.value), InviteRepresentative{id, colleague});
    take(devices.at(chair.value), ClearInvitation{{1}});
    take(AcceptDiscretion{id});
    for (const SessionId session : {here, elsewhere}) take(OpenSession{session});
    take(EnterSession{elsewhere});
    for (const PersonId person : {chair, member, colleague}) {
      take(devices.at(person.value), AcceptDiscretion{id});
      take(devices.at(person.value), EnterSession{here});
    }
    for (const PersonId person : {secretary, chair, member, colleague, guest})
      cookies[person] = "ccop_harbour=" + served.site->admission().sign_ins().begin(
                                              SignIn{person, {}, {}, now() + hours{1}, "t", {}, {}, {}, {}}, now());
  }
  Response as(PersonId person, const std::string& method, const std::string& path, const std::string& body = "") {
    return ask(method, path, {{"cookie", cookies.at(person)}}, body);
  }
  Response looks(PersonId person, SessionId session = here) {
    return as(person, "GET", "/api/sessions/" + std::to_string(session.value) + "/speakers");
  }
  Json list_for(PersonId person) { return Json::parse(*looks(person).body); }
  Response says(PersonId person, const std::string& what, Json more = Json::object(), SessionId session = here) {
    more["session"] = session.value;
    return as(person, "POST", "/api/speakers/" + what, more.dump());
  }
  void done(PersonId person, const std::string& what, const Json& more = Json::object()) {
    EXPECT_EQ(says(person, what, more).status, 200u) << what;
  }
  std::vector<std::uint32_t> waiting() {
    std::vector<std::uint32_t> found;
    const Json list = list_for(chair);
    for (const Json& one : list.at("list")) found.push_back(one.at("id"));
    return found;
  }
  /// Whatever lies in the community's folder.
  std::map<std::string, std::string> on_disk() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder.path()}) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in{entry.path(), std::ios::binary};
      files[entry.path()] = {std::istreambuf_iterator<char>{in}, {}};
    }
    return files;
  }
  std::map<PersonId, std::string> cookies;
};

TEST_F(TheFloor, IsAskedForByWhoeverIsInTheRoomAndGivenByTheCoChair) {
  for (const PersonId person : {member, colleague, chair}) done(person, "ask");
  EXPECT_EQ(waiting(), (std::vector{member.value, colleague.value, chair.value}));
  EXPECT_EQ(list_for(colleague)["place"], 2);
  EXPECT_EQ(list_for(colleague)["waiting"], 3);
  EXPECT_TRUE(list_for(colleague)["speaking"].is_null());

  done(chair, "give");
  EXPECT_EQ(list_for(colleague)["speaking"]["name"], "Member");
  EXPECT_EQ(list_for(colleague)["place"], 1);
  EXPECT_TRUE(list_for(member)["place"].is_null());
  done(chair, "move", {{"person", chair.value}, {"place", 0}});
  EXPECT_EQ(waiting(), (std::vector{chair.value, colleague.value}));
  done(chair, "give", {{"person", colleague.value}});
  EXPECT_EQ(list_for(member)["speaking"]["name"], "Colleague");
  done(chair, "end");
  EXPECT_TRUE(list_for(member)["speaking"].is_null());
  done(chair, "withdraw");
  EXPECT_TRUE(waiting().empty());
}

TEST_F(TheFloor, NamesWhoWaitsToWhoeverPresidesAlone) {
  for (const PersonId person : {member, chair}) done(person, "ask");
  EXPECT_EQ(list_for(chair)["list"].size(), 2u);
  EXPECT_FALSE(list_for(colleague).contains("list"));
  for (const char* name : {"Member", "Chair"}) EXPECT_THAT(*looks(colleague).body, Not(HasSubstr(name)));
}

TEST_F(TheFloor, IsNothingForWhoeverIsNotInTheRoom) {
  done(member, "ask");
  EXPECT_THAT(looks(secretary), problem("is-not-present"));
  EXPECT_THAT(says(secretary, "ask"), problem("is-not-present"));
  EXPECT_THAT(says(secretary, "give"), problem("is-not-present"));
  EXPECT_EQ(looks(guest).status, 404u) << "sees another meeting";
  EXPECT_EQ(looks(member, {99}).status, 404u);
  EXPECT_THAT(says(member, "ask", Json::object(), {99}), problem("no-such-session"));
  EXPECT_THAT(looks(member, elsewhere), problem("is-not-present"));
  EXPECT_THAT(says(chair, "give", Json::object(), elsewhere), problem("is-not-present"));
  EXPECT_THAT(says(member, "ask", Json::object(), open), problem("session-not-live"));
  EXPECT_EQ(ask("GET", "/api/sessions/3/speakers").status, 401u);
}

TEST_F(TheFloor, IsGivenByNobodyElse) {
  done(member, "ask");
  take(LeaveSession{elsewhere});
  take(EnterSession{here});
  for (const PersonId person : {member, secretary}) {
    EXPECT_THAT(says(person, "give"), problem("only-co-chairs-give-the-floor"));
    EXPECT_THAT(says(person, "end"), problem("only-co-chairs-give-the-floor"));
    EXPECT_THAT(says(person, "list", {{"closed", true}}), problem("only-co-chairs-give-the-floor"));
    EXPECT_THAT(says(person, "move", {{"person", member.value}, {"place", 0}}),
                problem("only-co-chairs-give-the-floor"));
  }
}

TEST_F(TheFloor, IsAskedForOnceAndWhileTheListIsOpen) {
  EXPECT_THAT(says(chair, "give"), problem("nobody-asks-to-speak"));
  done(member, "ask");
  EXPECT_THAT(says(member, "ask"), problem("on-speakers-list-already"));
  EXPECT_THAT(says(colleague, "withdraw"), problem("not-on-speakers-list"));
  done(chair, "list", {{"closed", true}});
  EXPECT_EQ(list_for(colleague)["closed"], true);
  EXPECT_THAT(says(colleague, "ask"), problem("speakers-list-is-closed"));
  done(chair, "list", {{"closed", false}});
  done(colleague, "ask");
}

TEST_F(TheFloor, IsAskedForAnewByWhoeverLeftAndCameBack) {
  for (const PersonId person : {member, colleague}) done(person, "ask");
  done(chair, "give");
  for (const PersonId person : {member, colleague}) take(devices.at(person.value), LeaveSession{here});
  EXPECT_TRUE(waiting().empty());
  EXPECT_TRUE(list_for(chair)["speaking"].is_null());
  take(devices.at(colleague.value), EnterSession{here});
  EXPECT_TRUE(waiting().empty());
  done(colleague, "ask");
}

/// Nobody need look for who left to be forgotten.
TEST_F(TheFloor, LeavesNothingInMemoryOfWhoeverLeft) {
  done(member, "ask");
  EXPECT_EQ(served.site->rooms().speakers->of(here).waiting.size(), 1u);
  take(devices.at(member.value), LeaveSession{here});
  take(LeaveSession{elsewhere});  // the writer has told of the entry before when it takes the next
  EXPECT_TRUE(served.site->rooms().speakers->of(here).waiting.empty());
}

TEST_F(TheFloor, StandsInNoRecordAndOnNoDisk) {
  for (const PersonId person : {member, chair}) EXPECT_EQ(looks(person).status, 200u);
  const std::uint64_t size = live().size();
  const auto files = on_disk();
  ASSERT_FALSE(files.empty());
  for (const PersonId person : {member, colleague, chair}) done(person, "ask");
  done(chair, "give");
  done(chair, "move", {{"person", chair.value}, {"place", 0}});
  done(chair, "list", {{"closed", true}});
  done(colleague, "withdraw");
  EXPECT_EQ(live().size(), size);
  EXPECT_EQ(on_disk(), files);
}

}  // namespace
}  // namespace ccop::server
