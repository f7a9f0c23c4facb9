// What time brings about in rounds, what is owed to them, and what may not be erased.
#include "community/exposure/chapter.hpp"

#include "community/elections/acts.hpp"
#include "community/exposure/levelling.hpp"
#include "community/exposure/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/owed.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// At its opening: where it is prepared, and enough seats can answer.
std::vector<Act> opening(const Community& now, RoundId id, Time at) {
  const ExposureRound& round = assessment(now).rounds[id];
  std::vector<Act> acts;
  if (!round.setup) return acts;
  const Voters voters = voters_at(now, elections(now).all[round.election], at);
  auto roll = without_waiting(now, id, voters.roll);
  if (roll.size() < charter(now).exposure.least_answers) return acts;
  std::vector<std::string> keys;
  keys.reserve(roll.size());
  for (std::size_t i = 0; i < voters.roll.size(); ++i)
    if (std::ranges::find(roll, voters.roll[i]) != roll.end()) keys.push_back(voters.keys[i]);
  acts.emplace_back(ElectionOpened{round.election, {}, std::move(roll), std::move(keys), *round.setup});
  return acts;
}

/// At its close. Of few ballots the totals would tell who answered what: they stay closed for ever.
std::vector<Act> closing(const Community& now, RoundId id) {
  const ElectionId election = assessment(now).rounds[id].election;
  const Election& ballot = elections(now).all[election];
  std::vector<Act> acts;
  if (ballot.stage == ElectionStage::voting) acts.emplace_back(ElectionClosed{election});
  auto out = left_out(now, id);
  if (ballot.voters() - out.size() < least_ballots(charter(now), ballot))
    acts.emplace_back(ElectionDecided{election, {}, {}, ElectionOutcome::too_few, {}, {}});
  else if (!out.empty())
    acts.emplace_back(RoundLevelled{id, std::move(out)});
  return acts;
}

/// How long after the result somebody may want to verify it, or to vote on what follows from it.
constexpr auto ballots_are_kept = days{2 * 365};
/// Within what an entry of the record holds.
constexpr std::size_t most_erased_at_once = 1'000;

/// What may be known of the answers one day lies in the ballots: they go, and what was made of them stays.
std::vector<Act> erasing(const Community& now, RoundId id) {
  const auto& erased = record(now).erased;
  std::vector<Act> acts;
  ContentErased some;
  bool are_all = true;
  for (const CastBallotRow& row : elections(now).all[assessment(now).rounds[id].election].ballots) {
    if (std::ranges::find(erased, row.ballot) != erased.end()) continue;
    if (some.contents.size() == most_erased_at_once) are_all = false;
    if (are_all) some.contents.push_back(row.ballot);
  }
  if (!some.contents.empty()) acts.emplace_back(std::move(some));
  if (are_all) acts.emplace_back(BallotsErased{id});
  return acts;
}

bool needs(const Assessment& all, const Elections& ballots, const ContentHash& content) {
  for (const QuestionSetRow& set : all.sets)
    if (set.adopted_at && set.questions == content) return true;
  return std::ranges::any_of(all.rounds, [&](const ExposureRound& round) {
    return ballots.all[round.election].stage != ElectionStage::decided &&
           (round.paper == content || round.setup == content);
  });
}

}  // namespace

std::vector<Act> ExposureChapter::due(const Community& now, Time at) {
  for (const RoundId id : assessment(now).rounds.ids()) {
    const ExposureRound& round = assessment(now).rounds[id];
    const Election& ballot = elections(now).all[round.election];
    if (ballot.decided_at && !round.ballots_erased_at && *ballot.decided_at + ballots_are_kept <= at)
      return erasing(now, id);
    const bool is_before_its_end = ballot.stage == ElectionStage::preparation || ballot.stage == ElectionStage::voting;
    if (is_before_its_end && ballot.round.value().closes <= at) return closing(now, id);
    if (ballot.stage == ElectionStage::preparation && ballot.round.value().opens <= at)
      if (auto acts = opening(now, id, at); !acts.empty()) return acts;
  }
  return {};
}

std::vector<Task> ExposureChapter::tasks(const Community& now, PersonId person, Time at) {
  return tasks_from_duties<ExposureChapter>(now, person, at);
}

std::optional<Refusal> ExposureChapter::guard(const Community& now, const EraseContent& asked, const Asking&) {
  if (std::ranges::any_of(asked.contents,
                          [&](const ContentHash& content) { return needs(assessment(now), elections(now), content); }))
    return refuse(clause::the_record, sentence::round_needs_content);
  return std::nullopt;
}

}  // namespace ccop::community
