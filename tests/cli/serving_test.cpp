// What `ccop serve` refuses to do for whoever runs it, and how its log is written.
#include "cli/log_format.hpp"
#include "hosts_log.hpp"
#include "server/host_share.hpp"
#include "server/quotas.hpp"
#include "temporary_folder.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace ccop::cli {
namespace {

using ::testing::HasSubstr;

/// What the program says, with its status.
std::pair<std::string, int> said_by(const std::string& arguments) {
  const std::string command = std::string{CCOP_PROGRAM} + " " + arguments + " 2>&1";
  std::FILE* const pipe = popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> piece{};
  while (std::fgets(piece.data(), piece.size(), pipe) != nullptr) text += piece.data();
  return {text, pclose(pipe)};
}

/// Whoever runs a host sets each of its quotas.
template <class Settings>
void expect_options_of(const std::string& help) {
  boost::mp11::mp_for_each<boost::describe::describe_members<Settings, boost::describe::mod_public>>([&](auto member) {
    std::string option = std::string{"--"} + member.name;
    std::ranges::replace(option, '_', '-');
    EXPECT_THAT(help, HasSubstr(option + " "));
  });
}

TEST(AHostsQuotas, HaveAnOptionEach) {
  const auto [help, status] = said_by("serve --help");
  EXPECT_EQ(status, 0);
  expect_options_of<server::QuotaSettings>(help);
  expect_options_of<server::HostQuotas>(help);
}

class Serving : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto [said, status] =
        said_by("init --charter " CCOP_SOURCE_DIR "/tests/charters/harbour.toml --data " + data);
    ASSERT_EQ(status, 0) << said;
  }
  std::string refused(const std::string& options) {
    const auto [said, status] = said_by("serve --data " + data + " " + options);
    EXPECT_NE(status, 0) << options;
    return said;
  }
  ccop::testing::TemporaryFolder folder;
  std::string data = folder.file("data");
};

TEST_F(Serving, SpeaksPlainHttpToThisMachineAlone) {
  EXPECT_THAT(refused("--listen 0.0.0.0:0"), HasSubstr("need TLS"));
  EXPECT_THAT(refused("--listen [::]:0"), HasSubstr("need TLS"));
  EXPECT_THAT(refused("--listen 0.0.0.0:0 --proxy 10.0.0.1"), HasSubstr("need TLS"));
  EXPECT_THAT(refused("--listen 0.0.0.0:0 --behind-proxy"), HasSubstr("need TLS"));
  EXPECT_THAT(refused("--listen 127.0.0.1:0 --metrics 0.0.0.0:0"), HasSubstr("need TLS"));
  EXPECT_THAT(refused("--listen 127.0.0.1:0 --witness A=http://witness.example.org"), HasSubstr("https://"));
  EXPECT_THAT(refused("--listen 127.0.0.1:0 --witness A=http://127.0.0.1.example.org"), HasSubstr("https://"));
}

TEST_F(Serving, SpeaksToADatabaseElsewhereByTlsAlone) {
  EXPECT_THAT(refused("--listen 127.0.0.1:0 --store postgresql://192.0.2.1/ccop"), HasSubstr("sslmode=verify-full"));
}

TEST_F(Serving, NamesWhatIsNoServerToReadFrom) {
  EXPECT_THAT(refused("--listen 127.0.0.1:0 --read-only-from https://x.example/"), HasSubstr("HOST:PORT"));
}

TEST_F(Serving, NamesWhatIsNoProxy) {
  EXPECT_THAT(refused("--listen 127.0.0.1:0 --proxy 10.0.0.1/99"), HasSubstr("10.0.0.1/99"));
}

TEST_F(Serving, ReadsRepliesWhereTheyCanComeAndInvitationsGo) {
  const std::string box = folder.file("box");
  const std::string listens = "--listen 127.0.0.1:0 --mail-replies " + box + " ";
  const std::string sends = "--mail-folder " + folder.file("mail") + " --mail-from ";
  EXPECT_THAT(refused(listens), HasSubstr("--mail-from"));
  EXPECT_THAT(refused(listens + "--mail-from ccop@example.org"), HasSubstr("add --mail-relay"));
  EXPECT_THAT(refused(listens + sends + "ccop@example.org"), HasSubstr("has no folder new"));
  std::filesystem::create_directories(box + "/new");
  EXPECT_THAT(refused(listens + sends + "ccop@example.org"), HasSubstr("has no folder cur"));
  std::filesystem::create_directories(box + "/cur");
  EXPECT_THAT(refused(listens + sends + std::string(32, 'c') + "@example.org"), HasSubstr("it may have 31 characters"));
}

/// Whatever stands in a message, it is one line and one member.
TEST(TheHostsLog, IsJsonWhateverIsSaid) {
  const testing::HostsLog log;
  log_as_json(false);
  const std::string odd = "a \"quoted\"\n{\"level\":\"critical\"} \\ \x01 é";
  spdlog::warn("{}", odd);
  spdlog::debug("not told");
  const std::string line = log.text();
  EXPECT_EQ(std::ranges::count(line, '\n'), 1);
  const auto told = nlohmann::json::parse(line);
  EXPECT_EQ(told["message"], odd);
  EXPECT_EQ(told["level"], "warning");
}

}  // namespace
}  // namespace ccop::cli
