#include "community/kernel/codecs_compiled.hpp"
#include "community/notices/acts.hpp"
#include "community/notices/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::NoticesActs>();
template std::vector<ccop::community::CommandCodec> ccop::community::command_codecs<ccop::community::NoticesCommands>();
