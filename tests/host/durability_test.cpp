// Killing the program at random moments loses nothing that it acknowledged; a store that refuses leaves nothing
// half-done.
#include "community/scenario.hpp"
#include "host/audit.hpp"
#include "host/live_community.hpp"
#include "postgres.hpp"
#include "temporary_folder.hpp"

#include <sodium.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <random>

namespace ccop::host {
namespace {

using namespace community;
using community::testing::charter_text;
using community::testing::refused_for;
using community::testing::token;
using community::testing::words;

std::shared_ptr<const store::MasterKey> master() {
  return std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
}

store::Content content(const std::string& text) {
  return {std::string(16, 's'), text};
}

Submission founding(const std::string& log_key) {
  Submission submission;
  submission.request = {"harbour",
                        {},
                        {},
                        Found{charter_text("tests/charters/harbour.toml"), log_key, store::content_hash(content("{}")),
                              token("t"), clock_now() + days{7}}};
  submission.contents = {content("{}")};
  return submission;
}

Submission registering(const std::string& name) {
  Submission submission;
  submission.request = {"harbour", PersonId{0}, {}, RegisterPerson{store::content_hash(content(name))}};
  submission.contents = {content(name)};
  return submission;
}

/// A store that does what another does; tests make it fail where they want.
class PassesOn : public store::Store {
 public:
  explicit PassesOn(std::unique_ptr<Store> inside) : inside_(std::move(inside)) {}
  void commit(const store::Commit& commit) override { inside_->commit(commit); }
  std::uint64_t size() override { return inside_->size(); }
  std::string checkpoint() override { return inside_->checkpoint(); }
  void read_entries(std::uint64_t first, std::uint64_t count,
                    const std::function<void(std::string_view)>& each) override {
    inside_->read_entries(first, count, each);
  }
  std::optional<std::string> read_tile(std::uint32_t level, std::uint64_t index) override {
    return inside_->read_tile(level, index);
  }
  std::optional<store::ContentRow> read_content(const ContentHash& hash) override {
    return inside_->read_content(hash);
  }
  void each_content(const std::function<void(const store::ContentRow&)>& each) override { inside_->each_content(each); }
  std::optional<std::string> setting(std::string_view name) override { return inside_->setting(name); }
  void set(std::string_view name, std::string_view value) override { inside_->set(name, value); }
  void unset(std::string_view name) override { inside_->unset(name); }
  void each_setting(std::string_view prefix,
                    const std::function<void(std::string_view, std::string_view)>& each) override {
    inside_->each_setting(prefix, each);
  }
  void lock_for_writing() override { inside_->lock_for_writing(); }

 private:
  std::unique_ptr<Store> inside_;
};

using Open = std::function<std::unique_ptr<store::Store>()>;

/// Appends as fast as it can, and says on a pipe which entries were acknowledged, until it is killed.
[[noreturn]] void append_until_killed(const Open& open, int pipe) {
  randombytes_stir();  // libsodium refuses to draw the same chances on both sides of a fork
  LiveCommunity live{open(), master(), "localhost"};
  if (live.size() == 0) (void)live.execute(founding(live.log_key()));
  for (int i = 0;; ++i) {
    const auto outcome = live.execute(registering("person " + std::to_string(i)));
    const std::uint64_t seq = std::get<Receipt>(outcome).seq;
    if (write(pipe, &seq, sizeof seq) != sizeof seq) _exit(1);
  }
}

void kill_at_random_moments(const Open& open) {
  std::mt19937 chance{7};  // any moments will do, the same ones each time
  std::uint64_t acknowledged = 0;
  for (int round = 0; round < 12; ++round) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      append_until_killed(open, ends[1]);
    }
    close(ends[1]);
    usleep(static_cast<useconds_t>(30'000 + chance() % 150'000));
    kill(child, SIGKILL);
    for (std::uint64_t seq = 0; read(ends[0], &seq, sizeof seq) == sizeof seq;)
      acknowledged = std::max(acknowledged, seq);
    close(ends[0]);
    waitpid(child, nullptr, 0);

    const auto store = open();
    EXPECT_GT(store->size(), acknowledged);
    const auto report = audit(*record_of(*store), {});
    EXPECT_EQ(report.wrong, "") << "in round " << round;
  }
  EXPECT_GT(acknowledged, 50u);
}

TEST(KillingTheProgram, LosesNothingAcknowledgedAndLeavesNothingHalfWritten) {
  const ccop::testing::TemporaryFolder folder;
  kill_at_random_moments([&] { return store::open_sqlite(folder.file("community.db"), true); });
}

Open on_postgres(const std::string& name) {
  return [slug = name + std::to_string(getpid())] {
    return store::open_postgres(std::getenv("CCOP_TEST_POSTGRES"), slug, true);
  };
}

TEST(KillingTheProgram, LosesNothingOnPostgresEither) {
  if (std::getenv("CCOP_TEST_POSTGRES") == nullptr) return;  // ./check always sets it
  kill_at_random_moments(on_postgres("killed"));
}

