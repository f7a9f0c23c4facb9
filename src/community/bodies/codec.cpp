#include "community/bodies/acts.hpp"
#include "community/bodies/commands.hpp"
#include "community/kernel/codecs_compiled.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::BodiesActs>();
template std::vector<ccop::community::CommandCodec> ccop::community::command_codecs<ccop::community::BodiesCommands>();
