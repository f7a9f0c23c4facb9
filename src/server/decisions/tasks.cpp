#include "community/decisions/chapter.hpp"
#include "server/kernel/pages.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::DecisionsChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about{Words::member(decisions(here.state).motions[task.motion.value()].text, "title")};
  about.motion = task.motion;
  return about;
}

}  // namespace ccop::server
