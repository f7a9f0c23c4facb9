#include "community/elections/chapter.hpp"
#include "server/elections/views.hpp"
#include "server/kernel/pages.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::ElectionsChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about{meeting_title_of(here, elections(here.state).all[task.election.value()])};
  about.election = task.election;
  return about;
}

}  // namespace ccop::server
