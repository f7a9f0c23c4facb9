// The API's handlers: the first line of the input is method and path, the rest the body. Every answer is a known
// status.
#include "base/codec.hpp"
#include "server/site.hpp"

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
    const store::Content profile{std::string(16, 's'), "{}"};
    host::Submission founding;
    founding.request = {
        "harbour",
        {},
        {},
        community::Found{charter(), "key", store::content_hash(profile), sha256(bytes_of("t")), clock_now() + days{7}}};
    founding.contents = {profile};
    (void)site->live().execute(founding);
    server::Sessions sessions{site->live().store(), {"session/", hours{24}, hours{24}}, clock_now()};
    const std::string secret = sessions.begin(community::PersonId{0}, "fuzz", clock_now());
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
  const std::string text{text_of({data, size})};
  const auto line = text.find('\n');
  const auto space = text.find(' ');
  if (line == std::string::npos || space == std::string::npos || space > line) return 0;
  server::Request request;
  request.method = text.substr(0, space);
  request.path = text.substr(space + 1, line - space - 1);
  request.body = text.substr(line + 1);
  request.headers = {{"content-type", "application/json"}, {"cookie", served.cookie}};
  request.address = std::to_string(size);
  unsigned status = 0;
  served.site->handle(request, [&](const server::Response& response) { status = response.status; });
  if (status == 500) std::abort();
  return 0;
}
