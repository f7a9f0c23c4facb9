// What goes wrong, for a person whose browser an address led nowhere: a page in place of problem details.
#pragma once

#include "server/kernel/problem.hpp"

namespace ccop::server {

/// Problem details, or, where the request would rather have a page, the same sentence as one: without script, in the
/// style that lies beside the built page.
[[nodiscard]] Response problem_for(const Request& request, const Problem& problem);

}  // namespace ccop::server
