// Hooks as they lie beside the record, among its sealed settings: each hook, how it stands, the messages that wait for
// it, and up to which entry the record was looked through for them.
#pragma once

#include "notify/hooks/hook.hpp"
#include "store/vault.hpp"

#include <deque>
#include <map>

namespace ccop::notify {

/// What whoever reads the database must not learn of a hook: whoever knows a channel's address may write to it.
struct HookSecrets {
  std::string url;
  std::string secret;                ///< under which messages are signed
  std::optional<std::string> older;  ///< the one of before, while receivers change over
  std::optional<Time> older_until;
};
BOOST_DESCRIBE_STRUCT(HookSecrets, (), (url, secret, older, older_until))

[[nodiscard]] std::string sealed_secrets(const HookSecrets& secrets, const store::MasterKey& key);
/// Throws StoreError where they were changed, or another master key sealed them.
[[nodiscard]] HookSecrets opened_secrets(const Hook& hook, const store::MasterKey& key);

/// A hook with what belongs to it. Messages wait in the order of the record.
struct KeptHook {
  Hook hook;
  HookStanding standing;
  std::deque<Delivery> waiting;
  std::optional<Delivery> test;  ///< asked for, and kept nowhere: it is sent once or not at all
};

struct KeptHooks {
  std::map<std::string, KeptHook> all;  ///< by id
  std::optional<std::uint64_t> until;   ///< entries before it were dealt with
};
[[nodiscard]] KeptHooks kept_hooks(store::Store& record);

[[nodiscard]] store::SettingChange keeping(const Hook& hook);
[[nodiscard]] store::SettingChange keeping(const std::string& hook, const HookStanding& standing);
[[nodiscard]] store::SettingChange keeping(const std::string& hook, const Delivery& delivery);
[[nodiscard]] store::SettingChange dropping(const std::string& hook, const Delivery& delivery);
[[nodiscard]] store::SettingChange keeping_until(std::uint64_t entry);
/// All of it goes.
[[nodiscard]] std::vector<store::SettingChange> dropping(const KeptHook& kept);

/// The hooks' secrets under another master key. Throws StoreError for those that the first does not open.
[[nodiscard]] std::vector<store::SettingChange> rewrapped_hooks(store::Store& record, const store::MasterKey& from,
                                                                const store::MasterKey& to);

}  // namespace ccop::notify
