// What can happen on the notice board.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"
#include "community/notice_board/values.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct NoticePinned {
  NoticeId notice;
  PersonId by;
  ContentHash text;
  Time until;
};
BOOST_DESCRIBE_STRUCT(NoticePinned, (), (notice, by, text, until))

struct NoticeTakenDown {
  NoticeId notice;
  std::optional<PersonId> by;  ///< none: its time was over
};
BOOST_DESCRIBE_STRUCT(NoticeTakenDown, (), (notice, by))

using NoticeBoardActs = List<NoticePinned, NoticeTakenDown>;
template <OneOf<NoticeBoardActs> T>
inline constexpr std::string_view act_chapter<T> = "notice-board";

/// What each of them makes of the state.
struct NoticeBoard;
void apply(NoticeBoard& board, const NoticePinned& act, Time at);
void apply(NoticeBoard& board, const NoticeTakenDown& act, Time at);

}  // namespace ccop::community
