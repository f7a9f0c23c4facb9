// An object and its neighbours.
#include "base/codec.hpp"
#include "exchange/stix/head.hpp"
#include "server/exchange/reader.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace ccop::server {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_nodes = 80;

}  // namespace

class ExchangeReader::GraphBuilder {
 public:
  explicit GraphBuilder(const ExchangeReader& reader) : reader_(reader) {}

  /// False when the graph is full, and the object not in it.
  bool add(const store::ObjectRow& row) {
    const std::string id = exchange::identifier(row.name.type, row.name.uuid);
    if (nodes_.size() < most_nodes && nodes_.insert(id).second) graph_.nodes.push_back(reader_.head(row));
    return nodes_.contains(id);
  }
  void join(const std::string& source, const std::string& target, const std::string& label) {
    if (reach(source) && reach(target)) graph_.edges.push_back({source, target, label});
  }
  [[nodiscard]] Graph take() { return std::move(graph_); }

 private:
  bool reach(const std::string& id) {
    if (nodes_.contains(id)) return true;
    const auto other = reader_.object(id);
    return other && add(*other);
  }

  const ExchangeReader& reader_;
  std::set<std::string> nodes_;
  Graph graph_;
};

Graph ExchangeReader::graph(const store::ObjectRow& row) const {
  GraphBuilder graph{*this};
  graph.add(row);
  const std::string id = exchange::identifier(row.name.type, row.name.uuid);
  for (const auto& referring : referring_to(id, most_nodes)) {
    if (referring.name.type == "relationship") {
      const auto other = from_json<exchange::Head>(referring.head);
      graph.join(other.source.value_or(""), other.target.value_or(""), other.how.value_or(""));
    } else if (referring.name.type != "note" && graph.add(referring)) {
      graph.join(exchange::identifier(referring.name.type, referring.name.uuid), id,
                 referring.name.type == "sighting" ? "sighting-of" : "refers-to");
    }
  }
  const Json own = Json::parse(row.json);
  for (const auto& [name, value] : own.items()) {
    if (name == "object_marking_refs") continue;
    const std::string label = name.substr(0, name.rfind("_ref"));
    if (name.ends_with("_ref") && value.is_string()) graph.join(id, value.get<std::string>(), label);
    if (name.ends_with("_refs") && value.is_array())
      for (const auto& ref : value)
        if (ref.is_string()) graph.join(id, ref.get<std::string>(), label);
  }
  return graph.take();
}

}  // namespace ccop::server
