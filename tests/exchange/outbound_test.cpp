// Others' servers are read where they are public alone: an address of the Secretary's choice reaches nothing of the
// host's own network, whatever its name resolves to.
#include "exchange/outbound.hpp"

#include "exchange/fetch.hpp"
#include "server/a_server.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace ccop::exchange {
namespace {

using ::testing::HasSubstr;

bool is_allowed(std::string_view ip, std::vector<Network> networks = {}) {
  return Outbound{std::move(networks)}.allows(parse_ip(ip).value());
}

TEST(Outbound, ReachesPublicAddresses) {
  for (const char* ip : {"1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.255.255", "100.128.0.0", "172.32.0.1",
                         "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"})
    EXPECT_TRUE(is_allowed(ip)) << ip;
}

TEST(Outbound, ReachesNothingOfTheHostsOwnNetwork) {
  for (const char* ip : {"127.0.0.1",  "127.255.255.254", "0.0.0.0",         "10.0.0.1",
                         "172.16.0.1", "172.31.255.255",  "192.168.1.1",     "169.254.169.254",
                         "100.64.0.1", "100.127.255.255", "192.0.0.170",     "198.18.0.1",
                         "224.0.0.1",  "239.255.255.250", "255.255.255.255", "::",
                         "::1",        "fe80::1",         "fc00::1",         "fd12::1",
                         "ff02::1",    "fec0::1"})
    EXPECT_FALSE(is_allowed(ip)) << ip;
}

TEST(Outbound, LooksThroughFormsThatHoldAnotherAddress) {
  for (const char* ip :
       {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1"})
    EXPECT_FALSE(is_allowed(ip)) << ip;
}

TEST(Outbound, ReachesWhatTheHostAllows) {
  EXPECT_TRUE(is_allowed("10.1.2.3", {parse_network("10.1.0.0/16").value()}));
  EXPECT_TRUE(is_allowed("::ffff:10.1.2.3", {parse_network("10.1.0.0/16").value()}));
  EXPECT_FALSE(is_allowed("10.2.2.3", {parse_network("10.1.0.0/16").value()}));
  EXPECT_TRUE(is_allowed("10.7.255.1", {parse_network("10.0.0.0/13").value()}));
  EXPECT_FALSE(is_allowed("10.8.0.1", {parse_network("10.0.0.0/13").value()}));
  EXPECT_TRUE(is_allowed("fd00::5", {parse_network("fd00::5").value()}));
  EXPECT_FALSE(is_allowed("fd00::6", {parse_network("fd00::5").value()}));
  for (const char* text : {"", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "10.0.0.0/x", "10.0.0.0/", "host/8"})
    EXPECT_FALSE(parse_network(text)) << text;
}

TEST(Outbound, IsInTheClearWithinThisMachineAlone) {
  const Outbound guard{{parse_network("127.0.0.0/8").value(), parse_network("10.0.0.0/8").value()}};
  for (const char* url : {"https://taxii.example.org/c/", "https://taxii.example.org:8443/", "https://10.1.2.3/",
                          "http://127.0.0.1:8080/", "http://localhost/", "http://LOCALHOST:9000/"})
    EXPECT_EQ(guard.expects(url), "") << url;
  for (const char* url : {"http://taxii.example.org/", "http://10.1.2.3/", "http://127.0.0.1.example.org/",
                          "HTTP://taxii.example.org/", "http://[::1]/"})
    EXPECT_THAT(guard.expects(url), HasSubstr("https://")) << url;
  EXPECT_THAT(Outbound{}.expects("http://127.0.0.1/"), HasSubstr("https://")) << "nobody allowed it";
  for (const char* url : {"ftp://x/", "file:///etc/passwd", "https://a@x/", "https://", "x y"})
    EXPECT_NE(guard.expects(url), "") << url;
}

TEST(Outbound, CallsNoPortOfAnotherService) {
  EXPECT_THAT(Outbound{}.expects("https://taxii.example.org:25/"), HasSubstr("port"));
  EXPECT_EQ(Outbound{}.expects("https://taxii.example.org:1024/"), "");
  EXPECT_EQ((Outbound{{}, {parse_server("taxii.example.org:25").value()}}.expects("https://taxii.example.org:25/")),
            "");
}

TEST(Outbound, ReadsFromTheServersOfAListAlone) {
  const Outbound guard{{}, {parse_server("taxii.example.org").value(), parse_server("Feed.example.org:8443").value()}};
  for (const char* url : {"https://taxii.example.org/c/", "https://TAXII.example.org:443/",
                          "https://feed.example.org:8443/", "https://%74axii.example.org/"})
    EXPECT_EQ(guard.expects(url), "") << url;
  for (const char* url :
       {"https://taxii.example.org:8443/", "https://feed.example.org/", "https://evil.example.org/",
        "https://taxii.example.org.evil.example/", "https://x.taxii.example.org/", "https://192.0.2.1/"})
    EXPECT_THAT(guard.expects(url), HasSubstr("one of the servers")) << url;
  for (const char* text : {"", "https://x", "x/y", "a@x", "*.x", "x:0", "x:99999", "x y"})
    EXPECT_FALSE(parse_server(text)) << text;
}

/// A server on this machine that answers once, and knows whether anybody came.
class Here {
 public:
  Here() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), length), 0);
    EXPECT_EQ(listen(socket_, 1), 0);
    EXPECT_EQ(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length), 0);
    port_ = std::to_string(ntohs(address.sin_port));
  }
  ~Here() { close(socket_); }
  Here(const Here&) = delete;
  Here& operator=(const Here&) = delete;
  Here(Here&&) = delete;
  Here& operator=(Here&&) = delete;
  [[nodiscard]] std::string at(const std::string& host, const std::string& scheme = "http") const {
    return scheme + "://" + host + ":" + port_ + "/";
  }
  [[nodiscard]] bool somebody_came() const {
    pollfd wanted{socket_, POLLIN, 0};
    return poll(&wanted, 1, 0) == 1;
  }
  void answer_once() const {
    const int client = accept(socket_, nullptr, nullptr);
    std::string request(1000, '\0');
    EXPECT_GT(read(client, request.data(), request.size()), 0);
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";
    EXPECT_EQ(write(client, answer.data(), answer.size()), static_cast<ssize_t>(answer.size()));
    close(client);
  }

 private:
  int socket_;
  std::string port_;
};

