#include "community/kernel/codecs_compiled.hpp"
#include "community/meetings/acts.hpp"
#include "community/meetings/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::MeetingsActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::MeetingsCommands>();
