// What may be asked of elections (clauses 3.2 to 3.6). Whether a key, a ballot or a decryption is sound, the host
// checks before it asks; what follows from it is decided here.
#pragma once

#include "community/elections/outcome_commands.hpp"
#include "community/elections/values.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/wording.hpp"

namespace ccop::community {

struct Community;
struct Election;

/// Opens the call for a position that falls vacant, to be voted on in this session. Refused while the sitting
/// co-Chair's term runs on (clause 3.3).
struct CallCandidacies {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  SessionId session;
  std::uint32_t position;

  [[nodiscard]] About about() const { return {}; }
};
BOOST_DESCRIBE_STRUCT(CallCandidacies, (), (session, position))

/// Has a motion of an executive session decided by secret ballot, before it was opened. For a co-Chair who presides.
struct CallSecretBallot {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(CallSecretBallot, (), (motion, seen))

/// Proposes somebody, who then accepts or declines.
struct NominateCandidate {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  PersonId person;
  Wording seen{};

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(NominateCandidate, (), (election, person, seen))

/// Accepts a nomination, or stands by oneself, with a statement.
struct StandForElection {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Brought<Content> statement;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(StandForElection, (), (election, statement))

/// Declines a nomination, withdraws a candidacy while the ballot is not open yet, or an election before it is
/// confirmed.
struct StandDown {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = StandDown;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(StandDown, (), (election))

struct CloseCandidacies {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = CloseCandidacies;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CloseCandidacies, (), (election))

/// Names the trustees, whom the charter and the lot give.
struct NameElectionOfficers {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = NameElectionOfficers;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(NameElectionOfficers, (), (election))

/// Has the trustee of this number, counted from 1, give way to another by lot; as often as the charter says.
struct ReplaceTrustee {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  std::uint32_t trustee;
  Brought<Content> reason;
  Wording seen{};

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(ReplaceTrustee, (), (election, trustee, reason, seen))

/// Has all trustees make their keys anew, before voting: whoever lost a key file has no other way.
struct RemakeKeys {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(RemakeKeys, (), (election, reason))

struct PostKeyMessage {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  std::uint32_t round;
  Brought<Content> message;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(PostKeyMessage, (), (election, round, message))

/// `setup` is the election as its archive has it; `candidates` those on the ballot, in its order; `without_key` the
/// Members who registered no voting key for the year of the session, and therefore can't vote.
struct OpenElection {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  std::vector<PersonId> candidates;
  std::vector<OrganizationId> without_key;
  Brought<Content> setup;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(OpenElection, (), (election, candidates, without_key, setup))

/// `credential` and `tracker` as the ballot has them.
struct CastBallot {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  std::string credential;
  std::string tracker;
  Brought<Content> ballot;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(CastBallot, (), (election, credential, tracker, ballot))

/// Closes the ballot in the session, with its quorum, once it was open for as long as the charter says. Fewer ballots
/// than the charter demands are not opened.
struct CloseElection {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = CloseElection;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CloseElection, (), (election))

/// Opens the totals of this fingerprint; `proofs` bind each factor to them (ballot/bound.hpp).
struct PostDecryption {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  std::string tally;
  Brought<Content> decryption;
  Brought<Content> proofs;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(PostDecryption, (), (election, tally, decryption, proofs))

using ElectionsCommands =
    List<CallCandidacies, CallSecretBallot, NominateCandidate, StandForElection, StandDown, CloseCandidacies,
         NameElectionOfficers, ReplaceTrustee, RemakeKeys, PostKeyMessage, OpenElection, CastBallot, CloseElection,
         CarryOverCount, PostDecryption, DeclareResult, CancelElection, CallRunOff, CommitLot, RevealLot, ForfeitLot,
         SubmitElected, RecordConfirmation, RecordReturn>;
template <OneOf<ElectionsCommands> T>
inline constexpr std::string_view command_chapter<T> = "elections";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CallCandidacies::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CallSecretBallot::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const NominateCandidate::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const StandForElection::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const StandDown::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CloseCandidacies::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const NameElectionOfficers::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReplaceTrustee::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RemakeKeys::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PostKeyMessage::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const OpenElection::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CastBallot::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CloseElection::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PostDecryption::About& about,
                                          const Asking& asking);

[[nodiscard]] Wording shown(const Community& now, const CallSecretBallot& asked);
[[nodiscard]] Wording shown(const Community& now, const NominateCandidate& asked);
[[nodiscard]] Wording shown(const Community& now, const ReplaceTrustee& asked);

[[nodiscard]] Ruling decide(const Community& now, const CallCandidacies& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CallSecretBallot& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const NominateCandidate& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const StandForElection& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const StandDown& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CloseCandidacies& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const NameElectionOfficers& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ReplaceTrustee& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RemakeKeys& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const PostKeyMessage& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const OpenElection& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CastBallot& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CloseElection& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const PostDecryption& asked, const Asking& asking);

/// Who is on the ballot if it opens at that time, in the order of their nominations: accepted, and still holding a
/// Member's seat (clause 3.2).
[[nodiscard]] std::vector<PersonId> candidates_at(const Community& now, const Election& election, Time at);

/// How many counts its totals have.
[[nodiscard]] std::size_t ballot_counts(const Community& now, const Election& election);
/// How many answers the ballot has besides the blank vote: one for each candidate or option, or for and against.
[[nodiscard]] std::size_t ballot_answers(const Community& now, const Election& election);

}  // namespace ccop::community
