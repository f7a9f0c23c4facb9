// Durable acts per second beside SQLite's own group-committed inserts of the same bytes; start-up by replay and by
// snapshot.
//   bench_record [acts]      default 200000 for appending, 1000000 for replay
#include "founded.hpp"
#include "host/live_community.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <numeric>
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

constexpr unsigned writers = 64;

/// Asks for people whose passkeys are made up: signatures are checked before a submission reaches the writer.
class People {
 public:
  explicit People(host::LiveCommunity& live) : live_(live) {
    host::Submission founding;
    founding.request = {"ccop", {}, {}, bench::founding(live.log_key(), clock_now())};
    ask(std::move(founding));
    enrol({0}, "token");
  }
  void add(community::PersonId person) {
    sign(community::RegisterPerson{store::content_hash(text_)});
    sign(community::OfferEnrolment{person, sha256(bytes_of("link")), clock_now() + days{1}});
    enrol(person, "link");
  }
  void sign(community::Command command, community::PersonId person = {0}) {
    std::this_thread::sleep_for(std::chrono::milliseconds{2});  // one person's signed acts follow each other in time
    host::Submission submission;
    submission.request = {"ccop", person, clock_now(), std::move(command)};
    submission.signature = community::Signature{credential(person), Bytes(37, 2), Bytes(134, 3), Bytes(64, 4)};
    ask(std::move(submission));
  }

 private:
  static Bytes credential(community::PersonId person) { return Bytes(32, static_cast<std::uint8_t>(person.value)); }
  void enrol(community::PersonId person, std::string_view token) {
    host::Submission submission;
    submission.token_hash = sha256(bytes_of(token));
    submission.request = {
        "ccop",
        {},
        {},
        community::EnrolPasskey{person, credential(person), -8, Bytes(32, 1), "localhost", store::content_hash(text_)}};
    ask(std::move(submission));
  }
  void ask(host::Submission submission) {
    submission.contents = {text_};
    const auto outcome = live_.execute(std::move(submission));
    if (const auto* refusal = std::get_if<community::Refusal>(&outcome))
      throw std::logic_error("the bench's own request was refused: " + std::string{refusal->key});
  }
  host::LiveCommunity& live_;
  const store::Content text_{std::string(16, 's'), "{}"};
};

/// A founded community with an open session under way and as many people in their seats as there are writers.
void convene(host::LiveCommunity& live) {
  using namespace community;
  People people{live};
  const store::Content text{std::string(16, 's'), "{}"};
  const Hash hash = store::content_hash(text);
  std::vector<std::uint32_t> all(
      live.read([](const Community& now) { return now.charter().membership.responsibilities.size(); }));
  std::iota(all.begin(), all.end(), 0u);
  const auto organizations = live.read([](const Community& now) { return now.membership.organizations.size(); });
  const Time now = clock_now();
  for (std::uint32_t i = 0; i < writers; ++i) {
    const PersonId person{i + 1};
    people.add(person);
    if (i < organizations)
      people.sign(AppointRepresentative{{i}, person, now, {}, all});
    else
      people.sign(NameAlternate{person, now, now + days{30}},
                  PersonId{i + 1 - static_cast<std::uint32_t>(organizations)});
  }
  people.sign(PlanMeeting{MeetingKind::ad_hoc, hash, now, now + days{2}, "UTC", 0, 60});
  people.sign(AddSession{{0}, SessionKind::open, hash, now, now + hours{5}});
  people.sign(PublishMeeting{{0}});
  people.sign(OpenSession{{0}});
  for (std::uint32_t i = 0; i < writers; ++i) people.sign(AcceptDiscretion{{0}}, PersonId{i + 1});
}

/// People enter and leave a session: acts without a text.
host::Submission attendance(unsigned writer, std::uint64_t round) {
  host::Submission submission;
  submission.request = {"ccop", community::PersonId{writer + 1}, {}, community::EnterSession{{0}}};
  if (round % 2 == 1) submission.request.command = community::LeaveSession{{0}};
  return submission;
}

/// An act that brings a text, which is sealed under a key of its own.
host::Submission correction(unsigned, std::uint64_t) {
  host::Submission submission;
  store::Content content{std::string(16, '\0'), "{}"};
  fill_random({reinterpret_cast<std::uint8_t*>(content.salt.data()), content.salt.size()});
  submission.request = {"ccop",
                        community::PersonId{0},
                        {},
                        community::CorrectPerson{community::PersonId{0}, store::content_hash(content)}};
  submission.contents = {content};
  return submission;
}

