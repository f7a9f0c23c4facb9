#include "community/people/chapter.hpp"
#include "server/kernel/pages.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::PeopleChapter>(const Reading& here, const community::Task& task) {
  TaskSubject about{name_of(here, task.person.value())};
  about.person = task.person;
  about.code = to_hex(ByteView{people(here.state).all[*task.person].recovery->token_hash}.first(4));
  return about;
}

}  // namespace ccop::server
