#include "host/log_keys.hpp"

#include <algorithm>

namespace ccop::host {
namespace {

constexpr const char* key_setting = "log-key";
constexpr const char* next_key_setting = "log-key-next";

/// The log's name is kept with the key: a log is never renamed, whatever address serves it.
std::string sealed_seed(const Hash& seed, const std::string& name, const store::MasterKey& master) {
  return store::wrap(std::string{text_of(seed)} + name, key_setting, master);
}

ledger::Signer opened(const std::string& wrapped, const store::MasterKey& master) {
  const std::string plain = store::unwrap(wrapped, key_setting, master);
  Hash seed{};
  if (plain.size() <= seed.size()) throw store::StoreError{"the log's signing key is damaged"};
  std::copy_n(plain.begin(), seed.size(), seed.begin());
  return {plain.substr(seed.size()), seed};
}

ledger::Signer made(store::Store& store, const store::MasterKey& master, const char* setting, const std::string& name) {
  Hash seed{};
  fill_random(seed);
  store.set(setting, sealed_seed(seed, name, master));
  return {name, seed};
}

ledger::Signer found_or_made(store::Store& store, const store::MasterKey& master, const std::string& origin) {
  if (const auto kept = store.setting(key_setting)) return opened(*kept, master);
  return made(store, master, key_setting, origin);
}

}  // namespace

LogKeys::LogKeys(store::Store& store, const store::MasterKey& master, const std::string& origin)
    : store_(store), master_(master), current_(found_or_made(store, master, origin)) {
  if (const auto kept = store.setting(next_key_setting)) next_ = opened(*kept, master);
}

void LogKeys::use(const std::string& key) {
  if (key == current_.key().text())
    is_next_ = false;
  else if (next_ && key == next_->key().text())
    is_next_ = true;
  else
    throw store::StoreError{"the key that signs this log by now is not here: restore the newest backup"};
}

const ledger::VerifierKey& LogKeys::begin_change() {
  end_change();
  if (!next_) next_ = made(store_, master_, next_key_setting, current_.key().name);
  return next_->key();
}

void LogKeys::end_change() {
  if (!is_next_) return;
  store_.set(key_setting, store_.setting(next_key_setting).value());
  store_.unset(next_key_setting);
  current_ = *std::exchange(next_, std::nullopt);
  is_next_ = false;
}

}  // namespace ccop::host
