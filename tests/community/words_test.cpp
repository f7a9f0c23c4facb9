// Every sentence has its words, with exactly the values that it takes; and no words are left of a sentence that is
// gone.
#include "community/all_sentences.hpp"
#include "community/scenario.hpp"

#include <nlohmann/json.hpp>

#include <regex>

namespace ccop::community::testing {
namespace {

/// The names in the gaps of a message: {{days}}.
std::set<std::string> gaps_of(const std::string& words) {
  static const std::regex gap{R"(\{\{(\w+)\}\})"};
  std::set<std::string> names;
  for (std::sregex_iterator at{words.begin(), words.end(), gap}; at != std::sregex_iterator{}; ++at)
    names.insert((*at)[1]);
  return names;
}

/// What speaks of requests and not of the rules: no sentence of a chapter.
bool speaks_of_requests(const std::string& file) {
  return file == "server.en.json" || file == "exchange.en.json" || file == "identity.en.json";
}

/// All words of a language, with the file that each stands in.
struct Message {
  std::string file;
  std::string words;
};
std::map<std::string, Message> messages() {
  std::map<std::string, Message> all;
  for (const auto& entry : std::filesystem::directory_iterator{std::string{CCOP_SOURCE_DIR} + "/api/messages"}) {
    const std::string file = entry.path().filename();
    const auto in_file = nlohmann::json::parse(charter_text("api/messages/" + file));
    for (const auto& [key, words] : in_file.items())
      EXPECT_TRUE(all.emplace(key, Message{file, words}).second) << key << " stands in two files";
  }
  return all;
}

TEST(Words, AreThereForEverySentenceWithItsGaps) {
  const auto all = messages();
  for (const auto& [folder, sentences] : all_sentences()) {
    for (const SentenceInBrief& sentence : sentences) {
      const auto found = all.find(std::string{sentence.key});
      ASSERT_NE(found, all.end()) << sentence.key << " of src/" << folder << " has no words";
      const std::set<std::string> gaps{sentence.gaps.begin(),
                                       sentence.gaps.begin() + static_cast<std::ptrdiff_t>(sentence.count)};
      EXPECT_EQ(gaps_of(found->second.words), gaps) << sentence.key;
    }
  }
}

TEST(Words, AreOfSentencesThatSomeRuleMaySay) {
  std::set<std::string> sentences;
  for (const auto& [folder, list] : all_sentences())
    for (const SentenceInBrief& sentence : list) sentences.emplace(sentence.key);
  for (const auto& [key, message] : messages())
    EXPECT_TRUE(speaks_of_requests(message.file) || sentences.contains(key))
        << key << " in " << message.file << " is said by no rule";
}

}  // namespace
}  // namespace ccop::community::testing
