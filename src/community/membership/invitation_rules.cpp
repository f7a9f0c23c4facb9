// Additional representatives (clause 4.4) and Observers (clauses 4.6 and 4.7).
#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// The organization whose main representative the actor is.
std::optional<OrganizationId> own_organization(const Community& now, const Actor& actor) {
  const auto seat = now.membership.seat_of(actor.person, actor.at);
  if (!seat) return std::nullopt;
  const Mandate& mandate = now.membership.mandates[seat->value];
  if (mandate.kind != MandateKind::main) return std::nullopt;
  return mandate.organization;
}

bool has_room(const Community& now, MeetingId meeting) {
  return now.confirmed(meeting) < now.meetings.all.at(meeting.value).capacity;
}

bool still_counts(const Invitation& invitation) {
  return invitation.state == InvitationState::asked || invitation.state == InvitationState::cleared ||
         invitation.state == InvitationState::waitlisted;
}

}  // namespace

Ruling decide(const Community& now, const InviteRepresentative& asked, const Actor& actor) {
  const auto organization = own_organization(now, actor);
  if (!organization) return refuse(clause::additional_representatives, "only-main-representative-invites");
  const Meeting* meeting = now.meetings.find(asked.meeting);
  if (meeting == nullptr || meeting->state != MeetingState::published || meeting->ends <= actor.at)
    return refuse(clause::additional_representatives, "meeting-takes-no-invitations");
  const Person* person = now.people.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, "no-such-person");
  if (now.membership.seat_of(asked.person, actor.at))
    return refuse(clause::additional_representatives, "has-a-seat-already");
  const bool invited = std::ranges::any_of(now.membership.invitations, [&](const Invitation& i) {
    return i.meeting == asked.meeting && i.person == asked.person && still_counts(i);
  });
  if (invited) return refuse(clause::additional_representatives, "invited-already");
  const InvitationId next{static_cast<std::uint32_t>(now.membership.invitations.size())};
  return accept(InvitationAsked{next, asked.meeting, *organization, asked.person});
}

Ruling decide(const Community& now, const ClearInvitation& asked, const Actor& actor) {
  if (!now.is_co_chair(actor.person, actor.at))
    return refuse(clause::additional_representatives, "only-co-chairs-clear");
  const Invitation* invitation = now.membership.find(asked.invitation);
  if (invitation == nullptr) return refuse(clause::additional_representatives, "no-such-invitation");
  if (invitation->state != InvitationState::asked) return refuse(clause::additional_representatives, "already-settled");
  if (std::ranges::find(invitation->endorsed_by, actor.person) != invitation->endorsed_by.end())
    return refuse(clause::additional_representatives, "already-settled");

  std::vector<Act> acts{InvitationEndorsed{asked.invitation, actor.person}};
  if (invitation->endorsed_by.size() + 1 < now.charter().meetings.clearances_needed) return acts;
  if (has_room(now, invitation->meeting)) {
    acts.emplace_back(InvitationCleared{asked.invitation});
  } else if (now.charter().meetings.waiting_list) {
    acts.emplace_back(InvitationWaitlisted{asked.invitation});
  } else {
    return refuse(clause::additional_representatives, "meeting-is-full");
  }
  return acts;
}

Ruling decide(const Community& now, const RefuseInvitation& asked, const Actor& actor) {
  if (!now.is_co_chair(actor.person, actor.at))
    return refuse(clause::additional_representatives, "only-co-chairs-clear");
  const Invitation* invitation = now.membership.find(asked.invitation);
  if (invitation == nullptr) return refuse(clause::additional_representatives, "no-such-invitation");
  if (invitation->state != InvitationState::asked) return refuse(clause::additional_representatives, "already-settled");
  return accept(InvitationRefused{asked.invitation, asked.reason});
}

Ruling decide(const Community& now, const WithdrawInvitation& asked, const Actor& actor) {
  const Invitation* invitation = now.membership.find(asked.invitation);
  if (invitation == nullptr) return refuse(clause::additional_representatives, "no-such-invitation");
  const auto organization = own_organization(now, actor);
  if (organization != invitation->organization && invitation->person != actor.person)
    return refuse(clause::additional_representatives, "only-inviter-withdraws");
  if (!still_counts(*invitation)) return refuse(clause::additional_representatives, "already-settled");

  std::vector<Act> acts{InvitationWithdrawn{asked.invitation}};
  if (invitation->state != InvitationState::cleared) return acts;
  const auto& all = now.membership.invitations;
  const auto waiting = std::ranges::find_if(all, [&](const Invitation& i) {
    return i.meeting == invitation->meeting && i.state == InvitationState::waitlisted;
  });
  const bool has_place = now.confirmed(invitation->meeting) <= now.meetings.all.at(invitation->meeting.value).capacity;
  if (waiting != all.end() && has_place)
    acts.emplace_back(InvitationCleared{InvitationId{static_cast<std::uint32_t>(waiting - all.begin())}});
  return acts;
}

Ruling decide(const Community& now, const ProposeObserver& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at))
    return refuse(clause::observers_admitted, "only-committee-proposes-observers");
  if (asked.key.empty() || asked.key.size() > 20 || asked.name.empty() || asked.name.size() > 200)
    return refuse(clause::observers_admitted, "organization-needs-key-and-name");
  const bool proposed = std::ranges::any_of(now.membership.proposals, [&](const ObserverProposal& p) {
    return p.key == asked.key && p.state == ProposalState::consulted;
  });
  if (proposed || now.membership.is_known(asked.key))
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
  if (asked.admit && now.membership.is_known(proposal->key))
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
  const OrganizationId next{static_cast<std::uint32_t>(now.membership.organizations.size())};
  if (asked.admit)
    acts.emplace_back(ObserverAdmitted{asked.proposal, next});
  else
    acts.emplace_back(ObserverDeclined{asked.proposal});
  return acts;
}

}  // namespace ccop::community
