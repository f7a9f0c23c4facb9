#include "server/groups/views.hpp"

#include "community/bodies/state.hpp"
#include "community/groups/commands.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::server {

using namespace community;

namespace {

OrNull<std::string> key_or_null(const Reading& here, std::optional<OrganizationId> organization) {
  if (!organization) return std::nullopt;
  return key_of(here, *organization);
}

StatusReportView report_view(const Reading& here, const StatusReport& report) {
  return {report.standing, Words::member(report.line, "line"), person_view(here, report.person), report.at};
}

void fill_own(const Reading& here, const Group& group, GroupRow& view) {
  const auto own = membership(here.state).seat_organization(here.person, here.now);
  view.is_in = own && group.has(*own);
  view.is_lead = own && lead_of(here.state, group, here.now) == own;
  view.has_volunteered = own && group.is_offered_by(*own);
}

void fill_in(const Reading& here, GroupId id, GroupRow& view) {
  const Group& group = groups(here.state).all[id];
  view.id = id;
  view.priority = group.priority;
  view.state = group.state;
  view.title = Words::member(group.versions.back().terms, "title");
  view.frame = group.frame();
  view.ends = group.ends;
  view.organizations = static_cast<std::uint32_t>(organizations_in(here.state, group, here.now));
  view.lead = key_or_null(here, lead_of(here.state, group, here.now));
  view.convener = key_or_null(here, group.convener);
  view.without_lead_since = without_lead_since(here.state, group, here.now);
  view.proposed_at = group.versions.front().at;
  view.founded_at = group.founded_at;
  view.mid_year = group.mid_year;
  view.kickoff = group.kickoff;
  if (!group.plans.empty()) view.planned_at = group.plans.back().at;
  if (!group.reports.empty()) view.last_report = report_view(here, group.reports.back());
  view.over_at = group.over_at;
  view.ending = group.ending;
  fill_own(here, group, view);
}

std::vector<ParticipationView> participations(const Reading& here, const std::vector<Participation>& all) {
  std::vector<ParticipationView> views;
  for (const Participation& one : all)
    if (membership(here.state).organizations[one.organization].belongs(here.now))
      views.push_back({key_of(here, one.organization), one.organization, one.since});
  return views;
}

std::vector<PersonView> committee(const Reading& here) {
  std::vector<PersonView> people;
  for (const PersonId chair : co_chairs(here.state, here.now)) people.push_back(person_view(here, chair));
  if (const auto secretary = bodies(here.state).secretary(here.now)) people.push_back(person_view(here, *secretary));
  return people;
}

GroupMeetingView meeting_view(const Reading& here, GroupId group, const GroupMeeting& meeting, std::uint32_t number) {
  GroupMeetingView view;
  view.number = number;
  view.content = Fields<GroupMeetingContent>{meeting.details};
  view.starts = meeting.starts;
  view.ends = meeting.ends;
  view.time_zone = meeting.time_zone;
  if (meeting.called_off) view.called_off = Words::of(*meeting.called_off);
  view.may = here.may<ChangeGroupMeeting, CallOffGroupMeeting>(group, number);
  return view;
}

void fill_history(const Reading& here, const Group& group, GroupPage& page) {
  for (const TermsVersion& version : group.versions | std::views::reverse)
    page.versions.push_back({Fields<TermsContent>{version.terms}, Whole{version.terms}, version.frame,
                             person_view(here, version.by), version.at});
  for (const FiledPlan& plan : group.plans | std::views::reverse)
    page.plans.push_back({Fields<PlanContent>{plan.plan}, plan.at});
  for (const ListedDocument& one : group.documents)
    page.documents.push_back({one.document, Fields<DocumentContent>{one.document}, one.at});
  for (auto number = static_cast<std::uint32_t>(group.meetings.size()); number-- > 0;)
    page.meetings.push_back(meeting_view(here, page.id, group.meetings[number], number));
  for (const StatusReport& report : group.reports | std::views::reverse)
    page.reports.push_back(report_view(here, report));
}

}  // namespace

GroupRow group_row(const Reading& here, GroupId id) {
  GroupRow view;
  fill_in(here, id, view);
  return view;
}

GroupPage group_page(const Reading& here, GroupId id) {
  const Group& group = groups(here.state).all[id];
  GroupPage page;
  fill_in(here, id, page);
  fill_history(here, group, page);
  page.members = participations(here, group.members);
  page.volunteers = participations(here, group.volunteers);
  if (group.contact) page.contact = person_view(here, *group.contact);
  if (group.lead_left_why) page.lead_left_why = Words::of(group.lead_left_why);
  if (group.inability)
    page.inability = InabilityView{group.inability->way, Words::of(group.inability->reason), group.inability->at,
                                   group.inability->answered};
  if (group.report) page.report = Words::of(group.report);
  page.may = here.may<ReviseGroup, WithdrawGroup, JoinGroup, LeaveGroup, RemoveFromGroup, VolunteerAsLead,
                      TakeBackLeadOffer, FoundGroup, StepBackAsLead, AppointLead, NameConvener, HoldKickoff, FilePlan,
                      AddGroupDocument, DropGroupDocument, CallGroupMeeting, DeclareInability, PauseGroup, ResumeGroup,
                      ConcludeGroup, EndGroup, ExtendGroup, ReportStatus>(id);
  page.committee = committee(here);
  page.mid_year_day = charter(here.state).work_plan.mid_year;
  page.time_zone = charter(here.state).time_zone;
  page.wording = ShownView::of(group.wording());
  return page;
}

}  // namespace ccop::server
