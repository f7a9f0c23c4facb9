// What the file of threat objects tells a thief of it: of what is for few no word, and of nothing who shared or saw it.
#include "exchange/keys.hpp"

#include "base/codec.hpp"
#include "cli/program.hpp"
#include "community/community.hpp"
#include "exchange/files.hpp"
#include "exchange/secrets.hpp"
#include "exchange/stix/terms.hpp"
#include "store/sqlite_connection.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <filesystem>

namespace ccop::exchange {
namespace {

using community::OrganizationId;
using community::Standing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr OrganizationId fao{1};

class ObjectsAtRest : public ::testing::Test {
 protected:
  ObjectsAtRest() {
    for (const auto* key : {"WHO", "FAO", "OECD"}) {
      community::Organization organization;
      organization.key = organization.name = key;
      community::of<community::Membership>(state_).organizations.add(organization);
    }
    open();
  }
  void open() {
    auto store = store::open_sqlite_objects(file_, terms_of_row);
    keys_.emplace(Keys::unlock(*store, master_));
    exchange_ = std::make_unique<Exchange>(std::move(store));
    identities_ = Identities{"ccop", state_, {}, keys_->sightings()};
  }
  /// All that lies on disk, once it is closed.
  std::string bytes() {
    exchange_.reset();
    std::string all;
    for (const char* end : {"", "-wal", "-shm"})
      if (std::filesystem::exists(file_ + end)) all += cli::read_file(file_ + end);
    open();
    return all;
  }
  IntakeReport bring(const Json& object, Level level, const Party& party) {
    Intake intake{*exchange_, party, identities_, {level, true, true}};
    intake.take(object.dump(), "f");
    return intake.finish();
  }
  std::uint64_t number_of_digests() {
    store::sqlite::Connection beside{file_, false};
    store::sqlite::Statement count{beside.raw(), "SELECT count(*) FROM digests"};
    return count.step() ? count.integer(0) : 0;
  }
  static Json object(const std::string& type, char last, const Json& more) {
    Json json{{"type", type},
              {"spec_version", "2.1"},
              {"id", type + "--00000000-0000-4000-8000-00000000000" + last},
              {"created", "2026-01-01T00:00:00Z"},
              {"modified", "2026-01-01T00:00:00Z"}};
    json.update(more);
    return json;
  }
  std::vector<std::int64_t> found(const Party& party, const std::string& term, bool is_beginning = false) {
    return exchange_->store().search({readable(party), {{{term, is_beginning}}}});
  }
  static Party member(OrganizationId organization = fao) {
    return {{Standing::member, false, organization}, true, Level::red};
  }

  testing::TemporaryFolder folder_;
  std::string file_{folder_.file("exchange.db")};
  store::MasterKey master_{sha256(bytes_of("master"))};
  community::Community state_;
  std::optional<Keys> keys_;
  std::unique_ptr<Exchange> exchange_;
  Identities identities_;
};

TEST_F(ObjectsAtRest, TellNoWordOfWhatIsForFew) {
  const Json secret = object("tool", '1', {{"name", "Zanzibar quicksilver"}, {"labels", {"quagmire"}}});
  const Json red = object("tool", '2', {{"name", "Vermilion halyard"}});
  const Json open_one = object("tool", '3', {{"name", "Bowline marlinspike"}});
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).fresh, 1u);
  EXPECT_EQ(bring(red, Level::red, member()).fresh, 1u);
  EXPECT_EQ(bring(open_one, Level::amber, member()).fresh, 1u);
  const std::string all = bytes();
  EXPECT_THAT(all, HasSubstr("marlinspike")) << "the check finds what is in clear";
  for (const char* word : {"quicksilver", "quagmire", "Zanzibar", "zanzibar", "ermilion", "halyard"})
    EXPECT_THAT(all, Not(HasSubstr(word)));
}

