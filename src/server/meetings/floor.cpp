#include "server/meetings/floor.hpp"

#include "community/meetings/floor.hpp"
#include "server/meetings/views.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct FloorView {
  OrNull<ContentHash> item;
  OrNull<Time> since;
  bool may_lead{};
};
BOOST_DESCRIBE_STRUCT(FloorView, (), (item, since, may_lead))

/// Without an item: the session is between them.
struct TakenItem {
  SessionId session{};
  std::optional<ContentHash> item;
};
BOOST_DESCRIBE_STRUCT(TakenItem, (), (session, item))

FloorView floor_view(const Reading& here) {
  const SessionId id{here.call.number()};
  const Session* session = meetings(here.state).find(id);
  if (session == nullptr || !sees(here, session->meeting) || !sees(here, id)) throw nothing_there();
  FloorView view;
  view.may_lead = !objection_to_leading(here.state, id, here.person, here.now);
  const auto taken = here.call.site.rooms.floors.of(id);
  // An item may have left the agenda since, and a session that is over is at none.
  if (!taken || !session->is_live() || !is_on_agenda(*session, taken->item)) return view;
  view.item = taken->item;
  view.since = taken->since;
  return view;
}

Nothing take_item(const Call& call, const TakenItem& asked) {
  call.site.live.read([&](const Community& state) {
    if (const auto refusal = objection_to_item(state, asked.session, asked.item, call.reader.person, call.now))
      throw Refused{*refusal};
  });
  std::optional<ItemTaken> taken;
  if (asked.item) taken = ItemTaken{*asked.item, call.now};
  call.site.rooms.floors.take(asked.session, taken);
  call.site.events.announce_beside(Changes{{{"floor", asked.session.value}}});
  return {};
}

}  // namespace

Routes floor_routes() {
  Route shown = routes::page<&floor_view>("/api/sessions/{id}/floor", Who::person).of_each([](const Community& state) {
    return meetings(state).sessions.size();
  });
  shown.is_kept = false;  // what is said changes it, and not the record
  return {shown, routes::take<&take_item>("/api/floor", Who::person)};
}

}  // namespace ccop::server
