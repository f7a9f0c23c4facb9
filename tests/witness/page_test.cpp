// The page that a host serves, held against the build: the true host's passes, and whatever a lying one changes is
// named.
#include "witness/page.hpp"

#include "base/bad_input.hpp"
#include "base/text.hpp"
#include "cli/page.hpp"
#include "server/host_server.hpp"
#include "server/served_site.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace ccop::witness {
namespace {

using server::HostServer;
using server::Response;
using server::ServedSite;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string true_index = R"(<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__" />)"
                               R"(<script type="module" crossorigin src="/assets/app-1.js"></script>)"
                               R"(<link rel="stylesheet" crossorigin href="/assets/app-1.css">)";
const std::string true_script = "run()";

class AServedPage : public ::testing::Test {
 protected:
  AServedPage() {
    std::filesystem::create_directories(folder.file("web/assets"));
    std::filesystem::create_directories(folder.file("web/workers"));
    keep("web/workers/verification-1.js", "verify()");
    keep("web/index.html", true_index);
    keep("web/assets/app-1.js", true_script);
    keep("web/assets/app-1.css", "a{}");
    serve();
    manifest = PageManifest::read(text_of_manifest());
  }
  ~AServedPage() override { host->stop(); }

  void keep(const std::string& name, const std::string& text) const {
    std::ofstream{folder.file(name), std::ios::binary} << text;
  }
  void serve() {
    auto served = std::make_unique<ServedSite>(folder, "harbour" + std::to_string(++times));
    address = "http://host.example/c/harbour" + std::to_string(times);
    std::vector<std::unique_ptr<server::Site>> sites;
    sites.push_back(std::move(served->site));
    host = std::make_unique<HostServer>(std::move(sites), folder.file("web"), false);
  }
  /// The host's folder is read when it starts.
  void serve_instead(const std::string& name, const std::string& text) {
    keep(name, text);
    host->stop();
    serve();
  }
  [[nodiscard]] std::string text_of_manifest() const {
    const auto line = [](const std::string& path, const std::string& text) {
      return to_hex(sha256(bytes_of(text))) + " " + std::to_string(text.size()) + " " + path + "\n";
    };
    return "ccop page manifest v1\n" + line("/assets/app-1.css", "a{}") + line("/assets/app-1.js", true_script) +
           line("/index.html", true_index) + line("/workers/verification-1.js", "verify()");
  }
  [[nodiscard]] exchange::Fetched fetched(const exchange::Fetching& asking) const {
    const std::string path = asking.url.substr(std::string_view{"http://host.example"}.size());
    const Response response = ServedSite::ask(
        [&](server::Request request, const server::Reply& reply) { host->handle(std::move(request), reply); }, "GET",
        path);
    exchange::Fetched out{response.status, response.body ? *response.body : "", {}, {}};
    out.headers["content-type"] = response.content_type;
    for (const auto& [name, value] : response.headers) out.headers[in_small_letters(name)] = value;
    std::istringstream lines{response.common_headers ? *response.common_headers : ""};
    for (std::string line; std::getline(lines, line);) {
      const auto colon = line.find(": ");
      if (colon == std::string::npos) continue;
      out.headers[in_small_letters(line.substr(0, colon))] = line.substr(colon + 2, line.size() - colon - 3);
    }
    return out;
  }
  /// What is found; the answer for what ends so may be another than the host's.
  std::vector<std::string> found(
      const std::string& ending = "nothing", const std::function<void(exchange::Fetched&)>& change = [](auto&) {}) {
    return page_differences(address, manifest, [&](const exchange::Fetching& asking) {
      auto answer = fetched(asking);
      if (asking.url.ends_with(ending)) change(answer);
      return answer;
    });
  }
  [[nodiscard]] std::string page() const { return "/harbour" + std::to_string(times); }

  const testing::TemporaryFolder folder;
  std::unique_ptr<HostServer> host;
  PageManifest manifest;
  std::string address;
  int times{};
};

