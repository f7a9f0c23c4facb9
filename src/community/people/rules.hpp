// Who may register people, offer enrolment, and how a passkey comes to speak for a person.
#pragma once

#include "community/act.hpp"
#include "community/ruling.hpp"

namespace ccop::community {

struct Community;

/// Makes a person known (clause 5.7: the Management Committee manages membership).
struct RegisterPerson {
  ContentHash profile;
};
BOOST_DESCRIBE_STRUCT(RegisterPerson, (), (profile))

struct CorrectPerson {
  PersonId person;
  ContentHash profile;
};
BOOST_DESCRIBE_STRUCT(CorrectPerson, (), (person, profile))

/// Makes out a one-time link for a person who has no passkey yet.
struct OfferEnrolment {
  static constexpr bool formal = true;
  PersonId person;
  Hash token_hash;
  Time until;
};
BOOST_DESCRIBE_STRUCT(OfferEnrolment, (), (person, token_hash, until))

/// Adds a passkey: by the holder of the person's one-time link, or by the person with a passkey enrolled before.
struct EnrolPasskey {
  static constexpr bool by_link = true;
  PersonId person;
  Bytes credential;
  std::int32_t algorithm;
  Bytes public_key;
  std::string relying_party;
  ContentHash label;
};
BOOST_DESCRIBE_STRUCT(EnrolPasskey, (), (person, credential, algorithm, public_key, relying_party, label))

struct RemovePasskey {
  static constexpr bool formal = true;
  Bytes credential;
};
BOOST_DESCRIBE_STRUCT(RemovePasskey, (), (credential))

/// Asks for a new enrolment after all passkeys were lost; nobody is signed in, so this alone gives nothing.
struct AskRecovery {
  static constexpr bool by_link = true;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(AskRecovery, (), (person))

/// Confirms that the request is genuine; the Secretary and a co-Chair must both do so, and neither for themselves.
struct ConfirmRecovery {
  static constexpr bool formal = true;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(ConfirmRecovery, (), (person))

[[nodiscard]] Ruling decide(const Community& now, const RegisterPerson& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CorrectPerson& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const OfferEnrolment& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const EnrolPasskey& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RemovePasskey& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const AskRecovery& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ConfirmRecovery& asked, const Actor& actor);

}  // namespace ccop::community
