// Which key signs a log, by the changes that the keys before signed for.
#include "ledger/key_change.hpp"

#include <gtest/gtest.h>

namespace ccop::ledger {
namespace {

class KeyChanges : public ::testing::Test {
 protected:
  [[nodiscard]] static Signer signer(const std::string& name) { return {"a.example/log", sha256(bytes_of(name))}; }
  [[nodiscard]] SignedKeyChange change(const Signer& from, const Signer& to, std::uint64_t after) const {
    const LogKeyChange made{from.key().text(), to.key().text(), after};
    return {made, from.sign(key_change_message(one.key().text(), made))};
  }
  [[nodiscard]] bool holds(const std::vector<SignedKeyChange>& changes) const {
    return is_chain(one.key().text(), changes);
  }

  const Signer one = signer("one");
  const Signer two = signer("two");
  const Signer three = signer("three");
};

/// As docs/record.md writes it.
TEST_F(KeyChanges, AreSignedAsAMessageThatNamesItsPurposeAndTheLog) {
  EXPECT_EQ(key_change_message("first", {"from", "to", 7}),
            "ccop log key v1\nfirst\n{\"after\":7,\"from\":\"from\",\"to\":\"to\"}");
}

TEST_F(KeyChanges, SayWhichKeySignsATreeOfSoManyEntries) {
  const std::vector changes{change(one, two, 5), change(two, three, 9)};
  const std::string first = one.key().text();
  for (const auto& [size, key] : {std::pair{std::uint64_t{0}, &one}, {5, &one}, {6, &two}, {9, &two}, {10, &three}})
    EXPECT_EQ(signing_key(first, changes, size), key->key().text()) << size;
}

TEST_F(KeyChanges, FollowEachFromTheOneBefore) {
  EXPECT_TRUE(holds({}));
  EXPECT_TRUE(holds({change(one, two, 5), change(two, three, 5)}));
  EXPECT_FALSE(holds({change(two, three, 5)})) << "not from the first key";
  EXPECT_FALSE(holds({change(one, two, 5), change(one, three, 9)})) << "from a key that was handed over";
  EXPECT_FALSE(holds({change(one, two, 5), change(two, three, 4)})) << "earlier than the one before";
  EXPECT_FALSE(holds({change(one, two, 5), change(two, one, 9)})) << "back";
  EXPECT_FALSE(holds({change(one, one, 5)}));
}

TEST_F(KeyChanges, AreSignedByTheKeyBeforeAlone) {
  auto forged = change(one, two, 5);
  forged.signature = two.sign(key_change_message(one.key().text(), forged.change));
  EXPECT_FALSE(holds({forged}));
  auto of_another_log = change(one, two, 5);
  of_another_log.signature = one.sign(key_change_message(two.key().text(), of_another_log.change));
  EXPECT_FALSE(holds({of_another_log}));
  auto moved = change(one, two, 5);
  moved.change.after = 6;
  EXPECT_FALSE(holds({moved}));
  auto cut = change(one, two, 5);
  cut.signature.pop_back();
  EXPECT_FALSE(holds({cut}));
  EXPECT_FALSE(holds({change(one, Signer{"b.example/log", sha256(bytes_of("two"))}, 5)})) << "of another name";
}

}  // namespace
}  // namespace ccop::ledger
