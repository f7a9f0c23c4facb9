// What is owed so that the bodies are complete.
#include "community/bodies/chapter.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {

void BodiesChapter::duties(const Community& now, Time at, Duties& found) {
  const Bodies& all = bodies(now);
  for (std::uint32_t position = 0; position < charter(now).bodies.co_chairs; ++position)
    if (std::ranges::find(all.co_chairs, position, &CoChairTerm::position) == all.co_chairs.end())
      found.push_back({.what = {.kind = "seat-co-chair", .by = {}, .position = position},
                       .clause = clause::bodies,
                       .owner = Owner::secretary,
                       .since = all.secretaries.front().from,
                       .met_by = wire_name<SeatFoundingCoChair>()});
  if (const AskedSecretary* asked = all.pending_secretary(at))
    found.push_back({.what = {.kind = "confirm-secretary", .by = asked->lapses, .person = asked->person},
                     .clause = clause::secretary,
                     .owner = Owner::co_chairs,
                     .since = asked->asked_at,
                     .met_by = wire_name<AppointSecretary>()});
}

}  // namespace ccop::community
