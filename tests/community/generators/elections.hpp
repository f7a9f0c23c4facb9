// Random requests about elections. Keys and ballots are not real: the host checks them, not the rules.
#pragma once

#include "community/decisions/state.hpp"
#include "community/elections/commands.hpp"
#include "community/elections/state.hpp"
#include "community/generators/decisions.hpp"
#include "community/generators/generator.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline ElectionId some_election(const World& world) {
  return some(elections(world.now()).all);
}
/// A secret of who takes part in a drawing, so that a commitment can be kept; another one where it begins anew.
[[nodiscard]] inline Bytes secret_of(PersonId person, const Election* election) {
  Bytes secret(32, static_cast<std::uint8_t>(person.value));
  if (election != nullptr) secret.front() = static_cast<std::uint8_t>(election->unfit.size());
  return secret;
}

template <>
struct Generator<CallCandidacies> {
  static CallCandidacies draw(const World& world) { return {some(meetings(world.now()).sessions), below(3)}; }
};
template <>
struct Generator<CallSecretBallot> {
  static CallSecretBallot draw(const World& world) { return {some_motion(world)}; }
};
template <>
struct Generator<NominateCandidate> {
  static NominateCandidate draw(const World& world) { return {some_election(world), somebody(world)}; }
};
template <>
struct Generator<StandForElection> {
  static StandForElection draw(const World& world) { return {some_election(world), some_words()}; }
};
template <>
struct Generator<StandDown> {
  static StandDown draw(const World& world) { return {some_election(world)}; }
};
template <>
struct Generator<CloseCandidacies> {
  static CloseCandidacies draw(const World& world) { return {some_election(world)}; }
};
template <>
struct Generator<NameElectionOfficers> {
  static NameElectionOfficers draw(const World& world) { return {some_election(world)}; }
};
template <>
struct Generator<ReplaceTrustee> {
  static ReplaceTrustee draw(const World& world) { return {some_election(world), below(5), some_words()}; }
};
template <>
struct Generator<RemakeKeys> {
  static RemakeKeys draw(const World& world) { return {some_election(world), some_words()}; }
};
template <>
struct Generator<PostKeyMessage> {
  static PostKeyMessage draw(const World& world) {
    const ElectionId id = some_election(world);
    const Election* election = elections(world.now()).find(id);
    const std::size_t done = election == nullptr ? 0 : election->rounds_done();
    return {id, static_cast<std::uint32_t>(done) + (chance(90) ? 1 : below(4)), some_words()};
  }
};
template <>
struct Generator<OpenElection> {
  static OpenElection draw(const World& world) {
    const ElectionId id = some_election(world);
    const Election* election = elections(world.now()).find(id);
    if (election == nullptr || chance(5)) return {id, {world.who}, {}, some_words()};
    return {id, candidates_at(world.now(), *election, world.time()),
            voters_at(world.now(), *election, world.time()).without_key, some_words()};
  }
};
template <>
struct Generator<CastBallot> {
  static CastBallot draw(const World& world) {
    const std::uint32_t whose = chance(75) ? world.who.value : below(9);
    return {some_election(world), "credential " + std::to_string(whose), "tracker " + std::to_string(below(100000)),
            some_words()};
  }
};
template <>
struct Generator<CloseElection> {
  static CloseElection draw(const World& world) { return {some_election(world)}; }
};
template <>
struct Generator<CarryOverCount> {
  static CarryOverCount draw(const World& world) { return {some_election(world)}; }
};
template <>
struct Generator<PostDecryption> {
  static PostDecryption draw(const World& world) {
    return {some_election(world), "tally " + std::to_string(below(3)), some_words(), some_words()};
  }
};
template <>
struct Generator<DeclareResult> {
  static DeclareResult draw(const World& world) {
    const ElectionId id = some_election(world);
    const Election* election = elections(world.now()).find(id);
    std::vector<std::uint32_t> counts(election == nullptr ? 3 : ballot_counts(world.now(), *election));
    for (std::size_t i = election == nullptr || chance(5) ? 0 : election->voters(); i > 0; --i)
      ++counts[below(static_cast<std::uint32_t>(counts.size()))];
    return {id, std::move(counts), std::string(64, 'a')};
  }
};
template <>
struct Generator<CancelElection> {
  static CancelElection draw(const World& world) { return {some_election(world), some_words()}; }
};
template <>
struct Generator<CallRunOff> {
  static CallRunOff draw(const World& world) { return {some_election(world), some(meetings(world.now()).sessions)}; }
};
template <>
struct Generator<CommitLot> {
  static CommitLot draw(const World& world) {
    const ElectionId id = some_election(world);
    const std::string name = std::to_string(id.value) + "|" + std::to_string(world.who.value);
    const Hash hash =
        sha256(bytes_of("ccop-lot-v2|key|" + name + "|"), secret_of(world.who, elections(world.now()).find(id)));
    return {id, Bytes{hash.begin(), hash.end()}};
  }
};
template <>
struct Generator<RevealLot> {
  static RevealLot draw(const World& world) {
    const ElectionId id = some_election(world);
    return {id, secret_of(world.who, elections(world.now()).find(id))};
  }
};
template <>
struct Generator<ForfeitLot> {
  static ForfeitLot draw(const World& world) { return {some_election(world), somebody(world)}; }
};
template <>
struct Generator<SubmitElected> {
  static SubmitElected draw(const World& world) { return {some_election(world), some_words()}; }
};
template <>
struct Generator<RecordConfirmation> {
  static RecordConfirmation draw(const World& world) { return {some_election(world), some_words()}; }
};
template <>
struct Generator<RecordReturn> {
  static RecordReturn draw(const World& world) { return {some_election(world), some_words()}; }
};

}  // namespace ccop::community::testing
