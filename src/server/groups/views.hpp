// Working groups as pages show them.
#pragma once

#include "community/groups/state.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

struct StatusReportView {
  community::GroupStanding standing{};
  Words line;
  PersonView person;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(StatusReportView, (), (standing, line, person, at))

struct ParticipationView {
  std::string organization;
  community::OrganizationId id{};
  Time since{};
};
BOOST_DESCRIBE_STRUCT(ParticipationView, (), (organization, id, since))

struct GroupRow {
  community::GroupId id{};
  community::PriorityId priority{};
  community::GroupState state{};
  Words title;
  community::GroupFrame frame;
  Time ends{};
  std::uint32_t organizations{};  ///< that are in
  OrNull<std::string> lead;
  OrNull<std::string> convener;
  OrNull<Time> without_lead_since;
  Time proposed_at{};
  OrNull<Time> founded_at;
  OrNull<Time> mid_year;
  OrNull<Time> kickoff;
  OrNull<Time> planned_at;  ///< when the plan was filed last
  OrNull<StatusReportView> last_report;
  OrNull<Time> over_at;
  OrNull<community::GroupEnding> ending;
  bool is_in{};            ///< the reader's organization
  bool is_lead{};          ///< the same
  bool has_volunteered{};  ///< the same
};
BOOST_DESCRIBE_STRUCT(GroupRow, (),
                      (id, priority, state, title, frame, ends, organizations, lead, convener, without_lead_since,
                       proposed_at, founded_at, mid_year, kickoff, planned_at, last_report, over_at, ending, is_in,
                       is_lead, has_volunteered))

/// What taking part takes of an organization (clause 5.1): in groups as their terms state it, and beside it what
/// meetings took in the year that ends now.
struct HoursView {
  std::string organization;
  std::uint32_t groups{};
  std::uint32_t hours{};          ///< a month, as the terms state it
  std::uint32_t group_minutes{};  ///< of its groups' meetings, since it is in them
  std::uint32_t other_minutes{};  ///< of the community's meetings, as each stated it
};
BOOST_DESCRIBE_STRUCT(HoursView, (), (organization, groups, hours, group_minutes, other_minutes))

struct StatusRoundView {
  Time opened_at{};
  Time answers_by{};
};
BOOST_DESCRIBE_STRUCT(StatusRoundView, (), (opened_at, answers_by))

struct GroupsView {
  std::vector<GroupRow> groups;                   ///< in the order of their ids
  std::vector<HoursView> hours;                   ///< of each organization that is in a founded group, the most first
  OrNull<StatusRoundView> round;                  ///< the last one
  std::vector<community::PriorityId> open_to_me;  ///< for which the reader may propose a group
  std::uint32_t least_organizations{};
  std::string time_zone;  ///< the charter's
  May may;
};
BOOST_DESCRIBE_STRUCT(GroupsView, (), (groups, hours, round, open_to_me, least_organizations, time_zone, may))

/// A content: summary and plan.
struct PlanContent {
  std::optional<std::string> summary;
  std::optional<std::string> plan;
  std::optional<std::string> link;
};
BOOST_DESCRIBE_STRUCT(PlanContent, (), (summary, plan, link))

struct FiledPlanView {
  Fields<PlanContent> content;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(FiledPlanView, (), (content, at))

/// A content: where a document lies.
struct DocumentContent {
  std::optional<std::string> title;
  std::optional<std::string> link;
  std::optional<std::string> version;
  std::optional<std::string> sha256;
};
BOOST_DESCRIBE_STRUCT(DocumentContent, (), (title, link, version, sha256))

struct ListedDocumentView {
  ContentHash document{};  ///< by which it is taken off
  Fields<DocumentContent> content;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(ListedDocumentView, (), (document, content, at))

/// A content: what a meeting of the group is about.
struct GroupMeetingContent {
  std::optional<std::string> title;
  std::optional<std::string> place;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingContent, (), (title, place, text))

struct GroupMeetingView {
  std::uint32_t number{};
  Fields<GroupMeetingContent> content;
  Time starts{};
  Time ends{};
  std::string time_zone;
  OrNull<Words> called_off;  ///< why
  May may;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingView, (), (number, content, starts, ends, time_zone, called_off, may))

struct InabilityView {
  community::WayOn way{};
  Words reason;
  Time at{};
  bool answered{};
};
BOOST_DESCRIBE_STRUCT(InabilityView, (), (way, reason, at, answered))

/// A content: the texts of a group's terms; what it delivers is a list, and in the whole.
struct TermsContent {
  std::optional<std::string> title;
  std::optional<std::string> purpose;
  std::optional<std::string> not_in_scope;
};
BOOST_DESCRIBE_STRUCT(TermsContent, (), (title, purpose, not_in_scope))

struct TermsVersionView {
  Fields<TermsContent> content;
  Whole terms;
  community::GroupFrame frame;
  PersonView by;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(TermsVersionView, (), (content, terms, frame, by, at))

struct GroupPage : GroupRow {
  May may;
  std::vector<TermsVersionView> versions;  ///< the latest first
  std::vector<ParticipationView> members;
  std::vector<ParticipationView> volunteers;
  OrNull<PersonView> contact;
  OrNull<Words> lead_left_why;
  std::vector<FiledPlanView> plans;           ///< the latest first
  std::vector<ListedDocumentView> documents;  ///< the first listed comes first
  std::vector<GroupMeetingView> meetings;     ///< the latest first
  OrNull<InabilityView> inability;
  std::vector<StatusReportView> reports;  ///< the latest first
  OrNull<Words> report;                   ///< on what it delivered, or why it ended
  std::vector<PersonView> committee;      ///< who could be its contact
  std::string mid_year_day;               ///< MM-DD, the charter's
  std::string time_zone;                  ///< the charter's
  ShownView wording;
};
BOOST_DESCRIBE_STRUCT(GroupPage, (),
                      (id, priority, state, title, frame, ends, organizations, lead, convener, without_lead_since,
                       proposed_at, founded_at, mid_year, kickoff, planned_at, last_report, over_at, ending, is_in,
                       is_lead, has_volunteered, may, versions, members, volunteers, contact, lead_left_why, plans,
                       documents, meetings, inability, reports, report, committee, mid_year_day, time_zone, wording))

[[nodiscard]] GroupRow group_row(const Reading& here, community::GroupId id);
[[nodiscard]] GroupPage group_page(const Reading& here, community::GroupId id);
/// See HoursView.
[[nodiscard]] std::vector<HoursView> hours_of_all(const Reading& here);

}  // namespace ccop::server
