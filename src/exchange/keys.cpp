#include "exchange/keys.hpp"

#include "base/codec.hpp"
#include "exchange/exchange.hpp"
#include "exchange/marking.hpp"
#include "exchange/sharing.hpp"
#include "exchange/stix/examine.hpp"

#include <sodium.h>

#include <filesystem>

namespace ccop::exchange {
namespace {

constexpr std::string_view keys_note = "exchange-keys";
constexpr std::string_view purpose = "keys of the exchange";
/// Where an older version of the program kept the key of sightings, in clear.
constexpr std::string_view older_keys_note = "paging-key";

enum class Use : std::uint64_t { paging = 1, bodies, terms, statuses, digests };

/// A key for one use (libsodium's crypto_kdf, BLAKE2b).
Hash key_for(Use use, const Hash& root) {
  Hash key{};
  crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<std::uint64_t>(use), "exchange", root.data());
  return key;
}

/// 16 bytes that follow from a message and a key (BLAKE2b).
std::array<std::uint8_t, crypto_generichash_BYTES_MIN> keyed_hash(std::string_view message,
                                                                  const store::MasterKey& key) {
  std::array<std::uint8_t, crypto_generichash_BYTES_MIN> digest{};
  crypto_generichash(digest.data(), digest.size(), bytes_of(message).data(), message.size(), key.bytes().data(),
                     key.bytes().size());
  return digest;
}

/// Bodies under the envelope that contents have (XChaCha20-Poly1305), terms and digests as keyed hashes.
class ObjectSealing final : public store::Sealing {
 public:
  explicit ObjectSealing(const Hash& root)
      : bodies_(key_for(Use::bodies, root)), terms_(key_for(Use::terms, root)), digests_(key_for(Use::digests, root)) {}

  [[nodiscard]] std::string seal(std::string_view plain, std::string_view bound) const override {
    return to_base64url(bytes_of(store::wrap(plain, bound, bodies_)));
  }
  [[nodiscard]] std::string open(std::string_view sealed, std::string_view bound) const override {
    const auto bytes = from_base64url(sealed);
    if (!bytes) throw store::StoreError{"a threat object is damaged"};
    return store::unwrap(ccop::text_of(*bytes), bound, bodies_);
  }
  [[nodiscard]] std::string term(store::ListId list, std::string_view term) const override {
    return "%" + to_hex(keyed_hash(std::to_string(list) + "\n" + std::string{term}, terms_));
  }
  [[nodiscard]] std::string digest(std::string_view digest, std::string_view bound) const override {
    return std::string{ccop::text_of(keyed_hash(std::string{bound} + "\n" + std::string{digest}, digests_))};
  }
  [[nodiscard]] bool is_in_sealed(store::ListId list) const override { return list >= list_of(Level::amber_strict); }
  [[nodiscard]] bool is_in_clear(store::ListId list) const override {
    return list < list_of(Level::amber_strict) || list == released_list;
  }

