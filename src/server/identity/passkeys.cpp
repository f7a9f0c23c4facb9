#include "server/identity/passkeys.hpp"

#include "community/people/state.hpp"
#include "server/rooms.hpp"

#include <algorithm>

namespace ccop::server {

using namespace community;

bool assertion_holds(const Served& site, PersonId id, const Signature& assertion, ByteView challenge) {
  const auto passkey = site.live.read([&](const Community& state) -> std::optional<Passkey> {
    const Person* person = people(state).all.find(id);
    if (person == nullptr) return std::nullopt;
    const auto key = std::ranges::find(person->passkeys, assertion.credential, &Passkey::credential);
    return key == person->passkeys.end() ? std::nullopt : std::optional{*key};
  });
  return passkey &&
         identity::check_assertion(
             {assertion.credential, assertion.authenticator_data, assertion.client_data, assertion.signature},
             {passkey->algorithm, passkey->public_key}, challenge, passkey->relying_party, site.options.party.origins);
}

identity::NewPasskey registered_passkey(const Call& call, const Bytes& challenge, const Registration& registration) {
  if (!call.site.rooms.door.challenges.take(challenge, call.now)) throw unknown_caller("passkey-not-accepted");
  auto passkey = identity::check_registration(registration.authenticator_data, registration.client_data, challenge,
                                              call.site.options.party);
  if (!passkey) throw unknown_caller("passkey-not-accepted");
  return *std::move(passkey);
}

}  // namespace ccop::server
