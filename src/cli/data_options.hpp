// What commands ask of the communities that they work on, and of a record that they audit first.
#pragma once

#include "cli/program.hpp"

namespace CLI {
class App;
}

namespace ccop::cli {

/// Where communities lie.
void add_data_options(CLI::App* command, DataOptions& data);
/// How a record is opened that lies elsewhere, in RECORD, and as of when it is audited.
void add_record_options(CLI::App* command, DataOptions& data, std::string& at);

}  // namespace ccop::cli
