// What a mail server said, where it has legal effect.
#pragma once

#include "notify/mail/office.hpp"

namespace ccop::notify {

/// Has the record say that a mail server took the news of a silence procedure for somebody, for silence counts where it
/// came to (clause 5.4). `live` outlives it. What the rules refuse was reported before, or the seat is asked no more.
[[nodiscard]] MailOffice::Accepted reporting(host::LiveCommunity& live);

}  // namespace ccop::notify
