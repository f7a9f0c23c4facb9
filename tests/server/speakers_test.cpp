// The list of those who ask to speak, by itself: one place for each, an end to it, and nothing left of who is gone.
#include "server/meetings/speakers.hpp"

#include "community/matchers.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

using namespace community;
using community::testing::allowed;
using community::testing::refused_for;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ASpeakersList : public ::testing::Test {
 protected:
  ASpeakersList() {
    for (std::uint32_t i = 0; i < 2; ++i) {
      Session session;
      session.opened_at = Time{};
      room.sessions.add(std::move(session));
    }
    for (std::uint32_t person = 0; person < 4; ++person)
      room.sessions[here].present.push_back({{person}, {}, came(person)});
  }
  static Time came(std::uint32_t person) { return Time{} + minutes{person}; }
  Speakers::Objection asks(std::uint32_t person) { return speakers.ask(here, {{person}, came(person)}); }
  void ask(std::initializer_list<std::uint32_t> people) {
    for (const std::uint32_t person : people) EXPECT_THAT(asks(person), allowed());
  }
  std::vector<std::uint32_t> waiting() const {
    std::vector<std::uint32_t> found;
    for (const Speaker& one : speakers.of(here).waiting) found.push_back(one.person.value);
    return found;
  }
  std::optional<std::uint32_t> speaking() const {
    const auto one = speakers.of(here).speaking;
    return one ? std::optional{one->person.value} : std::nullopt;
  }
  void leaves(std::uint32_t person) {
    std::erase_if(room.sessions[here].present, [&](const Attendance& one) { return one.person.value == person; });
  }

  const SessionId here{0}, elsewhere{1};
  Meetings room;
  Speakers speakers;
};

TEST_F(ASpeakersList, HasOnePlaceForEachInTheOrderInWhichTheyAsked) {
  ask({2, 0, 1});
  EXPECT_THAT(asks(0), refused_for("on-speakers-list-already"));
  EXPECT_THAT(waiting(), ElementsAre(2, 0, 1));
  EXPECT_EQ(speakers.of(here).place_of({1}), 2u);
  EXPECT_EQ(speakers.of(here).place_of({3}), std::nullopt);
  EXPECT_THAT(speakers.of(elsewhere).waiting, IsEmpty());
}

TEST_F(ASpeakersList, IsLeftByWhoeverWithdraws) {
  ask({2, 0});
  EXPECT_THAT(speakers.withdraw(here, {2}), allowed());
  EXPECT_THAT(waiting(), ElementsAre(0));
  EXPECT_THAT(speakers.withdraw(here, {2}), refused_for("not-on-speakers-list"));
}

TEST_F(ASpeakersList, GivesTheFloorToTheNextOrToSomebody) {
  EXPECT_THAT(speakers.give(here, {}), refused_for("nobody-asks-to-speak"));
  ask({2, 0, 1});
  EXPECT_THAT(speakers.give(here, {}), allowed());
  EXPECT_EQ(speaking(), 2u);
  EXPECT_THAT(speakers.give(here, PersonId{1}), allowed());
  EXPECT_EQ(speaking(), 1u);
  EXPECT_THAT(waiting(), ElementsAre(0));
  EXPECT_THAT(speakers.give(here, PersonId{3}), refused_for("not-on-speakers-list"));
  speakers.end_speech(here);
  EXPECT_EQ(speaking(), std::nullopt);
  EXPECT_THAT(waiting(), ElementsAre(0)) << "nobody else has the floor by that";
}

TEST_F(ASpeakersList, HasAPlaceAgainForWhoeverHasTheFloor) {
  ask({2});
  EXPECT_THAT(speakers.give(here, {}), allowed());
  ask({2});
  EXPECT_THAT(waiting(), ElementsAre(2));
}

TEST_F(ASpeakersList, IsPutInAnotherOrder) {
  ask({0, 1, 2, 3});
  EXPECT_THAT(speakers.move(here, {2}, 0), allowed());
  EXPECT_THAT(waiting(), ElementsAre(2, 0, 1, 3));
  EXPECT_THAT(speakers.move(here, {2}, 1), allowed());
  EXPECT_THAT(waiting(), ElementsAre(0, 2, 1, 3));
  EXPECT_THAT(speakers.move(here, {0}, 99), allowed());
  EXPECT_THAT(waiting(), ElementsAre(2, 1, 3, 0));
  EXPECT_THAT(speakers.move(here, {9}, 0), refused_for("not-on-speakers-list"));
}

TEST_F(ASpeakersList, TakesNobodyMoreOnceItIsClosedAndKeepsThoseWhoWait) {
  ask({0, 1});
  speakers.close(here, true);
  EXPECT_THAT(asks(2), refused_for("speakers-list-is-closed"));
  EXPECT_THAT(waiting(), ElementsAre(0, 1));
  EXPECT_THAT(speakers.give(here, {}), allowed());
  speakers.close(here, false);
  ask({2});
  EXPECT_THAT(waiting(), ElementsAre(1, 2));
}

TEST_F(ASpeakersList, HasAnEnd) {
  for (std::uint32_t i = 0; i < Speakers::most; ++i) EXPECT_THAT(speakers.ask(here, {{100 + i}, {}}), allowed());
  EXPECT_THAT(asks(0), refused_for("speakers-list-is-full"));
  EXPECT_EQ(waiting().size(), 200u);
}

TEST_F(ASpeakersList, ForgetsWhoeverLeavesAlsoWhereTheyComeBack) {
  ask({0, 1, 2});
  EXPECT_THAT(speakers.give(here, PersonId{2}), allowed());
  speakers.forget_who_left(room);
  EXPECT_THAT(waiting(), ElementsAre(0, 1)) << "they are all there";
  for (const std::uint32_t person : {0u, 2u}) leaves(person);
  room.sessions[here].present.push_back({{0}, {}, Time{} + hours{2}});
  speakers.forget_who_left(room);
  EXPECT_THAT(waiting(), ElementsAre(1));
  EXPECT_EQ(speaking(), std::nullopt);
}

TEST_F(ASpeakersList, EndsWithItsSession) {
  ask({0, 1});
  EXPECT_THAT(speakers.give(here, {}), allowed());
  speakers.close(here, true);
  room.sessions[here].closed_at = Time{} + hours{3};
  speakers.forget_who_left(room);
  EXPECT_THAT(waiting(), IsEmpty());
  EXPECT_EQ(speaking(), std::nullopt);
  EXPECT_FALSE(speakers.of(here).closed);
}

}  // namespace
}  // namespace ccop::server
