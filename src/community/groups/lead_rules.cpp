// What a Lead answers for, and what becomes of a group without one (clauses 5.8, 6.7, 6.8, 7.5).
#include "community/groups/acts.hpp"
#include "community/groups/chapter.hpp"
#include "community/groups/sentences.hpp"
#include "community/groups/standing.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/kernel/work.hpp"

namespace ccop::community {
namespace {

constexpr std::uint32_t longest_round_days = 60;

std::optional<Refusal> objection_to_committee(const Community& now, const Group&, const Asking& asking) {
  return objection_unless_committee(now, asking);
}

/// The committee's, of a group that has no Lead.
std::optional<Refusal> objection_to_replacing(const Community& now, const Group& group, const Asking& asking) {
  if (auto objection = objection_to_committee(now, group, asking)) return objection;
  if (lead_of(now, group, asking.at)) return refuse(clause::lead_of_group, sentence::group_has_a_lead);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const StepBackAsLead::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_lead);
}

Ruling decide(const Community&, const StepBackAsLead& asked, const Asking&) {
  return accept(LeadSteppedBack{asked.group, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const AppointLead::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_replacing);
}

Ruling decide(const Community& now, const AppointLead& asked, const Asking& asking) {
  const Group& group = groups(now).all[asked.group];
  if (auto objection = objection_to_new_lead(now, group, asked.lead, asking.at)) return *std::move(objection);
  return accept(LeadAppointed{asked.group, asked.lead});
}

std::optional<Refusal> bars(const Community& now, const NameConvener::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_replacing);
}

Ruling decide(const Community& now, const NameConvener& asked, const Asking& asking) {
  const Group& group = groups(now).all[asked.group];
  if (!group.has(asked.convener) || !membership(now).organizations[asked.convener].belongs(asking.at))
    return refuse(clause::lead_of_group, sentence::convener_takes_part);
  return accept(ConvenerNamed{asked.group, asked.convener});
}

std::optional<Refusal> bars(const Community& now, const HoldKickoff::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_keeper);
}

Ruling decide(const Community& now, const HoldKickoff& asked, const Asking& asking) {
  const Group& group = groups(now).all[asked.group];
  if (asked.held > asking.at || asked.held < group.versions.front().at)
    return refuse(clause::by_mid_year, sentence::kickoff_was_in_the_past);
  return accept(KickoffHeld{asked.group, asked.held});
}

std::optional<Refusal> bars(const Community& now, const FilePlan::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_keeper);
}

Ruling decide(const Community&, const FilePlan& asked, const Asking&) {
  return accept(PlanFiled{asked.group, asked.plan});
}

std::optional<Refusal> bars(const Community& now, const DeclareInability::About& about, const Asking& asking) {
  if (auto objection = objection_in_founded(now, about.group, asking, objection_to_lead)) return objection;
  const Group& group = groups(now).all[about.group];
  if (group.inability && !group.inability->answered)
    return refuse(clause::by_mid_year, sentence::inability_was_declared);
  return std::nullopt;
}

Ruling decide(const Community&, const DeclareInability& asked, const Asking&) {
  std::vector<Act> acts{InabilityDeclared{asked.group, asked.way, asked.reason}};
  if (asked.way == WayOn::new_lead) acts.emplace_back(LeadSteppedBack{asked.group, asked.reason});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const PauseGroup& about, const Asking& asking) {
  if (auto objection = objection_in_founded(now, about.group, asking, objection_to_keeper)) return objection;
  if (groups(now).all[about.group].state != GroupState::active)
    return refuse(clause::work_plan, sentence::group_is_not_active);
  return std::nullopt;
}

Ruling decide(const Community&, const PauseGroup& asked, const Asking&) {
  return accept(GroupPaused{asked.group});
}

std::optional<Refusal> bars(const Community& now, const ResumeGroup& about, const Asking& asking) {
  if (auto objection = objection_in_founded(now, about.group, asking, objection_to_keeper)) return objection;
  if (groups(now).all[about.group].state != GroupState::dormant)
    return refuse(clause::work_plan, sentence::group_is_not_dormant);
  return std::nullopt;
}

Ruling decide(const Community&, const ResumeGroup& asked, const Asking&) {
  return accept(GroupResumed{asked.group});
}

std::optional<Refusal> bars(const Community& now, const ConcludeGroup::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_lead);
}

Ruling decide(const Community&, const ConcludeGroup& asked, const Asking&) {
  return accept(GroupConcluded{asked.group, asked.report});
}

std::optional<Refusal> bars(const Community& now, const EndGroup::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_committee);
}

Ruling decide(const Community&, const EndGroup& asked, const Asking&) {
  return accept(GroupEnded{asked.group, GroupEnding::decided, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const ExtendGroup::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_committee);
}

Ruling decide(const Community& now, const ExtendGroup& asked, const Asking& asking) {
  const Group& group = groups(now).all[asked.group];
  if (auto objection = objection_to_basis(now, asked.decision, *group.founded_at)) return *std::move(objection);
  if (auto objection = objection_to_end(asked.ends, std::max(group.ends, asking.at))) return *std::move(objection);
  return accept(GroupExtended{asked.group, asked.ends, asked.decision});
}

std::optional<Refusal> bars(const Community& now, const OpenStatusRound::About&, const Asking& asking) {
  if (auto objection = objection_unless_committee(now, asking)) return objection;
  if (!groups(now).rounds.empty() && groups(now).rounds.back().answers_by > asking.at)
    return refuse(clause::group_status, sentence::round_is_open);
  return std::nullopt;
}

Ruling decide(const Community&, const OpenStatusRound& asked, const Asking& asking) {
  if (asked.answers_by <= asking.at || asked.answers_by > asking.at + days{longest_round_days})
    return refuse(clause::group_status, sentence::round_lasts_at_most, longest_round_days);
  return accept(StatusRoundOpened{asked.answers_by});
}

std::optional<Refusal> bars(const Community& now, const ReportStatus::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_keeper);
}

Ruling decide(const Community&, const ReportStatus& asked, const Asking& asking) {
  return accept(StatusReported{asked.group, asked.standing, asked.line, asking.person});
}

std::vector<Act> GroupsChapter::due(const Community& now, Time at) {
  const auto vacant_for = days{charter(now).work_plan.lead_vacant_days};
  for (const GroupId id : groups(now).all.ids()) {
    const Group& group = groups(now).all[id];
    if (!group.is_open()) continue;
    if (group.ends <= at) return {GroupEnded{id, GroupEnding::its_time_passed, std::nullopt}};
    const auto since = without_lead_since(now, group, at);
    if (since && *since + vacant_for <= at) return {GroupEnded{id, GroupEnding::without_lead, std::nullopt}};
  }
  return {};
}

}  // namespace ccop::community
