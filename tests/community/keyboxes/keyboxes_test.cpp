// The keys with which seats vote: who keeps them, and which stands (clauses 3.5, 4.2, 4.3).
#include "community/keyboxes/keys.hpp"
#include "community/membership/commands.hpp"

namespace ccop::community {
namespace {

using namespace testing;

class AKeybox : public ::testing::Test {
 protected:
  AKeybox() {
    main = story.representative("FAO");
    seat = story.organization("FAO");
    year = year_of(story.time);
  }
  const VotingKey* key(std::uint32_t of_year) const { return keyboxes(story.now).key_of(seat, of_year); }

  Scenario story;
  PersonId main;
  OrganizationId seat;
  std::uint32_t year;
};

TEST_F(AKeybox, IsOfTheSeatAndItsKeyIsForAYear) {
  EXPECT_THAT(story.ask(main, registration(seat, year)), allowed());
  ASSERT_NE(key(year), nullptr);
  EXPECT_EQ(key(year)->key, key_text(seat, year));
  EXPECT_EQ(key(year + 1), nullptr);
  EXPECT_THAT(story.ask(main, registration(seat, year + 1)), allowed());
  EXPECT_EQ(key(year)->key, key_text(seat, year)) << "each year has its own";
}

TEST_F(AKeybox, IsRegisteredForThisYearOrTheNext) {
  for (const std::uint32_t other : {year - 1, year + 2})
    EXPECT_THAT(story.ask(main, registration(seat, other)),
                refused_for("voting-key-is-for-this-year-or-next", clause::candidacies));
}

/// Whoever looks into an election finds there who signed for the key.
TEST_F(AKeybox, IsFoundInTheRecordWhereItsKeysWereRegistered) {
  const std::uint64_t first = record_size(story.now);
  story.ask(main, registration(seat, year));
  story.ask(main, registration(seat, year, 1));
  EXPECT_EQ(keyboxes(story.now).registered_in(seat, key_text(seat, year)), first);
  EXPECT_EQ(keyboxes(story.now).registered_in(seat, key_text(seat, year, 1)), first + 1);
  EXPECT_EQ(keyboxes(story.now).registered_in(story.organization("WHO"), key_text(seat, year)), std::nullopt);
}

TEST_F(AKeybox, IsMadeAnewAndTheLastKeyStands) {
  story.ask(main, registration(seat, year));
  EXPECT_THAT(story.ask(main, registration(seat, year, 1)), allowed());
  EXPECT_EQ(key(year)->key, key_text(seat, year, 1));
}

TEST_F(AKeybox, HasAKeyThatNobodyElseHadNorTheSeatItself) {
  const PersonId other = story.representative("WHO");
  story.ask(main, registration(seat, year));
  auto copied = registration(story.organization("WHO"), year, 1);
  copied.key = key_text(seat, year);
  EXPECT_THAT(story.ask(other, copied), refused_for("voting-key-was-registered", clause::candidacies));
  EXPECT_THAT(story.ask(main, registration(seat, year)), refused_for("voting-key-was-registered", clause::candidacies));
}

TEST_F(AKeybox, IsKeptByTheMainRepresentativeAndTheAlternateAlone) {
  const PersonId alternate = story.person();
  const PersonId stranger = story.representative("WHO");
  EXPECT_THAT(story.ask(stranger, registration(seat, year)),
              refused_for("only-the-seat-keeps-its-keys", clause::main_representative));
  EXPECT_THAT(story.ask(stranger, KeepKeybox{seat, Bytes(16, 1), {1}, words("box")}),
              refused_for("only-the-seat-keeps-its-keys", clause::main_representative));
  EXPECT_THAT(story.ask(main, registration({1000}, year)), refused_for("no-such-organization", clause::the_record));
  EXPECT_THAT(story.ask(main, NameAlternate{alternate, story.time, story.time + days{30}}), allowed());
  EXPECT_THAT(story.ask(alternate, registration(seat, year)), allowed());
}

TEST_F(AKeybox, IsOfObserversToo) {
  const PersonId observer = story.representative("ADB");
  EXPECT_THAT(register_key(story, observer, year), allowed());
}

TEST_F(AKeybox, IsRefusedWhereItIsNotWrittenAsOne) {
  auto asked = registration(seat, year);
  asked.key = "A" + asked.key.substr(1);
  EXPECT_THAT(story.ask(main, asked), refused_for("voting-key-does-not-fit", clause::the_record));
  asked = registration(seat, year);
  asked.key.pop_back();
  EXPECT_THAT(story.ask(main, asked), refused_for("voting-key-does-not-fit", clause::the_record));
  asked = registration(seat, year);
  asked.box.pop_back();
  EXPECT_THAT(story.ask(main, asked), refused_for("voting-key-does-not-fit", clause::the_record));
  asked = registration(seat, year);
  asked.sealing.push_back(1);
  EXPECT_THAT(story.ask(main, asked), refused_for("voting-key-does-not-fit", clause::the_record));
}

TEST_F(AKeybox, IsKeptForEachOfOnesOwnPasskeys) {
  const Bytes first{1, 1};
  const Bytes second{2, 2};
  for (const Bytes& credential : {first, second})
    of<People>(story.now).all[main].passkeys.push_back({credential, -7, {1}, "localhost", {}, {}});
  EXPECT_THAT(story.ask(main, KeepKeybox{seat, Bytes(16, 1), first, words("for the first")}), allowed());
  EXPECT_THAT(story.ask(main, KeepKeybox{seat, Bytes(16, 1), second, words("for the second")}), allowed());
  EXPECT_THAT(story.ask(main, KeepKeybox{seat, Bytes(16, 1), first, words("again")}), allowed());
  const Keybox& kept = *keyboxes(story.now).find(seat);
  ASSERT_EQ(kept.wrapped.size(), 2u);
  EXPECT_EQ(kept.wrapped.back().wrapped, words("again"));
  EXPECT_THAT(story.ask(main, KeepKeybox{seat, Bytes(16, 1), {9}, words("another's")}),
              refused_for("keybox-is-for-own-passkeys", clause::the_record));
  EXPECT_THAT(story.ask(main, KeepKeybox{seat, Bytes(15, 1), first, words("no name")}),
              refused_for("keybox-does-not-fit", clause::the_record));
}

TEST_F(AKeybox, IsNotKeptAnyNumberOfTimes) {
  of<People>(story.now).all[main].passkeys.push_back({{1}, -7, {1}, "localhost", {}, {}});
  for (std::uint8_t i = 0; i < 64; ++i)
    EXPECT_THAT(story.ask(main, KeepKeybox{seat, Bytes(16, i), {1}, words("box")}), allowed());
  EXPECT_THAT(story.ask(main, KeepKeybox{seat, Bytes(16, 64), {1}, words("box")}),
              refused_for("too-many-keyboxes", clause::the_record));
}

}  // namespace
}  // namespace ccop::community
