// `ccop questions`: the question sets that come with the program, and whether one of one's own is in order.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace ccop::cli {

/// Adds the command; parsing it puts what it does into `chosen`.
void add_question_commands(CLI::App& app, std::function<int()>& chosen);

}  // namespace ccop::cli
