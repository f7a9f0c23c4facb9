// How a working group comes about: its terms, who takes part, who would lead, and its founding (clauses 5.8, 7.4, 7.5).
#include "community/groups/acts.hpp"
#include "community/groups/chapter.hpp"
#include "community/groups/sentences.hpp"
#include "community/groups/standing.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/kernel/work.hpp"

namespace ccop::community {
namespace {

/// Hours a month that a group may ask for at most.
constexpr std::uint32_t most_hours = 200;

std::optional<Refusal> objection_to_frame(const GroupFrame& frame, Time at) {
  if (frame.lead_hours == 0 || frame.member_hours == 0 || std::max(frame.lead_hours, frame.member_hours) > most_hours)
    return refuse(clause::ways_of_working, sentence::hours_within, most_hours);
  if (frame.kickoff_by > frame.plan_by || frame.plan_by > frame.ends)
    return refuse(clause::by_mid_year, sentence::kickoff_then_plan_then_end);
  return objection_to_end(frame.ends, at);
}

std::optional<Refusal> objection_to_group_reviser(const Community& now, GroupId id, const Asking& asking) {
  const auto found = open_group(now, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  auto objection = objection_unless_committee(now, asking);
  const Group& group = *std::get<const Group*>(found);
  if (!objection || group.is_founded()) return objection;
  if (group.versions.front().by != asking.person)
    return refuse(clause::work_plan, sentence::only_group_proposer_revises);
  return std::nullopt;
}

/// The group, and the organization for which the asker takes part.
struct Participant {
  const Group* group{};
  OrganizationId organization{};
};
std::variant<Participant, Refusal> participant_of(const Community& now, GroupId id, const Asking& asking) {
  const auto found = open_group(now, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto organization = participant(now, asking);
  if (const auto* refusal = std::get_if<Refusal>(&organization)) return *refusal;
  return Participant{std::get<const Group*>(found), std::get<OrganizationId>(organization)};
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const ProposeGroup::About& about, const Asking& asking) {
  const Priority* priority = priorities(now).find(about.priority);
  if (priority == nullptr) return refuse(clause::the_record, sentence::no_such_priority);
  if (!is_committee(now, asking.person, asking.at) && !speaking_member(now, asking.person, asking.at))
    return refuse(clause::plenary_review, sentence::only_members_propose);
  if (!priority->is_open()) return refuse(clause::opt_in, sentence::group_pursues_a_priority_that_stands);
  return std::nullopt;
}

Ruling decide(const Community& now, const ProposeGroup& asked, const Asking& asking) {
  if (auto objection = objection_to_frame(asked.frame, asking.at)) return *std::move(objection);
  return accept(GroupProposed{groups(now).all.next(), asked.priority, asked.terms, asked.frame, asking.person});
}

std::optional<Refusal> bars(const Community& now, const ReviseGroup::About& about, const Asking& asking) {
  return objection_to_group_reviser(now, about.group, asking);
}

Ruling decide(const Community& now, const ReviseGroup& asked, const Asking& asking) {
  if (auto objection = objection_to_frame(asked.frame, asking.at)) return *std::move(objection);
  const Group& group = groups(now).all[asked.group];
  if (group.is_founded() && asked.frame.ends > group.ends)
    return refuse(clause::work_plan, sentence::founded_group_ends_no_later);
  return accept(GroupRevised{asked.group, asked.terms, asked.frame, asking.person});
}

std::optional<Refusal> bars(const Community& now, const WithdrawGroup& about, const Asking& asking) {
  if (auto objection = objection_to_group_reviser(now, about.group, asking)) return objection;
  if (groups(now).all[about.group].is_founded()) return refuse(clause::work_plan, sentence::group_is_no_proposal);
  return std::nullopt;
}

Ruling decide(const Community&, const WithdrawGroup& asked, const Asking&) {
  return accept(GroupWithdrawn{asked.group});
}

std::optional<Refusal> bars(const Community& now, const JoinGroup::About& about, const Asking& asking) {
  const auto found = participant_of(now, about.group, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& [group, organization] = std::get<Participant>(found);
  if (group->has(organization)) return refuse(clause::opt_in, sentence::is_in_already);
  return std::nullopt;
}

Ruling decide(const Community& now, const JoinGroup& asked, const Asking& asking) {
  return accept(GroupJoined{asked.group, std::get<OrganizationId>(participant(now, asking))});
}

std::optional<Refusal> bars(const Community& now, const LeaveGroup& about, const Asking& asking) {
  const auto found = participant_of(now, about.group, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& [group, organization] = std::get<Participant>(found);
  if (!group->has(organization)) return refuse(clause::opt_in, sentence::is_not_in);
  if (group->lead == organization) return refuse(clause::lead_of_group, sentence::lead_steps_back_first);
  return std::nullopt;
}

Ruling decide(const Community& now, const LeaveGroup& asked, const Asking& asking) {
  return accept(GroupLeft{asked.group, std::get<OrganizationId>(participant(now, asking)), std::nullopt});
}

std::optional<Refusal> bars(const Community& now, const RemoveFromGroup::About& about, const Asking& asking) {
  const auto found = founded_group(now, about.group);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  return objection_to_lead(now, *std::get<const Group*>(found), asking);
}

Ruling decide(const Community& now, const RemoveFromGroup& asked, const Asking&) {
  const Group& group = groups(now).all[asked.group];
  if (!group.has(asked.organization)) return refuse(clause::opt_in, sentence::is_not_in);
  if (group.lead == asked.organization) return refuse(clause::lead_of_group, sentence::lead_steps_back_first);
  return accept(GroupLeft{asked.group, asked.organization, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const VolunteerAsLead::About& about, const Asking& asking) {
  const auto found = participant_of(now, about.group, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& [group, organization] = std::get<Participant>(found);
  if (lead_of(now, *group, asking.at)) return refuse(clause::lead_of_group, sentence::group_has_a_lead);
  if (group->is_offered_by(organization)) return refuse(clause::lead_organizations, sentence::volunteered_already);
  return std::nullopt;
}

Ruling decide(const Community& now, const VolunteerAsLead& asked, const Asking& asking) {
  const OrganizationId organization = std::get<OrganizationId>(participant(now, asking));
  std::vector<Act> acts;
  if (!groups(now).all[asked.group].has(organization)) acts.emplace_back(GroupJoined{asked.group, organization});
  acts.emplace_back(LeadVolunteered{asked.group, organization});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const TakeBackLeadOffer& about, const Asking& asking) {
  const auto found = participant_of(now, about.group, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& [group, organization] = std::get<Participant>(found);
  if (!group->is_offered_by(organization)) return refuse(clause::lead_organizations, sentence::volunteered_not);
  return std::nullopt;
}

Ruling decide(const Community& now, const TakeBackLeadOffer& asked, const Asking& asking) {
  return accept(LeadOfferTakenBack{asked.group, std::get<OrganizationId>(participant(now, asking))});
}

std::optional<Refusal> bars(const Community& now, const FoundGroup::About& about, const Asking& asking) {
  const auto found = open_group(now, about.group);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Group& group = *std::get<const Group*>(found);
  if (auto objection = objection_unless_committee(now, asking)) return objection;
  if (group.is_founded()) return refuse(clause::work_plan, sentence::group_is_no_proposal);
  return objection_to_founding(now, group, asking.at);
}

Ruling decide(const Community& now, const FoundGroup& asked, const Asking& asking) {
  const Group& group = groups(now).all[asked.group];
  if (auto objection = objection_to_new_lead(now, group, asked.lead, asking.at)) return *std::move(objection);
  if (!is_committee(now, asked.contact, asking.at))
    return refuse(clause::management, sentence::contact_is_of_the_committee);
  if (!is_next_mid_year(charter(now), asked.mid_year, asking.at))
    return refuse(clause::by_mid_year, sentence::mid_year_is_the_charters, charter(now).work_plan.mid_year);
  return accept(GroupFounded{asked.group, asked.lead, asked.contact, asked.mid_year});
}

}  // namespace ccop::community
