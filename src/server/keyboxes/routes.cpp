// The keys of the reader's own seat.
#include "server/routes.hpp"

#include "community/keyboxes/chapter.hpp"
#include "server/keyboxes/views.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct OwnKeyboxView {
  OrNull<KeyboxView> keybox;
};
BOOST_DESCRIBE_STRUCT(OwnKeyboxView, (), (keybox))

OwnKeyboxView own_keybox(const Reading& here) {
  return {keybox_view(here)};
}

}  // namespace

template <>
Routes pages<KeyboxesChapter>() {
  return {routes::page<&own_keybox>("/api/keybox", Who::seat)};
}

template <>
TaskSubject subject_of<KeyboxesChapter>(const Reading&, const Task&) {
  return {};  // it has no tasks
}

}  // namespace ccop::server
