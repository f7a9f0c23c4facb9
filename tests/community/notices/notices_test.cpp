// Who is told of what was done in their name.
#include "community/decisions/commands.hpp"
#include "community/notices/state.hpp"
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

class Told : public ::testing::Test {
 protected:
  using Kind = NoticeKind;
  std::vector<NoticeKind> told(PersonId person) const {
    std::vector<NoticeKind> kinds;
    for (const Notice& notice : notices_for(ccop.now, person, ccop.time))
      if (notice.entry >= begun) kinds.push_back(notice.kind);
    return kinds;
  }
  void begin() { begun = ccop.now.entries; }
  void enrol(PersonId person, std::string_view secret, std::uint8_t credential) {
    ccop.ask({0}, OfferEnrolment{person, token(secret), ccop.time + days{1}});
    ccop.ask_as(ccop.bearer_of(secret), EnrolPasskey{person, {credential}, -7, {1}, "localhost", words("label")});
  }

  Scenario ccop;
  std::vector<PersonId> people = ccop.members(3);
  PersonId chair = people[0];
  PersonId holder = people[1];
  PersonId bystander = people[2];
  OrganizationId seat = *membership(ccop.now).own_organization(holder, ccop.time);
  std::uint64_t begun = 0;
};
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

TEST_F(Told, IsWhoLosesASeatWhoGetsItAndTheCommittee) {
  const PersonId alternate = ccop.person();
  const PersonId successor = ccop.person();
  ccop.ask(holder, NameAlternate{alternate, ccop.time, ccop.time + days{9}});
  begin();
  ccop.ask({0}, SucceedRepresentative{seat, successor, ccop.time, {}, ccop.all_responsibilities()});
  for (const PersonId person : {holder, alternate, successor, chair})
    EXPECT_THAT(told(person), ElementsAre(Kind::seat_change_asked));
  EXPECT_THAT(told({0}), IsEmpty());  // who did it knows
  EXPECT_THAT(told(bystander), IsEmpty());
  ccop.joins_in(chair, seat);
  for (const PersonId person : {holder, alternate, successor})
    EXPECT_THAT(told(person), Contains(Kind::representative));
  for (const PersonId person : {holder, alternate}) EXPECT_THAT(told(person), Contains(Kind::mandate_ended));
  EXPECT_THAT(told({0}), Contains(Kind::representative));
  EXPECT_THAT(told(bystander), IsEmpty());
  const Notice latest = notices_for(ccop.now, successor, ccop.time).front();
  EXPECT_EQ(latest.by, chair);
  EXPECT_EQ(latest.person, successor);
  EXPECT_EQ(latest.organization, seat);
  EXPECT_EQ(latest.entry + 1, ccop.now.entries);
}

TEST_F(Told, IsThatAChangeWasWithdrawn) {
  begin();
  ccop.ask({0}, EndMandate{membership(ccop.now).organizations[seat].mandates.back()});
  ccop.ask({0}, WithdrawSeatChange{*membership(ccop.now).waiting(seat, ccop.time)});
  EXPECT_THAT(told(holder), ElementsAre(Kind::seat_change_withdrawn, Kind::seat_change_asked));
}

TEST_F(Told, IsALinkThatWasMadeOutForSomebody) {
  begin();
  ccop.ask({0}, OfferEnrolment{holder, token("link"), ccop.time + days{1}});
  EXPECT_THAT(told(holder), ElementsAre(Kind::link_offered));
  EXPECT_THAT(told(chair), ElementsAre(Kind::link_offered));
  EXPECT_THAT(told(bystander), IsEmpty());
}

TEST_F(Told, IsAPasskeyThatWasAddedOrRemoved) {
  const PersonId alternate = ccop.person();
  ccop.ask(holder, NameAlternate{alternate, ccop.time, ccop.time + days{9}});
  begin();
  enrol(holder, "link", 1);
  EXPECT_THAT(told(alternate), Contains(Kind::passkey_added));  // they can ask whether it was the holder who came
  EXPECT_THAT(told(holder), Not(Contains(Kind::passkey_added)));
  ccop.ask(holder, EnrolPasskey{holder, {2}, -7, {1}, "localhost", words("label")});
  EXPECT_THAT(told(holder), Contains(Kind::passkey_added));
  ccop.ask(holder, RemovePasskey{{2}});
  EXPECT_THAT(told(holder), Contains(Kind::passkey_removed));
}

