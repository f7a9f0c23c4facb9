#include "server/exchange/taxii_statuses.hpp"

#include <charconv>

namespace ccop::server {
namespace {

constexpr const char* next_slot = "status-next";

std::string name_of(const exchange::Uuid& id) {
  return "status/" + exchange::to_text(id).substr(0, 4);
}

std::uint16_t slot_in(const std::string& text) {
  std::uint16_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

TaxiiStatuses::TaxiiStatuses(exchange::Exchange& exchange, const Hash& key)
    : exchange_(exchange), key_(key), next_(slot_in(exchange.note(next_slot).value_or(""))) {}

std::string TaxiiStatuses::new_id() {
  const std::uint16_t slot = next_++;
  exchange::Uuid id = exchange::random_uuid();
  id[0] = static_cast<std::uint8_t>(slot >> 8);
  id[1] = static_cast<std::uint8_t>(slot & 0xFF);
  return exchange::to_text(id);
}

void TaxiiStatuses::keep(const std::string& id, const std::string& who, const std::string& json) {
  const std::string name = name_of(*exchange::parse_uuid(id));
  exchange_.note_later(name, store::wrap(id + "\n" + who + "\n" + json, name, key_));
  exchange_.note_later(next_slot, std::to_string(next_));
}

std::optional<std::string> TaxiiStatuses::find(std::string_view id, std::string_view who) {
  const auto uuid = exchange::parse_uuid(id);
  if (!uuid) return std::nullopt;
  const std::string name = name_of(*uuid);
  const auto sealed = exchange_.note(name);
  if (!sealed) return std::nullopt;
  const std::string kept = store::unwrap(*sealed, name, key_);
  const std::string number = exchange::to_text(*uuid) + "\n";
  for (const auto& head : {number + std::string{who} + "\n", number + "\n"})
    if (kept.starts_with(head)) return kept.substr(head.size());
  return std::nullopt;
}

}  // namespace ccop::server
