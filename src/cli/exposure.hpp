// `ccop exposure`: rounds in which members answer in secret: answered without the page, and verified with their record.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace ccop::cli {

/// Adds the command; parsing it puts what it does into `chosen`.
void add_exposure_commands(CLI::App& app, std::function<int()>& chosen);

}  // namespace ccop::cli
