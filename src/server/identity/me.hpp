// Oneself: roles, passkeys and sign-ins.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

/// A sign-in or a token of one's own, by the id that lists give it.
struct SessionRef {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(SessionRef, (), (id))

/// Ends it among `those`, and what is listened to by it; refused where it is not of whoever asks.
Nothing end_own(const Call& call, const SessionRef& asked, SignIns& those, SecurityKind kind);

[[nodiscard]] Routes me_routes();

}  // namespace ccop::server
