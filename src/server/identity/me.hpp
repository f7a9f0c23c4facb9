// Oneself: roles, passkeys and sign-ins.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

/// What a passkey signs, as canonical JSON, for a sign-in, a token or a calendar of one's own to end: whoever only got
/// hold of a cookie doesn't shut its owner out.
struct EndingStatement {
  std::string id;  ///< as lists give it
  Hash nonce{};    ///< the host's challenge
  community::PersonId person{};
};
BOOST_DESCRIBE_STRUCT(EndingStatement, (), (id, nonce, person))

struct EndingRequest {
  EndingStatement statement;
  community::Assertion passkey;
};
BOOST_DESCRIBE_STRUCT(EndingRequest, (), (statement, passkey))

/// Ends it among `those`, and what is listened to by it; refused where it is not of whoever asks.
Nothing end_own(const Call& call, const EndingRequest& asked, SignIns& those, SecurityKind kind);

[[nodiscard]] Routes me_routes();

}  // namespace ccop::server
