// Meetings that come by mail, from what happens in the community to what libical reads in the mail. With CCOP_MAILS
// set, the mails are left in that folder for the parsers of others (peer_test.py).
#include "mailed.hpp"
#include "notify/mail/office.hpp"
#include "server/meeting_site.hpp"

#include <gmock/gmock.h>
#include <libical/ical.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ccop::server {
namespace {

using namespace community;
using namespace notify::testing;
using notify::Handed;
using notify::MailOffice;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const auto everybody = ElementsAre("Chair", "Colleague", "Guest", "Member", "sec");

/// A mail that was handed over.
struct Taken {
  std::string to;
  std::string mail;

  [[nodiscard]] bool is_invitation() const { return mail.find("text/calendar") != std::string::npos; }
  [[nodiscard]] std::string calendar() const { return unfolded(parts_of(mail).back().body); }
  [[nodiscard]] std::string line(const std::string& name) const {
    const std::string text = calendar();
    const auto at = text.find("\r\n" + name);
    if (at == std::string::npos) return {};
    return text.substr(at + 2, text.find("\r\n", at + 2) - at - 2);
  }
  [[nodiscard]] int sequence() const { return std::stoi(line("SEQUENCE:").substr(9)); }
};

class MeetingsByMail : public AMeetingAhead {
 protected:
  void SetUp() override {
    AMeetingAhead::SetUp();
    begin();
  }
  /// The office of a host that starts.
  void begin() {
    office = std::make_unique<MailOffice>(
        live(),
        notify::MailOptions{"hsc@example.org", "http://localhost:8080/c/harbour",
                            [this](PersonId person) { return person == follower; },
                            [this](PersonId person, MeetingId) { return person == chair ? said : std::nullopt; }},
        [this](const notify::Envelope& envelope, const notify::Stop&) {
          if (answer.result == Handed::Result::accepted) keep({envelope.to, envelope.mail});
          return answer;
        });
  }
  /// The invitations that one round brings, by address.
  std::map<std::string, Taken> round() {
    taken.clear();
    static_cast<void>(office->work());
    std::map<std::string, Taken> found;
    for (const Taken& mail : taken)
      if (mail.is_invitation()) EXPECT_TRUE(found.emplace(mail.to, mail).second) << "two for " << mail.to;
    return found;
  }
  void keep(const Taken& mail) {
    taken.push_back(mail);
    const char* const left = std::getenv("CCOP_MAILS");
    if (left == nullptr || !mail.is_invitation()) return;
    static int number = 0;
    std::ofstream{std::filesystem::path{left} / (std::to_string(number++) + ".eml"), std::ios::binary} << mail.mail;
  }
  /// Its end is another, for its sessions lie within it.
  void moves(std::chrono::milliseconds by, const std::string& details) {
    const auto text = content(details);
    take(ChangeMeeting{meeting, store::content_hash(text), starts, starts + by + days{2} + hours{5}, "Pacific/Auckland",
                       9, 60},
         {text});
  }
  static std::vector<std::string> names(const std::map<std::string, Taken>& mails) {
    std::vector<std::string> all;
    for (const auto& [to, mail] : mails) all.push_back(to.substr(0, to.find('@')));
    return all;
  }
  static constexpr const char* same_words = R"({"title":"Planted symposium","place":"Planted hall","description":"e"})";

