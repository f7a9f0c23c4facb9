// What awaits the reader, and the meetings ahead.
#include "server/routes.hpp"

#include "community/community.hpp"
#include "server/desk/duties.hpp"
#include "server/mail/room.hpp"
#include "server/meetings/views.hpp"
#include "server/notices/views.hpp"
#include "server/people/tasks.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

struct DeskView {
  std::vector<DeskTask> tasks;
  std::vector<NoticeView> notices;  ///< the latest first
  OrNull<Time> recovery_asked;      ///< somebody at the door says to be the reader, and to have lost all passkeys
  std::vector<MeetingHeadView> meetings;
};
BOOST_DESCRIBE_STRUCT(DeskView, (), (tasks, notices, recovery_asked, meetings))

template <class Chapter>
void add_tasks(const Reading& here, std::vector<DeskTask>& tasks) {
  for (const community::Task& task : Chapter::tasks(here.state, here.person, here.now))
    tasks.push_back({std::string{task.kind}, subject_of<Chapter>(here, task), task.by});
}

DeskView desk_view(const Reading& here) {
  DeskView desk;
  community::for_each_type(community::Chapters{},
                           [&]<class Chapter>(std::type_identity<Chapter>) { add_tasks<Chapter>(here, desk.tasks); });
  add_recoveries(here, desk.tasks);
  add_undelivered(here, desk.tasks);
  // What is to be done by a time comes first, the soonest before the others.
  std::ranges::stable_sort(desk.tasks,
                           [](const DeskTask& a, const DeskTask& b) { return a.by && (!b.by || *a.by < *b.by); });
  desk.notices = notices_view(here);
  desk.recovery_asked = recovery_asked_for(here);
  for (const community::MeetingId id : meetings(here.state).all.ids()) {
    const community::Meeting& meeting = meetings(here.state).all[id];
    if (meeting.ends > here.now && meeting.state == community::MeetingState::published)
      desk.meetings.push_back(meeting_head(here, id));
  }
  return desk;
}

}  // namespace

Routes desk_routes() {
  Route desk = routes::page<&desk_view>("/api/desk", Who::seat);
  desk.is_kept = false;  // what strangers ask at the door changes it, and not the record
  return {desk, duties_route()};
}

}  // namespace ccop::server
