// A ballot that its voter opened instead of casting it, to see that the device did what it was told: with the random
// exponents anyone can see what it encrypts.
#pragma once

#include "ballot/messages.hpp"

namespace ccop::ballot {

/// `election` and `ballot` are JSON, byte for byte. `choices` is what the voter chose.
struct OpenedBallot {
  std::string election;
  std::string ballot;
  std::vector<std::vector<std::uint32_t>> choices;
  std::vector<std::vector<Scalar>> randomness;
};
BOOST_DESCRIBE_STRUCT(OpenedBallot, (), (election, ballot, choices, randomness))

struct OpenedReport {
  Election election;
  std::string fingerprint;
  std::string tracker;
};

/// Checks that the ballot is of the election, that its proofs hold, and that it encrypts the choices. Throws BadInput
/// that says what doesn't hold.
[[nodiscard]] OpenedReport check_opened(const OpenedBallot& opened);

}  // namespace ccop::ballot
