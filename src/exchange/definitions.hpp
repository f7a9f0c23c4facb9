// Marking-definitions that are neither TLP's nor the community's own: whoever refers to one is kept to what it says.
#pragma once

#include "exchange/marking.hpp"

#include <functional>
#include <map>

namespace ccop::exchange {

/// Those that come along with the objects of one request or file, and those that were here before.
class Definitions {
 public:
  /// All copies of a definition that whoever brings the objects may read, as JSON.
  using Kept = std::function<std::vector<std::string>(const std::string& id)>;
  explicit Definitions(Kept kept = {}) : kept_(std::move(kept)) {}

  /// Takes note of one that comes along; of several of one id the strictest counts.
  void learn(const std::string& id, std::string_view definition);
  /// Puts to an object's markings those of TLP that its other markings stand for. Gives the id of one that nobody
  /// knows: how far the object may travel is not known then. Empty when all are.
  [[nodiscard]] std::string interpret(StixObject& object);

 private:
  /// Empty when it is not known; of one that is, the level, if it says any.
  [[nodiscard]] const std::optional<std::optional<Level>>& meaning_of(const std::string& id);

  Kept kept_;
  std::map<std::string, std::optional<std::optional<Level>>> known_;
};

/// What to say of an object whose marking nobody knows.
[[nodiscard]] std::string unknown_marking(const std::string& object, const std::string& marking);

}  // namespace ccop::exchange
