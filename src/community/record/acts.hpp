// What can happen to the community as a whole: its founding, amendments of its charter, erasure of content.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// The first act: the charter in full, and the key that signs the log's checkpoints (a C2SP signed-note verifier key).
struct CommunityFounded {
  std::string charter;
  std::string log_key;
};
BOOST_DESCRIBE_STRUCT(CommunityFounded, (), (charter, log_key))

/// The keys of these contents were destroyed: their hashes stay, their words are gone.
struct ContentErased {
  std::vector<ContentHash> contents;
};
BOOST_DESCRIBE_STRUCT(ContentErased, (), (contents))

using RecordActs = List<CommunityFounded, ContentErased>;
template <OneOf<RecordActs> T>
inline constexpr std::string_view act_chapter<T> = "record";

}  // namespace ccop::community
