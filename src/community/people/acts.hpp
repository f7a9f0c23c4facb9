// What can happen to people and to their passkeys. Names and addresses are content; acts carry only its salted hash.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

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

/// A one-time link was made out; only the hash of its secret is on record.
struct EnrolmentOffered {
  PersonId person;
  Hash token_hash;
  Time until;
};
BOOST_DESCRIBE_STRUCT(EnrolmentOffered, (), (person, token_hash, until))

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

/// Somebody who says to be this person lost all passkeys and asks for a new enrolment.
struct RecoveryAsked {
  PersonId person;
  Hash token_hash;
};
BOOST_DESCRIBE_STRUCT(RecoveryAsked, (), (person, token_hash))

struct RecoveryConfirmed {
  PersonId person;
  PersonId confirmed_by;
  bool as_secretary;
};
BOOST_DESCRIBE_STRUCT(RecoveryConfirmed, (), (person, confirmed_by, as_secretary))

using PeopleActs = List<PersonRegistered, PersonCorrected, EnrolmentOffered, PasskeyEnrolled, PasskeyRemoved,
                        RecoveryAsked, RecoveryConfirmed>;
template <OneOf<PeopleActs> T>
inline constexpr std::string_view act_chapter<T> = "people";

}  // namespace ccop::community
