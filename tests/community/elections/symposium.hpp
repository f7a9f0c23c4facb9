// The stage of all stories of elections: a symposium, its executive session, and the Members in it.
#pragma once

#include "community/elections/commands.hpp"
#include "community/elections/state.hpp"
#include "community/keyboxes/keys.hpp"
#include "community/meetings/commands.hpp"
#include "community/membership/state.hpp"
#include "community/scenario.hpp"

namespace ccop::community::testing {

/// A symposium with a live executive session, in which ten of ten Members sit.
class AnElectionOfCoChairs : public ::testing::Test {
 protected:
  AnElectionOfCoChairs() : AnElectionOfCoChairs(charter_text("charter/ccop.toml")) {}
  explicit AnElectionOfCoChairs(const std::string& charter) : story(Scenario::CharterText{charter}) {
    for (std::uint32_t i = 0; i < 40; ++i) {
      const auto& organization = membership(story.now).organizations[{i}];
      if (organization.status == Status::member) people.push_back(story.representative(organization.key));
    }
    story.ask(story.secretary(), PlanMeeting{MeetingKind::symposium, words("symposium"), story.time + days{60},
                                             story.time + days{62}, "Europe/Rome", 100, 60});
    session = story.session(symposium, SessionKind::executive);
  }

  void publish() { ASSERT_THAT(story.ask(story.secretary(), PublishMeeting{symposium}), allowed()); }
  void begin_session(days ahead = days{60}) {
    story.pass(ahead);
    ASSERT_THAT(story.ask(story.secretary(), OpenSession{session}), allowed());
    for (const PersonId person : people) {
      story.ask(person, AcceptDiscretion{symposium});
      story.ask(person, EnterSession{session});
    }
  }
  bool awaits(PersonId person, std::string_view kind) const {
    return std::ranges::any_of(tasks(story.now, person, story.time),
                               [&](const Task& task) { return task.kind == kind; });
  }
  /// Another meeting so long from now, with an executive session that is announced and begins.
  void convene(MeetingKind kind, days ahead) {
    symposium = meetings(story.now).all.next();
    const Time starts = story.time + ahead;
    story.ask(story.secretary(), PlanMeeting{kind, words("meeting"), starts, starts + days{2}, "Europe/Rome", 100, 60});
    session = story.session(symposium, SessionKind::executive);
    publish();
    begin_session(ahead);
  }
  /// By the Secretary, who must be in the room for it.
  void end_session() {
    story.ask(story.secretary(), AcceptDiscretion{symposium});
    story.ask(story.secretary(), EnterSession{session});
    EXPECT_THAT(story.closes(story.secretary(), session), allowed());
  }
  ElectionId call(std::uint32_t position = 0) {
    const ElectionId id = elections(story.now).all.next();
    EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, position}), allowed());
    return id;
  }
  void stand(ElectionId id, std::initializer_list<std::size_t> who) {
    for (const std::size_t i : who)
      EXPECT_THAT(story.ask(people[i], StandForElection{id, words("statement " + std::to_string(i))}), allowed());
  }
  std::vector<OrganizationId> members() const {
    std::vector<OrganizationId> out;
    for (std::uint32_t i = 0; i < membership(story.now).organizations.size(); ++i)
      if (membership(story.now).organizations[{i}].status == Status::member) out.push_back({i});
    return out;
  }
  const Election& election(ElectionId id) const { return elections(story.now).all[id]; }
  void make_keys(ElectionId id) {
    for (std::uint32_t round = 1; round <= 3; ++round)
      for (const auto& trustee : std::vector{election(id).trustees})
        EXPECT_THAT(story.ask(trustee.person, PostKeyMessage{id, round, words("key message " + std::to_string(round))}),
                    allowed());
  }
  void prepare(ElectionId id) {
    EXPECT_THAT(story.ask(story.secretary(), CloseCandidacies{id}), allowed());
    EXPECT_THAT(story.ask(story.secretary(), NameElectionOfficers{id}), allowed());
    make_keys(id);
    register_keys();
  }
  std::uint32_t year() const { return year_of(meetings(story.now).sessions[session].starts); }
  /// Of all Members that have none yet.
  void register_keys() {
    for (const PersonId person : people) {
      const auto own = membership(story.now).own_organization(person, story.time);
      if (own && keyboxes(story.now).key_of(*own, year()) == nullptr)
        EXPECT_THAT(register_key(story, person, year()), allowed());
    }
  }
  std::vector<PersonId> candidates(ElectionId id) const { return candidates_at(story.now, election(id), story.time); }
  OpenElection opening(ElectionId id) const {
    return {id, candidates(id), voters_at(story.now, election(id), story.time).without_key, words("setup")};
  }
  void open(ElectionId id) { EXPECT_THAT(story.ask(story.secretary(), opening(id)), allowed()); }
  Ruling vote(ElectionId id, std::size_t voter, const std::string& ballot = "first") {
    const std::string credential = "credential " + std::to_string(voter);
    return story.ask(people[voter], CastBallot{id, credential, credential + ballot, words(credential + ballot)});
  }
  /// As many Members vote as have not yet, until so many have.
  void vote_all(ElectionId id, std::size_t voters) {
    for (std::size_t i = 0; i < people.size() && election(id).voters() < voters; ++i) static_cast<void>(vote(id, i));
    EXPECT_EQ(election(id).voters(), voters);
  }
  void close_unopened(ElectionId id, std::size_t voters = 3) {
    vote_all(id, voters);
    story.pass(minutes{10});
    EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}), allowed());
  }
  void decrypt(ElectionId id) {
    for (const std::size_t i : {0u, 1u}) EXPECT_THAT(story.ask(election(id).trustees[i].person, posted(id)), allowed());
  }
  void close(ElectionId id, std::size_t voters = 3) {
    close_unopened(id, voters);
    decrypt(id);
  }
  static PostDecryption posted(ElectionId id) { return {id, "tally", words("factors"), words("proofs")}; }
  Ruling declare(ElectionId id, std::vector<std::uint32_t> counts) {
    return story.ask(story.secretary(), DeclareResult{id, std::move(counts), std::string(64, 'a')});
  }
  /// Called, stood for, prepared, and open to votes in the session.
  ElectionId opened(std::initializer_list<std::size_t> candidates) {
    publish();
    begin_session();
    const ElectionId id = call();
    stand(id, candidates);
    prepare(id);
    open(id);
    return id;
  }
  /// Called, stood for, prepared, voted on and counted.
  ElectionId whole(std::initializer_list<std::size_t> candidates, std::vector<std::uint32_t> counts) {
    const ElectionId id = opened(candidates);
    count(id, std::move(counts));
    return id;
  }
  /// An open ballot, closed with these votes and declared.
  void count(ElectionId id, std::vector<std::uint32_t> counts) {
    close(id, std::accumulate(counts.begin(), counts.end(), std::size_t{0}));
    EXPECT_THAT(declare(id, std::move(counts)), allowed());
  }
  /// The first of these stands, is elected in the session that is under way, and confirmed.
  ElectionId elects(std::uint32_t position, std::size_t who) {
    const ElectionId id = call(position);
    stand(id, {who});
    prepare(id);
    open(id);
    count(id, {0, 3, 0});
    EXPECT_THAT(confirm(id), allowed());
    return id;
  }
  Ruling confirm(ElectionId id) {
    EXPECT_THAT(story.ask(story.secretary(), SubmitElected{id, words("letter")}), allowed());
    return story.ask(story.secretary(), RecordConfirmation{id, words("letter")});
  }
  /// The seat of one of the people, as it is held now.
  Mandate& mandate_of(std::size_t who) {
    auto& all = of<Membership>(story.now);
    return all.mandates[all.seat_of(people[who], story.time).value()];
  }

  Scenario story;
  std::vector<PersonId> people;
  MeetingId symposium;
  SessionId session;
};

}  // namespace ccop::community::testing
