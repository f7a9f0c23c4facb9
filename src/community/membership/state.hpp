// The membership as it is: rights lie with an organization's seat, and a person holds it under a mandate with dates
// (clause 4.2).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/charter/charter.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"
#include "community/membership/values.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace ccop::community {

enum class MandateKind { main, alternate };
BOOST_DESCRIBE_ENUM(MandateKind, main, alternate)

struct Mandate {
  MandateKind kind{};
  OrganizationId organization{};
  PersonId person{};
  Time from{};
  std::optional<Time> until;
  std::vector<std::uint32_t> responsibilities;

  [[nodiscard]] bool holds(Time at) const { return from <= at && (!until || at < *until); }
};
BOOST_DESCRIBE_STRUCT(Mandate, (), (kind, organization, person, from, until, responsibilities))

struct Absence {
  Time from{};
  Time until{};
};
BOOST_DESCRIBE_STRUCT(Absence, (), (from, until))

struct Organization {
  std::string key;
  std::string name;
  Status status{};
  Time from{};
  std::optional<Time> until;
  bool in_charter{};                ///< false for an Observer admitted under clause 4.6
  std::vector<MandateId> mandates;  ///< in the order of their appointment
  std::vector<Absence> absences;

  [[nodiscard]] bool belongs(Time at) const { return from <= at && (!until || at < *until); }
};
BOOST_DESCRIBE_STRUCT(Organization, (), (key, name, status, from, until, in_charter, mandates, absences))

struct ObserverComment {
  OrganizationId organization{};
  ContentHash comment{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(ObserverComment, (), (organization, comment, at))

struct ObserverOpinion {
  PersonId given_by{};
  bool admit{};
};
BOOST_DESCRIBE_STRUCT(ObserverOpinion, (), (given_by, admit))

enum class ProposalState { consulted, admitted, declined, ended, kept };
BOOST_DESCRIBE_ENUM(ProposalState, consulted, admitted, declined, ended, kept)

struct ObserverProposal {
  std::string key;
  std::string name;
  ContentHash statement{};
  Time consultation_ends{};
  ProposalState state{};
  std::vector<ObserverComment> comments;
  std::vector<ObserverOpinion> opinions;
  std::optional<OrganizationId> organization;  ///< once it is, or was, an Observer
  bool is_end{};                               ///< it is one, and is proposed to be one no longer
  Time proposed_at{};
};
BOOST_DESCRIBE_STRUCT(ObserverProposal, (),
                      (key, name, statement, consultation_ends, state, comments, opinions, organization, is_end,
                       proposed_at))

enum class SeatChangeState { asked, done, withdrawn };
BOOST_DESCRIBE_ENUM(SeatChangeState, asked, done, withdrawn)

/// What somebody asked for a seat: that a mandate end, that somebody get it, or both.
struct SeatChange {
  OrganizationId organization{};
  std::optional<MandateId> ends;
  std::optional<Seating> gives;
  PersonId asked_by{};
  Time asked_at{};
  Time lapses{};  ///< it is asked until then; after that nobody joins in any more
  SeatChangeState state{};

  [[nodiscard]] bool waits(Time at) const { return state == SeatChangeState::asked && at < lapses; }
};
BOOST_DESCRIBE_STRUCT(SeatChange, (), (organization, ends, gives, asked_by, asked_at, lapses, state))

struct Membership {
  Table<Organization, OrganizationId> organizations;
  Table<Mandate, MandateId> mandates;
  Table<SeatChange, SeatChangeId> changes;
  Table<ObserverProposal, ProposalId> proposals;

  [[nodiscard]] const Organization* find(OrganizationId id) const { return organizations.find(id); }
  [[nodiscard]] const Mandate* find(MandateId id) const { return mandates.find(id); }
  [[nodiscard]] const SeatChange* find(SeatChangeId id) const { return changes.find(id); }
  [[nodiscard]] const ObserverProposal* find(ProposalId id) const { return proposals.find(id); }
  /// What waits for a second person to join in; one at a time for each organization.
  [[nodiscard]] std::optional<SeatChangeId> waiting(OrganizationId organization, Time at) const;
  /// The organization whose main representative the person is.
  [[nodiscard]] std::optional<OrganizationId> own_organization(PersonId person, Time at) const;
  /// The organization with this key, whether it still belongs or not.
  [[nodiscard]] std::optional<OrganizationId> find_key(std::string_view key) const;
  [[nodiscard]] bool belongs(std::string_view key, Time at) const;

  /// The mandate of this kind in force for an organization, if any.
  [[nodiscard]] std::optional<MandateId> holder(OrganizationId organization, MandateKind kind, Time at) const;
  /// The mandate under which a person speaks for an organization at a time, if any; nobody speaks for two.
  [[nodiscard]] std::optional<MandateId> seat_of(PersonId person, Time at) const;
  /// The organization for which they then speak.
  [[nodiscard]] std::optional<OrganizationId> seat_organization(PersonId person, Time at) const;
  /// Whether the person is the main representative of a Member at that time.
  [[nodiscard]] bool holds_member_seat(PersonId person, Time at) const;
  [[nodiscard]] bool is_absent(OrganizationId organization, Time at) const;
  /// Who casts the organization's vote: the main representative, or, while that one is absent, the alternate
  /// (clause 4.3).
  [[nodiscard]] std::optional<PersonId> voice_of(OrganizationId organization, Time at, bool alternate_votes) const;
  [[nodiscard]] std::size_t members(Time at) const;
  /// The Members, in the order of their numbers.
  [[nodiscard]] std::vector<OrganizationId> roll(Time at) const;
  /// The Members and the Observers.
  [[nodiscard]] std::vector<OrganizationId> seats(Time at) const;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (organizations, mandates, changes, proposals))

[[nodiscard]] inline const Membership& membership(const Community& now) {
  return of<Membership>(now);
}

/// Key and name of an organization, in clear; nothing of one that is not known.
[[nodiscard]] Wording wording_of(const Community& now, OrganizationId organization);
/// What a change of a seat says: see `shown` in commands.hpp.
[[nodiscard]] Wording wording_of(const Community& now, const SeatChange& change);

/// Takes over the organizations of a charter that comes into force (clause 4.8): new ones join, dropped ones leave.
void take_over(Membership& membership, const Charter& charter, Time at);

}  // namespace ccop::community
