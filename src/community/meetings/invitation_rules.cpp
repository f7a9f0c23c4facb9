// Additional representatives (clause 4.4).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/attending.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/sentences.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool has_room(const Community& now, MeetingId meeting) {
  return meetings(now).confirmed(meeting) < meetings(now).all[meeting].capacity;
}

bool still_counts(const Invitation& invitation) {
  return invitation.state == InvitationState::asked || invitation.state == InvitationState::cleared ||
         invitation.state == InvitationState::waitlisted;
}

/// What keeps the asker from giving an opinion on this invitation.
std::optional<Refusal> objection_to_clearing(const Community& now, InvitationId id, const Asking& asking) {
  if (!is_co_chair(now, asking.person, asking.at))
    return refuse(clause::additional_representatives, sentence::only_co_chairs_clear);
  const Invitation* invitation = meetings(now).find(id);
  if (invitation == nullptr) return refuse(clause::additional_representatives, sentence::no_such_invitation);
  if (invitation->state != InvitationState::asked)
    return refuse(clause::additional_representatives, sentence::already_settled);
  if (!takes_invitations(meetings(now).all[invitation->meeting], asking.at))
    return refuse(clause::additional_representatives, sentence::meeting_takes_no_invitations);
  return std::nullopt;
}

Wording wording_of_invitation(const Community& now, InvitationId id) {
  const Invitation* invitation = meetings(now).find(id);
  if (invitation == nullptr) return {};
  return together(together(wording_of(now, invitation->person), wording_of(now, invitation->meeting)),
                  wording_of(now, invitation->organization));
}

bool next_clearance_settles(const Community& now, const Invitation& invitation) {
  return invitation.endorsed_by.size() + 1 >= charter(now).meetings.clearances_needed;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const InviteRepresentative::About& about, const Asking& asking) {
  if (!membership(now).own_organization(asking.person, asking.at))
    return refuse(clause::additional_representatives, sentence::only_main_representative_invites);
  const Meeting* meeting = meetings(now).find(about.meeting);
  if (meeting == nullptr || !takes_invitations(*meeting, asking.at))
    return refuse(clause::additional_representatives, sentence::meeting_takes_no_invitations);
  return std::nullopt;
}

Ruling decide(const Community& now, const InviteRepresentative& asked, const Asking& asking) {
  const Person* person = people(now).find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, sentence::no_such_person);
  if (holds_seat(now, asked.person, asking.at))
    return refuse(clause::additional_representatives, sentence::has_a_seat_already);
  const bool invited = std::ranges::any_of(meetings(now).invitations, [&](const Invitation& i) {
    return i.meeting == asked.meeting && i.person == asked.person && still_counts(i);
  });
  if (invited) return refuse(clause::additional_representatives, sentence::invited_already);
  const OrganizationId organization = membership(now).own_organization(asking.person, asking.at).value();
  return accept(InvitationAsked{meetings(now).invitations.next(), asked.meeting, organization, asked.person});
}

std::optional<Refusal> bars(const Community& now, const ClearInvitation::About& about, const Asking& asking) {
  if (auto objection = objection_to_clearing(now, about.invitation, asking)) return objection;
  const Invitation& invitation = meetings(now).invitations[about.invitation];
  if (std::ranges::find(invitation.endorsed_by, asking.person) != invitation.endorsed_by.end())
    return refuse(clause::additional_representatives, sentence::already_settled);
  const bool finds_place = has_room(now, invitation.meeting) || charter(now).meetings.waiting_list;
  if (next_clearance_settles(now, invitation) && !finds_place)
    return refuse(clause::additional_representatives, sentence::meeting_is_full);
  return std::nullopt;
}

Wording shown(const Community& now, const ClearInvitation& asked) {
  return wording_of_invitation(now, asked.invitation);
}

Ruling decide(const Community& now, const ClearInvitation& asked, const Asking& asking) {
  const Invitation& invitation = meetings(now).invitations[asked.invitation];
  std::vector<Act> acts{InvitationEndorsed{asked.invitation, asking.person}};
  if (!next_clearance_settles(now, invitation)) return acts;
  if (has_room(now, invitation.meeting))
    acts.emplace_back(InvitationCleared{asked.invitation});
  else
    acts.emplace_back(InvitationWaitlisted{asked.invitation});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const RefuseInvitation::About& about, const Asking& asking) {
  return objection_to_clearing(now, about.invitation, asking);
}

Wording shown(const Community& now, const RefuseInvitation& asked) {
  return wording_of_invitation(now, asked.invitation);
}

Ruling decide(const Community&, const RefuseInvitation& asked, const Asking&) {
  return accept(InvitationRefused{asked.invitation, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const WithdrawInvitation::About& about, const Asking& asking) {
  const Invitation* invitation = meetings(now).find(about.invitation);
  if (invitation == nullptr) return refuse(clause::additional_representatives, sentence::no_such_invitation);
  const auto organization = membership(now).own_organization(asking.person, asking.at);
  if (organization != invitation->organization && invitation->person != asking.person)
    return refuse(clause::additional_representatives, sentence::only_inviter_withdraws);
  if (!still_counts(*invitation)) return refuse(clause::additional_representatives, sentence::already_settled);
  return std::nullopt;
}

Ruling decide(const Community& now, const WithdrawInvitation& asked, const Asking&) {
  const Invitation& invitation = meetings(now).invitations[asked.invitation];
  std::vector<Act> acts{InvitationWithdrawn{asked.invitation}};
  if (invitation.state != InvitationState::cleared) return acts;
  if (const auto waiting = meetings(now).next_in(invitation.meeting)) acts.emplace_back(InvitationCleared{*waiting});
  return acts;
}

}  // namespace ccop::community
