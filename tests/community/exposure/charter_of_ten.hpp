// The community's charter, with rounds that ten must answer: the least that any charter may say. Of who comes and goes
// it says the least as it is.
#pragma once

#include "community/scenario.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline std::string charter_of_ten() {
  std::string charter = charter_text("charter/ccop.toml");
  const std::string usual = "least_answers = 15";
  return charter.replace(charter.find(usual), usual.size(), "least_answers = 10");
}

}  // namespace ccop::community::testing
