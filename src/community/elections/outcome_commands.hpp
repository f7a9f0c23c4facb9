// What may be asked once the ballots are closed: the result, a run-off, lots, and the confirmation by the network above
// (clauses 3.5 and 3.6).
#pragma once

#include "community/elections/values.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/wording.hpp"

namespace ccop::community {

struct Community;

/// Declares what the decryptions give. Needs no second quorum: the ballots were closed with one (clause 3.5).
struct DeclareResult {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  std::vector<std::uint32_t> counts;
  std::string archive;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(DeclareResult, (), (election, counts, archive))

/// Lets the session close before the result is declared. Else it waits for it.
struct CarryOverCount {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = CarryOverCount;
  ElectionId election;
};
BOOST_DESCRIBE_STRUCT(CarryOverCount, (), (election))

/// Ends an election of which nobody knows yet how it goes out. A run-off that is cancelled leaves the tie.
struct CancelElection {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(CancelElection, (), (election, reason))

/// Has the tied voted on again: in the session of the election, or, once that has closed, in a later executive one.
struct CallRunOff {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  SessionId session;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(CallRunOff, (), (election, session))

/// Commits to a secret number: each of the tied does, and one who isn't tied, a trustee or of the Management Committee,
/// who keeps the lot. `commitment` is SHA-256 over `ccop-lot-v2|LOG-KEY|ELECTION|PERSON|` and the secret.
struct CommitLot {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Bytes commitment;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(CommitLot, (), (election, commitment))

/// The tied reveal once all have committed; who keeps the lot, after all of them: so nobody who is tied knows how it
/// goes out when they reveal, or don't.
struct RevealLot {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Bytes secret;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(RevealLot, (), (election, secret))

/// Leaves out of the drawing whoever did not do their part of it. Where that is who keeps the lot, it begins anew.
struct ForfeitLot {
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
BOOST_DESCRIBE_STRUCT(ForfeitLot, (), (election, person, seen))

struct SubmitElected {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Brought<Content> letter;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(SubmitElected, (), (election, letter))

struct RecordConfirmation {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Brought<Content> letter;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(RecordConfirmation, (), (election, letter))

struct RecordReturn {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ElectionId election;
  };
  ElectionId election;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {election}; }
};
BOOST_DESCRIBE_STRUCT(RecordReturn, (), (election, reason))

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const DeclareResult::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CarryOverCount::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CancelElection::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CallRunOff::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CommitLot::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RevealLot::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ForfeitLot::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const SubmitElected::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RecordConfirmation::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RecordReturn::About& about, const Asking& asking);

[[nodiscard]] Wording shown(const Community& now, const ForfeitLot& asked);

[[nodiscard]] Ruling decide(const Community& now, const DeclareResult& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CarryOverCount& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CancelElection& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CallRunOff& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CommitLot& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RevealLot& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ForfeitLot& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const SubmitElected& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RecordConfirmation& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RecordReturn& asked, const Asking& asking);

}  // namespace ccop::community
