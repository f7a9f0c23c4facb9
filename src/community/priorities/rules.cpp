// What direction is followed, what the membership reviews, and who opts in (clauses 7.1, 7.2, 7.4).
#include "community/decisions/acts.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/kernel/work.hpp"
#include "community/meetings/acts.hpp"
#include "community/priorities/acts.hpp"
#include "community/priorities/chapter.hpp"
#include "community/priorities/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t most_directions = 20;

std::optional<Refusal> objection_to_directions(const Community& now, const std::vector<DirectionId>& directions) {
  if (directions.size() > most_directions)
    return refuse(clause::direction, sentence::too_many_directions, most_directions);
  const auto is_known = [&](DirectionId id) { return priorities(now).directions.find(id) != nullptr; };
  if (!std::ranges::all_of(directions, is_known)) return refuse(clause::the_record, sentence::no_such_direction);
  return std::nullopt;
}

std::optional<Refusal> objection_to_proposal(const Community& now, const std::vector<DirectionId>& directions,
                                             Time ends, Time at) {
  if (auto objection = objection_to_directions(now, directions)) return objection;
  return objection_to_end(ends, at);
}

std::optional<Refusal> objection_to_reviser(const Community& now, PriorityId id, const Asking& asking) {
  const Priority* priority = priorities(now).find(id);
  if (priority == nullptr) return refuse(clause::the_record, sentence::no_such_priority);
  if (priority->versions.front().by != asking.person && !is_committee(now, asking.person, asking.at))
    return refuse(clause::work_plan, sentence::only_proposer_revises);
  if (priority->state != PriorityState::proposed)
    return refuse(clause::plenary_review, sentence::priority_is_no_proposal);
  return std::nullopt;
}

std::optional<Refusal> objection_to_change(const Community& now, PriorityId id, const Asking& asking) {
  const Priority* priority = priorities(now).find(id);
  if (priority == nullptr) return refuse(clause::the_record, sentence::no_such_priority);
  if (auto objection = objection_unless_committee(now, asking)) return objection;
  if (priority->state != PriorityState::in_effect)
    return refuse(clause::plenary_review, sentence::priority_is_not_in_effect);
  return std::nullopt;
}

std::vector<Act> drop_reviews(const Community& now, const auto& is_dropped) {
  std::vector<Act> acts;
  for (const PriorityId id : priorities(now).all.ids()) {
    const Priority& priority = priorities(now).all[id];
    if (priority.state == PriorityState::under_review && is_dropped(*priority.motion))
      acts.emplace_back(PriorityReviewDropped{id});
  }
  return acts;
}

/// A motion that nobody opened, in a session that is over.
std::vector<Act> drop_reviews_in(const Community& now, SessionId session) {
  return drop_reviews(now, [&](MotionId id) {
    const Motion& motion = decisions(now).motions[id];
    return motion.state == MotionState::proposed && motion.session == session;
  });
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const ReceiveDirection::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::direction, sentence::only_committee_enters_direction);
}

Ruling decide(const Community& now, const ReceiveDirection& asked, const Asking& asking) {
  if (asked.dated > asking.at + days{1}) return refuse(clause::direction, sentence::direction_is_not_of_the_future);
  return accept(DirectionReceived{priorities(now).directions.next(), asked.text, asked.dated, asking.person});
}

std::optional<Refusal> bars(const Community& now, const ProposePriority::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at) || speaking_member(now, asking.person, asking.at))
    return std::nullopt;
  return refuse(clause::plenary_review, sentence::only_members_propose);
}

Ruling decide(const Community& now, const ProposePriority& asked, const Asking& asking) {
  if (auto objection = objection_to_proposal(now, asked.directions, asked.ends, asking.at))
    return *std::move(objection);
  return accept(PriorityProposed{priorities(now).all.next(), asked.text, asked.directions, asked.ends, asking.person});
}

std::optional<Refusal> bars(const Community& now, const RevisePriority::About& about, const Asking& asking) {
  return objection_to_reviser(now, about.priority, asking);
}

Ruling decide(const Community& now, const RevisePriority& asked, const Asking& asking) {
  if (auto objection = objection_to_proposal(now, asked.directions, asked.ends, asking.at))
    return *std::move(objection);
  return accept(PriorityRevised{asked.priority, asked.text, asked.directions, asked.ends, asking.person});
}

std::optional<Refusal> bars(const Community& now, const WithdrawPriority& about, const Asking& asking) {
  return objection_to_reviser(now, about.priority, asking);
}

Ruling decide(const Community&, const WithdrawPriority& asked, const Asking&) {
  return accept(PriorityWithdrawn{asked.priority});
}

