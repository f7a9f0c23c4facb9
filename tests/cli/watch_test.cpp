// What `ccop watch` prints, remembers and ends with, against a served community.
#include "cli/watch.hpp"

#include "server/exchange_api.hpp"
#include "store/store.hpp"

#include <fstream>
#include <sstream>

namespace ccop::cli {
namespace {

using server::Json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class TheWatchCommand : public server::ExchangeApi {
 protected:
  void SetUp() override {
    ExchangeApi::SetUp();
    settings_.list = folder_.file("watch.json");
    settings_.server = "https://ccop.example/c/harbour/";
    settings_.token_file = folder_.file("token");
    write(settings_.list, R"({"networks":["198.51.100.0/24"],"domains":["who.example"]})");
    write(settings_.token_file, served_.make_token({{"label", "w"}, {"use", "read"}, {"ceiling", "amber"}}) + "\n");
  }
  static void write(const std::string& file, const std::string& text) { std::ofstream{file} << text; }

  /// Asks the community as if over the network.
  exchange::Fetched fetch(const exchange::Fetching& asking) {
    const std::string address = "https://ccop.example/c/harbour";
    EXPECT_TRUE(asking.url.starts_with(address + "/api/exchange/values"));
    asked_.push_back(asking.url.substr(address.size()));
    if (is_line_dead_) return {0, "", {}, "the line is dead"};
    std::string path = asked_.back();
    for (auto at = path.find("%3A"); at != std::string::npos; at = path.find("%3A")) path.replace(at, 3, ":");
    const auto response = ask("GET", path, nullptr, {{"authorization", "Bearer " + asking.secret}, {"cookie", ""}});
    return {response.status, *response.body, {}, ""};
  }
  std::pair<int, std::string> run() {
    std::ostringstream out;
    const int status = watch(
        settings_, [this](const exchange::Fetching& asking) { return fetch(asking); }, out);
    return {status, out.str()};
  }
  std::string trouble() {
    try {
      run();
    } catch (const store::StoreError& error) {
      return error.what();
    }
    return "none";
  }

  WatchSettings settings_;
  std::vector<std::string> asked_;
  bool is_line_dead_{};
};

TEST_F(TheWatchCommand, PrintsWhatIsNewAndWatchedForAndEndsWithOne) {
  report({{"name", "x"}, {"signs", "198.51.100.7 login.who.example notwho.example"}, {"marking", "amber"}});
  const auto [status, said] = run();
  EXPECT_EQ(status, 1);
  EXPECT_THAT(said, AllOf(HasSubstr("\t198.51.100.0/24\t198.51.100.7\tTLP:amber\t"),
                          HasSubstr("\twho.example\tlogin.who.example\tTLP:amber\t"), Not(HasSubstr("notwho")),
                          HasSubstr("\thttps://ccop.example/c/harbour/exchange/object/indicator--")));
  EXPECT_EQ(std::ranges::count(said, '\n'), 2);
}

TEST_F(TheWatchCommand, GoesOnWhereItStopped) {
  report({{"name", "x"}, {"signs", "198.51.100.7"}});
  EXPECT_EQ(run().first, 1);
  EXPECT_EQ(run(), (std::pair{0, std::string{}}));
  report({{"name", "y"}, {"signs", "198.51.100.9"}});
  EXPECT_THAT(run().second, AllOf(HasSubstr("198.51.100.9"), Not(HasSubstr("198.51.100.7\t"))));
  settings_.state = folder_.file("elsewhere");
  EXPECT_THAT(run().second, HasSubstr("198.51.100.7\t")) << "another memory";
  settings_.state.clear();
  write(settings_.list + ".seen", R"({"server":"https://other.example","next":"9999999999999999"})");
  EXPECT_EQ(run().first, 1) << "another community's memory says nothing";
}

TEST_F(TheWatchCommand, AsksTheSameWhateverItWatchesFor) {
  report({{"name", "x"}, {"signs", "198.51.100.7"}});
  static_cast<void>(run());
  const auto asked = std::exchange(asked_, {});
  write(settings_.list, R"({"sectors":["health"]})");
  settings_.state = folder_.file("other");
  static_cast<void>(run());
  EXPECT_EQ(asked_, asked);
}

TEST_F(TheWatchCommand, BeginsAtATimeWhereItRemembersNone) {
  report({{"name", "x"}, {"signs", "198.51.100.7"}});
  settings_.since = "2099-01-01T00:00:00Z";
  EXPECT_EQ(run().first, 0);
  EXPECT_EQ(asked_.front(), "/api/exchange/values?since=2099-01-01T00%3A00%3A00Z");
}

TEST_F(TheWatchCommand, RepeatsWhatItCouldNotAskAndSaysWhatIsWrong) {
  report({{"name", "x"}, {"signs", "198.51.100.7"}});
  is_line_dead_ = true;
  EXPECT_THAT(trouble(), HasSubstr("the line is dead"));
  is_line_dead_ = false;
  EXPECT_EQ(run().first, 1);
  write(settings_.token_file, "wrong");
  EXPECT_THAT(trouble(), HasSubstr("status 401"));
  write(settings_.list, R"({"networks":["who.example"]})");
  EXPECT_THAT(trouble(), AllOf(HasSubstr("watch.json is no watch list"), HasSubstr("networks[0]")));
}

TEST_F(TheWatchCommand, PrintsNothingThatATerminalWouldObey) {
  report({{"name", "x"}, {"signs", "198.51.100.7"}});
  const auto answers = [](const exchange::Fetching&) {
    return exchange::Fetched{
        200,
        Json{{"objects",
              {{{"id", "i"},
                {"title", "a\x1b[2Jb\nc"},
                {"marking", "clear"},
                {"added", "t"},
                {"values", {{{"kind", "address"}, {"value", "198.51.100.7"}}, {{"kind", "new"}, {"value", "v"}}}}}}},
             {"next", "1"},
             {"more", false}}
            .dump(),
        {},
        ""};
  };
  std::ostringstream out;
  EXPECT_EQ(watch(settings_, answers, out), 1);
  EXPECT_THAT(out.str(), HasSubstr("\ta?[2Jb?c\t"));
}

}  // namespace
}  // namespace ccop::cli
