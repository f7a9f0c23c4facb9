// A store that, whenever a setting is written, has another thread ask something, and waits for its answer.
#pragma once

#include "store/passing_store.hpp"

#include <chrono>
#include <functional>
#include <future>
#include <thread>
#include <utility>

namespace ccop::testing {

class AskingStore final : public store::PassingStore {
 public:
  using PassingStore::PassingStore;

  void change(std::vector<store::SettingChange> changes) override {
    if (ask) {
      // Not std::async, whose future waits: who is held up for ever would hold up the test.
      std::packaged_task<void()> task{std::exchange(ask, nullptr)};
      const std::future<void> answered = task.get_future();
      std::thread{std::move(task)}.detach();
      was_answered = answered.wait_for(std::chrono::seconds{5}) == std::future_status::ready;
    }
    PassingStore::change(std::move(changes));
  }

  std::function<void()> ask;  ///< the next time
  bool was_answered{};        ///< while the write was under way
};

}  // namespace ccop::testing
