// Writes down what an event of MISP becomes: each object with its head and marking, and what is based on what.
#pragma once

#include "exchange/misp/translation.hpp"
#include "exchange/stix/examine.hpp"

namespace ccop::exchange::misp {

/// What an attribute or an object became; the id that stands for it first.
using Ids = std::vector<std::string>;

[[nodiscard]] inline bool is_indicator(std::string_view id) {
  return id.starts_with("indicator--");
}

class Writer {
 public:
  /// By whom, when and how marked, where a part of the event doesn't say otherwise.
  Making making;
  std::vector<Json> objects;  ///< all that was made
  Ids refs;                   ///< of this event

  /// The head of an object that comes of `holder`, an attribute or an object of MISP.
  [[nodiscard]] Json headed(const Json& holder, std::string_view type, const Uuid& uuid, Level level) const;
  std::string put(Json json);
  /// Whether it is an object of STIX as it stands.
  [[nodiscard]] bool holds(const Json& json) { return examiner_.examine(json.dump()).errors.empty(); }

  /// What was observed, and an indicator that is based on it, where it has a pattern. `beside` goes into whichever of
  /// them stands for the whole.
  Ids put_observed(const Translation& translation, const Json& holder, const Uuid& uuid, Level level,
                   const Json& beside);
  /// The root of a translation that is no observation; empty when it lacks something.
  Ids put_described(const Translation& translation, const Json& beside);
  void relate(const std::string& source, const std::string& kind, const std::string& target,
              const std::optional<Uuid>& uuid = std::nullopt);

 private:
  [[nodiscard]] std::string observation_of(const Translation& translation, Json head, const Json& holder);
  [[nodiscard]] Json indicator_of(const std::string& pattern, const Json& holder, const Uuid& uuid, Level level) const;

  Examiner examiner_{{true, false, false}};
};

}  // namespace ccop::exchange::misp
