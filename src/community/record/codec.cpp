#include "community/kernel/codecs_compiled.hpp"
#include "community/record/acts.hpp"
#include "community/record/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::RecordActs>();
template std::vector<ccop::community::CommandCodec> ccop::community::command_codecs<ccop::community::RecordCommands>();
