// How commands ask for what nobody else may read: from a file, the environment, or whoever sits at the terminal, which
// doesn't show what is typed. Never an argument: those stand in the shell's history, and in the list of processes.
#pragma once

#include <string>

namespace ccop::cli {

[[nodiscard]] std::string first_line_of(const std::string& file);

/// Where a secret may come from, in this order.
struct SecretSources {
  std::string file;      ///< whose first line it is; empty: none
  const char* variable;  ///< of the environment
  std::string prompt;    ///< at the terminal
  std::string missing;   ///< what is said where there is no terminal either
};
/// Throws StoreError where there is none, or it is longer than 1024 bytes.
[[nodiscard]] std::string secret_from(const SecretSources& sources);

/// Asks at the terminal without showing what is typed; throws StoreError with `missing` where there is no terminal.
[[nodiscard]] std::string asked_in_silence(const std::string& prompt, const std::string& missing);

}  // namespace ccop::cli
