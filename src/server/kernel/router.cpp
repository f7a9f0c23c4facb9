#include "server/kernel/router.hpp"

#include <algorithm>
#include <stdexcept>

namespace ccop::server {
namespace {

constexpr std::string_view everything_below = "/*";

bool is_number(std::string_view segment) {
  return segment == "{id}" ||
         (!segment.empty() && std::ranges::all_of(segment, [](char c) { return c >= '0' && c <= '9'; }));
}

/// "/api/meetings/12" and "/api/meetings/{id}" -> "/api/meetings/#"
std::string without_numbers(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = path.find('/');
    const auto segment = path.substr(0, end);
    out += "/" + (is_number(segment) ? std::string{"#"} : std::string{segment});
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
  }
  return out;
}

std::string address(std::string_view method, const std::string& path) {
  return std::string{method} + " " + path;
}

}  // namespace

Router::Router(const Routes& routes) {
  for (const Route& route : routes) {
    if (route.path.ends_with(everything_below)) {
      below_.push_back(route);
    } else if (!routes_.emplace(address(route.method, without_numbers(route.path)), route).second) {
      throw std::logic_error("two routes answer " + address(route.method, std::string{route.path}));
    }
  }
}

const Route* Router::find(std::string_view method, const std::string& path) const {
  const auto found = routes_.find(address(method, path));
  return found == routes_.end() ? nullptr : &found->second;
}

const Route& Router::find(const Request& request) const {
  for (const Route& route : below_)
    if (request.path.starts_with(route.path.substr(0, route.path.size() - 1))) return route;
  const std::string path = without_numbers(request.path);
  const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view{request.method};
  if (const Route* found = find(method, path)) return *found;
  const bool is_other_method = find("GET", path) != nullptr || find("POST", path) != nullptr;
  throw is_other_method ? Problem{405, "method-not-allowed"} : nothing_there();
}

void require_fitting_body(const Route& route, const Request& request) {
  // A page of another site can't send this type without asking first, which stops forged requests together with
  // SameSite.
  const std::string_view sent = request.header("content-type");
  const bool is_bytes = route.takes_bytes && sent == "application/octet-stream";
  if (request.method == "POST" && !sent.starts_with("application/json") && !is_bytes) throw Problem{415, "send-json"};
  if (request.is_encoded()) throw Problem{415, "send-plain"};
}

}  // namespace ccop::server
