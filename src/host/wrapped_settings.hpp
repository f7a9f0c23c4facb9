// What people said that lies beside the record, and can't be made anew: wrapped by the master key under its own name,
// so that nobody reads it in the database or puts it under another. It is in backups, and comes under another master
// key with all else.
#pragma once

#include "store/vault.hpp"

#include <functional>

namespace ccop::host {

/// By organization: what it made of recommendations.
inline constexpr std::string_view adoption_prefix = "adoption/";
/// By organization: what it answered in rounds, sealed for itself.
inline constexpr std::string_view own_answers_prefix = "own-answers/";
/// By organization: what it watches for at the exchange, sealed for itself.
inline constexpr std::string_view watch_list_prefix = "watch-list/";
/// By meeting: who said that they come.
inline constexpr std::string_view coming_prefix = "coming/";

[[nodiscard]] bool is_wrapped_setting(std::string_view name);

/// Durable when it returns; throws StoreError.
void set_wrapped(store::Store& store, const std::string& name, std::string_view plain, const store::MasterKey& key);
/// Calls `each` with the rest of the name, which is a number, and what is wrapped. Throws StoreError for what this key
/// does not open.
void each_wrapped(store::Store& store, std::string_view prefix, const store::MasterKey& key,
                  const std::function<void(std::uint32_t number, const std::string& plain)>& each);

/// Throws StoreError where the key does not open all of it.
void require_opens_wrapped(store::Store& store, const store::MasterKey& key);
void copy_wrapped(store::Store& from, store::Store& to);
/// All of it under another master key.
[[nodiscard]] std::vector<store::SettingChange> rewrapped_settings(store::Store& store, const store::MasterKey& from,
                                                                   const store::MasterKey& to);

}  // namespace ccop::host
