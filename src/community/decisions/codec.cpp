#include "community/decisions/acts.hpp"
#include "community/decisions/commands.hpp"
#include "community/kernel/codecs_compiled.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::DecisionsActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::DecisionsCommands>();
