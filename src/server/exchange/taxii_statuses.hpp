// What became of the requests that wrote to a TAXII root, for those who ask later (TAXII 2.1, section 4.3).
#pragma once

#include "exchange/exchange.hpp"
#include "store/vault.hpp"

namespace ccop::server {

/// Keeps the latest 65,536, also while the server is stopped. Each has a slot of its own, which its id names, so that
/// the next to come to a slot takes it over.
class TaxiiStatuses {
 public:
  /// What is kept is sealed under `key`.
  TaxiiStatuses(exchange::Exchange& exchange, const Hash& key);

  /// A random UUID but for its first two bytes, which are the slot's number.
  [[nodiscard]] std::string new_id();
  /// `who` alone may ask for it; where that is empty, whoever knows the id.
  void keep(const std::string& id, const std::string& who, const std::string& json);
  /// Empty when there is none of this id, or another asked for it.
  [[nodiscard]] std::optional<std::string> find(std::string_view id, std::string_view who);

 private:
  exchange::Exchange& exchange_;
  store::MasterKey key_;
  std::atomic<std::uint16_t> next_;
};

}  // namespace ccop::server
