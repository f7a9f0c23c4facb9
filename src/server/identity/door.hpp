// What is kept at the door: challenges, and how often somebody may try an account.
#pragma once

#include "server/identity/challenges.hpp"
#include "server/kernel/served.hpp"

namespace ccop::server {

struct Door {
  Challenges challenges;
  TryLimit tries_by_account{10, std::chrono::seconds{30}};
};

/// The `Set-Cookie` field of somebody who is signed in from now on.
[[nodiscard]] std::pair<std::string, std::string> signed_in(const Served& site, community::PersonId person,
                                                            std::string_view user_agent);

}  // namespace ccop::server
