// Nobody who writes waits for a page: contents are read from the store, and decrypted, while the state is let go.
#include "served_site.hpp"

namespace ccop::server {
namespace {

using Json = nlohmann::json;

/// A store that says when a content is read.
class WatchedStore final : public store::Store {
 public:
  WatchedStore(std::unique_ptr<store::Store> below, std::function<void()> on_read)
      : below_(std::move(below)), on_read_(std::move(on_read)) {}

  void commit(store::Commit commit) override { below_->commit(std::move(commit)); }
  std::uint64_t size() override { return below_->size(); }
  std::string checkpoint() override { return below_->checkpoint(); }
  void read_entries(std::uint64_t first, std::uint64_t count,
                    const std::function<void(std::string_view)>& each) override {
    below_->read_entries(first, count, each);
  }
  std::optional<std::string> read_tile(std::uint32_t level, std::uint64_t index) override {
    return below_->read_tile(level, index);
  }
  std::optional<store::ContentRow> read_content(const ContentHash& hash) override {
    on_read_();
    return below_->read_content(hash);
  }
  void each_content(const std::function<void(const store::ContentRow&)>& each) override { below_->each_content(each); }
  std::optional<std::string> setting(std::string_view name) override { return below_->setting(name); }
  void change(std::vector<store::SettingChange> changes) override { below_->change(std::move(changes)); }
  void each_setting(std::string_view prefix,
                    const std::function<void(std::string_view, std::string_view)>& each) override {
    below_->each_setting(prefix, each);
  }
  void lock_for_writing() override { below_->lock_for_writing(); }

 private:
  std::unique_ptr<store::Store> below_;
  std::function<void()> on_read_;
};

class WhilePagesAreMade : public ::testing::Test {
 protected:
  void SetUp() override {
    {
      ServedSite founded{folder, "harbour"};
      cookie = founded.sign_in();
      cookie = cookie.substr(0, cookie.find(';'));
      secretary = founded.secretary;
    }
    auto below = store::open_sqlite(folder.file("harbour.db"), false);
    site = std::make_unique<Site>(std::make_unique<WatchedStore>(std::move(below), [this] { on_read(); }),
                                  std::make_shared<const store::MasterKey>(sha256(bytes_of("master"))), "harbour",
                                  SiteOptions{{"localhost", {"http://localhost:8080"}}, false});
  }
  void TearDown() override { site->stop(); }

  /// Somebody writes just now: it must not wait for whoever reads this content.
  void on_read() {
    ++reads;
    if (!is_watching) return;
    is_watching = false;
    const store::Content profile{std::string(16, 'p'), "{\"name\":\"" + std::to_string(reads) + "\"}"};
    host::Submission submission =
        secretary.asks(site->live(), community::RegisterPerson{store::content_hash(profile)}, {profile});
    const auto written = std::make_shared<std::promise<void>>();
    site->live().submit(std::move(submission), [written](const host::Outcome&) { written->set_value(); });
    is_written = written->get_future().wait_for(std::chrono::seconds{5}) == std::future_status::ready;
  }

  testing::TemporaryFolder folder;
  std::unique_ptr<Site> site;
  std::string cookie;
  testing::Device secretary{"passkey of harbour"};
  std::atomic<bool> is_watching{};
  std::atomic<int> reads{};
  bool is_written{};
};

TEST_F(WhilePagesAreMade, OthersWrite) {
  is_watching = true;
  const Response people =
      ServedSite::ask([&](const Request& request, const Reply& reply) { site->handle(request, reply); }, "GET",
                      "/api/people", "", {{"cookie", cookie}});
  EXPECT_EQ(Json::parse(*people.body)["people"][0]["name"], "Sec");
  EXPECT_EQ(reads, 1) << "the page's content was to be read from the store";
  EXPECT_TRUE(is_written);
}

}  // namespace
}  // namespace ccop::server
