// The numbers that stand for the types of objects in their rows.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ccop::store::sqlite {

/// Read by many while the writer adds to them.
class TypeCodes {
 public:
  [[nodiscard]] std::optional<std::uint64_t> code_of(std::string_view type) const {
    const std::shared_lock lock{mutex_};
    const auto found = codes_.find(type);
    return found == codes_.end() ? std::nullopt : std::optional{found->second};
  }
  /// Empty for a code that stands for nothing.
  [[nodiscard]] std::string name_of(std::uint64_t code) const {
    const std::shared_lock lock{mutex_};
    const auto found = names_.find(code);
    return found == names_.end() ? std::string{} : found->second;
  }

  void remember(std::uint64_t code, const std::string& type) {
    const std::unique_lock lock{mutex_};
    codes_[type] = code;
    names_[code] = type;
  }
  /// Remembers one that the transaction under way gave its code.
  void add(std::uint64_t code, const std::string& type) {
    remember(code, type);
    added_.push_back(type);
  }
  /// That transaction was made, or taken back.
  void keep() { added_.clear(); }
  void take_back() {
    const std::unique_lock lock{mutex_};
    for (const auto& type : std::exchange(added_, {})) {
      names_.erase(codes_[type]);
      codes_.erase(type);
    }
  }

 private:
  mutable std::shared_mutex mutex_;
  std::map<std::string, std::uint64_t, std::less<>> codes_;
  std::map<std::uint64_t, std::string> names_;
  std::vector<std::string> added_;  ///< the writer's own
};

}  // namespace ccop::store::sqlite