TEST(LosingTheDatabase, AgainAndAgainLosesNothingAcknowledged) {
  if (std::getenv("CCOP_TEST_POSTGRES") == nullptr) return;
  const Open open = on_postgres("lost");
  LiveCommunity live{open(), master(), "localhost"};
  (void)live.execute(founding(live.log_key()));
  std::atomic<bool> done{};
  std::thread trouble{[&] {
    while (!done) {
      ccop::testing::end_postgres_connections();
      usleep(10'000);
    }
  }};
  std::uint64_t acknowledged = 0;
  for (int i = 0; i < 400; ++i) {
    const auto outcome = live.execute(registering("person " + std::to_string(i)));
    if (const auto* receipt = std::get_if<Receipt>(&outcome)) {
      EXPECT_GT(receipt->seq, acknowledged);
      acknowledged = receipt->seq;
    }
  }
  done = true;
  trouble.join();
  EXPECT_GT(acknowledged, 250u);
  EXPECT_EQ(live.size(), live.store().size());
  EXPECT_EQ(live.read([](const Community& now) { return people(now).all.size(); }), live.size());
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

TEST(LosingTheAnswer, OfACommitThatWasMadeIsFoundOut) {
  // A store that keeps what it is given and then says that it is lost.
  class LosesAnswers final : public PassesOn {
   public:
    LosesAnswers(std::unique_ptr<Store> inside, const std::atomic<bool>& losing)
        : PassesOn(std::move(inside)), losing_(losing) {}
    void commit(const store::Commit& commit) override {
      PassesOn::commit(commit);
      if (losing_) throw store::StoreError{"the connection was lost"};
    }

   private:
    const std::atomic<bool>& losing_;
  };
  const ccop::testing::TemporaryFolder folder;
  std::atomic<bool> losing{};
  LiveCommunity live{std::make_unique<LosesAnswers>(store::open_sqlite(folder.file("c.db"), true), losing), master(),
                     "localhost"};
  (void)live.execute(founding(live.log_key()));
  losing = true;
  EXPECT_TRUE(std::holds_alternative<Failure>(live.execute(registering("kept all the same"))));
  losing = false;
  EXPECT_EQ(live.size(), 2u);
  EXPECT_EQ(std::get<Receipt>(live.execute(registering("the next"))).seq, 2u);
  EXPECT_EQ(live.read([](const Community& now) { return people(now).all.size(); }), 3u);
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

/// A store whose disk is full whenever the test says so.
class FullDisk final : public PassesOn {
 public:
  FullDisk(std::unique_ptr<Store> inside, const std::atomic<bool>& full) : PassesOn(std::move(inside)), full_(full) {}
  void commit(const store::Commit& commit) override {
    if (full_) throw store::StoreError{"database or disk is full"};
    PassesOn::commit(commit);
  }

 private:
  const std::atomic<bool>& full_;
};

TEST(AFullDisk, IsToldAndForgotten) {
  const ccop::testing::TemporaryFolder folder;
  std::atomic<bool> full{};
  LiveCommunity live{std::make_unique<FullDisk>(store::open_sqlite(folder.file("c.db"), true), full), master(),
                     "localhost"};
  (void)live.execute(founding(live.log_key()));
  full = true;
  EXPECT_TRUE(std::holds_alternative<Failure>(live.execute(registering("lost"))));
  EXPECT_EQ(live.size(), 1u);
  EXPECT_EQ(live.read([](const Community& now) { return people(now).all.size(); }), 1u);
  full = false;
  EXPECT_EQ(std::get<Receipt>(live.execute(registering("kept"))).seq, 1u);
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

TEST(ManyWriters, AreDecidedOneAfterTheOtherAndReadersSeeWhatIsDurable) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  (void)live.execute(founding(live.log_key()));
  std::atomic<bool> done{};
  std::thread reader{[&] {
    while (!done) {
      // The durable state never runs ahead of the store.
      const auto known = live.read([](const Community& now) { return people(now).all.size(); });
      EXPECT_LE(known, live.store().size());
    }
  }};
  std::vector<std::thread> writers;
  std::atomic<unsigned> accepted{};
  for (int w = 0; w < 8; ++w)
    writers.emplace_back([&, w] {
      for (int i = 0; i < 40; ++i)
        if (std::holds_alternative<Receipt>(live.execute(registering(std::to_string(w * 100 + i))))) ++accepted;
    });
  for (auto& writer : writers) writer.join();
  done = true;
  reader.join();
  EXPECT_EQ(accepted, 320u);
  EXPECT_EQ(live.size(), 321u);
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

TEST(ASecondServer, OnTheSameDataIsRefused) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity first{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  EXPECT_THROW((LiveCommunity{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"}), store::StoreBusy);
}

TEST(Requests, MustBringTheContentThatTheyReferTo) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  (void)live.execute(founding(live.log_key()));
  auto bare = registering("x");
  bare.contents.clear();
  EXPECT_THAT(live.execute(bare), refused_for("content-is-missing"));
  auto elsewhere = registering("y");
  elsewhere.request.community = "ccop";
  EXPECT_THAT(live.execute(elsewhere), refused_for("another-community"));
}

TEST(Requests, FitIntoABundleOfEntries) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  (void)live.execute(founding(live.log_key()));
  EraseContent all;
  for (int i = 0; i < 1000; ++i) all.contents.emplace_back(words(std::to_string(i)));
  Submission erasing;
  erasing.request = {"harbour", {}, {}, all};
  EXPECT_THAT(live.execute(erasing), refused_for("entry-is-too-large"));
}

TEST(Signatures, AreOfAPasskeyThatIsStillThere) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  (void)live.execute(founding(live.log_key()));
  auto signed_by_nobody = registering("x");
  signed_by_nobody.request.asked_at = clock_now();
  signed_by_nobody.signature = Signature{{1}, {2}, {3}, {4}};
  EXPECT_THAT(live.execute(signed_by_nobody), refused_for("signature-does-not-hold"));
}

}  // namespace
}  // namespace ccop::host
