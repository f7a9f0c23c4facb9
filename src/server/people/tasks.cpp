#include "community/people/chapter.hpp"
#include "server/kernel/pages.hpp"
#include "server/people/tasks.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"

namespace ccop::server {

using namespace community;

template <>
TaskSubject subject_of<PeopleChapter>(const Reading& here, const Task& task) {
  const PersonId person = task.person.value();
  TaskSubject about{name_of(here, person)};
  about.person = person;
  if (const Recovery* pending = people(here.state).all[person].pending_recovery(here.now))
    about.link_key = pending->link_key;
  return about;
}

void add_recoveries(const Reading& here, std::vector<DeskTask>& tasks) {
  for (const auto& [person, link_key] : here.call.site.rooms.door.recoveries.pending(here.now)) {
    // One for which somebody vouched stands in the record, and the chapter tells of it.
    if (people(here.state).all[person].pending_recovery(here.now) != nullptr || !here.offers<ConfirmRecovery>(person))
      continue;
    TaskSubject about{name_of(here, person)};
    about.person = person;
    about.link_key = link_key;
    tasks.push_back({"confirm-recovery", std::move(about), std::nullopt});
  }
}

}  // namespace ccop::server
