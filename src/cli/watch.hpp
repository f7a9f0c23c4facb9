// `ccop watch`: asks a served community what was added, and says on this machine alone what of it one watches for.
#pragma once

#include "exchange/fetch.hpp"

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace ccop::cli {

struct WatchSettings {
  std::string list;        ///< a file that the page saved
  std::string server;      ///< https://HOST/c/SLUG
  std::string token_file;  ///< of a token that reads; empty: CCOP_TOKEN has it
  std::string state;       ///< where it stopped; empty: beside the list
  std::string since;       ///< where nothing is remembered: a time; empty: all
};

/// 0 where nothing new is watched for, 1 where something is. Throws StoreError where it could not ask all; what was
/// printed by then is not printed again.
int watch(const WatchSettings& settings, const exchange::Fetch& fetch, std::ostream& out);

void add_watch_command(CLI::App& app, std::function<int()>& chosen);

}  // namespace ccop::cli
