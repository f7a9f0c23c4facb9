#include "host/log_keys.hpp"

#include <algorithm>

namespace ccop::host {
namespace {

/// The log's name is kept with the key: a log is never renamed, whatever address serves it.
std::string sealed_seed(const Hash& seed, const std::string& name, const store::MasterKey& master) {
  return store::wrap(std::string{text_of(seed)} + name, log_key_setting, master);
}

Hash fresh_seed() {
  Hash seed{};
  fill_random(seed);
  return seed;
}

ledger::Signer found_or_made(store::Store& store, const store::MasterKey& master, const std::string& origin) {
  const auto kept = store.setting(log_key_setting);
  if (!kept) {
    const Hash seed = fresh_seed();
    store.set(log_key_setting, sealed_seed(seed, origin, master));
    return {origin, seed};
  }
  const std::string plain = store::unwrap(*kept, log_key_setting, master);
  Hash seed{};
  if (plain.size() <= seed.size()) throw store::StoreError{"the log's signing key is damaged"};
  std::copy_n(plain.begin(), seed.size(), seed.begin());
  return {plain.substr(seed.size()), seed};
}

}  // namespace

LogKeys::LogKeys(store::Store& store, const store::MasterKey& master, const std::string& origin)
    : master_(master), current_(found_or_made(store, master, origin)) {}

void LogKeys::use(const std::string& key) {
  is_next_ = next_ && key == next_->key().text();
  if (!is_next_ && key != current_.key().text())
    throw store::StoreError{"the key that signs this log by now is not here: restore the newest backup"};
}

const ledger::VerifierKey& LogKeys::begin_change() {
  const Hash seed = fresh_seed();
  const std::string& name = current_.key().name;
  next_.emplace(name, seed);
  kept_next_ = {log_key_setting, sealed_seed(seed, name, master_)};
  return next_->key();
}

std::optional<store::SettingChange> LogKeys::handing_over() const {
  return is_next_ ? kept_next_ : std::nullopt;
}

void LogKeys::end_change() {
  if (is_next_) current_ = *next_;
  is_next_ = false;
  next_.reset();
  kept_next_.reset();
}

}  // namespace ccop::host
