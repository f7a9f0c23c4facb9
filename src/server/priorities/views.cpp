#include "server/priorities/views.hpp"

#include "community/kernel/standing.hpp"
#include "community/priorities/commands.hpp"

#include <ranges>

namespace ccop::server {

using namespace community;

namespace {

void fill_in(const Reading& here, PriorityId id, PriorityView& view) {
  const Priority& priority = priorities(here.state).all[id];
  view.id = id;
  view.state = priority.state;
  view.content = Fields<PriorityContent>{priority.version().text};
  view.directions = priority.version().directions;
  view.ends = priority.ends;
  view.proposed_at = priority.versions.front().at;
  view.since = priority.since;
  view.over_at = priority.over_at;
  view.motion = priority.motion;
  view.members = static_cast<std::uint32_t>(membership(here.state).members(here.now));
  for (const SaidStance& said : priority.stances) {
    if (!said.stance || !membership(here.state).organizations[said.organization].belongs(here.now)) continue;
    ++(*said.stance == Stance::in ? view.in : view.out);
  }
  if (const auto own = speaking_member(here.state, here.person, here.now)) view.my_stance = priority.stance_of(*own);
  view.wording = ShownView::of(priority.wording());
  view.may = here.may<RevisePriority, WithdrawPriority, ReviewPriority, TakeStance, ExtendPriority, EndPriority>(id);
}

}  // namespace

DirectionView direction_view(const Reading& here, DirectionId id) {
  const Direction& direction = priorities(here.state).directions[id];
  return {id, Fields<DirectionContent>{direction.text}, direction.dated, direction.entered_at,
          person_view(here, direction.entered_by)};
}

PriorityView priority_view(const Reading& here, PriorityId id) {
  PriorityView view;
  fill_in(here, id, view);
  return view;
}

PriorityPage priority_page(const Reading& here, PriorityId id) {
  const Priority& priority = priorities(here.state).all[id];
  PriorityPage page;
  fill_in(here, id, page);
  for (const PriorityVersion& version : priority.versions | std::views::reverse)
    page.versions.push_back({Fields<PriorityContent>{version.text}, version.directions, version.ends,
                             person_view(here, version.by), version.at});
  for (const SaidStance& said : priority.stances)
    if (said.stance && membership(here.state).organizations[said.organization].belongs(here.now))
      page.stances.push_back({key_of(here, said.organization), *said.stance, said.at});
  return page;
}

}  // namespace ccop::server
