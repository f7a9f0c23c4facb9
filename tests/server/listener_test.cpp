// The server as it is met on the wire (RFC 9110, 9112): kept connections, refusals that arrive, slow and careless
// peers, TLS.
#include "server/listener.hpp"

#include "refusals_on_the_wire.hpp"
#include "server/a_server.hpp"
#include "temporary_folder.hpp"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <cstdlib>
#include <thread>

namespace ccop::server {
namespace {

using ::testing::AllOf;
using testing::AServer;
using testing::echo;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::small_and_quick;
using ::testing::StartsWith;

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

bool is_root(const std::string& path) {
  return path == "/c/x/taxii2/";
}

TEST(Bodies, MayBeLargerFromWhoIsKnown) {
  ListenOptions options;
  options.largest_body = 10;
  options.is_for_machines = &is_root;
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
  options.is_for_machines = &is_root;
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
