// What is owed so that each organization has somebody who speaks for it, and so that it is decided who observes.
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/chapter.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// How long before a mandate ends its organization is asked who comes next.
constexpr auto mandate_notice = days{60};

/// Since when the seat has nobody.
Time vacant_since(const Community& now, const Organization& organization, Time at) {
  Time since = organization.from;
  for (const MandateId id : organization.mandates) {
    const Mandate& mandate = membership(now).mandates[id];
    if (mandate.kind == MandateKind::main && mandate.until && *mandate.until <= at)
      since = std::max(since, *mandate.until);
  }
  return since;
}

bool is_succeeded(const Community& now, const Organization& organization, Time from) {
  return std::ranges::any_of(organization.mandates, [&](MandateId id) {
    const Mandate& mandate = membership(now).mandates[id];
    return mandate.kind == MandateKind::main && mandate.from >= from;
  });
}

void add_seat(const Community& now, OrganizationId id, Time at, Duties& found) {
  const Organization& organization = membership(now).organizations[id];
  if (!organization.belongs(at)) return;
  const auto holder = membership(now).holder(id, MandateKind::main, at);
  if (!holder) {
    found.push_back({.what = {.kind = "vacant-seat", .by = {}, .organization = id},
                     .clause = clause::main_representative,
                     .owner = Owner::secretary,
                     .since = vacant_since(now, organization, at),
                     .met_by = wire_name<AppointRepresentative>()});
    return;
  }
  const Mandate& mandate = membership(now).mandates[*holder];
  if (!mandate.until || *mandate.until > at + mandate_notice || is_succeeded(now, organization, *mandate.until)) return;
  found.push_back({.what = {.kind = "mandate-ends", .by = mandate.until, .organization = id},
                   .clause = clause::membership_by_organization,
                   .owner = Owner::seat,
                   .seat = id,
                   .since = std::max(mandate.from, *mandate.until - mandate_notice),
                   .met_by = wire_name<SucceedRepresentative>()});
}

void add_proposal(const Community& now, ProposalId id, Time at, Duties& found) {
  const ObserverProposal& proposal = membership(now).proposals[id];
  if (proposal.state != ProposalState::consulted) return;
  if (at < proposal.consultation_ends)
    found.push_back({.what = {.kind = "comment-observer", .by = proposal.consultation_ends, .proposal = id},
                     .clause = clause::observers_admitted,
                     .owner = Owner::membership,
                     .since = proposal.proposed_at,
                     .met_by = ""});
  else
    found.push_back({.what = {.kind = "decide-observer", .by = {}, .proposal = id},
                     .clause = clause::observers_admitted,
                     .owner = Owner::committee,
                     .since = proposal.consultation_ends,
                     .met_by = wire_name<DecideOnObserver>()});
}

}  // namespace

void MembershipChapter::duties(const Community& now, Time at, Duties& found) {
  for (const SeatChangeId id : membership(now).changes.ids()) {
    const SeatChange& change = membership(now).changes[id];
    if (change.waits(at))
      found.push_back({.what = {.kind = "confirm-seat-change",
                                .by = change.lapses,
                                .organization = change.organization,
                                .change = id},
                       .clause = clause::membership_by_organization,
                       .owner = Owner::committee,
                       .since = change.asked_at,
                       .met_by = wire_name<ConfirmSeatChange>()});
  }
  for (const ProposalId id : membership(now).proposals.ids()) add_proposal(now, id, at, found);
  for (const OrganizationId id : membership(now).organizations.ids()) add_seat(now, id, at, found);
}

}  // namespace ccop::community
