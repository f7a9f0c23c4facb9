// The second person, who joins in when a seat changes hands (clauses 4.2 and 5.7).
#include "community/bodies/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/chapter.hpp"
#include "community/membership/seats.hpp"
#include "community/membership/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

std::variant<const SeatChange*, Refusal> waiting_change(const Community& now, SeatChangeId id, Time at) {
  const SeatChange* change = membership(now).find(id);
  if (change == nullptr) return refuse(clause::the_record, sentence::no_such_seat_change);
  if (!change->waits(at)) return refuse(clause::membership_by_organization, sentence::seat_change_is_over);
  return change;
}

bool co_chairs_serve(const Community& now, Time at) {
  return std::ranges::any_of(bodies(now).co_chairs,
                             [&](const CoChairTerm& term) { return is_co_chair(now, term.person, at); });
}

/// A co-Chair, or whoever speaks for the organization; any Member's main representative where no co-Chair serves, so
/// that a seat can be filled at all.
bool counts_beside_the_secretary(const Community& now, OrganizationId organization, PersonId person, Time at) {
  return is_co_chair(now, person, at) || speaks_for(now, organization, person, at) ||
         (!co_chairs_serve(now, at) && holds_member_seat(now, person, at));
}

/// The change as it comes about at that time: nobody had a seat before the second person joined in.
SeatChange from_now_on(SeatChange change, Time at) {
  if (change.gives) change.gives->from = std::max(change.gives->from, at);
  return change;
}

bool says(const ConfirmSeatChange& asked, const SeatChange& change) {
  const auto& gives = change.gives;
  return asked.organization == change.organization && asked.person.has_value() == gives.has_value() &&
         asked.from.has_value() == gives.has_value() &&
         (!gives || (*asked.person == gives->person && *asked.from == gives->from)) &&
         asked.until == (gives ? gives->until : std::nullopt);
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const ConfirmSeatChange::About& about, const Asking& asking) {
  const auto found = waiting_change(now, about.change, asking.at);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const SeatChange& change = *std::get<const SeatChange*>(found);
  if (change.asked_by == asking.person || (change.gives && change.gives->person == asking.person))
    return refuse(clause::membership_by_organization, sentence::not_for_oneself);
  const auto counts = [&](PersonId person) {
    return counts_beside_the_secretary(now, change.organization, person, asking.at);
  };
  // Two who are, or were, Secretary are one office.
  if (!counts(asking.person) && !(is_secretary(now, asking.person, asking.at) && counts(change.asked_by)))
    return refuse(clause::membership_by_organization, sentence::only_these_join_in);
  if (!is_committee(now, asking.person, asking.at) && !is_committee(now, change.asked_by, asking.at))
    return refuse(clause::management, sentence::committee_joins_in);
  return std::nullopt;
}

Wording shown(const Community& now, const ConfirmSeatChange& asked) {
  const SeatChange* change = membership(now).find(asked.change);
  return change == nullptr ? Wording{} : wording_of(now, *change);
}

Ruling decide(const Community& now, const ConfirmSeatChange& asked, const Asking& asking) {
  const SeatChange& change = membership(now).changes[asked.change];
  if (!says(asked, change)) return refuse(clause::the_record, sentence::reads_otherwise);
  const SeatChange its = from_now_on(change, asking.at);
  if (auto objection = objection_to_change(now, its, asking.at)) return *std::move(objection);
  std::vector<Act> acts{SeatChangeConfirmed{asked.change, asking.person}};
  std::ranges::move(acts_of(now, its, asking.at), std::back_inserter(acts));
  return acts;
}

std::optional<Refusal> bars(const Community& now, const WithdrawSeatChange& about, const Asking& asking) {
  const auto found = waiting_change(now, about.change, asking.at);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const SeatChange& change = *std::get<const SeatChange*>(found);
  if (change.asked_by == asking.person || is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::membership_by_organization, sentence::only_asker_withdraws);
}

Ruling decide(const Community&, const WithdrawSeatChange& asked, const Asking& asking) {
  return accept(SeatChangeWithdrawn{asked.change, asking.person});
}

OrganizationId MembershipChapter::subject(const Community& now, SeatChangeId id) {
  return membership(now).changes[id].organization;
}

}  // namespace ccop::community
