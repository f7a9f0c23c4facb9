// Replies of calendars as tests write them, honest or not.
#pragma once

#include <string>

namespace ccop::notify::testing {

struct WrittenReply {
  std::string uid;
  std::string organizer;
  std::string attendee{"Member@example.net"};
  std::string part{"ACCEPTED"};
  int sequence{};
  std::string method{"REPLY"};
  std::string from{"Member@example.net"};
  std::string to{"hsc@example.org"};

  [[nodiscard]] std::string event() const {
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSEQUENCE:" + std::to_string(sequence) +
           "\r\nDTSTAMP:20270105T090000Z\r\nORGANIZER:mailto:" + organizer + "\r\nATTENDEE;PARTSTAT=" + part +
           ":mailto:" + attendee + "\r\nSUMMARY:Accepted: Sympósium\r\nEND:VEVENT\r\n";
  }
  [[nodiscard]] static std::string calendar(const std::string& method, const std::string& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//somebody//calendar//EN\r\nMETHOD:" + method + "\r\n" + events +
           "END:VCALENDAR\r\n";
  }
  [[nodiscard]] std::string calendar() const { return calendar(method, event()); }
  [[nodiscard]] std::string head() const {
    return "Received: from somewhere\r\nFrom: " + from + "\r\nTo: " + to +
           "\r\nSubject: Accepted\r\nMIME-Version: 1.0\r\n";
  }
  /// As one part, with these lines on it and this text.
  [[nodiscard]] std::string mail(const std::string& lines, const std::string& body) const {
    return head() + lines + "\r\n\r\n" + body;
  }
  [[nodiscard]] std::string mail() const {
    return mail("Content-Type: text/calendar; charset=utf-8; method=" + method, calendar());
  }
};

}  // namespace ccop::notify::testing
