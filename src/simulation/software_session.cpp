#include "simulation/software_session.hpp"

#include "identity/device_key.hpp"
#include "identity/signed_message.hpp"

#include <sodium.h>

namespace ccop::simulation {

using namespace community;

SoftwareSession::SoftwareSession(const Hash& seed, std::string log)
    : log_(std::move(log)), public_key_(crypto_sign_PUBLICKEYBYTES) {
  crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
}

SessionStatement SoftwareSession::statement(const Hash& nonce, Time end, const Head& head) const {
  constexpr std::int32_t eddsa = -8;
  return {eddsa, end, head, nonce, public_key_};
}

SessionGrant SoftwareSession::granted_by(const SoftwarePasskey& passkey, const SessionStatement& said) const {
  return {said, passkey.sign_message(identity::signed_message(identity::purpose::session_key, log_, encode(said))), {}};
}

Signature SoftwareSession::sign(const Request& request) const {
  const std::string message = identity::signed_message(identity::purpose::act, log_, encode(request));
  const ByteView bytes = bytes_of(message);
  Bytes signature(crypto_sign_BYTES);
  crypto_sign_detached(signature.data(), nullptr, bytes.data(), bytes.size(), secret_.data());
  return {{}, SessionSignature{key(), signature}, {}};
}

Signature sign_by_link(std::string_view secret, const Request& request, std::string_view log) {
  const identity::LinkKey link{secret};
  return {{},
          {},
          LinkSignature{link.public_key(),
                        link.sign(identity::signed_message(identity::purpose::act, log, encode(request)))}};
}

}  // namespace ccop::simulation
