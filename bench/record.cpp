// Durable acts per second beside SQLite's own group-committed inserts of the same bytes; start-up by replay and by
// snapshot.
//   bench_record [acts]      default 200000 for appending, 1000000 for replay
#include "founded.hpp"
#include "host/live_community.hpp"

#include <sqlite3.h>

#include <cstdlib>
#include <iostream>
#include <thread>

namespace {

using namespace ccop;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

std::shared_ptr<const store::MasterKey> master() {
  return std::make_shared<const store::MasterKey>(sha256(bytes_of("bench")));
}

void prepare(host::LiveCommunity& live) {
  const Time now = clock_now();
  const auto ask = [&](community::Command command, std::optional<community::PersonId> person,
                       std::vector<store::Content> contents = {}) {
    host::Submission submission;
    submission.request = {"ccop", person, {}, std::move(command)};
    submission.contents = std::move(contents);
    const auto outcome = live.execute(std::move(submission));
    if (!std::holds_alternative<host::Receipt>(outcome)) throw std::logic_error("the bench's own request was refused");
  };
  ask(bench::founding(live.log_key(), now), {}, {{std::string(16, 's'), "{}"}});
}

/// Each of 64 writers waits for its answer before it asks again, as people do.
double append(const std::string& file, std::uint64_t acts) {
  host::LiveCommunity live{store::open_sqlite(file, true), master(), "bench"};
  prepare(live);
  constexpr unsigned writers = 64;
  const auto began = Clock::now();
  std::vector<std::thread> threads;
  for (unsigned w = 0; w < writers; ++w)
    threads.emplace_back([&] {
      for (std::uint64_t i = 0; i < acts / writers; ++i) {
        host::Submission submission;
        submission.request = {
            "ccop",
            community::PersonId{0},
            {},
            community::CorrectPerson{community::PersonId{0}, store::content_hash({std::string(16, 's'), "{}"})}};
        submission.contents = {{std::string(16, 's'), "{}"}};
        if (!std::holds_alternative<host::Receipt>(live.execute(std::move(submission)))) std::abort();
      }
    });
  for (auto& thread : threads) thread.join();
  return static_cast<double>(acts) / seconds_since(began);
}

/// The same bytes in transactions of as many rows as there are writers, synchronous like ours.
double plain_sqlite(const std::string& file, const std::string& entries_of, std::uint64_t acts) {
  std::vector<std::string> rows;
  const auto from = store::open_sqlite(entries_of, false);
  from->read_entries(1, acts, [&](std::string_view bytes) { rows.emplace_back(bytes); });
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  sqlite3_exec(db,
               "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entries (seq INTEGER PRIMARY KEY, bytes "
               "BLOB NOT NULL)",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO entries VALUES (?, ?)", -1, &insert, nullptr);
  const auto began = Clock::now();
  for (std::size_t i = 0; i < rows.size();) {
    sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    for (std::size_t k = 0; k < 64 && i < rows.size(); ++k, ++i) {
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i));
      sqlite3_bind_blob64(insert, 2, rows[i].data(), rows[i].size(), SQLITE_STATIC);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  }
  const double rate = static_cast<double>(rows.size()) / seconds_since(began);
  sqlite3_finalize(insert);
  sqlite3_close(db);
  return rate;
}

/// Fills a record quickly, in large batches and without the writer, for the start-up figures.
void fill(const std::string& file, std::uint64_t acts) {
  {
    host::LiveCommunity live{store::open_sqlite(file, true), master(), "bench"};
    prepare(live);
  }
  const auto store = store::open_sqlite(file, false);
  host::Log log{*store, *master(), "bench"};
  community::Entry entry;
  entry.at = clock_now() + minutes{1};
  entry.rules = community::current_rules;
  entry.request = {"ccop", community::PersonId{0}, {}, community::CorrectPerson{}};
  entry.acts = {community::PersonCorrected{}};
  for (std::uint64_t done = 0; done < acts;) {
    store::Commit commit;
    for (int k = 0; k < 10'000 && done < acts; ++k, ++done) {
      entry.at += std::chrono::milliseconds{1};
      fill_random(entry.salt);
      commit.entries.push_back(encode(entry));
    }
    log.prepare(commit);
    store->commit(commit);
  }
}

double start(const std::string& file) {
  const auto began = Clock::now();
  host::LiveCommunity live{store::open_sqlite(file, false), master(), "bench"};
  const double took = seconds_since(began);
  return took;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t acts = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200'000;
  const std::uint64_t replayed = argc > 1 ? acts : 1'000'000;
  const fs::path folder = fs::temp_directory_path() / ("ccop-bench-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const auto file = [&](const char* name) { return (folder / name).string(); };

  const double ours = append(file("ours.db"), acts);
  const double plain = plain_sqlite(file("plain.db"), file("ours.db"), acts);
  std::cout << "durable acts/s, 64 writers: " << static_cast<long>(ours) << "\n"
            << "SQLite inserts of the same bytes/s, 64 a transaction: " << static_cast<long>(plain) << "\n"
            << "ratio: " << ours / plain << "\n";

  fill(file("replay.db"), replayed);
  std::cout << "start by replay of " << replayed << " acts: " << start(file("replay.db")) << " s\n";
  std::cout << "start from a snapshot: " << start(file("replay.db")) << " s\n";
  fs::remove_all(folder);
  return 0;
}
