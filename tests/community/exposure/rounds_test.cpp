// Rounds: who calls them, when they are asked, who answers, and what is never opened (clause 2.2).
#include "community/duties.hpp"
#include "community/exposure/an_assessment.hpp"
#include "community/record/state.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;

TEST_F(AnAssessment, Clause2_2_IsCalledByTheManagementCommittee) {
  const QuestionSetId events = adopted(of_events());
  EXPECT_THAT(story.ask(people[1], call_of({{events, {}}})), refused_for("only-committee-calls-rounds"));
  const RoundId id = called(call_of({{events, {}}}));
  EXPECT_EQ(ballot(id).round->round, id);
  EXPECT_EQ(ballot(id).stage, ElectionStage::preparation);
  EXPECT_FALSE(ballot(id).session);
}

TEST_F(AnAssessment, AsksOneToSixSetsEachOnce) {
  const QuestionSetId state = adopted(of_a_state());
  EXPECT_THAT(story.ask(story.secretary(), call_of({})), refused_for("questions-are-needed"));
  EXPECT_THAT(story.ask(story.secretary(), call_of(std::vector<AskedPart>(7, {state, 1}))),
              refused_for("questions-are-needed"));
  EXPECT_THAT(story.ask(story.secretary(), call_of({{QuestionSetId{9}, {}}})), refused_for("no-such-question-set"));
  for (const AskedPart& wrong : {AskedPart{state, 0}, AskedPart{state, 5}})
    EXPECT_THAT(story.ask(story.secretary(), call_of({wrong})), refused_for("no-such-part"));
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, 1}, {state, 1}})), refused_for("no-such-part"));
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, {}}, {state, 2}})), refused_for("no-such-part"));
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, 1}, {state, 2}})), allowed());
}

TEST_F(AnAssessment, IsOpenForAWeekAtLeastAndAheadOfNow) {
  CallRound call = call_of({{adopted(of_events()), {}}});
  call.closes = call.opens + days{7} - hours{1};
  EXPECT_THAT(story.ask(story.secretary(), call), refused_for("round-is-open-for"));
  call.closes = call.opens + days{61};
  EXPECT_THAT(story.ask(story.secretary(), call), refused_for("round-is-open-for"));
  call.opens = story.time;
  EXPECT_THAT(story.ask(story.secretary(), call), refused_for("round-is-asked-within"));
  call.opens = story.time + days{1};
  call.closes = call.opens + days{7};
  EXPECT_THAT(story.ask(story.secretary(), call), allowed());
}

TEST_F(AnAssessment, AsksAStateOnceAYearAndEventsEachQuarter) {
  const QuestionSetId state = adopted(of_a_state());
  const QuestionSetId events = adopted(of_events());
  hold(called(call_of({{state, 1}, {events, {}}})), all_but({}));
  const Time opened = ballot(RoundId{0}).round->opens;
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, 1}})), refused_for("asked-too-soon"));
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, {}}})), refused_for("asked-too-soon")) << "it has part 1";
  EXPECT_THAT(story.ask(story.secretary(), call_of({{events, {}}})), refused_for("asked-too-soon"));
  story.time = opened + days{60};
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, 2}, {events, {}}})), allowed());
  story.time = opened + days{270} - days{2};
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, 1}})), refused_for("asked-too-soon"));
  story.time = opened + days{270};
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, 1}})), allowed());
}

TEST_F(AnAssessment, MayAskAgainWhatWasNotOpened) {
  const QuestionSetId state = adopted(of_a_state());
  hold(called(call_of({{state, 1}})), {0, 1, 2});
  EXPECT_EQ(ballot(RoundId{0}).outcome, ElectionOutcome::too_few);
  EXPECT_THAT(story.ask(story.secretary(), call_of({{state, 1}})), allowed());
}

