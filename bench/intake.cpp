// Importing a bundle beside the least that one could do with the same bytes: simdjson reading them, SQLite keeping each
// object under its id. usage: bench_intake FILE.json
#include "exchange/files.hpp"
#include "store/sqlite_connection.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

using namespace ccop;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

double import(const std::string& file, const std::string& database) {
  exchange::Exchange exchange{store::open_sqlite_objects(database, exchange::terms_of_json)};
  const community::Community nobody;
  const exchange::Identities identities{"bench", nobody};
  const exchange::Party party{{community::Standing::member, true, std::nullopt}, true, exchange::Level::red};
  const auto began = Clock::now();
  exchange::Intake intake{exchange, party, identities, {}};
  const auto reader = exchange::reader_of(exchange::Format::stix, file, {}, intake);
  std::ifstream in{file, std::ios::binary};
  std::string buffer(std::size_t{1} << 20, '\0');
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    reader->feed(std::string_view{buffer}.substr(0, static_cast<std::size_t>(in.gcount())));
  }
  reader->finish();
  const auto report = intake.finish();
  const double took = seconds_since(began);
  std::cout << "import: " << report.objects << " objects, " << report.refused << " refused, "
            << static_cast<double>(report.objects) / took << " objects/s\n";
  return static_cast<double>(report.objects) / took;
}

double plain(const std::string& file, const std::string& database) {
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
  return static_cast<double>(count) / took;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto folder = std::filesystem::temp_directory_path() / "ccop-bench-intake";
  for (int run = 0; run < 3; ++run) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    const double ours = import(argv[1], (folder / "ours.db").string());
    const double bare = plain(argv[1], (folder / "plain.db").string());
    std::cout << "ratio " << ours / bare << "\n";
  }
  std::filesystem::remove_all(folder);
}
