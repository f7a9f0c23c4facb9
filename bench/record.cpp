// Durable acts per second beside SQLite's own group-committed inserts of the same bytes; start-up by replay and by
// snapshot.
//   bench_record [acts]      default 200000 for appending, 1000000 for replay
#include "checked.hpp"
#include "community/community.hpp"
#include "founded.hpp"
#include "host/live_community.hpp"
#include "store/sealed_settings.hpp"
#include "store/sqlite_connection.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace {

using namespace ccop;
using bench::Clock;
using bench::require;
using bench::seconds_since;

std::shared_ptr<const store::MasterKey> master() {
  return std::make_shared<const store::MasterKey>(sha256(bytes_of("bench")));
}

constexpr unsigned writers = 64;

/// Why something that was asked for did not happen.
std::string why(const host::Outcome& outcome) {
  if (const auto* refusal = std::get_if<community::Refusal>(&outcome)) return std::string{refusal->key};
  if (const auto* failure = std::get_if<host::Failure>(&outcome)) return failure->message;
  return "it did happen";
}

/// What somebody asks for.
struct Wish {
  community::Command command;
  std::vector<store::Content> contents;
};

/// People whose keys and signatures are made up: they are checked before a submission reaches the writer.
class People {
 public:
  explicit People(host::LiveCommunity& live) : live_(live) {
    host::Submission founding;
    founding.request = {"ccop", {}, {}, {}, bench::founding(live.log_key(), clock_now())};
    ask(std::move(founding));
    enrol({0}, bench::secretary_link());
  }
  void add(community::PersonId person) {
    const Hash link = sha256(bytes_of("link"));
    sign(community::RegisterPerson{store::content_hash(text_)});
    sign(community::OfferEnrolment{person, link, clock_now() + days{1}});
    enrol(person, link);
  }
  /// By a passkey, and waits for it.
  void sign(community::Command command, community::PersonId person = {0}) {
    command = live_.read([&](const community::Community& now) { return community::seeing(now, command); });
    host::Submission submission = begin(person, live_.head(), std::move(command));
    submission.signature = community::Signature{assertion(person), {}, {}};
    ask(std::move(submission));
  }
  /// By the person's session key, which comes into the record with the first such request.
  [[nodiscard]] host::Submission in_session(community::PersonId person, const community::Head& head, Wish wish) {
    const Bytes key(32, static_cast<std::uint8_t>(person.value));
    host::Submission submission = begin(person, head, std::move(wish.command));
    submission.contents = std::move(wish.contents);
    submission.signature = community::Signature{{}, community::SessionSignature{sha256(key), Bytes(64, 5)}, {}};
    if (!signed_in_[person.value]) {
      const community::SessionStatement statement{-8, clock_now() + days{1}, head, {}, key};
      submission.grant = community::SessionGrant{statement, assertion(person), {}};
      signed_in_[person.value] = true;
    }
    return submission;
  }

 private:
  static Bytes credential(community::PersonId person) { return Bytes(32, static_cast<std::uint8_t>(person.value)); }
  static community::Assertion assertion(community::PersonId person) {
    return {credential(person), Bytes(37, 2), Bytes(134, 3), Bytes(64, 4)};
  }
  /// A person's requests follow each other in time, and may come quicker than the clock goes.
  host::Submission begin(community::PersonId person, const community::Head& head, community::Command command) {
    Time& last = last_[person.value];
    last = std::max(clock_now(), last + std::chrono::milliseconds{1});
    host::Submission submission;
    submission.request = {"ccop", person, last, head, std::move(command)};
    return submission;
  }
  void enrol(community::PersonId person, const Hash& link) {
    host::Submission submission = begin(
        person, live_.head(),
        community::EnrolPasskey{person, credential(person), -8, Bytes(32, 1), "localhost", store::content_hash(text_)});
    submission.signature = community::Signature{{}, {}, community::LinkSignature{link, Bytes(64, 6)}};
    ask(std::move(submission));
  }
  void ask(host::Submission submission) {
    submission.contents = {text_};
    const auto outcome = live_.execute(std::move(submission));
    require(std::holds_alternative<host::Receipt>(outcome), "the bench's own request was not kept: " + why(outcome));
  }
  host::LiveCommunity& live_;
  const store::Content text_{std::string(16, 's'), R"({"name":"Ada"})"};
  std::array<Time, writers + 1> last_{};
  std::array<bool, writers + 1> signed_in_{};
};

