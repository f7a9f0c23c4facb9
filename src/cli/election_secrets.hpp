// `ccop election ballot`: for whoever holds a secret of an election and does not hand it to a page that the host
// serves.
#pragma once

#include "cli/program.hpp"

#include <functional>

namespace CLI {
class App;
}

namespace ccop::cli {

struct BallotSettings {
  std::string paper;            ///< the file that the page hands out
  std::string keybox;           ///< the seat's, as a page saved it
  std::string passphrase_file;  ///< of the keybox
  std::string choices_file;     ///< a line for each question; empty: asked for at the terminal
  std::string out;              ///< empty: UUID.ballot.json
  std::string record;           ///< a data folder or an export; empty: the paper is believed
  std::string at;               ///< what time it is, for a simulated record
};
/// Writes the encrypted ballot, which is nothing until a passkey of the seat signed it.
int make_ballot(const DataOptions& options, const BallotSettings& settings);

/// Adds the commands below `ccop election`; parsing one puts what it does into `chosen`.
void add_election_secrets(CLI::App& elections, std::function<int()>& chosen);

}  // namespace ccop::cli
