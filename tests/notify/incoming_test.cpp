// Mails that come, in the ways in which programs pack a reply, and what is none.
#include "base/bytes.hpp"
#include "notify/mail/answering.hpp"
#include "notify/mail/reply_address.hpp"
#include "replying.hpp"

#include <gmock/gmock.h>

namespace ccop::notify {
namespace {

using ::testing::ElementsAre;
using testing::WrittenReply;

const WrittenReply accepted{.uid = "one@event", .organizer = "hsc+0123@example.org", .sequence = 3};

/// Says that it is the accepted reply, whole.
void expect_accepted(const std::string& mail, const char* how) {
  const auto reply = reply_in(mail);
  ASSERT_TRUE(reply) << how;
  EXPECT_EQ(reply->said.uid, "one@event") << how;
  EXPECT_EQ(reply->said.organizer, "hsc+0123@example.org") << how;
  EXPECT_EQ(reply->said.attendee, "member@example.net") << how;
  EXPECT_EQ(reply->said.sequence, 3) << how;
  EXPECT_EQ(reply->said.comes, true) << how;
}

std::string in_base64(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j)
      bits = bits << 8 | (i + j < text.size() ? static_cast<std::uint8_t>(text[i + j]) : 0u);
    for (std::size_t j = 0; j < 4; ++j) out += i + j <= text.size() ? digits[bits >> (18 - 6 * j) & 63] : '=';
    if (i % 57 == 54) out += "\r\n";
  }
  return out;
}

std::string in_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 20 == 19) out += "=\r\n";
    out += "=" + to_hex(std::array{static_cast<std::uint8_t>(text[i])});
  }
  return out;
}

/// In the order of bytes that is marked, and of the high bytes that ASCII has.
std::string in_utf16(const std::string& ascii) {
  std::string out = "\xff\xfe";
  for (const char c : ascii) (out += c) += '\0';
  return out;
}

std::string part(const std::string& type, const std::string& body) {
  return "--b\r\nContent-Type: " + type + "\r\n\r\n" + body + "\r\n";
}

