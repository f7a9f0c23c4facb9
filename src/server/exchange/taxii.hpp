// A community's exchange as a TAXII 2.1 API root (OASIS Standard, 10 June 2021): collections, objects, manifests,
// versions and status, for the machines of those who may read or write.
#pragma once

#include "exchange/exchange.hpp"
#include "exchange/keys.hpp"
#include "server/exchange/taxii_statuses.hpp"
#include "server/http.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>

namespace ccop::server {

constexpr std::string_view taxii_type = "application/taxii+json;version=2.1";
/// Of objects in STIX 2.1, and in 2.0, which are kept as they come.
constexpr std::array<std::string_view, 2> stix_types{"application/stix+json;version=2.1",
                                                     "application/stix+json;version=2.0"};

/// What went wrong, as TAXII's error object (section 3.6.1).
struct TaxiiProblem {
  unsigned status{};
  std::string title;
  std::string description;
};

[[nodiscard]] Response taxii_response(std::string body, unsigned status = 200);
[[nodiscard]] Response taxii_error(const TaxiiProblem& problem);
/// The field in which a machine says by which secret something was shared as the community, and is told a new one.
constexpr std::string_view edit_secret_field = "Edit-Secret";

/// Whether a media type is TAXII's, of version 2.1 where it names one. A parameter in quotes is the same as without
/// them (RFC 9110, section 5.6.6), and others than the version say nothing here.
[[nodiscard]] bool is_taxii_type(std::string_view media_type);
/// What an envelope may come as: OpenCTI says that it sends STIX, which is what stands in it.
[[nodiscard]] bool is_envelope_type(std::string_view media_type);

/// Throws TaxiiProblem 406 unless the request takes TAXII 2.1's type.
void require_acceptable(const Request& request);

/// Who asks, and in whose name it would write.
struct TaxiiCaller {
  exchange::Party party;
  std::string who;                           ///< under whose key its requests are counted; never logged
  std::function<void(std::size_t)> brought;  ///< hears how many objects it brought
};

/// A place to read from and to write to.
struct TaxiiCollection {
  std::string id;  ///< a UUID
  std::string alias;
  std::string title;
  std::string description;
  std::vector<store::ListId> lists;  ///< that the caller reads here
  exchange::Level least{};           ///< of what is written here
  bool can_read{};
  bool can_write{};
  /// Of a collection that the Secretary defined: only these types, only what carries one of these labels.
  std::vector<std::string> types;
  std::vector<std::string> labels;
};

/// What may be asked for below a collection (sections 5.4 to 5.8).
enum class TaxiiResource { objects, object, versions, manifest };

/// What a request asks of a collection (section 3.4).
struct TaxiiFilter {
  std::int64_t after{};
  std::size_t limit{};
  std::vector<std::string> ids;
  bool is_one_object{};  ///< asked for by its own address, not by a filter
  std::vector<std::string> types;
  std::vector<std::string> spec_versions;
  std::vector<exchange::Level> levels;  ///< match[tlp]
  /// Other properties of the objects themselves (the interoperability document's): name -> one of these values.
  std::map<std::string, std::vector<std::string>> properties;
  store::Versions versions{store::Versions::latest};
  std::vector<exchange::Microseconds> at_versions;
  bool first_too{};  ///< asked for together with others
  bool last_too{};
  std::string text;  ///< the filter in one line: a page's token holds for this filter alone
};

/// A collection defined by the Secretary, as it is kept.
struct DefinedCollection {
  std::string id;
  std::string title;
  std::string description;
  std::vector<std::string> types;
  std::vector<std::string> labels;
};
BOOST_DESCRIBE_STRUCT(DefinedCollection, (), (id, title, description, types, labels))

class TaxiiRoot {
 public:
  TaxiiRoot(exchange::Exchange& exchange, std::string slug, const exchange::Keys& keys);

  /// Answers what lies under the API root; `path` begins after it. Throws TaxiiProblem.
  void handle(const Request& request, std::string_view path, const TaxiiCaller& caller,
              const exchange::Identities& identities, const std::string& title, const Reply& reply);

  [[nodiscard]] std::vector<TaxiiCollection> collections(const exchange::Party& party) const;

  /// Collections that the Secretary defined.
  [[nodiscard]] std::vector<DefinedCollection> defined() const;
  void define(const DefinedCollection& collection);
  /// False when there is no such collection.
  [[nodiscard]] bool undefine(std::string_view id);

  static constexpr std::size_t largest_body = std::size_t{32} * 1024 * 1024;
  static constexpr std::size_t most_per_page = 1000;
  static constexpr std::size_t most_per_request = 10'000;

 private:
  struct Page;

  /// What reads below a collection, and what takes objects away; `id` is of one object.
  [[nodiscard]] Response within(const Request& request, const TaxiiCollection& collection, TaxiiResource resource,
                                std::string_view id, const TaxiiCaller& caller, const exchange::Identities& identities);

  // taxii_objects.cpp
  [[nodiscard]] Response objects(const TaxiiCollection& collection, const TaxiiFilter& filter,
                                 const TaxiiCaller& caller);
  [[nodiscard]] Response manifest(const TaxiiCollection& collection, const TaxiiFilter& filter);
  [[nodiscard]] Response versions(const TaxiiCollection& collection, const TaxiiFilter& filter);
  [[nodiscard]] Response remove(const TaxiiCollection& collection, const TaxiiFilter& filter, const TaxiiCaller& caller,
                                const exchange::Identities& identities);
  [[nodiscard]] static nlohmann::json beginning_of(const Page& page);
  [[nodiscard]] Page page(const TaxiiCollection& collection, const TaxiiFilter& filter) const;
  /// Of the objects that the filter names.
  [[nodiscard]] Page page_of_named(const TaxiiCollection& collection, const TaxiiFilter& filter,
                                   const store::PageQuery& query) const;
  /// Of whatever passes the filter, from where `query` begins.
  [[nodiscard]] Page page_of_all(const TaxiiCollection& collection, const TaxiiFilter& filter,
                                 store::PageQuery query) const;
  [[nodiscard]] std::vector<std::int64_t> places_in(const TaxiiCollection& collection,
                                                    const store::PageQuery& query) const;

  // taxii_add.cpp
  void add(const Request& request, const TaxiiCollection& collection, const TaxiiCaller& caller,
           const exchange::Identities& identities, const Reply& reply);
  [[nodiscard]] Response status(std::string_view id, const TaxiiCaller& caller);

  // taxii_query.cpp
  [[nodiscard]] TaxiiFilter filter_of(const Request& request) const;
  [[nodiscard]] std::string next_token(const TaxiiFilter& filter, const TaxiiCollection& collection,
                                       std::int64_t last) const;
  /// Throws TaxiiProblem 400 when the token was not given out for this filter and collection, or is older than a day.
  [[nodiscard]] std::int64_t place_of(std::string_view token, const TaxiiFilter& filter,
                                      const TaxiiCollection& collection) const;

  exchange::Exchange& exchange_;
  TaxiiStatuses statuses_;
  std::string slug_;
  Hash paging_key_{};

  mutable std::mutex mutex_;
  std::vector<DefinedCollection> defined_;

  struct KeptPage {
    std::uint64_t changes{};
    exchange::Microseconds at{};
    Response response;
  };
  std::map<std::string, KeptPage, std::less<>> pages_;
  std::size_t pages_bytes_{};
};

}  // namespace ccop::server
