// The keys of the reader's seat, as its devices need them.
#pragma once

#include "server/kernel/reading.hpp"
#include "server/kernel/words.hpp"

namespace ccop::server {

/// Encrypted for a passkey of the reader.
struct WrappedBoxView {
  Bytes box;
  Bytes credential;
  Words wrapped;
};
BOOST_DESCRIBE_STRUCT(WrappedBoxView, (), (box, credential, wrapped))

struct VotingKeyView {
  std::uint32_t year{};
  Bytes box;
  std::string key;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(VotingKeyView, (), (year, box, key, at))

struct KeyboxView {
  community::OrganizationId organization{};
  std::string key;  ///< the organization's
  std::uint32_t this_year{};
  std::vector<WrappedBoxView> wrapped;
  std::vector<VotingKeyView> keys;  ///< those in use: the last of each year
  May may;
};
BOOST_DESCRIBE_STRUCT(KeyboxView, (), (organization, key, this_year, wrapped, keys, may))

/// Nothing for who has no seat.
[[nodiscard]] OrNull<KeyboxView> keybox_view(const Reading& here);

}  // namespace ccop::server
