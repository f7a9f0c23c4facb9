// What can happen to the community as a whole: its founding, amendments of its charter, erasure of content.
#pragma once

#include "community/ids.hpp"
#include "community/ruling.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// The first act: the charter in full, and the key that signs the log's checkpoints (a C2SP signed-note verifier key).
struct CommunityFounded {
  std::string charter;
  std::string log_key;
};
BOOST_DESCRIBE_STRUCT(CommunityFounded, (), (charter, log_key))

/// A new charter is proposed, in full; `motion` decides on it (clause 7.2).
struct AmendmentProposed {
  AmendmentId amendment;
  MotionId motion;
  std::string charter;
  Time in_force_from;
};
BOOST_DESCRIBE_STRUCT(AmendmentProposed, (), (amendment, motion, charter, in_force_from))

struct AmendmentAdopted {
  AmendmentId amendment;
};
BOOST_DESCRIBE_STRUCT(AmendmentAdopted, (), (amendment))

/// From here on acts are judged by this charter.
struct AmendmentTookForce {
  AmendmentId amendment;
};
BOOST_DESCRIBE_STRUCT(AmendmentTookForce, (), (amendment))

/// The keys of these contents were destroyed: their hashes stay, their words are gone.
struct ContentErased {
  std::vector<ContentHash> contents;
};
BOOST_DESCRIBE_STRUCT(ContentErased, (), (contents))

}  // namespace ccop::community
