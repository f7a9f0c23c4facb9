// Texts in answers: known by their hashes at first, filled in afterwards, and null or left out where they were erased.
#include "server/kernel/words.hpp"

#include <gtest/gtest.h>

namespace ccop::server {
namespace {

struct ShownShape {
  std::optional<std::string> title;
  std::optional<std::string> name;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ShownShape, (), (title, name, text))

struct NoteView {
  Words text;
  Words title;
  Words name;
  std::optional<SureWords> email;
  Fields<ShownShape> fields;
  std::vector<Words> options;
  OrNull<Words> nothing;
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (text, title, name, email, fields, options, nothing))

const ContentHash there{sha256(bytes_of("there"))};

NoteView note_on(const ContentHash& content) {
  NoteView note;
  note.text = Words::of(content);
  note.title = Words::member(content, "title");
  note.name = Words::member_or_empty(content, "name");
  note.email = Words::member_or_empty(content, "email");
  note.fields = Fields<ShownShape>{content};
  note.options = {Words::of_or_empty(content), Words{std::string{"known"}}};
  return note;
}

std::string filled(NoteView note, const std::string& text) {
  Texts texts{[&](const ContentHash& hash) {
    return hash == there ? std::optional{store::Content{std::string(16, 's'), text}} : std::nullopt;
  }};
  fill(note, texts);
  return to_json(note);
}

TEST(WordsOfAContent, AreFilledInWhereverTheyStand) {
  EXPECT_EQ(filled(note_on(there), R"({"title":"T","name":"N","email":"E","more":1})"),
            R"({"email":"E","fields":{"title":"T","name":"N"},"name":"N","nothing":null,)"
            R"("options":["{\"title\":\"T\",\"name\":\"N\",\"email\":\"E\",\"more\":1}","known"],)"
            R"("text":"{\"title\":\"T\",\"name\":\"N\",\"email\":\"E\",\"more\":1}","title":"T"})");
}

TEST(WordsOfAContent, AreNullOrEmptyOrLeftOutWhereItWasErased) {
  EXPECT_EQ(filled(note_on(ContentHash{sha256(bytes_of("erased"))}), ""),
            R"({"fields":null,"name":null,"nothing":null,"options":["","known"],"text":null,"title":null})");
}

TEST(WordsOfAContent, AreOfAPlainTextToo) {
  EXPECT_EQ(filled(note_on(there), "plain \"text\""),
            R"({"email":"","fields":{"text":"plain \"text\""},"name":"","nothing":null,)"
            R"("options":["plain \"text\"","known"],"text":"plain \"text\"","title":null})");
}

/// A page that met a number where a name should stand would show nothing at all.
TEST(WordsOfAContent, AreLeftOutWhereTheyAreNoText) {
  EXPECT_EQ(filled(note_on(there), R"({"title":{"a":1},"name":7,"email":[1],"text":"kept"})"),
            R"({"email":"","fields":{"text":"kept"},"name":"","nothing":null,)"
            R"("options":["{\"title\":{\"a\":1},\"name\":7,\"email\":[1],\"text\":\"kept\"}","known"],)"
            R"("text":"{\"title\":{\"a\":1},\"name\":7,\"email\":[1],\"text\":\"kept\"}","title":null})");
}

/// Whoever reads it can compute the hash that the record has.
TEST(WordsOfAContent, AreGivenWholeWithTheirSaltWhereTheyAreSigned) {
  Texts texts{[](const ContentHash& hash) {
    return hash == there ? std::optional{store::Content{std::string(16, 's'), "T"}} : std::nullopt;
  }};
  std::vector<Whole> whole{Whole{there}, Whole{ContentHash{sha256(bytes_of("erased"))}}};
  fill(whole, texts);
  EXPECT_EQ(to_json(whole), R"([{"salt":"c3Nzc3Nzc3Nzc3Nzc3Nzcw","text":"T"},null])");
}

TEST(WordsOfAContent, LookEachTextUpOnce) {
  int asked = 0;
  Texts texts{[&](const ContentHash&) {
    ++asked;
    return std::optional{store::Content{std::string(16, 's'), "{}"}};
  }};
  NoteView note = note_on(there);
  fill(note, texts);
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace ccop::server
