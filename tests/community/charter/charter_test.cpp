#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using testing::charter_text;

std::vector<CharterMistake> mistakes_of(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  const auto read = read_charter(text);
  const auto* mistakes = std::get_if<std::vector<CharterMistake>>(&read);
  return mistakes == nullptr ? std::vector<CharterMistake>{} : *mistakes;
}

TEST(CcopCharter, ListsTheAnnexWithItsSlipsSettled) {  // clause 4.8
  const auto read = read_charter(charter_text("charter/ccop.toml"));
  ASSERT_TRUE(std::holds_alternative<Charter>(read));
  const auto& charter = std::get<Charter>(read);
  EXPECT_EQ(std::ranges::count(charter.organizations, Status::member, &CharterOrganization::status), 32);
  EXPECT_EQ(std::ranges::count(charter.organizations, Status::observer, &CharterOrganization::status), 18);
  const auto find = [&](std::string_view key) {
    return *std::ranges::find(charter.organizations, key, &CharterOrganization::key);
  };
  EXPECT_EQ(find("UNFPA").status, Status::member);
  EXPECT_EQ(find("ITC").name, "International Trade Centre");
  EXPECT_EQ(find("ITC-ILO").name, "International Training Centre of the ILO");
  EXPECT_NE(find("ICJ").name, find("ICC-CPI").name);
  for (const auto* key : {"UNFPA", "UNJSPF", "OECD", "ITC", "ITC-ILO", "ICJ", "ICC-CPI", "WTO", "UNWTO"})
    EXPECT_FALSE(find(key).note.empty()) << key;
}

/// Whoever reads a clause learns how it is kept today; what is not there yet is no way to keep it.
TEST(CcopCharter, SaysOfEachClauseHowItIsKeptToday) {
  const auto read = read_charter(charter_text("charter/ccop.toml"));
  for (const Clause& clause : std::get<Charter>(read).clauses) {
    EXPECT_FALSE(clause.practice.empty()) << clause.number;
    EXPECT_FALSE(clause.practice.starts_with("Comes with")) << clause.number;
  }
}

TEST(CharterCheck, NamesEachMistakeWithItsLineAndKey) {
  const std::string text = charter_text("charter/ccop.toml");
  const auto line_of = [&](std::string_view what) {
    return static_cast<std::uint32_t>(
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(what)), '\n'));
  };

  auto mistakes = mistakes_of(text, "co_chairs = 2", "co_chairs = \"two\"");
  ASSERT_FALSE(mistakes.empty());
  EXPECT_EQ(mistakes[0].line, line_of("co_chairs = 2"));
  EXPECT_EQ(mistakes[0].key, "bodies.co_chairs");
  EXPECT_EQ(mistakes[0].expected, "an integer from 1 to 9");

  mistakes = mistakes_of(text, "quorum_exceeds = \"1/2\"", "quorum_exceeds = \"half\"");
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].key, "voting.quorum_exceeds");

  mistakes = mistakes_of(text, "alternate_votes = true", "alternate_vote = true");
  EXPECT_EQ(mistakes.size(), 2u);  // one key missing, one unknown

  mistakes = mistakes_of(text, "status = \"member\"", "status = \"friend\"");
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].key, "organization[0].status");

  mistakes = mistakes_of(text, "key = \"IAEA\"", "key = \"FAO\"");
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].expected, "each organization once");

  mistakes = mistakes_of(text, "topic = \"voting\"", "topic = \"betting\"");
  EXPECT_EQ(mistakes.size(), 2u);  // an unknown topic, and the rules' own one missing

  mistakes = mistakes_of(text, "[community]", "[community");
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].line, line_of("[community]"));
}

TEST(CharterCheck, TakesNoMoreThanFitsIntoAnEntryOfTheRecord) {
  const auto read = read_charter(charter_text("charter/ccop.toml") + std::string(28'000, '#'));
  ASSERT_TRUE(std::holds_alternative<std::vector<CharterMistake>>(read));
  EXPECT_EQ(std::get<std::vector<CharterMistake>>(read).front().expected, "at most 28000 bytes");
}

Charter charter_with(std::string_view from, std::string_view to) {
  std::string text = charter_text("charter/ccop.toml");
  text.replace(text.find(from), from.size(), to);
  return std::get<Charter>(read_charter(text));
}

TEST(CharterCautions, AreNoneForTheCcop) {
  const auto charter = charter_with("", "");
  EXPECT_TRUE(cautions(charter).empty());
  EXPECT_EQ(charter.elections.least_minutes_open, 10u);
  EXPECT_EQ(charter.elections.least_ballots, 3u);
  EXPECT_EQ(charter.elections.trustee_replacements, 3u);
}

TEST(CharterCautions, SayThatOneTrusteeCouldOpenEveryBallot) {  // clause 3.5
  EXPECT_THAT(cautions(charter_with("trustees_needed = 2", "trustees_needed = 1")),
              ::testing::ElementsAre(::testing::HasSubstr("elections.trustees_needed is 1")));
}

TEST(CharterCautions, SayThatFewBallotsTellWhoVotedWhat) {  // clause 3.5
  EXPECT_THAT(cautions(charter_with("least_ballots = 3", "least_ballots = 2")),
              ::testing::ElementsAre(::testing::HasSubstr("elections.least_ballots is 2")));
}

TEST(AnotherCharter, HasOtherNumbersThroughout) {
  testing::Scenario harbour{"tests/charters/harbour.toml"};
  const auto people = harbour.members(3);
  // One co-Chair, quorum above a third, majority above two thirds with abstentions counted, two responsibilities.
  EXPECT_THAT(harbour.ask({0}, SeatFoundingCoChair{1, people[1], harbour.time + days{9}}),
              testing::refused_for("no-such-position"));
  const SessionId session = harbour.executive_session({people[0], people[1]});
  EXPECT_TRUE(quorum(harbour.now, session, harbour.time).stands);
  const MotionId motion = harbour.motion(people[0], session, Method::vote);
  harbour.ask(people[0], OpenMotion{motion, {}, {}, {}});
  harbour.ask(people[0], CastVote{motion, 0});
  harbour.ask(people[1], CastVote{motion, 2});
  harbour.ask(people[0], CloseMotion{motion});
  EXPECT_EQ(decisions(harbour.now).motions[motion].outcome,
            Outcome::no_majority);  // 1 of 2 with the abstention counted
}

}  // namespace
}  // namespace ccop::community
