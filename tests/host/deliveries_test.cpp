// What a mail program tells the record of a mail that was taken.
#include "host/deliveries.hpp"

#include "community/scenario.hpp"
#include "device.hpp"
#include "host/audit.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace ccop::host {
namespace {

using namespace community;
using community::testing::refused_for;

/// The harbour with a representative of one Member, whom a silence procedure asks.
class AMailServersAnswer : public ::testing::Test {
 protected:
  AMailServersAnswer() {
    takes(secretary.founding(live, community::testing::charter_text("tests/charters/harbour.toml"), "harbour"));
    takes(secretary.enrols(live));
    const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
    takes(secretary.asks(live, RegisterPerson{store::content_hash(profile)}, {profile}));
    std::vector<std::uint32_t> all(
        live.read([](const Community& now) { return charter(now).membership.responsibilities.size(); }));
    std::iota(all.begin(), all.end(), 0u);
    takes(secretary.asks(live, AppointRepresentative{{0}, ada, live.now(), {}, all}));
    const store::Content text{std::string(16, 't'), R"({"title":"That we share more."})"};
    takes(secretary.asks(
        live, ProposeMotion{{}, Purpose::resolution, store::content_hash(text), {}, Method::silence, false, {}},
        {text}));
    takes(secretary.asks(live, OpenMotion{motion, live.now() + days{9}, "Europe/Rome", 60}));
  }
  void takes(Submission submission) {
    const auto outcome = live.execute(std::move(submission));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  [[nodiscard]] Outcome reports(PersonId person, std::string_view answer) {
    return live.execute(delivery_report(live, motion, person, answer, sha256(bytes_of("salt"))));
  }
  [[nodiscard]] AskedSeat seat() const {
    return live.read([&](const Community& now) { return decisions(now).motions[motion].asked.at(0); });
  }

  const ccop::testing::TemporaryFolder folder;
  const std::shared_ptr<const store::MasterKey> key =
      std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), key, "localhost/log"};
  ccop::testing::Device secretary{"Secretary"};
  const PersonId ada{1};
  const MotionId motion{0};
};

TEST_F(AMailServersAnswer, IsInTheRecordAsADeliveryToTheSeat) {
  const auto outcome = reports(ada, "250 2.0.0 Ok: queued as 4F2C1");
  ASSERT_TRUE(std::holds_alternative<Receipt>(outcome));
  const auto* act = std::get<Receipt>(outcome).acts.at(0).as<DeliveryReported>();
  ASSERT_NE(act, nullptr);
  EXPECT_EQ(act->organization, OrganizationId{0});
  EXPECT_EQ(act->person, ada);
  EXPECT_EQ(live.text(act->answer), "250 2.0.0 Ok: queued as 4F2C1");
  EXPECT_TRUE(seat().reached().has_value());
  EXPECT_FALSE(seat().reached_as_signed().has_value());
  EXPECT_EQ(audit(*record_of(live.store()), {}).wrong, "");
}

TEST_F(AMailServersAnswer, IsKeptInPrintableLettersAndNotWithoutEnd) {
  ASSERT_TRUE(std::holds_alternative<Receipt>(reports(ada, "250 \xff\x01 ok\n" + std::string(5000, 'x'))));
  const auto kept = live.text(seat().reported.value().words).value();
  EXPECT_EQ(kept.size(), longest_answer);
  EXPECT_EQ(kept.substr(0, 10), "250 ?? ok\n");
}

TEST_F(AMailServersAnswer, OfAMailToSomebodyElseChangesNothing) {
  const std::uint64_t size = live.size();
  EXPECT_THAT(reports(secretary.person(), "250 ok"), refused_for("person-is-not-asked"));
  EXPECT_THAT(reports(PersonId{77}, "250 ok"), refused_for("person-is-not-asked"));
  EXPECT_EQ(live.size(), size);
  EXPECT_FALSE(seat().reached().has_value());
}

TEST_F(AMailServersAnswer, CountsOnceForASeat) {
  ASSERT_TRUE(std::holds_alternative<Receipt>(reports(ada, "250 ok")));
  EXPECT_THAT(reports(ada, "250 ok again"), refused_for("delivery-was-reported"));
}

}  // namespace
}  // namespace ccop::host
