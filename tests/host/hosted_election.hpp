// An election with real keys and ballots, up to where a test goes on.
#pragma once

#include "host/hosted_ballot.hpp"

namespace ccop::host::testing {

class AHostedElection : public AHostedBallot {
 protected:
  AHostedElection() {
    for (std::uint32_t i = 0; people.size() < 7; ++i) {
      const PersonId person = story.representative(membership(story.now).organizations[{i}].key);
      people.push_back(person);
      texts[community::people(story.now).all[person].profile] = R"({"name":"Person )" + std::to_string(i) + "\"}";
    }
    // The other Members are nobody's business here: an amendment of the test's own.
    for (std::uint32_t i = 7; i < membership(story.now).organizations.size(); ++i)
      of<Membership>(story.now).organizations[{i}].status = Status::observer;
    story.ask(
        story.secretary(),
        PlanMeeting{MeetingKind::symposium, {}, story.time + days{60}, story.time + days{62}, "Europe/Rome", 100, 60});
    session = story.session({0}, SessionKind::executive);
    must(story.secretary(), PublishMeeting{{0}});
    must(story.secretary(), CallCandidacies{session, 0});
    must(people[0], StandForElection{id, bring("I stand.")});
    must(people[1], StandForElection{id, bring("So do I.")});
    must(story.secretary(), CloseCandidacies{id});
    must(story.secretary(), NameElectionOfficers{id});
  }

  std::vector<PersonId> candidates() const { return candidates_at(story.now, election(), story.time); }
  std::uint32_t year() const override { return year_of(meetings(story.now).sessions[session].starts); }
  std::vector<OrganizationId> members() const {
    std::vector<OrganizationId> all;
    for (std::uint32_t i = 0; i < 7; ++i) all.push_back({i});
    return all;
  }
  void begin_session() {
    story.pass(days{60});
    must(story.secretary(), OpenSession{session});
    for (const PersonId person : people) {
      must(person, AcceptDiscretion{{0}});
      must(person, EnterSession{session});
    }
  }
  void open() {
    make_keys();
    register_keys();
    begin_session();
    must(story.secretary(), OpenElection{id, candidates(), {}, bring(record().setup_json())});
  }
  /// `choice`: 0 is blank, then the candidates.
  std::string ballot_of(std::size_t voter, std::size_t choice) const {
    ballot::Choices choices{{false, false, false}};
    choices[0][choice] = true;
    return ballot_with(voter, choices);
  }
  std::string vote(std::size_t voter, std::size_t choice) {
    return ask(people[voter], casting(ballot_of(voter, choice)));
  }
  /// As soon as the charter allows it.
  void close() {
    story.pass(minutes{10});
    must(story.secretary(), CloseElection{id});
  }

  SessionId session;
};

}  // namespace ccop::host::testing
