#include "community/elections/chapter.hpp"

#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// Who votes for a seat registered no voting key for this election, while it still could.
bool lacks_key(const Community& now, const Election& election, std::optional<OrganizationId> organization, Time at) {
  if (!organization || (election.stage != ElectionStage::candidacies && election.stage != ElectionStage::preparation))
    return false;
  const std::uint32_t year = voting_year(now, election);
  return year <= year_of(at) + 1 && keyboxes(now).key_of(*organization, year) == nullptr;
}

struct Awaited {
  std::string_view kind;
  std::optional<Time> by{};
};

/// What awaits whoever asks in this election, in the order in which it goes, and until when: what the ballot needs,
/// until it opens; what it consists of, while its session goes on.
std::vector<Awaited> awaited(const Community& now, ElectionId id, const Asking& asking) {
  const Election& election = elections(now).all[id];
  const Candidacy* candidacy = election.candidacy(asking.person);
  const auto organization = casting_organization(now, election, asking.person, asking.at);
  const bool is_nominated = election.stage == ElectionStage::candidacies && candidacy != nullptr &&
                            candidacy->state == CandidacyState::nominated;
  const auto stands_open = [&](const auto& about) { return !bars(now, about, asking); };
  const Time begins = voting_begins(now, election);
  std::vector<Awaited> found;
  if (is_nominated) found.push_back({"nominated", begins});
  if (stands_open(PostKeyMessage::About{id})) found.push_back({"make-key", begins});
  if (lacks_key(now, election, organization, asking.at)) found.push_back({"register-voting-key", begins});
  // Of a round that is a duty, with its own time (exposure/duties.cpp).
  const bool is_asked_here = organization && !election.round && !election.has_voted(*organization);
  if (is_asked_here && stands_open(CastBallot::About{id}))
    found.push_back({"cast-ballot", meetings(now).sessions[election.session.value()].ends});
  const bool needs_more = election.decrypted.size() < charter(now).elections.trustees_needed;
  if (needs_more && stands_open(PostDecryption::About{id})) found.push_back({"decrypt-totals"});
  if (stands_open(CommitLot::About{id}) || stands_open(RevealLot::About{id})) found.push_back({"draw-lot"});
  if (stands_open(SubmitElected::About{id})) found.push_back({"submit-elected"});
  return found;
}

std::optional<Refusal> objection_to_the_end_of(const Community& now, SessionId session) {
  if (elections(now).has_open_ballot(session)) return refuse(clause::voting, sentence::a_ballot_is_open);
  if (elections(now).has_undeclared_count(session))
    return refuse(clause::election_session, sentence::a_count_is_undeclared);
  return std::nullopt;
}

}  // namespace

std::vector<Act> ElectionsChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> ElectionsChapter::tasks(const Community& now, PersonId person, Time at) {
  const Asking asking = asked_by(person, at);
  std::vector<Task> found;
  for (const ElectionId id : elections(now).all.ids())
    for (const Awaited& one : awaited(now, id, asking))
      found.push_back({.kind = one.kind, .by = one.by, .election = id});
  return found;
}

std::optional<Refusal> ElectionsChapter::guard(const Community& now, const ChangeSession::About& about, const Asking&) {
  const bool is_called = std::ranges::any_of(elections(now).all, [&](const Election& election) {
    return election.session == about.session && election.stage != ElectionStage::decided;
  });
  if (is_called) return refuse(clause::election_session, sentence::election_goes_by_its_session);
  return std::nullopt;
}

std::optional<Refusal> ElectionsChapter::guard(const Community& now, const BeginClosing& asked, const Asking&) {
  return objection_to_the_end_of(now, asked.session);
}

std::optional<Refusal> ElectionsChapter::guard(const Community& now, const CloseSession::About& about, const Asking&) {
  return objection_to_the_end_of(now, about.session);
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

void ElectionsChapter::note(Community& now, const KeyMessagePosted& act, const Noting& noting) {
  of<Elections>(now).all[act.election].recorded.push_back({act.message, noting.entry});
}

void ElectionsChapter::note(Community& now, const BallotCast& act, const Noting& noting) {
  auto& all = of<Elections>(now).all[act.election].last_cast;
  const auto known = std::ranges::find(all, act.organization, &SeatCasting::organization);
  const Time asked_at = noting.asking.asked_at.value();
  if (known == all.end())
    all.push_back({act.organization, asked_at});
  else
    known->asked_at = asked_at;
}

}  // namespace ccop::community
