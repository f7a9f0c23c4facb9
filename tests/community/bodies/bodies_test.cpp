// How the bodies are filled (clauses 3.1 to 3.7).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(FoundingCoChairs, HoldAMembersSeat) {  // clause 3.2
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId cern = ccop.representative("CERN");
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, cern, ccop.time + days{9}}),
              refused_for("holds-no-member-seat", clause::co_chair_holds_seat));
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, who, ccop.time + days{9}}), led_to<CoChairSeated>());
  EXPECT_TRUE(is_co_chair(ccop.now, who, ccop.time));
}

TEST(FoundingCoChairs, SitForOneYearAndForTwo) {  // clause 3.3
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId fao = ccop.representative("FAO");
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, who, ccop.time + days{380}}),
              refused_for("founding-term-lasts-at-most", clause::co_chair_term));
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, who, ccop.time + days{360}}), led_to<CoChairSeated>());
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{1, fao, ccop.time + days{720}}), led_to<CoChairSeated>());
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{2, fao, ccop.time + days{9}}),
              refused_for("no-such-position", clause::bodies));
}

TEST(FoundingCoChairs, CarryOnInActingCapacityWhenTheTermIsOver) {  // clause 3.5
  Scenario ccop;
  const auto people = ccop.members(1);
  ccop.pass(days{500});
  EXPECT_TRUE(is_co_chair(ccop.now, people[0], ccop.time));
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{0, people[0], ccop.time + days{9}}),
              refused_for("founder-was-seated-already"));
}

TEST(CoChairs, LoseThePositionWithTheSeat) {  // clauses 3.2 and 3.5
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId successor = ccop.person();
  ccop.ask({0}, SucceedRepresentative{{0}, successor, ccop.time + hours{1}, {}, ccop.all_responsibilities()});
  EXPECT_THAT(ccop.joins_in(people[0], OrganizationId{0}), led_to<CoChairVacated>());
  ccop.pass(hours{2});
  EXPECT_FALSE(is_co_chair(ccop.now, people[0], ccop.time));
  EXPECT_FALSE(is_co_chair(ccop.now, successor, ccop.time));
}

TEST(CoChairs, MayResign) {
  Scenario ccop;
  const auto people = ccop.members(2);
  EXPECT_THAT(ccop.ask(people[1], ResignCoChair{}), refused_for("is-no-co-chair", clause::co_chair_term));
  EXPECT_THAT(ccop.ask(people[0], ResignCoChair{}), led_to<CoChairVacated>());
  EXPECT_FALSE(is_co_chair(ccop.now, people[0], ccop.time));
}

TEST(Secretary, IsRecordedAndNeverVotedOn) {  // clause 3.7
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId next = ccop.person();
  EXPECT_THAT(ccop.ask(people[1], AppointSecretary{next, ccop.time}),
              refused_for("only-committee-records-secretary", clause::secretary));
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{people[0], ccop.time}),
              refused_for("co-chair-is-not-secretary", clause::bodies));
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{next, ccop.time + days{1}}), led_to<SecretaryAppointed>());
  EXPECT_TRUE(is_secretary(ccop.now, {0}, ccop.time));
  ccop.pass(days{1});
  EXPECT_TRUE(is_secretary(ccop.now, next, ccop.time));
  EXPECT_FALSE(is_secretary(ccop.now, {0}, ccop.time));
}

TEST(FoundingCoChairs, AreSeatedByTheSecretaryAndHoldOnePosition) {  // clause 3.8
  Scenario ccop;
  const auto people = ccop.members(2);
  EXPECT_THAT(ccop.ask(people[0], SeatFoundingCoChair{1, people[1], ccop.time + days{9}}),
              refused_for("only-secretary-seats-founders", clause::secretary_duties));
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{1, people[0], ccop.time + days{9}}),
              refused_for("is-co-chair-already", clause::bodies));
}

TEST(Secretary, IsAnotherPersonThanBefore) {  // clause 3.7
  Scenario ccop;
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{{0}, ccop.time}), refused_for("is-secretary-already", clause::secretary));
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{{99}, ccop.time}), refused_for("no-such-person"));
}

TEST(Secretary, IsRecordedInTheOrderOfTheDates) {
  Scenario ccop;
  ccop.ask({0}, AppointSecretary{ccop.person(), ccop.time + days{9}});
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{ccop.person(), ccop.time + days{3}}),
              refused_for("a-later-appointment-exists", clause::secretary));
}

/// The Secretary hands the office over; without them, no co-Chair does so alone.
TEST(Secretary, IsReplacedByTwoCoChairs) {  // clause 3.7
  Scenario ccop;
  const auto people = ccop.members(3);
  ccop.ask({0}, SeatFoundingCoChair{1, people[1], ccop.time + days{90}});
  const PersonId next = ccop.person();
  const Time from = ccop.time;
  EXPECT_THAT(ccop.ask(people[0], AppointSecretary{people[0], from}), refused_for("co-chair-is-not-secretary"));
  EXPECT_THAT(ccop.ask(people[0], AppointSecretary{next, from}), led_to<SecretaryAppointmentAsked>());
  EXPECT_THAT(ccop.ask(people[0], AppointSecretary{next, from}), led_to<SecretaryAppointmentAsked>());
  EXPECT_TRUE(is_secretary(ccop.now, {0}, ccop.time));
  EXPECT_THAT(ccop.ask(people[1], AppointSecretary{ccop.person(), from}),
              refused_for("another-secretary-is-asked-for", clause::secretary));
  EXPECT_THAT(ccop.ask(people[1], AppointSecretary{next, from + days{1}}),
              refused_for("another-secretary-is-asked-for"));
  EXPECT_THAT(ccop.ask(people[1], AppointSecretary{next, from}), led_to<SecretaryAppointed>());
  EXPECT_TRUE(is_secretary(ccop.now, next, ccop.time));
}

TEST(Secretary, IsNotAskedForForEver) {
  Scenario ccop;
  const auto people = ccop.members(3);
  ccop.ask({0}, SeatFoundingCoChair{1, people[1], ccop.time + days{90}});
  const PersonId next = ccop.person();
  const Time from = ccop.time;
  ccop.ask(people[0], AppointSecretary{next, from});
  ccop.pass(days{charter(ccop.now).membership.seat_change_days});
  EXPECT_THAT(ccop.ask(people[1], AppointSecretary{next, from}), led_to<SecretaryAppointmentAsked>());
}

TEST(Secretary, DoesNotChair) {  // clause 3.1
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  ccop.ask({0}, AppointSecretary{who, ccop.time});
  EXPECT_THAT(ccop.ask(who, SeatFoundingCoChair{0, who, ccop.time + days{9}}),
              refused_for("co-chair-is-not-secretary", clause::bodies));
}

}  // namespace
}  // namespace ccop::community
