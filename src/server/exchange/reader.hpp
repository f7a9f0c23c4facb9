// Reads the exchange for one party. Everything is asked of the store with the reader's own lists, so nothing of others'
// objects shows, not even a number.
#pragma once

#include "exchange/exchange.hpp"
#include "server/exchange/views.hpp"

#include <nlohmann/json_fwd.hpp>

namespace ccop::server {

struct ExchangeQuestion {
  std::string text;
  std::vector<std::string> types;
  std::string label;
  std::optional<exchange::Level> level;
  std::optional<exchange::Microseconds> since;
  std::optional<exchange::Microseconds> until;
  std::string maker;    ///< the identity that says that it made it; empty: whoever's
  bool oldest_first{};  ///< then what follows begins behind `from`, else before it
  std::optional<std::int64_t> from;
  std::size_t limit{30};
};

class ExchangeReader {
 public:
  ExchangeReader(store::ObjectStore& store, const exchange::Identities& identities, const exchange::Party& reader)
      : store_(store), identities_(identities), reader_(reader), lists_(exchange::readable(reader)) {}

  /// The newest first. Without a text: all. The last word may be unfinished; an address also finds its networks, a
  /// domain its parents.
  [[nodiscard]] Found found(const ExchangeQuestion& question) const;

  /// The latest version that the reader may read; empty when there is none.
  [[nodiscard]] std::optional<store::ObjectRow> object(std::string_view id) const;
  /// One object with what surrounds it: what refers to it, what it has in common with others, sightings, comments.
  [[nodiscard]] ObjectPage page(const store::ObjectRow& row) const;
  /// What the reader's own organization said of having seen it.
  [[nodiscard]] std::vector<store::ObjectRow> own_sightings(const std::string& id) const;
  /// What an object holds: what is related to it, the relationships, and what a report refers to; each once, and of
  /// those that the reader reads.
  [[nodiscard]] std::vector<store::ObjectRow> parts(const store::ObjectRow& row) const;
  /// The object and its neighbours.
  [[nodiscard]] Graph graph(const store::ObjectRow& row) const;
  /// The values that may be watched for, in the order in which they were added behind a place: of a page's objects.
  [[nodiscard]] ValuesSince values_behind(std::int64_t place, exchange::Microseconds now) const;
  /// Tactics in their order, each with its techniques, how many objects speak of each, and how many saw it.
  [[nodiscard]] Matrix matrix() const;

 private:
  class GraphBuilder;

  [[nodiscard]] ObjectHead head(const store::ObjectRow& row) const;
  /// The same for whoever has read it already.
  [[nodiscard]] ObjectHead head(const store::ObjectRow& row, const exchange::Head& read) const;
  [[nodiscard]] std::vector<std::int64_t> places_of(const ExchangeQuestion& question) const;
  [[nodiscard]] bool is_read(const store::ObjectRow& row) const;
  /// Without their JSON, as the next; `type` empty: of all types.
  [[nodiscard]] std::vector<store::ObjectRow> referring_to(std::string_view id, std::size_t limit,
                                                           std::string_view type = {}) const;
  /// What somebody put beside another's object is left out.
  [[nodiscard]] std::vector<store::ObjectRow> rows(std::span<const std::int64_t> places) const;
  /// How many organizations saw it, those left out that brought it.
  [[nodiscard]] std::uint64_t sightings_of(const std::string& id, const std::vector<store::ObjectRow>& versions) const;
  void add_history(ObjectPage& page, const store::ObjectRow& row, const std::vector<store::ObjectRow>& versions) const;
  void add_surroundings(ObjectPage& page) const;
  void add_common(ObjectPage& page, const store::ObjectRow& row) const;
  [[nodiscard]] Technique technique(const store::ObjectRow& row, const exchange::Head& head) const;

  store::ObjectStore& store_;
  const exchange::Identities& identities_;
  const exchange::Party& reader_;
  std::vector<store::ListId> lists_;
};

/// The level of a row, by the list it stands in.
[[nodiscard]] exchange::Level level_of(const store::ObjectRow& row);

}  // namespace ccop::server
