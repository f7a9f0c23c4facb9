// What is owed so that people can sign: recoveries that somebody vouched for, and links that nobody used yet.
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"
#include "community/people/chapter.hpp"

namespace ccop::community {

void PeopleChapter::duties(const Community& now, Time at, Duties& found) {
  for (const PersonId id : people(now).all.ids()) {
    const Person& person = people(now).all[id];
    if (const Recovery* recovery = person.pending_recovery(at))
      found.push_back({.what = {.kind = "confirm-recovery", .by = recovery->until, .person = id},
                       .clause = clause::membership_by_organization,
                       .owner = recovery->secretary ? Owner::co_chairs : Owner::secretary,
                       .since = recovery->since,
                       .met_by = wire_name<ConfirmRecovery>()});
    if (person.is_guest) continue;
    const bool has_link = person.offer && person.offer->until > at;
    // Who has no passkey can be reached only by whoever made the link out.
    if (has_link)
      found.push_back({.what = {.kind = "enrol", .by = person.offer->until, .person = id},
                       .clause = clause::membership_by_organization,
                       .owner = Owner::secretary,
                       .since = person.offer->since,
                       .met_by = wire_name<EnrolPasskey>()});
    else if (person.passkeys.empty() && holds_seat(now, id, at))
      found.push_back({.what = {.kind = "offer-enrolment", .by = {}, .person = id},
                       .clause = clause::membership_by_organization,
                       .owner = Owner::secretary,
                       .since = person.offer ? person.offer->until : person.registered_at,
                       .met_by = wire_name<OfferEnrolment>()});
  }
}

}  // namespace ccop::community
