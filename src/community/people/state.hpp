// Who is known to the community, and by which passkeys they speak.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"

#include <boost/describe.hpp>

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

/// A browser's key, as long as it counts.
struct SessionKey {
  Hash key{};
  std::int32_t algorithm{};
  Bytes public_key;
  Bytes credential;
  Time until{};
  std::optional<MandateId> seat;
  bool is_over{};  ///< its person signed out: kept until then, so that it can't begin anew
};
BOOST_DESCRIBE_STRUCT(SessionKey, (), (key, algorithm, public_key, credential, until, seat, is_over))

struct EnrolmentOffer {
  Hash link_key{};
  Time until{};
  bool replaces_passkeys{};  ///< after a recovery, the lost passkeys end with the first new one
  Time since{};
};
BOOST_DESCRIBE_STRUCT(EnrolmentOffer, (), (link_key, until, replaces_passkeys, since))

/// Vouched for by some of those who must: nothing replaces it until it lapses.
struct Recovery {
  Hash link_key{};
  Time until{};
  std::optional<PersonId> secretary;
  std::optional<PersonId> co_chair;
  Time since{};
};
BOOST_DESCRIBE_STRUCT(Recovery, (), (link_key, until, secretary, co_chair, since))

/// Where the record has the enrolment of a passkey, which may have been removed since.
struct Enrolment {
  Bytes credential;
  std::uint64_t entry{};
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (credential, entry))

struct Person {
  ContentHash profile{};
  bool is_guest{};
  std::vector<Passkey> passkeys;
  std::vector<SessionKey> session_keys;
  std::optional<EnrolmentOffer> offer;
  std::optional<Recovery> recovery;
  /// The person's own clock in the last signed request: each must be later, so none counts twice.
  Time last_signed_at{};
  /// How many entries the record had with it: whoever signs next has seen it.
  std::uint64_t signed_entries{};
  std::vector<Enrolment> enrolments;  ///< all that ever were
  Time registered_at{};

  [[nodiscard]] const Passkey* passkey(const Bytes& credential) const;
  [[nodiscard]] const SessionKey* session_key(const Hash& key) const;
  [[nodiscard]] const Recovery* pending_recovery(Time at) const;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (profile, is_guest, passkeys, session_keys, offer, recovery, last_signed_at, signed_entries,
                       enrolments, registered_at))

struct People {
  Table<Person, PersonId> all;

  [[nodiscard]] const Person* find(PersonId id) const { return all.find(id); }
  [[nodiscard]] PersonId next() const { return all.next(); }
};
BOOST_DESCRIBE_STRUCT(People, (), (all))

[[nodiscard]] inline const People& people(const Community& now) {
  return of<People>(now);
}

/// A person's profile; nothing of somebody who is not known.
[[nodiscard]] Wording wording_of(const Community& now, PersonId person);

}  // namespace ccop::community
