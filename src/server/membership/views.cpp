#include "server/membership/views.hpp"

#include "community/decisions/state.hpp"
#include "server/membership/offers.hpp"

#include <algorithm>

namespace ccop::server {

using namespace community;

const std::string& key_of(const Reading& here, OrganizationId id) {
  return membership(here.state).organizations[id].key;
}

OrganizationView organization_view(const Reading& here, OrganizationId id) {
  const Organization& o = membership(here.state).organizations[id];
  return {id, o.key, o.name, o.status, o.from, o.until};
}

SeatChangeView seat_change_view(const Reading& here, SeatChangeId id) {
  const SeatChange& change = membership(here.state).changes[id];
  SeatChangeView view;
  view.id = id;
  if (change.ends) view.loses = person_view(here, membership(here.state).mandates[*change.ends].person);
  if (change.gives) {
    view.gets = person_view(here, change.gives->person);
    view.from = change.gives->from;
    view.until = change.gives->until;
  }
  view.asked_by = person_view(here, change.asked_by);
  view.asked_at = change.asked_at;
  view.lapses = change.lapses;
  view.wording = ShownView::of(wording_of(here.state, change));
  view.may = offers_on_seat_change(here, id);
  return view;
}

namespace {

void add_mandate(const Reading& here, const Mandate& mandate, std::vector<SeatEvent>& events) {
  const bool is_main = mandate.kind == MandateKind::main;
  const Words name = name_of(here, mandate.person);
  events.push_back({is_main ? SeatEventKind::representative : SeatEventKind::alternate, mandate.from, name});
  if (mandate.until && *mandate.until <= here.now)
    events.push_back(
        {is_main ? SeatEventKind::representative_ended : SeatEventKind::alternate_ended, *mandate.until, name});
}

/// The recorded votes that the organization cast, once their results stand.
void add_votes(const Reading& here, OrganizationId id, std::vector<SeatEvent>& events) {
  for (const auto i : decisions(here.state).motions.ids()) {
    const Motion& m = decisions(here.state).motions[i];
    if (!m.recorded || m.state != MotionState::closed || m.vote_of(id) == nullptr) continue;
    events.push_back({SeatEventKind::voted, m.closed_at.value(), {}, {}, i, Words::member(m.text, "title")});
  }
}

}  // namespace

std::vector<SeatEvent> history_of(const Reading& here, OrganizationId id) {
  const Organization& o = membership(here.state).organizations[id];
  std::vector<SeatEvent> events{{SeatEventKind::joined, o.from}};
  if (o.until) events.push_back({SeatEventKind::left, *o.until});
  for (const MandateId mandate : o.mandates) add_mandate(here, membership(here.state).mandates[mandate], events);
  for (const Absence& absence : o.absences) events.push_back({SeatEventKind::absent, absence.from, {}, absence.until});
  add_votes(here, id, events);
  std::ranges::stable_sort(events, std::greater{}, &SeatEvent::at);
  return events;
}

}  // namespace ccop::server
