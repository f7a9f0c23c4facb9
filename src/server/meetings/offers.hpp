// What a reader may do about meetings, sessions and invitations.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

[[nodiscard]] May offers_on_meetings(const Reading& here);
[[nodiscard]] May offers_on_meeting(const Reading& here, community::MeetingId id);
[[nodiscard]] May offers_on_session(const Reading& here, community::SessionId id);
[[nodiscard]] May offers_on_guest(const Reading& here, community::MeetingId id, community::PersonId guest);
[[nodiscard]] May offers_on_invitation(const Reading& here, community::InvitationId id);
/// Why notice of it can't be given yet, for those whose part it is to give it.
[[nodiscard]] std::optional<community::Refusal> objection_to_notice(const Reading& here, community::MeetingId id);

}  // namespace ccop::server
