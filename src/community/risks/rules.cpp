// Who proposes risks, who keeps the register, and when each is looked at again (clause 2.5).
#include "community/kernel/clause.hpp"
#include "community/kernel/owed.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/risks/acts.hpp"
#include "community/risks/chapter.hpp"
#include "community/risks/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t most_items_of_a_risk = 50;

std::optional<Refusal> objection_unless_keeper(const Community& now, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::management, sentence::only_committee_keeps_the_register);
}

/// The committee answers a proposal once.
std::optional<Refusal> objection_to_answering(const Community& now, RiskId id, const Asking& asking) {
  const Risk* risk = risks(now).find(id);
  if (risk == nullptr) return refuse(clause::the_record, sentence::no_such_risk);
  if (auto objection = objection_unless_keeper(now, asking)) return objection;
  if (risk->state != RiskState::proposed) return refuse(clause::collective_risks, sentence::risk_is_answered);
  return std::nullopt;
}

bool speaks_for_owner(const Community& now, const Risk& risk, const Asking& asking) {
  const auto owner = owner_of(now, risk, asking.at);
  return owner && membership(now).seat_organization(asking.person, asking.at) == owner;
}

/// Its owner and the committee, while it stands in the register.
std::optional<Refusal> objection_to_keeping(const Community& now, RiskId id, const Asking& asking) {
  const Risk* risk = risks(now).find(id);
  if (risk == nullptr) return refuse(clause::the_record, sentence::no_such_risk);
  if (!speaks_for_owner(now, *risk, asking) && !is_committee(now, asking.person, asking.at))
    return refuse(clause::collective_risks, sentence::only_owner_keeps_a_risk);
  if (risk->state != RiskState::open) return refuse(clause::collective_risks, sentence::risk_is_not_open);
  return std::nullopt;
}

std::optional<Refusal> objection_to_items(const Community& now, const std::vector<ItemId>& named) {
  const bool fits = named.size() <= most_items_of_a_risk &&
                    std::ranges::all_of(named, [&](ItemId id) { return items(now).find(id) != nullptr; });
  if (fits) return std::nullopt;
  return refuse(clause::collective_risks, sentence::treated_by_items_there_are, most_items_of_a_risk);
}

std::optional<Refusal> objection_to_owner(const Community& now, OrganizationId owner, Time at) {
  const Organization* organization = membership(now).find(owner);
  if (organization == nullptr) return refuse(clause::the_record, sentence::no_such_organization);
  if (!organization->belongs(at)) return refuse(clause::collective_risks, sentence::risk_owner_belongs);
  return std::nullopt;
}

std::optional<Refusal> objection_to_review(const Community& now, Time review_by, Time at) {
  const std::uint32_t within = charter(now).risks.review_days;
  if (review_by <= at || review_by > at + days{within})
    return refuse(clause::collective_risks, sentence::risk_is_reviewed_within, within);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const ProposeRisk::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at) || holds_seat(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::collective_risks, sentence::only_seats_propose_risks);
}

Ruling decide(const Community& now, const ProposeRisk& asked, const Asking& asking) {
  if (auto objection = objection_to_items(now, asked.items)) return *std::move(objection);
  return accept(RiskProposed{risks(now).all.next(), asked.text, asked.items, asking.person});
}

std::optional<Refusal> bars(const Community& now, const TakeUpRisk::About& about, const Asking& asking) {
  return objection_to_answering(now, about.risk, asking);
}

Ruling decide(const Community& now, const TakeUpRisk& asked, const Asking& asking) {
  if (auto objection = objection_to_owner(now, asked.owner, asking.at)) return *std::move(objection);
  if (auto objection = objection_to_review(now, asked.review_by, asking.at)) return *std::move(objection);
  return accept(RiskTakenUp{asked.risk, asked.owner, asked.review_by});
}

std::optional<Refusal> bars(const Community& now, const DeclineRisk::About& about, const Asking& asking) {
  return objection_to_answering(now, about.risk, asking);
}

Ruling decide(const Community&, const DeclineRisk& asked, const Asking&) {
  return accept(RiskDeclined{asked.risk, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const ReviseRisk::About& about, const Asking& asking) {
  const Risk* risk = risks(now).find(about.risk);
  if (risk == nullptr || risk->state != RiskState::proposed) return objection_to_keeping(now, about.risk, asking);
  const bool proposed_it = risk->versions.front().by == asking.person && holds_seat(now, asking.person, asking.at);
  if (proposed_it || is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::collective_risks, sentence::only_proposer_revises_a_risk);
}

Ruling decide(const Community& now, const ReviseRisk& asked, const Asking& asking) {
  if (auto objection = objection_to_items(now, asked.items)) return *std::move(objection);
  return accept(RiskRevised{asked.risk, asked.text, asked.items, asking.person});
}

std::optional<Refusal> bars(const Community& now, const ReviewRisk::About& about, const Asking& asking) {
  return objection_to_keeping(now, about.risk, asking);
}

Ruling decide(const Community& now, const ReviewRisk& asked, const Asking& asking) {
  if (auto objection = objection_to_review(now, asked.review_by, asking.at)) return *std::move(objection);
  return accept(RiskReviewed{asked.risk, asked.note, asked.review_by, asking.person});
}

std::optional<Refusal> bars(const Community& now, const HandOverRisk::About& about, const Asking& asking) {
  return objection_to_keeping(now, about.risk, asking);
}

Ruling decide(const Community& now, const HandOverRisk& asked, const Asking& asking) {
  if (auto objection = objection_to_owner(now, asked.owner, asking.at)) return *std::move(objection);
  if (risks(now).all[asked.risk].owner == asked.owner)
    return refuse(clause::collective_risks, sentence::owns_it_already);
  return accept(RiskHandedOver{asked.risk, asked.owner});
}

std::optional<Refusal> bars(const Community& now, const CloseRisk::About& about, const Asking& asking) {
  if (auto objection = objection_unless_keeper(now, asking)) return objection;
  return objection_to_keeping(now, about.risk, asking);
}

Ruling decide(const Community&, const CloseRisk& asked, const Asking&) {
  return accept(RiskClosed{asked.risk, asked.reason});
}

std::vector<Act> RisksChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> RisksChapter::tasks(const Community& now, PersonId person, Time at) {
  return tasks_from_duties<RisksChapter>(now, person, at);
}

void RisksChapter::duties(const Community& now, Time at, Duties& found) {
  for (const RiskId id : risks(now).all.ids()) {
    const Risk& risk = risks(now).all[id];
    if (risk.state == RiskState::proposed)
      found.push_back({.what = {.kind = "answer-risk", .by = {}, .risk = id},
                       .clause = clause::collective_risks,
                       .owner = Owner::committee,
                       .since = risk.versions.front().at,
                       .met_by = wire_name<TakeUpRisk>()});
    if (risk.state != RiskState::open) continue;
    const auto owner = owner_of(now, risk, at);
    const Time seen = risk.reviews.empty() ? *risk.taken_up_at : risk.reviews.back().at;
    found.push_back({.what = {.kind = owner ? "review-risk" : "hand-over-risk", .by = risk.review_by, .risk = id},
                     .clause = clause::collective_risks,
                     .owner = owner ? Owner::seat : Owner::secretary,
                     .seat = owner,
                     .since = std::max(*risk.owned_since, seen),
                     .met_by = owner ? wire_name<ReviewRisk>() : wire_name<HandOverRisk>()});
  }
}

}  // namespace ccop::community
