// The cookie of a host that is reached over TLS: a browser takes its prefix from whoever serves the whole host so, and
// from nobody else.
#include "server/served_site.hpp"

namespace ccop::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class AHostOverTls : public ::testing::Test {
 protected:
  Response ask(const std::string& method, const std::string& path, const std::string& cookie) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, method == "POST" ? "{}" : "", {{"cookie", cookie}});
  }
  /// As RFC 6265bis wants them, without which a browser keeps no cookie of this name.
  static void expect_of_the_whole_host(const std::string& set_cookie) {
    EXPECT_THAT(set_cookie, StartsWith("__Host-ccop_harbour="));
    EXPECT_THAT(set_cookie + ";", HasSubstr("; Path=/;"));
    EXPECT_THAT(set_cookie + ";", HasSubstr("; Secure;"));
    EXPECT_THAT(set_cookie, HasSubstr("; HttpOnly"));
    EXPECT_THAT(set_cookie, HasSubstr("; SameSite=Strict"));
    EXPECT_THAT(set_cookie, Not(HasSubstr("Domain")));
  }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour", {}, {{"localhost", {"http://localhost:8080"}}, true}};
};

TEST_F(AHostOverTls, SetsACookieOfTheWholeHostAndTakesNoneWithoutThePrefix) {
  const std::string set_cookie = served.sign_in();
  expect_of_the_whole_host(set_cookie);
  const std::string cookie = set_cookie.substr(0, set_cookie.find(';'));
  EXPECT_EQ(ask("GET", "/api/me", cookie).status, 200u);
  const std::string secret = cookie.substr(cookie.find('=') + 1);
  for (const char* name : {"ccop_harbour", "__Secure-ccop_harbour", "__host-ccop_harbour"})
    EXPECT_EQ(ask("GET", "/api/me", std::string{name} + "=" + secret).status, 401u) << name;
}

TEST_F(AHostOverTls, TakesItsCookieBackUnderTheSameTerms) {
  const std::string set_cookie = served.sign_in();
  const std::string cookie = set_cookie.substr(0, set_cookie.find(';'));
  for (const auto& [name, value] : ask("POST", "/api/sign-out", cookie).headers) {
    if (name != "Set-Cookie") continue;
    expect_of_the_whole_host(value);
    EXPECT_THAT(value, HasSubstr("; Max-Age=0"));
    EXPECT_EQ(ask("GET", "/api/me", cookie).status, 401u);
    return;
  }
  FAIL() << "it was not taken back";
}

}  // namespace
}  // namespace ccop::server
