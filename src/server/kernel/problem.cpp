#include "server/kernel/problem.hpp"

#include "server/kernel/field_of.hpp"
#include "server/kernel/problem_view.hpp"
#include "server/messages.hpp"

namespace ccop::server {

Problem nothing_there(std::string_view key) {
  return {404, std::string{key}};
}
Problem unknown_caller(std::string_view key) {
  return {401, std::string{key}};
}
Problem not_allowed(std::string_view key) {
  return {403, std::string{key}};
}
Problem too_often(std::string_view key) {
  return {429, std::string{key}};
}
Problem not_kept() {
  return {503, "could-not-be-kept"};
}
Problem problem_of(const BadInput& bad) {
  return {400, "bad-input", {{"path", bad.path.empty() ? "body" : bad.path}, {"expected", bad.expected}}};
}

ProblemView view_of(const Problem& problem) {
  ProblemView view;
  view.type = "about:blank";
  view.title = title_of(problem.status);
  view.status = problem.status;
  view.key = problem.key;
  view.detail = sentence(problem.key, problem.values);
  if (!problem.values.empty()) view.values = Values{problem.values};
  if (!problem.clause_number.empty()) view.clause = ClauseReference{problem.clause_number, problem.clause_title};
  view.field = field_of(problem);
  return view;
}

Response problem_response(const Problem& problem) {
  Response response = json_response(to_json(view_of(problem)), problem.status);
  response.content_type = "application/problem+json";
  return response;
}

}  // namespace ccop::server
