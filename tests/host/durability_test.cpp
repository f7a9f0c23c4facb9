// Killing the program at random moments loses nothing that it acknowledged; a store that refuses leaves nothing
// half-done.
#include "community/scenario.hpp"
#include "device.hpp"
#include "host/audit.hpp"
#include "host/live_community.hpp"
#include "postgres.hpp"
#include "store/passing_store.hpp"
#include "temporary_folder.hpp"

#include <sodium.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <fstream>
#include <random>
#include <set>

namespace ccop::host {
namespace {

using namespace community;
using community::testing::charter_text;
using community::testing::refused_for;
using community::testing::words;

std::shared_ptr<const store::MasterKey> master() {
  return std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
}

/// A profile of that name.
store::Content content(const std::string& name) {
  return {std::string(16, 's'), R"({"name":")" + name + "\"}"};
}

/// The Secretary of a community, who founded it and enrolled where that was not done before.
class Secretary {
 public:
  explicit Secretary(LiveCommunity& live) : live_(live) {
    if (live.size() == 0)
      (void)live.execute(device_.founding(live, charter_text("tests/charters/harbour.toml"), "harbour"));
    if (live.read([](const Community& now) { return people(now).all[{0}].passkeys.empty(); }))
      (void)live.execute(device_.enrols(live));
  }
  [[nodiscard]] Submission registering(const std::string& name) {
    return device_.asks(live_, RegisterPerson{store::content_hash(content(name))}, {content(name)});
  }
  [[nodiscard]] Outcome registers(const std::string& name) { return live_.execute(registering(name)); }
  /// A new person, who has enrolled too.
  [[nodiscard]] ccop::testing::Device invites(const std::string& name) {
    ccop::testing::Device theirs{name, live_.read([](const Community& now) { return people(now).next(); })};
    (void)registers(name);
    (void)live_.execute(device_.asks(live_, OfferEnrolment{theirs.person(), theirs.link_key(), live_.now() + days{1}}));
    EXPECT_TRUE(std::holds_alternative<Receipt>(live_.execute(theirs.enrols(live_))));
    return theirs;
  }

