// The same tests for both engines: what is added is found again by its place, its name and its terms, by those alone
// who read its lists.
#include "postgres.hpp"
#include "store/object_store.hpp"
#include "store/sqlite_connection.hpp"

#include <unistd.h>

namespace ccop::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

INSTANTIATE_TEST_SUITE_P(Engines, ObjectStoreTest, ::testing::ValuesIn(engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(ObjectStoreTest, GivesObjectsBackInTheOrderOfTheirAddition) {
  const auto store = open();
  EXPECT_THAT(add(*store, {object(1, 1, "one"), object(2, 1, "two"), object(3, 1, "three")}),
              ElementsAre(Addition::fresh, Addition::fresh, Addition::fresh));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("one", "two", "three"));
  PageQuery newest{{2}};
  newest.newest_first = true;
  EXPECT_THAT(page(*store, newest), ElementsAre("three", "two", "one"));
}

TEST_P(ObjectStoreTest, GivesEachObjectAPlaceOfItsOwnThoughTheClockStandsStillOrRunsBack) {
  const auto store = open();
  add(*store, {object(1, 1, "one"), object(2, 1, "two")});
  (void)store->add(std::vector{object(3, 1, "three")}, 5);
  const auto places = store->page({{2}});
  ASSERT_EQ(places.size(), 3u);
  EXPECT_LT(places[0], places[1]);
  EXPECT_LT(places[1], places[2]);
}

TEST_P(ObjectStoreTest, TellsByOnePlaceMoreThatThereIsMore) {
  const auto store = open();
  add(*store, {object(1, 1, "one"), object(2, 1, "two"), object(3, 1, "three")});
  PageQuery query{{2}};
  query.limit = 2;
  const auto first = store->page(query);
  ASSERT_EQ(first.size(), 3u);
  query.after = first[1];
  EXPECT_THAT(page(*store, query), ElementsAre("three"));
}

TEST_P(ObjectStoreTest, GivesNobodyWhatStandsInOtherLists) {
  const auto store = open();
  add(*store, {object(1, 1, "open word", {0}), object(2, 1, "closed word", {2}), object(3, 1, "named word", {17, 19})});
  EXPECT_THAT(page(*store, {{0}}), ElementsAre("open word"));
  EXPECT_THAT(page(*store, {{0, 2}}), ElementsAre("open word", "closed word"));
  EXPECT_THAT(page(*store, {{19}}), ElementsAre("named word"));
  EXPECT_THAT(page(*store, {{17, 19}}), ElementsAre("named word"));
  EXPECT_THAT(found(*store, {0}, "word"), ElementsAre("open word"));
  EXPECT_THAT(found(*store, {17}, "word"), ElementsAre("named word"));
  EXPECT_THAT(found(*store, {18}, "word"), IsEmpty());
  EXPECT_THAT(found(*store, {}, "word"), IsEmpty());
}

TEST_P(ObjectStoreTest, TakesTheSameVersionTwiceForNoChange) {
  const auto store = open();
  add(*store, {object(1, 5, "first")});
  EXPECT_THAT(add(*store, {object(1, 5, "first")}), ElementsAre(Addition::known));
  EXPECT_THAT(add(*store, {object(2, 5, "x"), object(2, 5, "x")}), ElementsAre(Addition::fresh, Addition::known));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("first", "x"));
}

TEST_P(ObjectStoreTest, TellsTheSameVersionWithAnotherContentFromNoChange) {
  const auto store = open();
  add(*store, {object(1, 5, "first")});
  EXPECT_THAT(add(*store, {object(1, 5, "other text")}), ElementsAre(Addition::differs));
  EXPECT_THAT(add(*store, {object(2, 5, "x"), object(2, 5, "y")}), ElementsAre(Addition::fresh, Addition::differs));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("first", "x"));
  store->remove(store->versions(object(1, 0, "").name));
  EXPECT_THAT(add(*store, {object(1, 5, "other text")}), ElementsAre(Addition::fresh));
  EXPECT_THAT(add(*store, {object(1, 5, "other text")}), ElementsAre(Addition::known)) << "the first's digest is gone";
}

