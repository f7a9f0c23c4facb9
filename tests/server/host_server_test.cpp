// Several communities in one process: each under its own path, sharing nothing but the host; and the page they share.
#include "server/host_server.hpp"

#include "server/served_site.hpp"

#include <fstream>

namespace ccop::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

class TwoCommunities : public ::testing::Test {
 protected:
  TwoCommunities() {
    std::filesystem::create_directories(folder.file("web/assets"));
    std::ofstream{folder.file("web/index.html")} << "<meta name=nonce content=__CSP_NONCE__>";
    std::filesystem::create_directories(folder.file("web/workers"));
    std::ofstream{folder.file("web/workers/verification-1234.js")} << "verifies";
    std::ofstream{folder.file("web/assets/proofs-1234.wasm")} << "module";
    std::ofstream{folder.file("web/assets/app-1234.js")} << "plain";
    std::ofstream{folder.file("web/assets/app-1234.js.gz")} << "zipped";
    auto first = std::make_unique<ServedSite>(folder, "harbour");
    auto second = std::make_unique<ServedSite>(folder, "lighthouse");
    harbour_cookie = first->sign_in();
    harbour_token = first->make_token({{"use", "record"}});
    lighthouse_cookie = second->sign_in();
    devices.emplace("harbour", first->secretary);
    devices.emplace("lighthouse", second->secretary);
    live = &second->site->live();
    logs = {{"harbour", testing::Device::log_of(first->site->live())}, {"lighthouse", testing::Device::log_of(*live)}};
    std::vector<std::unique_ptr<Site>> sites;
    sites.push_back(std::move(first->site));
    sites.push_back(std::move(second->site));
    host = std::make_unique<HostServer>(std::move(sites), folder.file("web"), false);
  }
  ~TwoCommunities() override { host->stop(); }

  Response ask(const std::string& method, const std::string& path, const std::string& body = "", Headers headers = {}) {
    return ServedSite::ask([&](Request request, const Reply& reply) { host->handle(std::move(request), reply); },
                           method, path, body, std::move(headers));
  }
  static std::string secret_of(const std::string& set_cookie) {
    const auto start = set_cookie.find('=') + 1;
    return set_cookie.substr(start, set_cookie.find(';') - start);
  }
  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

  testing::TemporaryFolder folder;
  std::map<std::string, testing::Device> devices;
  std::map<std::string, std::string> logs;
  const host::LiveCommunity* live{};  ///< of the lighthouse
  std::string harbour_cookie;
  std::string harbour_token;
  std::string lighthouse_cookie;
  std::unique_ptr<HostServer> host;
};

TEST_F(TwoCommunities, LieEachUnderTheirOwnPath) {
  EXPECT_EQ(Json::parse(*ask("GET", "/c/harbour/api/community").body)["slug"], "harbour");
  EXPECT_EQ(Json::parse(*ask("GET", "/c/lighthouse/api/community").body)["slug"], "lighthouse");
  EXPECT_THAT(*ask("GET", "/c/harbour/log/checkpoint").body, HasSubstr("localhost/c/harbour/log\n"));
  EXPECT_THAT(*ask("GET", "/c/lighthouse/log/checkpoint").body, HasSubstr("localhost/c/lighthouse/log\n"));
  EXPECT_THAT(ask("GET", "/c/light/api/community"), problem("no-such-community"));
  EXPECT_EQ(ask("GET", "/c/lighthousekeeper/api/community").status, 404u);
  EXPECT_EQ(ask("GET", "/c/nowhere/").status, 404u);
  for (const auto* unsaid : {"/", "/log/checkpoint", "/api/community"})
    EXPECT_EQ(ask("GET", unsaid).status, 404u) << "nobody said which community is meant";
}

/// Whoever mistyped an address reads a sentence, and a program problem details.
TEST_F(TwoCommunities, TellABrowserWhoseAddressLeadsNowhereSoInAPageWithoutScript) {
  for (const auto* nowhere : {"/nowhere", "/c/nowhere/"}) {
    const Response page = ask("GET", nowhere, "", {{"accept", "text/html,application/xhtml+xml,*/*;q=0.8"}});
    EXPECT_EQ(page.status, 404u) << nowhere;
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
    EXPECT_THAT(*page.body, HasSubstr("<h1>There is no such community here.</h1>"));
    EXPECT_THAT(*page.body, HasSubstr("<title>There is no such community here.</title>"));
    EXPECT_THAT(*page.body, Not(HasSubstr("<script")));
    EXPECT_THAT(*page.common_headers, HasSubstr("default-src 'none'; "));
    EXPECT_THAT(ask("GET", nowhere, "", {{"accept", "*/*"}}), problem("no-such-community"));
  }
}

