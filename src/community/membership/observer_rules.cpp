// Observers: proposed, consulted on, admitted and ended (clauses 4.6 and 4.7).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/chapter.hpp"
#include "community/membership/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// Where an organization stands, or will stand: one that was here before keeps its place and its history.
OrganizationId place_of(const Community& now, std::string_view key) {
  return membership(now).find_key(key).value_or(membership(now).organizations.next());
}

/// Only an Observer that was admitted, not listed in the charter, ends in this way.
std::optional<Refusal> objection_to_ending(const Community& now, OrganizationId id, Time at) {
  const Organization* organization = membership(now).find(id);
  if (organization == nullptr || !organization->belongs(at))
    return refuse(clause::observers_admitted, sentence::no_such_organization);
  if (organization->in_charter) return refuse(clause::observers_admitted, sentence::organization_is_in_charter);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const ProposeObserver::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::observers_admitted, sentence::only_committee_proposes_observers);
}

Ruling decide(const Community& now, const ProposeObserver& asked, const Asking& asking) {
  if (asked.key.empty() || asked.key.size() > 20 || asked.name.empty() || asked.name.size() > 200)
    return refuse(clause::observers_admitted, sentence::organization_needs_key_and_name);
  const bool proposed = std::ranges::any_of(membership(now).proposals, [&](const ObserverProposal& p) {
    return p.key == asked.key && p.state == ProposalState::consulted;
  });
  if (proposed || membership(now).belongs(asked.key, asking.at))
    return refuse(clause::observers_admitted, sentence::organization_known_already);
  const Time ends = asking.at + days{charter(now).membership.observer_consultation_days};
  return accept(ObserverProposed{membership(now).proposals.next(), asked.key, asked.name, asked.statement, ends});
}

std::optional<Refusal> bars(const Community& now, const CommentOnObserver::About& about, const Asking& asking) {
  const ObserverProposal* proposal = membership(now).find(about.proposal);
  if (proposal == nullptr) return refuse(clause::observers_admitted, sentence::no_such_proposal);
  if (asking.at >= proposal->consultation_ends)
    return refuse(clause::observers_admitted, sentence::consultation_is_over);
  if (voting_organization(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::observers_admitted, sentence::only_members_are_consulted);
}

Ruling decide(const Community& now, const CommentOnObserver& asked, const Asking& asking) {
  const OrganizationId organization = voting_organization(now, asking.person, asking.at).value();
  return accept(ObserverCommented{asked.proposal, organization, asked.comment});
}

std::optional<Refusal> bars(const Community& now, const DecideOnObserver::About& about, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::observers_admitted, sentence::only_committee_admits);
  const ObserverProposal* proposal = membership(now).find(about.proposal);
  if (proposal == nullptr) return refuse(clause::observers_admitted, sentence::no_such_proposal);
  if (proposal->state != ProposalState::consulted) return refuse(clause::observers_admitted, sentence::already_settled);
  if (asking.at < proposal->consultation_ends)
    return refuse(clause::observers_admitted, sentence::consultation_runs_until, proposal->consultation_ends);
  const auto& opinions = proposal->opinions;
  if (std::ranges::find(opinions, asking.person, &ObserverOpinion::given_by) != opinions.end())
    return refuse(clause::observers_admitted, sentence::opinion_already_given);
  return std::nullopt;
}

Wording shown(const Community& now, const DecideOnObserver& asked) {
  const ObserverProposal* proposal = membership(now).find(asked.proposal);
  if (proposal == nullptr) return {};
  Wording wording{{proposal->statement}, {in_clear(proposal->key), in_clear(proposal->name)}};
  for (const ObserverComment& comment : proposal->comments) wording.texts.emplace_back(comment.comment);
  return wording;
}

Ruling decide(const Community& now, const DecideOnObserver& asked, const Asking& asking) {
  const ObserverProposal& proposal = membership(now).proposals[asked.proposal];
  if (asked.admit && !proposal.is_end && membership(now).belongs(proposal.key, asking.at))
    return refuse(clause::observers_admitted, sentence::organization_known_already);

  std::vector<Act> acts{ObserverOpinionGiven{asked.proposal, asking.person, asked.admit}};
  const auto agreeing = 1 + std::ranges::count(proposal.opinions, asked.admit, &ObserverOpinion::admit);
  if (static_cast<std::size_t>(agreeing) * 2 <= committee_size(now, asking.at)) return acts;
  if (proposal.is_end)
    acts.push_back(asked.admit ? Act{ObserverKept{asked.proposal}}
                               : Act{ObserverEnded{proposal.organization.value(), asked.proposal}});
  else
    acts.push_back(asked.admit ? Act{ObserverAdmitted{asked.proposal, place_of(now, proposal.key)}}
                               : Act{ObserverDeclined{asked.proposal}});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const ProposeObserverEnd::About& about, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::observers_admitted, sentence::only_committee_proposes_observers);
  return objection_to_ending(now, about.organization, asking.at);
}

Ruling decide(const Community& now, const ProposeObserverEnd& asked, const Asking& asking) {
  const Time ends = asking.at + days{charter(now).membership.observer_consultation_days};
  return accept(ObserverEndProposed{membership(now).proposals.next(), asked.organization, asked.statement, ends});
}

std::optional<Refusal> bars(const Community& now, const LeaveAsObserver&, const Asking& asking) {
  const auto organization = membership(now).own_organization(asking.person, asking.at);
  if (!organization) return refuse(clause::main_representative, sentence::only_main_representative_leaves);
  return objection_to_ending(now, *organization, asking.at);
}

Ruling decide(const Community& now, const LeaveAsObserver&, const Asking& asking) {
  const OrganizationId organization = membership(now).own_organization(asking.person, asking.at).value();
  ObserverEnded ended{organization, {}};
  for (const ProposalId id : membership(now).proposals.ids()) {
    const ObserverProposal& proposal = membership(now).proposals[id];
    if (proposal.is_end && proposal.organization == organization && proposal.state == ProposalState::consulted)
      ended.proposal = id;  // what was proposed has come about
  }
  return accept(ended);
}

std::vector<Task> MembershipChapter::tasks(const Community& now, PersonId person, Time at) {
  std::vector<Task> found;
  const Asking asking = asked_by(person, at);
  for (const SeatChangeId id : membership(now).changes.ids()) {
    const SeatChange& change = membership(now).changes[id];
    if (!bars(now, ConfirmSeatChange::About{id}, asking))
      found.push_back(
          {.kind = "confirm-seat-change", .by = change.lapses, .organization = change.organization, .change = id});
  }
  for (const ProposalId id : membership(now).proposals.ids()) {
    const ObserverProposal& proposal = membership(now).proposals[id];
    if (proposal.state != ProposalState::consulted) continue;
    if (!bars(now, DecideOnObserver::About{id}, asking))
      found.push_back({.kind = "decide-observer", .by = {}, .proposal = id});
    else if (!bars(now, CommentOnObserver::About{id}, asking))
      found.push_back({.kind = "comment-observer", .by = proposal.consultation_ends, .proposal = id});
  }
  if (!is_secretary(now, person, at)) return found;
  for (const OrganizationId id : membership(now).organizations.ids())
    if (!membership(now).holder(id, MandateKind::main, at) && !bars(now, AppointRepresentative::About{id}, asking))
      found.push_back({.kind = "vacant-seat", .by = {}, .organization = id});
  return found;
}

void MembershipChapter::also(Community& now, const CommunityFounded&, Time at) {
  take_over(of<Membership>(now), charter(now), at);
}

}  // namespace ccop::community
