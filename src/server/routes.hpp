// The routes of all chapters and of the server's own rooms.
#pragma once

#include "server/kernel/pages.hpp"

namespace ccop::server {

[[nodiscard]] Routes act_routes();
[[nodiscard]] Routes exchange_routes();
[[nodiscard]] Routes log_routes();
[[nodiscard]] Routes identity_routes();
[[nodiscard]] Routes security_routes();
[[nodiscard]] Routes desk_routes();
[[nodiscard]] Routes calendar_routes();
[[nodiscard]] Routes mail_routes();
[[nodiscard]] Routes hook_routes();
[[nodiscard]] Routes adoption_routes();

[[nodiscard]] const Routes& all_routes();

}  // namespace ccop::server
