// `ccop demo`: a simulated community to be entered.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace ccop::cli {

/// Adds the command; parsing it puts what it does into `chosen`.
void add_demo_command(CLI::App& app, std::function<int()>& chosen);

}  // namespace ccop::cli
