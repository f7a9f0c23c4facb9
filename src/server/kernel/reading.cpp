#include "server/kernel/reading.hpp"

#include "server/kernel/commands.hpp"

namespace ccop::server {

std::string May::schema(schema::Components& components) {
  return components.refer("May", typeid(May), [&] { return schema::array_of(describe_command_names(components)); });
}

}  // namespace ccop::server
