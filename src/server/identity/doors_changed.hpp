// Which acts change who comes in, and as what: the security log hears of them beside the record.
#pragma once

#include "server/kernel/served.hpp"

namespace ccop::server {

/// Who had acts recorded, and from where.
struct Doer {
  community::PersonId person{};
  std::string caller;
  Time at{};
};

/// Of what was recorded, what gives or takes a key, a link, a seat or an office.
void note_doors(const Served& site, const std::vector<community::Act>& acts, const Doer& by);

}  // namespace ccop::server
