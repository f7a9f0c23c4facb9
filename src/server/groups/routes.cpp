// Working groups: all of them, and one.
#include "server/routes.hpp"

#include "community/groups/chapter.hpp"
#include "server/groups/views.hpp"

namespace ccop::server {
namespace {

using namespace community;

GroupsView groups_view(const Reading& here) {
  GroupsView view;
  for (const GroupId id : groups(here.state).all.ids()) view.groups.push_back(group_row(here, id));
  view.hours = hours_of_all(here);
  if (!groups(here.state).rounds.empty())
    view.round =
        StatusRoundView{groups(here.state).rounds.back().opened_at, groups(here.state).rounds.back().answers_by};
  for (const PriorityId id : priorities(here.state).all.ids())
    if (here.offers<ProposeGroup>(id)) view.open_to_me.push_back(id);
  view.least_organizations = charter(here.state).work_plan.least_organizations;
  view.time_zone = charter(here.state).time_zone;
  view.may = here.may<OpenStatusRound>();
  return view;
}

GroupPage asked_group(const Reading& here) {
  const GroupId id{here.call.number()};
  if (groups(here.state).find(id) == nullptr) throw nothing_there();
  return group_page(here, id);
}

}  // namespace

template <>
Routes pages<GroupsChapter>() {
  return {routes::page<&groups_view>("/api/groups", Who::seat),
          routes::page<&asked_group>("/api/groups/{id}", Who::seat).of_each([](const Community& state) {
            return groups(state).all.size();
          })};
}

template <>
TaskSubject subject_of<GroupsChapter>(const Reading& here, const Task& task) {
  TaskSubject about{Words::member(groups(here.state).all[task.group.value()].versions.back().terms, "title")};
  about.group = task.group;
  return about;
}

}  // namespace ccop::server