TEST_F(Told, IsEachStepOfARecovery) {
  enrol(holder, "link", 1);
  begin();
  ccop.ask({0}, ConfirmRecovery{holder, token("again")});
  EXPECT_THAT(told(holder), ElementsAre(Kind::recovery_begun));
  ccop.ask(chair, ConfirmRecovery{holder, token("again")});
  EXPECT_THAT(told(holder), ElementsAre(Kind::recovery_confirmed, Kind::recovery_begun));
  ccop.ask_as(ccop.bearer_of("again"), EnrolPasskey{holder, {9}, -7, {1}, "localhost", words("label")});
  EXPECT_THAT(told(holder), ElementsAre(Kind::recovery_done, Kind::recovery_confirmed, Kind::recovery_begun));
  EXPECT_THAT(told(chair), Contains(Kind::recovery_done));
}

TEST_F(Told, IsWhoHasAnOffice) {
  begin();
  const PersonId next = ccop.person();
  ccop.ask({0}, SeatFoundingCoChair{1, holder, ccop.time + days{9}});
  EXPECT_THAT(told(holder), ElementsAre(Kind::co_chair));
  ccop.ask(chair, AppointSecretary{next, ccop.time});
  EXPECT_THAT(told({0}), ElementsAre(Kind::secretary_asked));
  ccop.ask(holder, AppointSecretary{next, bodies(ccop.now).asked_secretary->from});
  EXPECT_THAT(told(next), Contains(Kind::secretary));
  EXPECT_THAT(told(chair), Contains(Kind::secretary));
}

TEST_F(Told, IsAnObjectionToWhoeverMovedItAndTheCoChairs) {
  const PersonId objector = ccop.representative(membership(ccop.now).organizations[{3}].key);
  const MotionId motion = ccop.motion(holder, {}, Method::silence);
  ccop.ask(ccop.secretary(), OpenMotion{motion, ccop.time + days{20}, "Europe/Zurich", 60});
  begin();
  ccop.ask(objector, ObjectToMotion{motion, words("too costly")});
  for (const PersonId person : {holder, chair}) EXPECT_THAT(told(person), ElementsAre(Kind::objection_raised));
  const Notice notice = notices_for(ccop.now, holder, ccop.time).front();
  EXPECT_EQ(notice.motion, motion);
  EXPECT_EQ(notice.by, objector);
  EXPECT_EQ(notice.organization, membership(ccop.now).own_organization(objector, ccop.time));

  ccop.ask(objector, WithdrawObjection{motion});
  for (const PersonId person : {holder, chair})
    EXPECT_THAT(told(person), ElementsAre(Kind::objection_withdrawn, Kind::objection_raised));
  for (const PersonId person : {objector, bystander, ccop.secretary()}) EXPECT_THAT(told(person), IsEmpty());
}

TEST_F(Told, IsNoObjectionToWhoeverObjectsToTheirOwnMotion) {
  const MotionId motion = ccop.motion(holder, {}, Method::silence);
  ccop.ask(ccop.secretary(), OpenMotion{motion, ccop.time + days{20}, "Europe/Zurich", 60});
  begin();
  ccop.ask(holder, ObjectToMotion{motion, words("on second thoughts")});
  EXPECT_THAT(told(holder), IsEmpty());
  EXPECT_THAT(told(chair), ElementsAre(Kind::objection_raised));
}

TEST_F(Told, IsForThirtyDays) {
  begin();
  ccop.ask({0}, OfferEnrolment{holder, token("link"), ccop.time + days{1}});
  ccop.pass(days{30} - std::chrono::milliseconds{1});
  EXPECT_THAT(told(holder), ElementsAre(Kind::link_offered));
  ccop.pass(std::chrono::milliseconds{1});
  EXPECT_THAT(told(holder), IsEmpty());
}

TEST_F(Told, IsCountedForGood) {
  ccop.ask({0}, OfferEnrolment{holder, token("link"), ccop.time + days{1}});
  const std::uint32_t first = notices_for(ccop.now, holder, ccop.time).front().number;
  ccop.pass(days{31});
  ccop.ask({0}, OfferEnrolment{holder, token("link"), ccop.time + days{1}});
  EXPECT_EQ(notices_for(ccop.now, holder, ccop.time).front().number, first + 1);
  EXPECT_EQ(notices(ccop.now).recent.size(), 1u);
}

}  // namespace
}  // namespace ccop::community