TEST_P(ObjectStoreTest, KnowsNoContentAgainOfWhichItHasNoDigest) {
  {
    const auto older = open();
    add(*older, {object(1, 5, "first"), object(2, 5, "second")});
  }
  forget_digests();
  const auto store = open();
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("first", "second"));
  EXPECT_THAT(add(*store, {object(1, 5, "first"), object(2, 5, "second"), object(3, 5, "third")}),
              ElementsAre(Addition::differs, Addition::differs, Addition::fresh));
  const auto read = store->versions(object(1, 0, "").name);
  store->keep_digests(std::vector{ObjectStore::Digested{read.front(), object(1, 5, "first").digest}});
  EXPECT_THAT(add(*store, {object(1, 5, "first"), object(2, 5, "second"), object(3, 5, "third")}),
              ElementsAre(Addition::known, Addition::differs, Addition::known));
  auto undigested = object(3, 5, "third");
  undigested.digest.clear();
  EXPECT_THAT(add(*store, {undigested}), ElementsAre(Addition::differs));
}

TEST_P(ObjectStoreTest, ShowsTheLatestVersionInThePlaceOfItsAddition) {
  const auto store = open();
  add(*store, {object(1, 5, "old word"), object(2, 5, "other")});
  add(*store, {object(1, 9, "new word")});
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("other", "new word"));
  EXPECT_THAT(found(*store, {2}, "word"), ElementsAre("new word"));
  EXPECT_THAT(found(*store, {2}, "old"), IsEmpty());
  PageQuery all{{2}};
  all.versions = Versions::all;
  EXPECT_THAT(page(*store, all), ElementsAre("old word", "other", "new word"));
  PageQuery first{{2}};
  first.versions = Versions::first;
  EXPECT_THAT(page(*store, first), ElementsAre("old word", "other"));
}

TEST_P(ObjectStoreTest, KeepsAnOlderVersionThatComesLaterAsAnOldOne) {
  const auto store = open();
  add(*store, {object(1, 9, "new")});
  add(*store, {object(1, 5, "old")});
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("new"));
  PageQuery first{{2}};
  first.versions = Versions::first;
  EXPECT_THAT(page(*store, first), ElementsAre("old"));
  EXPECT_THAT(found(*store, {2}, "old"), IsEmpty());
}

TEST_P(ObjectStoreTest, SettlesSeveralVersionsThatComeTogether) {
  const auto store = open();
  add(*store, {object(1, 7, "seven"), object(1, 9, "nine"), object(1, 5, "five")});
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("nine"));
  const auto versions = store->versions({"indicator", object(1, 0, "").name.uuid});
  ASSERT_EQ(versions.size(), 3u);
  EXPECT_EQ(versions[0].json, "five");
  EXPECT_TRUE(versions[0].is_first);
  EXPECT_FALSE(versions[1].is_first || versions[1].is_latest);
  EXPECT_TRUE(versions[2].is_latest);
}

TEST_P(ObjectStoreTest, TakesANewVersionFromItsSourceAlone) {
  const auto store = open();
  add(*store, {object(1, 5, "theirs", {2}, 7)});
  auto other = object(1, 6, "not mine", {0}, 8);
  other.in_sight = {0, 2};
  EXPECT_THAT(add(*store, {other}), ElementsAre(Addition::not_theirs));
  auto committee = object(1, 6, "corrected", {2}, 8);
  committee.any_source = true;
  EXPECT_THAT(add(*store, {committee}), ElementsAre(Addition::fresh));
  EXPECT_THAT(page(*store, {{0, 2}}), ElementsAre("corrected"));
  EXPECT_THAT(add(*store, {object(1, 7, "again", {2}, 7)}), ElementsAre(Addition::fresh));  // it stays theirs
  EXPECT_THAT(page(*store, {{0, 2}}), ElementsAre("again"));
}

