// Observers: proposed, consulted on, admitted and ended (clauses 4.6 and 4.7).
#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// Where an organization stands, or will stand: one that was here before keeps its place and its history.
OrganizationId place_of(const Community& now, std::string_view key) {
  const OrganizationId next{static_cast<std::uint32_t>(now.membership.organizations.size())};
  return now.membership.find_key(key).value_or(next);
}

/// Only an Observer that was admitted, not listed in the charter, ends in this way.
std::optional<Refusal> objection_to_ending(const Community& now, OrganizationId id, Time at) {
  const Organization* organization = now.membership.find(id);
  if (organization == nullptr || !organization->belongs(at))
    return refuse(clause::observers_admitted, "no-such-organization");
  if (organization->in_charter) return refuse(clause::observers_admitted, "organization-is-in-charter");
  return std::nullopt;
}

}  // namespace

Ruling decide(const Community& now, const ProposeObserver& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at))
    return refuse(clause::observers_admitted, "only-committee-proposes-observers");
  if (asked.key.empty() || asked.key.size() > 20 || asked.name.empty() || asked.name.size() > 200)
    return refuse(clause::observers_admitted, "organization-needs-key-and-name");
  const bool proposed = std::ranges::any_of(now.membership.proposals, [&](const ObserverProposal& p) {
    return p.key == asked.key && p.state == ProposalState::consulted;
  });
  if (proposed || now.membership.belongs(asked.key, actor.at))
    return refuse(clause::observers_admitted, "organization-known-already");
  const ProposalId next{static_cast<std::uint32_t>(now.membership.proposals.size())};
  const Time ends = actor.at + days{now.charter().membership.observer_consultation_days};
  return accept(ObserverProposed{next, asked.key, asked.name, asked.statement, ends});
}

Ruling decide(const Community& now, const CommentOnObserver& asked, const Actor& actor) {
  const ObserverProposal* proposal = now.membership.find(asked.proposal);
  if (proposal == nullptr) return refuse(clause::observers_admitted, "no-such-proposal");
  if (actor.at >= proposal->consultation_ends) return refuse(clause::observers_admitted, "consultation-is-over");
  const auto organization = now.voting_organization(actor.person, actor.at);
  if (!organization) return refuse(clause::observers_admitted, "only-members-are-consulted");
  return accept(ObserverCommented{asked.proposal, *organization, asked.comment});
}

Ruling decide(const Community& now, const DecideOnObserver& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::observers_admitted, "only-committee-admits");
  const ObserverProposal* proposal = now.membership.find(asked.proposal);
  if (proposal == nullptr) return refuse(clause::observers_admitted, "no-such-proposal");
  if (proposal->state != ProposalState::consulted) return refuse(clause::observers_admitted, "already-settled");
  if (asked.admit && !proposal->is_end && now.membership.belongs(proposal->key, actor.at))
    return refuse(clause::observers_admitted, "organization-known-already");
  if (actor.at < proposal->consultation_ends)
    return refuse(clause::observers_admitted, "consultation-runs-until",
                  {{"time", to_rfc3339(proposal->consultation_ends)}});
  const auto& opinions = proposal->opinions;
  if (std::ranges::find(opinions, actor.person, &ObserverOpinion::given_by) != opinions.end())
    return refuse(clause::observers_admitted, "opinion-already-given");

  std::vector<Act> acts{ObserverOpinionGiven{asked.proposal, actor.person, asked.admit}};
  const auto agreeing = 1 + std::ranges::count(opinions, asked.admit, &ObserverOpinion::admit);
  if (static_cast<std::size_t>(agreeing) * 2 <= now.committee_size(actor.at)) return acts;
  if (proposal->is_end)
    acts.push_back(asked.admit ? Act{ObserverKept{asked.proposal}}
                               : Act{ObserverEnded{proposal->organization.value(), asked.proposal}});
  else
    acts.push_back(asked.admit ? Act{ObserverAdmitted{asked.proposal, place_of(now, proposal->key)}}
                               : Act{ObserverDeclined{asked.proposal}});
  return acts;
}

Ruling decide(const Community& now, const ProposeObserverEnd& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at))
    return refuse(clause::observers_admitted, "only-committee-proposes-observers");
  if (auto objection = objection_to_ending(now, asked.organization, actor.at)) return *objection;
  const ProposalId next{static_cast<std::uint32_t>(now.membership.proposals.size())};
  const Time ends = actor.at + days{now.charter().membership.observer_consultation_days};
  return accept(ObserverEndProposed{next, asked.organization, asked.statement, ends});
}

Ruling decide(const Community& now, const LeaveAsObserver&, const Actor& actor) {
  const auto organization = now.membership.own_organization(actor.person, actor.at);
  if (!organization) return refuse(clause::main_representative, "only-main-representative-leaves");
  if (auto objection = objection_to_ending(now, *organization, actor.at)) return *objection;
  std::vector<Act> acts{ObserverEnded{*organization, {}}};
  for (std::uint32_t i = 0; i < now.membership.proposals.size(); ++i) {
    const ObserverProposal& proposal = now.membership.proposals[i];
    if (proposal.is_end && proposal.organization == organization && proposal.state == ProposalState::consulted)
      acts.front() = ObserverEnded{*organization, ProposalId{i}};  // what was proposed has come about
  }
  return acts;
}

}  // namespace ccop::community