Fetched fetched(const std::string& url, const Outbound& outbound) {
  Fetching asking;
  asking.url = url;
  asking.longest_seconds = 10;
  asking.outbound = &outbound;
  return fetch(asking);
}

TEST(Outbound, IsLookedAtWhenItIsConnectedToWhateverItIsCalled) {
  const Here here;
  // As numbers in all the ways in which curl reads them, and as names.
  for (const char* host :
       {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0.0.0.0", "[::ffff:127.0.0.1]"}) {
    const auto answer = fetched(here.at(host, "https"), Outbound{});
    EXPECT_EQ(answer.status, 0) << host;
    EXPECT_FALSE(here.somebody_came()) << host;
  }
  EXPECT_THAT(fetched(here.at("127.0.0.1", "https"), Outbound{}).trouble, HasSubstr("not one that this host calls"));
}

TEST(Outbound, IsConnectedToWhereItIsAllowed) {
  const Here here;
  std::thread server{[&] { here.answer_once(); }};
  const auto answer = fetched(here.at("127.0.0.1"), Outbound{{parse_network("127.0.0.0/8").value()}});
  server.join();
  EXPECT_EQ(answer.body, "hi") << answer.trouble;
}

TEST(Outbound, IsHeldAgainstTheListBeforeAnythingIsCalled) {
  const Here here;
  const Outbound listed{{parse_network("127.0.0.0/8").value()}, {parse_server("taxii.example.org").value()}};
  EXPECT_THAT(fetched(here.at("127.0.0.1"), listed).trouble, HasSubstr("one of the servers"));
  EXPECT_FALSE(here.somebody_came());
}

/// Witnesses, audits over the wire and whoever else asks: what anybody between could read is not sent.
TEST(WhatIsAsked, GoesToAnotherMachineByTlsAlone) {
  Fetching asking;
  asking.longest_seconds = 10;
  for (const char* url : {"http://192.0.2.1/", "HTTP://192.0.2.1/", "192.0.2.1", "http://0.0.0.0:1/"}) {
    asking.url = url;
    EXPECT_THAT(fetch(asking).trouble, HasSubstr("by https:// alone")) << url;
  }
}

/// A secret that is meant for one server goes to no other, whatever the first says.
TEST(WhatIsAsked, FollowsNoRedirect) {
  std::atomic<unsigned> elsewhere{};
  const server::testing::AServer other{{}, [&](const server::Request&, const server::Reply& reply) {
                                         ++elsewhere;
                                         reply({});
                                       }};
  std::atomic<unsigned> status{};
  const server::testing::AServer one{{}, [&](const server::Request&, const server::Reply& reply) {
                                       server::Response response;
                                       response.status = status;
                                       response.headers.emplace_back(
                                           "Location", "http://127.0.0.1:" + std::to_string(other.port()) + "/");
                                       reply(std::move(response));
                                     }};
  for (const unsigned each : {301u, 302u, 303u, 307u, 308u})
    for (const bool posts : {false, true}) {
      status = each;
      Fetching asking{"http://127.0.0.1:" + std::to_string(one.port()) + "/feed", "application/json", "", "secret", ""};
      if (posts) asking.body = "{}";
      EXPECT_EQ(fetch(asking).status, each);
    }
  EXPECT_EQ(elsewhere, 0u);
}

TEST(Outbound, TakesNoUserInAnAddress) {
  const Here here;
  EXPECT_EQ(fetched(here.at("user:secret@127.0.0.1"), Outbound{{parse_network("127.0.0.0/8").value()}}).status, 0);
  EXPECT_FALSE(here.somebody_came());
}

TEST(Outbound, EndsAnAnswerThatIsOnItsWayWhenItIsTold) {
  const Here here;  // it takes the connection, and says nothing
  Fetching asking;
  asking.url = here.at("127.0.0.1");
  asking.longest_seconds = 60;
  asking.stop = [&] { return here.somebody_came(); };
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(fetch(asking).status, 0);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{20});
}

}  // namespace
}  // namespace ccop::exchange
