#include "community/groups/state.hpp"

#include "community/groups/acts.hpp"
#include "community/membership/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool has_organization(const std::vector<Participation>& all, OrganizationId organization) {
  return std::ranges::find(all, organization, &Participation::organization) != all.end();
}

void remove(std::vector<Participation>& all, OrganizationId organization) {
  std::erase_if(all, [&](const Participation& one) { return one.organization == organization; });
}

void give_lead(Group& group, OrganizationId lead) {
  group.lead = lead;
  group.convener.reset();
  group.lead_left_at.reset();
  group.lead_left_why.reset();
  group.volunteers.clear();
}

void answer(Group& group) {
  if (group.inability) group.inability->answered = true;
}

}  // namespace

bool Group::has(OrganizationId organization) const {
  return has_organization(members, organization);
}
bool Group::lists(ContentHash document) const {
  return std::ranges::find(documents, document, &ListedDocument::document) != documents.end();
}

bool Group::is_offered_by(OrganizationId organization) const {
  return has_organization(volunteers, organization);
}

Wording wording_of(const Community& now, GroupId group) {
  const Group* found = groups(now).find(group);
  return found == nullptr ? Wording{} : found->wording();
}

std::optional<OrganizationId> lead_of(const Community& now, const Group& group, Time at) {
  if (!group.lead || !membership(now).organizations[*group.lead].belongs(at)) return std::nullopt;
  return group.lead;
}

std::optional<OrganizationId> keeper_of(const Community& now, const Group& group, Time at) {
  const auto lead = lead_of(now, group, at);
  if (lead || !group.convener || !membership(now).organizations[*group.convener].belongs(at)) return lead;
  return group.convener;
}

std::optional<Time> without_lead_since(const Community& now, const Group& group, Time at) {
  if (!group.is_founded() || lead_of(now, group, at)) return std::nullopt;
  return group.lead ? membership(now).organizations[*group.lead].until : group.lead_left_at;
}

std::size_t organizations_in(const Community& now, const Group& group, Time at) {
  return static_cast<std::size_t>(std::ranges::count_if(group.members, [&](const Participation& one) {
    return membership(now).organizations[one.organization].belongs(at);
  }));
}

void apply(Groups& groups, const GroupProposed& act, Time at) {
  Group& group = groups.all.add({});
  group.priority = act.priority;
  group.versions.push_back({act.terms, act.frame, act.proposed_by, at});
  group.ends = act.frame.ends;
}

void apply(Groups& groups, const GroupRevised& act, Time at) {
  Group& group = groups.all[act.group];
  group.versions.push_back({act.terms, act.frame, act.revised_by, at});
  group.ends = act.frame.ends;
  answer(group);
}

void apply(Groups& groups, const GroupWithdrawn& act, Time at) {
  Group& group = groups.all[act.group];
  group.state = GroupState::withdrawn;
  group.over_at = at;
}

void apply(Groups& groups, const GroupJoined& act, Time at) {
  groups.all[act.group].members.push_back({act.organization, at});
}

void apply(Groups& groups, const GroupLeft& act) {
  Group& group = groups.all[act.group];
  remove(group.members, act.organization);
  remove(group.volunteers, act.organization);
  if (group.convener == act.organization) group.convener.reset();
}

void apply(Groups& groups, const LeadVolunteered& act, Time at) {
  groups.all[act.group].volunteers.push_back({act.organization, at});
}

void apply(Groups& groups, const LeadOfferTakenBack& act) {
  remove(groups.all[act.group].volunteers, act.organization);
}

void apply(Groups& groups, const GroupFounded& act, Time at) {
  Group& group = groups.all[act.group];
  group.state = GroupState::in_formation;
  group.contact = act.contact;
  group.founded_at = at;
  group.mid_year = act.mid_year;
  give_lead(group, act.lead);
}

void apply(Groups& groups, const LeadSteppedBack& act, Time at) {
  Group& group = groups.all[act.group];
  group.lead.reset();
  group.lead_left_at = at;
  group.lead_left_why = act.reason;
}

void apply(Groups& groups, const LeadAppointed& act) {
  Group& group = groups.all[act.group];
  give_lead(group, act.lead);
  answer(group);
}

void apply(Groups& groups, const ConvenerNamed& act) {
  groups.all[act.group].convener = act.convener;
}

void apply(Groups& groups, const KickoffHeld& act) {
  Group& group = groups.all[act.group];
  group.kickoff = act.held;
  if (group.state == GroupState::in_formation) group.state = GroupState::active;
}

void apply(Groups& groups, const PlanFiled& act, Time at) {
  groups.all[act.group].plans.push_back({act.plan, at});
}

void apply(Groups& groups, const GroupDocumentAdded& act, Time at) {
  groups.all[act.group].documents.push_back({act.document, at});
}

void apply(Groups& groups, const GroupDocumentDropped& act) {
  std::erase_if(groups.all[act.group].documents,
                [&](const ListedDocument& one) { return one.document == act.document; });
}

void apply(Groups& groups, const GroupMeetingCalled& act, Time at) {
  groups.all[act.group].meetings.push_back({act.details, act.starts, act.ends, act.time_zone, 0, at, {}});
}

void apply(Groups& groups, const GroupMeetingChanged& act, Time at) {
  GroupMeeting& meeting = groups.all[act.group].meetings.at(act.meeting);
  meeting = {act.details, act.starts, act.ends, act.time_zone, meeting.changed + 1, at, {}};
}

void apply(Groups& groups, const GroupMeetingCalledOff& act, Time at) {
  GroupMeeting& meeting = groups.all[act.group].meetings.at(act.meeting);
  meeting.called_off = act.reason;
  meeting.at = at;
  ++meeting.changed;
}

void apply(Groups& groups, const InabilityDeclared& act, Time at) {
  groups.all[act.group].inability = Inability{act.way, act.reason, at, false};
}

void apply(Groups& groups, const GroupPaused& act) {
  groups.all[act.group].state = GroupState::dormant;
}

void apply(Groups& groups, const GroupResumed& act) {
  groups.all[act.group].state = GroupState::active;
}

void apply(Groups& groups, const GroupConcluded& act, Time at) {
  Group& group = groups.all[act.group];
  group.state = GroupState::concluded;
  group.over_at = at;
  group.report = act.report;
}

void apply(Groups& groups, const GroupEnded& act, Time at) {
  Group& group = groups.all[act.group];
  group.state = GroupState::ended;
  group.over_at = at;
  group.ending = act.why;
  group.report = act.reason;
  answer(group);
}

void apply(Groups& groups, const GroupExtended& act) {
  Group& group = groups.all[act.group];
  group.ends = act.ends;
  group.extended_by.push_back(act.decision);
}

void apply(Groups& groups, const StatusRoundOpened& act, Time at) {
  groups.rounds.push_back({at, act.answers_by});
}

void apply(Groups& groups, const StatusReported& act, Time at) {
  groups.all[act.group].reports.push_back({act.standing, act.line, act.person, at});
}

}  // namespace ccop::community
