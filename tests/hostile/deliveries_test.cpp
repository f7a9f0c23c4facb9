// A host that would have silence count where nobody got the text: it says that mail arrived, settles before its time,
// or goes by older rules. What it can say, the audit names; the rest the audit refuses.
#include "host/deliveries.hpp"

#include "hostile/rewritten.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace ccop::hostile {
namespace {

using namespace community;
using community::testing::refused_for;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The harbour: Ada speaks for PIER, Ben for QUAY, and TUGS' seat is vacant.
class ADelivery : public ::testing::Test {
 protected:
  ADelivery() {
    takes(secretary.founding(live, community::testing::charter_text("tests/charters/harbour.toml"), "harbour"));
    takes(secretary.enrols(live));
    enrols(ada, pier);
    enrols(ben, quay);
    const store::Content text{std::string(16, 't'), R"({"title":"That we share more."})"};
    takes(ada.asks(live,
                   ProposeMotion{{}, Purpose::resolution, store::content_hash(text), {}, Method::silence, false, {}},
                   {text}));
    takes(secretary.asks(live, OpenMotion{motion, deadline, "Europe/Rome", 60}));
  }
  void takes(host::Submission submission) {
    const auto outcome = live.execute(std::move(submission));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  void enrols(ccop::testing::Device& device, OrganizationId organization) {
    const store::Content profile{std::string(16, 'p'), R"({"name":")" + device.link() + R"("})"};
    takes(secretary.asks(live, RegisterPerson{store::content_hash(profile)}, {profile}));
    std::vector<std::uint32_t> all(
        live.read([](const Community& now) { return charter(now).membership.responsibilities.size(); }));
    std::iota(all.begin(), all.end(), 0u);
    takes(secretary.asks(live, AppointRepresentative{organization, device.person(), live.now(), {}, all}));
    takes(secretary.asks(live, OfferEnrolment{device.person(), device.link_key(), live.now() + days{1}}));
    takes(device.enrols(live));
  }
  void is_told(OrganizationId organization) {
    const store::Content way{std::string(16, 'w'), "by telephone"};
    takes(secretary.asks(live, AttestDelivery{motion, organization, store::content_hash(way)}, {way}));
  }
  [[nodiscard]] host::Outcome reports(PersonId person) {
    return live.execute(host::delivery_report(live, motion, person, "250 ok", sha256(bytes_of("salt"))));
  }
  /// Somebody asks for something, and so what is due is settled.
  void time_is(Time now) {
    clock = now.time_since_epoch().count();
    const store::Content profile{std::string(16, 'q'), R"({"name":"Eve"})"};
    takes(secretary.asks(live, RegisterPerson{store::content_hash(profile)}, {profile}));
  }
  [[nodiscard]] std::vector<Entry> entries() const {
    std::vector<Entry> all;
    live.store().read_entries(0, live.size(), [&](std::string_view bytes) { all.push_back(decode_entry(bytes)); });
    return all;
  }
  [[nodiscard]] host::AuditReport audited() const { return host::audit(*host::record_of(live.store()), {}); }
  /// What the audit says once the host has put an entry of its own behind the record, with whatever acts it likes.
  [[nodiscard]] std::string forged(Command command, std::vector<Act> acts, Time at) const {
    auto all = entries();
    Entry entry;
    entry.request.community = "harbour";
    entry.request.command = std::move(command);
    entry.acts = std::move(acts);
    entry.at = at;
    entry.rules = current_rules;
    all.push_back(std::move(entry));
    return audit_in_place_of(live.store(), all).wrong;
  }
  [[nodiscard]] std::vector<Act> adoption() const {
    return {MotionClosed{motion, Outcome::adopted, {}, std::nullopt}, DecisionRegistered{{0}, motion}};
  }
  [[nodiscard]] std::optional<Outcome> outcome() const {
    return live.read([&](const Community& now) { return decisions(now).motions[motion].outcome; });
  }

  const Time begun = community::testing::at("2026-01-05T09:00");
  const Time deadline = begun + days{9};
  std::atomic<std::int64_t> clock{begun.time_since_epoch().count()};
  const ccop::testing::TemporaryFolder folder;
  host::LiveCommunity live{
      store::open_sqlite(folder.file("c.db"), true), master(), "localhost/log",
      host::Surroundings{[this] { return Time{std::chrono::milliseconds{clock}}; }, fill_random, false}};
  ccop::testing::Device secretary{"Secretary"};
  ccop::testing::Device ada{"Ada", PersonId{1}};
  ccop::testing::Device ben{"Ben", PersonId{2}};
  const MotionId motion{0};
  const OrganizationId pier{0};
  const OrganizationId quay{1};
  const OrganizationId tugs{2};
};

TEST_F(ADelivery, ThatTheHostAloneClaimsIsNamedByTheAudit) {
  takes(ada.asks(live, SeeMotion{motion}));
  ASSERT_TRUE(std::holds_alternative<host::Receipt>(reports(ben.person())));
  is_told(tugs);
  time_is(deadline);
  ASSERT_EQ(outcome(), Outcome::adopted);
  const auto report = audited();
  EXPECT_EQ(report.wrong, "");
  ASSERT_EQ(report.deliveries.size(), 1u);
  EXPECT_EQ(report.deliveries[0].decision, 1u);
  EXPECT_THAT(report.deliveries[0].organizations, ElementsAre("QUAY"));
}

TEST_F(ADelivery, ThatEachSeatSignedForIsNotNamed) {
  for (auto* device : {&ada, &ben}) takes(device->asks(live, SeeMotion{motion}));
  ASSERT_TRUE(std::holds_alternative<host::Receipt>(reports(ben.person())));
  is_told(tugs);
  time_is(deadline);
  ASSERT_EQ(outcome(), Outcome::adopted);
  EXPECT_EQ(audited().wrong, "");
  EXPECT_THAT(audited().deliveries, IsEmpty());
}

/// The host would have it arrive at a vacant seat, through somebody who has no seat.
TEST_F(ADelivery, IsClaimedForNobodyWithoutASeat) {
  EXPECT_THAT(reports(secretary.person()), refused_for("person-is-not-asked"));
  const ContentHash answer{sha256(bytes_of("250 ok"))};
  const PersonId nobody = secretary.person();
  EXPECT_THAT(forged(ReportDelivery{motion, nobody, answer}, {DeliveryReported{motion, nobody, tugs, answer}}, begun),
              HasSubstr("person-is-not-asked"));
  EXPECT_THAT(forged(ReportDelivery{motion, ben.person(), answer},
                     {DeliveryReported{motion, ben.person(), tugs, answer}}, begun),
              HasSubstr("its acts are not those that the rules give"));
}

TEST_F(ADelivery, LetsNoHostSettleWhileASeatHasNotGotTheText) {
  takes(ada.asks(live, SeeMotion{motion}));
  takes(ben.asks(live, SeeMotion{motion}));
  time_is(deadline + days{1});
  EXPECT_EQ(outcome(), std::nullopt);
  const Time at = deadline + days{1} + hours{1};
  for (const Time passed : {deadline, at})
    EXPECT_THAT(forged(SettleDue{passed}, adoption(), at), HasSubstr("nothing-is-due"));
}

TEST_F(ADelivery, LetsNoHostSettleBeforeASeatHadItsHours) {
  takes(ada.asks(live, SeeMotion{motion}));
  takes(ben.asks(live, SeeMotion{motion}));
  time_is(deadline - hours{1});
  is_told(tugs);
  const Time end = Time{std::chrono::milliseconds{clock}} + hours{72};
  for (const Time passed : {deadline, end - std::chrono::milliseconds{1}})
    EXPECT_THAT(forged(SettleDue{passed}, adoption(), end + days{1}), HasSubstr("nothing-is-due"));
  EXPECT_EQ(forged(SettleDue{end}, adoption(), end + days{1}), "");
}

/// What lapsed is not adopted: after thirty days that is all that the rules give.
TEST_F(ADelivery, ThatNeverCameIsNotMadeUpForByAdoptingWhatLapsed) {
  const Time lapse = deadline + days{30};
  EXPECT_THAT(forged(SettleDue{lapse}, adoption(), lapse), HasSubstr("its acts are not those that the rules give"));
  EXPECT_EQ(forged(SettleDue{lapse}, {MotionClosed{motion, Outcome::lapsed, {}, std::nullopt}}, lapse), "");
}

/// Rules of version 2 asked for no delivery, and are not for the host to choose.
TEST_F(ADelivery, IsNotEscapedByOlderRules) {
  takes(ada.asks(live, SeeMotion{motion}));
  auto all = entries();
  const auto said_of = [&] { return audit_in_place_of(live.store(), all).wrong; };
  ASSERT_EQ(said_of(), "");
  all.back().rules = 2;
  EXPECT_THAT(said_of(), HasSubstr("older rules than the entry before it"));
  // From the first entry on: but each who signed had seen the entries before as they were.
  for (Entry& entry : all) entry.rules = 2;
  EXPECT_THAT(said_of(), HasSubstr("shown another history"));
}

}  // namespace
}  // namespace ccop::hostile
