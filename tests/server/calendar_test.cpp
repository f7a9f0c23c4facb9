// The calendar that a device follows by its address: what its owner sees and may attend, and nothing else.
#include "meeting_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using ::testing::HasSubstr;
using ::testing::Not;

std::string header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

std::string stamp(Time time) {
  std::string text = to_rfc3339(time).substr(0, 19) + "Z";
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

using ACalendarThatIsFollowed = AMeetingAhead;

TEST_F(ACalendarThatIsFollowed, HasAMeetingOfSeveralDaysAsDaysWhereItIsAndItsSessionsByTheClock) {
  const std::string calendar = calendar_of(member);
  const std::string whole = event_in(calendar, "Planted symposium");
  const auto first = to_rfc3339(starts).substr(0, 10);
  std::string compact = first;
  std::erase(compact, '-');
  EXPECT_THAT(whole, HasSubstr("DTSTART;VALUE=DATE:" + compact));
  EXPECT_THAT(whole, HasSubstr("DTEND;VALUE=DATE:" + stamp(starts + days{4}).substr(0, 8)));
  EXPECT_THAT(whole, HasSubstr("LOCATION:Planted hall"));
  const std::string session = event_in(calendar, std::string{"Planted symposium: "} + open_title);
  EXPECT_THAT(session, HasSubstr("DTSTART:" + stamp(starts) + "\r\nDTEND:" + stamp(starts + hours{2})));
  EXPECT_THAT(session, HasSubstr("TRANSP:OPAQUE"));
}

TEST_F(ACalendarThatIsFollowed, HasAMeetingOfOneDayByTheClock) {
  const auto details = content(R"({"title":"Planted call"})");
  take(PlanMeeting{MeetingKind::ad_hoc, store::content_hash(details), starts, starts + hours{1}, "UTC", 9, 60},
       {details});
  const auto title = content("Planted hour");
  take(AddSession{{1}, SessionKind::open, store::content_hash(title), starts, starts + hours{1}}, {title});
  EXPECT_THAT(calendar_of(member), Not(HasSubstr("Planted call"))) << "nobody was told yet";
  take(PublishMeeting{{1}});
  EXPECT_THAT(event_in(calendar_of(member), "Planted call"), HasSubstr("DTSTART:" + stamp(starts)));
}

TEST_F(ACalendarThatIsFollowed, HasNoExecutiveSessionOfWhoeverIsNotAdmittedThere) {  // clause 6.4
  EXPECT_THAT(calendar_of(member), HasSubstr(executive_title));
  EXPECT_THAT(calendar_of(secretary), HasSubstr(executive_title));
  for (const PersonId person : {guest, colleague}) {
    const std::string calendar = calendar_of(person);
    EXPECT_THAT(calendar, HasSubstr(open_title));
    EXPECT_THAT(calendar, Not(HasSubstr(executive_title)));
    EXPECT_THAT(calendar, Not(HasSubstr(stamp(starts + days{1})))) << "nor when it is";
  }
}

TEST_F(ACalendarThatIsFollowed, HasOfAMeetingWhatAGuestWasLetIntoAndNoMore) {  // clause 6.2
  EXPECT_THAT(calendar_of(colleague), HasSubstr("Planted other"));
  EXPECT_THAT(calendar_of(guest), Not(HasSubstr("Planted other")));
  const auto title = content("Planted members");
  take(AddSession{meeting, SessionKind::members_only, store::content_hash(title), starts, starts + hours{1}}, {title});
  EXPECT_THAT(calendar_of(member), HasSubstr("Planted members"));
  EXPECT_THAT(calendar_of(guest), Not(HasSubstr("Planted members")));
}

/// The same as the pages say: each session that a reader's page shows and that they may enter, and no other.
TEST_F(ACalendarThatIsFollowed, AgreesWithThePagesOfItsOwner) {
  for (const PersonId person : {secretary, chair, member, colleague, guest}) {
    const auto session =
        served.site->admission().sign_ins().begin(SignIn{person, {}, {}, now() + hours{1}, "t", {}, {}, {}, {}}, now());
    const Response page = ask("GET", "/api/meetings/0", {{"cookie", "ccop_harbour=" + session}});
    ASSERT_EQ(page.status, 200u);
    const std::string calendar = calendar_of(person);
    std::size_t shown = 0;
    const auto sessions = ServedSite::Json::parse(*page.body).at("sessions");
    for (const auto& one : sessions) {
      EXPECT_THAT(calendar, HasSubstr(one["title"].get<std::string>())) << person.value;
      ++shown;
    }
    std::size_t held = 0;
    for (auto at = calendar.find("TRANSP:OPAQUE"); at != std::string::npos; at = calendar.find("TRANSP:OPAQUE", at + 1))
      ++held;
    EXPECT_EQ(held, shown) << person.value;
  }
}

TEST_F(ACalendarThatIsFollowed, NeverHasALinkToJoin) {
  for (const PersonId person : {secretary, chair, member, colleague, guest})
    for (const CalendarScope scope : {CalendarScope::titles, CalendarScope::name_only}) {
      const std::string calendar = calendar_of(person, scope);
      EXPECT_THAT(calendar, Not(HasSubstr("rooms.planted")));
      EXPECT_THAT(calendar, Not(HasSubstr("http")));
    }
}

TEST_F(ACalendarThatIsFollowed, SaysNothingButTheCommunitysNameWhereItsOwnerWantsThat) {
  const std::string calendar = calendar_of(member, CalendarScope::name_only);
  EXPECT_THAT(calendar, Not(HasSubstr("Planted")));
  EXPECT_THAT(calendar, HasSubstr("SUMMARY:HSC\r\n"));
  EXPECT_THAT(calendar, HasSubstr("DTSTART:" + stamp(starts)));
}

TEST_F(ACalendarThatIsFollowed, KeepsWhatWasTakenOutAsCancelledForThirtyDays) {
  const std::string address = address_of(member);
  const std::string title = std::string{"Planted symposium: "} + open_title;
  const std::string before = event_in(followed(address), title);
  EXPECT_THAT(before, HasSubstr("SEQUENCE:1\r\n"));
  take(RemoveSession{open});
  const std::string after = event_in(followed(address), title);
  EXPECT_THAT(after, HasSubstr("STATUS:CANCELLED"));
  EXPECT_THAT(after, HasSubstr("SEQUENCE:2\r\n"));
  const auto uid = before.substr(before.find("UID:"), 40);
  EXPECT_THAT(after, HasSubstr(uid));
}

TEST_F(ACalendarThatIsFollowed, KeepsACancelledMeetingWithAllItsSessionsAsCancelled) {
  const auto reason = content("why");
  take(CancelMeeting{meeting, store::content_hash(reason)}, {reason});
  const std::string calendar = calendar_of(member);
  EXPECT_THAT(event_in(calendar, "Planted symposium"), HasSubstr("STATUS:CANCELLED"));
  EXPECT_THAT(event_in(calendar, std::string{"Planted symposium: "} + open_title), HasSubstr("STATUS:CANCELLED"));
  EXPECT_THAT(calendar, Not(HasSubstr("TRANSP:OPAQUE")));
}

TEST_F(ACalendarThatIsFollowed, LeavesTheTimeFreeOfWhoeverSaidNo) {
  served.site->rooms().comings.say(meeting, live().read([&](const Community& state) {
    const Meeting& times = meetings(state).all[meeting];
    return host::ComingSaid{member, Coming::no, times.starts, times.ends};
  }));
  EXPECT_THAT(calendar_of(member), Not(HasSubstr("TRANSP:OPAQUE")));
  EXPECT_THAT(calendar_of(chair), HasSubstr("TRANSP:OPAQUE"));
}

TEST_F(ACalendarThatIsFollowed, HasWhatIsOwedByADateInTheWordsOfThePage) {
  const auto details = content(R"({"title":"Planted duty"})");
  take(PlanMeeting{MeetingKind::ad_hoc, store::content_hash(details), starts, starts + hours{1}, "UTC", 9, 60},
       {details});
  EXPECT_THAT(calendar_of(secretary), HasSubstr("SUMMARY:Announce Planted duty\r\n"));
  EXPECT_THAT(calendar_of(member), Not(HasSubstr("Announce"))) << "it is not theirs";
}

TEST_F(ACalendarThatIsFollowed, IsNotSentAgainWhileItIsTheSame) {
  const std::string address = address_of(member);
  const Response first = ask("GET", address);
  const std::string tag = header(first, "ETag");
  EXPECT_EQ(first.content_type, "text/calendar; charset=utf-8");
  EXPECT_EQ(header(first, "Cache-Control"), "private, no-cache");
  EXPECT_THAT(tag, ::testing::MatchesRegex("\"[A-Za-z0-9_-]{43}\""));
  for (const std::string& known : {tag, "\"x\", " + tag, "W/" + tag, std::string{"*"}}) {
    const Response again = ask("GET", address, {{"if-none-match", known}});
    EXPECT_EQ(again.status, 304u) << known;
    EXPECT_FALSE(again.body);
    EXPECT_EQ(header(again, "ETag"), tag);
  }
  take(RemoveSession{open});
  EXPECT_EQ(ask("GET", address, {{"if-none-match", tag}}).status, 200u);
}

TEST_F(ACalendarThatIsFollowed, AnswersAGuessAsWhatEndedAndCountsItAsATry) {
  const std::string address = address_of(member);
  const auto mine = served.site->admission().calendars().of(member, now());
  ASSERT_TRUE(served.site->admission().calendars().end_by_id(member, mine.front().first));
  const Response ended = ask("GET", address);
  EXPECT_THAT(ended, problem("no-such-page"));
  const std::string good = address_of(chair);
  for (const std::string& guess :
       {std::string{"/calendar/"} + std::string(43, 'A') + ".ics", std::string{"/calendar/.ics"},
        std::string{"/calendar/"}, good + "x", good.substr(0, good.size() - 4)}) {
    const Response guessed = ask("GET", guess);
    EXPECT_EQ(guessed.status, 404u) << guess;
    EXPECT_EQ(*guessed.body, *ended.body);
    EXPECT_EQ(guessed.headers, ended.headers);
  }
  for (int i = 0; i < 40; ++i) ask("GET", "/calendar/" + std::to_string(i) + ".ics");
  EXPECT_THAT(ask("GET", "/calendar/x.ics"), problem("too-many-tries"));
  EXPECT_EQ(ask("GET", good).status, 200u) << "who has an address is not shut out by who has none";
}

TEST_F(ACalendarThatIsFollowed, IsReadAndNothingElse) {
  for (const auto* method : {"POST", "DELETE"})
    EXPECT_THAT(ask(method, address_of(member), {}, "{}"), problem("method-not-allowed"));
  EXPECT_EQ(ask("HEAD", address_of(member)).status, 200u);
}

TEST_F(ACalendarThatIsFollowed, OpensNothingElseOfItsOwner) {
  const std::string address = address_of(member);
  const std::string secret = address.substr(10, 43);
  for (const auto* path : {"/api/meetings", "/api/record", "/api/me"}) {
    EXPECT_EQ(ask("GET", path, {{"authorization", "Bearer " + secret}}).status, 401u) << path;
    EXPECT_EQ(ask("GET", path, {{"cookie", "ccop_harbour=" + secret}}).status, 401u) << path;
  }
}

TEST_F(ACalendarThatIsFollowed, EndsWithTheMandate) {
  const std::string address = address_of(member);
  const auto seat = live().read([&](const Community& state) { return membership(state).seat_of(member, now()); });
  take(devices.at(member.value), EndMandate{*seat});
  EXPECT_THAT(ask("GET", address), problem("no-such-page"));
  EXPECT_THAT(ask("GET", address_of(colleague)), ::testing::Field(&Response::status, 200u)) << "who has another place";
  EXPECT_EQ(ask("GET", address_of(registered("Nobody"))).status, 404u) << "who has none";
}

}  // namespace
}  // namespace ccop::server
