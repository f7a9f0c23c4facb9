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

TaxiiStatuses::TaxiiStatuses(exchange::Exchange& exchange)
    : exchange_(exchange), next_(slot_in(exchange.note(next_slot).value_or(""))) {}

std::string TaxiiStatuses::new_id() {
  const std::uint16_t slot = next_++;
  exchange::Uuid id = exchange::random_uuid();
  id[0] = static_cast<std::uint8_t>(slot >> 8);
  id[1] = static_cast<std::uint8_t>(slot & 0xFF);
  return exchange::to_text(id);
}

void TaxiiStatuses::keep(const std::string& id, const std::string& who, const std::string& json) {
  exchange_.note_later(name_of(*exchange::parse_uuid(id)), id + "\n" + who + "\n" + json);
  exchange_.note_later(next_slot, std::to_string(next_));
}

std::optional<std::string> TaxiiStatuses::find(std::string_view id, std::string_view who) {
  const auto uuid = exchange::parse_uuid(id);
  if (!uuid) return std::nullopt;
  const auto kept = exchange_.note(name_of(*uuid));
  const std::string head = exchange::to_text(*uuid) + "\n" + std::string{who} + "\n";
  if (!kept || !kept->starts_with(head)) return std::nullopt;
  return kept->substr(head.size());
}

}  // namespace ccop::server
