// A round with real keys and ballots, as a host sees it: which sets and papers it takes, and what comes of the answers.
#include "ballot/left_for_the_peer.hpp"
#include "base/codec.hpp"
#include "community/exposure/charter_of_ten.hpp"
#include "community/exposure/commands.hpp"
#include "community/exposure/state.hpp"
#include "exposure/question_set.hpp"
#include "exposure/rating_set.hpp"
#include "exposure/shipped.hpp"
#include "host/exposure_checks.hpp"
#include "host/hosted_ballot.hpp"

namespace ccop::host {
namespace {

using namespace testing;
using community::testing::charter_of_ten;
using ::testing::HasSubstr;

/// Ten seats that answer nine questions, of which two are counted together.
class AHostedRound : public AHostedBallot {
 protected:
  static constexpr std::size_t seats = 10;

  AHostedRound() : AHostedBallot(charter_of_ten()) {
    for (std::uint32_t i = 0; people.size() < seats; ++i)
      people.push_back(story.representative(membership(story.now).organizations[{i}].key));
    for (std::uint32_t i = seats; i < membership(story.now).organizations.size(); ++i)
      of<Membership>(story.now).organizations[{i}].until = story.time;
    for (const std::string_view text : exposure::shipped_texts())
      if (text.find("\"id\": \"movement\"") != std::string_view::npos) movement = text;
  }

  [[nodiscard]] static QuestionSetFacts facts_in(const std::string& text) {
    return facts_of(std::get<exposure::QuestionSet>(exposure::read_question_set(text)));
  }
  ProposeQuestionSet proposal(const std::string& text, const std::string& said) {
    return {{}, bring("{\"title\":\"" + said + "\"}"), bring(text), facts_in(text)};
  }
  void adopt() { adopt(movement); }
  void adopt(const std::string& questions) {
    must(story.secretary(), proposal(questions, "SHA-256 " + facts_in(questions).fingerprint));
    must(story.secretary(), OpenMotion{{0}, story.time + days{14}, "Europe/Rome", 60});
    story.tells_all({0});
    story.pass(days{15});
    story.settle();
  }
  CallRound call_with(const std::string& paper, std::uint32_t answers) {
    return {{{QuestionSetId{0}, {}}}, bring(paper), answers, story.time + days{1}, story.time + days{9}};
  }
  void call() {
    adopt();
    must(story.secretary(), call_with(R"({"title":"Spring","techniques":[],"joint":[]})", 18));
  }
  void open() {
    call();
    begin();
  }
  /// A round that was called.
  void begin() {
    must(story.secretary(), NameElectionOfficers{id});
    make_keys();
    register_keys();
    must(story.secretary(), PrepareRound{{0}, bring(record().setup_json())});
    story.time = election().round->opens;
    story.settle();
    ASSERT_EQ(election().stage, ElectionStage::voting);
  }
  [[nodiscard]] std::uint32_t year() const override { return year_of(election().round->opens); }
  /// The same level of each question; none where it is skipped.
  [[nodiscard]] static ballot::Choices all(std::optional<std::size_t> level) {
    ballot::Choices choices(6, std::vector<bool>(3, false));
    if (level)
      for (auto& question : choices) question[*level] = true;
    return choices;
  }
  std::string answer(std::size_t seat, std::optional<std::size_t> level) {
    return ask(people[seat], casting(ballot_with(seat, all(level))));
  }
  /// A seat chooses these, of all questions in their order; none of one that it skips.
  std::string answer_each(std::size_t seat, const std::vector<std::optional<std::size_t>>& chosen) {
    ballot::Choices choices;
    for (const ballot::Question& question : record().on_ballot().questions)
      choices.emplace_back(question.answers.size(), false);
    for (std::size_t i = 0; i < choices.size(); ++i)
      if (chosen.at(i)) choices[i].at(*chosen[i]) = true;
    return ask(people[seat], casting(ballot_with(seat, choices)));
  }
  void close() {
    story.time = election().round->closes;
    story.settle();
  }
  /// Two trustees open the totals; what they are is declared, and the archive left for another program.
  std::vector<std::vector<std::uint64_t>> opened() {
    must(trustee(3), posting(3));
    must(trustee(1), posting(1));
    const auto result = record().count().result.value().result;
    std::vector<std::uint32_t> counts;
    for (const auto& question : result)
      for (const std::uint64_t count : question) counts.push_back(static_cast<std::uint32_t>(count));
    must(trustee(1), DeclareResult{id, counts, to_hex(sha256(bytes_of(record().archive())))});
    EXPECT_EQ(election().outcome, ElectionOutcome::counted);
    ccop::testing::leave_for_the_peer(record().uuid(), record().archive());
    return result;
  }