TEST_F(TwoCommunities, KnowNothingOfEachOthersSessions) {
  const std::string secret = secret_of(harbour_cookie);
  EXPECT_THAT(harbour_cookie, HasSubstr("Path=/c/harbour;"));
  EXPECT_EQ(ask("GET", "/c/harbour/api/me", "", {{"cookie", "ccop_harbour=" + secret}}).status, 200u);
  EXPECT_EQ(ask("GET", "/c/lighthouse/api/me", "", {{"cookie", "ccop_harbour=" + secret}}).status, 401u);
  EXPECT_EQ(ask("GET", "/c/lighthouse/api/me", "", {{"cookie", "ccop_lighthouse=" + secret}}).status, 401u);
  const std::string token = harbour_token;
  EXPECT_EQ(ask("GET", "/c/harbour/api/record", "", {{"authorization", "Bearer " + token}}).status, 200u);
  EXPECT_EQ(ask("GET", "/c/lighthouse/api/record", "", {{"authorization", "Bearer " + token}}).status, 401u);
}

TEST_F(TwoCommunities, TakeNoSignatureMadeForTheOther) {
  const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
  const community::RegisterPerson asked{store::content_hash(profile)};
  const auto send = [&](const std::string& named, const std::string& signer) {
    community::Request request = devices.at(signer).request(*live, asked);
    request.community = named;
    const Json body{{"request", encode(request)},
                    {"contents", {{{"salt", to_base64url(bytes_of(profile.salt))}, {"text", profile.text}}}},
                    {"signature", Json::parse(to_json(devices.at(signer).passkey().sign(request, logs.at(signer))))}};
    return ask("POST", "/c/lighthouse/api/acts", body.dump(),
               {{"cookie", "ccop_lighthouse=" + secret_of(lighthouse_cookie)}});
  };
  EXPECT_THAT(send("harbour", "lighthouse"), problem("another-community"));
  EXPECT_THAT(send("lighthouse", "harbour"), problem("signature-does-not-hold"));
  EXPECT_EQ(send("lighthouse", "lighthouse").status, 200u);
}

TEST_F(TwoCommunities, AreCountedApartForWhoeverWatchesTheHost) {
  EXPECT_EQ(*ask("GET", "/healthz").body, R"({"status":"ok"})");
  // Where everybody calls, nobody learns how much is signed and when.
  EXPECT_EQ(ask("GET", "/metrics").status, 404u);
  std::string metrics;
  host->metrics_handler()({"GET", "/metrics", {}, {}, {}, {}}, [&](const Response& answer) { metrics = *answer.body; });
  EXPECT_THAT(metrics, HasSubstr("ccop_record_entries{community=\"harbour\"} 2\n"));
  EXPECT_THAT(metrics, HasSubstr("ccop_record_entries{community=\"lighthouse\"} 2\n"));
}

TEST_F(TwoCommunities, ShareAPageWhosePolicyAllowsNothingFromElsewhere) {
  const Response page = ask("GET", "/c/harbour/meetings/3");
  const std::string policy = header(page, "Content-Security-Policy");
  EXPECT_THAT(policy, HasSubstr("default-src 'none'; script-src 'self'; "));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
  const std::string nonce = page.body->substr(page.body->find("content=") + 8, 24);
  EXPECT_THAT(policy, HasSubstr("'nonce-" + nonce + "'"));
  EXPECT_THAT(*ask("GET", "/c/harbour/").body, Not(HasSubstr(nonce))) << "each answer has a nonce of its own";
}

TEST_F(TwoCommunities, LetWhatIsBuiltForWorkersCompileWebAssemblyAndNothingElse) {
  const Response worker = ask("GET", "/workers/verification-1234.js");
  EXPECT_THAT(header(worker, "Content-Security-Policy"),
              HasSubstr("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "));
  EXPECT_EQ(worker.common_headers->find("Content-Security-Policy"), std::string::npos) << "two would both hold";
  EXPECT_THAT(header(worker, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_EQ(ask("GET", "/c/harbour/workers/gone.js").status, 404u);
  const Response asset = ask("GET", "/assets/app-1234.js");
  EXPECT_THAT(*asset.common_headers, HasSubstr("script-src 'self'; "));
  EXPECT_EQ(ask("GET", "/assets/proofs-1234.wasm").content_type, "application/wasm");
}

TEST_F(TwoCommunities, SendBuiltFilesCompressedAndToBeKept) {
  const Response zipped = ask("GET", "/c/harbour/assets/app-1234.js", "", {{"accept-encoding", "br, gzip"}});
  EXPECT_EQ(*zipped.body, "zipped");
  EXPECT_EQ(header(zipped, "Content-Encoding"), "gzip");
  EXPECT_THAT(header(zipped, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_EQ(*ask("GET", "/assets/app-1234.js").body, "plain");
  EXPECT_EQ(ask("GET", "/assets/../index.html").status, 404u);
  EXPECT_EQ(ask("GET", "/assets/gone.js").status, 404u);
}

}  // namespace
}  // namespace ccop::server
