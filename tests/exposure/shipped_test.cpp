// The question sets that come with the program: that they are what they say they are.
#include "exposure/shipped.hpp"

#include "base/codec.hpp"
#include "exposure/a_question_set.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace ccop::exposure {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using testing::json;
using ::testing::SizeIs;

QuestionSet shipped(std::string_view id) {
  for (QuestionSet& set : shipped_sets())
    if (set.id == id) return set;
  throw std::invalid_argument{"no such set: " + std::string{id}};
}

const Question& question(const QuestionSet& set, std::string_view id) {
  return *std::ranges::find(set.questions, id, &Question::id);
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in{text};
  return {std::istream_iterator<std::string>{in}, {}};
}

/// In small letters and without signs: two sentences that differ in these alone are the same.
std::string bare(const std::string& sentence) {
  std::string letters;
  for (const char c : sentence)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return letters;
}

/// All evidence, each with where it stands.
std::vector<std::pair<std::string, std::string>> all_evidence() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const QuestionSet& set : shipped_sets())
    for (const Question& question : set.questions)
      for (const Level& level : question.levels)
        all.emplace_back(set.id + " " + question.id + " " + level.name, level.evidence);
  return all;
}

TEST(ShippedQuestions, AreFourSets) {
  std::vector<std::string> ids;
  for (const QuestionSet& set : shipped_sets()) ids.push_back(set.id);
  EXPECT_THAT(ids, ElementsAre("cisa-cpg-2.0", "events-of-the-quarter", "movement", "nist-csf-2.0"));
}

TEST(ShippedQuestions, OfNistAreAllItsOutcomesInFiveLevels) {
  const QuestionSet set = shipped("nist-csf-2.0");
  EXPECT_EQ(std::ranges::count_if(set.groups, [](const Group& group) { return !group.in; }), 6);
  EXPECT_EQ(std::ranges::count_if(set.groups, [](const Group& group) { return group.in.has_value(); }), 22);
  EXPECT_THAT(set.questions, SizeIs(106));
  EXPECT_EQ(answers_in(set), 530u);
  std::map<std::string_view, int> by_function;
  for (const Question& question : set.questions) {
    EXPECT_THAT(question.levels, SizeIs(5)) << question.id;
    EXPECT_EQ(question.choose.max, 1u) << question.id;
    EXPECT_TRUE(question.id.starts_with(question.group + "-")) << question.id;
    ++by_function[outermost(set, question.group)];
  }
  EXPECT_EQ(by_function,
            (std::map<std::string_view, int>{{"GV", 31}, {"ID", 21}, {"PR", 22}, {"DE", 11}, {"RS", 13}, {"RC", 8}}));
}

TEST(ShippedQuestions, OfNistAskEachOutcomeOnceAYear) {
  const QuestionSet set = shipped("nist-csf-2.0");
  const auto quarters = questions_by_quarter(set);
  EXPECT_THAT(quarters, ElementsAre(SizeIs(31), SizeIs(29), SizeIs(22), SizeIs(24)));
  std::set<const Question*> asked;
  for (const auto& quarter : quarters) asked.insert(quarter.begin(), quarter.end());
  EXPECT_THAT(asked, SizeIs(106));
}

TEST(ShippedQuestions, OfNistCreditItAndKeepItsWords) {
  const QuestionSet set = shipped("nist-csf-2.0");
  EXPECT_THAT(set.credit, HasSubstr("NIST CSWP 29"));
  EXPECT_THAT(set.rights, HasSubstr("may be distributed or copied"));
  EXPECT_EQ(question(set, "GV.SC-04").text, "Suppliers are known and prioritized by criticality");
  EXPECT_EQ(question(set, "RC.CO-04").text,
            "Public updates on incident recovery are shared using approved methods and messaging");
}

TEST(ShippedQuestions, OfCisaAreAllItsGoalsInThreeLevels) {
  const QuestionSet set = shipped("cisa-cpg-2.0");
  EXPECT_THAT(set.questions, SizeIs(34));
  for (const Question& question : set.questions) {
    EXPECT_THAT(question.levels, SizeIs(3)) << question.id;
    EXPECT_TRUE(question.name) << question.id;
    EXPECT_TRUE(question.id.starts_with(question.group + ".")) << question.id;
  }
  EXPECT_EQ(question(set, "3.F").name, "Implement Multi-factor Authentication");
  EXPECT_THAT(set.credit, HasSubstr("CISA"));
  EXPECT_THAT(set.rights, HasSubstr("public domain"));
}

TEST(ShippedQuestions, OfTheQuarterAskForHarmCausesTechniquesLossAndDays) {
  const QuestionSet set = shipped("events-of-the-quarter");
  for (const auto* harmed : {"confidentiality", "integrity", "availability", "reliability"}) {
    std::vector<std::string> names;
    for (const Level& level : question(set, harmed).levels) names.push_back(level.name);
    EXPECT_THAT(names, ElementsAre("None", "Minor", "Serious", "Severe")) << harmed;
  }
  EXPECT_EQ(question(set, "causes").choose.max, question(set, "causes").levels.size());
  EXPECT_THAT(question(set, "causes").levels, SizeIs(8));
  EXPECT_EQ(question(set, "techniques").from, CalledList::techniques);
  EXPECT_EQ(question(set, "techniques").choose.max, 15u);
  EXPECT_THAT(question(set, "loss").levels, SizeIs(6));
  EXPECT_THAT(question(set, "days-without-a-service").levels, SizeIs(6));
  EXPECT_THAT(set.questions, SizeIs(8));
}

