// How a mail reads: a subject that reveals nothing, and for each thing one sentence, its time and an address.
#pragma once

#include "notify/mail/box.hpp"
#include "notify/mail/message.hpp"

namespace ccop::notify {

/// What all mails of a community have in common.
struct Letterhead {
  std::string community;  ///< in full
  std::string short_name;
  std::string zone;     ///< its own
  std::string address;  ///< of the page, e.g. https://ccop.example.org/c/ccop
  std::string sender;   ///< the address that it writes from
};

/// Letters, digits and simple signs of ASCII, as names in mail headers and ids of lists take them; others are left out.
[[nodiscard]] std::string plain(std::string_view text);

/// To one person, in their zone. `unsubscribe` is the address that ends collected mails; empty for others.
[[nodiscard]] Message letter(const Letterhead& head, const std::vector<Item>& items, const std::string& to,
                             const std::string& own_zone, const std::string& unsubscribe, Time at);

}  // namespace ccop::notify
