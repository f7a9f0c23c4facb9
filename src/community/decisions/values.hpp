// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

enum class Method { consensus, vote, silence };
BOOST_DESCRIBE_ENUM(Method, consensus, vote, silence)

/// A resolution, an amendment of the charter, or a release of something sensitive outside the group.
enum class Purpose { resolution, amendment, release };
BOOST_DESCRIBE_ENUM(Purpose, resolution, amendment, release)

/// `lapsed`: a silence procedure never came to every seat that it asks, and so has no result.
enum class Outcome { adopted, rejected, tied, no_majority, no_quorum, objected, lapsed };
BOOST_DESCRIBE_ENUM(Outcome, adopted, rejected, tied, no_majority, no_quorum, objected, lapsed)

}  // namespace ccop::community
