// In whose name somebody asks at the exchange, and how far that reaches.
#pragma once

#include "server/exchange/reader.hpp"
#include "server/exchange/room.hpp"

namespace ccop::server {

/// Throws the Problem of a community that has no exchange.
[[nodiscard]] ExchangeRoom& exchange_of(const Served& site);

/// One request at the exchange: the party that reads, and who is who.
class AtExchange {
 public:
  explicit AtExchange(const Call& call);

  ExchangeRoom& room;
  exchange::Party party;
  std::shared_ptr<const exchange::Identities> known;

  [[nodiscard]] ExchangeReader reader() const { return {room.objects().store(), *known, party}; }
  /// An object that this party may read; throws the Problem where there is none.
  [[nodiscard]] store::ObjectRow object(const std::string& id) const;
  [[nodiscard]] bool may_share() const;
  /// Whether the party's organization shared it in its own name.
  [[nodiscard]] bool is_own(const store::ObjectRow& row) const {
    return row.source >= exchange::source::of({0}) && row.source == party.source();
  }
};

/// Throws the Problem of a party that may not bring anything.
void require_may_share(const Served& site, const exchange::Party& party);
/// The same request of somebody who may bring something.
[[nodiscard]] AtExchange sharing(const Call& call);
/// The Secretary keeps collections and subscriptions in order; throws the Problem of anybody else.
void require_secretary(const Call& call);
[[nodiscard]] bool is_secretary(const Call& call);

/// Brings objects that were made here; answers with `done`.
void share_objects(const AtExchange& here, const std::vector<nlohmann::json>& objects, exchange::Level level,
                   Response done, const Reply& reply);

}  // namespace ccop::server
