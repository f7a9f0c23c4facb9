#include "community/notice_board/state.hpp"

#include "community/notice_board/acts.hpp"

namespace ccop::community {

void apply(NoticeBoard& board, const NoticePinned& act, Time at) {
  board.notices.add({act.by, act.text, at, act.until, {}});
}

void apply(NoticeBoard& board, const NoticeTakenDown& act, Time at) {
  board.notices[act.notice].taken_down_at = at;
}

}  // namespace ccop::community
