// What is kept at the door: challenges, and who asks for a recovery.
#pragma once

#include "server/identity/challenges.hpp"
#include "server/identity/recovery_requests.hpp"
#include "server/kernel/served.hpp"

namespace ccop::server {

struct Door {
  Door(store::Store& store, Time now) : recoveries(store, now) {}

  Challenges challenges;
  RecoveryRequests recoveries;
};

/// The `Set-Cookie` field of somebody who is signed in from now on, with that session key.
[[nodiscard]] std::pair<std::string, std::string> signed_in(const Served& site, community::PersonId person,
                                                            const community::SessionGrant& grant,
                                                            std::string_view user_agent);

}  // namespace ccop::server
