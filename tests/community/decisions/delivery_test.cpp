// Silence counts only where the text was delivered (clause 5.4).
#include "community/decisions/delivery.hpp"

#include "community/duties.hpp"
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The harbour: three Members, PIER (co-Chair), QUAY and TUGS, and an Observer, GULL. Two objections stop a motion.
class Delivery : public ::testing::Test {
 protected:
  Delivery() : people(harbour.members(3)) {
    id = harbour.motion(people[1], {}, Method::silence);
    opens();
  }
  void opens(MotionId which) {
    EXPECT_THAT(harbour.ask(harbour.secretary(), OpenMotion{which, deadline, "Pacific/Auckland", 780}),
                led_to<SeatsAsked>());
  }
  void opens() { opens(id); }
  [[nodiscard]] const Motion& motion() const { return decisions(harbour.now).motions[id]; }
  [[nodiscard]] SilenceClock clock() const { return clock_of(harbour.now, motion(), harbour.time); }
  Ruling reports(PersonId person) {
    harbour.pass(std::chrono::seconds{1});
    return harbour.ask_as(harbour.host(), ReportDelivery{id, person, words("250 2.0.0 queued")});
  }
  Ruling attests(OrganizationId organization) {
    return harbour.ask(harbour.secretary(), AttestDelivery{id, organization, words("by telephone")});
  }
  /// All but the last of the three Members say that they read it.
  void two_see() {
    for (const PersonId person : {people[0], people[1]})
      EXPECT_THAT(harbour.ask(person, SeeMotion{id}), led_to<MotionSeen>());
  }
  void until(Time then) {
    harbour.time = then;
    harbour.settle();
  }
  [[nodiscard]] std::vector<Duty> duties_of_kind(std::string_view kind) const {
    auto found = duties(harbour.now, harbour.time);
    std::erase_if(found, [&](const Duty& duty) { return duty.what.kind != kind; });
    return found;
  }
  [[nodiscard]] std::size_t tasks_of_kind(PersonId person, std::string_view kind) const {
    const auto all = tasks(harbour.now, person, harbour.time);
    return static_cast<std::size_t>(std::ranges::count(all, kind, &Task::kind));
  }

  Scenario harbour{"tests/charters/harbour.toml"};
  std::vector<PersonId> people;
  MotionId id{};
  Time deadline = harbour.time + days{9};
  const OrganizationId pier{0};
  const OrganizationId quay{1};
  const OrganizationId tugs{2};
};

TEST_F(Delivery, IsAskedOfTheMembersThatThereAreAtTheOpening) {
  EXPECT_THAT(asked_at(harbour.now, motion(), harbour.time), ElementsAre(pier, quay, tugs));
  EXPECT_THAT(unreached(harbour.now, motion(), harbour.time), ElementsAre(pier, quay, tugs));
}

TEST_F(Delivery, IsThatSomebodyWhoSpeaksForTheSeatReadTheVeryText) {
  const Wording another_motions{{words("another")}, {}};
  EXPECT_THAT(harbour.ask(people[1], SeeMotion{id, another_motions}), refused_for("reads-otherwise"));
  EXPECT_THAT(harbour.ask_as(harbour.by_session(people[1]), SeeMotion{id}), led_to<MotionSeen>());
  EXPECT_THAT(unreached(harbour.now, motion(), harbour.time), ElementsAre(pier, tugs));
  EXPECT_THAT(harbour.ask(people[1], SeeMotion{id}), refused_for("motion-was-seen", clause::release));
}

TEST_F(Delivery, IsSeenByAnAlternateAsWell) {
  const PersonId alternate = harbour.person();
  harbour.ask(people[2], NameAlternate{alternate, harbour.time, deadline});
  EXPECT_THAT(harbour.ask(alternate, SeeMotion{id}), led_to<MotionSeen>());
  EXPECT_THAT(harbour.ask(people[2], SeeMotion{id}), refused_for("motion-was-seen"));
}

