// What a list shows of an object, and what its neighbours' pages show: made once, when it comes in, so that nobody
// parses a large body for its title.
#pragma once

#include <boost/describe.hpp>
#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

namespace ccop::exchange {

/// A technique's number in ATT&CK, and the tactics that it serves.
struct TechniqueHead {
  std::string external_id;
  std::vector<std::string> tactics;
};
BOOST_DESCRIBE_STRUCT(TechniqueHead, (), (external_id, tactics))

struct Head {
  std::string title;  ///< at most 200 bytes
  std::string maker;  ///< created_by_ref
  bool revoked{};
  std::optional<std::string> how;          ///< a relationship's type
  std::optional<std::string> source;       ///< the id that a relationship leads from
  std::optional<std::string> target;       ///< that it leads to, or that a sighting is of
  std::optional<std::string> says;         ///< a note's content, the first 20,000 bytes
  std::optional<TechniqueHead> technique;  ///< of an attack pattern that is none of another, and not revoked
  /// Of a sighting: follows from the object and from whoever saw it, under a key that is kept apart.
  std::optional<std::string> seen_by;
};
BOOST_DESCRIBE_STRUCT(Head, (), (title, maker, revoked, how, source, target, says, technique, seen_by))

[[nodiscard]] Head head_of(std::string_view type, simdjson::dom::object json);

}  // namespace ccop::exchange
