// The exchange of a served community as TAXII clients ask it.
#pragma once

#include "served_site.hpp"
#include "server/host_server.hpp"

namespace ccop::server {

using Json = nlohmann::json;

class Taxii : public ::testing::Test {
 protected:
  struct Answer {
    unsigned status{};
    Json body;
    std::string type;
    std::map<std::string, std::string> headers;
  };

  Answer ask(const std::string& method, const std::string& path, const std::string& body = "", Headers headers = {}) {
    headers.try_emplace("authorization", "Bearer " + token_);
    headers.try_emplace("accept", std::string{taxii_type});
    if (method == "POST") headers.try_emplace("content-type", std::string{taxii_type});
    const auto response =
        ServedSite::ask([&](const Request& request, const Reply& reply) { host_->handle(request, reply); }, method,
                        path, body, std::move(headers));
    Answer answer{response.status, Json::parse(*response.body), std::string{response.content_type}, {}};
    answer.headers.insert(response.headers.begin(), response.headers.end());
    return answer;
  }
  Answer get(const std::string& path) { return ask("GET", root + path); }
  Answer post(const Json& sent, const std::string& collection = "amber") {
    return ask("POST", root + "collections/" + collection + "/objects/", Json{{"objects", sent}}.dump());
  }
  static Json tool(unsigned number, const std::string& modified = "2026-01-01T00:00:00.000Z") {
    std::string uuid = "00000000-0000-4000-8000-000000000000";
    uuid.replace(uuid.size() - std::to_string(number).size(), std::string::npos, std::to_string(number));
    return {{"type", "tool"},        {"spec_version", "2.1"},
            {"id", "tool--" + uuid}, {"created", "2026-01-01T00:00:00.000Z"},
            {"modified", modified},  {"name", "tool " + std::to_string(number)}};
  }
  static std::vector<std::string> names(const Answer& answer) {
    std::vector<std::string> all;
    if (answer.body.contains("objects"))
      for (const auto& object : answer.body["objects"]) all.push_back(object.value("name", object.value("value", "")));
    return all;
  }
  void expect_error(const Answer& answer, unsigned status) {
    EXPECT_EQ(answer.status, status) << answer.body;
    EXPECT_EQ(answer.type, taxii_type);
    EXPECT_EQ(answer.body.value("http_status", ""), std::to_string(status));
    EXPECT_FALSE(answer.body.value("title", "").empty());
  }

  void SetUp() override {
    auto served = std::make_unique<ServedSite>(folder_, "harbour");
    token_ = served->make_token({{"label", "SIEM"}, {"use", "share"}});
    reading_token_ = served->make_token({{"label", "reader"}});
    served_ = std::move(served);
    std::vector<std::unique_ptr<Site>> sites;
    sites.push_back(std::move(served_->site));
    host_ = std::make_unique<HostServer>(std::move(sites), "", false);
  }
  void TearDown() override { host_->stop(); }

  const std::string root = "/c/harbour/taxii2/";
  const std::string objects = "collections/amber/objects/";
  testing::TemporaryFolder folder_;
  std::unique_ptr<ServedSite> served_;
  std::unique_ptr<HostServer> host_;
  std::string token_;
  std::string reading_token_;
};

}  // namespace ccop::server
