// Whose an object is, and what a store keeps of it so that its file does not tell.
#include "store/object_store.hpp"

#include <algorithm>

namespace ccop::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class OwnedObjects : public ObjectStoreTest {};
INSTANTIATE_TEST_SUITE_P(Engines, OwnedObjects, ::testing::ValuesIn(engines()),
                         [](const auto& engine) { return engine.param; });

/// Turns everything round; real ones are in exchange/keys.hpp.
class TurnedRound final : public Sealing {
 public:
  [[nodiscard]] std::string seal(std::string_view plain, std::string_view bound) const override {
    return std::string{bound} + "\n" + std::string{plain.rbegin(), plain.rend()};
  }
  [[nodiscard]] std::string open(std::string_view sealed, std::string_view bound) const override {
    if (!sealed.starts_with(std::string{bound} + "\n")) throw StoreError{"it belongs elsewhere"};
    sealed.remove_prefix(bound.size() + 1);
    return {sealed.rbegin(), sealed.rend()};
  }
  [[nodiscard]] std::string term(ListId list, std::string_view term) const override {
    return "%" + std::to_string(list) + std::string{term.rbegin(), term.rend()};
  }
  [[nodiscard]] std::string digest(std::string_view digest, std::string_view bound) const override {
    return std::string{digest.rbegin(), digest.rend()} + " of " + std::string{bound};
  }
  [[nodiscard]] bool is_in_sealed(ListId list) const override { return list >= 3; }
  [[nodiscard]] bool is_in_clear(ListId list) const override { return list <= 3; }
};

TEST_P(OwnedObjects, AreSealedWhereTheirFileMustNotTell) {
  const auto store = open();
  NewObject secret = object(1, 1, "secret word", {3, 17});
  secret.is_sealed = true;
  secret.head = "its head";
  EXPECT_THROW((void)add(*store, {secret}), StoreError) << "there is no key";
  store->seal_with(std::make_shared<const TurnedRound>());
  add(*store, {secret, object(2, 1, "open word", {3})});
  EXPECT_THAT(page(*store, {{3}}), ElementsAre("secret word", "open word"));
  EXPECT_THAT(found(*store, {3}, "word"), ElementsAre("open word", "secret word"));
  EXPECT_THAT(found(*store, {17}, "word"), ElementsAre("secret word"));
  EXPECT_THAT(found(*store, {17}, "wor", true), IsEmpty());
  EXPECT_THAT(found(*store, {3}, "wor", true), ElementsAre("open word"));
  store->heads(store->page({{17}}), [](ObjectRow&& row) {
    EXPECT_EQ(row.head, "its head");
    EXPECT_EQ(row.json, "");
  });
  NewObject newer = secret;
  newer.version = 2;
  newer.terms = {"other"};
  newer.json = "other";
  add(*store, {newer});
  EXPECT_THAT(found(*store, {17}, "word"), IsEmpty());
  EXPECT_THAT(found(*store, {17}, "other"), ElementsAre("other"));
  const testing::TemporaryFolder elsewhere;
  const auto copy = open_sqlite_objects(elsewhere.file("copy.db"), words_of);
  copy->copy(*store, words_of);
  EXPECT_THAT(found(*copy, {17}, "other"), ElementsAre("other"));
}

TEST_P(OwnedObjects, AreKnownAgainByADigestThatIsSealed) {
  const auto store = open();
  store->seal_with(std::make_shared<const TurnedRound>());
  NewObject secret = object(1, 1, "secret word", {17});
  secret.is_sealed = true;
  add(*store, {secret});
  EXPECT_THAT(add(*store, {secret}), ElementsAre(Addition::known));
  NewObject other = object(1, 1, "other word", {17});
  other.is_sealed = true;
  EXPECT_THAT(add(*store, {other}), ElementsAre(Addition::differs));
  // Whoever brings it to others, and reads it, is told the same of it.
  EXPECT_THAT(add(*store, {object(1, 1, "secret word", {2, 17})}), ElementsAre(Addition::known));
  EXPECT_THAT(add(*store, {object(1, 1, "other word", {2, 17})}), ElementsAre(Addition::differs));
  const auto kept = digests();
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_NE(kept.front(), secret.digest);
  EXPECT_TRUE(kept.front().starts_with("drow terces fo tsegid of threat object indicator--01")) << kept.front();
  EXPECT_TRUE(kept.front().ends_with(" 1 of 7 in 17")) << kept.front();
}

TEST_P(OwnedObjects, HaveVersionsFromWhoeverHasTheirEditorAlone) {
  const auto store = open();
  const auto by = [](const std::string& editor, std::int64_t version, std::vector<ListId> lists = {2}) {
    NewObject made = object(1, version, "by " + editor, std::move(lists), 0);
    made.editor = editor;
    return made;
  };
  EXPECT_THAT(add(*store, {by("us", 1), by("them", 2), by("", 3), by("us", 4)}),
              ElementsAre(Addition::fresh, Addition::not_theirs, Addition::not_theirs, Addition::fresh));
  // Out of sight it is as if it were not there.
  EXPECT_THAT(add(*store, {by("them", 5, {9})}), ElementsAre(Addition::fresh));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("by us"));
  NewObject committee = by("committee", 6);
  committee.any_source = true;
  EXPECT_THAT(add(*store, {committee}), ElementsAre(Addition::fresh));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("by committee"));
  const auto versions = store->versions(object(1, 0, "").name);
  EXPECT_EQ(std::ranges::count(versions, "us", &ObjectRow::editor), 3) << "it stays whose it was";
  EXPECT_TRUE(std::ranges::find(versions, "them", &ObjectRow::editor)->is_beside);
}

TEST_P(OwnedObjects, HaveNoVersionThatIsLessStrictThanAnother) {
  const auto store = open();
  const auto as_strict_as = [](std::uint8_t strictness, std::int64_t version) {
    NewObject made = object(1, version, "v" + std::to_string(version));
    made.strictness = strictness;
    return made;
  };
  EXPECT_THAT(add(*store, {as_strict_as(1, 1), as_strict_as(2, 2), as_strict_as(1, 3), as_strict_as(2, 4)}),
              ElementsAre(Addition::fresh, Addition::fresh, Addition::looser, Addition::fresh));
  NewObject released = as_strict_as(0, 5);
  released.may_loosen = true;
  EXPECT_THAT(add(*store, {released}), ElementsAre(Addition::fresh));
}

}  // namespace
}  // namespace ccop::store
