// Passkeys that come to the record: the first by a one-time link, further ones by whoever is signed in, new ones after
// all were lost.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes enrolment_routes();

}  // namespace ccop::server
