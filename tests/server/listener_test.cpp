// The server as it is met on the wire (RFC 9110, 9112): kept connections, refusals that arrive, slow and careless
// peers, TLS.
#include "server/listener.hpp"

#include "raw_connection.hpp"
#include "refusals_on_the_wire.hpp"
#include "server/descriptors.hpp"
#include "temporary_folder.hpp"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <cstdlib>
#include <thread>

namespace ccop::server {
namespace {

using ccop::testing::RawConnection;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// Answers with what it understood of the request.
void echo(Request request, const Reply& reply) {
  Response response;
  response.content_type = "text/plain";
  std::string text = request.method + " " + request.path + " from " + request.address + ": " + request.body;
  if (request.query.contains("q")) text += " q=" + request.query["q"];
  response.body = std::make_shared<const std::string>(std::move(text));
  reply(std::move(response));
}

class AServer {
 public:
  explicit AServer(ListenOptions options = {}, Handler handler = echo)
      : listener_(with_free_port(options), std::move(handler)) {
    thread_ = std::thread{[this] { listener_.run(); }};
  }
  ~AServer() { stop(); }
  AServer(const AServer&) = delete;
  AServer& operator=(const AServer&) = delete;
  AServer(AServer&&) = delete;
  AServer& operator=(AServer&&) = delete;

  void stop() {
    listener_.stop();
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] std::uint16_t port() const { return listener_.port(); }
  [[nodiscard]] RawConnection call() const { return RawConnection{port()}; }

