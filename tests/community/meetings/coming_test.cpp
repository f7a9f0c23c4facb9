// Who may say whether they come, and who is shown by which link one joins from elsewhere (clauses 4.4, 5.2, 6.2, 6.4).
#include "community/meetings/attending.hpp"
#include "community/scenario.hpp"
#include "host/forms.hpp"

namespace ccop::community {
namespace {

using namespace testing;

/// A meeting from in an hour on, announced, with two open sessions, one for Members and an executive one.
struct AMeetingToCome : Scenario {
  AMeetingToCome() {
    ask(secretary(), PublishMeeting{id});
    ask(secretary(), AdmitGuest{id, words("guest"), {open}, token("guest link")});
  }
  [[nodiscard]] Ruling may_say(PersonId person, MeetingId meeting) const {
    if (auto objection = objection_to_coming(now, meeting, person, time)) return *std::move(objection);
    return std::vector<Act>{};
  }
  [[nodiscard]] Ruling may_say(PersonId person) const { return may_say(person, id); }
  void links(std::optional<SessionId> session, std::string_view link) {
    EXPECT_THAT(ask(secretary(), SetJoinLink{id, session, words(link)}), led_to<JoinLinkSet>());
  }
  /// The link that this person is shown at that time.
  [[nodiscard]] std::optional<ContentHash> shown_to(PersonId person, SessionId session, Time when) const {
    const auto found = joining(now, session, person, when);
    return found ? found->link : std::nullopt;
  }
  /// Somebody whose invitation a co-Chair cleared.
  PersonId colleague() {
    const PersonId invited = person();
    ask(members_.front(), InviteRepresentative{id, invited});
    ask(members_.front(), ClearInvitation{InvitationId{meetings(now).invitations.next().value - 1}});
    return invited;
  }

