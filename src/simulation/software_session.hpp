// A browser's session in software, for simulated people and for tests: signs what needs no passkey with an Ed25519 key
// (COSE -8), so that the same seed signs the same bytes.
#pragma once

#include "simulation/software_passkey.hpp"

namespace ccop::simulation {

class SoftwareSession {
 public:
  SoftwareSession(const Hash& seed, std::string log);

  /// What a passkey signs to begin it.
  [[nodiscard]] community::SessionStatement statement(const Hash& nonce, Time end, const community::Head& head) const;
  [[nodiscard]] community::SessionGrant granted_by(const SoftwarePasskey& passkey,
                                                   const community::SessionStatement& statement) const;
  [[nodiscard]] Hash key() const { return sha256(public_key_); }
  [[nodiscard]] community::Signature sign(const community::Request& request) const;

 private:
  std::string log_;
  Bytes public_key_;
  std::array<std::uint8_t, 64> secret_{};
};

/// A request signed by the key of a one-time link's secret.
[[nodiscard]] community::Signature sign_by_link(std::string_view secret, const community::Request& request,
                                                std::string_view log);

}  // namespace ccop::simulation
