// What may be asked of elections (clauses 3.2 to 3.6). Whether a key, a ballot or a decryption is sound, the host
// checks before it asks; what follows from it is decided here.
#pragma once

#include "community/act.hpp"

namespace ccop::community {

struct Community;
struct Election;

/// Opens the call for a position that falls vacant, to be voted on in this session. Refused while the sitting
/// co-Chair's term runs on (clause 3.3).
struct CallCandidacies {
  static constexpr bool formal = true;
  SessionId session;
  std::uint32_t position;
};
BOOST_DESCRIBE_STRUCT(CallCandidacies, (), (session, position))

/// Has a motion of an executive session decided by secret ballot, before it was opened. For a co-Chair who presides.
struct CallSecretBallot {
  static constexpr bool formal = true;
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(CallSecretBallot, (), (motion))

struct NominateCandidate {
  static constexpr bool formal = true;
  ElectionId election;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(NominateCandidate, (), (election, person))

/// Accepts a nomination, or stands by oneself, with a statement.
struct StandForElection {
  static constexpr bool formal = true;
  ElectionId election;
  ContentHash statement;
};
BOOST_DESCRIBE_STRUCT(StandForElection, (), (election, statement))

/// Declines a nomination, or withdraws a candidacy while the ballot is not open yet.
struct StandDown {
  static constexpr bool formal = true;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(StandDown, (), (election))

struct CloseCandidacies {
  static constexpr bool formal = true;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CloseCandidacies, (), (election))

/// Names the trustees, whom the charter and the lot give, and the credential authority, who is chosen.
struct NameElectionOfficers {
  static constexpr bool formal = true;
  ElectionId election;
  PersonId authority;
};
BOOST_DESCRIBE_STRUCT(NameElectionOfficers, (), (election, authority))

struct ReplaceTrustee {
  static constexpr bool formal = true;
  ElectionId election;
  std::uint32_t trustee;
};
BOOST_DESCRIBE_STRUCT(ReplaceTrustee, (), (election, trustee))

struct PostKeyMessage {
  static constexpr bool formal = true;
  ElectionId election;
  std::uint32_t round;
  ContentHash message;
};
BOOST_DESCRIBE_STRUCT(PostKeyMessage, (), (election, round, message))

struct IssueCredentials {
  static constexpr bool formal = true;
  ElectionId election;
  std::vector<OrganizationId> organizations;
  ContentHash credentials;
};
BOOST_DESCRIBE_STRUCT(IssueCredentials, (), (election, organizations, credentials))

/// `setup` is the election as its archive has it; `candidates` those on the ballot, in its order.
struct OpenElection {
  static constexpr bool formal = true;
  ElectionId election;
  std::vector<PersonId> candidates;
  ContentHash setup;
};
BOOST_DESCRIBE_STRUCT(OpenElection, (), (election, candidates, setup))

/// `credential` and `tracker` as the ballot has them.
struct CastBallot {
  static constexpr bool formal = true;
  ElectionId election;
  std::string credential;
  std::string tracker;
  ContentHash ballot;
};
BOOST_DESCRIBE_STRUCT(CastBallot, (), (election, credential, tracker, ballot))

struct CloseElection {
  static constexpr bool formal = true;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CloseElection, (), (election))

struct PostDecryption {
  static constexpr bool formal = true;
  ElectionId election;
  ContentHash decryption;
};
BOOST_DESCRIBE_STRUCT(PostDecryption, (), (election, decryption))

struct DeclareResult {
  static constexpr bool formal = true;
  ElectionId election;
  std::vector<std::uint32_t> counts;
  std::string archive;
};
BOOST_DESCRIBE_STRUCT(DeclareResult, (), (election, counts, archive))

struct CancelElection {
  static constexpr bool formal = true;
  ElectionId election;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(CancelElection, (), (election, reason))

struct CallRunOff {
  static constexpr bool formal = true;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CallRunOff, (), (election))

struct CommitLot {
  static constexpr bool formal = true;
  ElectionId election;
  Bytes commitment;
};
BOOST_DESCRIBE_STRUCT(CommitLot, (), (election, commitment))

struct RevealLot {
  static constexpr bool formal = true;
  ElectionId election;
  Bytes secret;
};
BOOST_DESCRIBE_STRUCT(RevealLot, (), (election, secret))

/// Leaves out of the drawing whoever did not do their part of it.
struct ForfeitLot {
  static constexpr bool formal = true;
  ElectionId election;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(ForfeitLot, (), (election, person))

struct SubmitElected {
  static constexpr bool formal = true;
  ElectionId election;
  ContentHash letter;
};
BOOST_DESCRIBE_STRUCT(SubmitElected, (), (election, letter))

struct RecordConfirmation {
  static constexpr bool formal = true;
  ElectionId election;
  ContentHash letter;
};
BOOST_DESCRIBE_STRUCT(RecordConfirmation, (), (election, letter))

struct RecordReturn {
  static constexpr bool formal = true;
  ElectionId election;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(RecordReturn, (), (election, reason))

[[nodiscard]] Ruling decide(const Community& now, const CallCandidacies& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CallSecretBallot& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const NominateCandidate& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const StandForElection& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const StandDown& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CloseCandidacies& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const NameElectionOfficers& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ReplaceTrustee& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const PostKeyMessage& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const IssueCredentials& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const OpenElection& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CastBallot& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CloseElection& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const PostDecryption& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const DeclareResult& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CancelElection& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CallRunOff& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CommitLot& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RevealLot& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ForfeitLot& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const SubmitElected& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RecordConfirmation& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RecordReturn& asked, const Actor& actor);

/// Who is on the ballot if it opens at that time, in the order of their nominations: accepted, and still holding a
/// Member's seat (clause 3.2).
[[nodiscard]] std::vector<PersonId> candidates_at(const Community& now, const Election& election, Time at);

/// How many answers the ballot has besides the blank vote: one for each candidate or option, or for and against.
[[nodiscard]] std::size_t ballot_answers(const Community& now, const Election& election);

}  // namespace ccop::community
