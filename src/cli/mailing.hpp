// How this host sends mail, as its options say.
#pragma once

#include "server/kernel/served.hpp"

#include <string>

namespace ccop::cli {

struct MailSettings {
  std::string relay;          ///< smtps:// or smtp://; empty: none
  std::string sender;         ///< the address that it writes from
  std::string user;           ///< at the relay
  std::string password_file;  ///< holds nothing but the password
  std::string ca_file;
  long seconds{60};     ///< that the relay has for its answer
  std::string folder;   ///< mails are kept there in place of being sent
  std::string replies;  ///< a Maildir that the answers of calendars are delivered to; empty: nobody reads them
};

/// None where nothing is set up. Throws StoreError with what to do.
[[nodiscard]] std::optional<server::MailSending> mail_sending(const MailSettings& settings);

/// Sends one mail, to see whether the relay takes it; prints its answer.
int try_mail(const MailSettings& settings, const std::string& to);

}  // namespace ccop::cli