 private:
  LiveCommunity& live_;
  ccop::testing::Device device_{"Secretary"};
};
/// How many entries the founding and the Secretary's enrolment are.
constexpr std::uint64_t begun = 2;

using store::PassingStore;

using Open = std::function<std::unique_ptr<store::Store>()>;

/// Appends as fast as it can, and says on a pipe which entries were acknowledged, until it is killed.
[[noreturn]] void append_until_killed(const Open& open, int pipe) {
  randombytes_stir();  // libsodium refuses to draw the same chances on both sides of a fork
  LiveCommunity live{open(), master(), "localhost"};
  Secretary secretary{live};
  for (int i = 0;; ++i) {
    const auto outcome = secretary.registers("person " + std::to_string(i));
    const auto* receipt = std::get_if<Receipt>(&outcome);
    if (receipt == nullptr || write(pipe, &receipt->seq, sizeof receipt->seq) != sizeof receipt->seq) _exit(1);
  }
}

/// Kills it at any moment: now and then while it starts, else somewhere behind some acknowledged entries more.
void kill_at_random_moments(const Open& open) {
  std::mt19937 chance{7};  // any moments will do, the same ones each time
  std::uint64_t acknowledged = 0;
  for (unsigned round = 0; round < 12; ++round) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      append_until_killed(open, ends[1]);
    }
    close(ends[1]);
    std::uint64_t seq = 0;
    for (auto awaited = round % 4 == 0 ? 0 : 1 + chance() % 15; awaited > 0; --awaited) {
      ASSERT_EQ(read(ends[0], &seq, sizeof seq), static_cast<ssize_t>(sizeof seq)) << "it ended by itself";
      acknowledged = std::max(acknowledged, seq);
    }
    usleep(static_cast<useconds_t>(chance() % 50'000));
    kill(child, SIGKILL);
    while (read(ends[0], &seq, sizeof seq) == sizeof seq) acknowledged = std::max(acknowledged, seq);
    close(ends[0]);
    waitpid(child, nullptr, 0);

    const auto store = open();
    if (acknowledged == 0 && store->size() == 0) continue;  // it had not founded anything yet
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
  if (std::getenv("CCOP_TEST_POSTGRES") == nullptr) GTEST_SKIP();  // ./check always sets it
  kill_at_random_moments(on_postgres("killed"));
}

TEST(LosingTheDatabase, AgainAndAgainLosesNothingAcknowledged) {
  if (std::getenv("CCOP_TEST_POSTGRES") == nullptr) GTEST_SKIP();
  const Open open = on_postgres("lost");
  LiveCommunity live{open(), master(), "localhost"};
  Secretary secretary{live};
  std::atomic<bool> done{};
  std::thread trouble{[&] {
    while (!done) {
      ccop::testing::end_postgres_connections();
      usleep(10'000);
    }
  }};
  constexpr std::uint64_t enough = 250;
  std::uint64_t acknowledged = 0;
  // On a busy machine many tries find no connection.
  for (int i = 0; acknowledged <= enough && i < 10'000; ++i) {
    const auto outcome = secretary.registers("person " + std::to_string(i));
    if (const auto* receipt = std::get_if<Receipt>(&outcome)) {
      EXPECT_GT(receipt->seq, acknowledged);
      acknowledged = receipt->seq;
    }
  }
  done = true;
  trouble.join();
  EXPECT_GT(acknowledged, enough);
  EXPECT_EQ(live.size(), live.store().size());
  EXPECT_EQ(live.read([](const Community& now) { return people(now).all.size(); }), live.size() - 1);
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

TEST(LosingTheAnswer, OfACommitThatWasMadeIsFoundOut) {
  // A store that keeps what it is given and then says that it is lost.
  class LosesAnswers final : public PassingStore {
   public:
    LosesAnswers(std::unique_ptr<Store> inside, const std::atomic<bool>& losing)
        : PassingStore(std::move(inside)), losing_(losing) {}
    void commit(store::Commit commit) override {
      PassingStore::commit(std::move(commit));
      if (losing_) throw store::StoreError{"the connection was lost"};
    }

   private:
    const std::atomic<bool>& losing_;
  };
  const ccop::testing::TemporaryFolder folder;
  std::atomic<bool> losing{};
  LiveCommunity live{std::make_unique<LosesAnswers>(store::open_sqlite(folder.file("c.db"), true), losing), master(),
                     "localhost"};
  Secretary secretary{live};
  losing = true;
  EXPECT_TRUE(std::holds_alternative<Failure>(secretary.registers("kept all the same")));
  losing = false;
  EXPECT_EQ(live.size(), begun + 1);
  EXPECT_EQ(std::get<Receipt>(secretary.registers("the next")).seq, begun + 1);
  EXPECT_EQ(live.read([](const Community& now) { return people(now).all.size(); }), 3u);
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

/// A store whose disk is full whenever the test says so.
class FullDisk final : public PassingStore {
 public:
  FullDisk(std::unique_ptr<Store> inside, const std::atomic<bool>& full)
      : PassingStore(std::move(inside)), full_(full) {}
  void commit(store::Commit commit) override {
    if (full_) throw store::StoreError{"database or disk is full"};
    PassingStore::commit(std::move(commit));
  }

 private:
  const std::atomic<bool>& full_;
};

TEST(AFullDisk, IsToldAndForgotten) {
  const ccop::testing::TemporaryFolder folder;
  std::atomic<bool> full{};
  LiveCommunity live{std::make_unique<FullDisk>(store::open_sqlite(folder.file("c.db"), true), full), master(),
                     "localhost"};
  Secretary secretary{live};
  full = true;
  EXPECT_TRUE(std::holds_alternative<Failure>(secretary.registers("lost")));
  EXPECT_EQ(live.size(), begun);
  EXPECT_EQ(live.read([](const Community& now) { return people(now).all.size(); }), 1u);
  full = false;
  EXPECT_EQ(std::get<Receipt>(secretary.registers("kept")).seq, begun);
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

/// A store to which somebody writes whenever its size is asked for: between an audit's checkpoint and its entries.
class BusyStore final : public PassingStore {
 public:
  BusyStore(std::unique_ptr<Store> inside, std::function<void()> meanwhile)
      : PassingStore(std::move(inside)), meanwhile_(std::move(meanwhile)) {}
  [[nodiscard]] std::uint64_t size() override {
    meanwhile_();
    return PassingStore::size();
  }

 private:
  std::function<void()> meanwhile_;
};

TEST(AnAudit, OfARecordThatIsWrittenMeanwhileIsOfWhatItsCheckpointClaimed) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  Secretary secretary{live};
  BusyStore busy{store::open_sqlite(folder.file("c.db"), false), [&] { (void)secretary.registers("meanwhile"); }};
  const auto report = audit(*record_of(busy), {});
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.entries, begun);
  EXPECT_GT(live.size(), begun);
}

TEST(ManyWriters, AreDecidedOneAfterTheOtherAndReadersSeeWhatIsDurable) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  Secretary secretary{live};
  std::vector<ccop::testing::Device> devices;
  for (int w = 0; w < 8; ++w) devices.push_back(secretary.invites("writer " + std::to_string(w)));
  const std::uint64_t before = live.size();
  std::atomic<bool> done{};
  std::thread reader{[&] {
    while (!done) {
      // The durable state never runs ahead of the store.
      const auto known = live.read([](const Community& now) { return people(now).all.size(); });
      EXPECT_LE(known, live.store().size());
    }
  }};
  std::vector<std::thread> writers;
  std::array<std::vector<std::uint64_t>, 8> places;  // that each was told for its entries
  for (int w = 0; w < 8; ++w)
    writers.emplace_back([&, w] {
      ccop::testing::Device& mine = devices[static_cast<std::size_t>(w)];
      for (int i = 0; i < 40; ++i) {
        const store::Content profile = content(std::to_string(w * 100 + i));
        const CorrectPerson correction{mine.person(), store::content_hash(profile)};
        const auto outcome = live.execute(mine.asks(live, correction, {profile}));
        if (const auto* receipt = std::get_if<Receipt>(&outcome))
          places[static_cast<std::size_t>(w)].push_back(receipt->seq);
      }
    });
  for (auto& writer : writers) writer.join();
  done = true;
  reader.join();
  std::set<std::uint64_t> all;
  for (const auto& told : places) {
    EXPECT_TRUE(std::ranges::is_sorted(told));
    all.insert(told.begin(), told.end());
  }
  EXPECT_EQ(all.size(), 320u) << "each has a place of its own";
  EXPECT_EQ(*all.begin(), before);
  EXPECT_EQ(live.size(), before + 320);
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
  Secretary secretary{live};
  auto bare = secretary.registering("x");
  bare.contents.clear();
  EXPECT_THAT(live.execute(bare), refused_for("content-is-missing"));
  auto elsewhere = secretary.registering("y");
  elsewhere.request.community = "ccop";
  EXPECT_THAT(live.execute(elsewhere), refused_for("another-community"));
}

TEST(Requests, FitIntoABundleOfEntries) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  Secretary secretary{live};
  EraseContent all;
  for (int i = 0; i < 1000; ++i) all.contents.emplace_back(words(std::to_string(i)));
  Submission erasing;
  erasing.request = {"harbour", {}, {}, {}, all};
  EXPECT_THAT(live.execute(erasing), refused_for("entry-is-too-large"));
}

TEST(Signatures, AreOfAPasskeyThatIsStillThere) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  Secretary secretary{live};
  auto signed_by_nobody = secretary.registering("x");
  signed_by_nobody.signature->passkey = Assertion{{1}, {2}, {3}, {4}};
  EXPECT_THAT(live.execute(signed_by_nobody), refused_for("signature-does-not-hold"));
}

TEST(Signatures, AreOneAndSayWhoWhenAndAfterWhat) {
  const ccop::testing::TemporaryFolder folder;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
  Secretary secretary{live};
  const auto refused = [&](const std::function<void(Submission&)>& spoil) {
    Submission submission = secretary.registering("x");
    spoil(submission);
    EXPECT_THAT(live.execute(std::move(submission)), refused_for("signature-does-not-hold"));
  };
  refused([](Submission& s) { s.signature.reset(); });
  refused([](Submission& s) { s.signature = Signature{}; });
  refused([](Submission& s) { s.signature->link = LinkSignature{}; });
  refused([](Submission& s) { s.request.asked_at.reset(); });
  refused([](Submission& s) { s.request.head.reset(); });
  refused([](Submission& s) { s.request.person.reset(); });
  refused([](Submission& s) { s.grant = SessionGrant{}; });
}

TEST(AHead, IsOneThatTheLogHadAndHoldsTheSignersOwnLastAct) {
  const ccop::testing::TemporaryFolder folder;
  Time now = clock_now();
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost",
                     Surroundings{[&] { return now; }, fill_random, false}};
  Secretary secretary{live};
  ccop::testing::Device ada = secretary.invites("Ada");
  const auto correcting = [&](const Head& head) {
    const CorrectPerson correction{ada.person(), store::content_hash(content("x"))};
    return live.execute(ada.asks(live, correction, {content("x")}, head));
  };
  const Head before = live.head();
  Head another = before;
  another.root[0] ^= 1;
  EXPECT_THAT(correcting(another), refused_for("head-is-behind"));
  EXPECT_THAT(correcting({before.size + 1, before.root}), refused_for("head-is-behind"));
  EXPECT_TRUE(std::holds_alternative<Receipt>(correcting(before)));
  EXPECT_THAT(correcting(before), refused_for("head-is-behind"));  // it lacks what Ada has just signed

  const Head held = live.head();
  (void)secretary.registers("somebody");
  now += longest_head;
  EXPECT_TRUE(std::holds_alternative<Receipt>(correcting(held)));
  const Head too_old = live.head();
  (void)secretary.registers("somebody else");
  now += longest_head + std::chrono::milliseconds{1};
  EXPECT_THAT(correcting(too_old), refused_for("head-is-behind"));
  live.stop();
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

}  // namespace
}  // namespace ccop::host
