// What a hook is sent, held against what a receiver would do with it: Python's hmac, by the lines that docs/hosting.md
// gives to receivers.
#include "notify/hooks/message.hpp"

#include "community/scenario.hpp"
#include "server/hook_words.hpp"
#include "temporary_folder.hpp"

#include <fstream>

namespace ccop::notify {
namespace {

using Json = nlohmann::json;

constexpr const char* page = "https://ccop.example.org/c/ccop";
const Delivery published{"id", HookKind::meeting_published, "/meetings/4", Time{std::chrono::seconds{1'767'225'600}}, 7,
                         {}};

std::string body(HookForm form) {
  return hook_body(form, published, page, server::hook_words);
}

TEST(AMessage, ForAProgramIsKindLinkAndTimeAlone) {
  EXPECT_EQ(body(HookForm::json), R"({"at":"2026-01-01T00:00:00.000Z","kind":"meeting-published",)"
                                  R"("link":"https://ccop.example.org/c/ccop/meetings/4"})");
}

TEST(AMessage, ForPeopleIsTheWordsOfTheKindAndTheLink) {
  EXPECT_EQ(Json::parse(body(HookForm::text)),
            (Json{{"text", "A meeting was announced. https://ccop.example.org/c/ccop/meetings/4"}}));
}

/// What a workflow of Teams takes: a message with one attachment, which is an adaptive card.
TEST(AMessage, ForTeamsIsACardWithTheWordsAndTheLink) {
  const Json message = Json::parse(body(HookForm::card));
  EXPECT_EQ(message["type"], "message");
  ASSERT_EQ(message["attachments"].size(), 1u);
  EXPECT_EQ(message["attachments"][0]["contentType"], "application/vnd.microsoft.card.adaptive");
  const Json& card = message["attachments"][0]["content"];
  EXPECT_EQ(card["type"], "AdaptiveCard");
  EXPECT_EQ(card["body"][0]["text"], "A meeting was announced.");
  EXPECT_EQ(card["actions"][0]["url"], "https://ccop.example.org/c/ccop/meetings/4");
}

TEST(AMessage, HasWordsOfItsOwnForEachKind) {
  std::set<std::string> all;
  const auto meet = [&](const std::optional<HookKind>& kind, const std::string& name) {
    const std::string words = server::hook_words(kind);
    EXPECT_TRUE(words.ends_with('.')) << name << ": " << words;
    EXPECT_TRUE(all.insert(words).second) << name;
    community::testing::sentences_met().emplace("hook-" + name);
  };
  for (const auto& [name, value] : codec::enum_names<HookKind>()) meet(static_cast<HookKind>(value), name);
  meet({}, "test");
}

/// The lines for receivers, as the document has them.
std::string lines_for_receivers() {
  const std::string document = community::testing::charter_text("docs/hosting.md");
  const std::string begin = "```python\n";
  const auto from = document.find(begin, document.find("## Hooks"));
  EXPECT_NE(from, std::string::npos);
  return document.substr(from + begin.size(), document.find("```", from + begin.size()) - from - begin.size());
}

/// What Python says of a message, so long after it was signed.
std::string said_by_python(const std::string& secret, const std::string& signature, const std::string& body,
                           std::uint64_t now) {
  const ccop::testing::TemporaryFolder folder;
  const auto write = [&](const char* name, const std::string& text) { std::ofstream{folder.file(name)} << text; };
  write("body", body);
  write("receiver.py", lines_for_receivers() +
                           "\nimport sys\n"
                           "with open(sys.argv[4], 'rb') as file:\n"
                           "    print(is_genuine(sys.argv[1], sys.argv[2], file.read(), int(sys.argv[3])))\n");
  const std::string command = "python3 -I '" + folder.file("receiver.py") + "' '" + secret + "' '" + signature + "' " +
                              std::to_string(now) + " '" + folder.file("body") + "' > '" + folder.file("said") +
                              "' 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::ifstream said{folder.file("said")};
  std::string line;
  std::getline(said, line);
  return line;
}

TEST(ASignature, IsTakenByWhatTheDocumentGivesToReceivers) {
  const std::string text = body(HookForm::json);
  const std::uint64_t now = 1'800'000'000;
  const std::string one = hook_signature(text, now, {"old secret"});
  EXPECT_EQ(said_by_python("old secret", one, text, now), "True");
  EXPECT_EQ(said_by_python("old secret", one, text, now + 300), "True");
  const std::string both = hook_signature(text, now, {"new secret", "old secret"});
  EXPECT_EQ(said_by_python("new secret", both, text, now), "True");
  EXPECT_EQ(said_by_python("old secret", both, text, now), "True");
}

TEST(ASignature, IsNotTakenForAnotherTextTimeOrSecret) {
  const std::string text = body(HookForm::json);
  const std::uint64_t now = 1'800'000'000;
  const std::string one = hook_signature(text, now, {"secret"});
  EXPECT_EQ(said_by_python("another", one, text, now), "False");
  EXPECT_EQ(said_by_python("secret", one, text + " ", now), "False");
  EXPECT_EQ(said_by_python("secret", one, text, now + 301), "False") << "an old message, played again";
  EXPECT_EQ(said_by_python("secret", one, text, now - 301), "False");
  std::string later = one;
  later.replace(later.find("t=1800000000"), 12, "t=1800000400");
  EXPECT_EQ(said_by_python("secret", later, text, now + 400), "False") << "the time is signed, too";
  EXPECT_EQ(said_by_python("secret", "t=1800000000", text, now), "False") << "no signature at all";
}

}  // namespace
}  // namespace ccop::notify
