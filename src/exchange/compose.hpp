// Makes STIX objects of what people write down: an incident with what was seen there.
#pragma once

#include "exchange/json.hpp"
#include "exchange/marking.hpp"
#include "exchange/recognise.hpp"

#include <set>

namespace ccop::exchange {

/// By whom objects are made, when, and how they are marked.
struct Making {
  std::string created_by;  ///< an identity's id; empty: nobody's
  Microseconds at{};
  Level level{Level::amber};
  bool under_chatham_house{};
  bool keeps_own{true};  ///< what STIX has no place for is kept in properties of our own
};

struct IncidentReport {
  std::string name;
  std::string description;  ///< what happened
  std::string found_by;     ///< how it was found; may be empty, as may the next
  std::string helped;       ///< what helped
  std::optional<Microseconds> when;
  std::string signs;                             ///< free text in which indicators are recognised
  std::optional<Uuid> uuid{};                    ///< the incident's; random where none is given
  std::set<std::string, std::less<>> without{};  ///< values that are recognised there, and are left out
};

/// The head that every object of this making has; `uuid` random where none is given.
[[nodiscard]] Json made(const Making& making, std::string_view type, const std::optional<Uuid>& uuid = std::nullopt);

/// A relationship between two objects, with the same id however often it is made.
[[nodiscard]] Json related(const Making& making, const std::string& kind, const std::string& source,
                           const std::string& target);

/// An indicator of a sign, with the same id whoever makes it of the same sign for the same `owner`. One that is well
/// known says so in a label.
[[nodiscard]] Json indicator_of(const Making& making, const Sign& sign, std::string_view owner);

/// The incident, with the techniques that were recognised; then indicators, vulnerabilities and what relates them to
/// it.
[[nodiscard]] std::vector<Json> compose(const Making& making, const IncidentReport& report);

/// Indicators of what a free text holds; vulnerabilities for its CVEs. Techniques are left out: they are no news.
[[nodiscard]] std::vector<Json> compose_signs(const Making& making, const std::vector<Sign>& signs,
                                              std::string_view owner);

}  // namespace ccop::exchange