  std::string movement;
};

TEST_F(AHostedRound, IsCountedAndItsArchiveIsSound) {
  open();
  for (std::size_t seat = 0; seat < seats; ++seat)
    EXPECT_EQ(answer(seat, seat < 3 ? std::optional<std::size_t>{seat} : std::nullopt), "");
  EXPECT_EQ(answer(0, 2), "") << "answered again";
  close();
  must(trustee(3), posting(3));
  must(trustee(1), posting(1));
  const std::string sum = to_hex(sha256(bytes_of(record().archive())));
  std::vector<std::uint32_t> counts;
  for (int question = 0; question < 6; ++question) counts.insert(counts.end(), {0, 1, 2});
  auto wrong = counts;
  ++wrong[0];
  EXPECT_THAT(ask(trustee(1), DeclareResult{id, wrong, sum}), HasSubstr("result-does-not-follow"));
  must(trustee(1), DeclareResult{id, counts, sum});
  EXPECT_EQ(election().outcome, ElectionOutcome::counted);
  const auto v = verified();
  EXPECT_EQ(v.counted, seats);
  EXPECT_EQ(v.ballots, seats + 1);
  EXPECT_EQ(v.election.questions.size(), 6u);
  EXPECT_THAT(v.election.description, HasSubstr(facts_in(movement).fingerprint)) << "which questions these are";
  EXPECT_THAT(v.election.name, HasSubstr("Spring"));
  ccop::testing::leave_for_the_peer(record().uuid(), record().archive());
}

/// The host has everything that was cast, and whatever one trustee's key gives: also as if another had given it.
TEST_F(AHostedRound, TellsOneTrusteeTogetherWithTheHostNoAnswer) {  // clause 2.4
  open();
  EXPECT_EQ(answer(0, 1), "");
  ballot::EncryptedTally of_one_seat;
  for (const auto& cast : ballot::from_json<ballot::Ballot>(texts.at(election().ballots[0].ballot)).answers)
    of_one_seat.push_back(cast.choices);
  const ballot::Trustees trustees{record().trustees_json(), ballot::group_name};
  const auto given = [&](std::uint32_t number) { return ballot::decrypt(of_one_seat, key_of(number), fingerprint()); };
  const auto read = [&](std::map<std::uint32_t, ballot::PartialDecryption> decryptions) {
    return ballot::result_of(of_one_seat, trustees, decryptions, 1);
  };
  for (std::uint32_t traitor = 1; traitor <= 3; ++traitor) {
    EXPECT_FALSE(read({{traitor, given(traitor)}})) << traitor;
    for (std::uint32_t other = 1; other <= 3; ++other)
      if (other != traitor) EXPECT_FALSE(read({{traitor, given(traitor)}, {other, given(traitor)}})) << traitor;
  }
  const auto both = read({{1, given(1)}, {2, given(2)}});
  ASSERT_TRUE(both) << "two who break their word together read it, as the page says";
  for (const auto& counts : both->result) EXPECT_THAT(counts, ::testing::ElementsAre(0, 1, 0));
}

TEST_F(AHostedRound, HasBallotsOfOneLengthWhoeverSkipped) {
  open();
  const auto full = ballot_with(0, all(1)), empty = ballot_with(0, all({}));
  EXPECT_NEAR(static_cast<double>(full.size()), static_cast<double>(empty.size()), 60)
      << "numbers without leading zeros differ by a digit or two";
}

TEST_F(AHostedRound, TakesOneAnswerToAQuestion) {
  open();
  auto choices = all(1);
  const std::string good = ballot_with(4, choices);
  // Another's choice in place of one's own: its proofs speak of another credential.
  auto copied = ballot::from_json<ballot::Ballot>(good);
  copied.answers[2] = ballot::from_json<ballot::Ballot>(ballot_with(5, choices)).answers[2];
  EXPECT_THAT(ask(people[4], casting(ballot::to_json(copied))), HasSubstr("ballot-not-sound"));
  auto fewer = ballot::from_json<ballot::Ballot>(good);
  fewer.answers.pop_back();
  EXPECT_THAT(ask(people[4], casting(ballot::to_json(fewer))), HasSubstr("ballot-not-sound"));
  EXPECT_EQ(ask(people[4], casting(good)), "");
}

TEST_F(AHostedRound, CountsTwoQuestionsTogether) {
  adopt();
  const std::string together = R"({"title":"T","techniques":[],"joint":[{"first":"GV","second":"ID"}]})";
  must(story.secretary(), call_with(together, 4 * 3 + 9));
  begin();
  const auto questions = record().on_ballot().questions;
  ASSERT_EQ(questions.size(), 5u);
  EXPECT_EQ(questions.back().answers.size(), 9u);
  EXPECT_THAT(questions.back().question, HasSubstr("GV and ID"));
  // Six say of both the same, three one thing of the one and another of the other, and one skips the pair.
  const std::vector<std::size_t> cells{0, 0, 4, 4, 4, 8, 2, 2, 6};
  for (std::size_t seat = 0; seat < cells.size(); ++seat) EXPECT_EQ(answer_each(seat, {1, 1, 1, 1, cells[seat]}), "");
  EXPECT_EQ(answer_each(cells.size(), {1, 1, 1, 1, {}}), "");
  close();
  EXPECT_THAT(opened().back(), ::testing::ElementsAre(2, 0, 2, 0, 3, 0, 1, 0, 1));
  EXPECT_EQ(verified().counted, seats);
}

/// As Members rate the register of risks: each answer is one cell of a table of five by five.
TEST_F(AHostedRound, CountsRatingsInTwentyFiveCells) {  // clause 2.5
  const std::vector<exposure::RiskToRate> risks{{1, "The quay floods"}, {2, "The crane fails"}};
  const auto& bands = charter(story.now).risks;
  adopt(to_json(exposure::rating_set(1, "The Harbour", risks, {bands.frequency, bands.impact})));
  must(story.secretary(), call_with(R"({"title":"Ratings","techniques":[],"joint":[]})", 2 * 25));
  begin();
  for (std::size_t seat = 0; seat < seats; ++seat) EXPECT_EQ(answer_each(seat, {seat < 6 ? 12 : 24, seat}), "");
  close();
  const auto totals = opened();
  std::vector<std::uint64_t> first(25, 0), second(25, 0);
  first[12] = 6;
  first[24] = 4;
  std::fill_n(second.begin(), seats, 1);
  EXPECT_THAT(totals, ::testing::ElementsAre(first, second));
  EXPECT_EQ(verified().counted, seats);
}

TEST_F(AHostedRound, RefusesAPaperThatDoesNotFitItsQuestions) {
  adopt();
  const auto refused = [&](const std::string& paper, std::uint32_t answers) {
    return ask(story.secretary(), call_with(paper, answers));
  };
  EXPECT_THAT(refused("{}", 18), HasSubstr("round-paper-is-not-sound"));
  EXPECT_THAT(refused("no JSON", 18), HasSubstr("round-paper-is-not-sound"));
  EXPECT_THAT(refused(R"({"title":"","techniques":[],"joint":[]})", 18), HasSubstr("title"));
  EXPECT_THAT(refused(R"({"title":"T","techniques":["T1","T1"],"joint":[]})", 18), HasSubstr("each once"));
  EXPECT_THAT(refused(R"({"title":"T","techniques":["drop table"],"joint":[]})", 18), HasSubstr("techniques"));
  EXPECT_THAT(refused(R"({"title":"T","techniques":[],"joint":[]})", 17), HasSubstr("answers: expected 18"));
  EXPECT_THAT(refused(R"({"title":"T","techniques":[],"joint":[{"first":"GV","second":"no"}]})", 21),
              HasSubstr("two questions that the round asks"));
  EXPECT_THAT(refused(R"({"title":"T","techniques":[],"joint":[{"first":"GV","second":"GV"}]})", 21),
              HasSubstr("two questions that the round asks"));
  EXPECT_THAT(refused(R"({"title":"T","techniques":[],"joint":[{"first":"GV","second":"ID"},)"
                      R"({"first":"ID","second":"PR"}]})",
                      24),
              HasSubstr("each question in one pair"));
}

/// Whoever calls it wants to know how those of a size or a region stand.
TEST_F(AHostedRound, Clause2_2_IsNotCalledWithABreakdownByWhatOrganizationsAre) {
  std::string attackers = movement;
  const std::string first = R"("id": "GV",)";
  ASSERT_NE(attackers.find(first), std::string::npos);
  attackers.insert(attackers.find(first), R"("describes": true, )");
  adopt(attackers);
  EXPECT_THAT(ask(story.secretary(),
                  call_with(R"({"title":"T","techniques":[],"joint":[{"first":"ID","second":"GV"}]})", 4 * 3 + 9)),
              HasSubstr("questions of how an organization stands; GV says what it is"));
  must(story.secretary(), call_with(R"({"title":"T","techniques":[],"joint":[{"first":"ID","second":"PR"}]})", 21));
}

TEST_F(AHostedRound, RefusesASetThatIsNotInOrderOrThatTheTextDoesNotName) {
  EXPECT_THAT(ask(story.secretary(), proposal(movement, "Let us ask this.")), HasSubstr("names the fingerprint"));
  ProposeQuestionSet asked = proposal(movement, "SHA-256 " + facts_in(movement).fingerprint);
  asked.facts.rhythm = Recurrence::yearly;
  EXPECT_THAT(ask(story.secretary(), asked), HasSubstr("facts: expected those of the set"));
  ProposeQuestionSet broken = proposal(movement, "SHA-256 " + facts_in(movement).fingerprint);
  broken.questions = bring(R"({"id":"x"})");
  EXPECT_THAT(ask(story.secretary(), broken), HasSubstr("question-set-is-not-sound"));
}

TEST_F(AHostedRound, IsOpenedWithTheBallotThatFollowsFromTheRecord) {
  call();
  must(story.secretary(), NameElectionOfficers{id});
  make_keys();
  auto other = record().on_ballot();
  other.questions.pop_back();
  EXPECT_EQ(ask(story.secretary(), PrepareRound{{0}, bring(ballot::to_json(other))}), "setup-does-not-follow");
  must(story.secretary(), PrepareRound{{0}, bring(record().setup_json())});
}

}  // namespace
}  // namespace ccop::host
