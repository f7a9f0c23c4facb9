// Mails as they go over the wire. That others read them as they were meant is in tests/mail.
#include "notify/mail/message.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>

namespace ccop::notify {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Message message() {
  return {.sender_name = "CCOP",
          .sender = "ccop@example.org",
          .to = "someone@example.net",
          .subject = "CCOP: 2 things for you, one due 30 June",
          .text = "Вопрос. سؤال. 一个问题。\n.\nA line that begins with a dot\n",
          .html = "<p>Вопрос</p>\n",
          .id = "1@notices.example.org",
          .at = from_rfc3339("2027-06-01T08:00:00.000Z").value(),
          .list = "notices.example.org",
          .unsubscribe = {}};
}

TEST(AMail, IsAsciiInLinesThatEndWithCrlf) {
  const std::string text = written(message());
  EXPECT_TRUE(std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) > 0; }));
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') EXPECT_TRUE(i > 0 && text[i - 1] == '\r') << i;
    if (text[i] == '\r') EXPECT_TRUE(i + 1 < text.size() && text[i + 1] == '\n') << i;
  }
}

TEST(AMail, SaysThatAProgramWroteItAndThatNoneNeedAnswer) {
  const std::string text = written(message());
  for (const char* line :
       {"From: CCOP <ccop@example.org>\r\n", "To: someone@example.net\r\n", "Auto-Submitted: auto-generated\r\n",
        "X-Auto-Response-Suppress: All\r\n", "List-Id: <notices.example.org>\r\n",
        "Subject: CCOP: 2 things for you, one due 30 June\r\n", "Message-Id: <1@notices.example.org>\r\n"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(AMail, CanBeEndedOnlyWhereItIsACollectedOne) {
  Message mail = message();
  EXPECT_THAT(written(mail), Not(HasSubstr("List-Unsubscribe")));
  mail.unsubscribe = "https://ccop.example.org/c/ccop/api/mail/unsubscribe/1.abc";
  EXPECT_THAT(written(mail), HasSubstr("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
}

TEST(AMail, LetsNobodyAddAHeader) {
  for (std::string Message::*member : {&Message::to, &Message::subject, &Message::sender, &Message::sender_name,
                                       &Message::id, &Message::list, &Message::unsubscribe}) {
    Message mail = message();
    mail.*member += "\r\nBcc: everybody@example.org";
    EXPECT_THROW(static_cast<void>(written(mail)), std::invalid_argument);
  }
}

TEST(AMail, HasItsAlternativesInTheirOrder) {
  Message mail = message();
  mail.calendar = CalendarPart{"REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"};
  const std::string text = written(mail);
  const auto plain = text.find("Content-Type: text/plain");
  const auto html = text.find("Content-Type: text/html");
  const auto calendar = text.find("Content-Type: text/calendar");
  EXPECT_TRUE(plain < html && html < calendar && calendar != std::string::npos) << text;
  EXPECT_THAT(text, HasSubstr("method=REQUEST"));
  EXPECT_THAT(text, Not(HasSubstr("Content-Disposition")));
}

TEST(AnAddress, IsOneThatMailCanBeSentTo) {
  for (const char* right : {"a@b.example", "first.last+tag@sub.example.org", "x@localhost"})
    EXPECT_TRUE(is_address(right)) << right;
  for (const char* wrong :
       {"", "@", "a@", "@b", "a b@c.example", "a@b@c.example", "\"a\"@b.example", "a@b..example", ".a@b.example",
        "a@b.example\r\nRCPT TO:<x@y.example>", "<a@b.example>", "a@b.example,c@d.example", "é@b.example"})
    EXPECT_FALSE(is_address(wrong)) << wrong;
  EXPECT_FALSE(is_address(std::string(65, 'a') + "@b.example"));
  EXPECT_FALSE(is_address("a@" + std::string(260, 'b')));
}

TEST(AnAddress, IsTheOneOfAProfile) {
  EXPECT_EQ(address_in(R"({"name":"A","email":"a@b.example"})"), "a@b.example");
  for (const char* none : {"", "no JSON", "{}", R"({"email":7})", R"({"email":"nobody"})", "[]"})
    EXPECT_EQ(address_in(none), std::nullopt) << none;
}

}  // namespace
}  // namespace ccop::notify