TEST_F(Delivery, IsSeenByNobodyWhoseSeatIsNotAsked) {
  const PersonId gull = harbour.representative("GULL");
  EXPECT_THAT(harbour.ask(gull, SeeMotion{id}), refused_for("seat-is-not-asked", clause::release));
  EXPECT_THAT(harbour.ask(harbour.secretary(), SeeMotion{id}), refused_for("seat-is-not-asked"));
  EXPECT_THAT(harbour.ask(people[0], SeeMotion{{9}}), refused_for("no-such-motion"));
}

TEST_F(Delivery, IsReportedByTheHostOfWhoeverSpeaksForASeatThatIsAsked) {
  EXPECT_THAT(reports(people[2]), led_to<DeliveryReported>());
  EXPECT_THAT(unreached(harbour.now, motion(), harbour.time), ElementsAre(pier, quay));
  EXPECT_THAT(reports(people[2]), refused_for("delivery-was-reported", clause::release));
}

/// The lie: a mail to somebody else counts for nobody.
TEST_F(Delivery, IsReportedForNobodyWithoutASeatThatIsAsked) {
  const PersonId gull = harbour.representative("GULL");
  const PersonId nobody = harbour.person();
  for (const PersonId person : {gull, nobody, harbour.secretary(), PersonId{999}})
    EXPECT_THAT(reports(person), refused_for("person-is-not-asked", clause::release));
  EXPECT_THAT(harbour.ask(people[2], ReportDelivery{id, people[2], words("250 2.0.0 queued")}),
              refused_for("only-the-host-does-this"));
  EXPECT_THAT(unreached(harbour.now, motion(), harbour.time), SizeIs(3));
}

TEST_F(Delivery, IsAttestedByTheSecretaryAlone) {
  EXPECT_THAT(harbour.ask(people[0], AttestDelivery{id, tugs, words("by telephone")}),
              refused_for("only-secretary-attests", clause::release));
  EXPECT_THAT(attests(tugs), led_to<DeliveryAttested>());
  EXPECT_THAT(attests(tugs), refused_for("seat-was-reached", clause::release));
  EXPECT_THAT(attests(harbour.organization("GULL")), refused_for("organization-is-not-asked", clause::release));
  EXPECT_THAT(harbour.ask_as(harbour.by_session(harbour.secretary()), AttestDelivery{id, quay, words("w")}),
              refused_for("signature-needed"));
}

/// Where only the host says that a seat was reached, the Secretary may tell it all the same.
TEST_F(Delivery, IsAttestedOverTheHostsWord) {
  EXPECT_THAT(reports(people[2]), led_to<DeliveryReported>());
  EXPECT_THAT(attests(tugs), led_to<DeliveryAttested>());
}

TEST_F(Delivery, OfWhoeverObjectsIsShownByTheObjection) {
  EXPECT_THAT(harbour.ask(people[2], ObjectToMotion{id, words("no")}), led_to<ObjectionRaised>());
  EXPECT_THAT(unreached(harbour.now, motion(), harbour.time), ElementsAre(pier, quay));
  EXPECT_THAT(harbour.ask(people[2], SeeMotion{id}), refused_for("motion-was-seen"));
}

TEST_F(Delivery, ToEverySeatInTimeLetsTheSilenceEndAtItsDeadline) {
  two_see();
  EXPECT_THAT(reports(people[2]), led_to<DeliveryReported>());
  EXPECT_EQ(clock().ends, deadline);
  until(deadline - std::chrono::milliseconds{1});
  EXPECT_EQ(motion().state, MotionState::open);
  until(deadline);
  EXPECT_EQ(motion().outcome, Outcome::adopted);
}

