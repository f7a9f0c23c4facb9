// One community as it runs: requests are decided one after the other, appended durably together, and only then answered
// and shown.
//
// A single writer thread decides on a state that runs ahead of the disk; readers see a second state that holds nothing
// but what is durable. When the store refuses a batch, the state ahead is thrown away and every request of the batch is
// told so.
#pragma once

#include "community/entry.hpp"
#include "host/heads.hpp"
#include "host/log.hpp"
#include "host/writer_first_mutex.hpp"

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

namespace ccop::host {

class WitnessClock;

/// What somebody asks for, with all that makes it an entry.
struct Submission {
  community::Request request;
  std::optional<community::Signature> signature;  ///< already checked: SignatureCheck
  std::optional<community::SessionGrant> grant;   ///< of the session key that signed, where the record may not have it
  std::vector<store::Content> contents;
};

struct Receipt {
  std::uint64_t seq{};
  std::vector<community::Act> acts;
};
/// The store could not keep it; nothing happened.
struct Failure {
  std::string message;
};
using Outcome = std::variant<Receipt, community::Refusal, Failure>;

/// Where time and chance come from; a simulation brings its own.
struct Surroundings {
  std::function<Time()> now = clock_now;
  std::function<void(std::span<std::uint8_t>)> random = fill_random;
  bool time_passes_by_itself = true;  ///< deadlines are looked at even when nobody asks for anything
};

class LiveCommunity {
 public:
  LiveCommunity(std::unique_ptr<store::Store> store, std::shared_ptr<const store::MasterKey> master,
                const std::string& origin, Surroundings surroundings = {});
  ~LiveCommunity();
  LiveCommunity(const LiveCommunity&) = delete;
  LiveCommunity& operator=(const LiveCommunity&) = delete;
  LiveCommunity(LiveCommunity&&) = delete;
  LiveCommunity& operator=(LiveCommunity&&) = delete;

  /// Decides and appends; `done` is called from the writer's thread once the answer stands.
  void submit(Submission submission, std::function<void(Outcome)> done);
  /// The same, waiting.
  [[nodiscard]] Outcome execute(Submission submission);

  /// Calls `use` with the durable state; it stays unchanged meanwhile.
  template <class Use>
  auto read(Use&& use) const {
    const std::shared_lock lock{committed_mutex_};
    return use(static_cast<const community::Community&>(*committed_));
  }
  [[nodiscard]] std::uint64_t size() const { return committed_size_; }
  /// The newest checkpoint, with the right edge of its tree: what a proof that leads there is made of.
  struct Published {
    std::string checkpoint;
    std::shared_ptr<const ledger::Frontier> edge;
  };
  [[nodiscard]] Published published() const;
  /// What is durable, as a device checks it.
  [[nodiscard]] community::Head head() const;
  /// Whether the log has that head, or had it not long ago: what somebody names who signs in.
  [[nodiscard]] bool has_head(const community::Head& head) const;
  [[nodiscard]] Time now() const { return surroundings_.now(); }

  /// A content; empty when it was erased.
  [[nodiscard]] std::optional<store::Content> content(const ContentHash& hash) const;
  /// Its text alone.
  [[nodiscard]] std::optional<std::string> text(const ContentHash& hash) const;
  [[nodiscard]] store::Store& store() const { return *store_; }
  [[nodiscard]] const store::MasterKey& master() const { return *master_; }
  [[nodiscard]] std::string log_key() const { return log_.key().text(); }
  /// Makes a new key that signs the log from the next entry on, for which the one before signs; only while nobody else
  /// asks for anything.
  [[nodiscard]] Outcome change_log_key();

  /// Somebody holds a head of `size_seen` entries that this log signed and this record does not have: the database is
  /// an older one that was put back. From now on, and after a restart, each act is answered with a Failure.
  void fell_behind(std::uint64_t size_seen);
  /// The size of the record that was lost; empty while nothing is known to be.
  [[nodiscard]] std::optional<std::uint64_t> behind() const;
  /// Whoever runs the host knows of the loss, and goes on with the record as it is: acts are taken again, and heads of
  /// up to the size that was lost tell nothing new.
  void accept_loss();
  /// The size up to which a loss was accepted.
  [[nodiscard]] std::uint64_t accepted_loss() const { return accepted_loss_; }

