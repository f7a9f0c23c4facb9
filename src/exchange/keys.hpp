// The exchange's own keys: under them its file keeps what it must not tell, counts who saw what, and knows its own
// pages. They lie beside the objects, wrapped by the host's master key.
#pragma once

#include "store/objects.hpp"
#include "store/vault.hpp"

namespace ccop::exchange {

class Keys {
 public:
  /// Finds them among the store's notes, or makes them and keeps them there; from then on the store seals and opens.
  /// Throws StoreError where another master key wrapped them.
  [[nodiscard]] static Keys unlock(store::ObjectStore& objects, const store::MasterKey& master);

  /// Of sightings: what tells that one organization saw an object, to whoever has this key.
  [[nodiscard]] const Hash& sightings() const { return sightings_; }
  [[nodiscard]] const Hash& paging() const { return paging_; }
  [[nodiscard]] const Hash& statuses() const { return statuses_; }

 private:
  Keys() = default;
  Hash sightings_{};
  Hash paging_{};
  Hash statuses_{};
};

/// Their note under another master key; empty where there is none, or it is under that one already. Throws StoreError
/// for one that neither opens.
[[nodiscard]] store::Notes rewrapped_keys(store::ObjectStore& objects, const store::MasterKey& from,
                                          const store::MasterKey& to);

/// Writes the objects of a file anew where an older version of the program wrote them: with heads, sealed where they
/// are to be, and without anything that tells who shared or saw. Nobody else has the file open.
void upgrade_file(const std::string& file, const store::MasterKey& master);
/// The same in PostgreSQL.
void upgrade_database(const std::string& url, const std::string& slug, const store::MasterKey& master);

}  // namespace ccop::exchange
