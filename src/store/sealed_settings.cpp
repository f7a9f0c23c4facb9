#include "store/sealed_settings.hpp"

#include "base/big_endian.hpp"
#include "store/passing_store.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace ccop::store {
namespace {

constexpr std::string_view seal_name = "seal";
constexpr std::string_view note_name = "checkpoint";
/// All that may lie in a store that was never sealed: the key of a log that is about to begin.
constexpr std::string_view first_name = "log-key";
constexpr std::string_view seal_purpose = "ccop settings v1\n";

Hash row_hash(std::string_view name, std::string_view value) {
  return sha256(bytes_of(number_bytes(name.size())), bytes_of(name), bytes_of(value));
}

/// What is sealed: each row by its hash, and the note of the record that they lie beside, which names its log.
struct Sealed {
  std::map<std::string, Hash, std::less<>> rows;
  Hash note{};
  Hash of_rows{};  ///< of all rows, in the order of their names

  void put(std::string_view name, std::string_view value) {
    if (name == note_name)
      note = row_hash(name, value);
    else
      rows.insert_or_assign(std::string{name}, row_hash(name, value));
  }
  void take(const std::vector<SettingChange>& changes) {
    for (const auto& [name, value] : changes)
      if (value)
        put(name, *value);
      else
        rows.erase(name);
    if (!changes.empty()) sum_up();
  }
  void sum_up() {
    std::string all;
    for (const auto& [name, hash] : rows) all += text_of(hash);
    of_rows = sha256(bytes_of(all));
  }
};

/// A table as it lies in the database.
struct Found {
  Sealed sealed;
  std::optional<std::string> seal;
};

Found found_in(Store& store) {
  Found found;
  found.sealed.note = row_hash(note_name, "");
  store.each_setting("", [&](std::string_view name, std::string_view value) {
    if (name == seal_name)
      found.seal = value;
    else
      found.sealed.put(name, value);
  });
  found.sealed.sum_up();
  return found;
}

/// Makes seals: a generation, and the MAC (libsodium's crypto_auth, HMAC-SHA512-256) over it and all that is sealed,
/// under a key of its own that is derived from the master key (crypto_kdf, BLAKE2b).
class SealKey {
 public:
  explicit SealKey(const MasterKey& master) {
    crypto_kdf_derive_from_key(key_.data(), key_.size(), 1, "settings", master.bytes().data());
  }
  SealKey(const SealKey&) = delete;
  SealKey& operator=(const SealKey&) = delete;
  SealKey(SealKey&&) = delete;
  SealKey& operator=(SealKey&&) = delete;
  ~SealKey() { sodium_memzero(key_.data(), key_.size()); }

  [[nodiscard]] std::string seal(const Sealed& sealed, std::uint64_t generation) const {
    const std::string text = message(sealed, generation);
    std::array<std::uint8_t, crypto_auth_BYTES> mac{};
    crypto_auth(mac.data(), bytes_of(text).data(), text.size(), key_.data());
    return number_bytes(generation) + std::string{text_of(mac)};
  }
  /// The generation of what was found; throws SealBroken.
  [[nodiscard]] std::uint64_t opened(const Found& found) const {
    if (!found.seal) throw SealBroken{broken("no seal lies beside them")};
    if (found.seal->size() != number_size + crypto_auth_BYTES) throw SealBroken{broken("their seal is damaged")};
    const std::uint64_t generation = number_in(*found.seal);
    const std::string text = message(found.sealed, generation);
    if (crypto_auth_verify(bytes_of(*found.seal).data() + number_size, bytes_of(text).data(), text.size(),
                           key_.data()) != 0)
      throw SealBroken{broken("they were changed, are of another record, or the master key is another")};
    return generation;
  }
  [[nodiscard]] static std::string broken(const std::string& how) {
    return "the sign-ins and settings that lie beside the record are not those that this host wrote: " + how +
           ". See \"When the seal is broken\" in docs/hosting.md";
  }

 private:
  [[nodiscard]] static std::string message(const Sealed& sealed, std::uint64_t generation) {
    std::string text{seal_purpose};
    text += number_bytes(generation);
    text += text_of(sealed.note);
    text += text_of(sealed.of_rows);
    return text;
  }

  std::array<std::uint8_t, crypto_auth_KEYBYTES> key_{};
};

class SealedStore final : public PassingStore {
 public:
  SealedStore(std::unique_ptr<Store> from, const MasterKey& master) : PassingStore(std::move(from)), key_(master) {
    Found found = found_in(below());
    const bool is_new = !found.seal && size() == 0 &&
                        std::ranges::all_of(found.sealed.rows, [](const auto& row) { return row.first == first_name; });
    if (!is_new) generation_ = written_ = key_.opened(found);
    now_ = std::move(found.sealed);
    if (is_new) apply({});
  }

