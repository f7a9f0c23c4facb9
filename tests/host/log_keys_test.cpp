// A log that is handed over to another key (docs/record.md): the old one signs for the new one, in the record.
#include "device.hpp"
#include "host/audit.hpp"
#include "host/live_community.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

namespace ccop::host {
namespace {

using namespace community;
using ::testing::HasSubstr;

class ALogsKey : public ::testing::Test {
 protected:
  ALogsKey() { open(); }
  void open() {
    live.reset();
    live = std::make_unique<LiveCommunity>(store::open_sqlite(file(), true), master(), "localhost/log");
    if (live->size() > 0) return;
    take(secretary.founding(*live, community::testing::charter_text("tests/charters/harbour.toml"), "harbour"));
    take(secretary.enrols(*live));
  }
  [[nodiscard]] std::string file() const { return folder.file("c.db"); }
  static const std::shared_ptr<const store::MasterKey>& master() {
    static const auto key = std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
    return key;
  }
  void take(Submission submission) const {
    ASSERT_TRUE(std::holds_alternative<Receipt>(live->execute(std::move(submission))));
  }
  /// Something happens.
  void lives_on() {
    const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
    take(secretary.asks(*live, RegisterPerson{store::content_hash(profile)}, {profile}));
  }
  [[nodiscard]] std::string wrong(const AuditOptions& options = {}) const {
    return audit(*record_of(live->store()), options).wrong;
  }
  [[nodiscard]] ledger::VerifierKey signer() const { return ledger::VerifierKey::parse(live->log_key()).value(); }

  ccop::testing::TemporaryFolder folder;
  ccop::testing::Device secretary{"Sec"};
  std::unique_ptr<LiveCommunity> live;
};

TEST_F(ALogsKey, IsHandedOverAndTheRecordGoesOnUnderItsName) {
  const auto first = signer();
  const std::string before = live->store().checkpoint();
  lives_on();
  ASSERT_TRUE(std::holds_alternative<Receipt>(live->change_log_key()));
  const auto second = signer();
  EXPECT_NE(second.text(), first.text());
  EXPECT_TRUE(ledger::open_note(live->store().checkpoint(), second));
  EXPECT_FALSE(ledger::open_note(live->store().checkpoint(), first));
  EXPECT_EQ(ccop::testing::Device::log_of(*live), first.text());
  lives_on();  // signed as before, in the log of the first key
  ASSERT_TRUE(std::holds_alternative<Receipt>(live->change_log_key()));
  lives_on();
  EXPECT_EQ(wrong(), "");
  for (const auto& known : {first, second, signer()}) EXPECT_EQ(wrong({.key = known, .since = before}), "");
  const ledger::VerifierKey stranger{first.name, sha256(bytes_of("stranger"))};
  EXPECT_THAT(wrong({.key = stranger}), HasSubstr("is not, and never was"));
}

TEST_F(ALogsKey, IsTheNewOneAfterTheNextStart) {
  ASSERT_TRUE(std::holds_alternative<Receipt>(live->change_log_key()));
  const auto second = signer();
  open();
  EXPECT_EQ(signer().text(), second.text());
  lives_on();
  EXPECT_EQ(wrong(), "");
}

/// Killed before the record names the next key: it was nowhere but in memory.
TEST_F(ALogsKey, IsTheOldOneWhereItsChangeWasCutOff) {
  const auto first = signer();
  LogKeys keys{live->store(), *master(), "unused"};
  static_cast<void>(keys.begin_change());
  EXPECT_FALSE(keys.handing_over());
  open();
  EXPECT_EQ(signer().text(), first.text());
  lives_on();
  EXPECT_EQ(wrong(), "");
}

TEST_F(ALogsKey, IsNotLost) {
  const auto old = live->store().setting("log-key").value();
  ASSERT_TRUE(std::holds_alternative<Receipt>(live->change_log_key()));
  live->stop();
  live->store().set("log-key", old);
  EXPECT_THROW(open(), store::StoreError);
}

TEST_F(ALogsKey, ChangesAtTheEndOfTheRecordAndToOneThatNeverSigned) {
  const auto first = live->log_key();
  ASSERT_TRUE(std::holds_alternative<Receipt>(live->change_log_key()));
  const auto ask = [&](LogKeyChange change) {
    Submission submission;
    submission.request.community = "harbour";
    submission.request.command = ChangeLogKey{std::move(change), {}};
    return live->execute(std::move(submission));
  };
  const std::uint64_t size = live->size();
  EXPECT_THAT(ask({first, "localhost/log+00000000+AQ", size}),
              community::testing::refused_for("log-key-changes-elsewhere"));
  EXPECT_THAT(ask({live->log_key(), "localhost/log+00000000+AQ", size + 1}),
              community::testing::refused_for("log-key-changes-elsewhere"));
  EXPECT_THAT(ask({live->log_key(), first, size}), community::testing::refused_for("log-key-was-used"));
  EXPECT_THAT(ask({live->log_key(), live->log_key(), size}), community::testing::refused_for("log-key-was-used"));
}

}  // namespace
}  // namespace ccop::host