  std::unique_ptr<MailOffice> office;
  std::optional<PersonId> follower;
  std::optional<Coming> said;
  Handed answer{Handed::Result::accepted, "250 2.0.0 taken"};
  std::vector<Taken> taken;
};

TEST_F(MeetingsByMail, InviteWhoHasAPlaceAndNobodyTwice) {
  EXPECT_THAT(names(round()), everybody);
  EXPECT_THAT(round(), IsEmpty());
  begin();
  EXPECT_THAT(round(), IsEmpty()) << "after a restart neither";
}

TEST_F(MeetingsByMail, ComeAsTheLastAlternativeThatOutlookWants) {
  const auto mails = round();
  const auto parts = parts_of(mails.at("Member@example.net").mail);
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_THAT(parts[0].head, HasSubstr("Content-Type: text/plain"));
  EXPECT_THAT(parts[1].head, HasSubstr("Content-Type: text/html"));
  EXPECT_THAT(parts[2].head, HasSubstr("Content-Type: text/calendar"));
  EXPECT_THAT(parts[2].head, HasSubstr("charset=utf-8"));
  EXPECT_THAT(parts[2].head, HasSubstr("method=REQUEST"));
  EXPECT_THAT(parts[2].body, HasSubstr("METHOD:REQUEST\r\n"));
  EXPECT_THAT(mails.at("Member@example.net").mail, HasSubstr("Content-Type: multipart/alternative"));
  EXPECT_THAT(mails.at("Member@example.net").mail, Not(HasSubstr("Content-Disposition")));
}

TEST_F(MeetingsByMail, AreReadByLibicalAsInvitations) {
  for (const auto& [to, mail] : round()) {
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar{
        icalparser_parse_string(parts_of(mail.mail).back().body.c_str()), &icalcomponent_free};
    ASSERT_TRUE(calendar) << to;
    EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
    EXPECT_NE(icalrestriction_check(calendar.get()), 0) << mail.calendar();
    EXPECT_EQ(icalcomponent_get_method(calendar.get()), ICAL_METHOD_REQUEST);
    icalcomponent* const event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_STREQ(icalcomponent_get_summary(event), "Planted symposium");
    EXPECT_STREQ(icalcomponent_get_location(event), "Planted hall");
    EXPECT_NE(icalcomponent_get_dtstart(event).is_date, 0) << "it lasts for days";
    icalproperty* const invited = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
    EXPECT_EQ(icalproperty_get_attendee(invited), "mailto:" + to);
    EXPECT_EQ(icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY), nullptr);
  }
}

TEST_F(MeetingsByMail, AreTheSameEventAsInTheFeed) {
  const std::string followed = event_in(calendar_of(member), "Planted symposium");
  const Taken mail = round().at("Member@example.net");
  EXPECT_THAT(followed, HasSubstr(mail.line("UID:")));
  for (const char* name : {"DTSTART", "DTEND", "SUMMARY", "LOCATION"})
    EXPECT_THAT(followed, HasSubstr(mail.line(name)));
}

TEST_F(MeetingsByMail, RevealNoLinkToJoinNobodysNameAndNoTextButWhatTheMeetingIsCalled) {
  for (const auto& [to, mail] : round()) {
    const auto parts = parts_of(mail.mail);
    for (const MailedPart& part : parts)
      for (const char* secret : {"rooms.planted", open_title, executive_title, "Planted other"})
        EXPECT_THAT(part.body, Not(HasSubstr(secret))) << to;
    EXPECT_THAT(parts[2].body, Not(HasSubstr("http"))) << to;
    EXPECT_THAT(mail.mail, HasSubstr("Subject: HSC: 1 thing for your calendar\r\n"));
    for (const std::size_t shown : {0u, 1u}) EXPECT_THAT(parts[shown].body, Not(HasSubstr("Planted"))) << to;
    for (const char* name : {"Chair", "Colleague", "Guest", "Member"})
      if (!to.starts_with(name)) EXPECT_THAT(mail.calendar(), Not(HasSubstr(name))) << to;
  }
}

TEST_F(MeetingsByMail, SayWhenTheSessionsAreThatAreTheirReaders) {  // clauses 6.2, 6.4
  const auto mails = round();
  const auto sessions = [&](const char* to) {
    const std::string text = mails.at(to).line("DESCRIPTION:");
    std::size_t found = 0;
    for (auto at = text.find("Session of 120 minutes"); at != std::string::npos; at = text.find("Session of", at + 1))
      ++found;
    return found;
  };
  EXPECT_EQ(sessions("Member@example.net"), 3u);
  EXPECT_EQ(sessions("Colleague@example.net"), 2u) << "not the executive one";
  EXPECT_EQ(sessions("Guest@example.net"), 1u);
}

TEST_F(MeetingsByMail, OfferAChoiceToThoseWhoHaveOne) {
  for (const auto& [to, mail] : round()) {
    const bool has_seat = !to.starts_with("Guest") && !to.starts_with("Colleague");
    for (const std::size_t shown : {0u, 1u})
      EXPECT_EQ(parts_of(mail.mail)[shown].body.find("/me#mail") != std::string::npos, has_seat) << to;
  }
}