  void commit(Commit commit) override {
    const std::scoped_lock lock{mutex_};
    be_sure();
    Sealed next = commit.settings.empty() ? Sealed{{}, {}, now_.of_rows} : now_;
    next.take(commit.settings);
    next.note = row_hash(note_name, commit.checkpoint);
    const bool has_rows = !commit.settings.empty();  // a commit alone costs the same however many rows there are
    commit.settings.push_back(next_seal(next));
    below().commit(std::move(commit));
    if (!has_rows) next.rows = std::move(now_.rows);
    was_written(std::move(next));
  }
  void change(std::vector<SettingChange> changes) override {
    const std::scoped_lock lock{mutex_};
    be_sure();
    apply(std::move(changes));
  }

  std::optional<std::string> setting(std::string_view name) override {
    const std::scoped_lock lock{mutex_};
    be_sure();
    auto value = below().setting(name);
    if (value ? !is_sealed(name, *value) : now_.rows.contains(name))
      throw SealBroken{SealKey::broken("\"" + std::string{name} + "\" was changed")};
    return value;
  }
  void each_setting(std::string_view prefix,
                    const std::function<void(std::string_view, std::string_view)>& each) override {
    std::vector<std::pair<std::string, std::string>> all;
    {
      const std::scoped_lock lock{mutex_};
      be_sure();
      below().each_setting(prefix, [&](std::string_view name, std::string_view value) {
        if (name == seal_name || name == note_name) return;
        if (!is_sealed(name, value)) throw SealBroken{SealKey::broken("\"" + std::string{name} + "\" was changed")};
        all.emplace_back(name, value);
      });
      const auto expected =
          std::ranges::count_if(now_.rows, [&](const auto& row) { return row.first.starts_with(prefix); });
      if (static_cast<std::ptrdiff_t>(all.size()) != expected) throw SealBroken{SealKey::broken("some are gone")};
    }
    for (const auto& [name, value] : all) each(name, value);
  }

  void rewrap(const Rewrap&, std::vector<SettingChange>) override {
    throw std::logic_error("the master key is changed beneath a seal, while nobody uses it");
  }

 private:
  [[nodiscard]] bool is_sealed(std::string_view name, std::string_view value) const {
    const auto found = now_.rows.find(name);
    return found != now_.rows.end() && found->second == row_hash(name, value);
  }
  void apply(std::vector<SettingChange> changes) {
    Sealed next = now_;
    next.take(changes);
    changes.push_back(next_seal(next));
    below().change(std::move(changes));
    was_written(std::move(next));
  }
  /// The row that seals what comes next. Until that is written, nobody knows what the database holds.
  [[nodiscard]] SettingChange next_seal(const Sealed& next) {
    is_sure_ = false;
    return {std::string{seal_name}, key_.seal(next, ++generation_)};
  }
  void was_written(Sealed next) {
    now_ = std::move(next);
    written_ = generation_;
    is_sure_ = true;
  }
  /// After a change that failed, and may have been made all the same: takes in what was sealed, if by no older seal.
  void be_sure() {
    if (is_sure_) return;
    Found found = found_in(below());
    if (key_.opened(found) < written_) throw SealBroken{SealKey::broken("older ones were put back")};
    now_ = std::move(found.sealed);
    is_sure_ = true;
  }

  SealKey key_;
  std::mutex mutex_;
  Sealed now_;
  std::uint64_t generation_{};
  std::uint64_t written_{};  ///< the newest that is known to be in the database
  bool is_sure_{true};
};

}  // namespace

std::unique_ptr<Store> with_sealed_settings(std::unique_ptr<Store> store, const MasterKey& key) {
  return std::make_unique<SealedStore>(std::move(store), key);
}

void check_settings(Store& store, const MasterKey& key) {
  static_cast<void>(SealKey{key}.opened(found_in(store)));
}

bool is_sealed_under(Store& store, const MasterKey& key) {
  try {
    check_settings(store, key);
    return true;
  } catch (const SealBroken&) {
    return false;
  }
}

SettingChange seal_under(Store& store, const MasterKey& from, const MasterKey& to,
                         const std::vector<SettingChange>& changes) {
  Found found = found_in(store);
  const std::uint64_t generation = SealKey{from}.opened(found);
  found.sealed.take(changes);
  return {std::string{seal_name}, SealKey{to}.seal(found.sealed, generation + 1)};
}

void seal_settings(Store& store, const MasterKey& key, std::vector<SettingChange> also) {
  Found found = found_in(store);
  found.sealed.take(also);
  const std::uint64_t generation = found.seal && found.seal->size() >= number_size ? number_in(*found.seal) : 0;
  also.push_back({std::string{seal_name}, SealKey{key}.seal(found.sealed, generation + 1)});
  store.change(std::move(also));
}

}  // namespace ccop::store
