// Every sentence with which the rules, the host or the server refuse is demanded by some test, by its name.
#include "community/all_sentences.hpp"
#include "community/scenario.hpp"

#include <cstdlib>
#include <regex>

namespace ccop::community::testing {
namespace {

std::set<std::string> names_of(std::span<const SentenceInBrief> sentences) {
  std::set<std::string> names;
  for (const SentenceInBrief& sentence : sentences) names.emplace(sentence.key);
  return names;
}

/// What a file of sentences declares, read as text.
std::set<std::string> declared_in(const std::string& folder) {
  const std::string text = charter_text("src/" + folder + "/sentences.hpp");
  static const std::regex declaration{R"(constexpr Sentence \w+\{\s*"([a-z0-9-]+)\")"};
  std::set<std::string> names;
  for (std::sregex_iterator at{text.begin(), text.end(), declaration}; at != std::sregex_iterator{}; ++at)
    names.insert((*at)[1]);
  return names;
}

TEST(Sentences, StandAllInTheListOfTheirChapter) {
  const auto source = std::filesystem::path{CCOP_SOURCE_DIR} / "src";
  for (const auto& file : std::filesystem::recursive_directory_iterator{source}) {
    if (file.path().filename() != "sentences.hpp") continue;
    const std::string folder = file.path().parent_path().lexically_relative(source);
    ASSERT_TRUE(all_sentences().contains(folder)) << folder << " has sentences that nobody looks at here";
    EXPECT_EQ(names_of(all_sentences().at(folder)), declared_in(folder)) << folder;
  }
}

TEST(Sentences, AreEachSomebodysAlone) {
  std::set<std::string> all;
  for (const auto& [folder, sentences] : all_sentences())
    for (const SentenceInBrief& sentence : sentences) EXPECT_TRUE(all.emplace(sentence.key).second) << sentence.key;
}

/// Looks, when all tests have run, which sentences none of them demanded.
class EverySentence : public ::testing::Environment {
 public:
  void TearDown() override {
    if (!all_tests_ran()) return;
    for (const auto& [key, message] : all_messages())
      if (!sentences_met().contains(key))
        ADD_FAILURE() << "no test demands the refusal " << key << " of api/messages/" << message.file;
  }

 private:
  /// Not some of them only, and not cut short; a program of mutants (tests/mutation) has those of two folders.
  static bool all_tests_ran() {
    const auto& whole = *::testing::UnitTest::GetInstance();
    return whole.test_to_run_count() == whole.total_test_count() - whole.disabled_test_count() &&
           std::getenv("GTEST_TOTAL_SHARDS") == nullptr && std::getenv("CCOP_MUTANT") == nullptr;
  }
};
[[maybe_unused]] const auto* const every_sentence = ::testing::AddGlobalTestEnvironment(new EverySentence);

}  // namespace
}  // namespace ccop::community::testing
