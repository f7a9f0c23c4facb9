// Where random histories begin: communities in which much has happened that chance alone would hardly ever bring about.
#pragma once

#include "community/exposure/a_round.hpp"
#include "community/generators/all.hpp"
#include "community/keyboxes/keys.hpp"

namespace ccop::community::testing {

/// A small community with some life in it, so that random commands often mean something.
[[nodiscard]] inline Scenario harbour(Method method) {
  Scenario story{"tests/charters/harbour.toml"};
  const auto people = story.members(3);
  story.ask(story.secretary(), ProposeObserver{"SEAL", "Seal Watch", words("why")});
  story.pass(days{3});
  for (const PersonId member : {story.secretary(), people[0]}) story.ask(member, DecideOnObserver{{0}, true});
  for (const char* observer : {"GULL", "SEAL"}) story.representative(observer);
  story.person();
  story.person();
  const SessionId session = story.executive_session({people[0], people[1]});
  const MotionId motion = story.motion(people[1], session, method);
  story.ask(people[0], OpenMotion{motion, {}, {}, {}});
  if (method == Method::consensus) story.ask(people[1], ObjectToMotion{motion, words("no")});
  return story;
}

/// Eight Members and nobody else, at a symposium whose executive session is live.
[[nodiscard]] inline Scenario symposium() {
  constexpr std::uint32_t representatives = 8;
  Scenario story;
  std::vector<PersonId> people;
  for (std::uint32_t i = 0; i < representatives; ++i)
    people.push_back(story.representative(membership(story.now).organizations[{i}].key));
  for (std::uint32_t i = representatives; i < membership(story.now).organizations.size(); ++i)
    of<Membership>(story.now).organizations[{i}].status = Status::observer;
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

inline void make_keys(Scenario& story, ElectionId id) {
  for (std::uint32_t round = 1; round <= key_rounds; ++round)
    for (const auto& trustee : std::vector{elections(story.now).all[id].trustees})
      story.ask(trustee.person, PostKeyMessage{id, round, words("key")});
}
inline void register_keys(Scenario& story) {
  const std::uint32_t year = year_of(meetings(story.now).sessions[{0}].starts);
  for (const PersonId person : people(story.now).all.ids())
    if (membership(story.now).seat_of(person, story.time)) register_key(story, person, year);
}
inline void open(Scenario& story, ElectionId id) {
  const Election& election = elections(story.now).all[id];
  story.ask(story.secretary(), OpenElection{id, candidates_at(story.now, election, story.time),
                                            voters_at(story.now, election, story.time).without_key, words("setup")});
}
/// Of the first so many seats.
inline void vote(Scenario& story, ElectionId id, std::uint32_t voters) {
  for (std::uint32_t i = 1; i <= voters; ++i) {
    const std::string whose = "credential " + std::to_string(i);
    story.ask({i}, CastBallot{id, whose, whose, words(whose)});
  }
}
inline void close(Scenario& story, ElectionId id) {
  story.pass(minutes{10});
  story.ask(story.secretary(), CloseElection{id});
  for (const std::size_t i : {0u, 1u})
    story.ask(elections(story.now).all[id].trustees[i].person,
              PostDecryption{id, "tally", words("factors"), words("proofs")});
}
inline void declare(Scenario& story, ElectionId id, std::vector<std::uint32_t> counts) {
  story.ask(story.secretary(), DeclareResult{id, std::move(counts), std::string(64, 'a')});
}

/// How far an election has come.
enum class Stage { not_called, called, with_officers, with_keys, opened, counted, elected, tied, tied_again };

/// Takes an election as far as that: otherwise chance alone would hardly ever open one.
inline void take_to(Stage stage, Scenario& story) {
  const ElectionId first{0};
  const ElectionId run_off{1};
  if (stage == Stage::not_called) return;
  story.ask(story.secretary(), CallCandidacies{{0}, 0});
  for (const std::uint32_t candidate : {1u, 2u, 3u}) story.ask({candidate}, StandForElection{first, words("s")});
  if (stage == Stage::called) return;
  story.ask(story.secretary(), CloseCandidacies{first});
  story.ask(story.secretary(), NameElectionOfficers{first});
  if (stage == Stage::with_officers) return;
  make_keys(story, first);
  register_keys(story);
  if (stage == Stage::with_keys) return;
  open(story, first);
  if (stage == Stage::opened) return;
  vote(story, first, stage == Stage::elected ? 7 : 6);
  close(story, first);
  if (stage == Stage::counted) return;
  declare(story, first, stage == Stage::elected ? std::vector{0u, 4u, 2u, 1u} : std::vector{0u, 2u, 2u, 2u});
  if (stage != Stage::tied_again) return;
  story.ask(story.secretary(), CallRunOff{first, {0}});
  open(story, run_off);
  vote(story, run_off, 6);
  close(story, run_off);
  declare(story, run_off, {0, 2, 2, 2});
}

/// The session adopts the motion that was proposed last.
inline void adopt_last(Scenario& story, const std::vector<PersonId>& people) {
  const MotionId motion{static_cast<std::uint32_t>(decisions(story.now).motions.size()) - 1};
  story.ask(people[0], OpenMotion{motion, {}, {}, {}});
  for (const PersonId person : people) story.ask(person, CastVote{motion, 0});
  story.ask(people[0], CloseMotion{motion});
}

/// How far the group of a work-plan has come.
enum class Work { proposed, founded, active, unable, without_lead };

/// A priority in effect, a group that pursues it, and a decision that could extend either.
[[nodiscard]] inline Scenario work_plan(Work stage) {
  Scenario story{"tests/charters/harbour.toml"};
  const auto people = story.members(3);
  const PersonId gull = story.representative("GULL");
  const SessionId session = story.executive_session(people);
  const Time ends = story.time + days{150};
  story.ask(people[0], ProposePriority{words("priority"), {}, ends});
  story.ask(people[0], ReviewPriority{{0}, session, Method::vote, false});
  adopt_last(story, people);
  const GroupFrame frame{GroupMarking::amber, 10, 4, story.time + days{5}, story.time + days{9}, ends};
  story.ask(people[1], ProposeGroup{{0}, words("terms"), frame});
  story.ask(people[1], VolunteerAsLead{{0}});
  story.ask(people[2], JoinGroup{{0}});
  if (stage == Work::proposed) return story;
  const OrganizationId lead = *membership(story.now).seat_organization(people[1], story.time);
  story.ask(people[0], FoundGroup{{0}, lead, people[0], next_mid_year({story, people[0]})});
  story.motion(people[1], session, Method::vote);
  adopt_last(story, people);
  if (stage == Work::active) {
    story.ask(people[1], HoldKickoff{{0}, story.time});
    story.ask(people[1], CallGroupMeeting{{0}, words("meeting"), story.time + days{1}, story.time + days{2}, "UTC"});
    story.ask(people[1], AddGroupDocument{{0}, words("document")});
  }
  if (stage == Work::unable)
    story.ask(people[1], DeclareInability{{0}, chance(50) ? WayOn::narrower : WayOn::end, words("why")});
  // What somebody held who is no longer there is to be given away.
  const OrganizationId observer = *membership(story.now).seat_organization(gull, story.time);
  story.ask(story.secretary(), AddItems{{words("item")}, {{ItemKind::action, observer, {}, {}, {}}}});
  if (stage == Work::without_lead) story.ask(gull, LeaveAsObserver{});
  if (stage == Work::without_lead) {
    story.ask(people[1], StepBackAsLead{{0}, words("why")});
    story.ask(people[2], VolunteerAsLead{{0}});
  }
  return story;
}

}  // namespace ccop::community::testing
