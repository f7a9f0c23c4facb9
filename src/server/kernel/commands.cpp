#include "server/kernel/commands.hpp"

#include "community/community.hpp"
#include "community/hub.hpp"

namespace ccop::server {
namespace {

using namespace community;

/// Calls `each` with every command that can be asked for through the API: all but the host's own.
template <class Each>
void for_each_askable(const Each& each) {
  for_each_type(Together<Chapters>::Commands{}, [&]<class C>(std::type_identity<C>) {
    if constexpr (C::needs != Authority::host) each(std::type_identity<C>{});
  });
}

struct CommandNames {};

}  // namespace

std::string describe_commands(schema::Components& components) {
  return components.refer("Command", typeid(Command), [&] {
    schema::OneOf one_of;
    for_each_askable([&]<class C>(std::type_identity<C>) { one_of.add<C>(components); });
    return one_of.text();
  });
}

std::string describe_command_names(schema::Components& components) {
  return components.refer("CommandName", typeid(CommandNames), [] {
    std::vector<std::string> names;
    for_each_askable([&]<class C>(std::type_identity<C>) { names.emplace_back(wire_name<C>()); });
    return schema::enumeration(names);
  });
}

}  // namespace ccop::server

namespace ccop::community {

std::string describe(schema::Components& components, std::type_identity<Act>) {
  return components.refer("Act", typeid(Act), [&] {
    schema::OneOf one_of;
    for_each_type(Together<Chapters>::Acts{}, [&]<class A>(std::type_identity<A>) { one_of.add<A>(components); });
    return one_of.text();
  });
}

std::string describe(schema::Components& components, std::type_identity<Command>) {
  return server::describe_commands(components);
}

}  // namespace ccop::community
