// What tests demand of a refusal on the wire: problem details (RFC 9457) with this sentence. It is then met, as one of
// the rules is (community/matchers.hpp).
#pragma once

#include "community/matchers.hpp"
#include "server/http.hpp"

#include <nlohmann/json.hpp>

namespace ccop::server {

[[nodiscard]] inline std::string body_of(const Response& response) {
  return response.body ? *response.body : "";
}
/// Of an answer as it came over the wire, head and body.
[[nodiscard]] inline std::string body_of(const std::string& answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string::npos ? "" : answer.substr(end + 4);
}
[[nodiscard]] inline unsigned status_of(const Response& response) {
  return response.status;
}
[[nodiscard]] inline unsigned status_of(const std::string& answer) {
  const auto space = answer.find(' ');
  return space == std::string::npos ? 0 : static_cast<unsigned>(std::atoi(answer.c_str() + space));
}

/// Refused in this sentence; the problem names the status that it came with.
MATCHER_P(problem, key, "") {
  const auto said = nlohmann::json::parse(body_of(arg), nullptr, false);
  *result_listener << "which is " << status_of(arg) << " " << body_of(arg);
  if (!said.is_object() || said.value("key", "") != key || said.value("status", 0u) != status_of(arg)) return false;
  community::testing::sentences_met().emplace(key);
  return true;
}

}  // namespace ccop::server
