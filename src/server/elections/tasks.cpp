#include "community/elections/chapter.hpp"
#include "community/exposure/state.hpp"
#include "server/elections/views.hpp"
#include "server/kernel/pages.hpp"

namespace ccop::server {

using namespace community;

template <>
TaskSubject subject_of<community::ElectionsChapter>(const Reading& here, const community::Task& task) {
  const Election& election = elections(here.state).all[task.election.value()];
  TaskSubject about{meeting_title_of(here, election)};
  about.election = task.election;
  if (election.round) {
    about.title = Words::member(assessment(here.state).rounds[election.round->round].paper, "title");
    about.round = election.round->round;
  }
  return about;
}

}  // namespace ccop::server
