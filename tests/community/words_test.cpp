// Every sentence has its words, with exactly the values that it takes; and no words are left of a sentence that is
// gone.
#include "community/all_sentences.hpp"
#include "community/scenario.hpp"

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

/// Whether a file speaks of requests as well, and not of the rules alone.
bool speaks_of_requests(const std::string& file) {
  return file == "server.en.json" || file == "exchange.en.json" || file == "identity.en.json" ||
         file == "hooks.en.json";
}

TEST(Words, AreThereForEverySentenceWithItsGaps) {
  const auto all = all_messages();
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

/// The file in which a folder's sentences have their words: its own, where it is a chapter or the host.
bool is_home(const std::string& file, const std::string& folder) {
  if (folder == "server" || folder == "community/sharing") return speaks_of_requests(file);
  return file == folder.substr(folder.rfind('/') + 1) + ".en.json";
}

TEST(Words, StandInTheFileOfTheChapterThatSaysThem) {
  const auto all = all_messages();
  for (const auto& [folder, sentences] : all_sentences())
    for (const SentenceInBrief& sentence : sentences)
      EXPECT_TRUE(is_home(all.at(std::string{sentence.key}).file, folder)) << sentence.key << " of src/" << folder;
}

TEST(Words, AreOfSentencesThatSomeRuleMaySay) {
  std::set<std::string> sentences;
  for (const auto& [folder, list] : all_sentences())
    for (const SentenceInBrief& sentence : list) sentences.emplace(sentence.key);
  for (const auto& [key, message] : all_messages())
    EXPECT_TRUE(speaks_of_requests(message.file) || sentences.contains(key))
        << key << " in " << message.file << " is said by no rule";
}

}  // namespace
}  // namespace ccop::community::testing
