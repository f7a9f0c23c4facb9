// The community's charter, with rounds that ten must answer, and of whom three may come or go: the least that any
// charter may say.
#pragma once

#include "community/scenario.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline std::string charter_of_ten() {
  std::string charter = charter_text("charter/ccop.toml");
  const auto say = [&](const std::string& before, const std::string& then) {
    charter.replace(charter.find(before), before.size(), then);
  };
  say("least_answers = 15", "least_answers = 10");
  say("closest = 7", "closest = 3");
  return charter;
}

}  // namespace ccop::community::testing
