// What is owed so that groups are founded, led, begin by mid-year, report and don't end unnoticed.
#include "community/groups/chapter.hpp"
#include "community/groups/standing.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/owed.hpp"
#include "community/kernel/standing.hpp"
#include "community/kernel/work.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// A proposal that lacks nothing waits for the committee to found it; since the last organization came in.
void add_founding(const Community& now, GroupId id, Time at, Duties& found) {
  const Group& group = groups(now).all[id];
  if (objection_to_founding(now, group, at)) return;
  Time since = *priorities(now).all[group.priority].since;
  for (const Participation& one : group.members) since = std::max(since, one.since);
  for (const Participation& one : group.volunteers) since = std::max(since, one.since);
  found.push_back({.what = {.kind = "found-group", .by = {}, .group = id},
                   .clause = clause::lead_of_group,
                   .owner = Owner::committee,
                   .since = since,
                   .met_by = wire_name<FoundGroup>()});
}

/// By mid-year at the latest, and recalled as the charter says (clause 6.8).
void add_beginning(const Community& now, GroupId id, OrganizationId lead, Duties& found) {
  const Group& group = groups(now).all[id];
  const auto add = [&](std::string_view kind, Time by, std::string_view met_by) {
    by = std::min(by, *group.mid_year);
    std::vector<Time> announced;
    for (const std::uint32_t before : charter(now).work_plan.reminder_days) announced.push_back(by - days{before});
    found.push_back({.what = {.kind = kind, .by = by, .group = id},
                     .clause = clause::by_mid_year,
                     .owner = Owner::seat,
                     .seat = lead,
                     .since = *group.founded_at,
                     .met_by = met_by,
                     .announced_at = announced});
  };
  if (group.owes_kickoff()) add("hold-kickoff", group.frame().kickoff_by, wire_name<HoldKickoff>());
  if (group.owes_plan()) add("file-plan", group.frame().plan_by, wire_name<FilePlan>());
}

/// Every Lead answers a round once.
void add_status(const Community& now, GroupId id, OrganizationId lead, Duties& found) {
  const Group& group = groups(now).all[id];
  if (groups(now).rounds.empty()) return;
  const StatusRound& round = groups(now).rounds.back();
  if (*group.founded_at > round.opened_at) return;
  if (!group.reports.empty() && group.reports.back().at >= round.opened_at) return;
  found.push_back({.what = {.kind = "report-status", .by = round.answers_by, .group = id},
                   .clause = clause::group_status,
                   .owner = Owner::seat,
                   .seat = lead,
                   .since = round.opened_at,
                   .met_by = wire_name<ReportStatus>()});
}

void add_vacancy(const Community& now, GroupId id, Time since, Duties& found) {
  found.push_back(
      {.what = {.kind = "appoint-lead", .by = since + days{charter(now).work_plan.lead_vacant_days}, .group = id},
       .clause = clause::lead_of_group,
       .owner = Owner::committee,
       .since = since,
       .met_by = wire_name<AppointLead>()});
}

/// What the Lead proposed is the co-Chairs' to answer: other terms, or the end. A new Lead is asked for as of any group
/// that has none.
void add_inability(const Community& now, GroupId id, Duties& found) {
  const Group& group = groups(now).all[id];
  if (!group.inability || group.inability->answered || group.inability->way == WayOn::new_lead) return;
  const bool ends = group.inability->way == WayOn::end;
  found.push_back({.what = {.kind = ends ? "end-group" : "narrow-group", .by = {}, .group = id},
                   .clause = clause::by_mid_year,
                   .owner = Owner::co_chairs,
                   .since = group.inability->at,
                   .met_by = ends ? wire_name<EndGroup>() : wire_name<ReviseGroup>()});
}

void add_end(const Community& now, GroupId id, std::optional<OrganizationId> lead, Time at, Duties& found) {
  const Group& group = groups(now).all[id];
  const Time warned = warned_from(now, group.ends, *group.founded_at);
  if (warned > at || group.ends <= at) return;
  found.push_back({.what = {.kind = "group-ends", .by = group.ends, .group = id},
                   .clause = clause::work_plan,
                   .owner = lead ? Owner::seat : Owner::committee,
                   .seat = lead,
                   .since = warned,
                   .met_by = "",
                   .announced_at = warnings_before(now, group.ends)});
}

}  // namespace

/// A group without a Lead asks those who are in.
std::vector<Task> GroupsChapter::tasks(const Community& now, PersonId person, Time at) {
  std::vector<Task> found = tasks_from_duties<GroupsChapter>(now, person, at);
  for (const GroupId id : groups(now).all.ids()) {
    const Group& group = groups(now).all[id];
    if (!without_lead_since(now, group, at) || bars(now, VolunteerAsLead::About{id}, asked_by(person, at))) continue;
    if (group.has(*membership(now).seat_organization(person, at)))
      found.push_back({.kind = "volunteer-as-lead", .by = {}, .group = id});
  }
  return found;
}

void GroupsChapter::duties(const Community& now, Time at, Duties& found) {
  for (const GroupId id : groups(now).all.ids()) {
    const Group& group = groups(now).all[id];
    if (group.state == GroupState::proposed) add_founding(now, id, at, found);
    if (!group.is_founded()) continue;
    const auto lead = lead_of(now, group, at);
    if (lead) {
      add_beginning(now, id, *lead, found);
      add_status(now, id, *lead, found);
    }
    if (const auto since = without_lead_since(now, group, at)) add_vacancy(now, id, *since, found);
    add_inability(now, id, found);
    add_end(now, id, lead, at, found);
  }
}

}  // namespace ccop::community
