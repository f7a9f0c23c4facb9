// Direction, priorities, and who is in.
#include "server/routes.hpp"

#include "community/priorities/chapter.hpp"
#include "server/priorities/views.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

PrioritiesView priorities_view(const Reading& here) {
  PrioritiesView view;
  for (const DirectionId id : priorities(here.state).directions.ids())
    view.directions.push_back(direction_view(here, id));
  std::ranges::reverse(view.directions);
  for (const PriorityId id : priorities(here.state).all.ids()) view.priorities.push_back(priority_view(here, id));
  view.may = here.may<ReceiveDirection, ProposePriority>();
  return view;
}

PriorityPage asked_priority(const Reading& here) {
  const PriorityId id{here.call.number()};
  if (priorities(here.state).find(id) == nullptr) throw nothing_there();
  return priority_page(here, id);
}

}  // namespace

template <>
Routes pages<PrioritiesChapter>() {
  return {routes::page<&priorities_view>("/api/priorities", Who::seat),
          routes::page<&asked_priority>("/api/priorities/{id}", Who::seat).of_each([](const Community& state) {
            return priorities(state).all.size();
          })};
}

template <>
TaskSubject subject_of<PrioritiesChapter>(const Reading& here, const Task& task) {
  TaskSubject about{Words::member(priorities(here.state).all[task.priority.value()].version().text, "title")};
  about.priority = task.priority;
  return about;
}

}  // namespace ccop::server
