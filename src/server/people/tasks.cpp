#include "server/people/tasks.hpp"

#include "community/people/chapter.hpp"
#include "server/kernel/pages.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"

namespace ccop::server {

using namespace community;

namespace {

TaskSubject recovery_of(const Reading& here, PersonId person, const Hash& link_key) {
  TaskSubject about{name_of(here, person)};
  about.person = person;
  about.link_key = link_key;
  about.wording = ShownView::of(wording_of(here.state, person));
  return about;
}

}  // namespace

template <>
TaskSubject subject_of<PeopleChapter>(const Reading& here, const Task& task) {
  const PersonId person = task.person.value();
  if (const Recovery* recovery = people(here.state).all[person].pending_recovery(here.now))
    return recovery_of(here, person, recovery->link_key);
  TaskSubject about{name_of(here, person)};
  about.person = person;
  return about;
}

void add_recoveries(const Reading& here, std::vector<DeskTask>& tasks) {
  for (const auto& [person, link_key] : here.call.site.rooms.door.recoveries.pending(here.now)) {
    // One for which somebody vouched stands in the record, and the chapter tells of it.
    if (people(here.state).all[person].pending_recovery(here.now) != nullptr || !here.offers<ConfirmRecovery>(person))
      continue;
    tasks.push_back({"confirm-recovery", recovery_of(here, person, link_key), std::nullopt});
  }
}

std::optional<Time> recovery_asked_for(const Reading& here) {
  return here.call.site.rooms.door.recoveries.asked_as(here.person, here.now);
}

}  // namespace ccop::server
