#include "community/meetings/chapter.hpp"
#include "server/kernel/pages.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::MeetingsChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about{task.person ? name_of(here, *task.person)
                                : Words::member(meetings(here.state).all[task.meeting.value()].details, "title")};
  about.meeting = task.meeting;
  return about;
}

}  // namespace ccop::server
