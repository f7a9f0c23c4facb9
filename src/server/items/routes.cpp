// Milestones and action items.
#include "server/routes.hpp"

#include "community/community.hpp"
#include "community/items/chapter.hpp"
#include "server/items/views.hpp"
#include "server/kernel/listed.hpp"

namespace ccop::server {
namespace {

using namespace community;

/// When the membership looked at the work-plan last (clause 2.7): at the close of an executive session.
std::optional<Time> last_review(const Community& now) {
  std::optional<Time> last;
  for (const Session& session : meetings(now).sessions)
    if (session.kind == SessionKind::executive && session.closed_at && (!last || *session.closed_at > *last))
      last = session.closed_at;
  return last;
}

ItemsView items_view(const Reading& here) {
  ItemsView view;
  const auto& all = items(here.state).all;
  const auto shown = listed(here, all.ids(), [&](ItemId id) { return all[id].is_open(); });
  for (const ItemId id : shown.ids) view.items.push_back(item_view(here, id));
  view.before = shown.before;
  view.reviewed_at = last_review(here.state);
  view.time_zone = charter(here.state).time_zone;
  view.may = here.may<AddItems>();
  return view;
}

}  // namespace

template <>
Routes pages<ItemsChapter>() {
  return {routes::page<&items_view>("/api/items", Who::seat)
              .in_pages([](const Community& state) { return items(state).all.size(); }, over_at_once)};
}

template <>
TaskSubject subject_of<ItemsChapter>(const Reading& here, const Task& task) {
  TaskSubject about{Words::member(items(here.state).all[task.item.value()].text, "title")};
  about.item = task.item;
  about.group = items(here.state).all[*task.item].group;
  return about;
}

}  // namespace ccop::server
