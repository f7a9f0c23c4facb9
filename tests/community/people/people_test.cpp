// Registering people, enrolling their passkeys, and recovering them.
#include "community/duties.hpp"
#include "community/scenario.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

using namespace testing;

constexpr auto kind_of_duty = [](const Duty& duty) { return duty.what.kind; };

TEST(Enrolment, TakesTheLinkOnceAndBeforeItExpires) {
  Scenario ccop;
  const PersonId person = ccop.person();
  ccop.ask({0}, OfferEnrolment{person, token("link"), ccop.time + days{2}});
  const EnrolPasskey enrol{person, {1, 2}, -7, {3, 4}, "localhost", words("label")};
  Asking bearer = ccop.bearer_of("another link");
  EXPECT_THAT(ccop.ask_as(bearer, enrol), refused_for("link-not-valid"));
  bearer.key = token("link");
  bearer.at = ccop.time + days{3};
  EXPECT_THAT(decide(ccop.now, Command{enrol}, bearer), refused_for("link-not-valid"));
  bearer.at = ccop.time;
  EXPECT_THAT(ccop.ask_as(bearer, enrol), led_to<PasskeyEnrolled>());
  EXPECT_THAT(ccop.ask_as(bearer, enrol), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask({0}, OfferEnrolment{person, token("again"), ccop.time + days{2}}),
              refused_for("already-enrolled"));
}

/// Members of whom the first is co-Chair, and a further one who lost all passkeys.
struct WithALoss : Scenario {
  WithALoss() {
    ask({0}, OfferEnrolment{loser, token("link"), time + days{2}});
    ask_as(bearer_of("link"), EnrolPasskey{loser, {1}, -7, {3}, "localhost", words("label")});
  }
  std::vector<PersonId> people = members(2);
  PersonId co_chair = people[0];
  PersonId loser = people[1];
  EnrolPasskey fresh{loser, {2}, -7, {4}, "localhost", words("label")};
};

/// Who confirmed first waits for the other, on whose desk it stands.
TEST(Recovery, AwaitsTheSecondOfTheTwo) {
  WithALoss ccop;
  const auto awaits = [&](PersonId person) {
    return std::ranges::count(tasks(ccop.now, person, ccop.time), "confirm-recovery", &Task::kind);
  };
  const auto owed = [&] { return std::ranges::count(duties(ccop.now, ccop.time), "confirm-recovery", kind_of_duty); };
  EXPECT_EQ(awaits(ccop.co_chair), 0);
  EXPECT_EQ(owed(), 0);
  ccop.ask({0}, ConfirmRecovery{ccop.loser, token("new")});
  EXPECT_EQ(awaits({0}), 0);
  EXPECT_EQ(awaits(ccop.co_chair), 1);
  EXPECT_EQ(owed(), 1);
  ccop.ask(ccop.co_chair, ConfirmRecovery{ccop.loser, token("new")});
  EXPECT_EQ(awaits(ccop.co_chair), 0);
  EXPECT_EQ(owed(), 0);
}

TEST(Recovery, IsConfirmedBySecretaryAndCoChairTogetherAndReplacesTheLostPasskeys) {
  WithALoss ccop;
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("new"), ccop.fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask(ccop.loser, ConfirmRecovery{ccop.loser, token("new")}), refused_for("not-for-oneself"));
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{ccop.loser, token("new")}), led_to<RecoveryConfirmed>());
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{ccop.loser, token("new")}), refused_for("already-confirmed"));
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("new"), ccop.fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask(ccop.co_chair, ConfirmRecovery{ccop.loser, token("new")}), led_to<RecoveryConfirmed>());
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("new"), ccop.fresh), led_to<PasskeyEnrolled>());
  ASSERT_EQ(community::people(ccop.now).all[ccop.loser].passkeys.size(), 1u);
  EXPECT_EQ(community::people(ccop.now).all[ccop.loser].passkeys[0].credential, Bytes{2});
}

/// Whoever asks again, or a host that changes what was asked, gets no confirmation that was given to another link.
TEST(Recovery, IsConfirmedForOneLinkByBoth) {
  WithALoss ccop;
  ccop.ask({0}, ConfirmRecovery{ccop.loser, token("the loser's")});
  EXPECT_THAT(ccop.ask(ccop.co_chair, ConfirmRecovery{ccop.loser, token("an impostor's")}),
              refused_for("another-recovery-is-pending", clause::management));
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("an impostor's"), ccop.fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask(ccop.co_chair, ConfirmRecovery{ccop.loser, token("the loser's")}), led_to<RecoveryConfirmed>());
}

