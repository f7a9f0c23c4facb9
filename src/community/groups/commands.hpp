// What may be asked of working groups: proposing, joining, leading, founding, and what a Lead answers for
// (clauses 5.8, 6.7, 6.8, 7.4, 7.5).
#pragma once

#include "community/groups/convening_commands.hpp"
#include "community/groups/document_commands.hpp"
#include "community/kernel/command.hpp"

namespace ccop::community {

struct Community;

/// Any Member proposes, and the Management Committee, for a priority that stands (clause 7.4).
struct ProposeGroup {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PriorityId priority;
  };
  PriorityId priority;
  BroughtAs<TermsText> terms;
  GroupFrame frame;

  [[nodiscard]] About about() const { return {priority}; }
};
BOOST_DESCRIBE_STRUCT(ProposeGroup, (), (priority, terms, frame))

/// Writes a proposal's terms anew: whoever proposed it, or the Management Committee. Of a group that was founded the
/// committee alone does, and it ends no later for that.
struct ReviseGroup {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  BroughtAs<TermsText> terms;
  GroupFrame frame;

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(ReviseGroup, (), (group, terms, frame))

struct WithdrawGroup {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = WithdrawGroup;
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(WithdrawGroup, (), (group))

/// A seat's organization takes part, on these terms (clause 7.4).
struct JoinGroup {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(JoinGroup, (), (group, seen))

/// At any time; the Lead steps back first.
struct LeaveGroup {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = LeaveGroup;
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(LeaveGroup, (), (group))

/// The Lead is responsible for its group's membership (clause 7.5).
struct RemoveFromGroup {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  OrganizationId organization;
  Brought<Content> reason;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(RemoveFromGroup, (), (group, organization, reason, seen))

/// Offers to be the Lead, of a proposal or of a group that has none (clause 5.8). Who leads takes part.
struct VolunteerAsLead {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(VolunteerAsLead, (), (group, seen))

struct TakeBackLeadOffer {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = TakeBackLeadOffer;
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(TakeBackLeadOffer, (), (group))

/// Needs terms of reference, a priority in effect, a Lead that volunteered, and the charter's number of organizations
/// that are in (clauses 7.2, 7.4, 7.5).
struct FoundGroup {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  OrganizationId lead;
  PersonId contact;
  Time mid_year;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(FoundGroup, (), (group, lead, contact, mid_year, seen))

/// Others are asked at once; without a new Lead the group ends (clause 7.5).
struct StepBackAsLead {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Brought<Content> reason;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(StepBackAsLead, (), (group, reason, seen))

/// Of a group that has none: one of those who volunteered.
struct AppointLead {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  OrganizationId lead;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(AppointLead, (), (group, lead, seen))

/// One of the organizations that are in keeps the group together until it has a Lead.
struct NameConvener {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  OrganizationId convener;

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(NameConvener, (), (group, convener))

/// Says when the kickoff was (clause 6.8).
struct HoldKickoff {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Time held;

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(HoldKickoff, (), (group, held))

/// Files summary and plan, or their next version (clause 6.8).
struct FilePlan {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  BroughtAs<PlanText> plan;

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(FilePlan, (), (group, plan))

/// Tells the co-Chairs that the assignment can't be fulfilled, and what the Lead proposes (clause 6.8).
struct DeclareInability {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  WayOn way;
  Brought<Content> reason;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(DeclareInability, (), (group, way, reason, seen))

struct PauseGroup {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = PauseGroup;
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(PauseGroup, (), (group))

struct ResumeGroup {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = ResumeGroup;
  GroupId group;
};
BOOST_DESCRIBE_STRUCT(ResumeGroup, (), (group))

/// The Lead reports what the group delivered.
struct ConcludeGroup {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Brought<Content> report;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(ConcludeGroup, (), (group, report, seen))

/// The Management Committee ends a group that does not deliver.
struct EndGroup {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Brought<Content> reason;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(EndGroup, (), (group, reason, seen))

/// Lets it go on for longer, as the membership decided.
struct ExtendGroup {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Time ends;
  DecisionId decision;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(ExtendGroup, (), (group, ends, decision, seen))

/// Asks all Leads how their groups stand (clauses 3.8, 6.7).
struct OpenStatusRound {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  Time answers_by;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(OpenStatusRound, (), (answers_by))

/// Says in a line how the group stands (clauses 5.8, 6.7).
struct ReportStatus {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  GroupStanding standing;
  BroughtAs<StatusText> line;
  Wording seen{};

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(ReportStatus, (), (group, standing, line, seen))

using GroupsCommands = List<ProposeGroup, ReviseGroup, WithdrawGroup, JoinGroup, LeaveGroup, RemoveFromGroup,
                            VolunteerAsLead, TakeBackLeadOffer, FoundGroup, StepBackAsLead, AppointLead, NameConvener,
                            HoldKickoff, FilePlan, AddGroupDocument, DropGroupDocument, CallGroupMeeting,
                            ChangeGroupMeeting, CallOffGroupMeeting, DeclareInability, PauseGroup, ResumeGroup,
                            ConcludeGroup, EndGroup, ExtendGroup, OpenStatusRound, ReportStatus>;
template <OneOf<GroupsCommands> T>
inline constexpr std::string_view command_chapter<T> = "groups";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposeGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReviseGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const WithdrawGroup::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const JoinGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const LeaveGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RemoveFromGroup::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const VolunteerAsLead::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const TakeBackLeadOffer::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const FoundGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const StepBackAsLead::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AppointLead::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const NameConvener::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const HoldKickoff::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const FilePlan::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const DeclareInability::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PauseGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ResumeGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ConcludeGroup::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EndGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ExtendGroup::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const OpenStatusRound::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReportStatus::About& about, const Asking& asking);

/// The terms of the group as they stand.
template <class C>
  requires OneOf<C, List<JoinGroup, RemoveFromGroup, VolunteerAsLead, FoundGroup, StepBackAsLead, AppointLead,
                         DeclareInability, ConcludeGroup, EndGroup, ExtendGroup, ReportStatus>>
[[nodiscard]] Wording shown(const Community& now, const C& asked) {
  return wording_of(now, asked.group);
}

[[nodiscard]] Ruling decide(const Community& now, const ProposeGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ReviseGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const JoinGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const LeaveGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RemoveFromGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const VolunteerAsLead& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const TakeBackLeadOffer& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const FoundGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const StepBackAsLead& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AppointLead& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const NameConvener& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const HoldKickoff& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const FilePlan& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const DeclareInability& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const PauseGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ResumeGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ConcludeGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EndGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ExtendGroup& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const OpenStatusRound& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ReportStatus& asked, const Asking& asking);

}  // namespace ccop::community
