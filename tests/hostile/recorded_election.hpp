// An election in a record that a host without a conscience keeps.
#pragma once

#include "hostile/recorded_ballot.hpp"

namespace ccop::hostile::recorded {

/// Three Members have voted in an election of that host, one of them twice, and voting is closed.
class ARecordedElection : public ARecordedBallot {
 protected:
  ARecordedElection() : ARecordedBallot({"DOCK", "BUOY"}) {
    for (const auto& [name, organization] : std::vector<std::pair<std::string, std::string>>{
             {"Ada", "PIER"}, {"Ben", "QUAY"}, {"Cleo", "TUGS"}, {"Dan", "DOCK"}, {"Eve", "BUOY"}})
      host.lets_in(name, organization);
    prepare();
    vote(1, 1);
    vote(3, 2);
    vote(4, 2);
    vote(1, 2);
    host.time += minutes{10};
    host.ask(secretary(), CloseElection{id});
  }

  [[nodiscard]] std::string ballot_of(std::size_t voter, std::size_t choice) const {
    ballot::Choices choices{{false, false, false}};
    choices[0][choice] = true;
    return ballot_with(voter, choices);
  }
  /// The same, with a proof that does not hold.
  [[nodiscard]] std::string unsound_ballot_of(std::size_t voter) const {
    std::string text = ballot_of(voter, 1);
    char& digit = text.at(text.find("\"response\":\"") + std::string_view{"\"response\":\""}.size());
    digit = digit == '1' ? '2' : '1';
    return text;
  }
  /// `choice`: 0 is blank, then the candidates.
  void vote(std::size_t voter, std::size_t choice) { cast(voter, ballot_of(voter, choice)); }

 private:
  void prepare() {
    host.ask(secretary(), PlanMeeting{MeetingKind::symposium, host.bring(R"({"title":"Symposium"})"),
                                      host.time + hours{1}, host.time + hours{9}, "Europe/Rome", 100, 60});
    host.ask(secretary(), AddSession{{0},
                                     SessionKind::executive,
                                     host.bring("Council"),
                                     meetings(host.now).all[{0}].starts,
                                     meetings(host.now).all[{0}].ends});
    host.ask(secretary(), PublishMeeting{{0}});
    host.ask(secretary(), CallCandidacies{{0}, 0});
    for (const std::size_t candidate : {1u, 2u})
      host.ask(member(candidate), StandForElection{id, host.bring("statement " + std::to_string(candidate))});
    host.ask(secretary(), CloseCandidacies{id});
    host.ask(secretary(), NameElectionOfficers{id});
    make_keys();
    register_keys(5, year_of(host.time));
    begin();
    host.ask(secretary(),
             OpenElection{id, candidates_at(host.now, election(), host.time), {}, host.bring(record().setup_json())});
  }
  void begin() {
    host.time += hours{1};
    host.ask(secretary(), OpenSession{{0}});
    for (std::size_t i = 1; i <= 5; ++i) {
      host.ask(member(i), AcceptDiscretion{{0}});
      host.ask(member(i), EnterSession{{0}});
    }
  }
};

}  // namespace ccop::hostile::recorded
