// Threads for answers that take long, so that those who read and write from the network never wait for one.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ccop::server {

class Workers {
 public:
  /// At most `most_waiting` wait for one of the threads.
  Workers(unsigned threads, std::size_t most_waiting);
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  Workers(Workers&&) = delete;
  Workers& operator=(Workers&&) = delete;

  /// False where too many wait already, or nothing is taken any more. What is given throws nothing.
  [[nodiscard]] bool take(std::function<void()> work);
  /// Does what was taken, and takes nothing more.
  void stop();

 private:
  void run();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_{};
  std::vector<std::thread> threads_;
};

}  // namespace ccop::server
