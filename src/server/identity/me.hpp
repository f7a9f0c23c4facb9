// Oneself: roles, passkeys, sign-ins, and tokens for one's machines.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes me_routes();

}  // namespace ccop::server