/// A founded community with an open session under way and as many people in their seats as there are writers.
void convene(host::LiveCommunity& live, People& people) {
  using namespace community;
  const store::Content text{std::string(16, 's'), R"({"title":"Meeting"})"};
  const ContentHash hash = store::content_hash(text);
  std::vector<std::uint32_t> all(
      live.read([](const Community& now) { return charter(now).membership.responsibilities.size(); }));
  std::iota(all.begin(), all.end(), 0u);
  const auto organizations = live.read([](const Community& now) { return membership(now).organizations.size(); });
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
Wish attendance(unsigned, std::uint64_t round) {
  if (round % 2 == 1) return {community::LeaveSession{{0}}, {}};
  return {community::EnterSession{{0}}, {}};
}

/// An act that brings a text, which is sealed under a key of its own.
Wish correction(unsigned writer, std::uint64_t) {
  store::Content content{std::string(16, '\0'), R"({"name":"Ada"})"};
  fill_random({reinterpret_cast<std::uint8_t*>(content.salt.data()), content.salt.size()});
  return {community::CorrectPerson{community::PersonId{writer + 1}, store::content_hash(content)}, {content}};
}

/// Who waits for an answer, and who may ask: between the community's thread, which answers, and the one that asks.
class Waiting {
 public:
  Waiting() : free_(writers) { std::iota(free_.begin(), free_.end(), 0u); }

  /// On the community's thread. A refusal alone makes no commit, so whoever asks is told of it at once.
  void answer(unsigned writer, const host::Outcome& outcome) {
    answered_.push_back(writer);
    if (std::holds_alternative<host::Receipt>(outcome)) return;
    const std::scoped_lock lock{mutex_};
    trouble_ = why(outcome);
    ready_.notify_one();
  }
  /// On the community's thread, after each commit.
  void hand_over() {
    const std::scoped_lock lock{mutex_};
    free_.insert(free_.end(), answered_.begin(), answered_.end());
    answered_.clear();
    ready_.notify_one();
  }
  /// The writers that may ask, once there are any.
  [[nodiscard]] std::vector<unsigned> take() {
    std::unique_lock lock{mutex_};
    ready_.wait(lock, [&] { return !free_.empty() || !trouble_.empty(); });
    require(trouble_.empty(), "an act did not happen: " + trouble_);
    return std::exchange(free_, {});
  }

 private:
  std::vector<unsigned> answered_;  // the community's thread's own
  std::mutex mutex_;
  std::condition_variable ready_;
  std::vector<unsigned> free_;
  std::string trouble_;
};

/// Each writer waits for its answer before it asks again, having seen the record with it; one thread serves them all,
/// as a server's thread does.
double append(const std::string& file, std::uint64_t acts, Wish (*next)(unsigned, std::uint64_t)) {
  Waiting waiting;
  host::LiveCommunity live{store::open_sqlite(file, true), master(), "bench"};
  People people{live};
  convene(live, people);
  live.on_commit([&](std::uint64_t, const auto&) { waiting.hand_over(); });
  std::vector<std::uint64_t> rounds(writers);
  std::uint64_t asked = 0;
  const std::uint64_t before = live.size();
  const auto began = Clock::now();
  for (std::uint64_t done = 0; done < acts;) {
    const auto asking = waiting.take();
    if (asked > 0) done += asking.size();
    const community::Head head = live.head();
    for (const unsigned writer : asking) {
      if (asked++ >= acts) continue;
      live.submit(people.in_session(community::PersonId{writer + 1}, head, next(writer, rounds[writer]++)),
                  [&waiting, writer](const host::Outcome& outcome) { waiting.answer(writer, outcome); });
    }
  }
  const double took = seconds_since(began);
  live.stop();
  require(live.size() == before + acts, std::to_string(acts) + " acts were answered, and the record has " +
                                            std::to_string(live.size() - before) + " more entries");
  return static_cast<double>(acts) / took;
}

/// The rows that an append of so many acts wrote last: entries, and the sealed contents that they brought.
struct Rows {
  std::vector<std::string> entries;
  std::vector<store::ContentRow> contents;
};

Rows last_rows(const std::string& file, std::uint64_t acts) {
  Rows rows;
  const auto from = store::open_sqlite(file, false);
  from->read_entries(from->size() - acts, acts, [&](std::string_view bytes) { rows.entries.emplace_back(bytes); });
  require(rows.entries.size() == acts, "the record lacks entries");
  for (const auto& entry : rows.entries)
    for (const ContentHash& hash : community::brought_by(community::decode_entry(entry).request.command))
      rows.contents.push_back(from->read_content(hash).value());
  return rows;
}

/// Such rows in transactions of as many as there are writers, synchronous like ours.
double plain_sqlite(const std::string& file, const Rows& rows) {
  store::sqlite::Connection db{file, true};
  db.run("CREATE TABLE entries (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
  db.run(
      "CREATE TABLE contents (hash BLOB PRIMARY KEY, salt BLOB NOT NULL, sealed BLOB NOT NULL, wrapped_key BLOB NOT "
      "NULL) WITHOUT ROWID");
  const auto began = Clock::now();
  {
    store::sqlite::Statement entry{db.raw(), "INSERT INTO entries VALUES (?, ?)"};
    store::sqlite::Statement content{db.raw(), "INSERT INTO contents VALUES (?, ?, ?, ?)"};
    for (std::size_t i = 0; i < rows.entries.size();) {
      db.run("BEGIN IMMEDIATE");
      for (unsigned k = 0; k < writers && i < rows.entries.size(); ++k, ++i) {
        entry.bind(1, std::uint64_t{i}).bind(2, rows.entries[i]).run();
        if (i >= rows.contents.size()) continue;
        const auto& row = rows.contents[i];
        content.bind(1, text_of(row.hash.hash)).bind(2, row.salt).bind(3, row.sealed).bind(4, row.wrapped_key).run();
      }
      db.run("COMMIT");
    }
  }
  return static_cast<double>(rows.entries.size()) / seconds_since(began);
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
  entry.request = {"ccop", community::PersonId{0}, {}, community::Head{}, community::CorrectPerson{}};
  entry.signature = community::Signature{{}, community::SessionSignature{{}, Bytes(64, 5)}, {}};
  entry.acts = {community::PersonCorrected{}};
  for (std::uint64_t done = 0; done < acts;) {
    store::Commit commit;
    for (int k = 0; k < 10'000 && done < acts; ++k, ++done) {
      entry.at += std::chrono::milliseconds{1};
      entry.request.asked_at = entry.at;
      fill_random(entry.salt);
      commit.entries.push_back(encode(entry));
    }
    log.prepare(commit);
    store->commit(std::move(commit));
  }
  store::seal_settings(*store, *master());
}

/// Seconds until a record of so many entries is there to be read.
double start(const std::string& file, std::uint64_t entries) {
  const auto began = Clock::now();
  const host::LiveCommunity live{store::open_sqlite(file, false), master(), "bench"};
  const double took = seconds_since(began);
  require(live.size() == entries, "the community did not take in its whole record");
  return took;
}

/// Reading the entries' bytes, and nothing else.
double read_alone(const std::string& file, std::uint64_t entries) {
  const auto store = store::open_sqlite(file, false);
  const auto began = Clock::now();
  std::uint64_t count = 0;
  std::size_t bytes = 0;
  store->read_entries(0, entries, [&](std::string_view entry) { ++count, bytes += entry.size(); });
  const double took = seconds_since(began);
  require(count == entries && bytes > 0, "SQLite does not give what it was given");
  return took;
}

void measure_appending(const bench::Folder& folder, const std::string& what, std::uint64_t acts,
                       Wish (*next)(unsigned, std::uint64_t)) {
  const std::string file = folder.file(what + ".db");
  const double ours = append(file, acts, next);
  const double plain = plain_sqlite(folder.file(what + "-plain.db"), last_rows(file, acts));
  std::cout << what << ", 64 writers: " << static_cast<long>(ours)
            << " durable acts/s; SQLite's inserts of the same rows, 64 a transaction: " << static_cast<long>(plain)
            << "/s; ratio " << ours / plain << std::endl;
}

void measure_starting(const bench::Folder& folder, std::uint64_t acts) {
  const std::string file = folder.file("replay.db");
  fill(file, acts);
  const auto has_snapshot = [&] { return store::open_sqlite(file, false)->setting("snapshot").has_value(); };
  const std::uint64_t entries = store::open_sqlite(file, false)->size();
  require(entries >= acts, "the record to be replayed is too short");
  store::seal_settings(*store::open_sqlite(file, false), *master(), {{"snapshot", std::nullopt}});
  const double alone = read_alone(file, entries);
  const double replay = start(file, entries);
  std::cout << "start by replay of " << acts << " acts: " << replay << " s; reading their bytes alone: " << alone
            << " s; ratio " << replay / alone << "\n";
  require(has_snapshot(), "the community left no snapshot behind");
  const double snapshot = start(file, entries);
  std::cout << "start from a snapshot: " << snapshot << " s; ratio to the replay " << snapshot / replay << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  return bench::run("bench_record", [&] {
    const std::uint64_t acts = bench::number_in(argc, argv, 1, 200'000);
    const bench::Folder folder;
    measure_appending(folder, "acts without a text", acts, attendance);
    measure_appending(folder, "acts with a text", acts, correction);
    measure_starting(folder, argc > 1 ? acts : 1'000'000);
  });
}
