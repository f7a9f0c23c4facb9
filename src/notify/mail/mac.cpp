#include "notify/mail/mac.hpp"

#include <sodium.h>

#include <array>

namespace ccop::notify {

std::string mac_of(const store::MasterKey& master, const MacUse& use, std::string_view text) {
  std::array<std::uint8_t, crypto_auth_KEYBYTES> key{};
  crypto_kdf_derive_from_key(key.data(), key.size(), use.number, use.context, master.bytes().data());
  std::array<std::uint8_t, crypto_auth_BYTES> mac{};
  crypto_auth(mac.data(), bytes_of(text).data(), text.size(), key.data());
  sodium_memzero(key.data(), key.size());
  return to_hex(mac);
}

}  // namespace ccop::notify
