// Registering people, enrolling their passkeys, and recovering them.
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Enrolment, TakesTheLinkOnceAndBeforeItExpires) {
  Scenario ccop;
  const PersonId person = ccop.person();
  ccop.ask({0}, OfferEnrolment{person, token("link"), ccop.time + days{2}});
  const EnrolPasskey enrol{person, {1, 2}, -7, {3, 4}, "localhost", words("label")};
  Asking bearer = ccop.bearer_of("another link");
  EXPECT_THAT(ccop.ask_as(bearer, enrol), refused_for("link-not-valid"));
  bearer.token_hash = token("link");
  bearer.at = ccop.time + days{3};
  EXPECT_THAT(decide(ccop.now, Command{enrol}, bearer), refused_for("link-not-valid"));
  bearer.at = ccop.time;
  EXPECT_THAT(ccop.ask_as(bearer, enrol), led_to<PasskeyEnrolled>());
  EXPECT_THAT(ccop.ask_as(bearer, enrol), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask({0}, OfferEnrolment{person, token("again"), ccop.time + days{2}}),
              refused_for("already-enrolled"));
}

TEST(Recovery, IsConfirmedBySecretaryAndCoChairTogetherAndReplacesTheLostPasskeys) {
  Scenario ccop;
  const auto people = ccop.members(2);
  ccop.ask({0}, OfferEnrolment{people[1], token("link"), ccop.time + days{2}});
  Asking bearer = ccop.bearer_of("link");
  ccop.ask_as(bearer, EnrolPasskey{people[1], {1}, -7, {3}, "localhost", words("label")});

  bearer.token_hash = token("recovery");
  EXPECT_THAT(ccop.ask_as(bearer, AskRecovery{people[1]}), led_to<RecoveryAsked>());
  const EnrolPasskey fresh{people[1], {2}, -7, {4}, "localhost", words("label")};
  EXPECT_THAT(ccop.ask_as(bearer, fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask(people[1], ConfirmRecovery{people[1]}), refused_for("not-for-oneself"));
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{people[1]}), led_to<RecoveryConfirmed>());
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{people[1]}), refused_for("already-confirmed"));
  bearer.at = ccop.time;
  EXPECT_THAT(ccop.ask_as(bearer, fresh), refused_for("link-not-valid"));
  EXPECT_THAT(ccop.ask(people[0], ConfirmRecovery{people[1]}), led_to<RecoveryConfirmed>());
  bearer.at = ccop.time;
  EXPECT_THAT(ccop.ask_as(bearer, fresh), led_to<PasskeyEnrolled>());
  ASSERT_EQ(community::people(ccop.now).all[people[1]].passkeys.size(), 1u);
  EXPECT_EQ(community::people(ccop.now).all[people[1]].passkeys[0].credential, Bytes{2});
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

TEST(Recovery, IsAskedByWhoeverHasALinkAndOncePerHour) {
  WithPasskey ccop;
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("r"), AskRecovery{ccop.person()}), refused_for("nothing-to-recover"));
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("r"), AskRecovery{ccop.owner}), led_to<RecoveryAsked>());
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("s"), AskRecovery{ccop.owner}), refused_for("recovery-just-asked"));
  ccop.pass(hours{1});
  EXPECT_THAT(ccop.ask_as(ccop.bearer_of("s"), AskRecovery{ccop.owner}), led_to<RecoveryAsked>());
}

TEST(Recovery, IsConfirmedByNobodyElse) {
  WithPasskey ccop;
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{ccop.owner}), refused_for("no-recovery-asked"));
  ccop.ask_as(ccop.bearer_of("r"), AskRecovery{ccop.owner});
  EXPECT_THAT(ccop.ask(ccop.representative("WHO"), ConfirmRecovery{ccop.owner}),
              refused_for("secretary-and-co-chair-confirm", clause::management));
}

}  // namespace
}  // namespace ccop::community