TEST(AMailThatComes, IsReadHoweverItsCalendarIsPacked) {
  expect_accepted(accepted.mail(), "plain");
  expect_accepted(accepted.mail("Content-Type: TEXT/Calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                                in_base64(accepted.calendar())),
                  "base64");
  expect_accepted(accepted.mail("Content-Type: text/calendar\r\nContent-Transfer-Encoding: quoted-printable",
                                in_quoted_printable(accepted.calendar())),
                  "quoted-printable");
  WrittenReply plain = accepted;
  std::string calendar = plain.calendar();
  calendar.erase(calendar.find("SUMMARY"), calendar.find("END:VEVENT") - calendar.find("SUMMARY"));
  expect_accepted(accepted.mail("Content-Type: text/calendar; charset=utf-16\r\nContent-Transfer-Encoding: base64",
                                in_base64(in_utf16(calendar))),
                  "UTF-16");
  const std::string inner =
      part("text/plain", "Yes.") + part("text/calendar; method=REPLY", accepted.calendar()) + "--b--";
  expect_accepted(accepted.mail("Content-Type: multipart/mixed; boundary=a",
                                "--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n" + inner + "\r\n--a--"),
                  "parts within parts");
}

TEST(AMailThatComes, IsForThoseWhomItNamesAndThoseItWasDeliveredTo) {
  WrittenReply mail = accepted;
  mail.to = "\"Office, HSC\" <HSC+0123@Example.org>, other@example.org\r\nDelivered-To: third@example.org";
  EXPECT_THAT(reply_in(mail.mail())->recipients,
              ElementsAre("hsc+0123@example.org", "other@example.org", "third@example.org"));
}

TEST(AMailThatComes, NamesItsOrganizerInOneOfSeveralWays) {
  for (const char* written : {"HSC+0123@Example.org", "hsc%2B0123%40example.org", "hsc%2b0123@example.org"}) {
    WrittenReply mail = accepted;
    mail.organizer = written;
    expect_accepted(mail.mail(), written);
  }
}

TEST(AMailThatComes, SaysYesOrNoOrNothingThatCounts) {
  const auto comes = [](const char* part) {
    WrittenReply mail = accepted;
    mail.part = part;
    return reply_in(mail.mail())->said.comes;
  };
  EXPECT_EQ(comes("ACCEPTED"), true);
  EXPECT_EQ(comes("DECLINED"), false);
  for (const char* other : {"TENTATIVE", "NEEDS-ACTION", "DELEGATED", "X-PERHAPS"})
    EXPECT_EQ(comes(other), std::nullopt) << other;
}

TEST(AMailThatComes, IsNoReplyWhereItIsSomethingElse) {
  for (const char* method : {"REQUEST", "CANCEL", "COUNTER", "PUBLISH"}) {
    WrittenReply mail = accepted;
    mail.method = method;
    EXPECT_FALSE(reply_in(mail.mail())) << method;
  }
  const std::string type = "Content-Type: text/calendar";
  EXPECT_FALSE(reply_in(accepted.mail(type, accepted.calendar("REPLY", accepted.event() + accepted.event()))));
  EXPECT_FALSE(reply_in(accepted.mail(type, accepted.calendar("REPLY", ""))));
  std::string two = accepted.calendar();
  two.insert(two.find("SUMMARY"), "ATTENDEE;PARTSTAT=DECLINED:mailto:other@example.net\r\n");
  EXPECT_FALSE(reply_in(accepted.mail(type, two))) << "of two persons";
  EXPECT_FALSE(reply_in(accepted.mail(type, accepted.calendar() + accepted.calendar()))) << "two calendars";
  EXPECT_FALSE(reply_in(accepted.mail(type, "BEGIN:VTODO\r\nMETHOD:REPLY\r\n" + accepted.event() + "END:VTODO\r\n")));
  EXPECT_FALSE(reply_in(accepted.mail("Content-Type: text/plain", accepted.calendar())));
}

TEST(AMailThatComes, IsNotOpenedWhereItLiesInAnother) {
  const std::string forwarded = "--b\r\nContent-Type: message/rfc822\r\n\r\n" + accepted.mail() + "\r\n--b--";
  EXPECT_FALSE(reply_in(accepted.mail("Content-Type: multipart/mixed; boundary=b", forwarded)));
}

TEST(AMailThatComes, MayBeAnythingAtAll) {
  const std::string type = "Content-Type: text/calendar";
  for (const std::string& mail :
       {std::string{}, std::string{"\0\xff\xfe\0", 4}, std::string(100000, 'x'), accepted.head(),
        accepted.mail(type, ""), accepted.mail(type, "BEGIN:VCALENDAR"), accepted.mail(type, std::string(100, '\xff')),
        accepted.mail(type, accepted.calendar().substr(0, 100)),
        accepted.mail("Content-Type: text/calendar; charset=no-such\r\nContent-Transfer-Encoding: base64", "!!!!")})
    EXPECT_FALSE(reply_in(mail));
  std::string deep;
  for (int i = 0; i < 8000; ++i) deep += "BEGIN:X\n";
  EXPECT_FALSE(reply_in(accepted.mail(type, deep)));
  EXPECT_FALSE(reply_in(accepted.mail(type, accepted.calendar() + std::string(70000, 'x'))));
  std::string parts;
  for (int i = 0; i < 4000; ++i) {
    const std::string name = std::to_string(i);
    parts += "Content-Type: multipart/mixed; boundary=" + name + "\r\n\r\n--" + name + "\r\n";
  }
  EXPECT_FALSE(reply_in(accepted.head() + parts + type + "\r\n\r\n" + accepted.calendar()));
}

TEST(AnAddressWithATag, IsTheCommunitysOwnAndHasATagOfThatLength) {
  const std::string tag(tag_length, 'a');
  EXPECT_EQ(with_tag("HSC@example.org", tag), "HSC+" + tag + "@example.org");
  EXPECT_EQ(tag_in("hsc+" + tag + "@example.org", "HSC@Example.org"), tag);
  EXPECT_EQ(tag_in("hsc+mail+" + tag + "@example.org", "hsc+mail@example.org"), tag);
  for (const std::string& other : {"hsc@example.org", "hsc+@example.org", "hsc+abc@example.org"})
    EXPECT_EQ(tag_in(other, "hsc@example.org"), std::nullopt) << other;
  EXPECT_EQ(tag_in("hsc+" + tag + "@other.org", "hsc@example.org"), std::nullopt);
  EXPECT_EQ(tag_in("other+" + tag + "@example.org", "hsc@example.org"), std::nullopt);
  EXPECT_EQ(tag_in("hsc+" + tag + "b@example.org", "hsc@example.org"), std::nullopt);
}

}  // namespace
}  // namespace ccop::notify