TEST_F(Delivery, ThatIsMissingStopsTheClock) {
  two_see();
  until(deadline + days{3});
  EXPECT_TRUE(clock().waits);
  EXPECT_EQ(motion().state, MotionState::open);
  EXPECT_THAT(decide(harbour.now, Command{SettleDue{harbour.time}}, harbour.host()), refused_for("nothing-is-due"));
  EXPECT_THAT(harbour.ask(harbour.secretary(), CloseMotion{id}),
              refused_for("silence-waits-for-seats", clause::release));
}

TEST_F(Delivery, ThatIsLateGivesTheSeatTheCharters72Hours) {
  two_see();
  until(deadline - hours{1});
  EXPECT_THAT(harbour.ask(people[2], SeeMotion{id}), led_to<MotionSeen>());
  const Time end = harbour.time + hours{72};
  EXPECT_EQ(clock().ends, end);
  EXPECT_FALSE(clock().waits);
  EXPECT_THAT(harbour.ask(harbour.secretary(), CloseMotion{id}), refused_for("silence-runs-until", clause::release));
  until(end - std::chrono::milliseconds{1});
  EXPECT_EQ(motion().state, MotionState::open);
  until(end);
  EXPECT_EQ(motion().outcome, Outcome::adopted);
}

TEST_F(Delivery, AfterTheDeadlineLetsTheClockRunAgain) {
  two_see();
  until(deadline + days{20});
  EXPECT_THAT(attests(tugs), led_to<DeliveryAttested>());
  EXPECT_EQ(clock().ends, harbour.time + hours{72});
  until(harbour.time + hours{72});
  EXPECT_EQ(motion().outcome, Outcome::adopted);
}

/// What came first counts: a later report does not begin the hours anew.
TEST_F(Delivery, CountsFromTheFirstTime) {
  two_see();
  harbour.ask(people[2], SeeMotion{id});
  until(deadline - hours{1});
  EXPECT_THAT(reports(people[2]), led_to<DeliveryReported>());
  EXPECT_EQ(clock().ends, deadline);
}

TEST_F(Delivery, LeavesAnObjectionItsTimeUntilItIsReallyOver) {
  two_see();
  until(deadline - hours{1});
  harbour.ask(people[2], SeeMotion{id});
  until(deadline + hours{2});
  for (const PersonId person : {people[1], people[2]})
    EXPECT_THAT(harbour.ask(person, ObjectToMotion{id, words("no")}), led_to<ObjectionRaised>());
  // Nothing more can come of it: the deadline has passed, and nobody is waited for.
  until(harbour.time + std::chrono::seconds{1});
  EXPECT_EQ(motion().outcome, Outcome::objected);
}

TEST_F(Delivery, IsNotWaitedForWhereObjectionsStopItAnyhow) {
  for (const PersonId person : {people[1], people[2]}) harbour.ask(person, ObjectToMotion{id, words("no")});
  until(deadline);
  EXPECT_EQ(motion().outcome, Outcome::objected);
}

TEST_F(Delivery, ThatNeverCameLetsTheMotionLapseAfterThirtyDays) {
  two_see();
  until(deadline + longest_wait - std::chrono::milliseconds{1});
  EXPECT_EQ(motion().state, MotionState::open);
  until(deadline + longest_wait);
  EXPECT_EQ(motion().outcome, Outcome::lapsed);
  EXPECT_EQ(motion().state, MotionState::proposed);
  EXPECT_EQ(decisions(harbour.now).registered.size(), 0u) << "there is no result to register";
  EXPECT_THAT(decisions(harbour.now).open, IsEmpty());
  EXPECT_THAT(harbour.ask(people[2], ObjectToMotion{id, words("no")}), refused_for("motion-not-open"));
  EXPECT_THAT(duties_of_kind("open-silence"), SizeIs(1));
}

