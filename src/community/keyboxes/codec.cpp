#include "community/kernel/codecs_compiled.hpp"
#include "community/keyboxes/acts.hpp"
#include "community/keyboxes/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::KeyboxesActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::KeyboxesCommands>();