TEST_F(ObjectsAtRest, TellNoContentToWhoeverGuessesIt) {
  const auto guessed = [](const Json& object) {
    return std::string{text_of(sha256(bytes_of(object.dump())))}.substr(0, 16);
  };
  const Json secret = object("tool", '1', {{"name", "Zanzibar"}});
  const Json red = object("tool", '2', {{"name", "Vermilion"}});
  const Json open_one = object("tool", '3', {{"name", "Bowline"}});
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).fresh, 1u);
  EXPECT_EQ(bring(red, Level::red, member()).fresh, 1u);
  EXPECT_EQ(bring(open_one, Level::amber, member()).fresh, 1u);
  const std::string all = bytes();
  EXPECT_THAT(all, HasSubstr(guessed(open_one))) << "the check finds what is in clear";
  EXPECT_THAT(all, Not(HasSubstr(guessed(secret))));
  EXPECT_THAT(all, Not(HasSubstr(guessed(red))));
}

TEST_F(ObjectsAtRest, AreKnownAgainAndTellOfAConflict) {
  const Json secret = object("tool", '1', {{"name", "Zanzibar"}});
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).fresh, 1u);
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).known, 1u);
  const auto told = bring(object("tool", '1', {{"name", "Vermilion"}}), Level::amber_strict, member());
  EXPECT_EQ(told.refused, 1u);
  ASSERT_THAT(told.left_out.all(), SizeIs(1));
  EXPECT_EQ(told.left_out.all().front().reason, reason::conflicting);
}

TEST_F(ObjectsAtRest, OfBeforeThereWereDigestsAreReadOnceToBeKnownAgain) {
  const Json secret = object("tool", '1', {{"name", "Zanzibar"}});
  const Json open_one = object("tool", '3', {{"name", "Bowline"}});
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).fresh, 1u);
  EXPECT_EQ(bring(open_one, Level::amber, member()).fresh, 1u);
  exchange_.reset();
  store::sqlite::Connection{file_, false}.run("DROP TABLE digests");
  open();
  EXPECT_EQ(bring(object("tool", '1', {{"name", "Vermilion"}}), Level::amber_strict, member()).refused, 1u);
  EXPECT_EQ(number_of_digests(), 0u) << "what says something else has none to keep";
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).known, 1u);
  EXPECT_EQ(bring(open_one, Level::amber, member()).known, 1u);
  EXPECT_EQ(number_of_digests(), 2u);
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).known, 1u);
  EXPECT_EQ(bring(object("tool", '1', {{"name", "Vermilion"}}), Level::amber_strict, member()).refused, 1u);
}

TEST_F(ObjectsAtRest, AreFoundByWholeWordsAndReadAsTheyCame) {
  const Json secret = object("tool", '1', {{"name", "Zanzibar quicksilver"}});
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).fresh, 1u);
  EXPECT_THAT(found(member(), "quicksilver"), SizeIs(1));
  EXPECT_THAT(found(member(), "quicksilver", true), SizeIs(1));
  EXPECT_THAT(found(member(), "quick", true), IsEmpty()) << "an unfinished word finds nothing that is sealed";
  const Party observer{{Standing::observer, false, OrganizationId{2}}, false, Level::red};
  EXPECT_THAT(found(observer, "quicksilver"), IsEmpty());
  exchange_->store().rows(found(member(), "quicksilver"),
                          [&](store::ObjectRow&& row) { EXPECT_EQ(Json::parse(row.json), secret); });
}

TEST_F(ObjectsAtRest, LeaveTheIndexWhenTheyAreTakenAway) {
  EXPECT_EQ(bring(object("tool", '1', {{"name", "quicksilver"}}), Level::amber_strict, member()).fresh, 1u);
  auto rows = exchange_->store().versions({"tool", parse_uuid("00000000-0000-4000-8000-000000000001").value()});
  exchange_->remove(std::move(rows));
  EXPECT_THAT(found(member(), "quicksilver"), IsEmpty());
}

