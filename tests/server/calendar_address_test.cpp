// Addresses of calendars: whoever holds a cookie alone makes none, each is shown once, and ends when its owner says so
// or comes back after a loss.
#include "identity/signed_message.hpp"
#include "meeting_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;

class AnAddressOfACalendar : public AMeetingAhead {
 protected:
  void SetUp() override {
    AMeetingAhead::SetUp();
    const std::string set_cookie = served.sign_in();
    cookie = set_cookie.substr(0, set_cookie.find(';'));
  }
  /// What the Secretary's browser sends, signed with the passkey for `purpose`.
  Json asking(const Json& wish = {}, std::string_view purpose = identity::purpose::calendar) const {
    Json statement{{"label", "phone"}, {"person", 0}, {"scope", "titles"}};
    if (wish.is_object()) statement.update(wish);
    statement["nonce"] = served.challenge();
    const auto text =
        identity::signed_message(purpose, ccop::testing::Device::log_of(live()), statement.dump());  // sorted already
    return {{"statement", statement}, {"passkey", Json::parse(to_json(served.secretary.passkey().sign_message(text)))}};
  }
  Response make(const Json& body) { return ask("POST", "/api/me/calendars", {{"cookie", cookie}}, body.dump()); }
  Json me() { return Json::parse(*ask("GET", "/api/me", {{"cookie", cookie}}).body); }

  std::string cookie;
};

TEST_F(AnAddressOfACalendar, IsMadeByWhoeverHasThePasskeyAndNotByACookie) {
  Json asked = asking();
  const Json good = asked;
  asked["statement"]["scope"] = "name-only";
  EXPECT_THAT(make(asked), problem("passkey-not-accepted")) << "something else was signed";
  asked = good;
  asked["statement"]["nonce"] = served.challenge();
  EXPECT_THAT(make(asked), problem("passkey-not-accepted")) << "signed for another time";
  EXPECT_THAT(make(asking({}, identity::purpose::token)), problem("passkey-not-accepted")) << "signed for a token";
  const Response made = make(good);
  ASSERT_EQ(made.status, 200u) << *made.body;
  EXPECT_THAT(make(good), problem("passkey-not-accepted")) << "it was used";
  EXPECT_EQ(ask("GET", Json::parse(*made.body)["path"]).status, 200u);
  EXPECT_THAT(make(asking({{"person", 1}})), problem("act-for-yourself"));
}

TEST_F(AnAddressOfACalendar, HasANameAndAScope) {
  for (const Json& wrong : {Json{{"label", ""}}, Json{{"label", std::string(241, 'x')}}, Json{{"scope", "all"}}})
    EXPECT_EQ(make(asking(wrong)).status, 400u) << wrong;
}

TEST_F(AnAddressOfACalendar, IsShownOnceAndKeptAsAHash) {
  const std::string path = Json::parse(*make(asking({{"scope", "name-only"}})).body)["path"];
  const std::string secret = path.substr(10, 43);
  EXPECT_THAT(path, ::testing::MatchesRegex("/calendar/[A-Za-z0-9_-]{43}\\.ics"));
  EXPECT_THAT(me().dump(), ::testing::Not(::testing::HasSubstr(secret)));
  EXPECT_EQ(me()["calendars"][0]["label"], "phone");
  EXPECT_EQ(me()["calendars"][0]["scope"], "name-only");
  live().store().each_setting("", [&](std::string_view name, std::string_view value) {
    EXPECT_EQ(name.find(secret), std::string_view::npos);
    EXPECT_EQ(value.find(secret), std::string_view::npos);
  });
}

TEST_F(AnAddressOfACalendar, IsThereAfterARestartWithItsScope) {
  const std::string path = Json::parse(*make(asking({{"scope", "name-only"}})).body)["path"];
  const SignIns again{live().store(), calendar_kind(), now()};
  const auto kept = again.of(secretary, now());
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept.front().second.scope, CalendarScope::name_only);
}

TEST_F(AnAddressOfACalendar, IsEndedByItsOwnerAndByNobodyElse) {
  const std::string path = Json::parse(*make(asking()).body)["path"];
  const std::string id = me()["calendars"][0]["id"];
  const auto theirs =
      served.site->admission().sign_ins().begin(SignIn{member, {}, {}, now() + hours{1}, "t", {}, {}, {}, {}}, now());
  const auto end = [&](const std::string& by, const Json& body) {
    return ask("POST", "/api/me/calendars/end", {{"cookie", by}}, body.dump());
  };
  EXPECT_THAT(end("ccop_harbour=" + theirs, served.ending_request(id)), problem("act-for-yourself"));
  EXPECT_EQ(end(cookie, {{"id", id}}).status, 400u) << "a cookie is no passkey";
  EXPECT_EQ(ask("GET", path).status, 200u);
  EXPECT_EQ(end(cookie, served.ending_request(id)).status, 200u);
  EXPECT_THAT(ask("GET", path), problem("no-such-page"));
  EXPECT_TRUE(me()["calendars"].empty());
}

TEST_F(AnAddressOfACalendar, IsOneOfTwentyAndNoMore) {
  for (int i = 0; i < 20; ++i) ASSERT_EQ(make(asking()).status, 200u);
  EXPECT_THAT(make(asking()), problem("too-many-calendars"));
}

TEST_F(AnAddressOfACalendar, EndsWhereNobodyReadsItForHalfAYear) {
  SignIns calendars{live().store(), calendar_kind(), now()};
  const std::string secret = calendars.begin({member, {}, {}, Time::max(), "old phone", {}, {}, {}, {}}, now());
  EXPECT_TRUE(calendars.find(secret, now() + days{182}));
  EXPECT_TRUE(calendars.find(secret, now() + days{364}));
  EXPECT_FALSE(calendars.find(secret, now() + days{364 + 183}));
}

/// Whoever lost a passkey may have lost the phone that follows the calendar.
TEST_F(AnAddressOfACalendar, EndsWhenItsOwnerEnrolsAnew) {
  ccop::testing::Device ada{"Ada", live().read([](const Community& state) { return people(state).all.next(); })};
  const auto profile = content(R"({"name":"Ada"})");
  take(RegisterPerson{store::content_hash(profile)}, {profile});
  take(OfferEnrolment{ada.person(), ada.link_key(), now() + days{1}});
  static_cast<void>(address_of(ada.person()));
  const auto enrolling = ada.enrols(live());
  Json contents = Json::array();
  for (const auto& one : enrolling.contents)
    contents.push_back({{"salt", to_base64url(bytes_of(one.salt))}, {"text", one.text}});
  const Json body{{"request", encode(enrolling.request)},
                  {"contents", contents},
                  {"signature", Json::parse(to_json(*enrolling.signature))}};
  ASSERT_EQ(ask("POST", "/api/enrolment", {}, body.dump()).status, 200u);
  EXPECT_TRUE(served.site->admission().calendars().of(ada.person(), now()).empty());
}

}  // namespace
}  // namespace ccop::server
