// Hooks follow the record, and nobody who acts waits for them: what is sent, to whom, once, and not a word of what it
// is about.
#include "hooked.hpp"

#include <future>

namespace ccop::notify {
namespace {

using namespace community;
using testing::all_of;
using testing::answering;
using ::testing::HasSubstr;
using testing::Hooked;
using testing::Json;
using ::testing::Not;
using testing::Receiver;
using testing::Silent;

class AHook : public Hooked {};

TEST_F(AHook, HearsOfWhatItWishesAndOfWhereItStands) {
  Receiver receiver;
  add(receiver.url());
  publish_meeting();
  const auto message = receiver.came(1).front();
  EXPECT_EQ(message.method, "POST");
  EXPECT_EQ(message.header("content-type"), "application/json");
  const Json said = Json::parse(message.body);
  EXPECT_EQ(said["kind"], "meeting-published");
  EXPECT_EQ(said["link"], std::string{origin} + "/meetings/0");
  EXPECT_EQ(said.size(), 3u) << "and when";
  EXPECT_THAT(std::string{message.header("ccop-signature")}, ::testing::MatchesRegex("t=[0-9]+,v1=[0-9a-f]{64}"));
  EXPECT_FALSE(message.header("ccop-delivery").empty());
  standing_when([](const HookStanding& now) { return now.sent_at.has_value(); });
}

TEST_F(AHook, SaysNoWordOfWhatAnybodyWrote) {
  Receiver receiver;
  for (const HookForm form : {HookForm::json, HookForm::text, HookForm::card})
    add(receiver.url(), form, {HookKind::meeting_published, HookKind::meeting_changed, HookKind::meeting_cancelled});
  const auto meeting = publish_meeting();
  change_meeting(meeting);
  take(secretary_.asks(*live_, CancelMeeting{meeting, store::content_hash(details())}, {details()}));
  for (const auto& message : receiver.came(9)) {
    EXPECT_THAT(all_of(message), HasSubstr("/meetings/0"));
    for (const char* word : {planted, "marzipan", "Sec", "harbour.toml", "ad-hoc", "our channel"})
      EXPECT_THAT(all_of(message), Not(HasSubstr(word)));
  }
}

TEST_F(AHook, HearsNothingOfAMeetingThatIsOnlyPlanned) {
  Receiver receiver;
  add(receiver.url(), HookForm::json,
      {HookKind::meeting_published, HookKind::meeting_changed, HookKind::meeting_cancelled});
  const auto planned = plan_meeting();
  pass(minutes{1});
  change_meeting(planned);
  take(secretary_.asks(*live_, CancelMeeting{planned, store::content_hash(details())}, {details()}));
  publish_meeting();
  EXPECT_THAT(receiver.came(1).front().body, HasSubstr("/meetings/1"));
}

TEST_F(AHook, HearsOfNothingThatItDidNotWishFor) {
  Receiver receiver;
  const auto made = add(receiver.url(), HookForm::json, {HookKind::group_founded});
  publish_meeting();
  ASSERT_TRUE(hooks_->change(made.id, {HookKind::meeting_published}));
  publish_meeting();
  EXPECT_THAT(receiver.came(1).front().body, HasSubstr("/meetings/1")) << "what was before the change stays untold";
}

/// The one who publishes is answered while the other server still says nothing.
TEST_F(AHook, DelaysNobodyWhoActs) {
  const Silent silent;
  add(silent.url());
  publish_meeting();
  static_cast<void>(silent.heard());
  for (int i = 0; i < 5; ++i) publish_meeting();
  EXPECT_FALSE(standing().tried_at) << "the first message is still on its way";
}

TEST_F(AHook, IsAskedForTenSecondsAtMostAndOfItsAnswerLittleIsRead) {
  std::promise<exchange::Fetching> asked;
  fetch_ = [&](const exchange::Fetching& asking) {
    asked.set_value(asking);
    return exchange::Fetched{200, "", {}, ""};
  };
  restart();
  add("https://hooks.example.org/");
  publish_meeting();
  const auto asking = asked.get_future().get();
  EXPECT_EQ(asking.longest_seconds, 10);
  EXPECT_LE(asking.reads_at_most.value(), 65'536u);
  EXPECT_NE(asking.outbound, nullptr);
}

TEST_F(AHook, IsTriedAgainWithTheSameIdAndSignedAnew) {
  Receiver receiver{[](std::size_t number) { return answering(number == 0 ? 500 : 200); }};
  add(receiver.url());
  publish_meeting();
  static_cast<void>(receiver.came(1));
  const auto failed = standing_when([](const HookStanding& now) { return now.failures == 1; });
  EXPECT_EQ(failed.trouble, HookTrouble::refused);
  EXPECT_EQ(failed.status, 500u);
  EXPECT_FALSE(failed.pause);
  pass(minutes{1});
  const auto messages = receiver.came(2);
  EXPECT_EQ(messages[0].header("ccop-delivery"), messages[1].header("ccop-delivery"));
  EXPECT_EQ(messages[0].body, messages[1].body);
  EXPECT_NE(messages[0].header("ccop-signature"), messages[1].header("ccop-signature"));
  const auto sent = standing_when([](const HookStanding& now) { return now.failures == 0; });
  EXPECT_EQ(sent.trouble, HookTrouble::none);
  EXPECT_EQ(hooks_->all().front().waiting, 0u);
}

TEST_F(AHook, FollowsNoRedirect) {
  Receiver elsewhere;
  Receiver receiver{[&](std::size_t) {
    auto response = answering(302);
    response.headers.emplace_back("Location", elsewhere.url());
    return response;
  }};
  add(receiver.url());
  publish_meeting();
  const auto failed = standing_when([](const HookStanding& now) { return now.failures == 1; });
  EXPECT_EQ(failed.trouble, HookTrouble::redirected);
  EXPECT_EQ(elsewhere.count(), 0u);
}

TEST_F(AHook, IsPausedAtOnceByWhoeverSaysThatItIsGone) {
  Receiver receiver{[](std::size_t number) { return answering(number == 0 ? 410 : 200); }};
  const auto made = add(receiver.url());
  publish_meeting();
  const auto gone = standing_when([](const HookStanding& now) { return now.pause.has_value(); });
  EXPECT_EQ(gone.pause, HookPause::gone);
  EXPECT_EQ(gone.missed, 1u);
  publish_meeting();
  restart();
  EXPECT_EQ(standing().pause, HookPause::gone) << "also after a restart";
  ASSERT_TRUE(hooks_->resume(made.id));
  publish_meeting();
  EXPECT_THAT(receiver.came(2)[1].body, HasSubstr("/meetings/2")) << "what happened in the pause stays untold";
}

TEST_F(AHook, TakesAnAnswerThatIsTooLargeToBeReadForItsStatus) {
  Receiver receiver{[](std::size_t) {
    auto response = answering(200);
    response.body = std::make_shared<const std::string>(std::string(std::size_t{8} << 20, 'x'));
    return response;
  }};
  add(receiver.url());
  publish_meeting();
  const auto sent = standing_when([](const HookStanding& now) { return now.tried_at.has_value(); });
  EXPECT_EQ(sent.trouble, HookTrouble::none) << sent.detail;
  EXPECT_EQ(hooks_->all().front().waiting, 0u);
}

/// Whatever it is called, and whatever its name resolved to before: no message reaches into the host's own network.
TEST_F(AHook, ReachesNoPrivateAddress) {
  outbound_ = exchange::Outbound{};
  restart();
  const Silent silent;
  const Receiver receiver;
  for (const char* host : {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"}) {
    const auto made = add(receiver.url("https", host));
    publish_meeting();
    const auto refused = standing_when([](const HookStanding& now) { return now.failures > 0; });
    EXPECT_EQ(refused.trouble, HookTrouble::no_answer) << host;
    EXPECT_THAT(refused.detail, ::testing::AnyOf(HasSubstr("not one that this host calls"), HasSubstr("connect")))
        << host;
    ASSERT_TRUE(hooks_->end(made.id));
  }
}

TEST_F(AHook, ThatFailsForThreeDaysIsPaused) {
  Receiver receiver{[](std::size_t) { return answering(503); }};
  add(receiver.url());
  publish_meeting();
  standing_when([](const HookStanding& now) { return now.failures == 1; });
  std::uint32_t tries = 1;
  for (int hour = 1; hour <= 71; ++hour) {
    const std::uint32_t before = standing().failures;
    pass(hours{1});
    if (standing().next_at.value() > live_->now()) continue;
    standing_when([&](const HookStanding& now) { return now.failures > before; });
    ++tries;
    EXPECT_FALSE(standing().pause) << hour;
  }
  EXPECT_LT(tries, 40u) << "it is tried less and less often";
  pass(hours{7});
  const auto paused = standing_when([](const HookStanding& now) { return now.pause.has_value(); });
  EXPECT_EQ(paused.pause, HookPause::failed_too_long);
  EXPECT_EQ(hooks_->all().front().waiting, 0u);
  const auto sent = receiver.count();
  publish_meeting();
  pass(hours{8});
  restart();
  EXPECT_EQ(receiver.count(), sent);
}

TEST_F(AHook, IsTestedOnceAndByAMessageThatTellsNothing) {
  Receiver receiver{[](std::size_t number) { return answering(number == 0 ? 404 : 200); }};
  const auto made = add(receiver.url());
  ASSERT_TRUE(hooks_->test(made.id));
  const auto failed = standing_when([](const HookStanding& now) { return now.tried_at.has_value(); });
  EXPECT_EQ(failed.trouble, HookTrouble::refused);
  EXPECT_EQ(failed.failures, 0u) << "it delays nothing";
  pass(hours{1});
  ASSERT_TRUE(hooks_->test(made.id));
  const auto messages = receiver.came(2);
  for (const auto& message : messages) EXPECT_EQ(Json::parse(message.body)["kind"], "test");
  EXPECT_EQ(Json::parse(messages[0].body)["link"], std::string{origin} + "/");
  standing_when([](const HookStanding& now) { return now.trouble == HookTrouble::none; });
  EXPECT_EQ(receiver.count(), 2u) << "a test that failed is not sent again";
}

TEST_F(AHook, SignsWithBothSecretsForADayAfterAChange) {
  Receiver receiver;
  const auto made = add(receiver.url());
  const auto fresh = hooks_->renew_secret(made.id);
  ASSERT_TRUE(fresh);
  EXPECT_NE(*fresh, made.secret);
  const auto is_signed = [&](std::size_t message, const std::vector<std::string>& secrets) {
    const auto request = receiver.came(message + 1)[message];
    const std::string signature{request.header("ccop-signature")};
    const auto seconds = std::stoull(signature.substr(2));
    EXPECT_EQ(signature, hook_signature(request.body, seconds, secrets));
  };
  publish_meeting();
  is_signed(0, {*fresh, made.secret});
  restart();
  publish_meeting();
  is_signed(1, {*fresh, made.secret});
  pass(change_over);
  publish_meeting();
  is_signed(2, {*fresh});
}

class AHostThatWasDown : public Hooked {
 protected:
  /// Others act in the record while nobody serves hooks.
  void act_unserved(std::uint32_t meetings) {
    end();
    begin();
    for (std::uint32_t i = 0; i < meetings; ++i) publish_meeting();
  }
};

TEST_F(AHostThatWasDown, SendsAfterwardsWhatHappenedMeanwhileEachOnce) {
  Receiver receiver;
  add(receiver.url());
  publish_meeting();
  static_cast<void>(receiver.came(1));
  standing_when([](const HookStanding& now) { return now.sent_at.has_value(); });
  act_unserved(3);
  serve();
  const auto messages = receiver.came(4);
  for (std::size_t i = 0; i < messages.size(); ++i)
    EXPECT_THAT(messages[i].body, HasSubstr("/meetings/" + std::to_string(i) + "\""));
  standing_when([&](const HookStanding&) { return hooks_->all().front().waiting == 0; });
  restart();
  publish_meeting();
  EXPECT_THAT(receiver.came(5)[4].body, HasSubstr("/meetings/4")) << "and nothing twice";
}

TEST_F(AHostThatWasDown, TellsNothingThatIsOlderThanADay) {
  Receiver receiver;
  add(receiver.url());
  act_unserved(1);
  ahead_ = ahead_.load() + oldest_news + minutes{1};
  serve();
  publish_meeting();
  EXPECT_THAT(receiver.came(1).front().body, HasSubstr("/meetings/1"));
}

TEST_F(AHostThatWasDown, SendsWhatWasUnderWayAgainWithTheSameId) {
  Silent silent;
  add(silent.url());
  publish_meeting();
  const std::string cut_off = silent.heard();
  end();
  begin();
  serve();
  const std::string again = silent.heard();
  const auto delivery = [](const std::string& said) {
    const auto at = said.find("CCOP-Delivery: ");
    return at == std::string::npos ? "" : said.substr(at, said.find('\r', at) - at);
  };
  EXPECT_NE(delivery(cut_off), "");
  EXPECT_EQ(delivery(cut_off), delivery(again));
}

TEST_F(AHostThatWasDown, GivesUpWhatWaitsLongerThanItsTriesLast) {
  const Silent silent;
  add(silent.url());
  publish_meeting();
  static_cast<void>(silent.heard());
  end();
  ahead_ = ahead_.load() + longest_delay + minutes{1};
  begin();
  serve();
  const auto after = standing_when([](const HookStanding& now) { return now.missed == 1; });
  EXPECT_FALSE(after.pause) << "it was not the hook's fault";
}

class HooksBesideTheRecord : public Hooked {};

TEST_F(HooksBesideTheRecord, TellWhoeverReadsTheDatabaseNoAddressAndNoSecret) {
  const auto made = add("https://hooks.example.org/planted-path?sig=planted-query");
  std::string all;
  live_->store().each_setting("", [&](std::string_view, std::string_view value) { all += value; });
  EXPECT_THAT(all, HasSubstr("hooks.example.org"));
  for (const std::string& hidden : {std::string{"planted"}, made.secret}) EXPECT_THAT(all, Not(HasSubstr(hidden)));
}

TEST_F(HooksBesideTheRecord, AreTenAtMost) {
  for (std::size_t i = 0; i < most_hooks; ++i) add("https://hooks.example.org/");
  EXPECT_FALSE(hooks_->add({"one more", "https://hooks.example.org/", {}, {HookKind::vote_opened}, {}}));
}

TEST_F(HooksBesideTheRecord, GoWithAllThatWaitedForThem) {
  Receiver receiver{[](std::size_t) { return answering(500); }};
  const auto made = add(receiver.url());
  publish_meeting();
  standing_when([](const HookStanding& now) { return now.failures == 1; });
  EXPECT_TRUE(hooks_->end(made.id));
  EXPECT_FALSE(hooks_->end(made.id));
  EXPECT_FALSE(hooks_->test(made.id));
  EXPECT_FALSE(hooks_->resume(made.id));
  EXPECT_FALSE(hooks_->renew_secret(made.id));
  EXPECT_FALSE(hooks_->change(made.id, {}));
  std::size_t left = 0;
  live_->store().each_setting("hook", [&](std::string_view name, std::string_view) {
    if (name != "hooks-until") ++left;
  });
  EXPECT_EQ(left, 0u);
}

TEST_F(HooksBesideTheRecord, ComeUnderAnotherMasterKeyWithIt) {
  const auto made = add("https://hooks.example.org/planted-path");
  const store::MasterKey other{sha256(bytes_of("other"))};
  const auto changes = rewrapped_hooks(live_->store(), *master_, other);
  ASSERT_EQ(changes.size(), 1u);
  const auto hook = from_json<Hook>(changes.front().value.value());
  EXPECT_EQ(opened_secrets(hook, other).secret, made.secret);
  EXPECT_THROW((void)opened_secrets(hook, *master_), store::StoreError);
  EXPECT_THROW((void)rewrapped_hooks(live_->store(), other, *master_), store::StoreError);
}

TEST(TheWaitForAnotherTry, DoublesUpToSixHoursWithAQuarterOfChance) {
  EXPECT_EQ(wait_after(1, 0.5), std::chrono::seconds{30});
  EXPECT_EQ(wait_after(2, 0.5), std::chrono::seconds{60});
  EXPECT_EQ(wait_after(11, 0.5), hours{6});
  EXPECT_EQ(wait_after(4'000'000'000, 0.5), hours{6});
  EXPECT_EQ(wait_after(2, 0), std::chrono::seconds{45});
  EXPECT_EQ(wait_after(2, 1), std::chrono::seconds{75});
}

}  // namespace
}  // namespace ccop::notify
