// What can happen to people and to their passkeys. Names and addresses are content; acts carry only its salted hash.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct PersonRegistered {
  PersonId person;
  ContentHash profile;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (person, profile))

struct PersonCorrected {
  PersonId person;
  ContentHash profile;
};
BOOST_DESCRIBE_STRUCT(PersonCorrected, (), (person, profile))

/// A one-time link was made out; only the public key that its secret stands for is on record.
struct EnrolmentOffered {
  PersonId person;
  Hash link_key;
  Time until;
};
BOOST_DESCRIBE_STRUCT(EnrolmentOffered, (), (person, link_key, until))

/// A passkey now speaks for the person. `algorithm` is the COSE number (RFC 9053): -7 ES256, -8 EdDSA, -257 RS256.
struct PasskeyEnrolled {
  PersonId person;
  Bytes credential;
  std::int32_t algorithm;
  Bytes public_key;
  std::string relying_party;
  ContentHash label;
};
BOOST_DESCRIBE_STRUCT(PasskeyEnrolled, (), (person, credential, algorithm, public_key, relying_party, label))

struct PasskeyRemoved {
  PersonId person;
  Bytes credential;
};
BOOST_DESCRIBE_STRUCT(PasskeyRemoved, (), (person, credential))

/// Somebody of the committee vouches that this person lost all passkeys and holds the link with that key.
struct RecoveryConfirmed {
  PersonId person;
  Hash link_key;
  PersonId confirmed_by;
  bool as_secretary;
};
BOOST_DESCRIBE_STRUCT(RecoveryConfirmed, (), (person, link_key, confirmed_by, as_secretary))

/// A key that a browser made at its sign-in signs its first act, and from here on those that need no passkey. It ends
/// with the seat that the person held then.
struct SessionKeyBegun {
  PersonId person;
  Hash key;  ///< SHA-256 of `public_key`
  std::int32_t algorithm;
  Bytes public_key;
  Bytes credential;  ///< of the passkey that signed it in; empty for a guest's link
  Time until;
  std::optional<MandateId> seat;
};
BOOST_DESCRIBE_STRUCT(SessionKeyBegun, (), (person, key, algorithm, public_key, credential, until, seat))

struct SessionKeyEnded {
  PersonId person;
  Hash key;
};
BOOST_DESCRIBE_STRUCT(SessionKeyEnded, (), (person, key))

using PeopleActs = List<PersonRegistered, PersonCorrected, EnrolmentOffered, PasskeyEnrolled, PasskeyRemoved,
                        RecoveryConfirmed, SessionKeyBegun, SessionKeyEnded>;
template <OneOf<PeopleActs> T>
inline constexpr std::string_view act_chapter<T> = "people";

/// What each of them makes of the state.
struct People;
void apply(People& people, const PersonRegistered& act, Time at);
void apply(People& people, const PersonCorrected& act);
void apply(People& people, const EnrolmentOffered& act, Time at);
void apply(People& people, const PasskeyEnrolled& act, Time at);
void apply(People& people, const PasskeyRemoved& act);
void apply(People& people, const RecoveryConfirmed& act, Time at);
void apply(People& people, const SessionKeyBegun& act, Time at);
void apply(People& people, const SessionKeyEnded& act);

}  // namespace ccop::community