 private:
  static ListenOptions with_free_port(ListenOptions options) {
    options.port = 0;
    return options;
  }
  Listener listener_;
  std::thread thread_;
};

ListenOptions small_and_quick() {
  ListenOptions options;
  options.largest_body = 1000;
  options.time_limit = std::chrono::seconds{1};
  return options;
}

TEST(AConnection, AnswersOneRequestAfterTheOther) {
  const AServer server;
  auto connection = server.call();
  connection.send("GET /a?q=x%20y+z&r HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(connection.read_answer(),
              AllOf(StartsWith("HTTP/1.1 200 OK\r\n"), EndsWith("GET /a from 127.0.0.1:  q=x y z")));
  connection.send("POST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n");
  EXPECT_THAT(connection.read_answer(), EndsWith("POST /b from 127.0.0.1: body"));
}

TEST(AConnection, TakesRequestsThatAreSentTogether) {
  const AServer server;
  auto connection = server.call();
  connection.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(connection.read_answer(), EndsWith("GET /1 from 127.0.0.1: "));
  EXPECT_THAT(connection.read_answer(), EndsWith("GET /2 from 127.0.0.1: "));
}

TEST(AConnection, TakesAnswersThatAnotherThreadGives) {
  const AServer server{{}, [](Request request, const Reply& reply) {
                         std::thread{[reply, number = request.path] {
                           Response response;
                           response.body = std::make_shared<const std::string>("the answer to " + number);
                           reply(std::move(response));
                         }}.detach();
                       }};
  auto connection = server.call();
  for (int i = 0; i < 300; ++i) {
    connection.send("GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_THAT(connection.read_answer(), EndsWith("\r\n\r\nthe answer to /" + std::to_string(i)));
  }
}

TEST(AConnection, EndsWhenThePeerWantsNoMore) {
  const AServer server;
  for (const auto* request : {"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"}) {
    auto connection = server.call();
    connection.send(request);
    EXPECT_THAT(connection.read_to_end(), HasSubstr("Connection: close\r\n")) << request;
  }
}

TEST(AConnection, AnswersHeadWithoutABody) {
  const AServer server;
  auto connection = server.call();
  connection.send("HEAD /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(connection.read_to_end(), AllOf(HasSubstr("Content-Length: 24\r\n"), EndsWith("\r\n\r\n")));
}

TEST(AConnection, SaysThatABodyIsWelcomeToWhoeverWaits) {
  const AServer server;
  auto connection = server.call();
  connection.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(connection.read_head(), "HTTP/1.1 100 Continue\r\n\r\n");
  connection.send("body");
  EXPECT_THAT(connection.read_answer(), EndsWith(": body"));
}

TEST(BadRequests, AreAnsweredWithProblemDetails) {
  const AServer server{small_and_quick()};
  const auto answer_to = [&](const std::string& request) {
    auto connection = server.call();
    connection.send(request);
    const std::string answer = connection.read_to_end();
    EXPECT_THAT(answer, HasSubstr("Content-Type: application/problem+json\r\n"));
    return answer;
  };
  EXPECT_THAT(answer_to("nonsense\r\n\r\n"), AllOf(StartsWith("HTTP/1.1 400 "), problem("not-http")));
  EXPECT_THAT(answer_to("GET / HTTP/9.9\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(answer_to("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(answer_to("GET / HTTP/1.1\r\nCookie: " + std::string(20'000, 'c') + "\r\n\r\n"),
              AllOf(StartsWith("HTTP/1.1 431 "), problem("head-too-large")));
}

/// What no handler sees is answered with the same care (ASVS 5.0, V3.4).
TEST(BadRequests, AreAnsweredWithTheHeaderLinesOfAllAnswers) {
  ListenOptions options = small_and_quick();
  options.refusal_lines = std::make_shared<const std::string>("X-Content-Type-Options: nosniff\r\n");
  const AServer server{options};
  for (const auto* wrong : {"nonsense\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
                            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4000000\r\n\r\n"}) {
    auto connection = server.call();
    connection.send(wrong);
    EXPECT_THAT(connection.read_to_end(), HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n")) << wrong;
  }
}

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
        "GET / HTTP/1.1\r\n\r\n",                                //
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
  options.connections_by_address = 3;
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
  options.connections_by_address = 1;
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
  options.connections = 2;
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
  options.bodies_by_address = 2;
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

TEST(BadRequests, HearThatTheyAreTooLargeEvenWhileTheyAreSent) {
  const AServer server{small_and_quick()};
  for (const bool chunked : {false, true}) {
    auto connection = server.call();
    const std::string body(4'000'000, 'b');
    connection.send(chunked ? "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3D0900\r\n" + body
                            : "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4000000\r\n\r\n" + body);
    const std::string answer = connection.read_to_end();
    EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 413 "), problem("body-too-large"))) << chunked;
    EXPECT_THAT(answer, HasSubstr("at most 1000 bytes")) << chunked;
  }
}

TEST(Bodies, MayBeLargerFromWhoIsKnown) {
  ListenOptions options;
  options.largest_body = 10;
  options.larger_body = [](const Request& head) -> std::size_t {
    EXPECT_EQ(head.path, "/c/x/taxii2/");
    return head.header("authorization") == "known" ? 30 : 0;
  };
  const AServer server{options};
  const auto ask = [&](const std::string& who, std::size_t length) {
    auto connection = server.call();
    connection.send("POST /c/x/taxii2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + who +
                    "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + std::string(length, 'b'));
    return connection.read_to_end();
  };
  EXPECT_THAT(ask("known", 30), StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(ask("unknown", 10), StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(ask("known", 31), StartsWith("HTTP/1.1 413 "));
  // Machines are told in TAXII's own form.
  EXPECT_THAT(ask("unknown", 30), AllOf(StartsWith("HTTP/1.1 413 "), HasSubstr("application/taxii+json;version=2.1")));
}

TEST(Bodies, ThatAreTooLargeHearFirstThatTheirSenderIsNotKnown) {
  ListenOptions options;
  options.largest_body = 10;
  const AServer server{options, [](const Request& request, const Reply& reply) {
                         EXPECT_EQ(request.method, "POST");  // anything else could do something without its body
                         EXPECT_EQ(request.body, "");
                         Response response;
                         response.status = request.header("authorization") == "known" ? 422 : 401;
                         reply(response);
                       }};
  const auto ask = [&](const std::string& method, const std::string& who) {
    auto connection = server.call();
    connection.send(method + " /c/x/taxii2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + who +
                    "\r\nContent-Length: 30\r\n\r\n" + std::string(30, 'b'));
    return connection.read_to_end();
  };
  EXPECT_THAT(ask("POST", "unknown"), StartsWith("HTTP/1.1 401 "));
  EXPECT_THAT(ask("POST", "known"), StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(ask("DELETE", "unknown"), StartsWith("HTTP/1.1 413 "));
}

TEST(SlowPeers, AreLetGo) {
  const AServer server{small_and_quick()};
  auto connection = server.call();
  connection.send("GET / HTTP/1.1\r\nHost:");
  EXPECT_EQ(connection.read_to_end(), "");
}

TEST(AStop, LetsARunningRequestBeAnswered) {
  std::atomic<bool> asked{};
  std::function<void(Response)> answer_later;
  AServer server{{}, [&](Request, const Reply& reply) {
                   answer_later = reply;
                   asked = true;
                 }};
  auto connection = server.call();
  connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  while (!asked) std::this_thread::yield();
  std::thread stopping{[&] { server.stop(); }};
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  Response late;
  late.status = 503;
  late.body = std::make_shared<const std::string>("late");
  answer_later(std::move(late));
  EXPECT_THAT(connection.read_to_end(), AllOf(StartsWith("HTTP/1.1 503 "), EndsWith("\r\n\r\nlate")));
  stopping.join();
}

TEST(AProxy, TellsTheAddressThatItWasCalledFrom) {
  ListenOptions options;
  const std::string request =
      "GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 192.0.2.66\r\nX-Forwarded-For: 192.0.2.1, 192.0.2.7\r\n\r\n";
  const auto answer = [&] {
    const AServer server{options};
    auto connection = server.call();
    connection.send(request);
    return connection.read_answer();
  };
  EXPECT_THAT(answer(), HasSubstr("from 127.0.0.1:"));  // anybody can write a header
  options.proxies = Proxies{{"127.0.0.0/8"}};
  EXPECT_THAT(answer(), HasSubstr("from 192.0.2.7:"));
  options.proxies = Proxies{{"192.0.2.0/24", "::1"}};
  EXPECT_THAT(answer(), HasSubstr("from 127.0.0.1:")) << "no proxy of ours";
}

/// A certificate for localhost, signed by itself.
ListenOptions with_certificate(const ccop::testing::TemporaryFolder& folder) {
  ListenOptions options = small_and_quick();
  options.certificate_file = folder.file("chain.pem");
  options.key_file = folder.file("key.pem");
  const std::string command =
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost "
      "-addext subjectAltName=DNS:localhost -keyout " +
      options.key_file + " -out " + options.certificate_file + " 2>/dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);
  return options;
}

/// This version and no later one: curl keeps the latest allowed in the upper half.
constexpr long only(long version) {
  return version | (version << 16);
}

struct Fetched {
  CURLcode result{};
  std::string body;
};

Fetched fetch(std::uint16_t port, const std::string& trusted, long tls_version) {
  Fetched fetched;
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), &curl_easy_cleanup};
  const std::string url = "https://localhost:" + std::to_string(port) + "/secure";
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_CAINFO, trusted.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_SSLVERSION, tls_version);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, "hidden");
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &fetched.body);
  curl_easy_setopt(
      curl.get(), CURLOPT_WRITEFUNCTION, +[](char* data, std::size_t, std::size_t count, void* to) -> std::size_t {
        static_cast<std::string*>(to)->append(data, count);
        return count;
      });
  fetched.result = curl_easy_perform(curl.get());
  return fetched;
}

TEST(Tls, IsSpokenFromVersion12OnWithTheCertificateGiven) {
  const ccop::testing::TemporaryFolder folder;
  const ListenOptions options = with_certificate(folder);
  const AServer server{options};
  for (const auto version : {only(CURL_SSLVERSION_TLSv1_2), only(CURL_SSLVERSION_TLSv1_3)}) {
    const Fetched fetched = fetch(server.port(), options.certificate_file, version);
    EXPECT_EQ(fetched.result, CURLE_OK) << curl_easy_strerror(fetched.result);
    EXPECT_EQ(fetched.body, "POST /secure from 127.0.0.1: hidden");
  }
  EXPECT_NE(fetch(server.port(), options.certificate_file, only(CURL_SSLVERSION_TLSv1_1)).result, CURLE_OK);
}

/// RFC 9325, section 4.2: forward secrecy, and authenticated encryption.
TEST(Tls, TakesOfVersion12TheSuitesWithForwardSecrecyAlone) {
  const ccop::testing::TemporaryFolder folder;
  const AServer server{with_certificate(folder)};
  const auto is_taken = [&](const std::string& suite) {
    const std::string command = "openssl s_client -tls1_2 -cipher " + suite +
                                " -connect 127.0.0.1:" + std::to_string(server.port()) + " </dev/null >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
  };
  EXPECT_TRUE(is_taken("ECDHE-ECDSA-AES128-GCM-SHA256"));
  EXPECT_TRUE(is_taken("ECDHE-ECDSA-CHACHA20-POLY1305"));
  EXPECT_FALSE(is_taken("ECDHE-ECDSA-AES128-SHA"));
  EXPECT_FALSE(is_taken("ECDHE-ECDSA-AES256-SHA384"));
}

TEST(Tls, LetsGoOfPeersThatSpeakNoneOrSayNothing) {
  const ccop::testing::TemporaryFolder folder;
  const AServer server{with_certificate(folder)};
  auto plain = server.call();
  plain.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(plain.read_to_end(), Not(HasSubstr("HTTP/1.1 200")));
  auto silent = server.call();
  EXPECT_EQ(silent.read_to_end(), "");
}

TEST(Tls, NamesTheFileThatItCantUse) {
  ListenOptions options;
  options.port = 0;
  options.certificate_file = "/nowhere/chain.pem";
  options.key_file = "/nowhere/key.pem";
  try {
    const Listener listener{options, echo};
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("/nowhere/chain.pem"));
  }
}

TEST(AListener, NamesTheAddressThatIsTaken) {
  const AServer server;
  ListenOptions options;
  options.port = server.port();
  try {
    const Listener second{options, echo};
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("127.0.0.1:" + std::to_string(server.port())));
  }
}

}  // namespace
}  // namespace ccop::server