NewObject from(std::uint32_t source, ListId list, std::int64_t version, std::string json,
               std::vector<ListId> in_sight) {
  auto made = object(1, version, std::move(json), {list}, source);
  made.in_sight = std::move(in_sight);
  return made;
}

TEST_P(ObjectStoreTest, KeepsACopyBesideOneThatItsBringerMayNotRead) {
  const auto store = open();
  add(*store, {from(7, 17, 5, "kept close", {2, 17})});
  EXPECT_THAT(add(*store, {from(8, 2, 5, "open", {2, 18})}), ElementsAre(Addition::fresh));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("open"));
  EXPECT_THAT(page(*store, {{17}}), ElementsAre("kept close"));
  EXPECT_THAT(found(*store, {2}, "open"), ElementsAre("open"));
  EXPECT_THAT(add(*store, {from(8, 2, 5, "open", {2, 18})}), ElementsAre(Addition::known));
}

TEST_P(ObjectStoreTest, SupersedesItsSourcesCopyAloneAndGoesBackToIt) {
  const auto store = open();
  add(*store, {from(7, 17, 5, "close five", {2, 17}), from(8, 2, 5, "open five", {2, 18})});
  EXPECT_THAT(add(*store, {from(7, 17, 6, "close six", {2, 17}), from(8, 2, 7, "open seven", {2, 18})}),
              ElementsAre(Addition::fresh, Addition::fresh));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("open seven"));
  EXPECT_THAT(page(*store, {{17}}), ElementsAre("close six"));
  const auto all = store->versions(object(1, 0, "").name);
  ASSERT_EQ(all.size(), 4u);
  store->remove({all.back()});
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("open five"));
  EXPECT_THAT(page(*store, {{17}}), ElementsAre("close six"));
}

TEST_P(ObjectStoreTest, KnowsACopyThatItsBringerReadsWhoeverBroughtIt) {
  const auto store = open();
  add(*store, {from(7, 2, 5, "amber", {2, 17})});
  EXPECT_THAT(add(*store, {from(8, 1, 5, "amber", {1, 2, 18})}), ElementsAre(Addition::known));
  EXPECT_THAT(add(*store, {from(8, 1, 5, "green", {1, 2, 18})}), ElementsAre(Addition::differs));
  EXPECT_THAT(add(*store, {from(8, 18, 6, "changed", {1, 2, 18})}), ElementsAre(Addition::not_theirs));
  auto made = from(8, 18, 9, "made again", {1, 2, 18});
  made.only_if_absent = true;
  EXPECT_THAT(add(*store, {made}), ElementsAre(Addition::known));
  made.in_sight = {18};
  EXPECT_THAT(add(*store, {made}), ElementsAre(Addition::fresh));
}

TEST_P(ObjectStoreTest, KeepsItemsWithoutVersionsBesideEachOther) {
  const auto store = open();
  auto amber = object(1, -3, "address", {2});
  auto red = object(1, -18, "address", {17}, 9);
  amber.has_versions = red.has_versions = false;
  amber.any_source = red.any_source = true;
  EXPECT_THAT(add(*store, {red, amber}), ElementsAre(Addition::fresh, Addition::fresh));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("address"));
  EXPECT_THAT(page(*store, {{17}}), ElementsAre("address"));
}

TEST_P(ObjectStoreTest, FiltersByTypeWithinTheReadersLists) {
  const auto store = open();
  add(*store, {object(1, 1, "a", {2}, 7, "malware"), object(2, 1, "b", {0}, 7, "malware"), object(3, 1, "c")});
  PageQuery query{{2}, {"malware", "no-such-type"}};
  EXPECT_THAT(page(*store, query), ElementsAre("a"));
}

