// Motions as they stand, and the register of decisions.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/charter/charter.hpp"
#include "community/decisions/values.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/ruling.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <span>
#include <vector>

namespace ccop::community {

enum class MotionState { proposed, open, closed, withdrawn, balloted };
BOOST_DESCRIBE_ENUM(MotionState, proposed, open, closed, withdrawn, balloted)

struct Vote {
  OrganizationId organization{};
  PersonId person{};
  std::uint32_t choice{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(Vote, (), (organization, person, choice, at))

struct Objection {
  OrganizationId organization{};
  PersonId person{};
  ContentHash reason{};
};
BOOST_DESCRIBE_STRUCT(Objection, (), (organization, person, reason))

/// That the text came to a seat, as somebody else says it: when they said so, and in which words.
struct DeliveryWord {
  Time at{};
  ContentHash words{};
};
BOOST_DESCRIBE_STRUCT(DeliveryWord, (), (at, words))

/// A seat whose silence would count, and how the text came to it.
struct AskedSeat {
  OrganizationId organization{};
  std::optional<Time> seen;              ///< when one of those who speak for it signed that they read it
  std::optional<DeliveryWord> attested;  ///< by the Secretary: how it was told
  std::optional<DeliveryWord> reported;  ///< by the host: what the mail server answered

  /// When the text came to it, the first time; empty while it did not.
  [[nodiscard]] std::optional<Time> reached() const;
  /// The same of those ways of which somebody signed: not the host's word.
  [[nodiscard]] std::optional<Time> reached_as_signed() const;
};
BOOST_DESCRIBE_STRUCT(AskedSeat, (), (organization, seen, attested, reported))

struct Motion {
  std::optional<SessionId> session;
  PersonId mover{};
  Purpose purpose{};
  ContentHash text{};
  std::vector<ContentHash> options;
  Method method{};
  bool recorded{};
  std::optional<OrganizationId> source;
  std::optional<Hash> charter;
  MotionState state{};
  Time proposed_at{};
  std::optional<Time> opened_at;
  std::optional<Time> deadline;
  std::optional<std::string> time_zone;
  std::optional<Time> closed_at;
  std::vector<Vote> votes;
  std::vector<Objection> objections;
  std::vector<AskedSeat> asked;  ///< of a silence procedure; none where rules before version 3 opened it
  std::vector<OrganizationId> on_the_hosts_word;  ///< of them: without the host's word it was not adopted then
  std::optional<Outcome> outcome;
  std::vector<std::uint32_t> counts;
  std::optional<std::uint32_t> winner;

  /// How many options there are, abstention not counted: two (for, against) unless the motion lists its own.
  [[nodiscard]] std::uint32_t choices() const {
    return options.empty() ? 2u : static_cast<std::uint32_t>(options.size());
  }
  [[nodiscard]] Wording wording() const;
  /// Null where it has not voted.
  [[nodiscard]] const Vote* vote_of(OrganizationId organization) const;
  [[nodiscard]] bool has_objected(OrganizationId organization) const;
  /// Null where the silence procedure does not ask it.
  [[nodiscard]] const AskedSeat* asks(OrganizationId organization) const;
};
BOOST_DESCRIBE_STRUCT(Motion, (),
                      (session, mover, purpose, text, options, method, recorded, source, charter, state, proposed_at,
                       opened_at, deadline, time_zone, closed_at, votes, objections, asked, on_the_hosts_word, outcome,
                       counts, winner))

struct RegisteredDecision {
  MotionId motion{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(RegisteredDecision, (), (motion, at))

struct Decisions {
  Table<Motion, MotionId> motions;
  Table<RegisteredDecision, DecisionId> registered;
  std::vector<MotionId> open;  ///< few at any time, so that deadlines are quick to look through

  [[nodiscard]] const Motion* find(MotionId id) const { return motions.find(id); }
  [[nodiscard]] bool has_open_motion(SessionId session) const;
  [[nodiscard]] bool has_motions(SessionId session) const;
};
BOOST_DESCRIBE_STRUCT(Decisions, (), (motions, registered, open))

[[nodiscard]] inline const Decisions& decisions(const Community& now) {
  return of<Decisions>(now);
}

struct MotionClosed;  // acts.hpp

/// How the motion was closed among these acts, the last time; null where it was not.
[[nodiscard]] const MotionClosed* closing_of(MotionId motion, std::span<const Act> acts);

/// Why this decision is nothing that the membership agreed to after that time: for what is done because of one.
[[nodiscard]] std::optional<Refusal> objection_to_basis(const Community& now, DecisionId decision, Time after);

/// The text of a motion, then its options in their order; in clear the charter that it would put in force. Nothing of
/// one that is not there.
[[nodiscard]] Wording wording_of(const Community& now, MotionId motion);

/// The result of a motion by the charter's rules (clause 6.5). `quorate`: whether the quorum stood when it was closed.
[[nodiscard]] MotionClosed result_of(MotionId id, const Motion& motion, const Charter& charter, bool quorate);

/// The same of counts that a secret ballot gave, abstentions last.
[[nodiscard]] MotionClosed result_of_counts(MotionId id, const Motion& motion, const Charter& charter,
                                            std::vector<std::uint32_t> counts);

}  // namespace ccop::community
