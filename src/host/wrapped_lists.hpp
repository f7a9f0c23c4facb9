// What several people said, in a list for each id: in memory, and wrapped beside the record (wrapped_settings.hpp).
#pragma once

#include "base/codec.hpp"
#include "host/wrapped_settings.hpp"

#include <map>
#include <mutex>

namespace ccop::host {

/// May be used by several threads. Whoever reads waits for no disk: pages do, while they hold the community's state.
template <class Id, class Row>
class WrappedLists {
 public:
  /// Throws StoreError where the master key does not open them.
  WrappedLists(store::Store& store, const store::MasterKey& master, std::string_view prefix)
      : store_(store), master_(master), prefix_(prefix) {
    each_wrapped(store, prefix, master, [&](std::uint32_t id, const std::string& list) {
      lists_[Id{id}] = from_json<std::vector<Row>>(list);
    });
  }

  [[nodiscard]] std::vector<Row> of(Id id) const {
    const std::scoped_lock lock{mutex_};
    const auto found = lists_.find(id);
    return found == lists_.end() ? std::vector<Row>{} : found->second;
  }

  /// `how` is given the list, and says whether it changed it. Durable when it returns; throws StoreError, and then
  /// nothing was said.
  template <class How>
  void change(Id id, const How& how) {
    const std::scoped_lock one_at_a_time{changing_};
    std::vector<Row> rows = of(id);
    if (!how(rows)) return;
    set_wrapped(store_, setting_of(id), to_json(rows), master_);
    const std::scoped_lock lock{mutex_};
    lists_[id] = std::move(rows);
  }

  /// Whole lists go, of which that is so.
  template <class Is>
  void forget(const Is& is) {
    const std::scoped_lock one_at_a_time{changing_};
    std::vector<store::SettingChange> gone;
    for (const auto& [id, rows] : lists_)  // which nobody else changes now
      if (is(rows)) gone.push_back({setting_of(id), std::nullopt});
    if (gone.empty()) return;
    store_.change(std::move(gone));
    const std::scoped_lock lock{mutex_};
    std::erase_if(lists_, [&](const auto& one) { return is(one.second); });
  }

 private:
  [[nodiscard]] std::string setting_of(Id id) const { return std::string{prefix_} + std::to_string(id.value); }

  store::Store& store_;
  const store::MasterKey& master_;
  std::string_view prefix_;
  std::mutex changing_;       ///< held while what changes is written; taken before the other
  mutable std::mutex mutex_;  ///< held while `lists_` is looked at or changed, and no longer
  std::map<Id, std::vector<Row>> lists_;
};

}  // namespace ccop::host
