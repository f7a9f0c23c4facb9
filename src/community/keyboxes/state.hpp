// The keys of the seats, as they are registered, and their boxes, as only their own devices open them.
#pragma once

#include "community/kernel/part.hpp"
#include "community/keyboxes/acts.hpp"

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
  std::uint64_t entry{};  ///< of the record, that registered it
};
BOOST_DESCRIBE_STRUCT(VotingKey, (), (year, box, key, sealing, registered_by, at, entry))

struct Keybox {
  OrganizationId organization{};
  std::vector<WrappedBox> wrapped;
  std::vector<VotingKey> keys;  ///< all that were registered, in their order
};
BOOST_DESCRIBE_STRUCT(Keybox, (), (organization, wrapped, keys))

struct Keyboxes {
  std::vector<Keybox> all;  ///< of the seats that have one

  [[nodiscard]] const Keybox* find(OrganizationId organization) const;
  /// With which the seat votes in that year: the one that was registered last, if any.
  [[nodiscard]] const VotingKey* key_of(OrganizationId organization, std::uint32_t year) const;
  /// The registration of this key by this seat, of whatever year.
  [[nodiscard]] const VotingKey* registration(OrganizationId organization, std::string_view key) const;
  /// Whether anybody ever registered this key.
  [[nodiscard]] bool knows(std::string_view key) const;
};
BOOST_DESCRIBE_STRUCT(Keyboxes, (), (all))

[[nodiscard]] inline const Keyboxes& keyboxes(const Community& now) {
  return of<Keyboxes>(now);
}

/// The year, in UTC, for which keys are registered.
[[nodiscard]] std::uint32_t year_of(Time at);

void apply(Keyboxes& keyboxes, const KeyboxKept& act);
void apply(Keyboxes& keyboxes, const VotingKeyRegistered& act, Time at);

}  // namespace ccop::community
