// What happened at the doors, for the Secretary; and for each person, at their own.
#include "community/bodies/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "server/kernel/reading.hpp"
#include "server/people/views.hpp"
#include "server/routes.hpp"
#include "server/sentences.hpp"

#include <cmath>

namespace ccop::server {
namespace {

using namespace community;

constexpr std::size_t most_shown = 500;
constexpr std::size_t most_of_ones_own = 50;

struct SecurityEventView {
  Time at{};
  SecurityKind kind{};
  Words person;
  std::string caller;  ///< empty where somebody else reads it than whoever came from there
  std::string about;
  Words by;  ///< who did it, where it was somebody else's door
};
BOOST_DESCRIBE_STRUCT(SecurityEventView, (), (at, kind, person, caller, about, by))

struct SecurityEventsView {
  std::vector<SecurityEventView> events;  ///< the newest first
};
BOOST_DESCRIBE_STRUCT(SecurityEventsView, (), (events))

SecurityEventView view_of(const Reading& here, const SecurityEvent& event) {
  SecurityEventView view{event.at, event.kind, {}, event.caller, event.about, {}};
  if (event.person) view.person = name_of(here, *event.person);
  if (event.by) view.by = name_of(here, *event.by);
  return view;
}

SecurityEventsView view_of(const Call& call, const std::vector<SecurityEvent>& events) {
  return read_view(call, [&](const Reading& here) {
    SecurityEventsView view;
    for (const SecurityEvent& event : events) view.events.push_back(view_of(here, event));
    return view;
  });
}

void must_be_secretary(const Call& call) {
  const bool may =
      call.site.live.read([&](const Community& state) { return is_secretary(state, call.reader.person, call.now); });
  if (!may) throw call.site.problem_of(refuse(clause::secretary_duties, sentence::only_secretary_reads_security), 403);
}

SecurityEventsView all_events(const Call& call) {
  must_be_secretary(call);
  return view_of(call, call.site.security.latest(most_shown));
}

/// Of what is somebody's share in a while, how much is used just now: 100 is all of it.
struct UseView {
  Words who;
  std::uint32_t acts{};
  std::uint32_t contents{};
  std::uint32_t threats{};
};
BOOST_DESCRIBE_STRUCT(UseView, (), (who, acts, contents, threats))

struct QuotasView {
  QuotaSettings most;
  std::vector<UseView> uses;  ///< of those who used anything lately
};
BOOST_DESCRIBE_STRUCT(QuotasView, (), (most, uses))

std::uint32_t percent(double part) {
  return static_cast<std::uint32_t>(std::lround(part * 100));
}

void add_use(QuotasView& view, const UseView& use) {
  if (use.acts + use.contents + use.threats > 0) view.uses.push_back(use);
}

QuotasView quotas_view(const Call& call) {
  must_be_secretary(call);
  const Quotas& quotas = call.site.quotas;
  return read_view(call, [&](const Reading& here) {
    QuotasView view{quotas.settings(), {}};
    for (const OrganizationId id : membership(here.state).organizations.ids()) {
      const std::string holder = quota_holder(id, {});
      add_use(view, {membership(here.state).organizations[id].name, 0, percent(quotas.contents_used(holder, here.now)),
                     percent(quotas.threats_used(holder, here.now))});
    }
    for (const PersonId id : people(here.state).all.ids()) {
      const std::string holder = quota_holder({}, id);
      add_use(view, {name_of(here, id), percent(quotas.acts_used(id, here.now)),
                     percent(quotas.contents_used(holder, here.now)), 0});
    }
    return view;
  });
}

SecurityEventsView own_events(const Call& call) {
  auto events = call.site.security.latest(most_of_ones_own, call.reader.person);
  for (SecurityEvent& event : events)
    if (event.by) event.caller.clear();  // where whoever did it sits is theirs
  return view_of(call, events);
}

}  // namespace

Routes security_routes() {
  return {routes::get<&all_events>("/api/security-events", Who::seated_person),
          routes::get<&quotas_view>("/api/quotas", Who::seated_person),
          routes::get<&own_events>("/api/me/security-events", Who::person)};
}

}  // namespace ccop::server
