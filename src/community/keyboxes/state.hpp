// The keys of the seats, as they are registered, and their boxes, as only their own devices open them.
#pragma once

#include "base/bytes.hpp"
#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ccop::community {

/// The box encrypted for one passkey.
struct WrappedBox {
  Bytes box;
  Bytes credential;
  PersonId person{};
  ContentHash wrapped{};
};
BOOST_DESCRIBE_STRUCT(WrappedBox, (), (box, credential, person, wrapped))

struct VotingKey {
  std::uint32_t year{};
  Bytes box;
  std::string key;
  Bytes sealing;
  PersonId registered_by{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(VotingKey, (), (year, box, key, sealing, registered_by, at))

struct Keybox {
  OrganizationId organization{};
  std::vector<WrappedBox> wrapped;
  std::vector<VotingKey> keys;  ///< all that were registered, in their order
};
BOOST_DESCRIBE_STRUCT(Keybox, (), (organization, wrapped, keys))

/// Where the record has a registration.
struct RecordedKey {
  OrganizationId organization{};
  std::string key;
  std::uint64_t entry{};
};
BOOST_DESCRIBE_STRUCT(RecordedKey, (), (organization, key, entry))

struct Keyboxes {
  std::vector<Keybox> all;            ///< of the seats that have one
  std::vector<RecordedKey> recorded;  ///< of all keys, in their order

  [[nodiscard]] const Keybox* find(OrganizationId organization) const;
  /// With which the seat votes in that year: the one that was registered last, if any.
  [[nodiscard]] const VotingKey* key_of(OrganizationId organization, std::uint32_t year) const;
  /// Which entry of the record registered this key for this seat, of whatever year.
  [[nodiscard]] std::optional<std::uint64_t> registered_in(OrganizationId organization, std::string_view key) const;
  /// Whether anybody ever registered this key.
  [[nodiscard]] bool knows(std::string_view key) const;
};
BOOST_DESCRIBE_STRUCT(Keyboxes, (), (all, recorded))

[[nodiscard]] inline const Keyboxes& keyboxes(const Community& now) {
  return of<Keyboxes>(now);
}

/// The year, in UTC, for which keys are registered.
[[nodiscard]] std::uint32_t year_of(Time at);

}  // namespace ccop::community
