// A store of objects in either engine, for tests that both must pass.
#pragma once

#include "store/objects.hpp"
#include "store/postgres_connection.hpp"
#include "store/sqlite_connection.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <utility>

namespace ccop::store {

/// In these tests an object's JSON is its terms, with spaces between them.
inline std::vector<std::string> words(std::string_view json) {
  std::vector<std::string> all;
  std::string word;
  for (const char c : std::string{json} + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      all.push_back(std::exchange(word, {}));
    }
  }
  return all;
}

inline std::vector<std::string> words_of(const ObjectRow& row) {
  return words(row.json);
}

inline NewObject object(std::uint8_t number, std::int64_t version, std::string json, std::vector<ListId> lists = {2},
                        std::uint32_t source = 7, std::string type = "indicator") {
  NewObject made;
  made.name = {std::move(type), {}};
  made.name.uuid[0] = number;
  made.version = version;
  made.source = source;
  made.lists = std::move(lists);
  made.terms = words(json);
  made.digest = "digest of " + json;
  made.json = std::move(json);
  return made;
}

class ObjectStoreTest : public ::testing::TestWithParam<std::string> {
 protected:
  std::unique_ptr<ObjectStore> open() {
    if (GetParam() == "sqlite") return open_sqlite_objects(folder_.file("objects.db"), words_of);
    return open_postgres_objects(std::getenv("CCOP_TEST_POSTGRES"), slug(), words_of);
  }
  static postgres::Connection beside_postgres() {
    return {std::getenv("CCOP_TEST_POSTGRES"), postgres::as_identifier("ccop_" + slug())};
  }
  static std::string slug() {
    return "o" + std::to_string(getpid()) + "_" + ::testing::UnitTest::GetInstance()->current_test_info()->name();
  }
  /// Makes of the store what an older version of the program left: beside no object there is a digest.
  void forget_digests() {
    if (GetParam() == "sqlite") {
      sqlite::Connection{folder_.file("objects.db"), false}.run("DROP TABLE digests");
    } else {
      beside_postgres().script("ALTER TABLE threat_objects DROP COLUMN digest");
    }
  }
  /// As they lie on disk.
  std::vector<std::string> digests() {
    std::vector<std::string> all;
    if (GetParam() == "sqlite") {
      sqlite::Connection beside{folder_.file("objects.db"), false};
      sqlite::Statement kept{beside.raw(), "SELECT digest FROM digests ORDER BY added"};
      while (kept.step()) all.emplace_back(kept.bytes(0));
    } else {
      const auto kept = beside_postgres().run("SELECT digest FROM threat_objects ORDER BY added");
      for (int i = 0; i < PQntuples(kept.get()); ++i) all.emplace_back(postgres::Connection::field(kept, i, 0));
    }
    return all;
  }
  static std::vector<Addition> add(ObjectStore& store, const std::vector<NewObject>& objects) {
    return store.add(objects, 1000);
  }
  static std::vector<std::string> texts(ObjectStore& store, const std::vector<std::int64_t>& places) {
    std::vector<std::string> all;
    store.rows(places, [&](ObjectRow&& row) { all.push_back(row.json); });
    return all;
  }
  static std::vector<std::string> page(ObjectStore& store, const PageQuery& query) {
    return texts(store, store.page(query));
  }
  static std::vector<std::string> found(ObjectStore& store, std::vector<ListId> lists, const std::string& term,
                                        bool is_beginning = false) {
    return texts(store, store.search({std::move(lists), {{{term, is_beginning}}}}));
  }
  testing::TemporaryFolder folder_;
};

inline std::vector<std::string> engines() {
  std::vector<std::string> all{"sqlite"};
  if (std::getenv("CCOP_TEST_POSTGRES") != nullptr) all.emplace_back("postgres");
  return all;
}
}  // namespace ccop::store
