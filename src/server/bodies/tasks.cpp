#include "community/bodies/chapter.hpp"
#include "server/kernel/pages.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::BodiesChapter>(const Reading&, const community::Task& task) {
  TaskSubject about;
  about.position = task.position;
  return about;
}

}  // namespace ccop::server
