// The routes of the exchange, by what they are for.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes exchange_reading_routes();
[[nodiscard]] Routes exchange_sharing_routes();
[[nodiscard]] Routes collection_routes();
[[nodiscard]] Routes upload_routes();
[[nodiscard]] Routes change_routes();
[[nodiscard]] Routes export_routes();
[[nodiscard]] Routes subscription_routes();
[[nodiscard]] Routes value_routes();
[[nodiscard]] Routes watch_list_routes();

}  // namespace ccop::server
