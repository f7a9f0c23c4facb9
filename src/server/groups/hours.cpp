#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"
#include "server/groups/views.hpp"

#include <algorithm>

namespace ccop::server {

using namespace community;

namespace {

/// Meetings are counted that ended within it.
constexpr auto counted_back = days{365};

bool is_counted(Time ends, Time now) {
  return ends <= now && ends > now - counted_back;
}

std::uint32_t minutes_of(const Group& group, const Participation& one, Time now) {
  std::chrono::minutes taken{};
  for (const GroupMeeting& meeting : group.meetings)
    if (!meeting.called_off && is_counted(meeting.ends, now) && meeting.starts >= one.since)
      taken += std::chrono::round<std::chrono::minutes>(meeting.ends - meeting.starts);
  return static_cast<std::uint32_t>(taken.count());
}

/// What the community's own meetings asked of an organization that belonged to it when they began.
std::uint32_t minutes_of_meetings(const Reading& here, const Organization& organization) {
  std::uint32_t stated = 0;
  for (const Meeting& meeting : meetings(here.state).all)
    if (meeting.state == MeetingState::published && is_counted(meeting.ends, here.now) &&
        organization.belongs(meeting.starts))
      stated += meeting.commitment_minutes;
  return stated;
}

}  // namespace

std::vector<HoursView> hours_of_all(const Reading& here) {
  std::map<OrganizationId, HoursView> by_organization;
  for (const Group& group : groups(here.state).all) {
    if (group.state != GroupState::in_formation && group.state != GroupState::active) continue;
    for (const Participation& one : group.members) {
      if (!membership(here.state).organizations[one.organization].belongs(here.now)) continue;
      HoursView& view = by_organization[one.organization];
      ++view.groups;
      view.hours += group.lead == one.organization ? group.frame().lead_hours : group.frame().member_hours;
      view.group_minutes += minutes_of(group, one, here.now);
    }
  }
  std::vector<HoursView> all;
  all.reserve(by_organization.size());
  for (auto& [organization, view] : by_organization) {
    view.organization = key_of(here, organization);
    view.other_minutes = minutes_of_meetings(here, membership(here.state).organizations[organization]);
    all.push_back(std::move(view));
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, &HoursView::hours);
  return all;
}

}  // namespace ccop::server
