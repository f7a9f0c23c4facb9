// When a co-Chair's position may be voted on, and until when whoever is elected serves (clauses 3.3 to 3.6).
#pragma once

#include "community/kernel/ruling.hpp"

namespace ccop::community {

struct Community;
struct Session;

struct Vacancy {
  Time ends;
  bool waits_for_no_symposium{};  ///< the rest of a term, or what an election at the symposium didn't bring
};

/// Whether the position falls vacant by this session, or is vacant; else until when its term runs.
[[nodiscard]] std::variant<Vacancy, Refusal> vacancy(const Community& now, std::uint32_t position,
                                                     const Session& session);

}  // namespace ccop::community
