#include "ledger/cosignature.hpp"

#include "ledger/note.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace ccop::ledger {
namespace {

// A checkpoint of the log arche2025h1.staging.ct.transparency.dev, as it was served: signed by the log in two ways, and
// cosigned by four witnesses that others run, with programs of others. The witnesses' keys are those that they publish.
constexpr const char* served_note =
    "arche2025h1.staging.ct.transparency.dev\n"
    "1432088532\n"
    "U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n"
    "\n"
    "\u2014 arche2025h1.staging.ct.transparency.dev "
    "zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt"
    "0=\n"
    "\u2014 arche2025h1.staging.ct.transparency.dev "
    "ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=\n"
    "\u2014 transparency.dev/DEV:witness-little-garden "
    "2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==\n"
    "\u2014 witness1.smartit.nu/witness1 "
    "pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==\n"
    "\u2014 remora.n621.de "
    "2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==\n"
    "\u2014 witness.stagemole.eu "
    "Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==\n";
constexpr const char* served_key =
    "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
const std::vector<std::string> served_witnesses{
    "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
    "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
    "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv"};

std::vector<WitnessKey> keys_of(const std::vector<std::string>& texts) {
  std::vector<WitnessKey> keys;
  for (const auto& text : texts) keys.push_back(WitnessKey::parse(text).value());
  return keys;
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(AWitnessKey, OfAnotherProgramIsReadAndPrinted) {
  for (const auto& text : served_witnesses) EXPECT_EQ(WitnessKey::parse(text).value().text(), text);
}

TEST(AWitnessKey, HasItsTypeItsIdAndAName) {
  const std::string good = served_witnesses[2];
  EXPECT_FALSE(WitnessKey::parse(served_key)) << "a log's key is none";
  EXPECT_FALSE(VerifierKey::parse(good)) << "nor is a witness's a log's";
  EXPECT_FALSE(WitnessKey::parse(changed(good, "da77ade7", "da77ade8")));
  EXPECT_FALSE(WitnessKey::parse(changed(good, "+BOvN", "+BOvM")));
  EXPECT_FALSE(WitnessKey::parse(good.substr(good.find('+'))));
  EXPECT_FALSE(WitnessKey::parse(""));
  const Hash key = sha256({});
  for (const std::string& name :
       {std::string{}, std::string{"two words"}, std::string{"\u2003"}, std::string(201, 'n')})
    EXPECT_FALSE(WitnessKey::parse(key_text(name, timestamped_cosignature_type, key))) << name;
  EXPECT_TRUE(WitnessKey::parse(key_text(std::string(200, 'n'), timestamped_cosignature_type, key)));
}

TEST(Cosignatures, OfOtherProgramsHoldWithTheirTimes) {
  const auto found = cosignatures_on(served_note, keys_of(served_witnesses));
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 4u);
  for (const auto& cosignature : *found) EXPECT_EQ(to_rfc3339(cosignature.at), "2026-05-23T21:50:24.000Z");
  EXPECT_EQ(open_note(served_note, VerifierKey::parse(served_key).value()).value().size, 1432088532u);
}

TEST(Cosignatures, OfWhomNobodyKnowsAreIgnored) {
  EXPECT_EQ(cosignatures_on(served_note, {}).value().size(), 0u);
  const auto one = cosignatures_on(served_note, keys_of({served_witnesses[1]}));
  ASSERT_EQ(one.value().size(), 1u);
  EXPECT_EQ(one->front().by.name, "witness1.smartit.nu/witness1");
  // A key of the same name and another one of the same id, but not of both.
  const WitnessKey other{"remora.n621.de", sha256(bytes_of("another key"))};
  EXPECT_EQ(cosignatures_on(served_note, std::array{other}).value().size(), 0u);
}

TEST(Cosignatures, ThatDoNotHoldSpoilTheNote) {
  const auto keys = keys_of(served_witnesses);
  EXPECT_FALSE(cosignatures_on(changed(served_note, "1432088532", "1432088533"), keys)) << "another size";
  EXPECT_FALSE(cosignatures_on(changed(served_note, "arche2025h1", "arche2025h2"), keys)) << "another log";
  EXPECT_FALSE(cosignatures_on(changed(served_note, "U7WM79", "U7WM78"), keys)) << "another root";
  EXPECT_FALSE(cosignatures_on(changed(served_note, "\n\n", "\nmore\n\n"), keys)) << "more text";
  EXPECT_FALSE(cosignatures_on(changed(served_note, "2net5wAAAABqEiEg", "2net5wAAAABqEiEh"), keys)) << "another time";
  EXPECT_FALSE(cosignatures_on("", keys));
}

class ACosignature : public ::testing::Test {
 protected:
  [[nodiscard]] static Time second(int count) { return Time{std::chrono::seconds{1'800'000'000 + count}}; }
  [[nodiscard]] static Cosigner cosigner(const std::string& name) { return {name, sha256(bytes_of(name))}; }
  [[nodiscard]] std::vector<WitnessKey> keys(const std::vector<std::string>& names) const {
    std::vector<WitnessKey> all;
    for (const auto& name : names) all.push_back(cosigner(name).key());
    return all;
  }

  const Signer log{"example.org/log", sha256(bytes_of("log"))};
  const std::string note = log.sign({"example.org/log", 7, sha256(bytes_of("root"))});
};

TEST_F(ACosignature, HoldsForItsNoteAndItsWholeSecond) {
  const std::string line = cosigner("a").cosign(note, second(5) + std::chrono::milliseconds{999});
  const auto found = cosignatures_on(note + line, keys({"a", "b"}));
  ASSERT_EQ(found.value().size(), 1u);
  EXPECT_EQ(found->front().at, second(5));
  EXPECT_EQ(found->front().line, line);
  EXPECT_FALSE(cosignatures_on(log.sign({"example.org/log", 8, sha256(bytes_of("root"))}) + line, keys({"a"})));
  EXPECT_FALSE(open_note(note.substr(0, note.find("\n\n") + 2) + line, log.key())) << "it is no signature of the log";
}

TEST_F(ACosignature, MadeLaterByTheSameWitnessIsTheOneThatCounts) {
  const std::string both = note + cosigner("a").cosign(note, second(9)) + cosigner("a").cosign(note, second(3));
  const auto found = cosignatures_on(both, keys({"a"}));
  ASSERT_EQ(found.value().size(), 1u);
  EXPECT_EQ(found->front().at, second(9));
}

TEST_F(ACosignature, OfATimeThatNobodyCanWriteDownDoesNotHold) {
  const Time last{std::chrono::seconds{253'402'300'799}};
  EXPECT_TRUE(cosignatures_on(note + cosigner("a").cosign(note, last), keys({"a"})));
  EXPECT_FALSE(cosignatures_on(note + cosigner("a").cosign(note, last + std::chrono::seconds{1}), keys({"a"})));
}

TEST_F(ACosignature, IsPutUnderTheLogsOwnSignatureAndNobodyElses) {
  const std::string line = cosigner("a").cosign(note, second(1));
  const auto found = cosignatures_on(note + "\u2014 stranger AAAAAAAAAAAA\n" + line, keys({"a"}));
  EXPECT_EQ(with_cosignatures(note + "\u2014 stranger AAAAAAAAAAAA\n", log.key(), found.value()), note + line);
}

TEST_F(ACosignature, ProvesATimeTogetherWithAsManyAsAreNeeded) {
  const auto named = keys({"a", "b", "c"});
  const std::string three = note + cosigner("a").cosign(note, second(10)) + cosigner("b").cosign(note, second(30)) +
                            cosigner("c").cosign(note, second(20));
  EXPECT_EQ(witnessed(three, log.key(), named, 1).value().at, second(30));
  EXPECT_EQ(witnessed(three, log.key(), named, 2).value().at, second(20));
  EXPECT_EQ(witnessed(three, log.key(), named, 3).value().at, second(10));
  EXPECT_EQ(witnessed(three, log.key(), named, 3).value().checkpoint.size, 7u);
  EXPECT_EQ(witnessed(three, log.key(), named, 3).value().by.size(), 3u);
}

TEST_F(ACosignature, ProvesNothingWhereThereAreTooFewOrNoneAreNeeded) {
  const std::string one = note + cosigner("a").cosign(note, second(10));
  EXPECT_TRUE(witnessed(one, log.key(), keys({"a", "b"}), 1));
  EXPECT_FALSE(witnessed(one, log.key(), keys({"a", "b"}), 2));
  EXPECT_FALSE(witnessed(one, log.key(), keys({"b"}), 1));
  EXPECT_FALSE(witnessed(one, log.key(), keys({"a"}), 0));
  EXPECT_FALSE(witnessed(note, log.key(), {}, 0));
  const Signer other{"example.org/log", sha256(bytes_of("another log"))};
  EXPECT_FALSE(witnessed(one, other.key(), keys({"a"}), 1)) << "the log did not sign it";
}

TEST_F(ACosignature, CountsOnceForEachKeyAndNeverForTheLogs) {
  const Cosigner twin{"twin", sha256(bytes_of("a"))};
  const std::string two = note + cosigner("a").cosign(note, second(1)) + twin.cosign(note, second(2));
  const std::array named{cosigner("a").key(), twin.key()};
  EXPECT_TRUE(witnessed(two, log.key(), named, 1));
  EXPECT_FALSE(witnessed(two, log.key(), named, 2));
  const Cosigner itself{"witness", sha256(bytes_of("log"))};
  EXPECT_FALSE(witnessed(note + itself.cosign(note, second(1)), log.key(), std::array{itself.key()}, 1));
}

TEST(ANote, IsReadWithinItsLimitsAlone) {
  const std::string text = "a\n1\nb\n\n";
  const std::string line = signature_line("key", {1, 2, 3, 4}, bytes_of("signature"));
  std::string lines;
  for (std::size_t i = 0; i < most_signatures; ++i) lines += line;
  ASSERT_TRUE(read_note(text + lines));
  EXPECT_EQ(read_note(text + lines)->signatures.size(), most_signatures);
  EXPECT_EQ(read_note(text + line)->signatures.front().line, line);
  EXPECT_FALSE(read_note(text + lines + line));
  EXPECT_FALSE(read_note(std::string(longest_note, 'a') + text + line));
  EXPECT_FALSE(read_note("a\r\n1\nb\n\n" + line)) << "a control character";
  EXPECT_FALSE(read_note(text + "key AAAAAAAAAAAA\n")) << "no dash";
  EXPECT_FALSE(read_note(text + line.substr(0, line.size() - 1))) << "no line feed";
  EXPECT_TRUE(read_note(text + "\u2014 key !!!\n" + line)) << "what can't be read is unknown";
}

}  // namespace
}  // namespace ccop::ledger