TEST(ShippedQuestions, OfMovementAskEachFunctionOfNist) {
  const QuestionSet movement = shipped("movement");
  std::vector<std::string> asked, functions;
  for (const Question& question : movement.questions) {
    asked.push_back(question.id);
    EXPECT_THAT(question.levels,
                ElementsAre(Field(&Level::name, "Worse"), Field(&Level::name, "Same"), Field(&Level::name, "Better")));
  }
  for (const Group& group : shipped("nist-csf-2.0").groups)
    if (!group.in) functions.push_back(group.id);
  EXPECT_EQ(asked, functions);
}

TEST(ShippedQuestions, HaveEvidenceOfEightToTwentyFiveWords) {
  for (const auto& [place, sentence] : all_evidence()) {
    EXPECT_GE(words_of(sentence).size(), 8u) << place << ": " << sentence;
    EXPECT_LE(words_of(sentence).size(), 25u) << place << ": " << sentence;
    EXPECT_TRUE(sentence.ends_with('.')) << place << ": " << sentence;
  }
}

TEST(ShippedQuestions, SayNoSentenceTwice) {
  std::map<std::string, std::string> known;
  for (const auto& [place, sentence] : all_evidence()) {
    const auto [first, is_new] = known.try_emplace(bare(sentence), place);
    EXPECT_TRUE(is_new) << place << " says what " << first->second << " says: " << sentence;
  }
}

TEST(ShippedQuestions, SayNoSentenceTwiceWithFewWordsChanged) {
  const auto all = all_evidence();
  std::map<std::string, std::size_t> numbers;
  std::vector<std::set<std::size_t>> words;  // as numbers, of which very many are compared
  for (const auto& [place, sentence] : all) {
    auto& one = words.emplace_back();
    for (const std::string& word : words_of(sentence))
      one.insert(numbers.try_emplace(bare(word), numbers.size()).first->second);
  }
  std::vector<std::size_t> common;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      common.clear();
      std::ranges::set_intersection(words[i], words[j], std::back_inserter(common));
      EXPECT_LT(3 * common.size(), words[i].size() + words[j].size()) << all[i].first << ": " << all[i].second << "\n"
                                                                      << all[j].first << ": " << all[j].second;
    }
  }
}

TEST(ShippedQuestions, NeverCallAnythingPartiallyImplemented) {
  for (const auto& [place, sentence] : all_evidence()) {
    EXPECT_EQ(sentence.find("artially"), std::string::npos) << place;
    EXPECT_EQ(sentence.find("mplemented"), std::string::npos) << place;
  }
}

/// A fingerprint is for ever: who changes what is asked takes another version, and writes its fingerprint here.
TEST(ShippedQuestions, HaveTheseFingerprints) {
  std::vector<std::string> told;
  for (const QuestionSet& set : shipped_sets())
    told.push_back(set.id + " " + std::to_string(set.version) + " " + to_hex(fingerprint(set)));
  EXPECT_THAT(told,
              ElementsAre("cisa-cpg-2.0 1 4cfd6ac79e7f5e5ae811ab6d36bbd53be65cbd068ff39097be6d17abb3598704",
                          "events-of-the-quarter 1 d6a720bcd87dc53786a68e6a060ceda64599fa50d5dcabca90fac94126135cc0",
                          "movement 1 1dec31fd1ac32e75324472f28f4fedede3c91ad8e9088a482f0a2ff5fbf52a70",
                          "nist-csf-2.0 1 fca03ca4584ea018074c9fe1078998fb1327d3f2a023ae0d954cd146098f37b6"));
}

/// Every place in a JSON value at which a text, a number or a list of several stands, but for the name of a list.
void places_in(const json& value, const json::json_pointer& here, std::vector<json::json_pointer>& places) {
  const bool named = !here.empty() && (here.back() == "from" || here.back() == "rhythm");
  if ((value.is_string() && !named) || value.is_number() || (value.is_array() && value.size() > 1))
    places.push_back(here);
  if (value.is_object())
    for (const auto& [key, member] : value.items()) places_in(member, here / key, places);
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i) places_in(value[i], here / i, places);
}

/// The set with its text or number changed, or two neighbours of its list exchanged.
json changed_at(json set, const json::json_pointer& place, std::size_t which) {
  json& value = set[place];
  if (value.is_string())
    value = value.get<std::string>() + "x";
  else if (value.is_number())
    value = value.get<int>() + 1;
  else
    std::swap(value[which % (value.size() - 1)], value[which % (value.size() - 1) + 1]);
  return set;
}

RC_GTEST_PROP(AFingerprint, ChangesWithEveryTextIdNumberAndOrder, ()) {
  const auto set = json::parse(*rc::gen::elementOf(shipped_texts()));
  std::vector<json::json_pointer> places;
  places_in(set, json::json_pointer{}, places);
  const auto place = places.at(*rc::gen::inRange<std::size_t>(0, places.size()));
  const auto changed = changed_at(set, place, *rc::gen::inRange<std::size_t>(0, 1000));
  RC_ASSERT(fingerprint(from_json<QuestionSet>(changed.dump())) != fingerprint(from_json<QuestionSet>(set.dump())));
}

TEST(AFingerprint, IsTheSameHoweverTheFileIsWritten) {
  for (const std::string_view text : shipped_texts()) {
    const QuestionSet set = testing::read_in_order(text);
    EXPECT_EQ(fingerprint(testing::read_in_order(json::parse(text).dump())), fingerprint(set)) << set.id;
  }
}

}  // namespace
}  // namespace ccop::exposure
