// The stage of all stories of elections: a symposium, its executive session, and the Members in it.
#pragma once

#include "community/elections/commands.hpp"
#include "community/elections/state.hpp"
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
  void begin_session() {
    story.pass(days{60});
    ASSERT_THAT(story.ask(story.secretary(), OpenSession{session}), allowed());
    for (const PersonId person : people) {
      story.ask(person, AcceptDiscretion{symposium});
      story.ask(person, EnterSession{session});
    }
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
  /// Whoever is neither trustee nor candidate.
  PersonId authority() const { return people.back(); }

  void make_keys(ElectionId id) {
    for (std::uint32_t round = 1; round <= 3; ++round)
      for (const auto& trustee : std::vector{election(id).trustees})
        EXPECT_THAT(story.ask(trustee.person, PostKeyMessage{id, round, words("key message " + std::to_string(round))}),
                    allowed());
  }
  void prepare(ElectionId id) {
    EXPECT_THAT(story.ask(story.secretary(), CloseCandidacies{id}), allowed());
    EXPECT_THAT(story.ask(story.secretary(), NameElectionOfficers{id, authority()}), allowed());
    make_keys(id);
    issue(id);
  }
  void issue(ElectionId id) {
    EXPECT_THAT(story.ask(authority(), IssueCredentials{id, members(), words("credentials")}), allowed());
  }
  std::vector<PersonId> candidates(ElectionId id) const { return candidates_at(story.now, election(id), story.time); }
  void open(ElectionId id) {
    EXPECT_THAT(story.ask(story.secretary(), OpenElection{id, candidates(id), words("setup")}), allowed());
  }
  Ruling vote(ElectionId id, std::size_t voter, const std::string& ballot = "first") {
    const std::string credential = "credential " + std::to_string(voter);
    return story.ask(people[voter], CastBallot{id, credential, credential + ballot, words(credential + ballot)});
  }
  void close(ElectionId id) {
    EXPECT_THAT(story.ask(story.secretary(), CloseElection{id}), allowed());
    for (const std::size_t i : {0u, 1u}) EXPECT_THAT(story.ask(election(id).trustees[i].person, posted(id)), allowed());
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
    close(id);
    EXPECT_THAT(declare(id, std::move(counts)), allowed());
    return id;
  }

  Scenario story;
  std::vector<PersonId> people;
  MeetingId symposium;
  SessionId session;
};

}  // namespace ccop::community::testing
