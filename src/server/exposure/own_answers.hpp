// The routes of what each seat keeps for itself.
#pragma once

#include "server/routes.hpp"

namespace ccop::server {

[[nodiscard]] Routes own_answer_routes();

}  // namespace ccop::server
