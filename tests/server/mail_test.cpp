// What people choose of mail, and who sees whom it reached.
#include "community/meetings/state.hpp"
#include "notify/mail/office.hpp"
#include "server/demo_site.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class Mail : public DemoSite {
 protected:
  [[nodiscard]] SiteOptions options_of_site() const override {
    SiteOptions options = DemoSite::options_of_site();
    options.mail = MailSending{"ccop@example.org", [](const auto&, const auto&) {
                                 return notify::Handed{notify::Handed::Result::refused, "550 no such user"};
                               }};
    return options;
  }
  Response as(PersonId person, const char* method, const std::string& path, const Json& body = Json::object()) {
    return ask(method, path, body.dump(), {{"cookie", cookie_of(person)}});
  }
  [[nodiscard]] Json own(PersonId person) { return Json::parse(*as(person, "GET", "/api/mail").body); }
  notify::MailOffice& office() { return *site().rooms().mail; }
  static inline const Json weekly{{"rhythm", "weekly"}, {"hour", 17}, {"weekday", 5}, {"zone", "Africa/Nairobi"}};
};

TEST_F(Mail, ComesAsEachChooses) {
  EXPECT_EQ(own(secretary)["preference"]["rhythm"], "at-once");
  EXPECT_EQ(as(secretary, "POST", "/api/mail/preference", weekly).status, 200u);
  EXPECT_EQ(own(secretary)["preference"], weekly);
  EXPECT_EQ(own(plain_member())["preference"]["rhythm"], "at-once");
}

TEST_F(Mail, BringsInvitationsUnlessADeviceFollowsTheCalendarOrSomethingElseIsSaid) {
  const PersonId person = plain_member();
  const auto is_invited = [&] { return own(person)["is_invited"].get<bool>(); };
  EXPECT_TRUE(is_invited());
  const Time at = site().live().now();
  SignIn device{person, {}, {}, Time::max(), "phone", {}, {}, {}, {}, {}};
  device.seat = site().live().read([&](const Community& now) { return membership(now).seat_of(person, at); });
  static_cast<void>(site().admission().calendars().begin(std::move(device), at));
  EXPECT_TRUE(own(person)["follows_calendar"].get<bool>());
  EXPECT_FALSE(is_invited());
  Json wished = weekly;
  wished["invitations"] = true;
  EXPECT_EQ(as(person, "POST", "/api/mail/preference", wished).status, 200u);
  EXPECT_TRUE(is_invited());
}

TEST_F(Mail, IsChosenAtHoursAndInZonesThatThereAre) {
  for (const auto& [member, wrong] : std::map<std::string, Json>{
           {"hour", 24}, {"weekday", 0}, {"weekday", 8}, {"zone", "Mars/Olympus"}, {"rhythm", "never"}}) {
    Json wished = weekly;
    wished[member] = wrong;
    EXPECT_THAT(as(secretary, "POST", "/api/mail/preference", wished), problem("bad-input")) << member;
  }
  EXPECT_EQ(own(secretary)["preference"]["rhythm"], "at-once");
}

TEST_F(Mail, TellsTheSecretaryWhoCantBeWrittenTo) {
  static_cast<void>(office().work());
  const Json desk = Json::parse(*as(secretary, "GET", "/api/desk").body);
  std::size_t lost = 0;
  for (const Json& task : desk["tasks"]) lost += task["kind"] == "mail-refused";
  EXPECT_GT(lost, 2u);
  const Json all = Json::parse(*as(secretary, "GET", "/api/mail/people").body);
  for (const Json& one : all["people"])
    if (one["refused"] > 0) EXPECT_EQ(one["answer"], "550 no such user");
  const Json others = Json::parse(*as(plain_member(), "GET", "/api/desk").body);
  for (const Json& task : others["tasks"]) EXPECT_NE(task["kind"], "mail-refused");
}

TEST_F(Mail, IsSeenOfOthersByTheCommitteeAlone) {
  EXPECT_THAT(as(plain_member(), "GET", "/api/mail/people"), problem("only-committee-sees-mail"));
  EXPECT_THAT(as(plain_member(), "POST", "/api/mail/retry", {{"person", 0}}), problem("only-committee-sees-mail"));
  EXPECT_EQ(as(secretary, "POST", "/api/mail/retry", {{"person", 1}}).status, 200u);
}

TEST_F(Mail, ToManyIsLookedAtBeforeItGoes) {
  const auto preview = [&](PersonId person, Time answers_by) {
    return as(person, "POST", "/api/mail/preview",
              {{"command", {{"type", "open-status-round"}, {"answers_by", to_rfc3339(answers_by)}}}});
  };
  const Time soon = std::chrono::floor<days>(site().live().now()) + days{30};
  const std::uint64_t before = site().live().size();
  const Response answer = preview(secretary, soon);
  ASSERT_EQ(answer.status, 200u) << *answer.body;
  const Json seen = Json::parse(*answer.body);
  const Json plan = Json::parse(*as(secretary, "GET", "/api/groups").body);
  std::set<std::string> leads;
  for (const Json& group : plan["groups"])
    if (group["over_at"].is_null() && !group["lead"].is_null()) leads.insert(group["lead"]);
  EXPECT_EQ(seen["people"].size(), leads.size());
  EXPECT_THAT(seen["text"].get<std::string>(), HasSubstr("Say how your working group stands"));
  EXPECT_THAT(seen["subject"].get<std::string>(), HasSubstr("1 thing for you"));
  EXPECT_EQ(site().live().size(), before);

  EXPECT_THAT(preview(plain_member(), soon), problem("only-committee-sees-mail"));
  EXPECT_GE(preview(secretary, site().live().now() - days{1}).status, 400u);
}