TEST_F(AnAssessment, OpensAndClosesAtItsTimes) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  register_keys();
  EXPECT_THAT(story.ask(story.secretary(), PrepareRound{id, words("setup")}), refused_for("round-has-no-keys"));
  make_keys(id);
  EXPECT_THAT(story.ask(people[1], PrepareRound{id, words("setup")}), refused_for("only-committee-calls-rounds"));
  EXPECT_THAT(story.ask(story.secretary(), PrepareRound{RoundId{7}, words("setup")}), refused_for("no-such-round"));
  prepare(id);
  EXPECT_THAT(story.ask(story.secretary(), PrepareRound{id, words("setup")}), refused_for("round-is-prepared"));
  EXPECT_THAT(answer(id, 1), refused_for("voting-is-not-open"));
  const OpenElection opening{round(id).election, {}, {}, words("setup")};
  EXPECT_THAT(story.ask(story.secretary(), opening), refused_for("round-goes-by-its-dates"));
  story.time = ballot(id).round->opens;
  EXPECT_THAT(answer(id, 1), allowed());
  EXPECT_EQ(ballot(id).roll.size(), seats) << "Members and Observers";
  EXPECT_THAT(story.ask(story.secretary(), CloseElection{round(id).election}), refused_for("round-goes-by-its-dates"));
  for (std::size_t i = 2; i < 12; ++i) EXPECT_THAT(answer(id, i), allowed());
  story.time = ballot(id).round->closes;
  EXPECT_THAT(answer(id, seats - 1), refused_for("voting-is-not-open"));
  EXPECT_EQ(ballot(id).stage, ElectionStage::closed);
  EXPECT_THAT(story.ask(story.secretary(), CarryOverCount{round(id).election}), refused_for("round-goes-by-its-dates"));
}

TEST_F(AnAssessment, IsAnsweredForEverySeatByWhoeverSpeaksForIt) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  open(id);
  EXPECT_THAT(answer(id, seats - 1), allowed()) << "an Observer";
  EXPECT_THAT(answer(id, seats - 1, "second"), allowed()) << "and again, until it closes";
  EXPECT_EQ(ballot(id).voters(), 1u);
  const PersonId stranger = story.person();
  EXPECT_THAT(story.ask(stranger, CastBallot{round(id).election, "c", "t", words("b")}),
              refused_for("only-seats-answer"));
}

TEST_F(AnAssessment, LeavesOutSeatsWithoutAKeyAndOpensOnlyForEnough) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  prepare(id);
  register_keys(9);
  story.time = ballot(id).round->opens;
  story.settle();
  EXPECT_EQ(ballot(id).stage, ElectionStage::preparation) << "nine of ten";
  register_keys(10);
  story.settle();
  ASSERT_EQ(ballot(id).stage, ElectionStage::voting);
  EXPECT_EQ(ballot(id).roll.size(), 10u);
  EXPECT_THAT(answer(id, 12), refused_for("not-on-the-roll"));
}

TEST_F(AnAssessment, OpensWithNoBallotForKeysThatWereDiscardedSince) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  prepare(id);
  register_keys();
  EXPECT_THAT(story.ask(story.secretary(), RemakeKeys{round(id).election, words("two devices are lost")}), allowed());
  EXPECT_THAT(story.ask(story.secretary(), PrepareRound{id, words("setup")}), refused_for("round-has-no-keys"));
  story.time = ballot(id).round->opens;
  story.settle();
  EXPECT_EQ(ballot(id).stage, ElectionStage::preparation) << "its ballot is encrypted to keys that are gone";
  for (std::uint32_t step = 1; step <= key_rounds; ++step)
    for (const ElectionTrustee& trustee : std::vector{ballot(id).trustees})
      EXPECT_THAT(story.ask(trustee.person, PostKeyMessage{round(id).election, step, words("anew")}), allowed());
  story.settle();
  EXPECT_EQ(ballot(id).stage, ElectionStage::preparation) << "nobody has signed a ballot for the new keys";
  EXPECT_THAT(story.ask(story.secretary(), PrepareRound{id, words("setup for the new keys")}), allowed());
  story.settle();
  EXPECT_EQ(ballot(id).stage, ElectionStage::voting);
}

TEST_F(AnAssessment, ThatNeverOpenedIsOverAtItsClose) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  close(id);
  EXPECT_EQ(ballot(id).stage, ElectionStage::decided);
  EXPECT_EQ(ballot(id).outcome, ElectionOutcome::too_few);
}

TEST_F(AnAssessment, OfFewerAnswersThanTheCharterSaysIsNeverOpened) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  hold(id, first(9));
  EXPECT_EQ(ballot(id).outcome, ElectionOutcome::too_few) << "nine of ten";
  EXPECT_THAT(story.ask(ballot(id).trustee(1)->person, PostDecryption{round(id).election, "t", words("f"), words("p")}),
              refused_for("voting-is-not-closed"));
}

