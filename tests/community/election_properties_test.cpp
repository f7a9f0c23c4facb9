// Invariants of elections that no sequence of acts may break, whoever asks for whatever in whatever order.
#include "community/scenario.hpp"

#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace ccop::community {
namespace {

using namespace testing;

constexpr std::uint32_t representatives = 8;

std::uint32_t below(std::uint32_t bound) {
  return *rc::gen::inRange<std::uint32_t>(0, bound);
}

/// Eight Members and nobody else, at a symposium whose executive session is live.
Scenario at_the_symposium() {
  Scenario story;
  std::vector<PersonId> people;
  for (std::uint32_t i = 0; i < representatives; ++i)
    people.push_back(story.representative(story.now.membership.organizations[i].key));
  for (std::uint32_t i = representatives; i < story.now.membership.organizations.size(); ++i)
    story.now.membership.organizations[i].status = Status::observer;
  story.ask(story.secretary(), SeatFoundingCoChair{1, people.back(), story.time + days{700}});
  story.ask(story.secretary(), PlanMeeting{MeetingKind::symposium, words("s"), story.time + days{60},
                                           story.time + days{62}, "Europe/Rome", 100, 60});
  const SessionId session = story.session({0}, SessionKind::executive);
  story.ask(story.secretary(), PublishMeeting{{0}});
  story.pass(days{60});
  story.ask(story.secretary(), OpenSession{session});
  for (const PersonId person : people) {
    story.ask(person, AcceptDiscretion{{0}});
    story.ask(person, EnterSession{session});
  }
  return story;
}

std::vector<OrganizationId> all_members() {
  std::vector<OrganizationId> all;
  for (std::uint32_t i = 0; i < representatives; ++i) all.push_back({i});
  return all;
}

std::vector<PersonId> candidates_of(const Scenario& s, ElectionId id) {
  const Election* election = s.now.elections.find(id);
  return election == nullptr ? std::vector<PersonId>{} : candidates_at(s.now, *election, s.time);
}

/// Takes an election some of the way: otherwise chance alone would hardly ever open one.
void begin(Scenario& story, std::uint32_t steps) {
  const ElectionId id{0};
  if (steps > 0) {
    story.ask(story.secretary(), CallCandidacies{{0}, 0});
    for (const std::uint32_t candidate : {1u, 2u, 3u}) story.ask({candidate}, StandForElection{id, words("s")});
  }
  if (steps > 1) {
    story.ask(story.secretary(), CloseCandidacies{id});
    story.ask(story.secretary(), NameElectionOfficers{id, {4}});
    for (std::uint32_t round = 1; round <= key_rounds; ++round)
      for (const auto& trustee : std::vector{story.now.elections.all[0].trustees})
        story.ask(trustee.person, PostKeyMessage{id, round, words("key")});
    story.ask({4}, IssueCredentials{id, all_members(), words("credentials")});
  }
  if (steps > 2) story.ask(story.secretary(), OpenElection{id, candidates_of(story, id), words("setup")});
}

/// A secret of a tied candidate, by its number, so that a commitment can be kept.
Bytes secret_of(PersonId person) {
  return Bytes(32, static_cast<std::uint8_t>(person.value));
}

Command random_command(const Scenario& s, PersonId who) {
  const auto count = static_cast<std::uint32_t>(s.now.elections.all.size());
  const ElectionId id{count == 0 ? 0 : below(count)};
  const Election* election = s.now.elections.find(id);
  const std::uint32_t round = election == nullptr ? 1 : static_cast<std::uint32_t>(election->rounds_done()) + 1;
  const std::size_t answers = election == nullptr ? 2 : ballot_answers(s.now, *election);
  const std::string credential = "credential " + std::to_string(below(4) == 0 ? below(9) : who.value);
  switch (below(26)) {
    case 0:
      return CallCandidacies{{0}, below(3)};
    case 1:
      return NominateCandidate{id, {below(representatives + 2)}};
    case 2:
    case 3:
    case 4:
      return StandForElection{id, words("statement")};
    case 5:
      return StandDown{id};
    case 6:
    case 7:
      return CloseCandidacies{id};
    case 8:
      return NameElectionOfficers{id, {below(representatives + 1)}};
    case 9:
      return ReplaceTrustee{id, below(5)};
    case 10:
    case 11:
    case 12:
      return PostKeyMessage{id, round, words("key")};
    case 13:
    case 14:
      return IssueCredentials{id, all_members(), words("credentials")};
    case 15:
      return OpenElection{id, candidates_of(s, id), words("setup")};
    case 16:
    case 17:
      return CastBallot{id, credential, "tracker " + std::to_string(below(100000)), words("ballot")};
    case 18:
      return CloseElection{id};
    case 19:
      return PostDecryption{id, words("factors")};
    case 20: {
      std::vector<std::uint32_t> counts(answers + 1);
      for (auto& n : counts) n = below(3);
      return DeclareResult{id, counts, std::string(64, 'a')};
    }
    case 21:
      return CallRunOff{id};
    case 22: {
      const Hash hash = sha256(secret_of(who));
      return CommitLot{id, Bytes{hash.begin(), hash.end()}};
    }
    case 23:
      return RevealLot{id, secret_of(who)};
    case 24:
      return SubmitElected{id, words("letter")};
    default:
      return below(2) == 0 ? Command{RecordConfirmation{id, words("letter")}} : Command{EndMandate{{below(20)}}};
  }
}

void check(const Community& now, Time at) {
  for (const Election& e : now.elections.all) {
    std::map<OrganizationId, std::string> credential_of;
    std::map<std::string, OrganizationId> owner_of;
    for (const CastBallotRow& row : e.ballots) {
      RC_ASSERT(std::ranges::find(e.roll, row.organization) != e.roll.end());
      RC_ASSERT(credential_of.emplace(row.organization, row.credential).first->second == row.credential);
      RC_ASSERT(owner_of.emplace(row.credential, row.organization).first->second == row.organization);
      RC_ASSERT(row.at >= e.opened_at.value());
      if (e.closed_at) RC_ASSERT(row.at <= *e.closed_at);
    }
    std::set<PersonId> trustees;
    for (const ElectionTrustee& trustee : e.trustees) {
      RC_ASSERT(trustees.insert(trustee.person).second);
      RC_ASSERT(!e.stands(trustee.person));
      RC_ASSERT(trustee.messages.size() <= key_rounds);
    }
    if (e.authority) {
      RC_ASSERT(!trustees.contains(*e.authority));
      RC_ASSERT(!e.stands(*e.authority));
    }
    for (const PersonId person : e.candidates) RC_ASSERT(e.candidacy(person)->state == CandidacyState::accepted);
    if (e.opened_at) {
      RC_ASSERT(e.rounds_done() == key_rounds);
      RC_ASSERT(e.setup.has_value());
      RC_ASSERT(e.credentials.has_value());
      RC_ASSERT(!e.candidates.empty());
    }
    if (!e.counts.empty()) RC_ASSERT(e.decrypted.size() >= now.charter().elections.trustees_needed);
    if (e.winner) RC_ASSERT(std::ranges::find(e.candidates, *e.winner) != e.candidates.end());
    if (e.outcome == ElectionOutcome::elected) RC_ASSERT(e.winner.has_value());
    if (e.confirmation != Confirmation::none) RC_ASSERT(e.outcome == ElectionOutcome::elected);
  }
  for (std::uint32_t position = 0; position < 2; ++position)
    RC_ASSERT(std::ranges::count_if(now.bodies.co_chairs, [&](const CoChairTerm& term) {
                return term.position == position && term.serves(at);
              }) <= 1);
}

RC_GTEST_PROP(AnyElection, KeepsTheInvariants, ()) {
  Scenario story = at_the_symposium();
  const std::uint32_t steps = below(4);
  begin(story, steps);
  if (steps == 3) RC_ASSERT(story.now.elections.all.at(0).stage == ElectionStage::voting);
  for (int step = 0; step < 250; ++step) {
    const PersonId who = below(3) == 0 ? story.secretary() : PersonId{1 + below(representatives)};
    const Community before = story.now;
    const auto ruling = story.ask(who, random_command(story, who));
    if (!std::holds_alternative<std::vector<Act>>(ruling)) RC_ASSERT(to_snapshot(before) == to_snapshot(story.now));
    check(story.now, story.time);
  }
  RC_ASSERT(to_snapshot(from_snapshot(to_snapshot(story.now))) == to_snapshot(story.now));
}

}  // namespace
}  // namespace ccop::community
