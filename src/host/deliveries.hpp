// What a host says of the mail that it sent: that a mail server took the text of a silence procedure for somebody.
#pragma once

#include "host/live_community.hpp"

namespace ccop::host {

/// How much of a mail server's answer is kept, in bytes; a line of one has at most 512 (RFC 5321, section 4.5.3.1.5).
inline constexpr std::size_t longest_answer = 1024;

/// The host's own request: a mail server took the motion's text for this person, and answered so ("250 2.0.0 queued").
/// Whoever sent the mail hands it to `live.execute`. The rules refuse it where the person speaks for no seat that is
/// asked, or its seat was reported before; nothing is to be done about that. Of the answer what is no printable ASCII
/// stands as a question mark, for nobody knows in which letters a server writes. `salt`: 32 bytes that nobody can
/// guess.
[[nodiscard]] Submission delivery_report(const LiveCommunity& live, community::MotionId motion,
                                         community::PersonId person, std::string_view answer, const Hash& salt);

}  // namespace ccop::host
