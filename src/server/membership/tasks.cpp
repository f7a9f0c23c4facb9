#include "community/membership/chapter.hpp"
#include "server/kernel/pages.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::MembershipChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about;
  if (task.organization) {
    about.title = Words{membership(here.state).organizations[*task.organization].key};
    about.organization = task.organization;
    about.change = task.change;
  } else {
    about.title = Words{membership(here.state).proposals[task.proposal.value()].name};
    about.proposal = task.proposal;
  }
  return about;
}

}  // namespace ccop::server