std::optional<Refusal> bars(const Community& now, const ReviewPriority::About& about, const Asking& asking) {
  const Priority* priority = priorities(now).find(about.priority);
  if (priority == nullptr) return refuse(clause::the_record, sentence::no_such_priority);
  if (!is_committee(now, asking.person, asking.at) && !voting_organization(now, asking.person, asking.at))
    return refuse(clause::voting, sentence::only_members_propose);
  if (priority->state != PriorityState::proposed)
    return refuse(clause::plenary_review, sentence::priority_is_no_proposal);
  return std::nullopt;
}

Ruling decide(const Community& now, const ReviewPriority& asked, const Asking& asking) {
  const Session* session = meetings(now).find(asked.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (session->kind != SessionKind::executive || asked.method == Method::silence)
    return refuse(clause::plenary_review, sentence::priorities_in_executive_session);
  if (session->closed_at || meetings(now).all[session->meeting].state == MeetingState::cancelled)
    return refuse(clause::management, sentence::session_is_closed);
  const MotionId motion = decisions(now).motions.next();
  return std::vector<Act>{MotionProposed{motion,
                                         asked.session,
                                         asking.person,
                                         Purpose::resolution,
                                         priorities(now).all[asked.priority].version().text,
                                         {},
                                         asked.method,
                                         asked.recorded,
                                         std::nullopt},
                          PriorityPutToReview{asked.priority, motion}};
}

std::optional<Refusal> bars(const Community& now, const TakeStance::About& about, const Asking& asking) {
  const Priority* priority = priorities(now).find(about.priority);
  if (priority == nullptr) return refuse(clause::the_record, sentence::no_such_priority);
  if (!speaking_member(now, asking.person, asking.at)) return refuse(clause::opt_in, sentence::only_members_opt);
  if (priority->state != PriorityState::in_effect) return refuse(clause::opt_in, sentence::priority_is_not_in_effect);
  return std::nullopt;
}

Ruling decide(const Community& now, const TakeStance& asked, const Asking& asking) {
  const OrganizationId member = speaking_member(now, asking.person, asking.at).value();
  if (priorities(now).all[asked.priority].stance_of(member) == asked.stance)
    return refuse(clause::opt_in, sentence::stance_is_the_same);
  return accept(StanceTaken{asked.priority, member, asking.person, asked.stance});
}

std::optional<Refusal> bars(const Community& now, const ExtendPriority::About& about, const Asking& asking) {
  return objection_to_change(now, about.priority, asking);
}

Ruling decide(const Community& now, const ExtendPriority& asked, const Asking& asking) {
  const Priority& priority = priorities(now).all[asked.priority];
  if (auto objection = objection_to_basis(now, asked.decision, *priority.since)) return *std::move(objection);
  if (auto objection = objection_to_end(asked.ends, std::max(priority.ends, asking.at))) return *std::move(objection);
  return accept(PriorityExtended{asked.priority, asked.ends, asked.decision});
}

std::optional<Refusal> bars(const Community& now, const EndPriority::About& about, const Asking& asking) {
  return objection_to_change(now, about.priority, asking);
}

Ruling decide(const Community& now, const EndPriority& asked, const Asking&) {
  const Priority& priority = priorities(now).all[asked.priority];
  if (auto objection = objection_to_basis(now, asked.decision, *priority.since)) return *std::move(objection);
  return accept(PriorityEnded{asked.priority, asked.decision});
}

std::vector<Act> PrioritiesChapter::due(const Community& now, Time at) {
  if (const auto over = priorities(now).past_its_end(at)) return {PriorityEnded{*over, std::nullopt}};
  return {};
}

std::vector<Act> PrioritiesChapter::follow(const Community& now, const DecisionRegistered& act,
                                           std::span<const Act> before) {
  const MotionClosed* result = closing_of(act.motion, before);
  std::vector<Act> acts;
  for (const PriorityId id : priorities(now).all.ids()) {
    const Priority& priority = priorities(now).all[id];
    if (priority.state != PriorityState::under_review || priority.motion != act.motion || result == nullptr) continue;
    if (result->outcome == Outcome::adopted || result->outcome == Outcome::rejected)
      acts.emplace_back(PriorityReviewed{id, result->outcome == Outcome::adopted});
    else
      acts.emplace_back(PriorityReviewDropped{id});
  }
  return acts;
}

std::vector<Act> PrioritiesChapter::follow(const Community& now, const MotionWithdrawn& act, std::span<const Act>) {
  return drop_reviews(now, [&](MotionId id) { return id == act.motion; });
}

std::vector<Act> PrioritiesChapter::follow(const Community& now, const SessionClosed& act, std::span<const Act>) {
  return drop_reviews_in(now, act.session);
}

std::vector<Act> PrioritiesChapter::follow(const Community& now, const MeetingCancelled& act, std::span<const Act>) {
  std::vector<Act> acts;
  for (const SessionId id : meetings(now).all[act.meeting].sessions)
    std::ranges::move(drop_reviews_in(now, id), std::back_inserter(acts));
  return acts;
}

}  // namespace ccop::community
