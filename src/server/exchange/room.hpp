// The exchange of a served community: its objects, its TAXII root, who is who in it, files on their way in, and others'
// servers that are read regularly.
#pragma once

#include "exchange/puller.hpp"
#include "server/exchange/taxii.hpp"
#include "server/exchange/uploads.hpp"
#include "server/kernel/served.hpp"

namespace ccop::server {

class ExchangeRoom {
 public:
  ExchangeRoom(std::unique_ptr<store::ObjectStore> objects, std::string slug, const SiteOptions& options,
               const host::LiveCommunity& live, Admission& admission, Quotas& quotas);

  [[nodiscard]] exchange::Exchange& objects() { return objects_; }
  [[nodiscard]] TaxiiRoot& taxii() { return taxii_; }
  [[nodiscard]] exchange::Puller& puller() { return puller_; }
  [[nodiscard]] Uploads& uploads() { return uploads_; }
  void stop();

  /// Who a machine's token speaks for.
  [[nodiscard]] std::optional<TaxiiCaller> machine(const Request& request);
  /// Whose quota of objects it is: what the committee brings for the community counts together.
  [[nodiscard]] static std::string holder_of(const exchange::Party& party);
  /// Counts what a party brings: so many bytes before they are taken, of which false says that its organization brought
  /// as much as it may lately; and the objects once they are known.
  [[nodiscard]] bool may_bring(const exchange::Party& party, std::size_t bytes);
  void brought(const exchange::Party& party, std::size_t objects);
  /// The community and its organizations, as the record has them now.
  [[nodiscard]] std::shared_ptr<const exchange::Identities> identities();
  /// Puts the markings and identities that everybody refers to into the exchange.
  void introduce_identities();

  void handle_taxii(const Request& request, const Reply& reply);
  /// How large a body may be that follows this head: more for machines that may bring objects.
  [[nodiscard]] std::optional<std::size_t> larger_body(const Request& head);
  struct Root {
    std::string title;
    std::string address;
    std::string short_address;  ///< of one segment, for clients that keep no more of it
  };
  /// The community's API root, where the request's token is one of its own.
  [[nodiscard]] std::optional<Root> root_for(const Request& request);
  [[nodiscard]] std::string root_address() const;
  [[nodiscard]] std::string short_root_address() const;
  [[nodiscard]] std::string seal(const std::string& secret) const;

 private:
  /// Reads from where the host may alone.
  [[nodiscard]] static exchange::Fetch guarded(const SiteOptions& options);
  [[nodiscard]] exchange::Puller::Unseal unsealing() const;
  [[nodiscard]] std::string name_of_community() const;

  std::string slug_;
  std::string origin_;
  const host::LiveCommunity& live_;
  Admission& admission_;
  Quotas& quotas_;
  exchange::Keys keys_;
  exchange::Exchange objects_;
  TaxiiRoot taxii_;
  Uploads uploads_;

  std::mutex identities_mutex_;
  std::shared_ptr<const exchange::Identities> identities_;
  std::uint64_t identities_at_{};          ///< the record's size when they were last looked at
  std::size_t releases_{};                 ///< agreed ones that `identities_` knows of
  std::atomic<std::size_t> introduced_{};  ///< how many organizations the exchange knows already

  exchange::Puller puller_;  ///< reads with the others' help, so it ends first
};

}  // namespace ccop::server
