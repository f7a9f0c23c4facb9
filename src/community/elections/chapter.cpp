#include "community/elections/chapter.hpp"

#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// What awaits whoever asks in this election, in the order in which it goes.
std::vector<std::string_view> awaited(const Community& now, ElectionId id, const Asking& asking) {
  const Election& election = elections(now).all[id];
  const Candidacy* candidacy = election.candidacy(asking.person);
  const auto organization = voting_organization(now, asking.person, asking.at);
  const bool is_nominated = election.stage == ElectionStage::candidacies && candidacy != nullptr &&
                            candidacy->state == CandidacyState::nominated;
  const auto stands_open = [&](const auto& about) { return !bars(now, about, asking); };
  std::vector<std::string_view> found;
  if (is_nominated) found.push_back("nominated");
  if (stands_open(PostKeyMessage::About{id})) found.push_back("make-key");
  if (!election.credentials && stands_open(IssueCredentials::About{id})) found.push_back("issue-credentials");
  if (organization && !election.has_voted(*organization) && stands_open(CastBallot::About{id}))
    found.push_back("cast-ballot");
  const bool needs_more = election.decrypted.size() < charter(now).elections.trustees_needed;
  if (needs_more && stands_open(PostDecryption::About{id})) found.push_back("decrypt-totals");
  if (stands_open(CommitLot::About{id}) || stands_open(RevealLot::About{id})) found.push_back("draw-lot");
  if (stands_open(SubmitElected::About{id})) found.push_back("submit-elected");
  return found;
}

}  // namespace

std::vector<Act> ElectionsChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> ElectionsChapter::tasks(const Community& now, PersonId person, Time at) {
  const Asking asking = asked_by(person, at);
  std::vector<Task> found;
  for (const ElectionId id : elections(now).all.ids())
    for (const std::string_view kind : awaited(now, id, asking))
      found.push_back({.kind = kind, .by = {}, .election = id});
  return found;
}

std::optional<Refusal> ElectionsChapter::guard(const Community& now, const BeginClosing& asked, const Asking&) {
  if (!elections(now).has_open_ballot(asked.session)) return std::nullopt;
  return refuse(clause::voting, sentence::a_ballot_is_open);
}

std::optional<Refusal> ElectionsChapter::guard(const Community& now, const CloseSession::About& about, const Asking&) {
  if (!elections(now).has_open_ballot(about.session)) return std::nullopt;
  return refuse(clause::voting, sentence::a_ballot_is_open);
}

std::optional<Refusal> ElectionsChapter::guard(const Community& now, const EraseContent& asked, const Asking&) {
  for (const Election& election : elections(now).all) {
    if (election.stage == ElectionStage::decided) continue;
    const auto needed = election.contents();
    const auto is_needed = [&](const ContentHash& content) {
      return std::ranges::find(needed, content) != needed.end();
    };
    if (std::ranges::any_of(asked.contents, is_needed))
      return refuse(clause::the_record, sentence::election_needs_content);
  }
  return std::nullopt;
}

void ElectionsChapter::also(Community& now, const SecretBallotCalled& act, Time) {
  of<Decisions>(now).motions[act.motion].state = MotionState::balloted;
}

}  // namespace ccop::community
