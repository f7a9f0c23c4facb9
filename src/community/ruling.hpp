// What a rule answers: the acts that follow, or a refusal that cites its clause. And who asks.
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "community/ids.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace ccop::community {

/// A salted hash of content (a name, a text) that lies outside the ledger: SHA-256 over a label, a salt and the
/// content.
using ContentHash = Hash;

/// Who asks for something, and when. Rules learn the time from here alone.
struct Actor {
  enum class Kind {
    host,    ///< the program itself: founding, deadlines that passed
    person,  ///< somebody signed in, or acting by the passkey's signature
    bearer,  ///< somebody with a one-time link, known by the hash of its secret
  };
  Kind kind{Kind::host};
  PersonId person{};
  Hash token_hash{};
  bool has_signed{};             ///< the request carries a passkey's signature, already checked
  std::optional<Time> asked_at;  ///< the actor's own clock, when signed
  Time at{};                     ///< the host's clock
};

struct Refusal {
  std::string_view clause;                    ///< a topic of clause.hpp
  std::string_view key;                       ///< which sentence to show
  std::map<std::string, std::string> values;  ///< what stands in the sentence's gaps
};

[[nodiscard]] inline Refusal refuse(std::string_view clause, std::string_view key,
                                    std::map<std::string, std::string> values = {}) {
  return {clause, key, std::move(values)};
}

}  // namespace ccop::community
