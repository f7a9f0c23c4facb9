// Who is known to the community, and by which passkeys they speak.
#pragma once

#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/people/acts.hpp"

#include <optional>
#include <vector>

namespace ccop::community {

struct Passkey {
  Bytes credential;
  std::int32_t algorithm{};
  Bytes public_key;
  std::string relying_party;
  ContentHash label{};
  Time since{};
};
BOOST_DESCRIBE_STRUCT(Passkey, (), (credential, algorithm, public_key, relying_party, label, since))

struct EnrolmentOffer {
  Hash token_hash{};
  Time until{};
  bool replaces_passkeys{};  ///< after a recovery, the lost passkeys end with the first new one
};
BOOST_DESCRIBE_STRUCT(EnrolmentOffer, (), (token_hash, until, replaces_passkeys))

struct Recovery {
  Hash token_hash{};
  Time asked_at{};
  std::optional<PersonId> secretary;
  std::optional<PersonId> co_chair;
};
BOOST_DESCRIBE_STRUCT(Recovery, (), (token_hash, asked_at, secretary, co_chair))

struct Person {
  ContentHash profile{};
  bool is_guest{};
  std::vector<Passkey> passkeys;
  std::optional<EnrolmentOffer> offer;
  std::optional<Recovery> recovery;
  Time last_signed_at{};  ///< the person's own clock in the last signed request: each must be later, so none counts
                          ///< twice
};
BOOST_DESCRIBE_STRUCT(Person, (), (profile, is_guest, passkeys, offer, recovery, last_signed_at))

struct People {
  Table<Person, PersonId> all;

  [[nodiscard]] const Person* find(PersonId id) const { return all.find(id); }
  [[nodiscard]] PersonId next() const { return all.next(); }
};
BOOST_DESCRIBE_STRUCT(People, (), (all))

[[nodiscard]] inline const People& people(const Community& now) {
  return of<People>(now);
}

void apply(People& people, const PersonRegistered& act);
void apply(People& people, const PersonCorrected& act);
void apply(People& people, const EnrolmentOffered& act);
void apply(People& people, const PasskeyEnrolled& act, Time at);
void apply(People& people, const PasskeyRemoved& act);
void apply(People& people, const RecoveryAsked& act, Time at);
void apply(People& people, const RecoveryConfirmed& act, Time at);

}  // namespace ccop::community
