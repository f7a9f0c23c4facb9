// Between which limits a charter may choose, and what each of its keys may hold.
#include "community/scenario.hpp"

#include <toml++/toml.h>

#include <initializer_list>
#include <sstream>

namespace ccop::community {
namespace {

using testing::charter_text;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A place in the charter, as "voting.rest_days" or "organization[0].key", and what stands there instead.
template <class Value>
struct Edit {
  std::string_view path;
  Value value;
};

toml::table harbour() {
  return toml::parse(charter_text("tests/charters/harbour.toml"));
}

/// "KEY: WHAT IS EXPECTED" of each mistake.
std::vector<std::string> mistakes_in(const toml::table& document, std::uint32_t rules = rules_that_keep_apart) {
  std::ostringstream text;
  text << document;
  const auto read = read_charter(text.str(), rules);
  std::vector<std::string> told;
  if (const auto* mistakes = std::get_if<std::vector<CharterMistake>>(&read))
    for (const auto& [line, key, expected] : *mistakes) told.push_back(key + ": " + expected);
  return told;
}

void set(toml::table& document, std::string_view path, const auto& value) {
  const auto dot = path.rfind('.');
  auto* table = document.at_path(path.substr(0, dot)).as_table();
  ASSERT_NE(table, nullptr) << path;
  table->insert_or_assign(path.substr(dot + 1), value);
}

/// The mistakes of the harbour's charter with this in its place.
std::vector<std::string> mistakes_with(std::string_view path, const auto& value) {
  auto document = harbour();
  set(document, path, value);
  return mistakes_in(document);
}

struct Limits {
  std::string_view path;
  std::int64_t least;
  std::int64_t most;
};

std::string between(const Limits& limits) {
  return "from " + std::to_string(limits.least) + " to " + std::to_string(limits.most);
}

TEST(ACharter, KeepsEachNumberWithinItsLimits) {
  for (const Limits& limits : std::initializer_list<Limits>{
           {"membership.observer_consultation_days", 0, 365},
           {"membership.seat_change_days", 1, 90},
           {"bodies.co_chair_term_months", 1, 120},
           {"elections.trustee_replacements", 0, 100},
           {"elections.voting_hours_before", 0, 720},
           {"elections.least_minutes_open", 0, 1440},
           {"elections.least_ballots", 1, 1000},
           {"meetings.clearances_needed", 1, 1},  // the harbour has one co-Chair
           {"meetings.symposium_notice_days", 0, 365},
           {"meetings.mid_year_notice_days", 0, 365},
           {"meetings.working_session_notice_days", 0, 365},
           {"meetings.ad_hoc_notice_days", 0, 365},
           {"voting.silence_working_days", 0, 60},
           {"voting.release_working_days", 0, 60},
           {"voting.objections_that_stop", 1, 1000},
           {"voting.silence_floor_hours", 72, 720},
           {"work_plan.least_organizations", 1, 1000},
       }) {
    const std::string told = std::string{limits.path} + ": an integer " + between(limits);
    EXPECT_THAT(mistakes_with(limits.path, limits.least), IsEmpty()) << limits.path;
    EXPECT_THAT(mistakes_with(limits.path, limits.most), IsEmpty()) << limits.path;
    EXPECT_THAT(mistakes_with(limits.path, limits.least - 1), ElementsAre(told));
    EXPECT_THAT(mistakes_with(limits.path, limits.most + 1), ElementsAre(told));
    EXPECT_THAT(mistakes_with(limits.path, "many"), ElementsAre(told));
  }
}

/// The harbour's charter with this in its table on rounds, as it is read by this version of the rules.
std::vector<std::string> mistakes_of_rounds(std::string_view key, std::int64_t value, std::uint32_t rules) {
  auto document = harbour();
  document.insert_or_assign("exposure", toml::table{});
  set(document, "exposure." + std::string{key}, value);
  return mistakes_in(document, rules);
}

TEST(ACharter, Clause2_2_KeepsEachNumberOfRoundsWithinItsLimits) {
  for (const auto& [key, least, most] : std::initializer_list<Limits>{{"least_answers", 10, 1000},
                                                                      {"closest", 7, 1000},
                                                                      {"yearly_days", 180, 366},
                                                                      {"quarterly_days", 30, 92},
                                                                      {"least_days_open", 1, 60}}) {
    const auto with = [&](std::int64_t value) { return mistakes_of_rounds(key, value, rules_that_keep_apart); };
    const std::string told = "exposure." + std::string{key} + ": an integer " + between({key, least, most});
    EXPECT_THAT(with(least), IsEmpty()) << key;
    EXPECT_THAT(with(most), IsEmpty()) << key;
    EXPECT_THAT(with(least - 1), ElementsAre(told));
    EXPECT_THAT(with(most + 1), ElementsAre(told));
  }
}

TEST(ACharter, ThatOlderRulesAdoptedIsReadByThose) {
  const std::uint32_t before = rules_that_keep_apart - 1;
  EXPECT_THAT(mistakes_of_rounds("closest", 3, before), IsEmpty());
  EXPECT_THAT(mistakes_of_rounds("closest", 2, before), ElementsAre("exposure.closest: an integer from 3 to 1000"));
}

TEST(ACharter, HasOneToNineCoChairsWithATermForEach) {  // clause 3.1
  const auto with = [](std::int64_t chairs, std::int64_t terms) {
    auto document = harbour();
    set(document, "bodies.co_chairs", chairs);
    toml::array months;
    for (std::int64_t i = 0; i < terms; ++i) months.push_back(6);
    set(document, "bodies.founding_terms_months", months);
    return mistakes_in(document);
  };
  EXPECT_THAT(with(1, 1), IsEmpty());
  EXPECT_THAT(with(9, 9), IsEmpty());
  EXPECT_THAT(with(2, 1), ElementsAre("bodies.founding_terms_months: one term for each co-Chair"));
  EXPECT_THAT(with(10, 1), ElementsAre("bodies.co_chairs: an integer from 1 to 9"));
  EXPECT_THAT(with(0, 1), ElementsAre("bodies.co_chairs: an integer from 1 to 9"));
}

TEST(ACharter, NeedsAtMostAsManyClearancesAsItHasCoChairs) {  // clause 4.4
  auto document = harbour();
  set(document, "bodies.co_chairs", 2);
  set(document, "bodies.founding_terms_months", toml::array{6, 12});
  set(document, "meetings.clearances_needed", 2);
  EXPECT_THAT(mistakes_in(document), IsEmpty());
  set(document, "meetings.clearances_needed", 3);
  EXPECT_THAT(mistakes_in(document), ElementsAre("meetings.clearances_needed: an integer from 1 to 2"));
}

TEST(ACharter, NeedsAtMostAsManyTrusteesAsThereAre) {  // clause 3.5
  const auto with = [](std::int64_t trustees, std::int64_t needed) {
    auto document = harbour();
    set(document, "elections.trustees", trustees);
    set(document, "elections.trustees_needed", needed);
    return mistakes_in(document);
  };
  EXPECT_THAT(with(1, 1), IsEmpty());
  EXPECT_THAT(with(9, 9), IsEmpty());
  EXPECT_THAT(with(3, 4), ElementsAre("elections.trustees_needed: at most as many as there are trustees"));
  EXPECT_THAT(with(10, 1), ElementsAre("elections.trustees: an integer from 1 to 9"));
  EXPECT_THAT(with(0, 1), ElementsAre("elections.trustees: an integer from 1 to 9"));
  EXPECT_THAT(with(9, 10), ElementsAre("elections.trustees_needed: an integer from 1 to 9"));
  // One trustee is enough where there is one, though nobody says so.
  EXPECT_THAT(mistakes_with("elections.trustees", 1), IsEmpty());
}

TEST(ACharter, KeepsEachListOfNumbersWithinItsLimits) {
  for (const Limits& limits : std::initializer_list<Limits>{{"bodies.founding_terms_months", 1, 120},
                                                            {"meetings.plan_warning_months", 1, 24},
                                                            {"voting.rest_days", 1, 7},
                                                            {"work_plan.reminder_days", 0, 365}}) {
    const auto told = ::testing::Contains(std::string{limits.path} + ": a list of integers " + between(limits));
    EXPECT_THAT(mistakes_with(limits.path, toml::array{limits.least}), IsEmpty()) << limits.path;
    EXPECT_THAT(mistakes_with(limits.path, toml::array{limits.most}), IsEmpty()) << limits.path;
    EXPECT_THAT(mistakes_with(limits.path, toml::array{limits.least - 1}), told);
    EXPECT_THAT(mistakes_with(limits.path, toml::array{limits.most + 1}), told);
    EXPECT_THAT(mistakes_with(limits.path, toml::array{"soon"}), told);
    EXPECT_THAT(mistakes_with(limits.path, limits.least), told);
  }
}

TEST(ACharter, HasAWorkingDayInEachWeek) {
  EXPECT_THAT(mistakes_with("voting.rest_days", toml::array{1, 2, 3, 4, 5, 6}), IsEmpty());
  EXPECT_THAT(mistakes_with("voting.rest_days", toml::array{1, 2, 3, 4, 5, 6, 7}),
              ElementsAre("voting.rest_days: at least one working day a week"));
}

TEST(ACharter, KeepsEachTextToItsLength) {
  for (const auto& [path, most] : std::initializer_list<Edit<std::size_t>>{{"community.slug", 40},
                                                                           {"community.name", 200},
                                                                           {"community.short_name", 40},
                                                                           {"community.reports_to", 200},
                                                                           {"community.time_zone", 60},
                                                                           {"meetings.discretion_notice", 1000},
                                                                           {"work_plan.mid_year", 5},
                                                                           {"organization[0].key", 20},
                                                                           {"organization[0].name", 200},
                                                                           {"organization[0].note", 1000},
                                                                           {"clause[0].number", 12},
                                                                           {"clause[0].title", 120},
                                                                           {"clause[0].text", 2000},
                                                                           {"clause[0].practice", 2000}}) {
    const std::string told = std::string{path} + ": a text of 1 to " + std::to_string(most) + " characters";
    EXPECT_THAT(mistakes_with(path, std::string(most, 'a')), IsEmpty()) << path;
    EXPECT_THAT(mistakes_with(path, std::string(most + 1, 'a')), ElementsAre(told));
    EXPECT_THAT(mistakes_with(path, ""), ElementsAre(told));
    EXPECT_THAT(mistakes_with(path, 7), ElementsAre(told));
  }
}

TEST(ACharter, HasASlugThatStandsInAnAddress) {
  for (const auto* slug : {"a", "z", "0", "9", "-", "harbour-9"})
    EXPECT_THAT(mistakes_with("community.slug", slug), IsEmpty()) << slug;
  // The letters that lie just beside those in ASCII, too.
  for (const auto* slug : {"Harbour", "har bour", "`", "{", "/", ":", ".", "ö"})
    EXPECT_THAT(mistakes_with("community.slug", slug),
                ElementsAre("community.slug: lower-case letters, digits and hyphens"))
        << slug;
}

TEST(ACharter, SaysYesOrNoWhereThatIsAsked) {
  for (const auto* path :
       {"membership.alternate_votes", "elections.secret_ballot", "elections.immediate_reelection",
        "meetings.waiting_list", "meetings.symposium_needs_executive_day", "voting.abstentions_count"}) {
    EXPECT_THAT(mistakes_with(path, true), IsEmpty());
    EXPECT_THAT(mistakes_with(path, false), IsEmpty());
    EXPECT_THAT(mistakes_with(path, "yes"), ElementsAre(std::string{path} + ": true or false"));
  }
}

TEST(ACharter, NamesResponsibilitiesInWords) {
  const auto told = ElementsAre("membership.responsibilities: a list of texts");
  EXPECT_THAT(mistakes_with("membership.responsibilities", toml::array{"Watch"}), IsEmpty());
  EXPECT_THAT(mistakes_with("membership.responsibilities", toml::array{"Watch", ""}), told);
  EXPECT_THAT(mistakes_with("membership.responsibilities", toml::array{1}), told);
  EXPECT_THAT(mistakes_with("membership.responsibilities", "Watch"), told);
}

TEST(ACharter, HasSharesBelowOneToExceed) {  // clause 6.5
  for (const auto* share : {"0/1", "1/2", "2/3", "999/1000"})
    EXPECT_THAT(mistakes_with("voting.quorum_exceeds", share), IsEmpty()) << share;
  for (const auto* share : {"1/1", "3/2", "1/0", "1/1001", "/2", "1/", "a/2", "1/b", "-1/2", "0/00001001"})
    EXPECT_THAT(mistakes_with("voting.quorum_exceeds", share),
                ElementsAre(::testing::StartsWith("voting.quorum_exceeds: ")))
        << share;
}

TEST(ACharter, BreaksATieInOneOfTwoWays) {  // clause 3.5
  for (const auto* tie : {"lots", "run-off-then-lots"}) EXPECT_THAT(mistakes_with("elections.tie", tie), IsEmpty());
  EXPECT_THAT(mistakes_with("elections.tie", "age"), ElementsAre("elections.tie: \"run-off-then-lots\" or \"lots\""));
}

TEST(ACharter, LacksNoTableAndHasNoOther) {
  for (const auto* name : {"community", "membership", "bodies", "elections", "meetings", "voting", "work_plan",
                           "organization", "clause"}) {
    auto document = harbour();
    document.erase(name);
    EXPECT_THAT(mistakes_in(document),
                ::testing::Contains(::testing::AllOf(::testing::StartsWith(std::string{name} + ": "),
                                                     ::testing::HasSubstr("(the key is missing)"))));
    document = harbour();
    document.insert_or_assign(name, 7);
    EXPECT_THAT(mistakes_in(document), ::testing::Contains(::testing::StartsWith(std::string{name} + ": "))) << name;
  }
  auto document = harbour();
  document.insert("tides", toml::table{});
  EXPECT_THAT(mistakes_in(document), ElementsAre("tides: no such key here"));
}

TEST(ACharter, HasNoKeyThatNobodyReads) {
  for (const std::string table :
       {"community", "membership", "bodies", "elections", "meetings", "voting", "work_plan"}) {
    auto document = harbour();
    set(document, table + ".tides", "high");
    EXPECT_THAT(mistakes_in(document), ElementsAre(table + ".tides: no such key here"));
  }
  for (const std::string list : {"organization", "clause"}) {
    auto document = harbour();
    document[list].as_array()->front().as_table()->insert_or_assign("tides", "high");
    EXPECT_THAT(mistakes_in(document), ElementsAre(::testing::HasSubstr("tides: no such key here")));
  }
}

TEST(ACharter, HasAMember) {  // clause 4.1
  auto document = harbour();
  for (auto& organization : *document["organization"].as_array())
    organization.as_table()->insert_or_assign("status", "observer");
  EXPECT_THAT(mistakes_in(document), ElementsAre("organization: at least one member"));
}

}  // namespace
}  // namespace ccop::community