TEST(Recovery, LapsesAfterThreeDaysAndBeginsAnewWithAnotherLink) {
  WithALoss ccop;
  ccop.ask({0}, ConfirmRecovery{ccop.loser, token("first")});
  ccop.pass(hours{72});
  EXPECT_THAT(ccop.ask(ccop.co_chair, ConfirmRecovery{ccop.loser, token("second")}), led_to<RecoveryConfirmed>());
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("second"), ccop.fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{ccop.loser, token("second")}), led_to<RecoveryConfirmed>());
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("second"), ccop.fresh), led_to<PasskeyEnrolled>());
}

TEST(Recovery, EndsTheKeysOfBrowsersThatMayBeLostToo) {
  WithALoss ccop;
  ccop.ask_as(ccop.by_session(ccop.loser, "lost laptop"), CorrectPerson{ccop.loser, words("x")});
  for (const PersonId by : {PersonId{0}, ccop.co_chair}) ccop.ask(by, ConfirmRecovery{ccop.loser, token("new")});
  ccop.ask_as(ccop.bearer_of("new"), ccop.fresh);
  ccop.pass(minutes{1});
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session(ccop.loser, "lost laptop"), CorrectPerson{ccop.loser, words("y")}),
              refused_for("session-key-is-over"));
}

TEST(ASessionKey, EntersTheRecordWithTheFirstActThatItSigns) {
  Scenario ccop;
  EXPECT_THAT(ccop.ask_as(ccop.by_session({0}), RegisterPerson{words("x")}), led_to<SessionKeyBegun>());
  ccop.pass(minutes{1});
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session({0}), RegisterPerson{words("y")}), led_to<PersonRegistered>());
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session({0}, "another browser"), RegisterPerson{words("z")}),
              refused_for("session-key-is-over"));
}

TEST(ASessionKey, SignsNoFormalAct) {
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(ccop.ask_as(ccop.by_session({0}), AppointSecretary{person, ccop.time}), refused_for("signature-needed"));
}

TEST(ASessionKey, LastsAWeekAtMostAndNotBeyondItsEnd) {
  Scenario ccop;
  Asking asking = ccop.by_session({0});
  asking.begins->end += std::chrono::milliseconds{1};
  EXPECT_THAT(ccop.ask_as(asking, RegisterPerson{words("x")}), refused_for("session-key-is-over"));
  asking.begins->end = ccop.time;
  EXPECT_THAT(ccop.ask_as(asking, RegisterPerson{words("x")}), refused_for("session-key-is-over"));
  EXPECT_THAT(ccop.ask_as(ccop.by_session({0}), RegisterPerson{words("x")}), led_to<PersonRegistered>());
  ccop.pass(days{7});
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session({0}), RegisterPerson{words("y")}), refused_for("session-key-is-over"));
}

TEST(ASessionKey, IsTheOneThatThePasskeySigned) {
  Scenario ccop;
  Asking asking = ccop.by_session({0});
  asking.key = token("another key");
  EXPECT_THAT(ccop.ask_as(asking, RegisterPerson{words("x")}), refused_for("session-key-is-over"));
}

TEST(ASessionKey, EndsWithTheSeatThatItsPersonHeld) {
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  EXPECT_THAT(ccop.ask_as(ccop.by_session(who), RegisterPerson{words("x")}), led_to<PersonRegistered>());
  const MandateId seat = membership(ccop.now).seat_of(who, ccop.time).value();
  ccop.ask({0}, EndMandate{seat});
  ccop.pass(minutes{1});
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session(who), CorrectPerson{who, words("y")}),
              refused_for("session-key-is-over"));
}

TEST(ASessionKey, IsEndedByItsOwnPersonWhoSignsOut) {
  Scenario ccop;
  ccop.ask_as(ccop.by_session({0}), RegisterPerson{words("x")});
  const PersonId other = ccop.representative("WHO");
  EXPECT_THAT(ccop.ask(other, EndSessionKey{token("browser")}), refused_for("no-such-session-key"));
  ccop.pass(minutes{1});
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session({0}), EndSessionKey{token("browser")}), led_to<SessionKeyEnded>());
  ccop.pass(minutes{1});
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session({0}), RegisterPerson{words("y")}), refused_for("session-key-is-over"));
  // Nor does the host bring it back with what the passkey signed at the sign-in.
  EXPECT_THAT(ccop.ask_as(ccop.by_session({0}), RegisterPerson{words("y")}), refused_for("session-key-is-over"));
}

