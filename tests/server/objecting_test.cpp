// An objection is told on the desks of those who can negotiate, and on nobody else's (clause 5.4).
#include "at_the_door.hpp"
#include "community/decisions/commands.hpp"

namespace ccop::server {
namespace {

using namespace community;

class AnObjection : public AtTheDoor {
 protected:
  static constexpr MotionId motion{0};

  void SetUp() override {
    AtTheDoor::SetUp();
    observer = seated("Observer", "GULL");
    objector = seated("Objector", "TUGS");
    const auto text = content(R"({"title":"Planted motion","text":"Planted text"})");
    take(devices.at(member.value),
         ProposeMotion{{}, Purpose::resolution, store::content_hash(text), {}, Method::silence, false, {}}, {text});
    take(OpenMotion{motion, now() + days{20}, "Europe/Rome", 60});
    const auto reason = content("Planted reason");
    take(devices.at(objector.value), ObjectToMotion{motion, store::content_hash(reason)}, {reason});
  }
  /// The motions of which this person's desk says so.
  std::vector<std::uint32_t> on_desk_of(PersonId person, const std::string& kind) {
    const Json desk = json(ask("GET", "/api/desk", {{"cookie", sign_in(person)}}));
    std::vector<std::uint32_t> motions;
    for (const Json& notice : desk["notices"])
      if (notice["kind"] == kind) motions.push_back(notice["motion"].get<std::uint32_t>());
    return motions;
  }

  PersonId observer{}, objector{};
};

TEST_F(AnObjection, IsToldToTheCoChairsAndToWhoeverMovedIt) {
  for (const PersonId person : {chair, member})
    EXPECT_EQ(on_desk_of(person, "objection-raised"), std::vector{motion.value}) << person.value;
  for (const PersonId person : {observer, objector, secretary})
    EXPECT_TRUE(on_desk_of(person, "objection-raised").empty()) << person.value;
}

TEST_F(AnObjection, IsToldToThemTooWhereItIsTakenBack) {
  take(devices.at(objector.value), WithdrawObjection{motion});
  for (const PersonId person : {chair, member})
    EXPECT_EQ(on_desk_of(person, "objection-withdrawn"), std::vector{motion.value}) << person.value;
  EXPECT_TRUE(on_desk_of(observer, "objection-withdrawn").empty());
}

}  // namespace
}  // namespace ccop::server
