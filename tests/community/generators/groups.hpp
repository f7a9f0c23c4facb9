// Random requests about working groups.
#pragma once

#include "community/generators/priorities.hpp"
#include "community/groups/commands.hpp"
#include "community/groups/standing.hpp"
#include "community/membership/state.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline GroupId some_group(const World& world) {
  return some(groups(world.now()).all);
}
[[nodiscard]] inline OrganizationId some_organization(const World& world) {
  return some(membership(world.now()).organizations);
}
[[nodiscard]] inline GroupFrame some_frame(const World& world) {
  const Time kickoff = world.time() + days{below(60)};
  const Time plan = kickoff + days{below(60)};
  return {static_cast<GroupMarking>(below(5)),
          chance(95) ? 10u : 0u,
          4,
          kickoff,
          plan,
          plan + days{below(100)} - days{chance(5) ? 200 : 0}};
}
/// Who volunteered, most often.
[[nodiscard]] inline OrganizationId some_volunteer(const World& world, GroupId id) {
  const Group* group = groups(world.now()).find(id);
  if (group == nullptr || group->volunteers.empty() || chance(10)) return some_organization(world);
  return group->volunteers[below(static_cast<std::uint32_t>(group->volunteers.size()))].organization;
}
/// The end of the charter's next mid-year day, in UTC.
[[nodiscard]] inline Time next_mid_year(const World& world) {
  const Time today = std::chrono::floor<days>(world.time());
  for (int day = 1; day <= 366; ++day)
    if (is_next_mid_year(charter(world.now()), today + days{day} - hours{13}, world.time())) return today + days{day};
  return today;
}
/// The same in some time zone, or a wrong one.
[[nodiscard]] inline Time some_mid_year(const World& world) {
  return next_mid_year(world) + hours{chance(90) ? below(14) : 40};
}

template <>
struct Generator<ProposeGroup> {
  static ProposeGroup draw(const World& world) { return {some_priority(world), some_words(), some_frame(world)}; }
};
template <>
struct Generator<ReviseGroup> {
  static ReviseGroup draw(const World& world) { return {some_group(world), some_words(), some_frame(world)}; }
};
template <>
struct Generator<WithdrawGroup> {
  static WithdrawGroup draw(const World& world) { return {some_group(world)}; }
};
template <>
struct Generator<JoinGroup> {
  static JoinGroup draw(const World& world) { return {some_group(world)}; }
};
template <>
struct Generator<LeaveGroup> {
  static LeaveGroup draw(const World& world) { return {some_group(world)}; }
};
template <>
struct Generator<RemoveFromGroup> {
  static RemoveFromGroup draw(const World& world) {
    return {some_group(world), some_organization(world), some_words()};
  }
};
template <>
struct Generator<VolunteerAsLead> {
  static VolunteerAsLead draw(const World& world) { return {some_group(world)}; }
};
template <>
struct Generator<TakeBackLeadOffer> {
  static TakeBackLeadOffer draw(const World& world) { return {some_group(world)}; }
};
template <>
struct Generator<FoundGroup> {
  static FoundGroup draw(const World& world) {
    const GroupId group = some_group(world);
    return {group, some_volunteer(world, group), chance(70) ? world.who : somebody(world), some_mid_year(world)};
  }
};
template <>
struct Generator<StepBackAsLead> {
  static StepBackAsLead draw(const World& world) { return {some_group(world), some_words()}; }
};
template <>
struct Generator<AppointLead> {
  static AppointLead draw(const World& world) {
    const GroupId group = some_group(world);
    return {group, some_volunteer(world, group)};
  }
};
template <>
struct Generator<NameConvener> {
  static NameConvener draw(const World& world) { return {some_group(world), some_organization(world)}; }
};
template <>
struct Generator<HoldKickoff> {
  static HoldKickoff draw(const World& world) { return {some_group(world), around(world) - hours{90}}; }
};
template <>
struct Generator<FilePlan> {
  static FilePlan draw(const World& world) { return {some_group(world), some_words()}; }
};
template <>
struct Generator<AddGroupDocument> {
  static AddGroupDocument draw(const World& world) { return {some_group(world), some_words()}; }
};
template <>
struct Generator<DropGroupDocument> {
  static DropGroupDocument draw(const World& world) {
    const GroupId group = some_group(world);
    const Group* found = groups(world.now()).find(group);
    if (found == nullptr || found->documents.empty()) return {group, some_words()};
    return {group, found->documents[below(static_cast<std::uint32_t>(found->documents.size()))].document};
  }
};
template <>
struct Generator<CallGroupMeeting> {
  static CallGroupMeeting draw(const World& world) {
    const Time starts = world.time() + days{1 + below(60)};
    return {some_group(world), some_words(), starts, starts + hours{1 + below(8)}, "UTC"};
  }
};
template <>
struct Generator<ChangeGroupMeeting> {
  static ChangeGroupMeeting draw(const World& world) {
    const Time starts = world.time() + days{1 + below(60)};
    return {some_group(world), below(3), some_words(), starts, starts + hours{1 + below(8)}, "UTC"};
  }
};
template <>
struct Generator<CallOffGroupMeeting> {
  static CallOffGroupMeeting draw(const World& world) { return {some_group(world), below(3), some_words()}; }
};
template <>
struct Generator<DeclareInability> {
  static DeclareInability draw(const World& world) {
    return {some_group(world), static_cast<WayOn>(below(3)), some_words()};
  }
};
template <>
struct Generator<PauseGroup> {
  static PauseGroup draw(const World& world) { return {some_group(world)}; }
};
template <>
struct Generator<ResumeGroup> {
  static ResumeGroup draw(const World& world) { return {some_group(world)}; }
};
template <>
struct Generator<ConcludeGroup> {
  static ConcludeGroup draw(const World& world) { return {some_group(world), some_words()}; }
};
template <>
struct Generator<EndGroup> {
  static EndGroup draw(const World& world) { return {some_group(world), some_words()}; }
};
template <>
struct Generator<ExtendGroup> {
  static ExtendGroup draw(const World& world) {
    return {some_group(world), world.time() + days{below(400)}, some(decisions(world.now()).registered)};
  }
};
template <>
struct Generator<OpenStatusRound> {
  static OpenStatusRound draw(const World& world) { return {world.time() + days{below(20)}}; }
};
template <>
struct Generator<ReportStatus> {
  static ReportStatus draw(const World& world) {
    return {some_group(world), static_cast<GroupStanding>(below(3)), some_words()};
  }
};

}  // namespace ccop::community::testing
