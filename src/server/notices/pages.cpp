// Notices stand on the desk.
#include "server/kernel/pages.hpp"

#include "community/notices/chapter.hpp"

namespace ccop::server {

template <>
Routes pages<community::NoticesChapter>() {
  return {};
}

template <>
TaskSubject subject_of<community::NoticesChapter>(const Reading&, const community::Task&) {
  return {};
}

}  // namespace ccop::server
