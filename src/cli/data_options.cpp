#include "cli/data_options.hpp"

#include <CLI/CLI.hpp>

namespace ccop::cli {

void add_data_options(CLI::App* command, DataOptions& data) {
  command->add_option("--data", data.data, "folder of the communities")->capture_default_str();
  command->add_option("--store", data.store, "postgresql://... instead of SQLite files in the folder");
  command->add_option("--community", data.community, "which one, where there are several");
  command->add_option("--master-key", data.master_key,
                      "file of the master key (or CCOP_MASTER_KEY); else DIR/master.key");
}

void add_record_options(CLI::App* command, DataOptions& data, std::string& at) {
  command->add_option("--master-key", data.master_key, "opens the contents; else RECORD/master.key");
  command->add_option("--store", data.store, "postgresql://... where RECORD's communities lie there");
  command->add_option("--community", data.community, "which one, where there are several");
  command->add_option("--at", at, "what time it is, for a simulated record");
}

}  // namespace ccop::cli