class MailThatArrives : public Mail {
 protected:
  [[nodiscard]] SiteOptions options_of_site() const override {
    SiteOptions options = DemoSite::options_of_site();
    options.mail = MailSending{"ccop@example.org", [](const auto&, const auto&) {
                                 return notify::Handed{notify::Handed::Result::accepted, "250 taken"};
                               }};
    return options;
  }
  /// A meeting that was announced and has not begun.
  [[nodiscard]] MeetingId announced() {
    const Time at = site().live().now();
    return site().live().read([&](const Community& now) {
      for (const MeetingId id : meetings(now).all.ids()) {
        const Meeting& meeting = meetings(now).all[id];
        if (meeting.state == MeetingState::published && meeting.starts > at) return id;
      }
      throw std::logic_error("the demonstration has no meeting ahead");
    });
  }
};

TEST_F(MailThatArrives, IsLookedAtBeforeItTakesAMeetingOutOfEverybodysCalendar) {
  const MeetingId meeting = announced();
  const Json cancel{
      {"command", {{"type", "cancel-meeting"}, {"meeting", meeting.value}, {"reason", std::string(43, 'A')}}}};
  const auto looks = [&] {
    const Response answer = as(secretary, "POST", "/api/mail/preview", cancel);
    EXPECT_EQ(answer.status, 200u) << *answer.body;
    return Json::parse(*answer.body);
  };
  static_cast<void>(office().work());
  std::size_t told = 0;
  for (const auto& [person, box] : office().boxes().all())
    told += std::ranges::any_of(box.items, [&](const notify::Item& item) {
      return item.invite && item.invite->meeting == meeting && item.standing == notify::Standing::accepted;
    });
  ASSERT_GT(told, 10u);
  Json seen = looks();
  EXPECT_EQ(seen["invited"].size(), told);
  EXPECT_THAT(seen["invitation"].get<std::string>(), HasSubstr("taken out of your calendar"));
  EXPECT_FALSE(seen["invited"][0]["name"].is_null());
  EXPECT_EQ(looks(), seen) << "looking sends nothing and changes nothing";
}

TEST_F(Mail, IsEndedByItsSecretAloneAndNeverByOpeningALink) {
  EXPECT_EQ(as(secretary, "POST", "/api/mail/preference", weekly).status, 200u);
  std::string path;
  office().boxes().change(secretary, [](notify::Box& box) { box.preference.rhythm = notify::Rhythm::weekly; });
  path = "/api/mail/unsubscribe/" + office().unsubscribe_secret(secretary);
  const auto form = [&](const char* method, const std::string& where) {
    return ask(method, where, "List-Unsubscribe=One-Click",
               {{"cookie", "none=1"}, {"content-type", "application/x-www-form-urlencoded"}});
  };
  for (const char* looking : {"GET", "HEAD"}) EXPECT_EQ(form(looking, path).status, 303u);
  EXPECT_EQ(own(secretary)["preference"]["rhythm"], "weekly");
  EXPECT_THAT(form("POST", path + "0"), problem("link-not-valid"));
  EXPECT_THAT(form("POST", "/api/mail/unsubscribe/1" + path.substr(path.find('.'))), problem("link-not-valid"));
  EXPECT_EQ(own(secretary)["preference"]["rhythm"], "weekly");
  EXPECT_EQ(form("POST", path).status, 200u);
  EXPECT_EQ(own(secretary)["preference"]["rhythm"], "urgent");
}

class WithoutMail : public DemoSite {};

TEST_F(WithoutMail, NobodyChoosesAnything) {
  EXPECT_FALSE(Json::parse(*ask("GET", "/api/mail", "").body)["is_set_up"]);
  EXPECT_THAT(ask("POST", "/api/mail/preference", R"({"rhythm":"daily","hour":8,"weekday":1,"zone":""})"),
              problem("no-mail-here"));
  EXPECT_EQ(ask("POST", "/api/mail/looked", "{}").status, 200u);
  EXPECT_FALSE(Json::parse(*ask("GET", "/api/mail/people", "").body)["is_set_up"]);
  const std::string nothing_done =
      R"({"command":{"type":"open-status-round","answers_by":"2999-01-01T00:00:00.000Z"}})";
  EXPECT_FALSE(Json::parse(*ask("POST", "/api/mail/preview", nothing_done).body)["is_set_up"]);
}

}  // namespace
}  // namespace ccop::server
