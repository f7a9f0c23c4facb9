// A meeting as somebody's calendar is told of it. What it is called and where it is lies in the record alone, and is
// looked up when the mail is written: here stand ids, times and hashes.
#pragma once

#include "base/codec.hpp"
#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <optional>
#include <vector>

namespace ccop::notify {

/// A session that its reader may attend, and when it is.
struct InvitedSession {
  community::SessionId session;
  Time starts;
  Time ends;

  bool operator==(const InvitedSession&) const = default;
};
BOOST_DESCRIBE_STRUCT(InvitedSession, (), (session, starts, ends))

struct Invite {
  community::MeetingId meeting;
  ContentHash details{};  ///< its title and place
  Time starts;
  Time ends;
  std::string zone;                      ///< where it takes place
  std::vector<InvitedSession> sessions;  ///< in the order of the programme
  bool is_cancelled{};                   ///< or their place there is gone
  /// Of a calendar's event (RFC 5546, section 2.1.4): each mail to somebody has a higher one than the last. A box that
  /// was lost begins again with how often the record changed the meeting.
  std::uint32_t sequence{};
  /// Whether it names an address with a tag to answer to: once somebody was told of one, all that follows names the
  /// same, or calendars take it for another's event. Nothing is said before it is about to be sent.
  std::optional<bool> has_tag{};

  bool operator==(const Invite&) const = default;
};
BOOST_DESCRIBE_STRUCT(Invite, (), (meeting, details, starts, ends, zone, sessions, is_cancelled, sequence, has_tag))

}  // namespace ccop::notify
