// The little that mails have of HTML.
#pragma once

#include <string>
#include <string_view>

namespace ccop::notify {

/// As text, or as the value of an attribute between double quotation marks.
[[nodiscard]] std::string escaped(std::string_view text);
[[nodiscard]] std::string link(const std::string& address, const std::string& said);
/// A whole page with this body.
[[nodiscard]] std::string html_page(std::string_view title, std::string_view body);

}  // namespace ccop::notify