TEST_F(AnAssessment, OfTenAnswersIsOpened) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  hold(id, first(10));
  EXPECT_EQ(ballot(id).outcome, ElectionOutcome::counted);
  EXPECT_THAT(ballot(id).counts, ElementsAre(1, 2, 3, 4, 0));
}

TEST_F(AnAssessment, HasAtMostOneTrusteeOfTheCommittee) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  make_keys(id);
  const auto& trustees = ballot(id).trustees;
  ASSERT_EQ(trustees.size(), 3u);
  EXPECT_EQ(std::ranges::count_if(
                trustees, [&](const auto& trustee) { return is_committee(story.now, trustee.person, story.time); }),
            1);
}

TEST_F(AnAssessment, IsOpenedByTheSameTrusteesAllYear) {
  const QuestionSetId state = adopted(of_a_state());
  hold(called(call_of({{state, 1}})), all_but({}));
  const RoundId second = called(call_of({{state, 2}}));
  EXPECT_EQ(ballot(second).round->keys_of, round(RoundId{0}).election);
  EXPECT_EQ(ballot(second).rounds_done(), key_rounds) << "no new ceremony";
  EXPECT_FALSE(ballot(second).trustee(1)->decryption);
  EXPECT_EQ(ballot(second).trustee(1)->keys_of, round(RoundId{0}).election) << "whose key file opens this one, too";
  hold(second, all_but({}));
  EXPECT_EQ(ballot(second).outcome, ElectionOutcome::counted);
  const RoundId third = called(call_of({{state, 3}}));
  EXPECT_EQ(ballot(third).trustee(1)->keys_of, round(RoundId{0}).election) << "made once a year";
  story.time = at("2027-02-01T09:00");
  const RoundId next_year = called(call_of({{state, 1}}));
  EXPECT_TRUE(ballot(next_year).trustees.empty()) << "each year has keys of its own";
}

TEST_F(AnAssessment, HasNewTrusteesWhereOneOfThemLostTheSeat) {
  const QuestionSetId state = adopted(of_a_state());
  hold(called(call_of({{state, 1}})), all_but({}));
  story.resigns(membership(story.now).seat_of(ballot(RoundId{0}).trustee(2)->person, story.time).value());
  const RoundId second = called(call_of({{state, 2}}));
  EXPECT_FALSE(ballot(second).round->keys_of);
}

TEST_F(AnAssessment, IsDeclaredByTheCommitteeOrATrustee) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  open(id);
  for (std::size_t i = 0; i < seats; ++i) EXPECT_THAT(answer(id, i), allowed());
  close(id);
  EXPECT_THAT(declare(id, story.secretary()), refused_for("too-few-decryptions"));
  decrypt(id);
  const auto is_trustee = [&](PersonId person) { return ballot(id).trustee_number(person).has_value(); };
  const PersonId other = *std::ranges::find_if(
      people, [&](PersonId person) { return !is_trustee(person) && !is_committee(story.now, person, story.time); });
  EXPECT_THAT(declare(id, other), refused_for("only-committee-conducts-elections"));
  EXPECT_THAT(story.ask(story.secretary(), DeclareResult{round(id).election, {1, 2}, std::string(64, 'a')}),
              refused_for("result-does-not-follow"));
  EXPECT_THAT(declare(id, ballot(id).trustee(2)->person), allowed());
}

TEST_F(AnAssessment, IsVerifiedByWhoeverSpeaksForASeat) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  const AuditRound audit{id, AuditProgram::belenios_tool, std::string(64, 'a')};
  EXPECT_THAT(story.ask(people[3], audit), refused_for("round-is-not-counted"));
  EXPECT_THAT(story.ask(people[3], AuditRound{RoundId{8}, AuditProgram::page, ""}), refused_for("no-such-round"));
  hold(id, all_but({}));
  EXPECT_THAT(story.ask(story.person(), audit), refused_for("only-seats-answer"));
  EXPECT_THAT(story.ask(people[3], AuditRound{id, AuditProgram::page, std::string(64, 'b')}),
              refused_for("archive-is-another"));
  EXPECT_THAT(story.ask(people[3], audit), allowed());
  EXPECT_THAT(story.ask(people[3], audit), refused_for("audited-already"));
  EXPECT_THAT(story.ask(people[3], AuditRound{id, AuditProgram::page, std::string(64, 'a')}), allowed());
  EXPECT_EQ(round(id).audits.size(), 2u);
}

