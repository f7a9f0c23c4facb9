#include "server/identity/doors_changed.hpp"

#include "community/bodies/acts.hpp"
#include "community/bodies/state.hpp"
#include "community/membership/acts.hpp"
#include "community/membership/state.hpp"
#include "community/people/acts.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::server {
namespace {

using namespace community;

struct DoorChange {
  SecurityKind kind{};
  PersonId person{};
};

std::optional<DoorChange> change_of_key(const Act& act) {
  if (const auto* offered = act.as<EnrolmentOffered>()) return DoorChange{SecurityKind::link_offered, offered->person};
  if (const auto* enrolled = act.as<PasskeyEnrolled>())
    return DoorChange{SecurityKind::passkey_enrolled, enrolled->person};
  if (const auto* removed = act.as<PasskeyRemoved>()) return DoorChange{SecurityKind::passkey_removed, removed->person};
  if (const auto* vouched = act.as<RecoveryConfirmed>())
    return DoorChange{SecurityKind::recovery_confirmed, vouched->person};
  return std::nullopt;
}

std::optional<DoorChange> change_of_office(const Community& now, const Act& act) {
  if (const auto* given = act.as<SecretaryAppointed>()) return DoorChange{SecurityKind::office_given, given->person};
  if (const auto* given = act.as<CoChairSeated>()) return DoorChange{SecurityKind::office_given, given->person};
  const auto* left = act.as<CoChairVacated>();
  if (left == nullptr) return std::nullopt;
  for (const CoChairTerm& term : bodies(now).co_chairs | std::views::reverse)
    if (term.position == left->position && term.vacated) return DoorChange{SecurityKind::office_ended, term.person};
  return std::nullopt;
}

std::vector<DoorChange> changes_of_seats(const Community& now, const Act& act, Time at) {
  if (const auto* given = act.as<RepresentativeAppointed>()) return {{SecurityKind::seat_given, given->person}};
  if (const auto* given = act.as<AlternateNamed>()) return {{SecurityKind::seat_given, given->person}};
  const auto& mandates = membership(now).mandates;
  if (const auto* ended = act.as<MandateEnded>()) return {{SecurityKind::seat_ended, mandates[ended->mandate].person}};
  std::vector<DoorChange> changes;
  if (const auto* ended = act.as<ObserverEnded>())
    for (const MandateId id : membership(now).organizations[ended->organization].mandates)
      if (mandates[id].holds(at)) changes.push_back({SecurityKind::seat_ended, mandates[id].person});
  return changes;
}

std::vector<DoorChange> changes_of(const Community& now, const Act& act, Time at) {
  if (const auto key = change_of_key(act)) return {*key};
  if (const auto office = change_of_office(now, act)) return {*office};
  return changes_of_seats(now, act, at);
}

}  // namespace

void note_doors(const Served& site, const std::vector<Act>& acts, const Doer& by) {
  std::vector<DoorChange> changes;
  site.live.read([&](const Community& now) {
    for (const Act& act : acts) std::ranges::copy(changes_of(now, act, by.at), std::back_inserter(changes));
  });
  for (const DoorChange& change : changes) {
    const auto other = change.person == by.person ? std::nullopt : std::optional{by.person};
    site.security.note({by.at, change.kind, change.person, by.caller, {}, other});
  }
}

}  // namespace ccop::server
