#include "community/elections/acts.hpp"
#include "community/elections/commands.hpp"
#include "community/kernel/codecs_compiled.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::ElectionsActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::ElectionsCommands>();
