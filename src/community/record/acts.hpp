// What can happen to the community as a whole: its founding, amendments of its charter, erasure of content.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"
#include "ledger/key_change.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// The first act: the charter in full, and the key that signs the log's checkpoints (a C2SP signed-note verifier key).
struct CommunityFounded {
  std::string charter;
  std::string log_key;
};
BOOST_DESCRIBE_STRUCT(CommunityFounded, (), (charter, log_key))

using ledger::LogKeyChange;

/// The log's new key; the old one signed for it (docs/record.md). The first one stays the log's name in all that is
/// signed.
struct LogKeyChanged {
  LogKeyChange change;
  Bytes signature;  ///< Ed25519, of `change.from`
};
BOOST_DESCRIBE_STRUCT(LogKeyChanged, (), (change, signature))

/// The keys of these contents were destroyed: their hashes stay, their words are gone.
struct ContentErased {
  std::vector<ContentHash> contents;
};
BOOST_DESCRIBE_STRUCT(ContentErased, (), (contents))

using RecordActs = List<CommunityFounded, LogKeyChanged, ContentErased>;
template <OneOf<RecordActs> T>
inline constexpr std::string_view act_chapter<T> = "record";

}  // namespace ccop::community
