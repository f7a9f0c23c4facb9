// What pages show of a silence procedure's delivery, and to whom (clause 5.4).
#include "community/decisions/delivery.hpp"
#include "community/kernel/standing.hpp"
#include "community/people/state.hpp"
#include "server/demo_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

class TheDeliveryOfAText : public DemoSite {
 protected:
  Json motion_for(PersonId person, MotionId id) {
    const auto answer = ask("GET", "/api/motions/" + std::to_string(id.value), "", {{"cookie", cookie_of(person)}});
    return Json::parse(*answer.body);
  }
  /// The first motion of which that is so.
  template <class Is>
  [[nodiscard]] MotionId the(const Is& is) const {
    return site().live().read([&](const Community& now) {
      for (const MotionId id : decisions(now).motions.ids())
        if (is(now, decisions(now).motions[id])) return id;
      throw std::logic_error("the demonstration has no such motion");
    });
  }
  /// Who holds a seat that votes on nothing, and has nothing to do with this motion.
  [[nodiscard]] PersonId an_observer_beside(MotionId id) const {
    const Time at = site().live().now();
    return site().live().read([&](const Community& now) {
      for (const PersonId person : community::people(now).all.ids())
        if (holds_seat(now, person, at) && !speaking_member(now, person, at) && !is_committee(now, person, at) &&
            decisions(now).motions[id].mover != person)
          return person;
      throw std::logic_error("the demonstration has no Observer");
    });
  }
  [[nodiscard]] MotionId standing() const {
    const Time at = site().live().now();
    return the([&](const Community& now, const Motion& motion) {
      return motion.state == MotionState::open && motion.deadline && *motion.deadline < at &&
             clock_of(now, motion, at).waits;
    });
  }
};

TEST_F(TheDeliveryOfAText, IsShownWithWhoHasNotGotIt) {
  const MotionId id = standing();
  for (const PersonId person : {secretary, plain_member()}) {
    const Json delivery = motion_for(person, id)["delivery"];
    EXPECT_TRUE(delivery["stands"]);
    EXPECT_EQ(delivery["hours"], 72);
    EXPECT_EQ(delivery["reached"].get<int>() + 1, delivery["asked"].get<int>());
    ASSERT_EQ(delivery["unreached"].size(), 1u);
    const auto offered = delivery["unreached"][0]["may"];
    EXPECT_EQ(offered.size(), person == secretary ? 1u : 0u) << "the Secretary alone says how it was told";
  }
}

TEST_F(TheDeliveryOfAText, IsAskedForOnTheDeskOfTheSecretary) {
  const Json desk = Json::parse(*ask("GET", "/api/desk", "").body);
  EXPECT_NE(desk.dump().find("reach-seats"), std::string::npos);
}

TEST_F(TheDeliveryOfAText, OnTheHostsWordIsShownInNumbersAndByNameToTheCommittee) {
  const MotionId id = the([](const Community&, const Motion& motion) { return !motion.on_the_hosts_word.empty(); });
  const Json told = motion_for(secretary, id)["delivery"];
  const Json shown = motion_for(plain_member(), id)["delivery"];
  EXPECT_GT(told["on_the_hosts_word"], 0);
  EXPECT_EQ(told["on_the_hosts_word"], shown["on_the_hosts_word"]);
  EXPECT_EQ(told["reported"].size(), told["on_the_hosts_word"].get<std::size_t>());
  EXPECT_EQ(told["reported"][0]["words"], "250 2.0.0 Ok: queued");
  EXPECT_TRUE(shown["reported"].empty());
}

/// A reason is for the Members, the committee and the mover; an Observer is told how many object.
TEST_F(TheDeliveryOfAText, IsObjectedToWithAReasonThatMembersAndTheCommitteeRead) {
  const MotionId id = the([](const Community&, const Motion& motion) { return !motion.objections.empty(); });
  const PersonId observer = an_observer_beside(id);
  for (const PersonId person : {secretary, plain_member()}) {
    const Json motion = motion_for(person, id);
    ASSERT_EQ(motion["objected"].size(), motion["objections"].get<std::size_t>());
    EXPECT_FALSE(motion["objected"][0]["reason"].get<std::string>().empty());
    EXPECT_FALSE(motion["objected"][0]["organization"].get<std::string>().empty());
  }
  const Json shown = motion_for(observer, id);
  EXPECT_GT(shown["objections"], 0);
  EXPECT_TRUE(shown["objected"].empty());
}

TEST_F(TheDeliveryOfAText, IsNothingOfAMotionInASession) {
  const MotionId id = the([](const Community&, const Motion& motion) { return motion.session.has_value(); });
  EXPECT_TRUE(motion_for(secretary, id)["delivery"].is_null());
}

}  // namespace
}  // namespace ccop::server
