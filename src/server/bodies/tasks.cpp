#include "community/bodies/chapter.hpp"
#include "server/kernel/pages.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::BodiesChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about;
  if (task.person) about.title = name_of(here, *task.person);
  about.position = task.position;
  return about;
}

}  // namespace ccop::server
