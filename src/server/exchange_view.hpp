// What pages read of the exchange: lists, one object with what surrounds it, searches, the graph, the matrix.
// Everything is asked of the store with the reader's own lists, so nothing of others' objects shows, not even a number.
#pragma once

#include "exchange/exchange.hpp"

#include <nlohmann/json.hpp>

namespace ccop::server {

struct ExchangeQuestion {
  std::string text;
  std::vector<std::string> types;
  std::string label;
  std::optional<exchange::Level> level;
  std::optional<exchange::Microseconds> since;
  std::int64_t before{std::numeric_limits<std::int64_t>::max()};
  std::size_t limit{30};
};

class ExchangeView {
 public:
  using Json = nlohmann::json;

  ExchangeView(store::ObjectStore& store, const exchange::Identities& identities, const exchange::Party& reader)
      : store_(store), identities_(identities), reader_(reader), lists_(exchange::readable(reader)) {}

  /// {"objects": [heads], "next": place or null}, the newest first. Without a text: all, newest first. The last word
  /// may be unfinished; an address also finds its networks, a domain its parents.
  [[nodiscard]] Json found(const ExchangeQuestion& question) const;

  /// The latest version that the reader may read; empty when there is none.
  [[nodiscard]] std::optional<store::ObjectRow> object(std::string_view id) const;
  /// One object with what surrounds it: what refers to it, what it has in common with others, sightings, comments.
  [[nodiscard]] Json page(const store::ObjectRow& row) const;
  /// {"nodes": [heads], "edges": [{source, target, label}]}: the object and its neighbours.
  [[nodiscard]] Json graph(const store::ObjectRow& row) const;
  /// Tactics in their order, each with its techniques and how many objects speak of each.
  [[nodiscard]] Json matrix() const;

  /// An object in a line: id, type, title, marking, when it was added, whose it is.
  [[nodiscard]] Json head(const store::ObjectRow& row, const Json& json) const;

 private:
  [[nodiscard]] bool is_read(const store::ObjectRow& row) const;
  [[nodiscard]] std::vector<store::ObjectRow> referring_to(std::string_view id, std::size_t limit) const;
  [[nodiscard]] std::vector<store::ObjectRow> rows(std::span<const std::int64_t> places) const;

  store::ObjectStore& store_;
  const exchange::Identities& identities_;
  const exchange::Party& reader_;
  std::vector<store::ListId> lists_;
};

/// The level of a row, by the list it stands in.
[[nodiscard]] exchange::Level level_of(const store::ObjectRow& row);

}  // namespace ccop::server
