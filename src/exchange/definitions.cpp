#include "exchange/definitions.hpp"

namespace ccop::exchange {
namespace {

std::optional<Level> stricter(std::optional<Level> one, std::optional<Level> other) {
  return !one || (other && *other > *one) ? other : one;
}

}  // namespace

void Definitions::learn(const std::string& id, std::string_view definition) {
  auto& meaning = known_[id];
  meaning = stricter(meaning.value_or(std::nullopt), level_said_by(definition));
}

const std::optional<std::optional<Level>>& Definitions::meaning_of(const std::string& id) {
  auto& meaning = known_[id];
  if (meaning || !kept_) return meaning;
  for (const auto& definition : kept_(id)) learn(id, definition);
  return meaning;
}

std::string Definitions::interpret(StixObject& object) {
  std::vector<std::string> meant;
  for (const auto& id : object.markings) {
    if (level_of(id) || is_own_statement(id)) continue;
    const auto& meaning = meaning_of(id);
    if (!meaning) return id;
    if (*meaning) meant.emplace_back(marking_id(**meaning));
  }
  object.markings.insert(object.markings.end(), meant.begin(), meant.end());
  return {};
}

std::string unknown_marking(const std::string& object, const std::string& marking) {
  return object + ": object_marking_refs: expected a marking-definition that is here or comes along, not " + marking;
}

}  // namespace ccop::exchange