TEST_F(MeetingsByMail, SayWhatTheirReaderSaidOfComing) {
  said = Coming::no;
  const auto mails = round();
  EXPECT_THAT(mails.at("Chair@example.net").calendar(), HasSubstr("PARTSTAT=DECLINED"));
  EXPECT_THAT(mails.at("Member@example.net").calendar(), HasSubstr("PARTSTAT=NEEDS-ACTION"));
}

TEST_F(MeetingsByMail, FollowAChangeUnderTheSameNameWithAHigherNumber) {
  const Taken first = round().at("Member@example.net");
  moves({}, same_words);
  EXPECT_THAT(round(), IsEmpty()) << "it is called the same, and is when it was";
  moves(hours{1}, same_words);
  moves(hours{3}, same_words);
  const auto changed = round();
  EXPECT_THAT(names(changed), everybody);
  const Taken& mail = changed.at("Member@example.net");
  EXPECT_EQ(mail.line("UID:"), first.line("UID:"));
  EXPECT_GT(mail.sequence(), first.sequence());
  EXPECT_THAT(mail.calendar(), HasSubstr("METHOD:REQUEST\r\n"));
  moves(hours{3}, R"({"title":"Renamed","place":"Planted hall","description":"d"})");
  EXPECT_EQ(round().at("Member@example.net").line("SUMMARY:"), "SUMMARY:Renamed");
}

TEST_F(MeetingsByMail, LeaveTheCalendarAgainWhereTheMeetingIsCancelled) {
  const Taken first = round().at("Guest@example.net");
  const auto reason = content("why");
  take(CancelMeeting{meeting, store::content_hash(reason)}, {reason});
  const auto cancelled = round();
  EXPECT_THAT(names(cancelled), everybody);
  const Taken& mail = cancelled.at("Guest@example.net");
  EXPECT_THAT(parts_of(mail.mail).back().head, HasSubstr("method=CANCEL"));
  EXPECT_THAT(mail.calendar(), HasSubstr("METHOD:CANCEL\r\n"));
  EXPECT_THAT(mail.calendar(), HasSubstr("STATUS:CANCELLED\r\n"));
  EXPECT_EQ(mail.line("UID:"), first.line("UID:"));
  EXPECT_GT(mail.sequence(), first.sequence());
  EXPECT_THAT(parts_of(mail.mail).front().body, Not(HasSubstr("/meetings/")));
  EXPECT_THAT(round(), IsEmpty());
}

TEST_F(MeetingsByMail, LeaveTheCalendarOfWhoLosesTheirPlaceWhileTheMeetingStands) {
  static_cast<void>(round());
  take(devices.at(chair.value), WithdrawInvitation{{0}});
  const auto mails = round();
  EXPECT_THAT(names(mails), ElementsAre("Colleague"));
  EXPECT_THAT(mails.at("Colleague@example.net").calendar(), HasSubstr("METHOD:CANCEL\r\n"));
}

TEST_F(MeetingsByMail, AreNeverCancelledForWhomTheyDidNotReach) {
  answer = {Handed::Result::refused, "550 5.1.1 no such user"};
  EXPECT_THAT(round(), IsEmpty());
  answer = {Handed::Result::accepted, "250 2.0.0 taken"};
  const auto reason = content("why");
  take(CancelMeeting{meeting, store::content_hash(reason)}, {reason});
  EXPECT_THAT(round(), IsEmpty());
}

TEST_F(MeetingsByMail, AreNotSentToWhoFollowsTheirCalendarUnlessTheyWantThat) {
  follower = member;
  EXPECT_THAT(names(round()), ElementsAre("Chair", "Colleague", "Guest", "sec"));
  office->boxes().change(member, [](notify::Box& box) { box.preference.invitations = true; });
  EXPECT_THAT(names(round()), ElementsAre("Member"));
}

TEST_F(MeetingsByMail, GoOnAfterARelayThatWasAway) {
  answer = {Handed::Result::unreachable, "Couldn't connect to server"};
  EXPECT_THAT(round(), IsEmpty());
  answer = {Handed::Result::accepted, "250 2.0.0 taken"};
  begin();
  EXPECT_THAT(names(round()), everybody);
  EXPECT_THAT(round(), IsEmpty());
}

}  // namespace
}  // namespace ccop::server
