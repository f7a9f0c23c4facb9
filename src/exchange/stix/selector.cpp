#include "exchange/stix/selector.hpp"

#include <optional>

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t most_index_digits = 7;

bool is_place(std::string_view step) {
  return step.starts_with('[') && step.ends_with(']');
}

/// The number in a place such as `[0]`; nothing where it holds none, or one that no list reaches.
std::optional<std::size_t> index_in(std::string_view step) {
  const std::string_view digits = step.substr(1, step.size() - 2);
  if (digits.empty() || digits.size() > most_index_digits) return std::nullopt;
  std::size_t index = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

/// Goes on from `at` to what the step names in it.
bool follow(dom::element& at, std::string_view step) {
  if (!is_place(step)) {
    dom::object inner;
    return at.get(inner) == simdjson::SUCCESS && inner[step].get(at) == simdjson::SUCCESS;
  }
  dom::array list;
  const auto index = index_in(step);
  return index && at.get(list) == simdjson::SUCCESS && list.at(*index).get(at) == simdjson::SUCCESS;
}

}  // namespace

bool selects(dom::object object, std::string_view selector) {
  dom::element at;
  for (bool first = true; !selector.empty(); first = false) {
    const auto point = selector.find('.');
    const std::string_view step = selector.substr(0, point);
    selector = point == std::string_view::npos ? std::string_view{} : selector.substr(point + 1);
    if (point != std::string_view::npos && selector.empty()) return false;
    const bool is_there = first ? object[step].get(at) == simdjson::SUCCESS : follow(at, step);
    if (!is_there) return false;
  }
  return true;
}

}  // namespace ccop::exchange
