// What can happen to working groups: terms and who takes part (clauses 3.1, 7.4), the Lead (5.8, 7.5), kickoff and plan
// by mid-year (6.8), status (6.7), and how they end.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

namespace ccop::community {

/// The Traffic Light Protocol's, version 2.0: how far what the group works on may go.
enum class GroupMarking { clear, green, amber, amber_strict, red };
BOOST_DESCRIBE_ENUM(GroupMarking, clear, green, amber, amber_strict, red)

/// What taking part asks of an organization, and until when.
struct GroupFrame {
  GroupMarking marking{};
  std::uint32_t lead_hours{};    ///< a month, of the Lead (clause 5.1)
  std::uint32_t member_hours{};  ///< a month, of each of the others
  Time kickoff_by{};
  Time plan_by{};
  Time ends{};
  bool operator==(const GroupFrame&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupFrame, (), (marking, lead_hours, member_hours, kickoff_by, plan_by, ends))

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

/// What its Lead proposes when the assignment can't be fulfilled.
enum class WayOn { new_lead, narrower, end };
BOOST_DESCRIBE_ENUM(WayOn, new_lead, narrower, end)

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

enum class GroupEnding { its_time_passed, without_lead, decided };
BOOST_DESCRIBE_ENUM(GroupEnding, its_time_passed, without_lead, decided)

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

enum class GroupStanding { as_planned, late, blocked };
BOOST_DESCRIBE_ENUM(GroupStanding, as_planned, late, blocked)

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

}  // namespace ccop::community
