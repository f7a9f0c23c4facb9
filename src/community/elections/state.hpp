// Elections as they run.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/elections/values.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"

#include <boost/describe.hpp>

#include <array>
#include <optional>
#include <vector>

namespace ccop::community {

struct Charter;

enum class CandidacyState { nominated, accepted, withdrawn, declined, lapsed };
BOOST_DESCRIBE_ENUM(CandidacyState, nominated, accepted, withdrawn, declined, lapsed)

struct Candidacy {
  PersonId person{};
  OrganizationId organization{};
  PersonId nominated_by{};
  CandidacyState state{};
  std::optional<ContentHash> statement;
  Time nominated_at{};
};
BOOST_DESCRIBE_STRUCT(Candidacy, (), (person, organization, nominated_by, state, statement, nominated_at))

struct PostedDecryption {
  ContentHash factors{};
  ContentHash proofs{};  ///< that bind the factors to what was decrypted
};
BOOST_DESCRIBE_STRUCT(PostedDecryption, (), (factors, proofs))

struct ElectionTrustee {
  PersonId person{};
  std::vector<ContentHash> messages;  ///< of the rounds so far
  std::optional<PostedDecryption> decryption;
  std::optional<ElectionId> keys_of;  ///< for which the key file was made, where that is an earlier ballot
};
BOOST_DESCRIBE_STRUCT(ElectionTrustee, (), (person, messages, decryption, keys_of))

/// Where the record has a trustee's key message, which may have been thrown away since.
struct RecordedMessage {
  ContentHash message{};
  std::uint64_t entry{};
};
BOOST_DESCRIBE_STRUCT(RecordedMessage, (), (message, entry))

struct CastBallotRow {
  OrganizationId organization{};
  std::string credential;
  std::string tracker;
  ContentHash ballot{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(CastBallotRow, (), (organization, credential, tracker, ballot, at))

/// When a seat's last ballot was signed, by the clock of whoever cast it.
struct SeatCasting {
  OrganizationId organization{};
  Time asked_at{};
};
BOOST_DESCRIBE_STRUCT(SeatCasting, (), (organization, asked_at))

struct Lot {
  PersonId person{};
  Bytes commitment;
  Bytes secret;
  bool forfeited{};
};
BOOST_DESCRIBE_STRUCT(Lot, (), (person, commitment, secret, forfeited))

enum class ElectionStage { candidacies, preparation, voting, closed, lots, decided };
BOOST_DESCRIBE_ENUM(ElectionStage, candidacies, preparation, voting, closed, lots, decided)

/// What the network above did with the elected (clause 3.6), or they themselves before it answered.
enum class Confirmation { none, submitted, confirmed, returned, withdrawn };
BOOST_DESCRIBE_ENUM(Confirmation, none, submitted, confirmed, returned, withdrawn)

inline constexpr std::size_t key_rounds = 3;

/// A ballot on questions: no session's, but between two times, and of every seat.
struct RoundBallot {
  RoundId round{};
  Time opens{};
  Time closes{};
  std::uint32_t answers{};            ///< of all its questions together
  std::optional<ElectionId> keys_of;  ///< whose trustees open it, with the keys that they made for that one
};
BOOST_DESCRIBE_STRUCT(RoundBallot, (), (round, opens, closes, answers, keys_of))

struct Election {
  std::optional<SessionId> session;  ///< in which it is voted; none of a round
  std::optional<MotionId> motion;    ///< balloted on
  std::optional<RoundBallot> round;  ///< of questions; without it and a motion it is the election of a co-Chair
  std::uint32_t position{};
  Time term_ends{};
  std::optional<ElectionId> run_off_of;
  ElectionStage stage{};
  std::vector<Candidacy> candidacies;
  std::vector<ElectionTrustee> trustees;
  std::vector<std::uint32_t> decrypted;  ///< the numbers of the trustees who did, in their order: also more than needed
  std::vector<RecordedMessage> recorded;  ///< all that trustees posted for the keys
  std::vector<PersonId> drawn;            ///< everybody who ever was a trustee of it
  std::uint32_t replacements{};           ///< of trustees, so far
  std::vector<PersonId> candidates;       ///< in the order of the ballot
  std::vector<OrganizationId> roll;
  std::vector<std::string> keys;  ///< the voting keys of the roll
  std::optional<ContentHash> setup;
  std::vector<CastBallotRow> ballots;    ///< all that were cast, in their order
  std::vector<SeatCasting> last_cast;    ///< one for each seat that cast
  std::vector<OrganizationId> left_out;  ///< of these, by the lot that levels a round: their ballots don't count
  bool carried_over{};                   ///< the session may close before the result is declared
  std::vector<std::uint32_t> counts;
  std::string archive;
  std::optional<ElectionOutcome> outcome;
  std::optional<PersonId> winner;
  bool ran_off{};                     ///< there was a run-off, of too few ballots: lots settle the tie
  std::vector<Lot> lots;              ///< of the tied, in the order of the ballot
  std::optional<Lot> keeper;          ///< who isn't tied, and reveals last
  std::vector<PersonId> unfit;        ///< who kept a lot once, and didn't reveal
  std::vector<Bytes> commitments;     ///< all that were ever made in this drawing
  std::optional<Time> lots_since;     ///< when the drawing came to where it is
  std::optional<ContentHash> reason;  ///< of a cancellation, or why the network returned the elected
  std::optional<ContentHash> letter;
  Confirmation confirmation{};
  std::optional<Time> opened_at;
  std::optional<Time> closed_at;
  std::optional<Time> decided_at;
  Time called_at{};    ///< candidacies, or the secret ballot on a motion
  Time prepared_at{};  ///< since when keys are made
  Time submitted_at{};

  [[nodiscard]] const Candidacy* candidacy(PersonId person) const;
  [[nodiscard]] bool stands(PersonId person) const;
  /// The trustee of that number, from 1; none if there are not so many.
  [[nodiscard]] const ElectionTrustee* trustee(std::uint32_t number) const;
  /// The number, from 1, of the trustee who this person is.
  [[nodiscard]] std::optional<std::uint32_t> trustee_number(PersonId person) const;
  /// How many rounds of the making of the keys are complete.
  [[nodiscard]] std::size_t rounds_done() const;
  [[nodiscard]] bool has_voted(OrganizationId organization) const;
  /// Of how many seats a ballot counts.
  [[nodiscard]] std::size_t voters() const;
  [[nodiscard]] bool counts_ballot_of(OrganizationId organization) const;
  /// Those seats, in ascending order.
  [[nodiscard]] std::vector<OrganizationId> casters() const;
  /// Somebody was elected, and neither confirmed nor returned yet.
  [[nodiscard]] bool awaits_confirmation() const;
  /// What the archive and its checks are made of, so far.
  [[nodiscard]] std::vector<ContentHash> contents() const;
};
BOOST_DESCRIBE_STRUCT(Election, (),
                      (session, motion, round, position, term_ends, run_off_of, stage, candidacies, trustees, decrypted,
                       recorded, drawn, replacements, candidates, roll, keys, setup, ballots, last_cast, left_out,
                       carried_over, counts, archive, outcome, winner, ran_off, lots, keeper, unfit, commitments,
                       lots_since, reason, letter, confirmation, opened_at, closed_at, decided_at, called_at,
                       prepared_at, submitted_at))

struct Elections {
  Table<Election, ElectionId> all;

  [[nodiscard]] const Election* find(ElectionId id) const;
  [[nodiscard]] bool has_open_ballot(SessionId session) const;
  /// Closed there, not declared, and not carried over.
  [[nodiscard]] bool has_undeclared_count(SessionId session) const;
};
BOOST_DESCRIBE_STRUCT(Elections, (), (all))

[[nodiscard]] inline const Elections& elections(const Community& now) {
  return of<Elections>(now);
}

/// When voting begins: with its session, or when a round opens.
[[nodiscard]] Time voting_begins(const Community& now, const Election& election);
/// The year whose keys are voted with: that of the day.
[[nodiscard]] std::uint32_t voting_year(const Community& now, const Election& election);
/// The organization for which this person casts a ballot in it: the Member's whose vote it is, or, in a round,
/// whichever they speak for.
[[nodiscard]] std::optional<OrganizationId> casting_organization(const Community& now, const Election& election,
                                                                 PersonId person, Time at);

/// Who votes in it if it opens at that time: each Member, or in a round each seat, that has a voting key for its year.
/// And which have none.
struct Voters {
  std::vector<OrganizationId> roll;
  std::vector<std::string> keys;  ///< of the roll
  std::vector<OrganizationId> without_key;
};
[[nodiscard]] Voters voters_at(const Community& now, const Election& election, Time at);
/// Of fewer ballots nothing is opened.
[[nodiscard]] std::uint32_t least_ballots(const Charter& charter, const Election& election);

/// Whether nothing speaks against the person as trustee of this election: they don't stand, their organization has no
/// candidate, and no trustee before them is of the Management Committee, too.
[[nodiscard]] bool is_independent_trustee(const Community& now, const Election& election, PersonId person, Time at);

/// Adds the ballot of a round that is called.
void add_round(Elections& elections, const RoundBallot& round, Time at);
/// Takes the ballots of these seats out of the count.
void leave_out(Elections& elections, ElectionId id, const std::vector<OrganizationId>& seats);

}  // namespace ccop::community
