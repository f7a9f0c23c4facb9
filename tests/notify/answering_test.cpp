// What a reply means for a meeting: whose it is, and each way in which it means nothing.
#include "notify/mail/answering.hpp"

#include "community/meetings/commands.hpp"
#include "community/scenario.hpp"
#include "notify/calendar/meetings.hpp"
#include "notify/mail/inviting.hpp"
#include "notify/mail/reply_address.hpp"
#include "replying.hpp"

#include <gtest/gtest.h>

namespace ccop::notify {
namespace {

using namespace community;
using community::testing::Scenario;

const std::string own = "hsc@example.org";

/// Two Members who were invited to a meeting, and to another one.
class AReply : public ::testing::Test {
 protected:
  AReply() {
    members = story.members(2);
    meeting = announced();
    later = announced();
    const Invites all = invites(story.now, story.time);
    for (const PersonId person : members)
      for (const Invite& invite : all.at(person)) {
        asked.push_back({person, tag_of(person, invite.meeting), invite});
        asked.back().last.sequence = 3;
      }
    reply.uid = event_name(story.now, meeting);
    reply.organizer = with_tag(own, tag_of(members[0], meeting));
    reply.sequence = 3;
  }
  MeetingId announced() {
    const MeetingId id = story.meeting();
    story.session(id, SessionKind::open);
    story.ask(story.secretary(), PublishMeeting{id});
    return id;
  }
  static std::string tag_of(PersonId person, MeetingId id) {
    return to_hex(sha256(bytes_of(std::to_string(person.value) + "/" + std::to_string(id.value))))
        .substr(0, tag_length);
  }
  [[nodiscard]] std::optional<host::ComingSaid> said() const {
    const auto read = reply_in(reply.mail());
    return read ? answer_in(story.now, *read, own, asked, story.time) : std::nullopt;
  }
  [[nodiscard]] std::optional<PersonId> whose() const {
    const auto found = said();
    return found ? std::optional{found->person} : std::nullopt;
  }
  [[nodiscard]] Invite& last_of(PersonId person) {
    return std::ranges::find_if(asked,
                                [&](const Asked& one) { return one.person == person && one.last.meeting == meeting; })
        ->last;
  }

  Scenario story{"tests/charters/harbour.toml"};
  std::vector<PersonId> members;
  MeetingId meeting, later;
  std::vector<Asked> asked;
  testing::WrittenReply reply;
};

TEST_F(AReply, SaysYesOrNoOfTheMeetingAtItsTimes) {
  ASSERT_TRUE(said());
  EXPECT_EQ(whose(), members[0]);
  EXPECT_EQ(said()->coming, Coming::yes);
  EXPECT_EQ(said()->starts, meetings(story.now).all[meeting].starts);
  EXPECT_EQ(said()->ends, meetings(story.now).all[meeting].ends);
  reply.part = "DECLINED";
  ASSERT_TRUE(said());
  EXPECT_EQ(said()->coming, Coming::no);
}

TEST_F(AReply, SaysNothingByPerhaps) {
  for (const char* part : {"TENTATIVE", "NEEDS-ACTION", "DELEGATED"}) {
    reply.part = part;
    EXPECT_FALSE(said()) << part;
  }
}

TEST_F(AReply, IsWhoseTagItHasWhoeverItSaysThatItIsFrom) {
  reply.from = "Other@example.net";
  EXPECT_EQ(whose(), members[0]);
  reply.organizer = own;
  EXPECT_FALSE(said()) << "a name alone is nobody's word";
  reply.organizer = with_tag(own, tag_of(members[1], meeting));
  EXPECT_EQ(whose(), members[1]);
}

TEST_F(AReply, IsNobodysByATagThatWasGuessed) {
  std::string tag = tag_of(members[0], meeting);
  tag.back() = tag.back() == '0' ? '1' : '0';
  reply.organizer = with_tag(own, tag);
  EXPECT_FALSE(said());
  reply.organizer = with_tag("other@example.org", tag_of(members[0], meeting));
  EXPECT_FALSE(said()) << "another mailbox";
}

TEST_F(AReply, IsKnownByItsMailsRecipientWhereItNamesAnotherOrganizer) {
  reply.to = reply.organizer;
  reply.organizer = "calendar@somewhere.example";
  EXPECT_EQ(whose(), members[0]);
  reply.to = "x@example.org\r\nDelivered-To: " + reply.to;
  EXPECT_EQ(whose(), members[0]);
}

TEST_F(AReply, IsNobodysWhereItsOrganizerIsWrongAndItsRecipientRight) {
  reply.to = reply.organizer;
  reply.organizer = with_tag(own, std::string(tag_length, '0'));
  EXPECT_FALSE(said());
}

TEST_F(AReply, AnswersNoOtherMeetingThanTheOneOfItsTag) {
  reply.uid = event_name(story.now, later);
  EXPECT_FALSE(said());
  reply.uid = "somebody else's event";
  EXPECT_FALSE(said());
}

TEST_F(AReply, IsOutOfDateWhereItAnswersWhatWasSentBefore) {
  reply.sequence = 2;
  EXPECT_FALSE(said());
  reply.sequence = -1;
  EXPECT_FALSE(said());
  reply.sequence = 4;
  EXPECT_TRUE(said());
}

TEST_F(AReply, IsOutOfDateWhereTheMeetingMovedAndNobodyWasToldYet) {
  const Meeting& its = meetings(story.now).all[meeting];
  story.ask(story.secretary(), ChangeMeeting{meeting, community::testing::words("meeting"), its.starts,
                                             its.ends + hours{1}, its.time_zone, its.capacity, its.commitment_minutes});
  EXPECT_FALSE(said());
  last_of(members[0]).ends += hours{1};
  EXPECT_TRUE(said()) << "now they were";
}

TEST_F(AReply, SaysNothingOfWhatWasTakenBack) {
  last_of(members[0]).is_cancelled = true;
  EXPECT_FALSE(said());
}

TEST_F(AReply, SaysNothingMoreOfAMeetingThatIsCancelledOrOver) {
  story.ask(story.secretary(), CancelMeeting{meeting, community::testing::words("why")});
  EXPECT_FALSE(said());
  reply.uid = event_name(story.now, later);
  reply.organizer = with_tag(own, tag_of(members[0], later));
  EXPECT_TRUE(said());
  story.pass(days{4});
  EXPECT_FALSE(said());
}

TEST_F(AReply, SaysNothingForWhoHasNoPlaceAnyMore) {
  story.resigns(*membership(story.now).seat_of(members[0], story.time));
  EXPECT_FALSE(said());
}

}  // namespace
}  // namespace ccop::notify
