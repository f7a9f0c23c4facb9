#include "community/kernel/codecs_compiled.hpp"
#include "community/priorities/acts.hpp"
#include "community/priorities/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::PrioritiesActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::PrioritiesCommands>();