  /// A cosignature of a witness came: it may show that a deadline has passed.
  void heard_of_witnesses() const;
  /// Whether a deadline has passed by this host's clock, and waits until enough witnesses show it.
  [[nodiscard]] bool awaits_witnesses() const { return awaits_witnesses_; }
  /// From now on deadlines that no witness shows to have passed are settled all the same, as each audit will tell.
  void settle_on_its_word() { settles_on_its_word_ = true; }

  /// Called after each commit with the new size and what each of its acts concerns; from the writer's thread.
  using Listener =
      std::function<void(std::uint64_t size, const std::vector<std::optional<community::Concern>>& concerns)>;
  void on_commit(Listener listener) { listener_ = std::move(listener); }

  /// Stops the writer and keeps a snapshot, so that the next start needn't replay.
  void stop();

 private:
  struct Waiting {
    Submission submission;
    std::vector<store::ContentRow> contents;  ///< sealed on the asker's thread, not on the writer's
    std::function<void(Outcome)> done;
  };
  struct Batch {
    store::Commit commit;
    std::vector<std::pair<std::vector<community::Act>, community::Asking>> applied;
    std::vector<std::pair<std::function<void(Outcome)>, Outcome>> answers;
  };

  void load();
  /// Replays what a snapshot does not hold, and makes sure that it is what the log's head was made of.
  void replay(std::uint64_t from);
  void load_losses();
  [[nodiscard]] std::optional<community::Refusal> objection_to_evidence(const Submission& submission) const;
  [[nodiscard]] std::vector<std::optional<community::Concern>> concerns_of(const Batch& batch) const;
  void write_loop();
  /// False when there will be no more.
  [[nodiscard]] bool wait_for_work();
  [[nodiscard]] std::vector<Waiting> take();
  /// What else belongs into a batch that has `taken`; waits for it while the batch before had more, until `until`.
  [[nodiscard]] std::vector<Waiting> take_more(std::size_t taken, std::size_t before,
                                               std::chrono::steady_clock::time_point until);
  /// Whatever became due by then, one entry each. False where something must wait for witnesses.
  bool settle(Batch& batch, Time by);
  [[nodiscard]] Outcome decide_one(Waiting& waiting, Batch& batch);
  /// What a request must say of who asks, and of what the asker had seen.
  [[nodiscard]] std::optional<community::Refusal> objection_to_signer(const community::Entry& entry) const;
  /// Contents that the request doesn't refer to are not kept.
  [[nodiscard]] Outcome append(community::Entry entry, std::vector<store::ContentRow> contents, Batch& batch);
  /// Salts are drawn many at a time: asking for each costs more than hashing an entry.
  [[nodiscard]] Hash next_salt();
  void commit(Batch& batch);
  /// After a commit that failed: takes in what the store holds beyond what is known here. A database whose answer was
  /// lost may have made the commit all the same.
  void catch_up();
  void save_snapshot();

  std::unique_ptr<store::Store> store_;
  std::shared_ptr<const store::MasterKey> master_;
  Surroundings surroundings_;
  Log log_;
  Heads heads_{longest_head};  ///< the writer's own
  std::array<Hash, 64> salts_{};
  std::size_t salts_used_{salts_.size()};
  std::unique_ptr<community::Community> ahead_;      ///< the writer's own
  std::unique_ptr<community::Community> committed_;  ///< what is durable
  Heads committed_heads_{longest_head};
  Published published_;
  std::atomic<std::uint64_t> committed_size_{};
  std::uint64_t snapshot_size_{};
  std::atomic<std::uint64_t> behind_{};  ///< 0: nothing is known to be lost
  std::atomic<std::uint64_t> accepted_loss_{};
  std::unique_ptr<WitnessClock> witness_clock_;
  std::atomic<bool> awaits_witnesses_{};
  std::atomic<bool> settles_on_its_word_{};
  mutable WriterFirstMutex committed_mutex_;
  Listener listener_;

  mutable std::mutex contents_mutex_;
  mutable std::map<ContentHash, store::Content> contents_;  ///< decrypted, as many as are read often

  std::mutex queue_mutex_;
  std::condition_variable queue_ready_;
  std::vector<Waiting> queue_;
  bool stopping_{};
  std::thread writer_;
};

}  // namespace ccop::host