TEST(ASessionKey, EndsWithThePasskeyThatSignedIt) {
  Scenario ccop;
  const PersonId person = ccop.person();
  ccop.ask({0}, OfferEnrolment{person, token("link"), ccop.time + days{2}});
  ccop.ask_as(ccop.bearer_of("link"), EnrolPasskey{person, {1}, -7, {3}, "localhost", words("label")});
  ccop.ask(person, EnrolPasskey{person, {2}, -7, {3}, "localhost", words("label")});
  ccop.pass(minutes{1});
  ccop.ask_as(ccop.by_session(person), CorrectPerson{person, words("x")});
  ccop.ask(person, RemovePasskey{{1}});
  ccop.pass(minutes{1});
  EXPECT_THAT(ccop.ask_as(ccop.by_known_session(person), CorrectPerson{person, words("y")}),
              refused_for("session-key-is-over"));
}

TEST(People, AreRegisteredByTheCommitteeOrByWhoeverHoldsASeat) {  // clause 5.7
  Scenario ccop;
  const PersonId nobody = ccop.person();
  EXPECT_THAT(ccop.ask(nobody, RegisterPerson{words("x")}),
              refused_for("only-committee-or-representatives-register", clause::management));
  EXPECT_THAT(ccop.ask(ccop.representative("WHO"), RegisterPerson{words("x")}), led_to<PersonRegistered>());
}

TEST(People, AreCorrectedByThemselvesOrTheCommittee) {
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(ccop.ask(ccop.person(), CorrectPerson{person, words("x")}),
              refused_for("only-committee-or-self-corrects", clause::management));
  EXPECT_THAT(ccop.ask(person, CorrectPerson{person, words("my name")}), led_to<PersonCorrected>());
  EXPECT_THAT(ccop.ask({0}, CorrectPerson{person, words("their name")}), led_to<PersonCorrected>());
  EXPECT_THAT(ccop.ask({0}, CorrectPerson{{99}, words("x")}), refused_for("no-such-person"));
}

TEST(Enrolment, IsOfferedByTheCommitteeForAMonthAtMost) {
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(ccop.ask(person, OfferEnrolment{person, token("link"), ccop.time + days{2}}),
              refused_for("only-committee-enrols", clause::management));
  EXPECT_THAT(ccop.ask({0}, OfferEnrolment{person, token("link"), ccop.time + days{31}}),
              refused_for("link-lasts-at-most"));
  EXPECT_THAT(ccop.ask({0}, OfferEnrolment{{99}, token("link"), ccop.time + days{2}}), refused_for("no-such-person"));
}

/// A person with one passkey, whose credential is the byte 1.
struct WithPasskey : Scenario {
  WithPasskey() {
    ask({0}, OfferEnrolment{owner, token("link"), time + days{2}});
    EXPECT_THAT(ask_as(bearer_of("link"), enrolling(1)), led_to<PasskeyEnrolled>());
  }
  EnrolPasskey enrolling(std::uint8_t credential) const {
    return {owner, {credential}, -7, {3}, "localhost", words("label")};
  }
  PersonId owner = person();
};

TEST(Passkeys, AreAddedByTheirOwnerUpToTen) {
  WithPasskey ccop;
  EXPECT_THAT(ccop.ask({0}, ccop.enrolling(2)), refused_for("only-own-passkeys"));
  EXPECT_THAT(ccop.ask(ccop.owner, ccop.enrolling(1)), refused_for("passkey-already-enrolled"));
  auto empty = ccop.enrolling(2);
  empty.credential.clear();
  EXPECT_THAT(ccop.ask(ccop.owner, empty), refused_for("passkey-not-usable"));
  for (std::uint8_t next = 2; next <= 10; ++next)
    EXPECT_THAT(ccop.ask(ccop.owner, ccop.enrolling(next)), led_to<PasskeyEnrolled>());
  EXPECT_THAT(ccop.ask(ccop.owner, ccop.enrolling(11)), refused_for("too-many-passkeys"));
}

TEST(Passkeys, AreRemovedButForTheLast) {
  WithPasskey ccop;
  EXPECT_THAT(ccop.ask(ccop.owner, RemovePasskey{{1}}), refused_for("last-passkey"));
  ccop.ask(ccop.owner, ccop.enrolling(2));
  EXPECT_THAT(ccop.ask(ccop.owner, RemovePasskey{{3}}), refused_for("no-such-passkey"));
  EXPECT_THAT(ccop.ask(ccop.owner, RemovePasskey{{1}}), led_to<PasskeyRemoved>());
  EXPECT_THAT(ccop.ask(ccop.secretary(), RemovePasskey{{1}}), refused_for("no-such-passkey"));
}

TEST(Recovery, IsConfirmedByNobodyElseAndForNobodyWithoutAPasskey) {
  WithPasskey ccop;
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{ccop.person(), token("r")}), refused_for("nothing-to-recover"));
  EXPECT_THAT(ccop.ask(ccop.representative("WHO"), ConfirmRecovery{ccop.owner, token("r")}),
              refused_for("secretary-and-co-chair-confirm", clause::management));
}

}  // namespace
}  // namespace ccop::community
