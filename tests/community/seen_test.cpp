// What is signed as seen: whoever decides on something that has a text signs the text, and not only its number.
#include "community/elections/symposium.hpp"
#include "community/scenario.hpp"

#include <functional>
#include <set>

namespace ccop::community {
namespace {

using namespace testing;

constexpr auto refused_as_read = [] { return refused_for("reads-otherwise", clause::the_record); };
const Wording somebody_elses_text{{words("another text")}, {}};

TEST(WhatWasSeen, IsTheStatementTheCommentsAndTheNameOfAnObserver) {  // clause 4.6
  Scenario ccop;
  const auto people = ccop.members(2);
  ccop.ask({0}, ProposeObserver{"OAS", "Organization of American States", words("why")});
  ccop.ask(people[1], CommentOnObserver{{0}, words("welcome")});
  ccop.pass(days{14});
  const std::vector clear{in_clear("OAS"), in_clear("Organization of American States")};
  const Wording without_comment{{words("why")}, clear};
  const Wording other_name{{words("why"), words("welcome")}, {clear[0], in_clear("Another Organization")}};
  for (const Wording& seen : {somebody_elses_text, without_comment, other_name})
    EXPECT_THAT(ccop.ask({0}, DecideOnObserver{{0}, true, seen}), refused_as_read());
  EXPECT_THAT(ccop.ask({0}, DecideOnObserver{{0}, true, {{words("why"), words("welcome")}, clear}}),
              led_to<ObserverOpinionGiven>());
}

TEST(WhatWasSeen, IsTheProfileOfWhoeverIsInvitedAndTheMeeting) {  // clause 4.4
  Scenario ccop;
  const auto people = ccop.members(2);
  const MeetingId meeting = ccop.meeting();
  ccop.session(meeting, SessionKind::open);
  ccop.ask({0}, PublishMeeting{meeting});
  const PersonId guest = ccop.person();
  ccop.ask(people[1], InviteRepresentative{meeting, guest});
  const Wording seen = together(wording_of(ccop.now, guest), wording_of(ccop.now, meeting));
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{{0}, somebody_elses_text}), refused_as_read());
  EXPECT_THAT(ccop.ask(people[0], RefuseInvitation{{0}, words("full"), somebody_elses_text}), refused_as_read());
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{{0}, seen}), refused_as_read());  // and whose invitation it is
  const auto organization = *membership(ccop.now).own_organization(people[1], ccop.time);
  EXPECT_THAT(ccop.ask(people[0], ClearInvitation{{0}, together(seen, wording_of(ccop.now, organization))}),
              led_to<InvitationCleared>());
}

TEST(WhatWasSeen, IsTheProfileOfWhoeverIsNamed) {  // clauses 3.1, 3.3, 3.7, 4.2, 4.3
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId person = ccop.person();
  const auto who = ccop.organization("WHO");
  const auto all = ccop.all_responsibilities();
  EXPECT_THAT(ccop.ask({0}, AppointRepresentative{who, person, ccop.time, {}, all, somebody_elses_text}),
              refused_as_read());
  EXPECT_THAT(ccop.ask({0}, SucceedRepresentative{{1}, person, ccop.time, {}, all, somebody_elses_text}),
              refused_as_read());
  EXPECT_THAT(ccop.ask(people[1], NameAlternate{person, ccop.time, ccop.time + days{1}, somebody_elses_text}),
              refused_as_read());
  EXPECT_THAT(ccop.ask(people[1], EndMandate{{1}, somebody_elses_text}), refused_as_read());
  EXPECT_THAT(ccop.ask({0}, AppointSecretary{person, ccop.time, somebody_elses_text}), refused_as_read());
  EXPECT_THAT(ccop.ask({0}, SeatFoundingCoChair{1, people[1], ccop.time + days{9}, somebody_elses_text}),
              refused_as_read());
  EXPECT_THAT(ccop.ask({0}, OfferEnrolment{person, token("link"), ccop.time + days{1}, somebody_elses_text}),
              refused_as_read());
}

/// Whoever takes a seat over is not all: who loses it was seen, too.
TEST(WhatWasSeen, IsTheProfileOfWhoeverLosesTheSeat) {
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId person = ccop.person();
  const Wording only_the_new_one = together(wording_of(ccop.now, person), wording_of(ccop.now, OrganizationId{1}));
  EXPECT_THAT(
      ccop.ask({0}, SucceedRepresentative{{1}, person, ccop.time, {}, ccop.all_responsibilities(), only_the_new_one}),
      refused_as_read());
}