  std::vector<PersonId> members_ = members(2);
  PersonId member = members_[1];
  MeetingId id = meeting();
  SessionId open = session(id, SessionKind::open);
  SessionId other = session(id, SessionKind::open);
  SessionId executive = session(id, SessionKind::executive);
  PersonId guest = people(now).next();
  Time starts = meetings(now).all[id].starts;
  Time ends = meetings(now).all[id].ends;
};

TEST(WhoeverHasAPlace, SaysWhetherTheyCome) {
  AMeetingToCome ccop;
  for (const PersonId person : {ccop.member, ccop.guest, ccop.secretary(), ccop.colleague()})
    EXPECT_FALSE(objection_to_coming(ccop.now, ccop.id, person, ccop.time)) << person.value;
}

TEST(WhoeverHasNoPlace, SaysNothingOfIt) {  // clause 4.4
  AMeetingToCome ccop;
  const PersonId stranger = ccop.person();
  EXPECT_THAT(ccop.may_say(stranger), refused_for("no-place-at-meeting", clause::additional_representatives));
  ccop.ask(ccop.member, InviteRepresentative{ccop.id, stranger});
  EXPECT_THAT(ccop.may_say(stranger), refused_for("no-place-at-meeting")) << "nobody cleared it yet";
  const MeetingId next = ccop.meeting();
  ccop.session(next, SessionKind::open);
  ccop.ask({0}, PublishMeeting{next});
  EXPECT_THAT(ccop.may_say(ccop.guest, next), refused_for("no-place-at-meeting")) << "a guest of another meeting";
}

TEST(WhoeverHasAPlace, IsAskedOfWhatWasAnnouncedAndIsNotOver) {
  AMeetingToCome ccop;
  EXPECT_THAT(ccop.may_say(ccop.member, {9}), refused_for("no-such-meeting"));
  EXPECT_THAT(ccop.may_say(ccop.member, ccop.meeting()), refused_for("meeting-not-published"));
  ccop.pass(ccop.ends - ccop.time);
  EXPECT_THAT(ccop.may_say(ccop.member), refused_for("meeting-is-over", clause::management));
}

TEST(ALinkToJoin, IsSetByWhoeverPlansAndTakenAwayAgain) {
  AMeetingToCome ccop;
  EXPECT_THAT(ccop.ask(ccop.member, SetJoinLink{ccop.id, {}, words("x")}), refused_for("only-committee-plans"));
  EXPECT_THAT(ccop.ask(ccop.member, RemoveJoinLink{ccop.id, {}}), refused_for("only-committee-plans"));
  EXPECT_THAT(ccop.ask({0}, RemoveJoinLink{ccop.id, {}}), refused_for("no-link-to-remove", clause::management));
  ccop.links({}, "of all");
  ccop.links(ccop.open, "of one");
  EXPECT_THAT(ccop.ask({0}, RemoveJoinLink{ccop.id, ccop.open}), led_to<JoinLinkRemoved>());
  EXPECT_FALSE(meetings(ccop.now).sessions[ccop.open].join_link);
  EXPECT_TRUE(meetings(ccop.now).all[ccop.id].join_link);
  EXPECT_THAT(ccop.ask({0}, SetJoinLink{{9}, {}, words("x")}), refused_for("no-such-meeting"));
}

TEST(ALinkToJoin, IsOfASessionOfThatMeetingThatIsNotClosed) {
  AMeetingToCome ccop;
  const MeetingId next = ccop.meeting();
  const SessionId elsewhere = ccop.session(next, SessionKind::open);
  EXPECT_THAT(ccop.ask({0}, SetJoinLink{ccop.id, elsewhere, words("x")}), refused_for("no-such-session"));
  EXPECT_THAT(ccop.ask({0}, RemoveJoinLink{ccop.id, SessionId{99}}), refused_for("no-such-session"));
  ccop.ask({0}, OpenSession{ccop.open});
  ccop.ask({0}, CloseSession{ccop.open, {}});
  EXPECT_THAT(ccop.ask({0}, SetJoinLink{ccop.id, ccop.open, words("x")}), refused_for("session-is-closed"));
}

TEST(ALinkToJoin, IsShownFromHalfAnHourBeforeUntilTheEndOfItsSession) {
  AMeetingToCome ccop;
  ccop.links(ccop.open, "link");
  ccop.ask(ccop.member, AcceptDiscretion{ccop.id});
  const Session& session = meetings(ccop.now).sessions[ccop.open];
  const auto at = [&](Time when) { return ccop.shown_to(ccop.member, ccop.open, when); };
  EXPECT_EQ(at(session.starts - minutes{30} - std::chrono::milliseconds{1}), std::nullopt);
  EXPECT_EQ(at(session.starts - minutes{30}), words("link"));
  EXPECT_EQ(at(session.ends - std::chrono::milliseconds{1}), words("link"));
  EXPECT_EQ(at(session.ends), std::nullopt);
  ccop.ask({0}, OpenSession{ccop.open});
  EXPECT_EQ(at(session.ends + minutes{5}), words("link")) << "it goes on";
  ccop.ask({0}, CloseSession{ccop.open, {}});
  EXPECT_EQ(at(session.starts), std::nullopt) << "it is closed";
}

TEST(ALinkToJoin, IsForWhoeverAcceptedTheNoticeOfDiscretion) {  // clause 5.2
  AMeetingToCome ccop;
  ccop.links(ccop.open, "link");
  const auto found = joining(ccop.now, ccop.open, ccop.member, ccop.starts);
  ASSERT_TRUE(found) << "they are told when";
  EXPECT_EQ(found->link, std::nullopt);
  EXPECT_EQ(found->from, ccop.starts - minutes{30});
}

/// Whoever has a link can come by it wherever it leads: so it leads nowhere else.
TEST(ALinkToJoin, IsNotForWhoeverMayNotEnterThatSession) {  // clauses 4.4, 6.2, 6.4
  AMeetingToCome ccop;
  ccop.links({}, "of all");
  ccop.links(ccop.open, "of one");
  ccop.links(ccop.executive, "executive");
  const PersonId colleague = ccop.colleague();
  for (const PersonId person : {ccop.guest, colleague, ccop.member}) ccop.ask(person, AcceptDiscretion{ccop.id});
  EXPECT_EQ(ccop.shown_to(ccop.guest, ccop.open, ccop.starts), words("of one"));
  EXPECT_EQ(joining(ccop.now, ccop.other, ccop.guest, ccop.starts).has_value(), false);
  EXPECT_EQ(joining(ccop.now, ccop.executive, ccop.guest, ccop.starts).has_value(), false);
  EXPECT_EQ(ccop.shown_to(colleague, ccop.other, ccop.starts), words("of all"));
  EXPECT_EQ(joining(ccop.now, ccop.executive, colleague, ccop.starts).has_value(), false);
  EXPECT_EQ(ccop.shown_to(ccop.member, ccop.executive, ccop.starts), words("executive"));
  EXPECT_EQ(joining(ccop.now, ccop.open, ccop.person(), ccop.starts).has_value(), false);
}

TEST(ALinkToJoin, OfAMeetingOpensNoExecutiveSessionAndIsNoGuests) {
  AMeetingToCome ccop;
  ccop.links({}, "of all");
  for (const PersonId person : {ccop.guest, ccop.member}) ccop.ask(person, AcceptDiscretion{ccop.id});
  EXPECT_EQ(ccop.shown_to(ccop.member, ccop.open, ccop.starts), words("of all"));
  EXPECT_EQ(joining(ccop.now, ccop.executive, ccop.member, ccop.starts).has_value(), false);
  EXPECT_EQ(joining(ccop.now, ccop.open, ccop.guest, ccop.starts).has_value(), false);
}

TEST(ALinkToJoin, OfACancelledMeetingLeadsNowhere) {
  AMeetingToCome ccop;
  ccop.links(ccop.open, "link");
  ccop.ask({0}, CancelMeeting{ccop.id, words("why")});
  EXPECT_FALSE(joining(ccop.now, ccop.open, ccop.member, ccop.starts));
}

TEST(ALinkToJoin, IsAnAddressOverTlsWithNothingHiddenInIt) {
  const auto objection = [](const std::string& text) {
    const store::Content link{std::string(16, 's'), text};
    return host::objection_to_forms(SetJoinLink{{0}, {}, store::content_hash(link)}, {link});
  };
  const auto of = [&](const std::string& link) { return objection(R"({"link":")" + link + R"("})"); };
  EXPECT_THAT(of("https://rooms.example.org/j/12?pwd=x#top"), allowed());
  EXPECT_THAT(of("https://" + std::string(1992, 'x')), allowed());
  for (const std::string& wrong :
       {std::string{"http://rooms.example.org"}, std::string{"https://"}, std::string{"https:///x"},
        std::string{"javascript:alert(1)"}, std::string{"https://rooms.example.org@evil.example/"},
        std::string{"https://a b"}, std::string{"https://пример"}, std::string{R"(https://a/\")"},
        "https://" + std::string(1993, 'x')})
    EXPECT_THAT(of(wrong), refused_for("content-has-another-form")) << wrong;
  EXPECT_THAT(objection("https://rooms.example.org/"), refused_for("content-has-another-form"));
}

}  // namespace
}  // namespace ccop::community
