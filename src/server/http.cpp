#include "server/http.hpp"

#include "server/messages.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ccop::server {

std::string_view Request::header(std::string_view name) const {
  const auto found =
      std::ranges::find(headers, name, [](const auto& header) { return std::string_view{header.first}; });
  return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

bool Request::is_encoded() const {
  const std::string_view encoding = header("content-encoding");
  return !encoding.empty() && encoding != "identity";
}

std::string_view Request::cookie(std::string_view name) const {
  std::string_view rest = header("cookie");
  while (!rest.empty()) {
    const auto end = rest.find(';');
    auto pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

Response json_response(const nlohmann::json& body, unsigned status) {
  Response response;
  response.status = status;
  // Content may hold what a person pasted; the replacement keeps the answer valid JSON whatever that was.
  response.body =
      std::make_shared<const std::string>(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  return response;
}

Response problem_response(const Problem& problem) {
  nlohmann::json body{{"type", "about:blank"},
                      {"title", title_of(problem.status)},
                      {"status", problem.status},
                      {"key", problem.key},
                      {"detail", sentence(problem.key, problem.values)}};
  if (!problem.values.empty()) body["values"] = problem.values;
  if (!problem.clause_number.empty())
    body["clause"] = {{"number", problem.clause_number}, {"title", problem.clause_title}};
  Response response = json_response(body, problem.status);
  response.content_type = "application/problem+json";
  return response;
}

}  // namespace ccop::server
