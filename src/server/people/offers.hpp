// What a reader may do about people.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

[[nodiscard]] May offers_on_people(const Reading& here);
[[nodiscard]] May offers_on_person(const Reading& here, community::PersonId id);

}  // namespace ccop::server
