// Later versions of MISP's events, and what expires or was deleted: nothing goes on detecting that MISP took back.
#include "exchange/an_exchange.hpp"
#include "exchange/misp_events.hpp"

namespace ccop::exchange {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class MispVersions : public AnExchange {
 protected:
  /// Whether the indicator of something is revoked; empty where it isn't here.
  std::optional<bool> revoked(const std::string& uuid, const std::string& type = "indicator") {
    for (const auto& one : objects_of_type(type))
      if (one["id"] == type + "--" + uuid) return one.value("revoked", false);
    return std::nullopt;
  }
  static Json at(Json event, unsigned seconds) {
    event["Event"]["timestamp"] = std::to_string(seconds);
    return event;
  }
  static Json dated(Json one, unsigned seconds) {
    one["timestamp"] = std::to_string(seconds);
    return one;
  }
  IntakeReport bring_event(const Json& event) { return bring(Format::misp, event.dump()); }
  const std::string uuid = "91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f";
};

TEST_F(MispVersions, TakeBackWhatALaterOneDeleted) {
  EXPECT_EQ(bring_case("misp-attribute-later-deleted-1.json").refused, 0u);
  EXPECT_EQ(revoked("c25e586b-c630-4c5e-a82c-079c0a91deb4"), false);
  const auto report = bring_case("misp-attribute-later-deleted-2.json");
  EXPECT_EQ(revoked("c25e586b-c630-4c5e-a82c-079c0a91deb4"), true);
  EXPECT_THAT(kinds_of(report.left_out), Contains("taken-back indicator 1"));
  EXPECT_THAT(attributes(), IsEmpty());
}

TEST_F(MispVersions, StayTakenBackWhenAnEarlierOneComesAgain) {
  bring_case("misp-attribute-later-deleted-2.json");
  bring_case("misp-attribute-later-deleted-1.json");
  bring_case("misp-attribute-later-deleted-2.json");
  EXPECT_EQ(revoked("c25e586b-c630-4c5e-a82c-079c0a91deb4"), true);
  bring_case("misp-attribute-later-deleted-1.json");
  EXPECT_EQ(revoked("c25e586b-c630-4c5e-a82c-079c0a91deb4"), true);
}

TEST_F(MispVersions, TakeBackWhatALaterOneMarksToDetectByNoMore) {
  bring_event(at(event({{"Attribute", {dated(attribute("domain", "a.example"), 1000)}}}), 1000));
  bring_event(at(event({{"Attribute", {dated(attribute("domain", "a.example", false), 2000)}}}), 2000));
  EXPECT_EQ(revoked(uuid), true);
  EXPECT_EQ(revoked(uuid, "observed-data"), false);
  ASSERT_THAT(attributes(), SizeIs(1));
  EXPECT_EQ(attributes()[0]["to_ids"], false);
}

TEST_F(MispVersions, TakeBackByTheTimeOfTheEventWhereTheAttributeKeepsItsOwn) {
  bring_event(at(event({{"Attribute", {dated(attribute("domain", "a.example"), 1000)}}}), 1000));
  bring_event(at(event({{"Attribute", {dated(attribute("domain", "a.example", false), 1000)}}}), 2000));
  EXPECT_EQ(revoked(uuid), true);
}

TEST_F(MispVersions, InOneFileCountInWhateverOrderTheyStand) {
  const Json before = at(event({{"Attribute", {dated(attribute("domain", "a.example"), 1000)}}}), 1000);
  Json gone = dated(attribute("domain", "a.example"), 2000);
  gone["deleted"] = true;
  const Json after = at(event({{"Attribute", {gone, dated(related("", "domain", "b.example"), 2000)}}}), 2000);
  bring(Format::misp, Json{{"response", {after, before}}}.dump());
  EXPECT_EQ(revoked(uuid), true);
}

TEST_F(MispVersions, TakeBackDeletedObjectsAndWhatDetectedInThem) {
  Json file = object("file", 'a', Json::array({related("filename", "filename", "a.exe")}));
  Json odd = object("our-own-template", 'b', Json::array({related("ip", "ip-dst", "203.0.113.68")}));
  bring_event(at(event({{"Object", {dated(file, 1000), dated(odd, 1000)}}}), 1603642920));
  const std::string within = odd["Attribute"][0]["uuid"];
  EXPECT_EQ(revoked(file["uuid"]), false);
  EXPECT_EQ(revoked(within), false);
  file["deleted"] = odd["deleted"] = true;
  bring_event(at(event({{"Attribute", {attribute("domain", "stays.example")}}, {"Object", {file, odd}}}), 1603642930));
  EXPECT_EQ(revoked(file["uuid"]), true);
  EXPECT_EQ(revoked(within), true);
  EXPECT_EQ(revoked(odd["uuid"], "x-misp-object"), true);
  EXPECT_EQ(revoked(uuid), false);
}

TEST_F(MispVersions, OfObjectsChangeWithTheirAttributes) {
  Json md5 = related("md5", "md5", std::string(32, 'a'));
  const Json file = object("file", 'a', Json::array({related("filename", "filename", "a.exe"), md5}));
  bring_event(event({{"Object", Json::array({file})}}));
  Json later = file;
  later["Attribute"][1]["deleted"] = true;
  later["Attribute"][1]["timestamp"] = "1603643000";
  bring_event(at(event({{"Object", Json::array({later})}}), 1603643000));
  ASSERT_THAT(objects_of_type("indicator"), SizeIs(1));
  EXPECT_EQ(objects_of_type("indicator")[0]["pattern"], "[file:name = 'a.exe']");
}

TEST_F(MispVersions, TakeBackNothingOfOthers) {
  bring_case("misp-attribute-later-deleted-1.json");
  party_.sharer.is_committee = false;
  party_.feed = 7;  // another server
  bring_case("misp-attribute-later-deleted-2.json");
  party_.feed.reset();
  EXPECT_EQ(revoked("c25e586b-c630-4c5e-a82c-079c0a91deb4"), false);
}

TEST_F(MispVersions, AreReportsOnceTheyArePublishedAndGroupingsNoMore) {
  const Json draft = event({{"published", false}, {"Attribute", {attribute("domain", "a.example")}}});
  bring_event(draft);
  Json published = at(draft, 1603643000);
  published["Event"]["published"] = true;
  bring_event(published);
  const std::string event_uuid = draft["Event"]["uuid"];
  EXPECT_EQ(revoked(event_uuid, "grouping"), true);
  EXPECT_EQ(revoked(event_uuid, "report"), false);
}

TEST_F(MispVersions, HaveNoDeletedAttributeWhateverTheTemplate) {
  bring_case("misp-deleted-attribute-in-object-of-unknown-template.json");
  for (const auto& one : objects()) EXPECT_EQ(one.dump().find("203.0.113.66"), std::string::npos) << one;
  EXPECT_THAT(found("203.0.113.66"), IsEmpty());
}

TEST_F(MispVersions, ExpireAsTheirSightingsSay) {
  Json expiring = attribute("domain", "a.example");
  expiring["Sighting"] = {
      {{"uuid", "11111111-1111-4111-8111-111111111111"}, {"type", "2"}, {"date_sighting", "1603643000"}},
      {{"uuid", "22222222-2222-4222-8222-222222222222"}, {"type", "2"}, {"date_sighting", "1603644000"}}};
  Json before_it_changed = related("", "domain", "b.example");
  before_it_changed["Sighting"] = {{{"type", "2"}, {"date_sighting", "1500000000"}}};
  EXPECT_THAT(bring_event(event({{"Attribute", {expiring, before_it_changed}}})).mistakes, IsEmpty());
  const auto indicators = objects_of_type("indicator");
  ASSERT_THAT(indicators, SizeIs(2));
  EXPECT_EQ(indicators[0]["valid_until"], "2020-10-25T16:40:00.000Z");
  EXPECT_EQ(indicators[1]["valid_until"], "2017-07-14T02:40:00.000Z");
  for (const auto& attribute : attributes()) {
    EXPECT_EQ(attribute["to_ids"], false);
    EXPECT_EQ(attribute["Sighting"][0]["type"], "2");
  }
}

}  // namespace
}  // namespace ccop::exchange
