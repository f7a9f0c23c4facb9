// A founded community behind its API, whose Secretary has a passkey in software; asked without a network.
#pragma once

#include "community/scenario.hpp"
#include "server/rooms.hpp"
#include "server/site.hpp"
#include "simulation/software_passkey.hpp"
#include "temporary_folder.hpp"

#include <nlohmann/json.hpp>

#include <future>
#include <sstream>

namespace ccop::server {

using Headers = std::map<std::string, std::string, std::less<>>;

class ServedSite {
 public:
  using Json = nlohmann::json;

  ServedSite(const testing::TemporaryFolder& folder, const std::string& slug)
      : passkey(sha256(bytes_of("passkey of " + slug)), "localhost", "http://localhost:8080") {
    auto master = std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
    site =
        std::make_unique<Site>(store::open_sqlite(folder.file(slug + ".db"), true), std::move(master), slug,
                               SiteOptions{{"localhost", {"http://localhost:8080"}}, false},
                               store::open_sqlite_objects(folder.file(slug + "-exchange.db"), exchange::terms_of_json));
    std::string charter = community::testing::charter_text("tests/charters/harbour.toml");
    charter.replace(charter.find("\"harbour\""), 9, '"' + slug + '"');
    const store::Content profile{std::string(16, 's'), R"({"email":"sec@example.org","name":"Sec"})"};
    const Hash link = sha256(bytes_of("link"));
    take(community::Found{charter, site->live().log_key(), store::content_hash(profile), link, clock_now() + days{7}},
         profile, {});
    const store::Content label{std::string(16, 's'), "test"};
    take(passkey.enrolment({0}, store::content_hash(label)), label, link);
  }

  /// Asks a handler and waits for its answer.
  template <class Handle>
  static Response ask(const Handle& handle, const std::string& method, const std::string& path,
                      const std::string& body = "", Headers headers = {}) {
    Request request;
    request.method = method;
    request.path = path.substr(0, path.find('?'));
    std::istringstream query{path.substr(std::min(path.find('?'), path.size() - 1) + 1)};
    for (std::string pair; std::getline(query, pair, '&');)
      request.query[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    if (method == "POST") headers.try_emplace("content-type", "application/json");
    request.headers.assign(headers.begin(), headers.end());
    request.body = body;
    request.address = "127.0.0.1";
    std::promise<Response> answer;
    handle(std::move(request), [&](Response response) { answer.set_value(std::move(response)); });
    return answer.get_future().get();
  }
  static std::string sign_in_body(const std::string& challenge, const community::Signature& assertion,
                                  unsigned person = 0) {
    return Json{{"person", person}, {"challenge", challenge}, {"assertion", Json::parse(to_json(assertion))}}.dump();
  }

  /// The `Set-Cookie` field of the Secretary's new session.
  std::string sign_in() {
    const auto handle = [&](const Request& request, const Reply& reply) { site->handle(request, reply); };
    const auto challenge =
        Json::parse(*ask(handle, "POST", "/api/challenge", "{}").body)["challenge"].get<std::string>();
    const auto response =
        ask(handle, "POST", "/api/sign-in", sign_in_body(challenge, passkey.assert_for(*from_base64url(challenge))));
    EXPECT_EQ(response.status, 200u) << *response.body;
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") return value;
    return {};
  }

  /// A machine's token that the Secretary makes; `wish` says what it may do.
  std::string make_token(const Json& wish) {
    const auto handle = [&](const Request& request, const Reply& reply) { site->handle(request, reply); };
    const std::string cookie = sign_in();
    const auto response =
        ask(handle, "POST", "/api/me/tokens", wish.dump(), {{"cookie", cookie.substr(0, cookie.find(';'))}});
    EXPECT_EQ(response.status, 200u) << *response.body;
    return Json::parse(*response.body).value("token", "");
  }

  simulation::SoftwarePasskey passkey;
  std::unique_ptr<Site> site;

 private:
  void take(community::Command command, const store::Content& content, const std::optional<Hash>& token_hash) {
    host::Submission submission;
    submission.request = {site->slug(), {}, {}, std::move(command)};
    submission.token_hash = token_hash;
    submission.contents = {content};
    EXPECT_TRUE(std::holds_alternative<host::Receipt>(site->live().execute(std::move(submission))));
  }
};

}  // namespace ccop::server
