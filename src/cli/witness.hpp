// `ccop witness`: what a member runs who watches that records only grow.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace ccop::cli {

/// Adds the commands; parsing one puts what it does into `chosen`.
void add_witness_commands(CLI::App& app, std::function<int()>& chosen);

}  // namespace ccop::cli
