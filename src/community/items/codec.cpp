#include "community/items/acts.hpp"
#include "community/items/commands.hpp"
#include "community/kernel/codecs_compiled.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::ItemsActs>();
template std::vector<ccop::community::CommandCodec> ccop::community::command_codecs<ccop::community::ItemsCommands>();
