// What can happen to working groups: terms and who takes part (clauses 3.1, 7.4), the Lead (5.8, 7.5), kickoff and plan
// by mid-year (6.8), status (6.7), and how they end.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/groups/values.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

namespace ccop::community {

struct GroupProposed {
  GroupId group;
  PriorityId priority;
  ContentHash terms;
  GroupFrame frame;
  PersonId proposed_by;
};
BOOST_DESCRIBE_STRUCT(GroupProposed, (), (group, priority, terms, frame, proposed_by))

/// The next version of its terms.
struct GroupRevised {
  GroupId group;
  ContentHash terms;
  GroupFrame frame;
  PersonId revised_by;
};
BOOST_DESCRIBE_STRUCT(GroupRevised, (), (group, terms, frame, revised_by))

struct GroupWithdrawn {
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(GroupWithdrawn, (), (group))

struct GroupJoined {
  GroupId group;
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(GroupJoined, (), (group, organization))

/// By itself, or because the Lead, who is responsible for the membership, says so.
struct GroupLeft {
  GroupId group;
  OrganizationId organization;
  std::optional<ContentHash> reason;
};
BOOST_DESCRIBE_STRUCT(GroupLeft, (), (group, organization, reason))

/// An organization would be the Lead.
struct LeadVolunteered {
  GroupId group;
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(LeadVolunteered, (), (group, organization))

struct LeadOfferTakenBack {
  GroupId group;
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(LeadOfferTakenBack, (), (group, organization))

/// It is a working group from here on. `mid_year` is the end of the charter's day in its time zone: the first one that
/// is still ahead.
struct GroupFounded {
  GroupId group;
  OrganizationId lead;
  PersonId contact;  ///< of the Management Committee
  Time mid_year;
};
BOOST_DESCRIBE_STRUCT(GroupFounded, (), (group, lead, contact, mid_year))

struct LeadSteppedBack {
  GroupId group;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(LeadSteppedBack, (), (group, reason))

struct LeadAppointed {
  GroupId group;
  OrganizationId lead;
};
BOOST_DESCRIBE_STRUCT(LeadAppointed, (), (group, lead))

/// Keeps the group together while it has no Lead.
struct ConvenerNamed {
  GroupId group;
  OrganizationId convener;
};
BOOST_DESCRIBE_STRUCT(ConvenerNamed, (), (group, convener))

struct KickoffHeld {
  GroupId group;
  Time held;
};
BOOST_DESCRIBE_STRUCT(KickoffHeld, (), (group, held))

/// Summary and plan; a later one takes the place of the one before, which stays.
struct PlanFiled {
  GroupId group;
  ContentHash plan;
};
BOOST_DESCRIBE_STRUCT(PlanFiled, (), (group, plan))

/// Something that the group wrote or works from lies elsewhere, and is listed.
struct GroupDocumentAdded {
  GroupId group;
  ContentHash document;
};
BOOST_DESCRIBE_STRUCT(GroupDocumentAdded, (), (group, document))

struct GroupDocumentDropped {
  GroupId group;
  ContentHash document;
};
BOOST_DESCRIBE_STRUCT(GroupDocumentDropped, (), (group, document))

/// The group meets; its meetings are counted from 0.
struct GroupMeetingCalled {
  GroupId group;
  ContentHash details;
  Time starts;
  Time ends;
  std::string time_zone;  ///< where it is meant to be read
};
BOOST_DESCRIBE_STRUCT(GroupMeetingCalled, (), (group, details, starts, ends, time_zone))

struct GroupMeetingChanged {
  GroupId group;
  std::uint32_t meeting;
  ContentHash details;
  Time starts;
  Time ends;
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingChanged, (), (group, meeting, details, starts, ends, time_zone))

struct GroupMeetingCalledOff {
  GroupId group;
  std::uint32_t meeting;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingCalledOff, (), (group, meeting, reason))

/// The Lead tells the co-Chairs that the group can't fulfil its assignment (clause 6.8).
struct InabilityDeclared {
  GroupId group;
  WayOn way;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(InabilityDeclared, (), (group, way, reason))

struct GroupPaused {
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(GroupPaused, (), (group))

struct GroupResumed {
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(GroupResumed, (), (group))

/// It delivered.
struct GroupConcluded {
  GroupId group;
  ContentHash report;
};
BOOST_DESCRIBE_STRUCT(GroupConcluded, (), (group, report))

/// It ended without delivery.
struct GroupEnded {
  GroupId group;
  GroupEnding why;
  std::optional<ContentHash> reason;
};
BOOST_DESCRIBE_STRUCT(GroupEnded, (), (group, why, reason))

/// It goes on for longer, as that decision says.
struct GroupExtended {
  GroupId group;
  Time ends;
  DecisionId decision;
};
BOOST_DESCRIBE_STRUCT(GroupExtended, (), (group, ends, decision))

/// All Leads are asked how their groups stand.
struct StatusRoundOpened {
  Time answers_by;
};
BOOST_DESCRIBE_STRUCT(StatusRoundOpened, (), (answers_by))

struct StatusReported {
  GroupId group;
  GroupStanding standing;
  ContentHash line;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(StatusReported, (), (group, standing, line, person))

using GroupsActs =
    List<GroupProposed, GroupRevised, GroupWithdrawn, GroupJoined, GroupLeft, LeadVolunteered, LeadOfferTakenBack,
         GroupFounded, LeadSteppedBack, LeadAppointed, ConvenerNamed, KickoffHeld, PlanFiled, GroupDocumentAdded,
         GroupDocumentDropped, GroupMeetingCalled, GroupMeetingChanged, GroupMeetingCalledOff, InabilityDeclared,
         GroupPaused, GroupResumed, GroupConcluded, GroupEnded, GroupExtended, StatusRoundOpened, StatusReported>;
template <OneOf<GroupsActs> T>
inline constexpr std::string_view act_chapter<T> = "groups";

/// What each of them makes of the state.
struct Groups;
void apply(Groups& groups, const GroupProposed& act, Time at);
void apply(Groups& groups, const GroupRevised& act, Time at);
void apply(Groups& groups, const GroupWithdrawn& act, Time at);
void apply(Groups& groups, const GroupJoined& act, Time at);
void apply(Groups& groups, const GroupLeft& act);
void apply(Groups& groups, const LeadVolunteered& act, Time at);
void apply(Groups& groups, const LeadOfferTakenBack& act);
void apply(Groups& groups, const GroupFounded& act, Time at);
void apply(Groups& groups, const LeadSteppedBack& act, Time at);
void apply(Groups& groups, const LeadAppointed& act);
void apply(Groups& groups, const ConvenerNamed& act);
void apply(Groups& groups, const KickoffHeld& act);
void apply(Groups& groups, const PlanFiled& act, Time at);
void apply(Groups& groups, const GroupDocumentAdded& act, Time at);
void apply(Groups& groups, const GroupDocumentDropped& act);
void apply(Groups& groups, const GroupMeetingCalled& act, Time at);
void apply(Groups& groups, const GroupMeetingChanged& act, Time at);
void apply(Groups& groups, const GroupMeetingCalledOff& act, Time at);
void apply(Groups& groups, const InabilityDeclared& act, Time at);
void apply(Groups& groups, const GroupPaused& act);
void apply(Groups& groups, const GroupResumed& act);
void apply(Groups& groups, const GroupConcluded& act, Time at);
void apply(Groups& groups, const GroupEnded& act, Time at);
void apply(Groups& groups, const GroupExtended& act);
void apply(Groups& groups, const StatusRoundOpened& act, Time at);
void apply(Groups& groups, const StatusReported& act, Time at);

}  // namespace ccop::community
