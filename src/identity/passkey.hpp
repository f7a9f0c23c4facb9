// Passkeys: checks WebAuthn assertions (Level 3, section 7.2) with libfido2. Registrations are read by the page that
// asks for them: what it enrols is signed there, so nobody on the way can put another key in its place.
#pragma once

#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::identity {

/// Where passkeys of this host are valid.
struct RelyingParty {
  std::string id;                    ///< the host's domain
  std::vector<std::string> origins;  ///< e.g. https://ccop.example.org
};

/// A passkey's public key as libfido2 takes it: x and y for ES256 (-7), the point for EdDSA (-8), modulus and exponent
/// for RS256 (-257).
struct PublicKey {
  std::int32_t algorithm{};
  Bytes bytes;
};

struct Assertion {
  Bytes credential;
  Bytes authenticator_data;
  Bytes client_data;
  Bytes signature;
};

/// Whether the bytes can be a key of that algorithm at all.
[[nodiscard]] bool is_passkey(const PublicKey& key);

/// Checks that `key` signed `challenge` with the user verified, for `relying_party`. When `origins` is given, the page
/// that asked must be among them; an auditor who doesn't know the origins leaves it empty, and the origin must then
/// belong to the relying party.
[[nodiscard]] bool check_assertion(const Assertion& assertion, const PublicKey& key, ByteView challenge,
                                   const std::string& relying_party, const std::vector<std::string>& origins);

}  // namespace ccop::identity
