// Additional representatives (clause 4.4).
#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool has_room(const Community& now, MeetingId meeting) {
  return now.confirmed(meeting) < now.meetings.all.at(meeting.value).capacity;
}

bool still_counts(const Invitation& invitation) {
  return invitation.state == InvitationState::asked || invitation.state == InvitationState::cleared ||
         invitation.state == InvitationState::waitlisted;
}

}  // namespace

Ruling decide(const Community& now, const InviteRepresentative& asked, const Actor& actor) {
  const auto organization = now.membership.own_organization(actor.person, actor.at);
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
  const auto organization = now.membership.own_organization(actor.person, actor.at);
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

}  // namespace ccop::community
