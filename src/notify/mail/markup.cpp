#include "notify/mail/markup.hpp"

namespace ccop::notify {

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  return safe;
}

std::string link(const std::string& address, const std::string& said) {
  return "<a href=\"" + escaped(address) + "\">" + escaped(said) + "</a>";
}

std::string html_page(std::string_view title, std::string_view body) {
  return "<!doctype html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\"><title>" + escaped(title) +
         "</title></head><body>\n" + std::string{body} + "</body></html>\n";
}

}  // namespace ccop::notify
