#include "community/amendments/acts.hpp"
#include "community/amendments/commands.hpp"
#include "community/kernel/codecs_compiled.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::AmendmentsActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::AmendmentsCommands>();
