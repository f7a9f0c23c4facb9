// Heads that could be read in two ways, and callers who take more of the server than is theirs (RFC 9112).
#include "refusals_on_the_wire.hpp"
#include "server/a_server.hpp"
#include "server/descriptors.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

using ccop::testing::RawConnection;
using ::testing::AllOf;
using testing::AServer;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::small_and_quick;
using ::testing::StartsWith;

/// What two programs could read in two ways would let the end of one request be the beginning of another
/// (RFC 9112, sections 2.2, 3.2, 5.2, 6.1 and 6.3): it is refused, and nothing that follows it is read.
class AnAmbiguousHead : public ::testing::TestWithParam<std::string> {};

TEST_P(AnAmbiguousHead, IsRefusedAndTheConnectionEnds) {
  const AServer server{small_and_quick()};
  auto connection = server.call();
  connection.send(GetParam() + "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
  const std::string answer = connection.read_to_end();
  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 400 "), problem("not-http"), Not(HasSubstr("smuggled"))));
}

INSTANTIATE_TEST_SUITE_P(
    Of, AnAmbiguousHead,
    ::testing::Values(
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: identity\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n",
        "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4, 4\r\n\r\nbody",
        "GET / HTTP/1.1\r\n\r\n",                                //
        "GET / HTTP/1.1\r\nHost:\r\n\r\n",                       //
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",          //
        "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",                   //
        "GET / HTTP/1.1\r\nHost: h\r\nCookie: a\r\n b\r\n\r\n",  // folded
        "GET / HTTP/1.1\r\nHost: h\r\nCookie: a\r\n\tb\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: h\r\n\r\n",       //
        "GET / HTTP/1.1\nHost: h\n\n",              // bare line feeds
        "GET / HTTP/1.1\r\nHost: h\r\nA: b\n\r\n",  //
        "GET / HTTP/1.1\r\nHost : h\r\n\r\n",       //
        "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n",     //
        "GET example.org:80 HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(20'000, 'x') +
            "\r\na\r\n0\r\n\r\n"));

TEST(AConnection, TakesWhatTheSpecificationWantsTaken) {
  const AServer server{small_and_quick()};
  auto connection = server.call();
  connection.send("\r\nGET /after-an-empty-line HTTP/1.1\r\nhost: h\r\n\r\n");
  EXPECT_THAT(connection.read_answer(), HasSubstr("GET /after-an-empty-line "));
  connection.send("GET http://example.org/whole?q=a HTTP/1.1\r\nHost: example.org\r\n\r\n");
  EXPECT_THAT(connection.read_answer(), HasSubstr("GET /whole from 127.0.0.1:  q=a"));
  connection.send("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: CHUNKED\r\n\r\n2;a=b\r\nbo\r\n0\r\n\r\n");
  EXPECT_THAT(connection.read_answer(), EndsWith(": bo"));
  connection.send("GET /in-pieces HTT");
  std::this_thread::sleep_for(std::chrono::milliseconds{20});
  connection.send("P/1.1\r\nHost: h\r\n\r");
  std::this_thread::sleep_for(std::chrono::milliseconds{20});
  connection.send("\n");
  EXPECT_THAT(connection.read_answer(), HasSubstr("GET /in-pieces "));
}

/// Whoever opens connection after connection leaves the others theirs.
TEST(Connections, OfOneAddressAreSoManyAndNoMore) {
  ListenOptions options = small_and_quick();
  options.time_limit = std::chrono::seconds{20};
  options.most.connections_by_address = 3;
  const AServer server{options};
  const auto is_served = [](RawConnection& connection) {
    connection.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    return connection.read_head().starts_with("HTTP/1.1 200");
  };
  std::vector<RawConnection> held;
  for (int i = 0; i < 3; ++i) {
    held.push_back(server.call());
    ASSERT_TRUE(is_served(held.back()));
  }
  EXPECT_EQ(server.call().read_to_end(), "");
  held.pop_back();
  for (int tries = 0; tries < 200; ++tries) {
    auto again = server.call();
    if (is_served(again)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  FAIL() << "the place that was given back is taken by nobody";
}

TEST(Connections, ThroughAProxyAreNotCountedAsItsOwn) {
  ListenOptions options = small_and_quick();
  options.most.connections_by_address = 1;
  options.proxies = Proxies{{"127.0.0.1"}};
  const AServer server{options};
  std::vector<RawConnection> held;
  for (int i = 0; i < 5; ++i) {
    held.push_back(server.call());
    held.back().send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_THAT(held.back().read_head(), StartsWith("HTTP/1.1 200"));
  }
}

TEST(Connections, LeaveDescriptorsForWhatIsNone) {
  ListenOptions options = small_and_quick();
  options.most.connections = 2;
  const AServer server{options};
  std::vector<RawConnection> held;
  for (int i = 0; i < 2; ++i) {
    held.push_back(server.call());
    held.back().send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_THAT(held.back().read_head(), StartsWith("HTTP/1.1 200"));
  }
  EXPECT_EQ(server.call().read_to_end(), "");
  EXPECT_GE(descriptors_for_connections(), 512u);
}

/// Half of a body costs its sender nothing and the server its length.
TEST(Bodies, ThatDoNotArriveWholeAreSoManyOfAnAddressAndNoMore) {
  ListenOptions options;
  options.largest_body = 10;
  options.larger_body = [](const Request&) -> std::size_t { return 1000; };
  options.most.bodies_by_address = 2;
  const AServer server{options};
  const std::string half = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhalf";
  std::vector<RawConnection> held;
  for (int i = 0; i < 2; ++i) {
    held.push_back(server.call());
    held.back().send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_THAT(held.back().read_head(), StartsWith("HTTP/1.1 100"));
  }
  auto third = server.call();
  third.send(half);
  EXPECT_THAT(third.read_to_end(), AllOf(StartsWith("HTTP/1.1 429 "), problem("too-many-uploads")));
  auto small = server.call();
  small.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok");
  EXPECT_THAT(small.read_answer(), EndsWith(": ok"));
  held.front().send(std::string(100, 'b'));
  EXPECT_THAT(held.front().read_head(), StartsWith("HTTP/1.1 200"));
}

}  // namespace
}  // namespace ccop::server
