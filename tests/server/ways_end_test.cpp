// By which somebody reads (a cookie, a token, a stream of live events that is open) ends with a recovery and with the
// seat under which it began.
#include "server/a_server.hpp"
#include "server/at_the_door.hpp"

namespace ccop::server {
namespace {

using namespace community;
using ccop::testing::RawConnection;

/// All by which one Member reads.
class TheWaysOfAMember : public AtTheDoor {
 protected:
  void SetUp() override {
    AtTheDoor::SetUp();
    cookie = sign_in(member);
    bearer = "Bearer " + make_token(member, cookie, "record");
    by_cookie.emplace(listening("Cookie: " + cookie));
    by_token.emplace(listening("Authorization: " + bearer));
    ASSERT_EQ(get("/api/motions", {{"cookie", cookie}}), 200u);
    ASSERT_EQ(get("/api/motions", {{"authorization", bearer}}), 200u);
  }
  RawConnection listening(const std::string& line) {
    RawConnection stream = server.call();
    stream.send("GET /api/events HTTP/1.1\r\nHost: h\r\n" + line + "\r\n\r\n");
    EXPECT_THAT(stream.read_head(), ::testing::StartsWith("HTTP/1.1 200"));
    return stream;
  }
  void expect_all_over() {
    EXPECT_TRUE(by_cookie->is_closed());
    EXPECT_TRUE(by_token->is_closed());
    EXPECT_EQ(get("/api/me", {{"cookie", cookie}}), 401u);
    EXPECT_EQ(get("/api/motions", {{"authorization", bearer}}), 401u);
    EXPECT_EQ(get("/api/events", {{"cookie", cookie}}), 401u);
    EXPECT_EQ(get("/api/events", {{"authorization", bearer}}), 401u);
  }

  testing::AServer server{{},
                          [this](const Request& request, const Reply& reply) { served.site->handle(request, reply); }};
  std::string cookie;
  std::string bearer;
  std::optional<RawConnection> by_cookie;
  std::optional<RawConnection> by_token;
};

TEST_F(TheWaysOfAMember, EndAtTheirRecovery) {
  Device anew{"Member anew", member};
  act(secretary, sign_in(secretary), ConfirmRecovery{member, anew.link_key()});
  act(chair, sign_in(chair), ConfirmRecovery{member, anew.link_key()});
  ASSERT_EQ(post("/api/enrolment", sent(anew.enrols(live()))).status, 200u);
  expect_all_over();
  EXPECT_EQ(try_sign_in(device_of(member).passkey()).status, 401u) << "whoever has what was lost";
  EXPECT_EQ(try_sign_in(anew.passkey()).status, 200u);
}

TEST_F(TheWaysOfAMember, EndWithTheirMandate) {
  const auto seat = live().read([&](const Community& state) { return membership(state).seat_of(member, now()); });
  act(member, cookie, EndMandate{seat.value()});
  expect_all_over();
  EXPECT_EQ(try_sign_in(device_of(member).passkey()).status, 200u) << "the passkey is theirs still";
}

}  // namespace
}  // namespace ccop::server
