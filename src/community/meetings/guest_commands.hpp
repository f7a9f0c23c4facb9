// Guests of a meeting: who is admitted, by which link, and until when (clause 6.2).
#pragma once

#include "community/kernel/command.hpp"
#include "community/kernel/profile.hpp"
#include "community/kernel/wording.hpp"
#include "community/meetings/values.hpp"

namespace ccop::community {

struct Community;

struct AdmitGuest {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  BroughtAs<ProfileText> profile;
  std::vector<SessionId> sessions;
  Hash link_key;

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(AdmitGuest, (), (meeting, profile, sessions, link_key))

/// Makes out another link for a guest: the one before opens nothing any more, nor does a sign-in by it sign.
struct RenewGuestLink {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
    PersonId person;
  };
  MeetingId meeting;
  PersonId person;
  Hash link_key;
  Wording seen{};

  [[nodiscard]] About about() const { return {meeting, person}; }
};
BOOST_DESCRIBE_STRUCT(RenewGuestLink, (), (meeting, person, link_key, seen))

/// Takes back that a guest was admitted. Refused while they are in a room of the meeting: they leave it first.
struct RevokeGuest {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
    PersonId person;
  };
  MeetingId meeting;
  PersonId person;
  Wording seen{};

  [[nodiscard]] About about() const { return {meeting, person}; }
};
BOOST_DESCRIBE_STRUCT(RevokeGuest, (), (meeting, person, seen))

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AdmitGuest::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RenewGuestLink::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RevokeGuest::About& about, const Asking& asking);

/// The guest's profile.
[[nodiscard]] Wording shown(const Community& now, const RenewGuestLink& asked);
[[nodiscard]] Wording shown(const Community& now, const RevokeGuest& asked);

[[nodiscard]] Ruling decide(const Community& now, const AdmitGuest& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RenewGuestLink& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RevokeGuest& asked, const Asking& asking);

}  // namespace ccop::community
