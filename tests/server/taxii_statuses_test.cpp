// What became of a request can be asked for later: while the server runs and after it was started again.
#include "server/exchange/taxii_statuses.hpp"

#include "temporary_folder.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

class Statuses : public ::testing::Test {
 protected:
  void SetUp() override { start(); }
  void start() {
    exchange_ = std::make_unique<exchange::Exchange>(
        store::open_sqlite_objects(folder_.file("exchange.db"), exchange::terms_of_row));
    statuses_ = std::make_unique<TaxiiStatuses>(*exchange_, sha256(bytes_of("key")));
  }
  void stop() {
    statuses_.reset();
    exchange_.reset();
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<exchange::Exchange> exchange_;
  std::unique_ptr<TaxiiStatuses> statuses_;
};

TEST_F(Statuses, AreForTheOneWhoAskedAlone) {
  const auto id = statuses_->new_id();
  statuses_->keep(id, "us", "{}");
  EXPECT_EQ(statuses_->find(id, "us"), "{}");
  EXPECT_EQ(statuses_->find(id, "them"), std::nullopt);
  EXPECT_EQ(statuses_->find("x", "us"), std::nullopt);
  EXPECT_EQ(statuses_->find(exchange::to_text(exchange::random_uuid()), "us"), std::nullopt);
}

TEST_F(Statuses, OutliveTheServer) {
  const auto before = statuses_->new_id();
  statuses_->keep(before, "us", R"({"status":"complete"})");
  stop();
  start();
  EXPECT_EQ(statuses_->find(before, "us"), R"({"status":"complete"})");
  const auto after = statuses_->new_id();
  statuses_->keep(after, "us", "{}");
  EXPECT_EQ(statuses_->find(before, "us"), R"({"status":"complete"})");
}

TEST_F(Statuses, GiveWayToTheNext65536) {
  const auto first = statuses_->new_id();
  statuses_->keep(first, "us", "{}");
  std::string last;
  for (int i = 0; i < 65'536; ++i) last = statuses_->new_id();
  EXPECT_EQ(statuses_->find(first, "us"), "{}");
  statuses_->keep(last, "us", "{}");
  EXPECT_EQ(statuses_->find(first, "us"), std::nullopt);
  EXPECT_EQ(statuses_->find(last, "us"), "{}");
}

TEST_F(Statuses, AreWrittenWhileNobodyWaits) {
  const auto id = statuses_->new_id();
  statuses_->keep(id, "us", "{}");
  static_cast<void>(exchange_->add({}));  // wakes the writer; it has nothing else to do afterwards
  for (int i = 0; i < 1000 && !exchange_->store().note("status/" + id.substr(0, 4)); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  EXPECT_NE(exchange_->store().note("status/" + id.substr(0, 4)), std::nullopt);
  EXPECT_EQ(statuses_->find(id, "us"), "{}");
}

}  // namespace
}  // namespace ccop::server
