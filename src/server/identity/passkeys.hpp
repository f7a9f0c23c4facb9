// Passkeys as the API brings them: registrations and assertions, checked against what the record knows.
#pragma once

#include "community/entry.hpp"
#include "server/kernel/served.hpp"

namespace ccop::server {

struct Registration {
  Bytes authenticator_data;
  Bytes client_data;
};
BOOST_DESCRIBE_STRUCT(Registration, (), (authenticator_data, client_data))

/// Whether one of the person's passkeys made this assertion of the challenge.
[[nodiscard]] bool assertion_holds(const Served& site, community::PersonId person,
                                   const community::Signature& assertion, ByteView challenge);

/// A new passkey, whose registration answers a challenge that was given out here; throws the Problem else.
[[nodiscard]] identity::NewPasskey registered_passkey(const Call& call, const Bytes& challenge,
                                                      const Registration& registration);

}  // namespace ccop::server
