#include "community/exposure/acts.hpp"
#include "community/exposure/commands.hpp"
#include "community/kernel/codecs_compiled.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::ExposureActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::ExposureCommands>();