 private:
  store::MasterKey bodies_;
  store::MasterKey terms_;
  store::MasterKey digests_;
};

/// Both halves, as they are wrapped: the key of sightings, and the one from which the others follow.
struct Halves {
  Hash sightings{};
  Hash root{};
};

std::string wrapped(const Halves& halves, const store::MasterKey& master) {
  std::string both{text_of(halves.sightings)};
  both += text_of(halves.root);
  std::string note = to_base64url(bytes_of(store::wrap(both, purpose, master)));
  sodium_memzero(both.data(), both.size());
  return note;
}

Halves unwrapped(std::string_view note, const store::MasterKey& master) {
  const auto bytes = from_base64url(note);
  if (!bytes) throw store::StoreError{"the keys of the exchange are damaged"};
  std::string both = store::unwrap(ccop::text_of(*bytes), purpose, master);
  Halves halves;
  if (both.size() != halves.sightings.size() + halves.root.size())
    throw store::StoreError{"the keys of the exchange are damaged"};
  std::copy_n(bytes_of(both).begin(), halves.sightings.size(), halves.sightings.begin());
  std::copy_n(bytes_of(both).begin() + halves.sightings.size(), halves.root.size(), halves.root.begin());
  sodium_memzero(both.data(), both.size());
  return halves;
}

/// Sightings go on under the key that they were made with.
Halves fresh_halves(const std::optional<std::string>& older) {
  Halves halves;
  fill_random(halves.sightings);
  fill_random(halves.root);
  if (older && older->size() == halves.sightings.size())
    std::copy_n(bytes_of(*older).begin(), older->size(), halves.sightings.begin());
  return halves;
}

void complete(store::NewObject& object, Examiner& examiner, const Hash& sightings) {
  auto examined = examiner.examine(object.json);
  Head& head = examined.object.head;
  const Level level = level_of(object.lists);
  const bool is_of_a_feed = (object.source & source::of_feed(0)) != 0;
  if (object.name.type == "sighting" && head.target && !is_of_a_feed) {
    // One that was made here has such an id already.
    head.seen_by = to_text(object.source == source::community ? object.name.uuid
                                                              : sighting_of(sightings, *head.target, object.source));
    if (object.source != source::community && level != Level::red) {
      const std::string id = identifier(object.name.type, object.name.uuid);
      object.editor = editor_of_sighting(sightings, id, object.source);
      object.source = source::community;
    }
  }
  object.head = to_json(head);
  object.strictness = static_cast<std::uint8_t>(level);
  object.is_sealed = is_sealed(level);
}

/// Statuses that an older version kept named who asked.
bool outlives(std::string_view note) {
  return note != older_keys_note && !note.starts_with("status");
}

void write_anew(store::ObjectStore& older, store::ObjectStore& fresh, const store::MasterKey& master) {
  const Keys keys = Keys::unlock(fresh, master);
  Examiner examiner{{true, false, true}};
  fresh.copy(
      older, terms_of_row, [&](store::NewObject& object) { complete(object, examiner, keys.sightings()); }, outlives);
}

}  // namespace

Keys Keys::unlock(store::ObjectStore& objects, const store::MasterKey& master) {
  Halves halves;
  if (const auto note = objects.note(keys_note)) {
    halves = unwrapped(*note, master);
  } else {
    halves = fresh_halves(objects.note(older_keys_note));
    objects.set_notes({{std::string{keys_note}, wrapped(halves, master)}, {std::string{older_keys_note}, ""}});
  }
  Keys keys;
  keys.sightings_ = halves.sightings;
  keys.paging_ = key_for(Use::paging, halves.root);
  keys.statuses_ = key_for(Use::statuses, halves.root);
  objects.seal_with(std::make_shared<const ObjectSealing>(halves.root));
  return keys;
}

store::Notes rewrapped_keys(store::ObjectStore& objects, const store::MasterKey& from, const store::MasterKey& to) {
  const auto note = objects.note(keys_note);
  if (!note) return {};
  try {
    static_cast<void>(unwrapped(*note, to));
    return {};
  } catch (const store::StoreError&) {
    return {{std::string{keys_note}, wrapped(unwrapped(*note, from), to)}};
  }
}

void upgrade_file(const std::string& file, const store::MasterKey& master) {
  namespace fs = std::filesystem;
  if (!fs::exists(file)) return;
  const std::string unfinished = file + ".new";
  {
    const auto older = store::open_sqlite_objects(file, terms_of_row);
    if (!older->is_older()) return;
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(unfinished + end);
    const auto fresh = store::open_sqlite_objects(unfinished, terms_of_row);
    fresh->set_note(keys_note, wrapped(fresh_halves(older->note(older_keys_note)), master));
    write_anew(*older, *fresh, master);
  }
  for (const char* end : {"-wal", "-shm"}) fs::remove(file + end);
  fs::rename(unfinished, file);
}

void upgrade_database(const std::string& url, const std::string& slug, const store::MasterKey& master) {
  if (!store::set_aside_older_objects(url, slug)) return;
  {
    const auto older = store::open_postgres_objects(url, store::aside_of(slug), terms_of_row);
    const auto fresh = store::open_postgres_objects(url, slug, terms_of_row);
    write_anew(*older, *fresh, master);
    store::Notes passing;
    fresh->each_note("", [&](std::string_view name, std::string_view) {
      if (!outlives(name)) passing.emplace(name, "");
    });
    fresh->set_notes(passing);
  }
  store::drop_what_was_set_aside(url, slug);
}

}  // namespace ccop::exchange
