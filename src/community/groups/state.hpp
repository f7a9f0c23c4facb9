// Working groups as they stand: their terms in all versions, who takes part, who leads, and what they reported.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/groups/values.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace ccop::community {

struct TermsVersion {
  ContentHash terms{};
  GroupFrame frame{};
  PersonId by{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(TermsVersion, (), (terms, frame, by, at))

/// An organization that takes part, or would lead.
struct Participation {
  OrganizationId organization{};
  Time since{};
};
BOOST_DESCRIBE_STRUCT(Participation, (), (organization, since))

struct FiledPlan {
  ContentHash plan{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(FiledPlan, (), (plan, at))

struct Inability {
  WayOn way{};
  ContentHash reason{};
  Time at{};
  bool answered{};  ///< by a new Lead, other terms, or the end
};
BOOST_DESCRIBE_STRUCT(Inability, (), (way, reason, at, answered))

struct StatusReport {
  GroupStanding standing{};
  ContentHash line{};
  PersonId person{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(StatusReport, (), (standing, line, person, at))

/// Founded groups are in formation until their kickoff was held.
enum class GroupState { proposed, in_formation, active, dormant, concluded, ended, withdrawn };
BOOST_DESCRIBE_ENUM(GroupState, proposed, in_formation, active, dormant, concluded, ended, withdrawn)

/// Where a document of the group lies.
struct ListedDocument {
  ContentHash document{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(ListedDocument, (), (document, at))

/// A meeting that the group's Lead convened.
struct GroupMeeting {
  ContentHash details{};
  Time starts{};
  Time ends{};
  std::string time_zone;
  std::uint32_t changed{};  ///< how often
  Time at{};                ///< when it was called, changed or called off last
  std::optional<ContentHash> called_off;
};
BOOST_DESCRIBE_STRUCT(GroupMeeting, (), (details, starts, ends, time_zone, changed, at, called_off))

struct Group {
  GroupState state{};
  PriorityId priority{};
  std::vector<TermsVersion> versions;  ///< at least one; the last one holds
  Time ends{};
  std::vector<Participation> volunteers;  ///< who would lead
  std::vector<Participation> members;     ///< who is in, the Lead among them
  std::optional<PersonId> contact;        ///< of the Management Committee
  std::optional<OrganizationId> lead;
  std::optional<OrganizationId> convener;  ///< while there is no Lead
  std::optional<Time> lead_left_at;
  std::optional<ContentHash> lead_left_why;
  std::optional<Time> founded_at;
  std::optional<Time> mid_year;
  std::optional<Time> kickoff;
  std::vector<FiledPlan> plans;
  std::vector<ListedDocument> documents;  ///< the first listed comes first
  std::vector<GroupMeeting> meetings;     ///< by their numbers
  std::optional<Inability> inability;
  std::vector<StatusReport> reports;
  std::vector<DecisionId> extended_by;
  std::optional<Time> over_at;
  std::optional<GroupEnding> ending;
  std::optional<ContentHash> report;  ///< on what it delivered, or why it ended

  [[nodiscard]] const GroupFrame& frame() const { return versions.back().frame; }
  [[nodiscard]] Wording wording() const { return {{versions.back().terms}, {}}; }
  [[nodiscard]] bool is_founded() const {
    return state == GroupState::in_formation || state == GroupState::active || state == GroupState::dormant;
  }
  [[nodiscard]] bool is_open() const { return state == GroupState::proposed || is_founded(); }
  [[nodiscard]] bool has(OrganizationId organization) const;
  [[nodiscard]] bool lists(ContentHash document) const;
  [[nodiscard]] bool is_offered_by(OrganizationId organization) const;
  /// Whether its Lead owes the kickoff, or the plan: not once it declared that it can't.
  [[nodiscard]] bool owes_kickoff() const { return is_founded() && !kickoff && !inability; }
  [[nodiscard]] bool owes_plan() const { return is_founded() && plans.empty() && !inability; }
};
BOOST_DESCRIBE_STRUCT(Group, (),
                      (state, priority, versions, ends, volunteers, members, contact, lead, convener, lead_left_at,
                       lead_left_why, founded_at, mid_year, kickoff, plans, documents, meetings, inability, reports,
                       extended_by, over_at, ending, report))

struct StatusRound {
  Time opened_at{};
  Time answers_by{};
};
BOOST_DESCRIBE_STRUCT(StatusRound, (), (opened_at, answers_by))

struct Groups {
  Table<Group, GroupId> all;
  std::vector<StatusRound> rounds;

  [[nodiscard]] const Group* find(GroupId id) const { return all.find(id); }
};
BOOST_DESCRIBE_STRUCT(Groups, (), (all, rounds))

[[nodiscard]] inline const Groups& groups(const Community& now) {
  return of<Groups>(now);
}

/// A group's terms as they stand; nothing of one that is not there.
[[nodiscard]] Wording wording_of(const Community& now, GroupId group);
/// Its Lead, as long as that organization belongs to the community.
[[nodiscard]] std::optional<OrganizationId> lead_of(const Community& now, const Group& group, Time at);
/// Who keeps it together: its Lead, else its convener.
[[nodiscard]] std::optional<OrganizationId> keeper_of(const Community& now, const Group& group, Time at);
/// Since when a founded group has no Lead; nothing while it has one.
[[nodiscard]] std::optional<Time> without_lead_since(const Community& now, const Group& group, Time at);
/// How many of the organizations that are in belong to the community.
[[nodiscard]] std::size_t organizations_in(const Community& now, const Group& group, Time at);

}  // namespace ccop::community
