// Seats, mandates and alternates (clauses 4.1 to 4.5).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Seats, AreHeldByOnePersonAtATime) {  // clause 4.3
  Scenario ccop;
  ccop.representative("WHO");
  const PersonId second = ccop.person();
  EXPECT_THAT(
      ccop.ask({0},
               AppointRepresentative{ccop.organization("WHO"), second, ccop.time, {}, ccop.all_responsibilities()}),
      refused_for("seat-is-held", clause::main_representative));
}

TEST(Seats, PassOnAndKeepTheirHistory) {  // clause 4.2
  Scenario ccop;
  const PersonId first = ccop.representative("WHO");
  const PersonId second = ccop.person();
  EXPECT_THAT(ccop.ask({0},
                       SucceedRepresentative{
                           ccop.organization("WHO"), second, ccop.time + days{5}, {}, ccop.all_responsibilities()}),
              led_to<RepresentativeAppointed>());
  EXPECT_TRUE(membership(ccop.now).holds_member_seat(first, ccop.time));
  ccop.pass(days{5});
  EXPECT_FALSE(membership(ccop.now).holds_member_seat(first, ccop.time));
  EXPECT_TRUE(membership(ccop.now).holds_member_seat(second, ccop.time));
  EXPECT_EQ(membership(ccop.now).organizations[ccop.organization("WHO")].mandates.size(), 2u);
}

TEST(Seats, ASuccessionNeedsAHolderAndAnAppointmentNone) {
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(
      ccop.ask({0},
               SucceedRepresentative{ccop.organization("WHO"), person, ccop.time, {}, ccop.all_responsibilities()}),
      refused_for("seat-is-vacant"));
}

TEST(Mandates, BeginWithAllResponsibilitiesDeclared) {  // clause 4.5
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{ccop.organization("FAO"), person, ccop.time, {}, {0, 1, 2, 3, 4}}),
              refused_for("declare-all-responsibilities", clause::responsibilities));
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{ccop.organization("FAO"), person, ccop.time, {}, {0, 1, 2, 3, 4, 4}}),
              refused_for("declare-all-responsibilities", clause::responsibilities));
}

TEST(Mandates, AreRecordedByTheCommitteeAlone) {  // clause 5.7
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId person = ccop.person();
  EXPECT_THAT(
      ccop.ask(who,
               AppointRepresentative{ccop.organization("FAO"), person, ccop.time, {}, ccop.all_responsibilities()}),
      refused_for("only-committee-records-mandates", clause::management));
}

TEST(Mandates, OnePersonSpeaksForOneOrganization) {  // clause 4.2
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  EXPECT_THAT(
      ccop.ask({0}, AppointRepresentative{ccop.organization("FAO"), who, ccop.time, {}, ccop.all_responsibilities()}),
      refused_for("speaks-for-another", clause::membership_by_organization));
}

TEST(Alternates, VoteWhileTheMainRepresentativeIsDeclaredAbsent) {  // clause 4.3
  Scenario ccop;
  const PersonId main = ccop.representative("WHO");
  const PersonId alternate = ccop.person();
  EXPECT_THAT(ccop.ask(main, NameAlternate{alternate, ccop.time, ccop.time + days{30}}), led_to<AlternateNamed>());
  EXPECT_EQ(voting_organization(ccop.now, main, ccop.time), ccop.organization("WHO"));
  EXPECT_FALSE(voting_organization(ccop.now, alternate, ccop.time));

  ccop.ask(main, DeclareAbsence{ccop.time, ccop.time + days{3}});
  EXPECT_FALSE(voting_organization(ccop.now, main, ccop.time));  // never both
  EXPECT_EQ(voting_organization(ccop.now, alternate, ccop.time), ccop.organization("WHO"));

  ccop.pass(days{1});
  ccop.ask(main, EndAbsence{});
  EXPECT_EQ(voting_organization(ccop.now, main, ccop.time), ccop.organization("WHO"));
  EXPECT_FALSE(voting_organization(ccop.now, alternate, ccop.time));
}

TEST(Alternates, DoNotVoteWhereTheCharterSaysSo) {
  Scenario harbour{"tests/charters/harbour.toml"};
  const PersonId main = harbour.representative("PIER");
  const PersonId alternate = harbour.person();
  harbour.ask(main, NameAlternate{alternate, harbour.time, harbour.time + days{30}});
  harbour.ask(main, DeclareAbsence{harbour.time, harbour.time + days{3}});
  EXPECT_FALSE(voting_organization(harbour.now, alternate, harbour.time));
}

