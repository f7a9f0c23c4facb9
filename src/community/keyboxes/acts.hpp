// What can happen to the keys with which seats vote in secret (clause 3.5).
#pragma once

#include "base/bytes.hpp"
#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <string>

namespace ccop::community {

/// The seat's keybox, encrypted under what a passkey of somebody who acts for the seat gives to that device alone.
/// `box` names it without telling anything of it.
struct KeyboxKept {
  OrganizationId organization;
  PersonId person;
  Bytes box;
  Bytes credential;
  ContentHash wrapped;
};
BOOST_DESCRIBE_STRUCT(KeyboxKept, (), (organization, person, box, credential, wrapped))

/// The key by which the seat votes in what is opened in sessions of that year, as a point of Ed25519's group in the
/// form of Belenios, and an X25519 key under which something can be sealed for it. It takes the place of an earlier
/// one, but not in what was opened before.
struct VotingKeyRegistered {
  OrganizationId organization;
  PersonId person;
  std::uint32_t year;
  Bytes box;
  std::string key;
  Bytes sealing;
};
BOOST_DESCRIBE_STRUCT(VotingKeyRegistered, (), (organization, person, year, box, key, sealing))

using KeyboxesActs = List<KeyboxKept, VotingKeyRegistered>;
template <OneOf<KeyboxesActs> T>
inline constexpr std::string_view act_chapter<T> = "keyboxes";

/// What each of them makes of the state.
struct Keyboxes;
void apply(Keyboxes& keyboxes, const KeyboxKept& act);
void apply(Keyboxes& keyboxes, const VotingKeyRegistered& act, Time at);

}  // namespace ccop::community
