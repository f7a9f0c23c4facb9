// A founded community behind its API, whose Secretary has a passkey in software; asked without a network.
#pragma once

#include "community/scenario.hpp"
#include "device.hpp"
#include "identity/signed_message.hpp"
#include "refusals_on_the_wire.hpp"
#include "server/rooms.hpp"
#include "server/site.hpp"
#include "temporary_folder.hpp"

#include <nlohmann/json.hpp>

#include <future>
#include <sstream>

namespace ccop::server {

using Headers = std::map<std::string, std::string, std::less<>>;

class ServedSite {
 public:
  using Json = nlohmann::json;

  /// `charter_end` is put at the end of the charter.
  ServedSite(const testing::TemporaryFolder& folder, const std::string& slug, const std::string& charter_end = {},
             const SiteOptions& options = {{"localhost", {"http://localhost:8080"}}, false})
      : secretary("passkey of " + slug) {
    auto master = std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
    site =
        std::make_unique<Site>(store::open_sqlite(folder.file(slug + ".db"), true), std::move(master), slug, options,
                               store::open_sqlite_objects(folder.file(slug + "-exchange.db"), exchange::terms_of_row));
    std::string charter = community::testing::charter_text("tests/charters/harbour.toml");
    charter.replace(charter.find("\"harbour\""), 9, '"' + slug + '"');
    charter += charter_end;
    take(secretary.founding(site->live(), charter, slug));
    take(secretary.enrols(site->live()));
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
  /// What a browser sends to sign in: its own key, signed by a passkey or a guest's link for this host's nonce.
  community::SessionStatement statement(const std::string& challenge) const {
    Hash nonce{};
    std::ranges::copy(from_base64url(challenge).value(), nonce.begin());
    return browser().statement(nonce, site->live().now() + days{7} - minutes{1}, site->live().head());
  }
  [[nodiscard]] simulation::SoftwareSession browser() const {
    return {sha256(bytes_of("browser")), testing::Device::log_of(site->live())};
  }
  std::string challenge() const {
    return Json::parse(*ask([&](const Request& request, const Reply& reply) { site->handle(request, reply); }, "POST",
                            "/api/challenge", "{}")
                            .body)["challenge"]
        .get<std::string>();
  }

  /// The `Set-Cookie` field of the Secretary's new session.
  std::string sign_in() {
    const auto handle = [&](const Request& request, const Reply& reply) { site->handle(request, reply); };
    const auto grant = browser().granted_by(secretary.passkey(), statement(challenge()));
    const auto response = ask(handle, "POST", "/api/sign-in", to_json(grant));
    EXPECT_EQ(response.status, 200u) << *response.body;
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") return value;
    return {};
  }

  /// What the Secretary's browser sends for a machine's token, signed with the passkey; `wish` says what it may do.
  Json token_request(const Json& wish) const {
    Json statement{{"ceiling", "red"}, {"days", 90}, {"label", "t"}, {"person", 0}, {"use", "read"}};
    if (wish.is_object()) statement.update(wish);
    return signed_wish(identity::purpose::token, std::move(statement));
  }
  /// And for a sign-in, a token or a calendar of theirs to end.
  Json ending_request(const Json& id) const {
    return signed_wish(identity::purpose::ending, {{"id", id}, {"person", 0}});
  }
  std::string make_token(const Json& wish) {
    const auto handle = [&](const Request& request, const Reply& reply) { site->handle(request, reply); };
    const std::string cookie = sign_in();
    const auto response = ask(handle, "POST", "/api/me/tokens", token_request(wish).dump(),
                              {{"cookie", cookie.substr(0, cookie.find(';'))}});
    EXPECT_EQ(response.status, 200u) << *response.body;
    return Json::parse(*response.body).value("token", "");
  }

  testing::Device secretary;
  std::unique_ptr<Site> site;

 private:
  Json signed_wish(std::string_view purpose, Json statement) const {
    statement["nonce"] = challenge();
    const auto signed_text = identity::signed_message(purpose, testing::Device::log_of(site->live()),
                                                      statement.dump());  // its members are sorted
    return {{"statement", statement}, {"passkey", Json::parse(to_json(secretary.passkey().sign_message(signed_text)))}};
  }
  void take(host::Submission submission) const {
    EXPECT_TRUE(std::holds_alternative<host::Receipt>(site->live().execute(std::move(submission))));
  }
};

}  // namespace ccop::server
