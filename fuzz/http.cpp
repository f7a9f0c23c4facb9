// HTTP/1.1 as it arrives, from the parser through the handlers to the answer's head. Every answer is a known status,
// and no input can end a head early.
#include "base/codec.hpp"
#include "community/record/commands.hpp"
#include "server/head_rules.hpp"
#include "server/site.hpp"
#include "server/wire.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using namespace ccop;

std::string charter() {
  for (const auto* file : {"tests/charters/harbour.toml", "../../../tests/charters/harbour.toml"}) {
    std::ifstream in{file};
    std::ostringstream text;
    text << in.rdbuf();
    if (!text.str().empty()) return text.str();
  }
  std::abort();  // run from the repository's root
}

struct Served {
  Served() {
    site = std::make_unique<server::Site>(store::open_sqlite(file, true),
                                          std::make_shared<const store::MasterKey>(sha256(bytes_of("m"))), "harbour",
                                          server::SiteOptions{{"localhost", {"http://localhost:8080"}}, false});
    const store::Content profile{std::string(16, 's'), R"({"name":"Ada"})"};
    host::Submission founding;
    founding.request = {
        "harbour",
        {},
        {},
        {},
        community::Found{charter(), "key", store::content_hash(profile), sha256(bytes_of("t")), clock_now() + days{7}}};
    founding.contents = {profile};
    (void)site->live().execute(founding);
    server::SignIns sessions{site->live().store(), {"session/", hours{24}, hours{24}}, clock_now()};
    const std::string secret = sessions.begin(
        server::SignIn{community::PersonId{0}, {}, {}, clock_now() + hours{24}, "fuzz", {}, {}, {}, {}}, clock_now());
    site = nullptr;  // started again, so that it knows the session
    site = std::make_unique<server::Site>(store::open_sqlite(file, true),
                                          std::make_shared<const store::MasterKey>(sha256(bytes_of("m"))), "harbour",
                                          server::SiteOptions{{"localhost", {"http://localhost:8080"}}, false});
    cookie = "ccop_harbour=" + secret;
  }
  ~Served() {
    site = nullptr;
    for (const auto* end : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + end);
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  Served(Served&&) = delete;
  Served& operator=(Served&&) = delete;

  std::string file = "/tmp/ccop-fuzz-" + std::to_string(getpid()) + ".db";
  std::unique_ptr<server::Site> site;
  std::string cookie;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Served served;
  static const server::Proxies proxies{{"127.0.0.0/8"}};
  while (size > 0) {  // requests may follow one another
    server::MessageParser parser;
    parser.eager(true);
    parser.body_limit(std::uint64_t{64} * 1024);
    parser.header_limit(server::largest_head);
    boost::system::error_code error;
    const std::size_t taken = parser.put(boost::asio::const_buffer{data, size}, error);
    if (error || !parser.is_done() || taken == 0) return 0;
    data += taken;
    size -= taken;
    if (!server::is_unambiguous(parser.get())) return 0;
    server::Request request = server::to_request(parser.release(), "127.0.0.1");
    request.address = server::caller_behind(request, proxies);
    request.headers.emplace(request.headers.begin(), "cookie", served.cookie);
    served.site->handle(request, [&](const server::Response& response) {
      if (response.status == 500) std::abort();
      if (response.events) {  // a stream of events, as a connection takes it
        response.events->start([] {});
        const std::string event = response.events->take();
        if (!event.starts_with("event: ") || !event.ends_with("\n\n") || response.events->is_over()) std::abort();
      }
      const std::string head = server::response_head(response, response.body ? response.body->size() : 0, true);
      if (head.find("\r\n\r\n") != head.size() - 4) std::abort();
    });
  }
  return 0;
}
