// What is thrown when bytes from outside are not what they must be.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace ccop {

/// `path` says where (dotted, empty for the whole), `expected` what belongs there.
struct BadInput : std::runtime_error {
  BadInput(std::string where, std::string what)
      : std::runtime_error((where.empty() ? std::string{"the input"} : where) + ": expected " + what),
        path(std::move(where)),
        expected(std::move(what)) {}
  [[nodiscard]] BadInput inside(std::string_view outer) const {
    return {std::string{outer} + (path.empty() || path.front() == '[' ? "" : ".") + path, expected};
  }
  std::string path;
  std::string expected;
};

}  // namespace ccop
