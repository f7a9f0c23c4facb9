// The exchange of one community as it runs: what many bring at once is written together, and answered once it is
// durable.
#pragma once

#include "exchange/sharing.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace ccop::exchange {

/// The terms of an object's JSON.
[[nodiscard]] std::vector<std::string> terms_of_json(std::string_view json);
/// The terms of a stored object, as they were when it was added.
[[nodiscard]] std::vector<std::string> terms_of_row(const store::ObjectRow& row);

class Exchange {
 public:
  /// What became of each object, in their order; or the store could not keep them, and none was added.
  using Outcome = std::variant<std::vector<store::Addition>, std::string>;
  using Done = std::function<void(Outcome)>;
  /// Whether there is room for more objects; what is left otherwise is the record's.
  using HasRoom = std::function<bool()>;

  explicit Exchange(std::unique_ptr<store::ObjectStore> store, HasRoom has_room = {});
  ~Exchange();
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;
  Exchange(Exchange&&) = delete;
  Exchange& operator=(Exchange&&) = delete;

  /// `done` is called from the writer's thread once the answer stands.
  void submit(std::vector<store::NewObject> objects, Done done);
  /// The same, waiting. Throws StoreError.
  std::vector<store::Addition> add(std::vector<store::NewObject> objects);
  /// Takes versions away. Throws StoreError.
  void remove(std::vector<store::ObjectRow> rows);

  /// Keeps a note that may be lost if the machine fails: it is written when nobody else waits for the writer, together
  /// with others, and at the latest when it stops.
  void note_later(const std::string& name, std::string value);
  /// A note, written or still to be written.
  [[nodiscard]] std::optional<std::string> note(std::string_view name);

  [[nodiscard]] store::ObjectStore& store() const { return *store_; }
  /// Grows with every change; what was made of the store at the same count still holds.
  [[nodiscard]] std::uint64_t changes() const { return changes_; }
  void stop();

 private:
  struct Waiting {
    std::vector<store::NewObject> objects;
    std::vector<store::ObjectRow> removed;
    Done done;
  };
  void push(Waiting waiting);
  void write_loop();
  void settle(std::vector<Waiting> taken);
  /// Of what nothing tells that it is the same, as it is where an older version of the program kept it; next time its
  /// digest tells.
  void read_what_may_differ(const std::vector<store::NewObject>& objects, std::vector<store::Addition>& additions);
  void tidy();
  void write_notes();
  [[nodiscard]] bool has_many_notes();
  [[nodiscard]] Outcome removal_of(const std::vector<store::ObjectRow>& rows);

  std::unique_ptr<store::ObjectStore> store_;
  HasRoom has_room_;
  std::atomic<std::uint64_t> changes_{};
  std::mutex mutex_;
  std::condition_variable ready_;
  std::vector<Waiting> queue_;
  store::Notes notes_;  ///< to be written later
  bool stopping_{};
  bool is_untidy_{true};  ///< the writer's own
  std::thread writer_;
};

}  // namespace ccop::exchange
