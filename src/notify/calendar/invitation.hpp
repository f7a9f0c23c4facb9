// One event as a message to one person, as calendars exchange it by mail (iTIP, RFC 5546, section 3.2).
#pragma once

#include "community/meetings/attending.hpp"
#include "notify/calendar/event.hpp"

namespace ccop::notify {

/// Whose event it is, or who is invited.
struct CalendarParty {
  std::string name;
  std::string email;
  bool reads_answers{};  ///< of an organizer: what calendars answer is read
};

enum class InvitationMethod {
  request,  ///< invites, or says what changed
  cancel,   ///< takes it out of the calendar again
};

/// The word for `method=` of the part: it stands there and in the calendar, or programs show no buttons and leave what
/// was cancelled where it is.
[[nodiscard]] std::string_view word_of(InvitationMethod method);

/// The body of a part `text/calendar; charset=utf-8; method=WORD` of a mail to `invited` alone, the last of its
/// `multipart/alternative`, without Content-Disposition. It names nobody else who is invited, and holds no link.
/// What was invited to is cancelled with the same `event.uid`, the same organizer and a higher `event.sequence`.
/// Calendars answer to the organizer's mailbox, and are asked to where that is read: `said` is what whoever is invited
/// said so far, there or on the page.
[[nodiscard]] std::string invitation_text(InvitationMethod method, CalendarEvent event, const CalendarParty& organizer,
                                          const CalendarParty& invited, std::optional<community::Coming> said);

}  // namespace ccop::notify
