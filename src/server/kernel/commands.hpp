// Commands and acts as the document describes them.
#pragma once

#include "base/schema.hpp"
#include "community/kernel/held.hpp"

namespace ccop::server {

/// Adds `Command`: one of those that anybody but the host itself may ask for, told apart by "type"; and `CommandName`,
/// the names of all. Gives the reference to `Command`.
std::string describe_commands(schema::Components& components);
std::string describe_command_names(schema::Components& components);

}  // namespace ccop::server

namespace ccop::community {

/// Acts and commands as members of answers and requests.
std::string describe(schema::Components& components, std::type_identity<Act>);
std::string describe(schema::Components& components, std::type_identity<Command>);

}  // namespace ccop::community
