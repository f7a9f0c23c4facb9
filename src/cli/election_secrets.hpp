// `ccop election ballot` and `ccop election decrypt`: for whoever holds a secret of an election and does not hand it to
// a page that the host serves.
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
  std::string answers_file;     ///< in its place: answers to a round by their names, as the page saves them
  std::string out;              ///< empty: UUID.ballot.json
  std::string record;           ///< a data folder or an export; empty: the paper is believed
  std::string at;               ///< what time it is, for a simulated record
};
/// Writes the encrypted ballot, which is nothing until a passkey of the seat signed it.
int make_ballot(const DataOptions& options, const BallotSettings& settings);

struct DecryptSettings {
  std::string archive;                    ///< that the trustee was given; empty: the record's alone
  std::string key_file;                   ///< the trustee's, as a page saved it
  std::string passphrase_file;            ///< of the key file
  std::string out;                        ///< empty: UUID.decryption.json
  std::string record;                     ///< a data folder or an export
  std::string at;                         ///< what time it is, for a simulated record
  std::optional<std::uint32_t> election;  ///< its number in the record; else the only one that is closed
};
/// Decides the record again first, and uses the key for nothing but the totals of all ballots that it has, where these
/// are as many as they must be. Writes what the trustee's passkey signs.
int decrypt_totals(const DataOptions& options, const DecryptSettings& settings);

/// Adds the commands below `ccop election`; parsing one puts what it does into `chosen`.
void add_election_secrets(CLI::App& elections, std::function<int()>& chosen);

}  // namespace ccop::cli
