// A mail as it was handed over, taken apart again for tests; other programs read whole ones in peer_test.py and in
// tests/mail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ccop::notify::testing {

/// What quoted-printable stands for (RFC 2045, section 6.7).
[[nodiscard]] inline std::string unquoted(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else if (text.substr(i + 1, 2) == "\r\n") {
      i += 2;
    } else {
      out += static_cast<char>(std::stoi(std::string{text.substr(i + 1, 2)}, nullptr, 16));
      i += 2;
    }
  }
  return out;
}

struct MailedPart {
  std::string head;
  std::string body;
};

/// The parts of a multipart mail, in their order.
[[nodiscard]] inline std::vector<MailedPart> parts_of(std::string_view mail) {
  const auto at = mail.find("boundary=\"") + 10;
  const std::string border = "--" + std::string{mail.substr(at, mail.find('"', at) - at)};
  std::vector<MailedPart> parts;
  auto begin = mail.find("\r\n" + border) + 2;
  for (auto end = mail.find("\r\n" + border, begin); end != std::string_view::npos;
       begin = end + 2, end = mail.find("\r\n" + border, begin)) {
    const std::string_view part = mail.substr(begin, end - begin);
    const auto blank = part.find("\r\n\r\n");
    parts.push_back({std::string{part.substr(0, blank)}, unquoted(part.substr(blank + 4))});
  }
  return parts;
}

/// The lines of a calendar that were folded.
[[nodiscard]] inline std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace ccop::notify::testing
