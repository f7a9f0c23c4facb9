#include "notify/hooks/kept.hpp"

#include "base/codec.hpp"

#include <charconv>

namespace ccop::notify {
namespace {

constexpr std::string_view hook_prefix = "hook/";
constexpr std::string_view standing_prefix = "hook-standing/";
constexpr std::string_view delivery_prefix = "hook-delivery/";
constexpr const char* until_name = "hooks-until";
constexpr std::string_view secrets_purpose = "hook";

std::string hook_setting(std::string_view prefix, const std::string& id) {
  return std::string{prefix} + id;
}

/// Unique by hook and entry, and in the order of the entries.
std::string delivery_setting(const std::string& hook, std::uint64_t entry) {
  const std::string number = std::to_string(entry);
  return hook_setting(delivery_prefix, hook) + "/" + std::string(20 - number.size(), '0') + number;
}

}  // namespace

std::string sealed_secrets(const HookSecrets& secrets, const store::MasterKey& key) {
  return to_base64url(bytes_of(store::wrap(to_json(secrets), secrets_purpose, key)));
}

HookSecrets opened_secrets(const Hook& hook, const store::MasterKey& key) {
  const auto bytes = from_base64url(hook.sealed);
  if (!bytes) throw store::StoreError{"the secret of a hook is damaged"};
  return from_json<HookSecrets>(store::unwrap(text_of(*bytes), secrets_purpose, key));
}

KeptHooks kept_hooks(store::Store& record) {
  KeptHooks kept;
  record.each_setting(hook_prefix, [&](std::string_view, std::string_view value) {
    auto hook = from_json<Hook>(value);
    std::string id = hook.id;
    kept.all[std::move(id)].hook = std::move(hook);
  });
  for (auto& [id, one] : kept.all) {
    if (const auto standing = record.setting(hook_setting(standing_prefix, id)))
      one.standing = from_json<HookStanding>(*standing);
    std::map<std::uint64_t, Delivery> waiting;  // by entry, whatever order the store gives
    record.each_setting(hook_setting(delivery_prefix, id) + "/", [&](std::string_view, std::string_view value) {
      auto delivery = from_json<Delivery>(value);
      waiting.emplace(delivery.entry, std::move(delivery));
    });
    for (auto& [entry, delivery] : waiting) one.waiting.push_back(std::move(delivery));
  }
  if (const auto until = record.setting(until_name)) {
    std::uint64_t number = 0;
    std::from_chars(until->data(), until->data() + until->size(), number);
    kept.until = number;
  }
  return kept;
}

store::SettingChange keeping(const Hook& hook) {
  return {hook_setting(hook_prefix, hook.id), to_json(hook)};
}

store::SettingChange keeping(const std::string& hook, const HookStanding& standing) {
  return {hook_setting(standing_prefix, hook), to_json(standing)};
}

store::SettingChange keeping(const std::string& hook, const Delivery& delivery) {
  return {delivery_setting(hook, delivery.entry), to_json(delivery)};
}

store::SettingChange dropping(const std::string& hook, const Delivery& delivery) {
  return {delivery_setting(hook, delivery.entry), std::nullopt};
}

store::SettingChange keeping_until(std::uint64_t entry) {
  return {until_name, std::to_string(entry)};
}

std::vector<store::SettingChange> dropping(const KeptHook& kept) {
  const std::string& id = kept.hook.id;
  std::vector<store::SettingChange> changes{{hook_setting(hook_prefix, id), std::nullopt},
                                            {hook_setting(standing_prefix, id), std::nullopt}};
  for (const Delivery& delivery : kept.waiting) changes.push_back(dropping(id, delivery));
  return changes;
}

std::vector<store::SettingChange> rewrapped_hooks(store::Store& record, const store::MasterKey& from,
                                                  const store::MasterKey& to) {
  std::vector<store::SettingChange> changes;
  record.each_setting(hook_prefix, [&](std::string_view, std::string_view value) {
    auto hook = from_json<Hook>(value);
    try {
      hook.sealed = sealed_secrets(opened_secrets(hook, from), to);
    } catch (const store::StoreError& error) {
      throw store::StoreError{"the secret of the hook \"" + hook.title + "\": " + error.what() +
                              ". End that hook first"};
    }
    changes.push_back(keeping(hook));
  });
  return changes;
}

}  // namespace ccop::notify
