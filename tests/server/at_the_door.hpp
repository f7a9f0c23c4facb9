// A community whose people come in by the API with their devices: signed in, acting, and making what programs read by.
#pragma once

#include "identity/signed_message.hpp"
#include "meeting_site.hpp"

#include <fstream>

namespace ccop::server {

class AtTheDoor : public AMeetingAhead {
 protected:
  using Json = ServedSite::Json;
  using Device = ccop::testing::Device;

  static Json json(const Response& response) { return Json::parse(*response.body); }
  static Json sent(const host::Submission& submission) {
    Json contents = Json::array();
    for (const auto& one : submission.contents)
      contents.push_back({{"salt", to_base64url(bytes_of(one.salt))}, {"text", one.text}});
    return {{"request", encode(submission.request)},
            {"contents", contents},
            {"signature", Json::parse(to_json(*submission.signature))}};
  }
  Response post(const std::string& path, const Json& body, const std::string& cookie = "") {
    return ask("POST", path, {{"cookie", cookie}}, body.dump());
  }
  unsigned get(const std::string& path, const Headers& headers) { return ask("GET", path, headers).status; }

  Device& device_of(community::PersonId person) {
    return person == secretary ? served.secretary : devices.at(person.value);
  }
  Response try_sign_in(const simulation::SoftwarePasskey& passkey) {
    const auto grant = served.browser().granted_by(passkey, served.statement(served.challenge()));
    return post("/api/sign-in", Json::parse(to_json(grant)));
  }
  /// The cookie of a new sign-in.
  std::string sign_in(community::PersonId person) {
    const Response response = try_sign_in(device_of(person).passkey());
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") return value.substr(0, value.find(';'));
    ADD_FAILURE() << *response.body;
    return {};
  }
  /// As a page asks: signed by the passkey, brought by the cookie.
  void act(community::PersonId person, const std::string& cookie, community::Command command,
           std::vector<store::Content> contents = {}) {
    const auto asked = device_of(person).asks(live(), std::move(command), std::move(contents));
    const Response response = post("/api/acts", sent(asked), cookie);
    ASSERT_EQ(response.status, 200u) << *response.body;
  }
  /// What a passkey signs for `purpose`; the members of `statement` get this host's nonce and are sorted.
  Json wish(community::PersonId person, std::string_view purpose, Json statement) {
    statement["person"] = person.value;
    statement["nonce"] = served.challenge();
    const auto text = identity::signed_message(purpose, Device::log_of(live()), statement.dump());
    return {{"statement", statement},
            {"passkey", Json::parse(to_json(device_of(person).passkey().sign_message(text)))}};
  }
  std::string make_token(community::PersonId person, const std::string& cookie, const std::string& use) {
    const Json asked = wish(person, identity::purpose::token,
                            {{"ceiling", "red"}, {"days", 90}, {"label", "Planted machine"}, {"use", use}});
    return json(post("/api/me/tokens", asked, cookie)).value("token", "");
  }

  /// All that the security log holds, in lines.
  [[nodiscard]] std::vector<std::string> told() const {
    std::ifstream file{folder.file("security.jsonl")};
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
  }
};

}  // namespace ccop::server
