#include "server/kernel/workers.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace ccop::server {
namespace {

constexpr std::size_t parts = 4;  ///< of those who may wait, one is anybody's own
/// Behind the threads that read and write from the network, where there is not enough for all (nice(2)).
constexpr int politeness = 10;

}  // namespace

Workers::Workers(unsigned threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

bool Workers::take(const std::string& whose, std::function<void()> work) {
  {
    const std::scoped_lock lock{mutex_};
    if (stopping_ || count_ >= most_waiting_) return false;
    const auto found = waiting_.find(whose);
    if (found != waiting_.end() && found->second.size() >= std::max<std::size_t>(1, most_waiting_ / parts))
      return false;
    if (found == waiting_.end()) turns_.push_back(whose);
    waiting_[whose].push_back(std::move(work));
    ++count_;
  }
  changed_.notify_one();
  return true;
}

void Workers::stop() {
  {
    const std::scoped_lock lock{mutex_};
    stopping_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

std::function<void()> Workers::next() {
  const std::string whose = std::move(turns_.front());
  turns_.pop_front();
  const auto found = waiting_.find(whose);
  auto work = std::move(found->second.front());
  found->second.pop_front();
  --count_;
  if (found->second.empty())
    waiting_.erase(found);
  else
    turns_.push_back(whose);
  return work;
}

void Workers::run() {
  (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()),
                    politeness);  // where it can't, they are as quick as others
  std::unique_lock lock{mutex_};
  while (true) {
    changed_.wait(lock, [&] { return stopping_ || count_ > 0; });
    if (count_ == 0) return;
    const auto work = next();
    lock.unlock();
    work();
    lock.lock();
  }
}

}  // namespace ccop::server
