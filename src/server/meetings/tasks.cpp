#include "community/meetings/chapter.hpp"
#include "server/kernel/pages.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::MeetingsChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about;
  if (task.person)
    about.title = name_of(here, *task.person);
  else if (task.meeting)
    about.title = Words::member(meetings(here.state).all[*task.meeting].details, "title");
  about.meeting = task.meeting;
  return about;
}

}  // namespace ccop::server
