// Amendments are shown with the motions that decide on them.
#include "server/kernel/pages.hpp"

#include "community/amendments/chapter.hpp"

namespace ccop::server {

template <>
Routes pages<community::AmendmentsChapter>() {
  return {};
}

template <>
TaskSubject subject_of<community::AmendmentsChapter>(const Reading&, const community::Task&) {
  return {};
}

}  // namespace ccop::server
