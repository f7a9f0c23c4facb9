// The contents of the record that one reader may read, in clear and with their salts: so that a member can hold each
// against its hash without the host's key.
#pragma once

#include "server/kernel/served.hpp"

#include <boost/describe.hpp>

namespace ccop::server {

struct OpenContent {
  Hash hash{};
  Bytes salt;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(OpenContent, (), (hash, salt, text))

struct OpenContents {
  std::vector<OpenContent> contents;
  bool more{};  ///< there are others behind the last of these
};
BOOST_DESCRIBE_STRUCT(OpenContents, (), (contents, more))

/// What the pages show to whoever asks, and nothing else: they are made, and what they show is gathered. A content
/// counts that some page shows whole, or each member of its JSON. `after` is the hash of the last one that is known.
[[nodiscard]] OpenContents open_contents(const Call& call);

}  // namespace ccop::server