/// Each writer waits for its answer before it asks again; one thread serves them all, as a server's thread does.
double append(const std::string& file, std::uint64_t acts, host::Submission (*next)(unsigned, std::uint64_t)) {
  host::LiveCommunity live{store::open_sqlite(file, true), master(), "bench"};
  convene(live);
  std::mutex mutex;
  std::condition_variable ready;
  std::vector<unsigned> answered;  // on the community's thread, handed over after each commit
  std::vector<unsigned> free(writers);
  std::iota(free.begin(), free.end(), 0u);
  live.on_commit([&](std::uint64_t) {
    const std::scoped_lock lock{mutex};
    free.insert(free.end(), answered.begin(), answered.end());
    answered.clear();
    ready.notify_one();
  });
  std::vector<std::uint64_t> rounds(writers);
  std::uint64_t asked = 0;
  const auto began = Clock::now();
  for (std::uint64_t done = 0; done < acts;) {
    std::vector<unsigned> asking;
    {
      std::unique_lock lock{mutex};
      ready.wait(lock, [&] { return !free.empty(); });
      asking.swap(free);
    }
    if (asked > 0) done += asking.size();
    for (const unsigned writer : asking) {
      if (asked++ >= acts) continue;
      live.submit(next(writer, rounds[writer]++), [&answered, writer](const host::Outcome& outcome) {
        if (!std::holds_alternative<host::Receipt>(outcome)) std::abort();
        answered.push_back(writer);
      });
    }
  }
  return static_cast<double>(acts) / seconds_since(began);
}

/// The same rows (entries and sealed contents) in transactions of as many as there are writers, synchronous like ours.
double plain_sqlite(const std::string& file, const std::string& ours, std::uint64_t acts) {
  std::vector<std::string> entries;
  std::vector<store::ContentRow> contents;
  const auto from = store::open_sqlite(ours, false);
  const std::uint64_t first = from->size() - acts;
  from->read_entries(first, acts, [&](std::string_view bytes) { entries.emplace_back(bytes); });
  for (const auto& entry : entries)
    for (const Hash& hash : contents_of(community::decode_entry(entry).request.command))
      contents.push_back(from->read_content(hash).value());
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  sqlite3_exec(db,
               "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entries (seq INTEGER PRIMARY KEY, bytes "
               "BLOB NOT NULL); CREATE TABLE contents (hash BLOB PRIMARY KEY, salt BLOB NOT NULL, sealed BLOB NOT "
               "NULL, wrapped_key BLOB NOT NULL) WITHOUT ROWID",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* entry = nullptr;
  sqlite3_stmt* content = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO entries VALUES (?, ?)", -1, &entry, nullptr);
  sqlite3_prepare_v2(db, "INSERT INTO contents VALUES (?, ?, ?, ?)", -1, &content, nullptr);
  const auto bind = [](sqlite3_stmt* statement, int at, std::string_view bytes) {
    sqlite3_bind_blob64(statement, at, bytes.data(), bytes.size(), SQLITE_STATIC);
  };
  const auto began = Clock::now();
  for (std::size_t i = 0; i < entries.size();) {
    sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    for (unsigned k = 0; k < writers && i < entries.size(); ++k, ++i) {
      sqlite3_bind_int64(entry, 1, static_cast<sqlite3_int64>(i));
      bind(entry, 2, entries[i]);
      sqlite3_step(entry);
      sqlite3_reset(entry);
      if (i >= contents.size()) continue;
      bind(content, 1, text_of(contents[i].hash));
      bind(content, 2, contents[i].salt);
      bind(content, 3, contents[i].sealed);
      bind(content, 4, contents[i].wrapped_key);
      sqlite3_step(content);
      sqlite3_reset(content);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  }
  const double rate = static_cast<double>(entries.size()) / seconds_since(began);
  sqlite3_finalize(entry);
  sqlite3_finalize(content);
  sqlite3_close(db);
  return rate;
}

/// Fills a record quickly, in large batches and without the writer, for the start-up figures.
void fill(const std::string& file, std::uint64_t acts) {
  {
    host::LiveCommunity live{store::open_sqlite(file, true), master(), "bench"};
    const People founded{live};
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

  const auto compare = [&](const std::string& what, host::Submission (*next)(unsigned, std::uint64_t)) {
    const double ours = append(file((what + ".db").c_str()), acts, next);
    const double plain = plain_sqlite(file((what + "-plain.db").c_str()), file((what + ".db").c_str()), acts);
    std::cout << what << ", 64 writers: " << static_cast<long>(ours)
              << " durable acts/s; SQLite's inserts of the same rows, 64 a "
              << "transaction: " << static_cast<long>(plain) << "/s; ratio " << ours / plain << "\n";
  };
  compare("acts without a text", attendance);
  compare("acts with a text", correction);

  fill(file("replay.db"), replayed);
  std::cout << "start by replay of " << replayed << " acts: " << start(file("replay.db")) << " s\n";
  std::cout << "start from a snapshot: " << start(file("replay.db")) << " s\n";
  fs::remove_all(folder);
  return 0;
}
