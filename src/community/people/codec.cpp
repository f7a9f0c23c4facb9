#include "community/kernel/codecs_compiled.hpp"
#include "community/people/acts.hpp"
#include "community/people/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::PeopleActs>();
template std::vector<ccop::community::CommandCodec> ccop::community::command_codecs<ccop::community::PeopleCommands>();
