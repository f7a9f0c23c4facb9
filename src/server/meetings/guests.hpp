// The guests of a meeting, as those who admit them see them.
#pragma once

#include "community/meetings/state.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

struct GuestView {
  PersonView person;
  std::vector<community::SessionId> sessions;  ///< all that they may see and enter
  Time until{};
  bool came{};  ///< accepted the meeting's notice of discretion, and so used the link
  May may;
};
BOOST_DESCRIBE_STRUCT(GuestView, (), (person, sessions, until, came, may))

/// Nothing for those who admit no guests.
[[nodiscard]] std::optional<std::vector<GuestView>> guests_view(const Reading& here, community::MeetingId id);

}  // namespace ccop::server
