// What happened at the doors: kept apart from the record, without anybody's words, for the Secretary and for whom it
// concerns.
#include "server/kernel/security_log.hpp"

#include "server/demo_site.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;

SecurityEvent event(std::uint32_t person, const std::string& caller, Time at = clock_now()) {
  return {at, SecurityKind::signed_in, PersonId{person}, caller, {}};
}

TEST(TheSecurityLog, OutlivesTheServerAndIsItsOwnersAlone) {
  const ccop::testing::TemporaryFolder folder;
  const std::string file = folder.file("security.jsonl");
  {
    SecurityLog log{file};
    log.note(event(1, "192.0.2.1"));
    log.note(event(2, "192.0.2.2"));
  }
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
  std::ofstream{file, std::ios::app} << "{\"cut off";
  const SecurityLog again{file};
  ASSERT_EQ(again.latest(10).size(), 2u);
  EXPECT_EQ(again.latest(10).front().person, PersonId{2}) << "the newest first";
  EXPECT_EQ(again.latest(10, PersonId{1}).size(), 1u);
  EXPECT_EQ(again.latest(1).size(), 1u);
}

TEST(TheSecurityLog, IsNotFloodedByOneCaller) {
  SecurityLog log{{}};
  const Time now = clock_now();
  for (int i = 0; i < 10'000; ++i) log.note(event(1, "192.0.2.1", now));
  log.note(event(2, "192.0.2.2", now));
  EXPECT_LE(log.latest(10'000).size(), 61u);
  EXPECT_EQ(log.latest(1).front().person, PersonId{2});
}

TEST(TheSecurityLog, IsRotatedAndTheOldestGoes) {
  const ccop::testing::TemporaryFolder folder;
  const std::string file = folder.file("security.jsonl");
  for (unsigned number = 1; number <= 9; ++number) std::ofstream{file + "." + std::to_string(number)} << number;
  std::ofstream{file} << std::string(4'000'000, 'x');
  SecurityLog log{file};
  log.note(event(1, "192.0.2.1"));
  EXPECT_LT(std::filesystem::file_size(file), 1000u);
  EXPECT_EQ(std::filesystem::file_size(file + ".1"), 4'000'000u);
  std::string second;
  std::ifstream{file + ".2"} >> second;
  EXPECT_EQ(second, "1");
  EXPECT_FALSE(std::filesystem::exists(file + ".10"));
}

/// What takes the words that programs have for the system, in a folder of the test's.
class TheSystemsLog {
 public:
  explicit TheSystemsLog(const std::string& path) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, std::begin(address.sun_path));
    EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  }
  ~TheSystemsLog() { close(socket_); }
  TheSystemsLog(const TheSystemsLog&) = delete;
  TheSystemsLog& operator=(const TheSystemsLog&) = delete;
  TheSystemsLog(TheSystemsLog&&) = delete;
  TheSystemsLog& operator=(TheSystemsLog&&) = delete;
  /// The next one; empty where there is none.
  [[nodiscard]] std::string heard() const {
    std::array<char, 4096> message{};
    const auto size = recv(socket_, message.data(), message.size(), MSG_DONTWAIT);
    return size < 0 ? "" : std::string{message.data(), static_cast<std::size_t>(size)};
  }

 private:
  int socket_;
};

TEST(TheSecurityLog, IsToldToTheSystemsLogToo) {
  const ccop::testing::TemporaryFolder folder;
  const std::string path = folder.file("log");
  SecurityLog log{folder.file("security.jsonl"), path, "harbour"};
  log.note(event(1, "192.0.2.1"));  // nobody listens yet, and nothing fails for it
  const TheSystemsLog system{path};
  log.note(event(2, "192.0.2.2"));
  log.note({clock_now(), SecurityKind::refused, {}, "192.0.2.3", "only-secretary-reads-security"});
  const std::string ccop = "ccop[" + std::to_string(getpid()) + "]: harbour {";
  const std::string first = system.heard();
  EXPECT_THAT(first, ::testing::StartsWith("<85>" + ccop));
  EXPECT_EQ(Json::parse(first.substr(first.find('{')))["caller"], "192.0.2.2");
  EXPECT_THAT(system.heard(), ::testing::StartsWith("<84>" + ccop)) << "what is odd is a warning";
  EXPECT_EQ(system.heard(), "");
  EXPECT_EQ(log.latest(10).size(), 3u);
}

TEST(TheSecurityLog, OfASiteIsToldToTheSystemsLogThatItsHostNames) {
  const ccop::testing::TemporaryFolder folder;
  const TheSystemsLog system{folder.file("log")};
  SiteOptions options{{"localhost", {"http://localhost:8080"}}, false};
  options.syslog = folder.file("log");
  ServedSite served{folder, "harbour", "", options};
  static_cast<void>(served.sign_in());
  std::string all;
  for (std::string one = system.heard(); !one.empty(); one = system.heard()) all += one;
  EXPECT_THAT(all, ::testing::HasSubstr("harbour {"));
  EXPECT_THAT(all, ::testing::HasSubstr("signed-in"));
}

class TheDoors : public DemoSite {
 protected:
  Json events(PersonId who, const std::string& path) {
    const Response answer = ask("GET", path, "", {{"cookie", cookie_of(who)}});
    EXPECT_EQ(answer.status, 200u) << *answer.body;
    return Json::parse(*answer.body)["events"];
  }
};

/// Machines and whoever tries to get round something are told, too; a page that asks before its person signed in is
/// not.
TEST_F(TheDoors, TellOfWhatDoesNotHold) {
  const Headers dead{{"cookie", ""}, {"authorization", "Bearer dead"}};
  EXPECT_EQ(ask("GET", "/api/motions", "", {{"cookie", ""}}).status, 401u);
  EXPECT_EQ(ask("GET", "/api/motions", "", dead).status, 401u);
  EXPECT_EQ(ask("GET", "/taxii2/", "", dead).status, 401u);
  EXPECT_EQ(ask("POST", "/api/me/sign-ins/end", R"({"no":1})").status, 400u);
  Json kinds = Json::array();
  for (const Json& one : events(secretary, "/api/security-events")) kinds.push_back(one["about"]);
  EXPECT_EQ(kinds, Json({"bad-input", "taxii", "sign-in-first"}));
}

TEST_F(TheDoors, AreToldToTheSecretaryAndEachPersonsOwnToThem) {
  const PersonId one{5};
  EXPECT_EQ(ask("POST", "/api/exchange/collections",
                R"({"title":"t","description":"","types":["indicator"],"labels":[]})", {{"cookie", cookie_of(one)}})
                .status,
            422u);
  EXPECT_THAT(ask("GET", "/api/security-events", "", {{"cookie", cookie_of(one)}}),
              problem("only-secretary-reads-security"));
  EXPECT_EQ(ask("POST", "/api/sign-out", "{}", {{"cookie", cookie_of(PersonId{6})}}).status, 200u);
  const Json all = events(secretary, "/api/security-events");
  ASSERT_EQ(all.size(), 2u) << all;
  EXPECT_EQ(all[0]["kind"], "signed-out");
  EXPECT_EQ(all[1]["kind"], "refused");
  EXPECT_EQ(all[1]["about"], "only-secretary-reads-security");
  EXPECT_EQ(all[1]["caller"], "127.0.0.1");
  const Json own = events(one, "/api/me/security-events");
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(own[0]["kind"], "refused");
  EXPECT_TRUE(events(PersonId{7}, "/api/me/security-events").empty());
}

}  // namespace
}  // namespace ccop::server
