// What a reply from somebody's calendar means for a meeting. Pure; that somebody wrote it is known by its tag alone.
#pragma once

#include "community/community.hpp"
#include "host/comings.hpp"
#include "notify/calendar/reply.hpp"
#include "notify/mail/invite.hpp"

#include <string_view>

namespace ccop::notify {

/// A mail that is read as a reply, whoever wrote it, to whatever.
struct Reply {
  CalendarReply said;
  std::vector<std::string> recipients;  ///< of the mail
};
[[nodiscard]] std::optional<Reply> reply_in(std::string_view mail);

/// The meeting that it answers; none where it is not one of this community.
[[nodiscard]] std::optional<community::MeetingId> answered_meeting(const community::Community& now, const Reply& reply);

/// Somebody who was invited to that meeting.
struct Asked {
  community::PersonId person;
  std::string tag;  ///< theirs, for this meeting
  Invite last;      ///< that went out to them
};

/// Whether somebody comes, as they may say by now: of whom the tag is, where they answer the last that they were told,
/// by yes or no, and the meeting is when it was then. `own` is the address that the community writes from.
[[nodiscard]] std::optional<host::ComingSaid> answer_in(const community::Community& now, const Reply& reply,
                                                        const std::string& own, const std::vector<Asked>& asked,
                                                        Time at);

}  // namespace ccop::notify
