// Finds the route of a request.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

class Router {
 public:
  /// Throws std::logic_error when two routes have one address.
  explicit Router(const Routes& routes);

  /// Throws the Problem of an address that there is not, or not with this method.
  [[nodiscard]] const Route& find(const Request& request) const;

 private:
  [[nodiscard]] const Route* find(std::string_view method, const std::string& path) const;

  std::map<std::string, Route, std::less<>> routes_;  ///< by method and path, numbers as *
  Routes below_;                                      ///< those that answer for everything below their path
};

/// Whether the body is one that the route takes; throws the Problem else.
void require_fitting_body(const Route& route, const Request& request);

}  // namespace ccop::server
