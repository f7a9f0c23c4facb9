// The exchange of a community as its Secretary's page asks for it.
#pragma once

#include "served_site.hpp"

namespace ccop::server {

using Json = nlohmann::json;

class ExchangeApi : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string cookie = served_.sign_in();
    cookie_ = cookie.substr(0, cookie.find(';'));
  }
  Response ask(const std::string& method, const std::string& path, const Json& body = nullptr, Headers headers = {}) {
    headers.try_emplace("cookie", cookie_);
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served_.site->handle(request, reply); },
                           method, path, body.is_null() ? "" : body.dump(), std::move(headers));
  }
  Json get(const std::string& path) {
    const auto response = ask("GET", path);
    EXPECT_EQ(response.status, 200u) << *response.body;
    return Json::parse(*response.body);
  }
  std::string report(Json more = Json::object()) {
    Json body{{"name", "An incident"}, {"description", "d"}, {"marking", "amber"}, {"as_community", false}};
    body.update(more);
    const auto response = ask("POST", "/api/exchange/incidents", body);
    EXPECT_EQ(response.status, 200u) << *response.body;
    return Json::parse(*response.body).value("id", "");
  }
  static Json example_technique() {
    return {{"type", "attack-pattern"},
            {"spec_version", "2.1"},
            {"id", "attack-pattern--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"},
            {"created", "2026-01-01T00:00:00Z"},
            {"modified", "2026-01-01T00:00:00Z"},
            {"name", "Phishing"},
            {"external_references", {{{"source_name", "mitre-attack"}, {"external_id", "T1566"}}}},
            {"kill_chain_phases", {{{"kill_chain_name", "mitre-attack"}, {"phase_name", "initial-access"}}}}};
  }
  void share_technique() { share_object(example_technique()); }
  void share_object(const Json& object) {
    const std::string token = served_.make_token({{"label", "t"}, {"use", "share"}});
    EXPECT_EQ(ask("POST", "/taxii2/collections/all/objects/", {{"objects", Json::array({object})}},
                  {{"authorization", "Bearer " + token}, {"content-type", std::string{taxii_type}}})
                  .status,
              202u);
  }
  std::vector<std::string> titles(const Json& wanted) {
    std::vector<std::string> all;
    const auto response = ask("POST", "/api/exchange/search", wanted);
    EXPECT_EQ(response.status, 200u) << *response.body;
    const Json found = Json::parse(*response.body);
    for (const auto& object : found["objects"]) all.push_back(object["title"]);
    return all;
  }

  testing::TemporaryFolder folder_;
  ServedSite served_{folder_, "harbour"};
  std::string cookie_;
};

}  // namespace ccop::server
