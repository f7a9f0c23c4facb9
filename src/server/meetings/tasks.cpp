#include "community/meetings/chapter.hpp"
#include "server/kernel/pages.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::MeetingsChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about{name_of(here, task.person.value())};
  about.meeting = task.meeting;
  return about;
}

}  // namespace ccop::server
