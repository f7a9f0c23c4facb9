// Builds the JSON that pages read, out of the state. What a person may do is asked of the rules themselves, by trying.
#pragma once

#include "host/live_community.hpp"
#include "server/json.hpp"

#include <utility>
#include <vector>

namespace ccop::server {

class View {
 public:
  View(const host::LiveCommunity& live, const community::Community& state, community::PersonId reader, Time now)
      : live_(live), state_(state), reader_(reader), now_(now) {}

  [[nodiscard]] Json organization(community::OrganizationId id) const;
  /// What happened to the organization's seat, the latest first.
  [[nodiscard]] Json history(community::OrganizationId id) const;
  [[nodiscard]] Json person(community::PersonId id) const;
  [[nodiscard]] Json mandate(community::MandateId id) const;
  [[nodiscard]] Json invitation(community::InvitationId id) const;
  [[nodiscard]] Json meeting_head(community::MeetingId id) const;
  [[nodiscard]] Json session(community::SessionId id, bool with_names) const;
  [[nodiscard]] Json motion(community::MotionId id) const;
  [[nodiscard]] Json proposal(community::ProposalId id) const;
  /// A content's text, or null where it was erased.
  [[nodiscard]] Json text(const Hash& hash) const;
  /// A content that is itself JSON (a profile, a meeting's details).
  [[nodiscard]] Json fields(const Hash& hash) const;

  /// The names of those of `commands` that the rules would allow the reader now.
  [[nodiscard]] Json may(const std::vector<community::Command>& commands) const;
  [[nodiscard]] bool allowed(const community::Command& command) const;
  /// Why the rules would not allow it; empty when they would.
  [[nodiscard]] std::optional<community::Refusal> refusal_of(const community::Command& command) const;

 private:
  const host::LiveCommunity& live_;
  const community::Community& state_;
  community::PersonId reader_;
  Time now_;
};

}  // namespace ccop::server
