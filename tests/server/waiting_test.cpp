// Nobody who writes waits for a page: contents are read from the store, and decrypted, while the state is let go.
#include "served_site.hpp"
#include "store/passing_store.hpp"

namespace ccop::server {
namespace {

using Json = nlohmann::json;

/// A store that says when a content is read.
class WatchedStore final : public store::PassingStore {
 public:
  WatchedStore(std::unique_ptr<store::Store> below, std::function<void()> on_read)
      : PassingStore(std::move(below)), on_read_(std::move(on_read)) {}

  std::optional<store::ContentRow> read_content(const ContentHash& hash) override {
    on_read_();
    return PassingStore::read_content(hash);
  }

 private:
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
