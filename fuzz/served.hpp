// A community behind its API, for targets that ask it.
#pragma once

#include "base/codec.hpp"
#include "community/record/commands.hpp"
#include "exchange/exchange.hpp"
#include "identity/device_key.hpp"
#include "server/site.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <sstream>

namespace ccop::fuzz {

inline std::string charter() {
  for (const auto* file : {"tests/charters/harbour.toml", "../../../tests/charters/harbour.toml"}) {
    std::ifstream in{file};
    std::ostringstream text;
    text << in.rdbuf();
    if (!text.str().empty()) return text.str();
  }
  std::abort();  // run from the repository's root
}

/// The harbour, founded by its Secretary, whose sign-in `cookie` is.
struct Served {
  Served() {
    std::filesystem::create_directory(folder);
    start();
    require(found(), "the founding was refused");
    server::SignIns sessions{site->live().store(), {"session/", hours{24}, hours{24}}, clock_now()};
    cookie =
        "ccop_harbour=" +
        sessions.begin(server::SignIn{community::PersonId{0}, {}, {}, clock_now() + hours{24}, "fuzz", {}, {}, {}, {}},
                       clock_now());
    site = nullptr;  // started again, so that it knows the session
    start();
    require(ask({"GET", "/api/me", {}, {{"cookie", cookie}}, "", "127.0.0.1"}).status == 200, "nobody is signed in");
  }
  ~Served() {
    site = nullptr;
    std::filesystem::remove_all(folder);
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  Served(Served&&) = delete;
  Served& operator=(Served&&) = delete;

  /// Waits for the answer, which may come from another thread.
  [[nodiscard]] server::Response ask(const server::Request& request) const {
    std::promise<server::Response> answer;
    site->handle(request, [&](server::Response response) { answer.set_value(std::move(response)); });
    return answer.get_future().get();
  }

  std::string folder = "/tmp/ccop-fuzz-" + std::to_string(getpid());
  std::unique_ptr<server::Site> site;
  std::string cookie;

 private:
  /// What a target asks of a community that isn't there says nothing.
  static void require(bool holds, const char* otherwise) {
    if (holds) return;
    std::cerr << otherwise << "\n";
    std::abort();
  }
  void start() {
    site =
        std::make_unique<server::Site>(store::open_sqlite(folder + "/community.db", true),
                                       std::make_shared<const store::MasterKey>(sha256(bytes_of("m"))), "harbour",
                                       server::SiteOptions{{"localhost", {"http://localhost:8080"}}, false, no_network},
                                       store::open_sqlite_objects(folder + "/exchange.db", exchange::terms_of_row));
  }
  bool found() {
    const store::Content profile{std::string(16, 's'), R"({"email":"","name":"Zephyrine Quillfeather","title":""})"};
    host::Submission founding;
    founding.request = {"harbour",
                        {},
                        {},
                        {},
                        community::Found{charter(), site->live().log_key(), store::content_hash(profile),
                                         identity::LinkKey{"t"}.public_key(), clock_now() + days{7}}};
    founding.contents = {profile};
    return std::holds_alternative<host::Receipt>(site->live().execute(founding));
  }
  static exchange::Fetched no_network(const exchange::Fetching&) { return {0, "", {}, "no network here"}; }
};

}  // namespace ccop::fuzz