TEST_P(ObjectStoreTest, FindsByWholeTermsByBeginningsAndByAllOfSeveral) {
  const auto store = open();
  add(*store,
      {object(1, 1, "198.51.100.7 botnet"), object(2, 1, "198.51.100.77 odd"), object(3, 1, "botnet x:y/z?a=1")});
  EXPECT_THAT(found(*store, {2}, "198.51.100.7"), ElementsAre("198.51.100.7 botnet"));
  EXPECT_THAT(found(*store, {2}, "198.51.100.7", true), ElementsAre("198.51.100.77 odd", "198.51.100.7 botnet"));
  EXPECT_THAT(texts(*store, store->search({{2}, {{{"botnet", false}}, {{"198.51.100.7", false}}}})),
              ElementsAre("198.51.100.7 botnet"));
  EXPECT_THAT(found(*store, {2}, "x:y/z?a=1"), ElementsAre("botnet x:y/z?a=1"));
  for (const auto* odd : {"' OR 1=1", "\"", "a\" OR \"2~botnet", "botnet AND", "\\'"})
    EXPECT_THAT(found(*store, {2}, odd, true), IsEmpty()) << odd;
}

TEST_P(ObjectStoreTest, PagesThroughWhatIsFound) {
  const auto store = open();
  add(*store, {object(1, 1, "w one"), object(2, 1, "w two"), object(3, 1, "w three")});
  SearchQuery query{{2}, {{{"w", false}}}};
  query.limit = 2;
  const auto first = store->search(query);
  EXPECT_THAT(texts(*store, first), ElementsAre("w three", "w two"));
  query.before = first.back();
  EXPECT_THAT(texts(*store, store->search(query)), ElementsAre("w one"));
  SearchQuery forwards{{2}, {{{"w", false}}}};
  forwards.oldest_first = true;
  forwards.after = first.back();
  EXPECT_THAT(texts(*store, store->search(forwards)), ElementsAre("w three"));
}

TEST_P(ObjectStoreTest, FindsTheSameAfterItWasTidied) {
  const auto store = open();
  for (std::uint8_t i = 1; i <= 40; ++i) add(*store, {object(i, 1, "common w" + std::to_string(i))});
  store->remove(store->versions(object(7, 0, "").name));
  std::size_t steps = 0;
  while (store->tidy()) ASSERT_LT(++steps, 1000u);
  EXPECT_FALSE(store->tidy());
  EXPECT_EQ(store->search({{2}, {{{"common", false}}}}).size(), 39u);
  EXPECT_THAT(found(*store, {2}, "w8"), ElementsAre("common w8"));
  EXPECT_THAT(found(*store, {2}, "w7"), IsEmpty());
  EXPECT_THAT(found(*store, {2}, "w3", true).size(), 11u);
}

TEST_P(ObjectStoreTest, IsCopiedWithItsPlacesItsVersionsAndItsNotes) {
  const auto store = open();
  add(*store, {object(1, 5, "old word"), object(1, 9, "new word"), object(2, 5, "red word", {17}, 9)});
  store->set_note("state/a", "value");
  const testing::TemporaryFolder elsewhere;
  const auto copy = open_sqlite_objects(elsewhere.file("copy.db"), words_of);
  copy->copy(*store, words_of);
  PageQuery all{{2, 17}};
  all.versions = Versions::all;
  EXPECT_EQ(copy->page(all), store->page(all));
  EXPECT_THAT(page(*copy, {{2}}), ElementsAre("new word"));
  EXPECT_THAT(found(*copy, {2}, "word"), ElementsAre("new word"));
  EXPECT_THAT(found(*copy, {17}, "red"), ElementsAre("red word"));
  EXPECT_EQ(copy->note("state/a"), "value");
  EXPECT_THAT(add(*copy, {object(1, 5, "again"), object(2, 6, "hers", {17}, 8), object(3, 1, "after")}),
              ElementsAre(Addition::differs, Addition::not_theirs, Addition::fresh));
  EXPECT_THROW(copy->copy(*store, words_of), StoreError);
}

