#include "community/groups/acts.hpp"
#include "community/groups/commands.hpp"
#include "community/kernel/codecs_compiled.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::GroupsActs>();
template std::vector<ccop::community::CommandCodec> ccop::community::command_codecs<ccop::community::GroupsCommands>();
