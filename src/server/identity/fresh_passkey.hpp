// What the key of a sign-in does not do at this door, though the record takes it: whoever sits down at a browser that
// stands open could keep its owner out. What was so signed before stays good in the record.
#pragma once

#include "server/kernel/served.hpp"

namespace ccop::server {

/// Whether it ends the key of another sign-in, which goes on. Of one that is over a key may be ended by any other.
[[nodiscard]] bool ends_another_sign_in(const Call& call, const community::Command& command);

/// Throws the Problem of an act that needs a passkey's signature and has none: it ends another sign-in, or gives
/// somebody another e-mail address, by which a recovery finds its person.
void require_passkey_where_it_matters(const Call& call, const host::Submission& submission);

}  // namespace ccop::server
