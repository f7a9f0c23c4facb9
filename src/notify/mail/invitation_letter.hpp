// How a mail reads that brings a meeting to somebody's calendar, or takes it out again.
#pragma once

#include "community/meetings/attending.hpp"
#include "notify/mail/letter.hpp"

namespace ccop::notify {

/// What a meeting's details say that calendars are told; empty where they were erased.
struct MeetingWords {
  std::string title;
  std::string place;

  bool operator==(const MeetingWords&) const = default;
};
[[nodiscard]] MeetingWords words_of_meeting(const std::optional<std::string>& details);

/// An invite with all that is looked up when it is written.
struct WrittenInvite {
  Item item;        ///< with an `invite`
  std::string uid;  ///< of the meeting's event
  MeetingWords called;
  std::optional<community::Coming> said;  ///< by whoever is invited
  bool may_choose{};                      ///< has a seat or an office, and so a choice of what comes by mail
  std::string organizer;                  ///< the address that calendars answer to
  bool is_answered{};                     ///< what they answer is read, and counts
};

/// To one person, in their zone. The title and the place stand in the part for calendars alone, and neither a link to
/// join nor anybody's name in any part; of its sessions there are the times.
[[nodiscard]] Message invitation_letter(const Letterhead& head, const WrittenInvite& written, const std::string& to,
                                        const std::string& own_zone, Time at);

}  // namespace ccop::notify
