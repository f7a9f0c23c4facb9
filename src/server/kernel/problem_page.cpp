#include "server/kernel/problem_page.hpp"

#include "server/messages.hpp"

namespace ccop::server {
namespace {

/// Browsers name it when somebody goes to an address, and programs don't.
bool would_have_a_page(const Request& request) {
  return request.header("accept").find("text/html") != std::string_view::npos;
}

/// For sentences without gaps: what stands in a gap may come from outside, and would need escaping.
std::string page_of(const std::string& words) {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n"
         "<link rel=\"stylesheet\" href=\"/nowhere.css\">\n<title>" +
         words + "</title>\n</head>\n<body>\n<main>\n<h1>" + words + "</h1>\n</main>\n</body>\n</html>\n";
}

}  // namespace

Response problem_for(const Request& request, const Problem& problem) {
  if (!problem.values.empty() || !would_have_a_page(request)) return problem_response(problem);
  Response response;
  response.status = problem.status;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::make_shared<const std::string>(page_of(sentence(problem.key, {})));
  return response;
}

}  // namespace ccop::server