TEST_F(ObjectsAtRest, OpenInTheirOwnRowAlone) {
  EXPECT_EQ(bring(object("tool", '1', {{"name", "one"}}), Level::amber_strict, member()).fresh, 1u);
  EXPECT_EQ(bring(object("tool", '2', {{"name", "two"}}), Level::amber_strict, member()).fresh, 1u);
  exchange_.reset();
  {
    store::sqlite::Connection thief{file_, false};
    thief.run("UPDATE objects SET json = (SELECT json FROM objects ORDER BY added DESC LIMIT 1)");
  }
  open();
  EXPECT_THROW((void)exchange_->store().versions({"tool", parse_uuid("00000000-0000-4000-8000-000000000001").value()}),
               store::StoreError);
  EXPECT_THAT(exchange_->store().versions({"tool", parse_uuid("00000000-0000-4000-8000-000000000002").value()}),
              SizeIs(1));
}

TEST_F(ObjectsAtRest, AreWidenedByNobodyWhoWritesToTheFile) {
  EXPECT_EQ(bring(object("tool", '1', {{"name", "one"}}), Level::amber_strict, member()).fresh, 1u);
  exchange_.reset();
  {
    store::sqlite::Connection thief{file_, false};
    thief.run("UPDATE objects SET lists = '1'");
  }
  open();
  EXPECT_THROW((void)exchange_->store().versions({"tool", parse_uuid("00000000-0000-4000-8000-000000000001").value()}),
               store::StoreError);
}

TEST_F(ObjectsAtRest, TellByNothingWhoSawWhat) {
  EXPECT_EQ(bring(object("tool", '1', {{"name", "one"}}), Level::amber, member(OrganizationId{0})).fresh, 1u);
  const std::string seen = "tool--00000000-0000-4000-8000-000000000001";
  EXPECT_EQ(bring(object("sighting", '2', {{"sighting_of_ref", seen}}), Level::amber, member()).fresh, 1u);
  exchange_.reset();
  {
    store::sqlite::Connection thief{file_, false};
    store::sqlite::Statement sources{
        thief.raw(), "SELECT DISTINCT source FROM objects JOIN types ON type = code WHERE name = 'sighting'"};
    ASSERT_TRUE(sources.step());
    EXPECT_EQ(sources.integer(0), source::community);
    EXPECT_FALSE(sources.step());
  }
  const std::string all = bytes();
  EXPECT_THAT(all, Not(HasSubstr(text_of(keys_->sightings()))));
  // Without the key nobody can try the organizations one by one; with it, whoever has it can.
  const auto tag = to_text(sighting_of(keys_->sightings(), seen, source::of(fao)));
  EXPECT_THAT(all, HasSubstr(tag));
  EXPECT_THAT(all, Not(HasSubstr(to_text(sighting_of(Hash{}, seen, source::of(fao))))));
}

TEST_F(ObjectsAtRest, OfASightingAreChangedByWhoSawItAlone) {
  const std::string seen = "tool--00000000-0000-4000-8000-000000000001";
  const Json sighting = object("sighting", '2', {{"sighting_of_ref", seen}});
  EXPECT_EQ(bring(sighting, Level::amber, member()).fresh, 1u);
  Json newer = sighting;
  newer["modified"] = "2026-02-01T00:00:00Z";
  EXPECT_EQ(bring(newer, Level::amber, member(OrganizationId{2})).refused, 1u);
  EXPECT_EQ(bring(newer, Level::amber, member()).fresh, 1u);
}

TEST_F(ObjectsAtRest, GoOnUnderAnotherMasterKey) {
  const Json secret = object("tool", '1', {{"name", "quicksilver"}});
  EXPECT_EQ(bring(secret, Level::amber_strict, member()).fresh, 1u);
  const store::MasterKey next{sha256(bytes_of("next"))};
  exchange_->store().set_notes(rewrapped_secrets(exchange_->store(), master_, next));
  EXPECT_THAT(rewrapped_secrets(exchange_->store(), master_, next), IsEmpty());
  exchange_.reset();
  auto store = store::open_sqlite_objects(file_, terms_of_row);
  EXPECT_THROW((void)Keys::unlock(*store, master_), store::StoreError);
  const Keys keys = Keys::unlock(*store, next);
  EXPECT_EQ(keys.sightings(), keys_->sightings());
  EXPECT_THAT(store->search({readable(member()), {{{"quicksilver", false}}}}), SizeIs(1));
  const store::MasterKey neither{sha256(bytes_of("neither"))};
  EXPECT_THROW((void)rewrapped_secrets(*store, neither, master_), store::StoreError);
}

