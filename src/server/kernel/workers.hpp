// Threads for answers that take long, so that those who read and write from the network never wait for one; and nobody
// for all that another asked for.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace ccop::server {

class Workers {
 public:
  /// At most `most_waiting` wait for one of the threads, of which a quarter are one's own.
  Workers(unsigned threads, std::size_t most_waiting);
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  Workers(Workers&&) = delete;
  Workers& operator=(Workers&&) = delete;

  /// Those who wait take turns, whoever asked for how much. False where too many wait already, or nothing is taken any
  /// more. What is given throws nothing.
  [[nodiscard]] bool take(const std::string& whose, std::function<void()> work);
  /// Does what was taken, and takes nothing more.
  void stop();

 private:
  using Queue = std::deque<std::function<void()>>;

  void run();
  /// The next one's first; the lock is held, and somebody waits.
  [[nodiscard]] std::function<void()> next();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Queue> waiting_;  ///< none is empty
  std::deque<std::string> turns_;         ///< whose queue is next
  std::size_t count_{};                   ///< of all queues
  bool stopping_{};
  std::vector<std::thread> threads_;
};

}  // namespace ccop::server
