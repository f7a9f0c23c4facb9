// Invitations that calendars answer by mail, from the mail that goes out to who comes; and a forger, who has everything
// but a tag of somebody else's.
#include "mailed.hpp"
#include "notify/mail/office.hpp"
#include "notify/mail/reply_address.hpp"
#include "replying.hpp"
#include "server/meeting_site.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace ccop::server {
namespace {

using namespace community;
using namespace notify::testing;
using notify::Handed;
using notify::MailOffice;
using notify::ReplyBox;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class AnAnsweredInvitation : public AMeetingAhead {
 protected:
  void SetUp() override {
    AMeetingAhead::SetUp();
    for (const char* part : {"new", "cur", "tmp"}) std::filesystem::create_directories(mailbox() / part);
    begin(true);
  }
  [[nodiscard]] std::filesystem::path mailbox() const { return std::filesystem::path{folder.path()} / "mailbox"; }
  /// The office of a host that starts.
  void begin(bool reads_replies) {
    office.reset();
    replies = reads_replies ? std::make_shared<ReplyBox>(notify::Maildir{mailbox()}) : nullptr;
    office = std::make_unique<MailOffice>(
        live(),
        notify::MailOptions{
            "hsc@example.org",
            "http://localhost:8080/c/harbour",
            {},
            [this](PersonId person, MeetingId) { return said_by(person); },
            replies,
            [this](MeetingId id, const host::ComingSaid& said) { served.site->rooms().comings.say(id, said); }},
        [this](const notify::Envelope& envelope, const notify::Stop&) -> Handed {
          if (envelope.mail.find("text/calendar") != std::string::npos) mails[envelope.to] = envelope.mail;
          return {Handed::Result::accepted, "250 taken"};
        });
    if (replies) replies->open();
  }
  [[nodiscard]] std::optional<Coming> said_by(PersonId person) const {
    return live().read([&](const Community& state) {
      return served.site->rooms().comings.of(meeting, meetings(state).all[meeting], person);
    });
  }
  void says(PersonId person, Coming coming) {
    live().read([&](const Community& state) {
      const Meeting& its = meetings(state).all[meeting];
      served.site->rooms().comings.say(meeting, {person, coming, its.starts, its.ends});
    });
  }
  void round() { static_cast<void>(office->work()); }
  /// What stands on a line of the invitation that somebody got last, after the first `:` or the word that is asked for.
  [[nodiscard]] std::string line(const std::string& to, const std::string& after) const {
    const std::string text = unfolded(parts_of(mails.at(to)).back().body);
    const auto at = text.find(after) + after.size();
    return text.substr(at, text.find("\r\n", at) - at);
  }
  /// What this person's calendar answers to that.
  [[nodiscard]] WrittenReply reply_of(const std::string& to, const std::string& part = "ACCEPTED") const {
    const std::string organizer = line(to, "\r\nORGANIZER;CN=\"HSC\":mailto:");
    return {.uid = line(to, "\r\nUID:"),
            .organizer = organizer,
            .attendee = to,
            .part = part,
            .sequence = std::stoi(line(to, "\r\nSEQUENCE:")),
            .from = to,
            .to = organizer};
  }
  /// It is delivered, and looked at.
  void comes(const WrittenReply& reply) {
    std::ofstream{mailbox() / "new" / std::to_string(delivered++), std::ios::binary} << reply.mail();
    round();
  }
  void moves_by_an_hour() {
    const auto text = content(R"({"title":"Planted symposium","place":"Planted hall","description":"d"})");
    take(ChangeMeeting{meeting, store::content_hash(text), starts, starts + days{2} + hours{6}, "Pacific/Auckland", 9,
                       60},
         {text});
  }

  std::shared_ptr<ReplyBox> replies;
  std::unique_ptr<MailOffice> office;
  std::map<std::string, std::string> mails;
  int delivered{};
  static constexpr const char* members = "Member@example.net";
  static constexpr const char* chairs = "Chair@example.net";
};

TEST_F(AnAnsweredInvitation, CountsAsWhetherItsReaderComes) {
  round();
  comes(reply_of(members));
  EXPECT_EQ(said_by(member), Coming::yes);
  comes(reply_of(members, "TENTATIVE"));
  EXPECT_EQ(said_by(member), Coming::yes) << "perhaps says nothing";
  comes(reply_of(members, "DECLINED"));
  EXPECT_EQ(said_by(member), Coming::no);
  comes(reply_of("Guest@example.net"));
  EXPECT_EQ(said_by(guest), Coming::yes);
  EXPECT_EQ(said_by(chair), std::nullopt);
}

TEST_F(AnAnsweredInvitation, LeavesWhoComesFromAfarThere) {
  says(member, Coming::remotely);
  round();
  comes(reply_of(members));
  EXPECT_EQ(said_by(member), Coming::remotely);
  comes(reply_of(members, "DECLINED"));
  EXPECT_EQ(said_by(member), Coming::no);
  comes(reply_of(members));
  EXPECT_EQ(said_by(member), Coming::yes);
}

TEST_F(AnAnsweredInvitation, IsNotAnsweredByAForger) {
  round();
  WrittenReply forged = reply_of(members, "DECLINED");
  forged.organizer = forged.to = "hsc@example.org";
  comes(forged);
  forged.organizer = forged.to = notify::with_tag("hsc@example.org", std::string(notify::tag_length, '0'));
  comes(forged);
  forged = reply_of(chairs, "DECLINED");  // the forger's own tag, in another's name
  forged.from = forged.attendee = members;
  comes(forged);
  EXPECT_EQ(said_by(member), std::nullopt);
  EXPECT_EQ(said_by(chair), std::nullopt) << "an invitation that was handed on says nothing of whose it was";
  comes(reply_of(members));
  comes(forged);
  EXPECT_EQ(said_by(member), Coming::yes);
}

TEST_F(AnAnsweredInvitation, IsAnsweredFromAnAddressThatNobodyElseHasHere) {
  round();
  WrittenReply reply = reply_of(members);
  reply.from = reply.attendee = "m.member@mail.example.net";
  comes(reply);
  EXPECT_EQ(said_by(member), Coming::yes);
}

TEST_F(AnAnsweredInvitation, IsAnsweredAnewWhereItsTimesChange) {
  round();
  const WrittenReply early = reply_of(members);
  comes(early);
  moves_by_an_hour();
  comes(early);  // in the round in which the change goes out
  EXPECT_EQ(said_by(member), std::nullopt);
  comes(early);
  EXPECT_EQ(said_by(member), std::nullopt) << "it answers what was sent before";
  comes(reply_of(members));
  EXPECT_EQ(said_by(member), Coming::yes);
}

TEST_F(AnAnsweredInvitation, HasOneAddressOfItsReaderForAllMailsOfTheMeeting) {
  round();
  const std::string address = reply_of(members).organizer;
  EXPECT_THAT(address, StartsWith("hsc+"));
  EXPECT_THAT(address, EndsWith("@example.org"));
  EXPECT_EQ(address.size(), std::string{"hsc+@example.org"}.size() + notify::tag_length);
  EXPECT_NE(address, reply_of(chairs).organizer);
  EXPECT_THAT(mails.at(members), HasSubstr("Reply-To: " + address));
  EXPECT_THAT(mails.at(members), HasSubstr("From: HSC <hsc@example.org>"));
  moves_by_an_hour();
  begin(true);
  round();
  EXPECT_EQ(reply_of(members).organizer, address);
  const auto reason = content("why");
  take(CancelMeeting{meeting, store::content_hash(reason)}, {reason});
  round();
  EXPECT_THAT(mails.at(members), HasSubstr("METHOD:CANCEL"));
  EXPECT_EQ(reply_of(members).organizer, address);
}

TEST_F(AnAnsweredInvitation, SaysThatAnAnswerCountsAndAsksForOne) {
  round();
  EXPECT_THAT(line(members, "\r\nATTENDEE;"), HasSubstr("RSVP=TRUE"));
  for (const std::size_t shown : {0u, 1u}) {
    EXPECT_THAT(parts_of(mails.at(members))[shown].body, HasSubstr("by the answer of your calendar"));
    EXPECT_THAT(parts_of(mails.at(members))[shown].body, Not(HasSubstr("nobody here reads what your calendar")));
  }
}

TEST_F(AnAnsweredInvitation, IsAskedForByNobodyWhereNobodyReadsIt) {
  begin(false);
  round();
  EXPECT_THAT(line(members, "\r\nATTENDEE;"), HasSubstr("RSVP=FALSE"));
  EXPECT_EQ(reply_of(members).organizer, "hsc@example.org");
  EXPECT_THAT(mails.at(members), Not(HasSubstr("Reply-To")));
  EXPECT_THAT(parts_of(mails.at(members))[0].body, HasSubstr("nobody here reads what your calendar"));
}

TEST_F(AnAnsweredInvitation, KeepsTheOrganizerThatACalendarKnowsWhereTheHostBeginsOrEndsReadingReplies) {
  round();
  const std::string tagged = reply_of(members).organizer;
  begin(false);
  moves_by_an_hour();
  round();
  EXPECT_EQ(reply_of(members).organizer, tagged);
  EXPECT_THAT(line(members, "\r\nATTENDEE;"), HasSubstr("RSVP=FALSE"));
}

TEST_F(AnAnsweredInvitation, KeepsAnOrganizerWithoutATagWhereTheFirstHadNone) {
  begin(false);
  round();
  begin(true);
  moves_by_an_hour();
  round();
  EXPECT_EQ(reply_of(members).organizer, "hsc@example.org");
  EXPECT_THAT(line(members, "\r\nATTENDEE;"), HasSubstr("RSVP=FALSE"));
}

TEST_F(AnAnsweredInvitation, IsPutAsideOnceItWasRead) {
  round();
  comes(reply_of(members));
  EXPECT_TRUE(std::filesystem::is_empty(mailbox() / "new"));
  EXPECT_TRUE(std::filesystem::exists(mailbox() / "cur" / "0:2,S"));
  says(member, Coming::no);
  round();
  EXPECT_EQ(said_by(member), Coming::no) << "what was said on the page since stays";
}

}  // namespace
}  // namespace ccop::server
