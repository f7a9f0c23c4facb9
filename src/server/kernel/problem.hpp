// What goes wrong, as RFC 9457 problem details: thrown by handlers, answered by the router.
#pragma once

#include "base/codec.hpp"
#include "server/http.hpp"

namespace ccop::server {

struct Problem {
  unsigned status{};
  std::string key{};                            ///< which sentence of the catalogue
  std::map<std::string, std::string> values{};  ///< what stands in the sentence's gaps
  std::string clause_number{};                  ///< of the charter, where a clause is the reason
  std::string clause_title{};
};

/// 404: there is no such thing, or it is not for the one who asks.
[[nodiscard]] Problem nothing_there(std::string_view key = "no-such-page");
/// 401: nobody is signed in, or the proof of who it is doesn't hold.
[[nodiscard]] Problem unknown_caller(std::string_view key = "sign-in-first");
/// 403: whoever asks is known, and may not do this.
[[nodiscard]] Problem not_allowed(std::string_view key);
/// 429: too often; later it may be asked again.
[[nodiscard]] Problem too_often(std::string_view key = "too-many-tries");
/// 503: the store could not keep it; nothing happened.
[[nodiscard]] Problem not_kept();
/// 400 with the place and what belongs there.
[[nodiscard]] Problem problem_of(const BadInput& bad);

[[nodiscard]] Response problem_response(const Problem& problem);

}  // namespace ccop::server