TEST_F(AServedPage, OfTheTrueHostIsTheOneThatWasBuilt) {
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(AServedPage, WithOneChangedByteIsNamed) {
  serve_instead("web/assets/app-1.js", "run!)");
  EXPECT_THAT(found(), ElementsAre(StartsWith("changed: /assets/app-1.js (5 bytes")));
}

TEST_F(AServedPage, WithoutAFileIsNamed) {
  std::filesystem::remove(folder.file("web/assets/app-1.css"));
  host->stop();
  serve();
  EXPECT_THAT(found(), ElementsAre("missing: /assets/app-1.css (status 404)"));
}

TEST_F(AServedPage, WithAScriptMoreIsNamed) {
  keep("web/assets/leak.js", "leak()");
  serve_instead("web/index.html", true_index + R"(<script src="/assets/leak.js"></script>)");
  EXPECT_THAT(found(), ElementsAre(StartsWith("changed: /index.html"), "unlisted: the page loads /assets/leak.js"));
}

TEST_F(AServedPage, WithAScriptWithinItselfIsNamed) {
  serve_instead("web/index.html", true_index + "<script>leak()</script>");
  EXPECT_THAT(found(), Contains("unlisted: the page has a script within itself"));
}

/// Nothing but the nonce of its own answer may stand where the build has its mark.
TEST_F(AServedPage, WithMoreThanTheNonceInItsPlaceIsNamed) {
  EXPECT_THAT(found(page(),
                    [](exchange::Fetched& answer) {
                      const auto at = answer.body.find("content=\"") + 9;
                      answer.body.insert(at, "x");
                    }),
              ElementsAre(StartsWith("changed: /index.html")));
}

TEST_F(AServedPage, WhosePolicyLetsOtherScriptsInIsNamed) {
  const auto allows = [](const std::string& before, const std::string& after) {
    return [=](exchange::Fetched& answer) {
      std::string& policy = answer.headers["content-security-policy"];
      policy.replace(policy.find(before), before.size(), after);
    };
  };
  EXPECT_THAT(found(page(), allows("script-src 'self'", "script-src 'self' https://elsewhere.example")),
              ElementsAre("policy: the page allows script-src https://elsewhere.example"));
  EXPECT_THAT(found(page(), allows("connect-src 'self'", "connect-src *")),
              ElementsAre("policy: the page allows connect-src *"));
  EXPECT_THAT(found(page(), allows("script-src 'self'; ", "")),
              ElementsAre("policy: the page comes without script-src"));
  EXPECT_THAT(found(page(), allows("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")),
              ElementsAre("policy: the page allows script-src 'wasm-unsafe-eval'"))
      << "workers alone may compile WebAssembly";
  EXPECT_THAT(found("verification-1.js", allows("script-src 'self'", "script-src 'self' 'unsafe-eval'")),
              ElementsAre("policy: /workers/verification-1.js allows script-src 'unsafe-eval'"));
  EXPECT_THAT(found("app-1.js", [](auto& answer) { answer.headers.erase("content-security-policy"); }),
              Contains("policy: /assets/app-1.js comes without script-src"));
}

TEST_F(AServedPage, WithOtherHeadersThatMatterIsNamed) {
  EXPECT_THAT(found("app-1.css", [](auto& answer) { answer.headers["content-type"] = "text/html; charset=utf-8"; }),
              ElementsAre("type: /assets/app-1.css is served as text/html; charset=utf-8, not as text/css"));
  EXPECT_THAT(found("app-1.js", [](auto& answer) { answer.headers.erase("x-content-type-options"); }),
              ElementsAre("headers: /assets/app-1.js comes without nosniff"));
  EXPECT_THAT(found(page(), [](auto& answer) { answer.headers["link"] = "</leak.js>; rel=preload"; }),
              ElementsAre("headers: the page comes with link: </leak.js>; rel=preload"));
}

TEST_F(AServedPage, ThatCantBeReachedIsNotTakenForTheTrueOne) {
  const auto silent = [](const exchange::Fetching&) { return exchange::Fetched{0, "", {}, "no route"}; };
  EXPECT_THAT(page_differences(address, manifest, silent),
              ElementsAre("missing: the page (no route)", "missing: /assets/app-1.css (no route)",
                          "missing: /assets/app-1.js (no route)", "missing: /workers/verification-1.js (no route)"));
}

TEST_F(AServedPage, IsJudgedByTheCommandsExitStatus) {
  keep("page.manifest", text_of_manifest());
  const auto fetch = [this](const exchange::Fetching& asking) { return fetched(asking); };
  const auto status = [&] { return cli::verify_page(address, folder.file("page.manifest"), fetch); };
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(status(), 0);
  EXPECT_THAT(::testing::internal::GetCapturedStdout(), HasSubstr("ok  the page and its 4 files"));
  serve_instead("web/assets/app-1.js", "run!)");
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(status(), 1);
  EXPECT_THAT(::testing::internal::GetCapturedStdout(), HasSubstr("WRONG: changed: /assets/app-1.js"));
  EXPECT_THROW((void)cli::verify_page("host.example", folder.file("page.manifest"), fetch), store::StoreError);
  EXPECT_THROW((void)cli::verify_page(address, folder.file("nowhere"), fetch), store::StoreError);
}

TEST(APageManifest, IsRefusedWhereItIsNone) {
  const auto refused = [](const std::string& text) {
    try {
      (void)PageManifest::read(text);
      return std::string{};
    } catch (const BadInput& bad) {
      return std::string{bad.what()};
    }
  };
  const std::string hash(64, 'a'), head = "ccop page manifest v1\n";
  EXPECT_EQ(refused(head + hash + " 3 /index.html\n"), "");
  EXPECT_THAT(refused(""), HasSubstr("line 1"));
  EXPECT_THAT(refused("ccop page manifest v2\n"), HasSubstr("line 1"));
  EXPECT_THAT(refused(head + hash + " three /index.html\n"), HasSubstr("line 2"));
  EXPECT_THAT(refused(head + hash + " 3 index.html\n"), HasSubstr("line 2"));
  EXPECT_THAT(refused(head + hash + " 3 /index.html\n" + hash + " 3 /index.html\n"), HasSubstr("each path once"));
  EXPECT_THAT(refused(head + hash + " 3 /a.js\n"), HasSubstr("with /index.html"));
}

}  // namespace
}  // namespace ccop::witness
