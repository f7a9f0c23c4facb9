// Which witnesses a charter may name.
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using testing::charter_text;

std::string key_of(const std::string& name) {
  return ledger::Cosigner{name, sha256(bytes_of(name))}.key().text();
}

std::string witness(const std::string& name, const std::string& key) {
  return "\n[[witness]]\nname = \"" + name + "\"\nkey = \"" + key + "\"\n";
}

std::string needed(int count) {
  return "\n[witnesses]\nneeded = " + std::to_string(count) + "\n";
}

/// The first mistake of the harbour's charter with this at its end; empty when it is in order.
std::string mistake_of(const std::string& end) {
  const auto read = read_charter(charter_text("tests/charters/harbour.toml") + end);
  const auto* mistakes = std::get_if<std::vector<CharterMistake>>(&read);
  return mistakes == nullptr ? "" : mistakes->front().key + ": " + mistakes->front().expected;
}

const std::string two = witness("FAO", key_of("fao.example.org")) + witness("WHO", key_of("who.example.org"));

TEST(CharterWitnesses, AreNamedWithTheirKeysAndHowManyAreNeeded) {
  const auto read = read_charter(charter_text("tests/charters/harbour.toml") + needed(2) + two);
  const auto& charter = std::get<Charter>(read);
  ASSERT_EQ(charter.witnesses.size(), 2u);
  EXPECT_EQ(charter.witnesses[1].name, "WHO");
  EXPECT_EQ(charter.witness_keys()[1].text(), key_of("who.example.org"));
  EXPECT_EQ(charter.witnesses_needed, 2u);
}

TEST(CharterWitnesses, MayBeNone) {
  for (const auto* file : {"tests/charters/harbour.toml", "charter/ccop.toml"}) {
    const auto read = read_charter(charter_text(file));
    EXPECT_TRUE(std::get<Charter>(read).witnesses.empty());
    EXPECT_EQ(std::get<Charter>(read).witnesses_needed, 0u);
  }
}

TEST(CharterWitnesses, AreNeededByOneAtLeastAndByAllAtMost) {
  EXPECT_EQ(mistake_of(needed(1) + two), "");
  EXPECT_EQ(mistake_of(needed(0) + two), "witnesses.needed: an integer from 1 to 2");
  EXPECT_EQ(mistake_of(needed(3) + two), "witnesses.needed: an integer from 1 to 2");
}

TEST(CharterWitnesses, AreNamedTogetherWithHowManyAreNeeded) {
  EXPECT_EQ(mistake_of(two), "witnesses.needed: an integer from 1 to 2 (the key is missing)");
  EXPECT_EQ(mistake_of(needed(1)), "witness: one or more [[witness]] (the key is missing)");
}

TEST(CharterWitnesses, HaveKeysOfWitnesses) {
  const std::string expected =
      "witness[0].key: a witness's verifier key, as \"ccop witness init\" prints it (type 0x04)";
  const std::string of_a_log = ledger::Signer{"log.example.org", sha256(bytes_of("log"))}.key().text();
  EXPECT_EQ(mistake_of(needed(1) + witness("FAO", of_a_log)), expected);
  EXPECT_EQ(mistake_of(needed(1) + witness("FAO", "nothing")), expected);
  std::string other_name = key_of("fao.example.org");
  other_name.replace(0, 3, "oaf");
  EXPECT_EQ(mistake_of(needed(1) + witness("FAO", other_name)), expected);
}

TEST(CharterWitnesses, AreEachNamedOnce) {
  EXPECT_EQ(mistake_of(needed(1) + two + witness("FAO", key_of("another.example.org"))),
            "witness[2].name: each witness once");
}

TEST(CharterWitnesses, HaveAKeyEachOfTheirOwn) {
  EXPECT_EQ(mistake_of(needed(1) + two + witness("ITU", key_of("fao.example.org"))),
            "witness[2].key: a key of its own");
  // The same secret under another name: what is cosigned does not hold the name.
  const auto twin = ledger::Cosigner{"twin.example.org", sha256(bytes_of("fao.example.org"))}.key().text();
  EXPECT_EQ(mistake_of(needed(1) + two + witness("ITU", twin)), "witness[2].key: a key of its own");
}

TEST(CharterWitnesses, AreFifteenAtMost) {
  std::string all;
  for (int i = 0; i < 15; ++i) all += witness("W" + std::to_string(i), key_of("w" + std::to_string(i)));
  EXPECT_EQ(mistake_of(needed(15) + all), "");
  EXPECT_EQ(mistake_of(needed(15) + all + witness("one more", key_of("one.more"))), "witness: at most 15 witnesses");
}

TEST(CharterWitnesses, HaveNothingElseSaidOfThem) {
  EXPECT_EQ(mistake_of(needed(1) + "more = 1\n" + two), "witnesses.more: no such key here");
  EXPECT_EQ(mistake_of(needed(1) + two + "more = 1\n"), "witness[1].more: no such key here");
}

}  // namespace
}  // namespace ccop::community