TEST_F(Delivery, IsAskedAnewOfAMotionThatLapsed) {
  harbour.ask(people[1], ObjectToMotion{id, words("no")});
  until(deadline + longest_wait);
  ASSERT_EQ(motion().outcome, Outcome::lapsed);
  deadline = harbour.time + days{9};
  opens();
  EXPECT_EQ(motion().outcome, std::nullopt);
  EXPECT_THAT(unreached(harbour.now, motion(), harbour.time), SizeIs(3));
  EXPECT_THAT(motion().objections, IsEmpty()) << "who objected is asked again";
  harbour.tells_all(id);
  until(deadline);
  EXPECT_EQ(motion().outcome, Outcome::adopted);
  EXPECT_EQ(decisions(harbour.now).registered.size(), 1u);
}

TEST_F(Delivery, IsReportedNoMoreOnceItIsOver) {
  two_see();
  harbour.time = deadline + longest_wait;
  // Not settled yet: the host, whom nothing due bars, would save the motion.
  const Command late{ReportDelivery{id, people[2], words("250 2.0.0 queued")}};
  EXPECT_THAT(decide(harbour.now, late, harbour.host()), refused_for("motion-not-open", clause::release));
}

/// Nobody reads the mail of a vacant seat; the Secretary may have told the organization otherwise.
TEST_F(Delivery, ToAVacantSeatIsTheSecretarysAlone) {
  two_see();
  harbour.resigns(*membership(harbour.now).seat_of(people[2], harbour.time));
  harbour.pass(std::chrono::seconds{1});
  EXPECT_THAT(reports(people[2]), refused_for("person-is-not-asked"));
  until(deadline);
  EXPECT_TRUE(clock().waits);
  EXPECT_THAT(attests(tugs), led_to<DeliveryAttested>());
  EXPECT_FALSE(clock().waits);
}

TEST_F(Delivery, IsNotAskedOfWhoeverBecameAMemberLaterAndMayObject) {
  of<Membership>(harbour.now).organizations[harbour.organization("GULL")].status = Status::member;
  const PersonId gull = harbour.representative("GULL");
  harbour.tells_all(id);
  EXPECT_EQ(clock().ends, deadline);
  EXPECT_THAT(harbour.ask(gull, SeeMotion{id}), refused_for("seat-is-not-asked"));
  EXPECT_EQ(tasks_of_kind(gull, "silence"), 1u);
  EXPECT_THAT(harbour.ask(gull, ObjectToMotion{id, words("no")}), led_to<ObjectionRaised>());
  EXPECT_EQ(tasks_of_kind(gull, "silence"), 0u);
}

TEST_F(Delivery, IsNotWaitedForOfASeatThatLeft) {
  two_see();
  until(deadline + days{1});
  EXPECT_TRUE(clock().waits);
  of<Membership>(harbour.now).organizations[tugs].until = harbour.time;
  EXPECT_THAT(asked_at(harbour.now, motion(), harbour.time), ElementsAre(pier, quay));
  harbour.settle();
  EXPECT_EQ(motion().outcome, Outcome::adopted);
}

TEST_F(Delivery, IsAwaitedOnTheDeskUntilItWasSeen) {
  EXPECT_EQ(tasks_of_kind(people[1], "silence"), 1u);
  reports(people[1]);
  EXPECT_EQ(tasks_of_kind(people[1], "silence"), 1u) << "a mail is not read yet";
  harbour.ask(people[1], SeeMotion{id});
  EXPECT_EQ(tasks_of_kind(people[1], "silence"), 0u);
  EXPECT_THAT(duties_of_kind("silence"), SizeIs(2));
  EXPECT_EQ(duties_of_kind("silence").front().what.by, deadline);
}

/// Once the clock stands, those are urged whom it waits for; the others have until it is over.
TEST_F(Delivery, IsOwedByTheDeadlineOfWhoeverHasNotGotTheText) {
  reports(people[1]);
  until(deadline + days{1});
  std::map<OrganizationId, Time> by;
  for (const Duty& duty : duties_of_kind("silence")) by[*duty.seat] = *duty.what.by;
  EXPECT_EQ(by[tugs], deadline);
  EXPECT_EQ(by[quay], deadline + longest_wait);
}