TEST(WhatWasSeen, IsTheProfileOfWhoeverLostTheirPasskeys) {
  Scenario ccop;
  const auto people = ccop.members(2);
  ccop.ask({0}, OfferEnrolment{people[1], token("link"), ccop.time + days{1}});
  ccop.ask_as(ccop.bearer_of("link"), EnrolPasskey{people[1], {1}, -7, {1}, "localhost", words("label")});
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{people[1], token("again"), somebody_elses_text}), refused_as_read());
  EXPECT_THAT(ccop.ask({0}, ConfirmRecovery{people[1], token("again"), wording_of(ccop.now, people[1])}),
              led_to<RecoveryConfirmed>());
}

class WhatWasSeenOfAnElection : public AnElectionOfCoChairs {
 protected:
  /// Whoever asks must have seen the profile of `right`, no other beside or instead of it, and nothing in clear.
  void is_the_profile_alone_of(PersonId right, PersonId asker, const std::function<Command(const Wording&)>& asked) {
    const Wording seen = wording_of(story.now, right);
    const Wording another = wording_of(story.now, story.secretary());
    ASSERT_NE(seen, another);
    for (const Wording& lie : {another, together(seen, another), Wording{seen.texts, {in_clear("FAO")}}})
      EXPECT_THAT(story.ask(asker, asked(lie)), refused_as_read());
    EXPECT_THAT(story.ask(asker, asked(seen)), allowed());
  }
};

TEST_F(WhatWasSeenOfAnElection, IsTheProfileOfTheNominee) {  // clause 3.2
  publish();
  const ElectionId id = call();
  is_the_profile_alone_of(people[1], people[0], [&](const Wording& seen) {
    return NominateCandidate{id, people[1], seen};
  });
}

TEST_F(WhatWasSeenOfAnElection, IsTheProfileOfTheTrusteeWhoGivesWay) {  // clause 3.5
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_THAT(story.ask(story.secretary(), NameElectionOfficers{id}), allowed());
  const PersonId absent = election(id).trustees[2].person;
  const ReplaceTrustee replace{id, 3, words("ill"), wording_of(story.now, absent)};
  is_the_profile_alone_of(absent, story.secretary(), [&](const Wording& seen) {
    return ReplaceTrustee{id, 3, words("ill"), seen};
  });
  EXPECT_THAT(story.ask(story.secretary(), replace), refused_as_read()) << "another has the number now";
}

TEST_F(WhatWasSeenOfAnElection, IsTheProfileOfWhoeverIsLeftOutOfTheDrawing) {  // clause 3.5
  const ElectionId first = whole({0, 1}, {0, 4, 4});
  story.ask(story.secretary(), CallRunOff{first, session});
  const ElectionId id{1};
  open(id);
  close(id, 8);
  declare(id, {0, 4, 4});
  story.pass(days{1});
  is_the_profile_alone_of(people[0], story.secretary(), [&](const Wording& seen) {
    return ForfeitLot{id, people[0], seen};
  });
}

/// The list of docs/record.md: a command that decides on a text and is not in it would be missed there.
TEST(WhatWasSeen, IsSignedInTheseCommandsAndNoOthers) {
  std::set<std::string> bound;
  for_each_type(Together<Chapters>::Commands{}, [&]<class C>(std::type_identity<C>) {
    if constexpr (HasSeen<C>) bound.emplace(wire_name<C>());
  });
  EXPECT_EQ(bound, (std::set<std::string>{"withdraw-motion",
                                          "open-motion",
                                          "see-motion",
                                          "call-secret-ballot",
                                          "cast-vote",
                                          "change-vote",
                                          "object-to-motion",
                                          "withdraw-objection",
                                          "put-motion-to-vote",
                                          "decide-on-observer",
                                          "appoint-representative",
                                          "succeed-representative",
                                          "confirm-seat-change",
                                          "end-mandate",
                                          "name-alternate",
                                          "appoint-secretary",
                                          "seat-founding-co-chair",
                                          "offer-enrolment",
                                          "confirm-recovery",
                                          "clear-invitation",
                                          "refuse-invitation",
                                          "appoint-symposium-committee",
                                          "renew-guest-link",
                                          "revoke-guest",
                                          "nominate-candidate",
                                          "replace-trustee",
                                          "forfeit-lot",
                                          "review-priority",
                                          "take-stance",
                                          "extend-priority",
                                          "end-priority",
                                          "join-group",
                                          "remove-from-group",
                                          "volunteer-as-lead",
                                          "found-group",
                                          "step-back-as-lead",
                                          "appoint-lead",
                                          "declare-inability",
                                          "conclude-group",
                                          "end-group",
                                          "extend-group",
                                          "report-status"}));
}

/// Who may not ask at all is told so, and not that they read something else.
TEST(WhatWasSeen, IsAskedOnlyOfWhoeverMayAsk) {
  Scenario ccop;
  const auto people = ccop.members(2);
  EXPECT_THAT(ccop.ask(people[1], AppointSecretary{people[1], ccop.time, somebody_elses_text}),
              refused_for("only-committee-records-secretary"));
}

}  // namespace
}  // namespace ccop::community
