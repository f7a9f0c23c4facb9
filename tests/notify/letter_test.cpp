// How a mail reads, and that it has words for all that is owed.
#include "notify/mail/letter.hpp"

#include "community/notices/state.hpp"
#include "community/scenario.hpp"
#include "notify/words.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace ccop::notify {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Time now = from_rfc3339("2027-06-01T08:00:00.000Z").value();
const Letterhead head{"A Community <of> Practice", "CCOP", "Europe/Zurich", "https://ccop.example.org/c/ccop",
                      "ccop@example.org"};

Item item(const std::string& kind, std::optional<Time> by = {}) {
  return {
      .about = kind, .step = 1, .words = "duty." + kind, .path = "/groups/3#status", .by = by, .since = now, .at = now};
}
Message written_of(const std::vector<Item>& items, const std::string& unsubscribe = {}) {
  return letter(head, items, "someone@example.net", "America/New_York", unsubscribe, now);
}
const Time end_of_june = from_rfc3339("2027-06-30T22:00:00.000Z").value();

TEST(ALetter, HasASubjectThatRevealsNothing) {
  EXPECT_EQ(written_of({item("report-status", end_of_june), item("silence")}).subject,
            "CCOP: 2 things for you, one due 30 June");
  EXPECT_EQ(written_of({item("report-status", end_of_june)}).subject, "CCOP: 1 thing for you, due 30 June");
  EXPECT_EQ(written_of({item("silence")}).subject, "CCOP: 1 thing for you");
}

TEST(ALetter, SaysTheDeadlineWithItsZoneAndThePersonsOwnTime) {
  const Message mail = written_of({item("report-status", end_of_june)});
  for (const std::string& part : {mail.text, mail.html})
    EXPECT_THAT(part, HasSubstr("By 30 June 2027, 24:00, Geneva (Europe/Zurich); 18:00 for you."));
}

TEST(ALetter, LeadsToWhereItIsDone) {
  const Message mail = written_of({item("report-status", end_of_june)});
  EXPECT_THAT(mail.text, HasSubstr("https://ccop.example.org/c/ccop/groups/3#status\n"));
  EXPECT_THAT(mail.html, HasSubstr("<a href=\"https://ccop.example.org/c/ccop/groups/3#status\">"));
}

TEST(ALetter, TellsWhatIsOverdueAndWhatOthersOwe) {
  Item late = item("finish-item", now - days{2});
  late.is_escalated = true;
  const Message mail = written_of({late});
  EXPECT_THAT(mail.text, HasSubstr("Not done yet, and told to you because of that: "));
  EXPECT_THAT(mail.text, HasSubstr("It was due by 30 May 2027"));
  EXPECT_EQ(mail.subject, "CCOP: 1 thing for you");
}

TEST(ALetter, FetchesNothingAndEscapesNames) {
  const Message mail = written_of({item("silence")});
  EXPECT_THAT(mail.html, HasSubstr("A Community &lt;of&gt; Practice"));
  for (const char* fetched : {"<img", "src=", "url(", "<link", "<script", "<style"})
    EXPECT_THAT(mail.html, Not(HasSubstr(fetched)));
}

TEST(ALetter, CanBeEndedWhereItSaysSo) {
  EXPECT_THAT(written_of({item("silence")}).text, Not(HasSubstr("end these")));
  EXPECT_THAT(written_of({item("silence")}, "https://x/1").text, HasSubstr("You can end these collected mails"));
}

TEST(TheWordsOfMails, AreThereForAllThatIsOwedAndNameNothing) {
  const auto page = nlohmann::json::parse(community::testing::charter_text("web/src/chapters/desk/duties.en.json"));
  for (const auto& [kind, words_of_page] : page["duties"]["kind"].items()) {
    ASSERT_TRUE(has_words("duty." + kind)) << kind;
    EXPECT_NO_THROW(static_cast<void>(words("duty." + kind))) << kind;  // it has no gap
  }
}

TEST(TheWordsOfMails, AreThereForEachNotice) {
  const auto page = nlohmann::json::parse(community::testing::charter_text("web/src/chapters/desk/notices.en.json"));
  for (const auto& [kind, words_of_page] : page["notice"]["kind"].items())
    EXPECT_TRUE(has_words("notice." + kind)) << kind;
}

TEST(TheWordsOfMails, RefuseAnOpenGap) {
  EXPECT_THROW(static_cast<void>(words("by")), std::logic_error);
  EXPECT_THROW(static_cast<void>(words("duty.no-such-duty")), std::logic_error);
}

}  // namespace
}  // namespace ccop::notify
