// A master key that lies in no file of the host's own: whoever runs it has it given by the environment, by systemd, or
// by a program that asks a store of keys.
#pragma once

#include <string>

namespace ccop::store {

/// By what it is given, for sentences; empty where it is by nothing. In this order: CCOP_MASTER_KEY; the credential
/// `ccop-master-key` in systemd's $CREDENTIALS_DIRECTORY; CCOP_MASTER_KEY_COMMAND, the path of a program and its
/// arguments, between blanks.
[[nodiscard]] std::string where_key_is_given();

/// The first line of it, which a command is run for. Throws StoreError where it can't be read, or where the command
/// fails, says more than a key, or takes longer than a minute.
[[nodiscard]] std::string given_key();

}  // namespace ccop::store
