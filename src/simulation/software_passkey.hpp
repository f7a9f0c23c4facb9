// A passkey in software, for simulated people and for tests: Ed25519 (COSE -8), so that the same seed signs the same
// bytes.
#pragma once

#include "community/entry.hpp"
#include "community/people/commands.hpp"

namespace ccop::simulation {

class SoftwarePasskey {
 public:
  /// `origin` is the page that it pretends to be asked by, e.g. http://localhost:8080.
  SoftwarePasskey(const Hash& seed, std::string relying_party, std::string origin);

  [[nodiscard]] const Bytes& credential() const { return credential_; }
  [[nodiscard]] const Bytes& public_key() const { return public_key_; }
  [[nodiscard]] community::EnrolPasskey enrolment(community::PersonId person, const ContentHash& label) const;
  /// Signs a request of that log as a browser's passkey does.
  [[nodiscard]] community::Signature sign(const community::Request& request, std::string_view log) const;
  /// A WebAuthn assertion over a message.
  [[nodiscard]] community::Assertion sign_message(std::string_view message) const;
  /// The same for any challenge.
  [[nodiscard]] community::Assertion assert_for(ByteView challenge) const;

 private:
  std::string relying_party_;
  std::string origin_;
  Bytes credential_;
  Bytes public_key_;
  std::array<std::uint8_t, 64> secret_{};
};

}  // namespace ccop::simulation