TEST(ObjectsInSqlite, MarkFrequentTermsWhereSearchesWouldWalkThroughThem) {
  const testing::TemporaryFolder folder;
  const auto store = open_sqlite_objects(folder.file("objects.db"), words_of);
  std::vector<NewObject> many;
  for (std::uint16_t i = 0; i < 20'000; ++i) {
    many.push_back(object(0, 1, "often n" + std::to_string(i)));
    many.back().name.uuid[1] = static_cast<std::uint8_t>(i >> 8);
    many.back().name.uuid[2] = static_cast<std::uint8_t>(i);
  }
  (void)store->add(many, 1000);
  while (store->tidy()) {
  }
  sqlite::Connection beside{folder.file("objects.db"), false, 0, true};
  sqlite::Statement marked{beside.raw(), "SELECT term FROM frequent"};
  ASSERT_TRUE(marked.step());
  EXPECT_EQ(marked.bytes(0), "2~often");
  EXPECT_EQ(store->search({{2}, {{{"often", false}}}, 0, std::numeric_limits<std::int64_t>::max(), 30'000}).size(),
            20'000u);
  EXPECT_THAT(store->search({{2}, {{{"often!", false}}}}), IsEmpty());
  EXPECT_THAT(store->search({{2}, {{{"oftener", true}}}}), IsEmpty());
  EXPECT_EQ(store->search({{2}, {{{"n1999", true}}}}).size(), 11u);
}

TEST_P(ObjectStoreTest, TakesAVersionAwayAndShowsTheOneBefore) {
  const auto store = open();
  add(*store, {object(1, 5, "old word"), object(1, 9, "new word"), object(2, 5, "gone word")});
  const auto versions = store->versions(object(1, 0, "").name);
  store->remove({versions[1], store->versions(object(2, 0, "").name).front()});
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("old word"));
  EXPECT_THAT(found(*store, {2}, "word"), ElementsAre("old word"));
  EXPECT_THAT(add(*store, {object(3, 1, "after")}), ElementsAre(Addition::fresh));
  EXPECT_THAT(page(*store, {{2}}), ElementsAre("old word", "after"));
}

TEST_P(ObjectStoreTest, HoldsEverythingAfterItWasOpenedAgain) {
  {
    const auto store = open();
    add(*store, {object(1, 1, "kept", {2}, 7, "x-own")});
    store->set_note("state/a", "value");
    store->set_note("state/b", "other");
    store->set_note("state/b", "");
  }
  const auto store = open();
  EXPECT_THAT(page(*store, {{2}, {"x-own"}}), ElementsAre("kept"));
  EXPECT_EQ(store->note("state/a"), "value");
  EXPECT_EQ(store->note("state/b"), std::nullopt);
  std::vector<std::string> names;
  store->each_note("state/", [&](std::string_view name, std::string_view) { names.emplace_back(name); });
  EXPECT_THAT(names, ElementsAre("state/a"));
  EXPECT_THAT(add(*store, {object(1, 1, "kept", {2}, 7, "x-own")}), ElementsAre(Addition::known));
}

TEST(ObjectsInPostgres, SurviveALostConnection) {
  if (std::getenv("CCOP_TEST_POSTGRES") == nullptr) GTEST_SKIP() << "CCOP_TEST_POSTGRES names no database";
  const auto store =
      open_postgres_objects(std::getenv("CCOP_TEST_POSTGRES"), "lost" + std::to_string(getpid()), words_of);
  (void)store->add(std::vector{object(1, 1, "one")}, 1);
  testing::end_postgres_connections();
  (void)store->add(std::vector{object(2, 1, "two")}, 1);
  testing::end_postgres_connections();
  EXPECT_EQ(store->page({{2}}).size(), 2u);
}

}  // namespace
}  // namespace ccop::store
