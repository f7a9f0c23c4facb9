// A problem as it is answered.
#pragma once

#include "server/kernel/problem.hpp"
#include "server/kernel/shapes.hpp"

namespace ccop::server {

struct ClauseReference {
  std::string number;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ClauseReference, (), (number, title))

struct ProblemView {
  std::string type;
  std::string title;
  std::uint32_t status{};
  std::string detail;
  std::string key;
  std::optional<Values> values;
  std::optional<ClauseReference> clause;
  std::optional<std::string> field;  ///< the JSON name of the member that is refused
};
BOOST_DESCRIBE_STRUCT(ProblemView, (), (type, title, status, detail, key, values, clause, field))

[[nodiscard]] ProblemView view_of(const Problem& problem);

}  // namespace ccop::server
