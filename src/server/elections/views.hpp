// Elections and secret ballots as pages show them: how far each is, what awaits the reader, and what their device needs
// for it.
#pragma once

#include "host/elections.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

/// What is balloted on, where it is no election.
struct BallotedMotion {
  community::MotionId id{};
  Words title;
  std::vector<Words> options;
};
BOOST_DESCRIBE_STRUCT(BallotedMotion, (), (id, title, options))

/// One line of the list.
struct ElectionHeadView {
  community::ElectionId id{};
  OrNull<BallotedMotion> motion;
  OrNull<community::RoundId> round;
  std::uint32_t position{};
  OrNull<Time> term_ends;
  community::ElectionStage stage{};
  OrNull<community::ElectionOutcome> outcome;
  community::Confirmation confirmation{};
  OrNull<PersonView> winner;
  OrNull<community::SessionId> session;  ///< none of a round
  OrNull<community::MeetingId> meeting;
  Words meeting_title;
  Time starts{};
  OrNull<community::ElectionId> run_off_of;
};
BOOST_DESCRIBE_STRUCT(ElectionHeadView, (),
                      (id, motion, round, position, term_ends, stage, outcome, confirmation, winner, session, meeting,
                       meeting_title, starts, run_off_of))

struct CandidacyView {
  PersonView person;
  std::string organization;
  Words nominated_by;
  community::CandidacyState state{};
  Words statement;
};
BOOST_DESCRIBE_STRUCT(CandidacyView, (), (person, organization, nominated_by, state, statement))

struct TrusteeView {
  PersonView person;
  std::uint64_t rounds{};
  bool decrypted{};
};
BOOST_DESCRIBE_STRUCT(TrusteeView, (), (person, rounds, decrypted))

struct BoardRow {
  std::string tracker;
  bool counts{};
};
BOOST_DESCRIBE_STRUCT(BoardRow, (), (tracker, counts))

struct LotView {
  PersonView person;
  Words commitment;
  Words secret;
  bool forfeited{};
};
BOOST_DESCRIBE_STRUCT(LotView, (), (person, commitment, secret, forfeited))

/// What a trustee's device works with.
struct TrusteeWork {
  std::uint32_t number{};
  std::string key_file;  ///< its name, after the ballot for which it was made
  std::uint64_t size{};
  std::uint32_t threshold{};
  std::uint64_t rounds{};
  std::vector<std::string> certificates;
  Words input;
  Words output;
};
BOOST_DESCRIBE_STRUCT(TrusteeWork, (), (number, key_file, size, threshold, rounds, certificates, input, output))

/// A Member that registered no voting key for the election.
struct WithoutKeyView {
  community::OrganizationId organization{};
  std::string key;
};
BOOST_DESCRIBE_STRUCT(WithoutKeyView, (), (organization, key))

/// With which the reader's Member votes, and the keybox from which it follows; both are missing where none was
/// registered in time.
struct OwnVotingKey {
  community::OrganizationId organization{};
  std::uint32_t year{};
  Words key;
  OrNull<Bytes> box;
};
BOOST_DESCRIBE_STRUCT(OwnVotingKey, (), (organization, year, key, box))

/// The result, as whoever declares it signs it.
struct DeclarableResult {
  std::vector<std::uint64_t> counts;
  std::string archive;
};
BOOST_DESCRIBE_STRUCT(DeclarableResult, (), (counts, archive))

struct ElectionView : ElectionHeadView {
  std::vector<CandidacyView> candidacies;
  std::vector<PersonView> candidates;
  std::vector<TrusteeView> trustees;
  std::uint32_t trustees_needed{};
  std::uint64_t rounds_done{};
  std::vector<WithoutKeyView> without_key;
  OrNull<OwnVotingKey> own_key;
  std::string uuid;
  Words setup;
  OrNull<Bytes> setup_salt;  ///< once it is opened: with the setup, the content that the opening's act names
  Words fingerprint;
  std::uint64_t roll{};
  std::uint64_t voted{};
  OrNull<Time> open_until;  ///< at least, while the ballot is open
  std::uint32_t least_ballots{};
  bool on_roll{};
  Words my_tracker;
  std::vector<BoardRow> board;
  std::vector<std::uint32_t> counts;
  Words archive;
  std::vector<LotView> lots;
  OrNull<LotView> keeper;  ///< of the lot
  Words reason;
  Words letter;
  OrNull<TrusteeWork> as_trustee;
  OrNull<DeclarableResult> to_declare;
  May may;
};
BOOST_DESCRIBE_STRUCT(ElectionView, (),
                      (id, motion, round, position, term_ends, stage, outcome, confirmation, winner, session, meeting,
                       meeting_title, starts, run_off_of, candidacies, candidates, trustees, trustees_needed,
                       rounds_done, without_key, own_key, uuid, setup, setup_salt, fingerprint, roll, voted, open_until,
                       least_ballots, on_roll, my_tracker, board, counts, archive, lots, keeper, reason, letter,
                       as_trustee, to_declare, may))

[[nodiscard]] Words meeting_title_of(const Reading& here, const community::Election& election);
[[nodiscard]] ElectionHeadView election_head(const Reading& here, community::ElectionId id);
/// All but what is made of the archive.
[[nodiscard]] ElectionView election_view(const Reading& here, community::ElectionId id);
/// The rest: reads contents and computes with them, so not while the state is read.
void add_record(const host::ElectionRecord& record, community::PersonId person, ElectionView& view);

}  // namespace ccop::server
