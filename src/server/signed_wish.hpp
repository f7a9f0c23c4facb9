// What outlives a sign-in (a token, a hook), and the end of another one, is asked for with a passkey: whoever only got
// hold of a cookie has none.
#pragma once

#include "server/kernel/served.hpp"

namespace ccop::server {

struct SignedWish {
  community::PersonId person;
  Hash nonce;             ///< the host's challenge
  std::string statement;  ///< canonical JSON, which holds both of these
};

/// Throws the Problem of a wish that is not this person's, or that no passkey of theirs signed for this `purpose`, just
/// now, once.
void require_passkey(const Call& call, std::string_view purpose, const SignedWish& wish,
                     const community::Assertion& passkey);

}  // namespace ccop::server
