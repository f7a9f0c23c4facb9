#include "simulation/software_passkey.hpp"

#include "identity/signed_message.hpp"

#include <sodium.h>

namespace ccop::simulation {
namespace {
constexpr std::uint8_t present_and_verified = 0x05;
}

SoftwarePasskey::SoftwarePasskey(const Hash& seed, std::string relying_party, std::string origin)
    : relying_party_(std::move(relying_party)), origin_(std::move(origin)), public_key_(crypto_sign_PUBLICKEYBYTES) {
  crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
  const Hash id = sha256(public_key_);
  credential_.assign(id.begin(), id.begin() + 16);
}

community::EnrolPasskey SoftwarePasskey::enrolment(community::PersonId person, const ContentHash& label) const {
  return {person, credential_, -8, public_key_, relying_party_, label};
}

community::Signature SoftwarePasskey::sign(const community::Request& request, std::string_view log) const {
  return {sign_message(identity::signed_message(identity::purpose::act, log, encode(request))), {}, {}};
}

community::Assertion SoftwarePasskey::sign_message(std::string_view message) const {
  return assert_for(sha256(bytes_of(message)));
}

community::Assertion SoftwarePasskey::assert_for(ByteView challenge) const {
  const std::string client_data = R"({"type":"webauthn.get","challenge":")" + to_base64url(challenge) +
                                  R"(","origin":")" + origin_ + R"(","crossOrigin":false})";
  const Hash party = sha256(bytes_of(relying_party_));
  Bytes data{party.begin(), party.end()};
  data.push_back(present_and_verified);
  data.insert(data.end(), 4, 0);
  Bytes message = data;
  const Hash client_hash = sha256(bytes_of(client_data));
  message.insert(message.end(), client_hash.begin(), client_hash.end());
  Bytes signature(crypto_sign_BYTES);
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_.data());
  const auto client_bytes = bytes_of(client_data);
  return {credential_, data, {client_bytes.begin(), client_bytes.end()}, signature};
}

}  // namespace ccop::simulation
