// Importing a bundle beside the least that one could do with the same bytes: simdjson reading them, SQLite keeping each
// object under its id. usage: bench_intake FILE.json
#include "checked.hpp"
#include "community/community.hpp"
#include "exchange/files.hpp"
#include "exchange/keys.hpp"
#include "store/sqlite_connection.hpp"

#include <fstream>

namespace {

using namespace ccop;
using bench::Clock;
using bench::require;
using bench::seconds_since;

/// Objects a second, and how many there were.
struct Measured {
  double rate;
  std::uint64_t objects;
};

Measured import_bundle(const std::string& file, const std::string& database, std::string_view what) {
  auto objects = store::open_sqlite_objects(database, exchange::terms_of_row);
  static_cast<void>(exchange::Keys::unlock(*objects, store::MasterKey{sha256(bytes_of("bench"))}));
  exchange::Exchange exchange{std::move(objects)};
  const community::Community nobody;
  const exchange::Identities identities{"bench", nobody};
  const exchange::Party party{{community::Standing::member, true, std::nullopt}, true, exchange::Level::red};
  const auto began = Clock::now();
  exchange::Intake intake{exchange, party, identities, {}};
  const auto reader = exchange::reader_of(exchange::Format::stix, file, {}, intake);
  std::ifstream in{file, std::ios::binary};
  require(in.good(), "can't read " + file);
  std::string buffer(std::size_t{1} << 20, '\0');
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    reader->feed(std::string_view{buffer}.substr(0, static_cast<std::size_t>(in.gcount())));
  }
  reader->finish();
  const auto report = intake.finish();
  const double took = seconds_since(began);
  std::cout << what << ": " << report.objects << " objects, " << report.refused << " refused, "
            << static_cast<double>(report.objects) / took << " objects/s\n";
  require(report.refused == 0, "objects were refused, and SQLite alone refuses none: " +
                                   (report.mistakes.empty() ? std::string{} : report.mistakes.front()));
  require(report.fresh + report.known == report.objects, "some objects were neither taken nor known");
  return {static_cast<double>(report.objects) / took, report.objects};
}

/// Each object under its id, durable, ten thousand a transaction.
Measured keep_alone(const std::string& file, const std::string& database) {
  store::sqlite::Connection connection{database, true, 8192, true};
  connection.run("CREATE TABLE objects (id TEXT PRIMARY KEY, json TEXT NOT NULL)");
  const auto began = Clock::now();
  simdjson::dom::parser parser;
  const auto objects = parser.load(file)["objects"].get_array().take_value();
  std::size_t count = 0;
  {
    store::sqlite::Statement insert{connection.raw(), "INSERT OR IGNORE INTO objects VALUES (?, ?)"};
    connection.run("BEGIN");
    for (const simdjson::dom::element object : objects) {
      const std::string json = simdjson::minify(object);
      insert.bind_text(1, object["id"].get_string().take_value()).bind_text(2, json).run();
      if (++count % 10'000 == 0) {
        connection.run("COMMIT");
        connection.run("BEGIN");
      }
    }
    connection.run("COMMIT");
  }
  const double took = seconds_since(began);
  std::cout << "simdjson and SQLite alone: " << static_cast<double>(count) / took << " objects/s\n";
  return {static_cast<double>(count) / took, count};
}

}  // namespace

int main(int argc, char** argv) {
  return bench::run("bench_intake", [&] {
    require(argc == 2, "usage: bench_intake FILE.json");
    for (int run = 0; run < 3; ++run) {
      const bench::Folder folder;
      const auto ours = import_bundle(argv[1], folder.file("ours.db"), "import");
      require(import_bundle(argv[1], folder.file("ours.db"), "import again").objects == ours.objects,
              "the bundle had another number of objects the second time");
      const auto bare = keep_alone(argv[1], folder.file("plain.db"));
      require(ours.objects > 0 && ours.objects == bare.objects, "the bundle has " + std::to_string(bare.objects) +
                                                                    " objects, and " + std::to_string(ours.objects) +
                                                                    " were imported");
      std::cout << "ratio " << ours.rate / bare.rate << std::endl;
    }
  });
}
