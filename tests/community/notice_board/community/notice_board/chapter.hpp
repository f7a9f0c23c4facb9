// The notice board: what the community's seats let each other know outside of any meeting.
#pragma once

#include "community/kernel/chapter.hpp"
#include "community/membership/state.hpp"
#include "community/notice_board/acts.hpp"
#include "community/notice_board/commands.hpp"
#include "community/notice_board/state.hpp"

namespace ccop::community {

struct NoticeBoardChapter {
  static constexpr std::string_view name = "notice-board";
  using State = NoticeBoard;
  using Subject = NoticeId;
  using Acts = NoticeBoardActs;
  using Commands = NoticeBoardCommands;
  using Reads = List<Membership>;

  /// A notice is taken down when its time is over.
  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  /// The board waits for nobody.
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);
};
static_assert(complete<NoticeBoardChapter>());

}  // namespace ccop::community