TEST_F(Delivery, IsOwedByTheSecretaryFromADayBeforeTheDeadline) {
  until(deadline - hours{24} - std::chrono::milliseconds{1});
  EXPECT_THAT(duties_of_kind("reach-seats"), IsEmpty());
  until(deadline - hours{24});
  ASSERT_THAT(duties_of_kind("reach-seats"), SizeIs(1));
  const Duty duty = duties_of_kind("reach-seats").front();
  EXPECT_EQ(duty.owner, Owner::secretary);
  EXPECT_EQ(duty.what.by, deadline);
  EXPECT_EQ(duty.met_by, "attest-delivery");
  EXPECT_EQ(tasks_of_kind(harbour.secretary(), "reach-seats"), 1u);
  EXPECT_EQ(tasks_of_kind(people[0], "reach-seats"), 0u);
  harbour.tells_all(id);
  EXPECT_THAT(duties_of_kind("reach-seats"), IsEmpty());
}

TEST_F(Delivery, OfWhatWasAdoptedRestsOnTheHostWhereNothingElseShowsIt) {
  two_see();
  reports(people[2]);
  until(deadline);
  EXPECT_THAT(motion().on_the_hosts_word, ElementsAre(tugs));
}

/// Seen, but too late for the hours that it had: without the host's word the silence would still run.
TEST_F(Delivery, RestsOnTheHostWhereItWasSeenTooLate) {
  two_see();
  reports(people[2]);
  until(deadline - hours{72} + minutes{1});
  EXPECT_THAT(harbour.ask(people[2], SeeMotion{id}), led_to<MotionSeen>());
  until(deadline);
  EXPECT_EQ(motion().outcome, Outcome::adopted);
  EXPECT_THAT(motion().on_the_hosts_word, ElementsAre(tugs));
}

TEST_F(Delivery, RestsOnNobodysWordWhereItWasSeenInTime) {
  two_see();
  reports(people[2]);
  until(deadline - hours{72} - minutes{1});
  harbour.ask(people[2], SeeMotion{id});
  until(deadline);
  EXPECT_EQ(motion().outcome, Outcome::adopted);
  EXPECT_THAT(motion().on_the_hosts_word, IsEmpty());
}

/// Rules that change judge nothing anew: what version 2 opened ends at its deadline, and asks no seat.
TEST_F(Delivery, IsNotAskedOfWhatRulesBeforeVersionThreeOpened) {
  const MotionId old = harbour.motion(people[1], {}, Method::silence);
  harbour.pass(std::chrono::seconds{1});
  Asking then = harbour.signed_by(harbour.secretary());
  then.rules = 2;
  const Ruling opened = harbour.ask_as(then, OpenMotion{old, deadline, "Pacific/Auckland", 780});
  EXPECT_THAT(std::get<std::vector<Act>>(opened), SizeIs(1));
  EXPECT_THAT(harbour.ask(people[2], SeeMotion{old}), refused_for("motion-asks-no-seats", clause::release));
  EXPECT_EQ(tasks_of_kind(people[2], "silence"), 2u);
  until(deadline);
  EXPECT_EQ(decisions(harbour.now).motions[old].outcome, Outcome::adopted);
}

TEST_F(Delivery, GivesAsManyHoursAsTheCharterSays) {
  std::string text = testing::charter_text("tests/charters/harbour.toml");
  text.replace(text.find("objections_that_stop"), 0, "silence_floor_hours = 100\n");
  Scenario slow{Scenario::CharterText{text}};
  const auto members = slow.members(3);
  const MotionId one = slow.motion(members[1], {}, Method::silence);
  slow.ask(slow.secretary(), OpenMotion{one, slow.time + days{9}, "Pacific/Auckland", 780});
  slow.pass(days{8});
  slow.tells_all(one);
  EXPECT_EQ(clock_of(slow.now, decisions(slow.now).motions[one], slow.time).ends, slow.time + hours{100});
}

}  // namespace
}  // namespace ccop::community
