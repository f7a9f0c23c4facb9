// What people choose of mail, and who sees whom it reached.
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
}

}  // namespace
}  // namespace ccop::server
