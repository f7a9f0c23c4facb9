#include "community/kernel/codecs_compiled.hpp"
#include "community/membership/acts.hpp"
#include "community/membership/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::MembershipActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::MembershipCommands>();