TEST_F(AnAssessment, NeedsEnoughSeatsToAsk) {
  const QuestionSetId events = adopted(of_events());
  for (std::uint32_t i = 9; i < seats; ++i) of<Membership>(story.now).organizations[{i}].until = story.time;
  EXPECT_THAT(story.ask(story.secretary(), call_of({{events, {}}})), refused_for("too-few-seats-to-ask"));
}

/// What older rules adopted stays in force, and nothing new is asked by it.
TEST_F(AnAssessment, IsCalledByNoCharterThatLetsFewComeOrGo) {
  const QuestionSetId events = adopted(of_events());
  std::string older = charter_of_ten();
  older.replace(older.find("closest = 7"), 11, "closest = 6");
  take_charter(of<Record>(story.now), older);
  const CallRound call = call_of({{events, {}}});
  EXPECT_THAT(story.ask(story.secretary(), call), refused_for("charter-keeps-too-few-apart"));
  story.pass(std::chrono::seconds{1});
  Asking before = story.signed_by(story.secretary());
  before.rules = 3;
  EXPECT_THAT(story.ask_as(before, call), allowed()) << "as it was decided then";
}

TEST_F(AnAssessment, OwesKeysTheBallotAnswersAndTheResult) {
  const auto owed = [&](std::string_view kind) {
    const auto all = duties(story.now, story.time);
    return std::ranges::count_if(all, [&](const Duty& duty) { return duty.what.kind == kind; });
  };
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  EXPECT_EQ(owed("name-trustees"), 1);
  EXPECT_EQ(owed("register-voting-key"), static_cast<std::ptrdiff_t>(seats)) << "Observers too";
  make_keys(id);
  EXPECT_EQ(owed("name-trustees"), 0);
  EXPECT_EQ(owed("prepare-round"), 1);
  open(id);
  EXPECT_EQ(owed("prepare-round"), 0);
  EXPECT_EQ(owed("answer-round"), static_cast<std::ptrdiff_t>(seats));
  const auto to_do = tasks(story.now, people[4], story.time);
  EXPECT_THAT(to_do, Contains(Field(&Task::kind, "answer-round")));
  for (std::size_t i = 0; i < seats; ++i) EXPECT_THAT(answer(id, i), allowed());
  EXPECT_EQ(owed("answer-round"), 0);
  close(id);
  EXPECT_EQ(owed("decrypt-totals"), 3);
  decrypt(id);
  EXPECT_EQ(owed("declare-round"), 1);
  EXPECT_THAT(declare(id, story.secretary()), allowed());
  EXPECT_EQ(owed("declare-round"), 0);
}

TEST_F(AnAssessment, MayBeCancelledBeforeItsTotalsAreKnown) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  open(id);
  EXPECT_THAT(story.ask(story.secretary(), CancelElection{round(id).election, words("reason")}), allowed());
  EXPECT_EQ(ballot(id).outcome, ElectionOutcome::cancelled);
}

TEST_F(AnAssessment, ErasesItsBallotsTwoYearsAfterItsResult) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  hold(id, first(12));
  EXPECT_THAT(answer(id, 1, "late"), refused_for("voting-is-not-open"));
  story.time = ballot(id).decided_at.value() + days{729};
  story.settle();
  EXPECT_FALSE(round(id).ballots_erased_at);
  story.pass(days{1});
  story.settle();
  EXPECT_TRUE(round(id).ballots_erased_at);
  for (const CastBallotRow& row : ballot(id).ballots) EXPECT_THAT(record(story.now).erased, Contains(row.ballot));
  EXPECT_EQ(ballot(id).counts.size(), 5u) << "the totals stay";
  EXPECT_FALSE(has_due(story.now, story.time));
}

TEST_F(AnAssessment, KeepsItsPaperUntilItIsOver) {
  const RoundId id = called(call_of({{adopted(of_events()), {}}}));
  const EraseContent erasing{{round(id).paper}};
  EXPECT_THAT(story.ask_as(story.host(), erasing), refused_for("round-needs-content"));
  close(id);
  EXPECT_THAT(story.ask_as(story.host(), erasing), allowed());
}

}  // namespace
}  // namespace ccop::community::testing
