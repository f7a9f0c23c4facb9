// What hangs on the notice board, and what hung there.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/notice_board/values.hpp"

namespace ccop::community {

struct PinnedNotice {
  PersonId by{};
  ContentHash text{};
  Time pinned_at{};
  Time until{};
  std::optional<Time> taken_down_at;
};
BOOST_DESCRIBE_STRUCT(PinnedNotice, (), (by, text, pinned_at, until, taken_down_at))

struct NoticeBoard {
  Table<PinnedNotice, NoticeId> notices;
};
BOOST_DESCRIBE_STRUCT(NoticeBoard, (), (notices))

[[nodiscard]] inline const NoticeBoard& notice_board(const Community& now) {
  return of<NoticeBoard>(now);
}

}  // namespace ccop::community
