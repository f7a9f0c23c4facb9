// Who may register people, offer enrolment, and how a passkey comes to speak for a person.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/profile.hpp"
#include "community/kernel/ruling.hpp"
#include "community/kernel/wording.hpp"

namespace ccop::community {

struct Community;

/// Makes a person known (clause 5.7: the Management Committee manages membership).
struct RegisterPerson {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  BroughtAs<ProfileText> profile;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(RegisterPerson, (), (profile))

struct CorrectPerson {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PersonId person;
  };
  PersonId person;
  BroughtAs<ProfileText> profile;

  [[nodiscard]] About about() const { return {person}; }
};
BOOST_DESCRIBE_STRUCT(CorrectPerson, (), (person, profile))

/// Makes out a one-time link for a person who has no passkey yet.
struct OfferEnrolment {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PersonId person;
  };
  PersonId person;
  Hash link_key;
  Time until;
  Wording seen{};

  [[nodiscard]] About about() const { return {person}; }
};
BOOST_DESCRIBE_STRUCT(OfferEnrolment, (), (person, link_key, until, seen))

/// Adds a passkey: signed by the key of the person's one-time link, or by a passkey that the person enrolled before.
struct EnrolPasskey {
  static constexpr Authority needs = Authority::link;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    PersonId person;
  };
  PersonId person;
  Bytes credential;
  std::int32_t algorithm;
  Bytes public_key;
  std::string relying_party;
  Brought<Content> label;

  [[nodiscard]] About about() const { return {person}; }
};
BOOST_DESCRIBE_STRUCT(EnrolPasskey, (), (person, credential, algorithm, public_key, relying_party, label))

struct RemovePasskey {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  Bytes credential;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(RemovePasskey, (), (credential))

/// Vouches that the person lost all passkeys and holds the link with that key; the Secretary and a co-Chair must both
/// do so, for the same link, and neither for themselves. What strangers ask for stays outside the record until then.
struct ConfirmRecovery {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PersonId person;
  };
  PersonId person;
  Hash link_key;
  Wording seen{};

  [[nodiscard]] About about() const { return {person}; }
};
BOOST_DESCRIBE_STRUCT(ConfirmRecovery, (), (person, link_key, seen))

/// Signs out: one's own session key counts no more.
struct EndSessionKey {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = EndSessionKey;
  Hash key;
};
BOOST_DESCRIBE_STRUCT(EndSessionKey, (), (key))

using PeopleCommands =
    List<RegisterPerson, CorrectPerson, OfferEnrolment, EnrolPasskey, RemovePasskey, ConfirmRecovery, EndSessionKey>;
template <OneOf<PeopleCommands> T>
inline constexpr std::string_view command_chapter<T> = "people";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RegisterPerson::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CorrectPerson::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const OfferEnrolment::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EnrolPasskey::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RemovePasskey::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ConfirmRecovery::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EndSessionKey::About& about,
                                          const Asking& asking);

/// The person's profile.
[[nodiscard]] Wording shown(const Community& now, const OfferEnrolment& asked);
[[nodiscard]] Wording shown(const Community& now, const ConfirmRecovery& asked);

[[nodiscard]] Ruling decide(const Community& now, const RegisterPerson& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CorrectPerson& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const OfferEnrolment& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EnrolPasskey& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RemovePasskey& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ConfirmRecovery& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EndSessionKey& asked, const Asking& asking);

}  // namespace ccop::community
