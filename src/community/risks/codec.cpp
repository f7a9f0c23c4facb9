#include "community/kernel/codecs_compiled.hpp"
#include "community/risks/acts.hpp"
#include "community/risks/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::RisksActs>();
template std::vector<ccop::community::CommandCodec> ccop::community::command_codecs<ccop::community::RisksCommands>();
