// Secrets that are made anew whenever they are asked for, and kept nowhere.
#pragma once

#include "store/vault.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace ccop::notify {

/// What a key is derived for, and nothing else is: libsodium's crypto_kdf takes a number and eight letters.
struct MacUse {
  std::uint64_t number{};
  const char* context{};
};

/// A MAC (libsodium's crypto_auth) over the text, in hex, under a key that is derived from the master key.
[[nodiscard]] std::string mac_of(const store::MasterKey& master, const MacUse& use, std::string_view text);

}  // namespace ccop::notify
