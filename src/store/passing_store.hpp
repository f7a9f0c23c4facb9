// A store that does what another does. What has something to add to one thing, or to keep from it, begins here.
#pragma once

#include "store/store.hpp"

namespace ccop::store {

class PassingStore : public Store {
 public:
  explicit PassingStore(std::unique_ptr<Store> below) : below_(std::move(below)) {}

  void commit(Commit commit) override { below_->commit(std::move(commit)); }
  [[nodiscard]] std::uint64_t size() override { return below_->size(); }
  [[nodiscard]] std::string checkpoint() override { return below_->checkpoint(); }
  void read_entries(std::uint64_t first, std::uint64_t count,
                    const std::function<void(std::string_view)>& each) override {
    below_->read_entries(first, count, each);
  }
  [[nodiscard]] std::optional<std::string> read_tile(std::uint32_t level, std::uint64_t index) override {
    return below_->read_tile(level, index);
  }
  [[nodiscard]] std::optional<ContentRow> read_content(const ContentHash& hash) override {
    return below_->read_content(hash);
  }
  void each_content(const std::function<void(const ContentRow&)>& each) override { below_->each_content(each); }
  void rewrap(const Rewrap& anew, std::vector<SettingChange> changes) override {
    below_->rewrap(anew, std::move(changes));
  }
  [[nodiscard]] std::optional<std::string> setting(std::string_view name) override { return below_->setting(name); }
  void change(std::vector<SettingChange> changes) override { below_->change(std::move(changes)); }
  void each_setting(std::string_view prefix,
                    const std::function<void(std::string_view, std::string_view)>& each) override {
    below_->each_setting(prefix, each);
  }
  void lock_for_writing() override { below_->lock_for_writing(); }

 protected:
  [[nodiscard]] Store& below() { return *below_; }

 private:
  std::unique_ptr<Store> below_;
};

}  // namespace ccop::store
