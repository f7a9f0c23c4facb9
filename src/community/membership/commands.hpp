// What may be asked of the membership, and by whom (clauses 4.1 to 4.7). Declared in the order of the clauses.
#pragma once

#include "community/kernel/command.hpp"
#include "community/kernel/wording.hpp"
#include "community/membership/values.hpp"

namespace ccop::community {

struct Community;

/// Asks that an organization's main representative be recorded. Refused while the seat is held (clause 4.3) or unless
/// all responsibilities of the function are declared (clause 4.5). Takes effect when a second person joins in
/// (ConfirmSeatChange); at once while nobody is there yet who could: no co-Chair was ever seated, and nobody who speaks
/// for the organization has a passkey.
struct AppointRepresentative {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    OrganizationId organization;
  };
  OrganizationId organization;
  PersonId person;
  Time from;
  std::optional<Time> until;
  std::vector<std::uint32_t> responsibilities;
  Wording seen{};

  [[nodiscard]] About about() const { return {organization}; }
};
BOOST_DESCRIBE_STRUCT(AppointRepresentative, (), (organization, person, from, until, responsibilities, seen))

/// Asks that a seat be passed on: the holder's mandate ends where the successor's begins (clause 4.2). The committee
/// may ask, and whoever speaks for the organization. A second person joins in, as above.
struct SucceedRepresentative {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    OrganizationId organization;
  };
  OrganizationId organization;
  PersonId person;
  Time from;
  std::optional<Time> until;
  std::vector<std::uint32_t> responsibilities;
  Wording seen{};

  [[nodiscard]] About about() const { return {organization}; }
};
BOOST_DESCRIBE_STRUCT(SucceedRepresentative, (), (organization, person, from, until, responsibilities, seen))

/// Joins in, so that what another person asked for takes effect. Says all of it again: whose seat, who gets it (nobody,
/// where a mandate only ends), from when and until when.
struct ConfirmSeatChange {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SeatChangeId change;
  };
  SeatChangeId change;
  OrganizationId organization;
  std::optional<PersonId> person;
  std::optional<Time> from;
  std::optional<Time> until;
  Wording seen{};

  [[nodiscard]] About about() const { return {change}; }
};
BOOST_DESCRIBE_STRUCT(ConfirmSeatChange, (), (change, organization, person, from, until, seen))

/// Whoever asked, or the committee, lets it be.
struct WithdrawSeatChange {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = WithdrawSeatChange;
  SeatChangeId change;
};
BOOST_DESCRIBE_STRUCT(WithdrawSeatChange, (), (change))

/// Ends a mandate: at once one's own, and an alternate's for whom the alternate stands in (clause 4.3). Asked by the
/// committee, it waits for a second person.
struct EndMandate {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MandateId mandate;
  };
  MandateId mandate;
  Wording seen{};

  [[nodiscard]] About about() const { return {mandate}; }
};
BOOST_DESCRIBE_STRUCT(EndMandate, (), (mandate, seen))

struct NameAlternate {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  PersonId person;
  Time from;
  Time until;
  Wording seen{};

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(NameAlternate, (), (person, from, until, seen))

struct DeclareAbsence {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  Time from;
  Time until;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(DeclareAbsence, (), (from, until))

struct EndAbsence {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = EndAbsence;
};
BOOST_DESCRIBE_STRUCT(EndAbsence, (), ())

struct ProposeObserver {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  std::string key;
  std::string name;
  Brought<Content> statement;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(ProposeObserver, (), (key, name, statement))

struct CommentOnObserver {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ProposalId proposal;
  };
  ProposalId proposal;
  Brought<Content> comment;

  [[nodiscard]] About about() const { return {proposal}; }
};
BOOST_DESCRIBE_STRUCT(CommentOnObserver, (), (proposal, comment))

/// Proposes that an Observer be one no longer. Refused for one that the charter lists: the charter is then amended.
struct ProposeObserverEnd {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    OrganizationId organization;
  };
  OrganizationId organization;
  Brought<Content> statement;

  [[nodiscard]] About about() const { return {organization}; }
};
BOOST_DESCRIBE_STRUCT(ProposeObserverEnd, (), (organization, statement))

/// An Observer's main representative declares that the organization leaves.
struct LeaveAsObserver {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = LeaveAsObserver;
};
BOOST_DESCRIBE_STRUCT(LeaveAsObserver, (), ())

/// One committee member's opinion whether the organization is to be an Observer from here on; a majority of the
/// committee decides, once the consultation is over (clause 4.6).
struct DecideOnObserver {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ProposalId proposal;
  };
  ProposalId proposal;
  bool admit;
  Wording seen{};

  [[nodiscard]] About about() const { return {proposal}; }
};
BOOST_DESCRIBE_STRUCT(DecideOnObserver, (), (proposal, admit, seen))

using MembershipCommands = List<AppointRepresentative, SucceedRepresentative, ConfirmSeatChange, WithdrawSeatChange,
                                EndMandate, NameAlternate, DeclareAbsence, EndAbsence, ProposeObserver,
                                CommentOnObserver, ProposeObserverEnd, LeaveAsObserver, DecideOnObserver>;
template <OneOf<MembershipCommands> T>
inline constexpr std::string_view command_chapter<T> = "membership";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AppointRepresentative::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const SucceedRepresentative::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ConfirmSeatChange::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const WithdrawSeatChange::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EndMandate::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const NameAlternate::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const DeclareAbsence::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EndAbsence::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposeObserver::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CommentOnObserver::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposeObserverEnd::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const LeaveAsObserver::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const DecideOnObserver::About& about,
                                          const Asking& asking);

/// The profiles of whoever gets the seat and, after whom, of whoever loses it; in clear key and name of the
/// organization.
[[nodiscard]] Wording shown(const Community& now, const AppointRepresentative& asked);
[[nodiscard]] Wording shown(const Community& now, const SucceedRepresentative& asked);
[[nodiscard]] Wording shown(const Community& now, const ConfirmSeatChange& asked);
[[nodiscard]] Wording shown(const Community& now, const EndMandate& asked);
/// The person's profile.
[[nodiscard]] Wording shown(const Community& now, const NameAlternate& asked);
/// The statement, then the comments in their order; in clear key and name.
[[nodiscard]] Wording shown(const Community& now, const DecideOnObserver& asked);

[[nodiscard]] Ruling decide(const Community& now, const AppointRepresentative& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const SucceedRepresentative& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ConfirmSeatChange& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawSeatChange& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EndMandate& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const NameAlternate& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const DeclareAbsence& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EndAbsence& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ProposeObserver& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CommentOnObserver& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const DecideOnObserver& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ProposeObserverEnd& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const LeaveAsObserver& asked, const Asking& asking);

}  // namespace ccop::community
