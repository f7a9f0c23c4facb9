// Heads are brought to witnesses that listen, whatever these do.
#include "hostile/watched.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace ccop::hostile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Pushes : public ::testing::Test, protected Watched {
 protected:
  /// A host that knows where A and B listen, and what is answered there.
  [[nodiscard]] server::SiteOptions listening(exchange::Fetch fetch) {
    server::SiteOptions options;
    options.fetch = std::move(fetch);
    options.witnesses = {{"A", "http://a.example"}, {"B", "http://b.example/prefix/"}, {"C", "http://c.example"}};
    return options;
  }
  [[nodiscard]] exchange::Fetched answer(const exchange::Fetching& asking) const {
    const bool is_a = asking.url == "http://a.example/add-checkpoint";
    if (!is_a && asking.url != "http://b.example/prefix/add-checkpoint") return {0, {}, {}, "nobody there"};
    const auto answered = (is_a ? a : b).add_checkpoint(asking.body.value_or(""));
    return {answered.status, answered.body, {}, {}};
  }
  [[nodiscard]] exchange::Fetch honest() const {
    return [this](const exchange::Fetching& asking) { return answer(asking); };
  }
  /// Waits a while for it.
  [[nodiscard]] static bool comes(const std::function<bool()>& what) {
    for (int i = 0; i < 200 && !what(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{100});
    return what();
  }
};

TEST_F(Pushes, HaveANewHeadWitnessedWithoutAnybodyComing) {
  const auto site = copy(listening(honest()));
  EXPECT_EQ(witnessed_in(text_at(*site, "/log/witnessed")).value().checkpoint.size, 2u) << "at the start";
  grow(*site, "later");
  EXPECT_TRUE(comes([&] { return witnessed_in(text_at(*site, "/log/checkpoint")).has_value(); }));
  EXPECT_EQ(witnessed_in(text_at(*site, "/log/witnessed")).value().checkpoint.size, 3u);
}

TEST_F(Pushes, LetNoActWaitForAWitnessThatDoesNotAnswer) {
  std::atomic<bool> answers{true};
  std::atomic<bool> hangs{false};
  const auto site = copy(listening([&](const exchange::Fetching& asking) {
    hangs = !answers;
    while (!answers) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    return answer(asking);
  }));
  answers = false;
  grow(*site, "one");
  EXPECT_TRUE(comes([&] { return hangs.load(); }));
  grow(*site, "two");
  EXPECT_EQ(site->size(), 4u);
  answers = true;
  EXPECT_TRUE(comes([&] { return witnessed_in(text_at(*site, "/log/checkpoint")).has_value(); }));
}

TEST_F(Pushes, StopAHostWhoseOlderCopyWasPutBack) {
  const auto older = folder.file("older.db");
  {
    const auto copied = store::open_sqlite(older, true);
    host::copy_community(served.site->live().store(), *copied, host::Secrets::include);
    store::seal_settings(*copied, store::MasterKey{sha256(bytes_of("master"))});
  }
  grow(*served.site, "lost");
  ASSERT_THAT(pass(a, *served.site), HasSubstr("cosigned 3 entries"));
  auto options = listening(honest());
  options.party = {"localhost", {"http://localhost:8080"}};
  const auto open = [&] {
    return std::make_unique<server::Site>(store::open_sqlite(older, false),
                                          std::make_shared<const store::MasterKey>(sha256(bytes_of("master"))),
                                          "watched", options);
  };
  {
    const auto site = open();
    EXPECT_EQ(site->live().behind(), 3u) << "before anything is served";
    EXPECT_EQ(b.state().logs.front().size, 0u) << "and nobody else is asked to cosign it";
  }
  const auto site = open();
  EXPECT_EQ(site->live().behind(), 3u) << "after a restart, too";
  site->live().accept_loss();
  grow(*site, "again");
  EXPECT_FALSE(site->live().behind());
}

TEST_F(Pushes, BelieveNoAnswerThatIsNoCosignature) {
  const auto site = copy(listening([&](const exchange::Fetching& asking) {
    auto fetched = answer(asking);
    if (asking.url.starts_with("http://a")) fetched.body = "\u2014 a.example.org AAAAAAAAAAAAAAAA\n";
    if (asking.url.starts_with("http://b")) fetched = {409, "many\n", {}, {}};
    return fetched;
  }));
  EXPECT_THAT(text_at(*site, "/log/checkpoint"), Not(HasSubstr("example.org ")));
  EXPECT_FALSE(site->live().behind());
}

}  // namespace
}  // namespace ccop::hostile
