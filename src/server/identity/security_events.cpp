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
  std::uint32_t uploads{};
  std::uint32_t tokens{};
  std::uint32_t streams{};
};
BOOST_DESCRIBE_STRUCT(UseView, (), (who, acts, contents, threats, uploads, tokens, streams))

/// What is in use of what is everybody's. Whose it is is not told: other communities of the host share in it.
struct HostUseView {
  std::uint64_t uploads{};  ///< of this community
  std::uint64_t connections{};
  std::uint64_t connections_of_one{};  ///< of the address that has the most
  std::uint64_t bodies{};
  std::uint64_t bodies_of_one{};
  std::optional<std::uint64_t> free_bytes;  ///< of the disk, where that is known
};
BOOST_DESCRIBE_STRUCT(HostUseView, (), (uploads, connections, connections_of_one, bodies, bodies_of_one, free_bytes))

struct QuotasView {
  QuotaSettings most;
  HostQuotas host;
  HostUseView in_use;
  std::vector<UseView> uses;  ///< of those who used anything lately
};
BOOST_DESCRIBE_STRUCT(QuotasView, (), (most, host, in_use, uses))

std::uint32_t percent(double part) {
  return static_cast<std::uint32_t>(std::lround(part * 100));
}

void add_use(QuotasView& view, const UseView& use) {
  if (use.acts + use.contents + use.threats + use.uploads + use.tokens + use.streams > 0) view.uses.push_back(use);
}

UseView use_of(const Reading& here, OrganizationId id) {
  const Quotas& quotas = here.call.site.quotas;
  const std::string holder = quota_holder(id, {});
  UseView use{membership(here.state).organizations[id].name};
  use.contents = percent(quotas.contents_used(holder, here.now));
  use.threats = percent(quotas.threats_used(holder, here.now));
  use.uploads = percent(quotas.uploads_used(holder));
  return use;
}

UseView use_of(const Reading& here, PersonId id) {
  const Quotas& quotas = here.call.site.quotas;
  Admission& admission = here.call.site.admission;
  UseView use{name_of(here, id)};
  use.acts = percent(quotas.acts_used(id, here.now));
  use.contents = percent(quotas.contents_used(quota_holder({}, id), here.now));
  use.uploads = percent(quotas.uploads_used(id));
  use.tokens = percent(part_of(admission.tokens().of(id, here.now).size(), quotas.settings().tokens));
  use.streams = percent(part_of(admission.streams().of(std::to_string(id.value)), quotas.settings().streams));
  return use;
}

HostUseView in_use(const Served& site) {
  const auto& [connections, callers, bodies] = site.options.host.crowds;
  HostUseView use{site.quotas.uploads(), connections.all(), callers.most(), bodies.all(), bodies.most(), {}};
  if (site.options.host.free_bytes) use.free_bytes = site.options.host.free_bytes();
  return use;
}

QuotasView quotas_view(const Call& call) {
  must_be_secretary(call);
  return read_view(call, [&](const Reading& here) {
    QuotasView view{call.site.quotas.settings(), call.site.options.host.most, in_use(call.site), {}};
    for (const OrganizationId id : membership(here.state).organizations.ids()) add_use(view, use_of(here, id));
    for (const PersonId id : people(here.state).all.ids()) add_use(view, use_of(here, id));
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