TEST(Alternates, AreNamedByTheMainRepresentativeAndOneAtATime) {
  Scenario ccop;
  const PersonId main = ccop.representative("WHO");
  const PersonId first = ccop.person();
  const PersonId second = ccop.person();
  EXPECT_THAT(ccop.ask({0}, NameAlternate{first, ccop.time, ccop.time + days{9}}),
              refused_for("only-main-representative-names-alternate", clause::main_representative));
  ccop.ask(main, NameAlternate{first, ccop.time, ccop.time + days{9}});
  EXPECT_THAT(ccop.ask(main, NameAlternate{second, ccop.time + days{8}, ccop.time + days{20}}),
              refused_for("one-alternate-at-a-time"));
  EXPECT_THAT(ccop.ask(main, NameAlternate{second, ccop.time + days{10}, ccop.time + days{20}}),
              led_to<AlternateNamed>());
}

AppointRepresentative appointing(const Scenario& ccop, std::string_view key, PersonId person) {
  return {ccop.organization(key), person, ccop.time, {}, ccop.all_responsibilities()};
}
SucceedRepresentative succeeding(const Scenario& ccop, std::string_view key, PersonId person, Time from) {
  return {ccop.organization(key), person, from, {}, ccop.all_responsibilities()};
}

TEST(Mandates, AreOfKnownPeopleForOrganizationsThatBelong) {  // clause 4.1
  Scenario ccop;
  const PersonId person = ccop.person();
  EXPECT_THAT(ccop.ask({0}, appointing(ccop, "WHO", {99})), refused_for("no-such-person"));
  auto elsewhere = appointing(ccop, "WHO", person);
  elsewhere.organization = {999};
  EXPECT_THAT(ccop.ask({0}, elsewhere), refused_for("no-such-organization", clause::membership_restricted));
}

TEST(Mandates, EndAfterTheyStart) {  // clause 4.2
  Scenario ccop;
  auto asked = appointing(ccop, "WHO", ccop.person());
  asked.until = asked.from;
  EXPECT_THAT(ccop.ask({0}, asked), refused_for("ends-before-it-starts", clause::membership_by_organization));
  const PersonId main = ccop.representative("FAO");
  EXPECT_THAT(ccop.ask(main, NameAlternate{ccop.person(), ccop.time + days{2}, ccop.time + days{1}}),
              refused_for("ends-before-it-starts", clause::main_representative));
  EXPECT_THAT(ccop.ask(main, DeclareAbsence{ccop.time - days{3}, ccop.time - days{2}}),
              refused_for("ends-before-it-starts", clause::main_representative));
}

TEST(Seats, PassToAnotherPersonInTheOrderOfTheDates) {  // clause 4.2
  Scenario ccop;
  const PersonId first = ccop.representative("WHO");
  const PersonId second = ccop.person();
  EXPECT_THAT(ccop.ask({0}, succeeding(ccop, "WHO", first, ccop.time)),
              refused_for("holds-the-seat-already", clause::membership_by_organization));
  ccop.pass(days{9});
  EXPECT_THAT(ccop.ask({0}, succeeding(ccop, "WHO", second, ccop.time - days{3})),
              refused_for("not-in-the-past", clause::membership_by_organization));
  ccop.ask({0}, succeeding(ccop, "WHO", second, ccop.time + days{9}));
  EXPECT_THAT(ccop.ask({0}, succeeding(ccop, "WHO", ccop.person(), ccop.time + days{3})),
              refused_for("a-later-mandate-exists", clause::main_representative));
}

TEST(Mandates, AreEndedByTheCommitteeOrTheirHolderOnce) {  // clause 5.7
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId fao = ccop.representative("FAO");
  EXPECT_THAT(ccop.ask(fao, EndMandate{{0}}), refused_for("only-committee-ends-mandates", clause::management));
  EXPECT_THAT(ccop.ask(who, EndMandate{{0}}), led_to<MandateEnded>());
  EXPECT_THAT(ccop.ask({0}, EndMandate{{0}}), refused_for("mandate-is-over", clause::membership_by_organization));
  EXPECT_THAT(ccop.ask({0}, EndMandate{{9}}), refused_for("no-such-mandate"));
}

TEST(Alternates, SpeakForNobodyElse) {  // clause 4.2
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId fao = ccop.representative("FAO");
  EXPECT_THAT(ccop.ask(who, NameAlternate{fao, ccop.time, ccop.time + days{9}}),
              refused_for("speaks-already", clause::membership_by_organization));
  EXPECT_THAT(ccop.ask(who, NameAlternate{{99}, ccop.time, ccop.time + days{9}}), refused_for("no-such-person"));
}

TEST(Absences, AreTheMainRepresentativesToDeclareAndEnd) {  // clause 4.3
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  EXPECT_THAT(ccop.ask({0}, DeclareAbsence{ccop.time, ccop.time + days{1}}),
              refused_for("only-main-representative-is-absent", clause::main_representative));
  EXPECT_THAT(ccop.ask({0}, EndAbsence{}), refused_for("only-main-representative-is-absent"));
  EXPECT_THAT(ccop.ask(who, EndAbsence{}), refused_for("no-absence-declared", clause::main_representative));
}

}  // namespace
}  // namespace ccop::community
