// Invitations to meetings as pages show them (clause 4.4).
#pragma once

#include "community/meetings/state.hpp"
#include "server/people/views.hpp"

#include <map>

namespace ccop::server {

struct InvitationView {
  community::InvitationId id{};
  community::MeetingId meeting{};
  std::string organization;
  PersonView person;
  community::InvitationState state{};
  Words reason;
  std::string organization_name;
  ShownView wording;
  May may;
};
BOOST_DESCRIBE_STRUCT(InvitationView, (),
                      (id, meeting, organization, person, state, reason, organization_name, wording, may))

[[nodiscard]] InvitationView invitation_view(const Reading& here, community::InvitationId id);

/// The invitations of each meeting, in their order.
class InvitationIndex {
 public:
  explicit InvitationIndex(const community::Community& state);
  [[nodiscard]] const std::vector<community::InvitationId>& of(community::MeetingId meeting) const;

 private:
  std::map<community::MeetingId, std::vector<community::InvitationId>> by_meeting_;
};

}  // namespace ccop::server