/// A file as the version before wrote it: without heads and editors, all in clear.
void write_older(const std::string& file) {
  store::sqlite::Connection older{file, true};
  older.run(R"(
CREATE TABLE types (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE objects (added INTEGER PRIMARY KEY, uuid BLOB NOT NULL, type INTEGER NOT NULL, version INTEGER NOT NULL,
  flags INTEGER NOT NULL, source INTEGER NOT NULL, lists TEXT NOT NULL, json TEXT NOT NULL);
CREATE UNIQUE INDEX copies ON objects (uuid, type, version, source);
CREATE TABLE shelves (list INTEGER NOT NULL, added INTEGER NOT NULL, PRIMARY KEY (list, added)) WITHOUT ROWID;
CREATE TABLE shelves_by_type (list INTEGER NOT NULL, type INTEGER NOT NULL, added INTEGER NOT NULL, PRIMARY KEY (list, type, added)) WITHOUT ROWID;
CREATE TABLE notes (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '.-:/@_#+%&=~!$?'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
INSERT INTO types VALUES (1, 'tool'), (2, 'sighting');
INSERT INTO objects VALUES (10, x'00000000000040008000000000000001', 1, 1767225600000000, 3, 3, '3', '{"type":"tool","spec_version":"2.1","id":"tool--00000000-0000-4000-8000-000000000001","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","name":"quicksilver"}');
INSERT INTO objects VALUES (11, x'00000000000040008000000000000002', 2, 1767225600000000, 3, 3, '2', '{"type":"sighting","spec_version":"2.1","id":"sighting--00000000-0000-4000-8000-000000000002","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","sighting_of_ref":"tool--00000000-0000-4000-8000-000000000001"}');
INSERT INTO shelves VALUES (3, 10), (2, 11);
INSERT INTO shelves_by_type VALUES (3, 1, 10), (2, 2, 11);
INSERT INTO words (rowid, terms) VALUES (10, '3~quicksilver');
INSERT INTO notes VALUES ('paging-key', CAST('AKeyOfSightingsThatLiesInTheOpen' AS BLOB)), ('status/0001', CAST('whose-token' AS BLOB)), ('collection/a', CAST('kept' AS BLOB));
)");
}

TEST_F(ObjectsAtRest, OfAnOlderVersionAreWrittenAnewAndTellNoMore) {
  exchange_.reset();
  std::filesystem::remove(file_);
  write_older(file_);
  ASSERT_TRUE(store::open_sqlite_objects(file_, terms_of_row)->is_older());
  EXPECT_THROW((void)store::open_sqlite_objects(file_, terms_of_row)->add(std::vector<store::NewObject>(1), 1),
               store::StoreError);
  upgrade_file(file_, master_);
  open();
  EXPECT_FALSE(exchange_->store().is_older());
  const std::string all = bytes();
  for (const char* word : {"quicksilver", "AKeyOfSightings", "whose-token"}) EXPECT_THAT(all, Not(HasSubstr(word)));
  EXPECT_EQ(text_of(keys_->sightings()), "AKeyOfSightingsThatLiesInTheOpen") << "who saw it before is known again";
  EXPECT_THAT(found(member(), "quicksilver"), ElementsAre(10));
  EXPECT_EQ(exchange_->store().note("collection/a"), "kept");
  const auto sighting =
      exchange_->store().versions({"sighting", parse_uuid("00000000-0000-4000-8000-000000000002").value()});
  ASSERT_THAT(sighting, SizeIs(1));
  EXPECT_EQ(sighting.front().source, source::community);
  const std::string seen = "tool--00000000-0000-4000-8000-000000000001";
  EXPECT_THAT(found(member(), seen_term(to_text(sighting_of(keys_->sightings(), seen, source::of(fao))))),
              ElementsAre(11));
  EXPECT_EQ(from_json<Head>(sighting.front().head).target, seen);
  upgrade_file(file_, master_);  // once
}

}  // namespace
}  // namespace ccop::exchange
