// What the devices of simulated seats and trustees keep of ballots with real keys. The machine makes these secrets, not
// the world's chance: a record with such a ballot is another each time.
#pragma once

#include "ballot/secret.hpp"
#include "base/content.hpp"

#include <map>

namespace ccop::simulation {

struct BallotSecrets {
  std::map<std::string, ballot::SecretScalar> voting;  ///< of seats, by the key that they registered
  std::map<ContentHash, std::string> seeds;            ///< of trustees, by the certificate that follows from it
};

}  // namespace ccop::simulation
