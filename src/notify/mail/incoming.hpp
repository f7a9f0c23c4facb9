// What is looked at of a mail that came: its part for calendars, and for whom it was. Who it says that it is from is
// not, for anybody can write that.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::notify {

struct IncomingMail {
  std::string calendar;                 ///< its first `text/calendar`, in UTF-8
  std::vector<std::string> recipients;  ///< of To and Delivered-To, in small letters
};

/// None where it has no such part. What another mail holds that lies in this one is not looked at.
[[nodiscard]] std::optional<IncomingMail> incoming_mail(std::string_view mail);

}  // namespace ccop::notify
