#include "community/kernel/codecs_compiled.hpp"
#include "community/notice_board/acts.hpp"
#include "community/notice_board/commands.hpp"

template std::vector<ccop::community::ActCodec> ccop::community::act_codecs<ccop::community::NoticeBoardActs>();
template std::vector<ccop::community::CommandCodec>
ccop::community::command_codecs<ccop::community::NoticeBoardCommands>();
