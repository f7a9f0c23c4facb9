#include "community/record/chapter.hpp"
#include "server/kernel/pages.hpp"

namespace ccop::server {

template <>
TaskSubject subject_of<community::RecordChapter>(const Reading&, const community::Task&) {
  return {};
}

}  // namespace ccop::server
