// Two rounds in a record that a host without a conscience keeps: the same questions, asked again a year later.
#pragma once

#include "community/decisions/commands.hpp"
#include "exposure/question_set.hpp"
#include "host/exposure_checks.hpp"
#include "hostile/recorded_ballot.hpp"

namespace ccop::hostile::recorded {

/// Seventeen Members answered two questions of a state, and their totals were opened.
class ARecordedRound : public ARecordedBallot {
 protected:
  static constexpr std::size_t seats = 17;

  explicit ARecordedRound(std::uint32_t closest = fewest_apart, std::uint32_t version = current_rules)
      : ARecordedBallot(berths(), "\n[exposure]\nleast_answers = 10\nclosest = " + std::to_string(closest) + "\n",
                        version) {
    host.lets_in("Ada", "PIER");
    host.lets_in("Ben", "QUAY");
    host.lets_in("Cleo", "TUGS");
    for (const std::string& berth : berths()) host.lets_in("Of " + berth, berth);
    adopt();
    open();
    for (std::size_t voter = 1; voter <= seats; ++voter) answer(voter, voter % 3);
    close();
    is_opened();
  }

  /// A year later, up to its close; this many of the first don't answer.
  void is_asked_again(std::size_t silent) {
    host.waits_until(host.time + days{300});
    open();
    for (std::size_t voter = 1 + silent; voter <= seats; ++voter) answer(voter, voter % 2);
    close();
  }
  void open() {
    const RoundId round = assessment(host.now).rounds.next();
    id = elections(host.now).all.next();
    host.ask(secretary(), CallRound{{{QuestionSetId{0}, {}}},
                                    host.bring(R"({"title":"Spring","techniques":[],"joint":[]})"),
                                    5,
                                    host.time + days{1},
                                    host.time + days{9}});
    host.ask(secretary(), NameElectionOfficers{id});
    seeds.clear();
    make_keys();
    register_keys(seats, year_of(election().round->opens));
    host.ask(secretary(), PrepareRound{round, host.bring(record().setup_json())});
    host.waits_until(election().round->opens);
  }
  /// This level of both questions, of which the first has two and the second three; none of the first for the highest.
  void answer(std::size_t voter, std::size_t level) {
    ballot::Choices choices{{false, false}, {false, false, false}};
    if (level < choices[0].size()) choices[0][level] = true;
    choices[1][level] = true;
    cast(voter, ballot_with(voter, choices));
  }
  void close() { host.waits_until(election().round->closes); }
  /// By two of the trustees, and declared.
  void is_opened() {
    decrypts(1);
    decrypts(2);
    std::vector<std::uint32_t> counts;
    const host::ElectionCount count = record().count();
    for (const auto& question : count.result.value().result)
      for (const std::uint64_t each : question) counts.push_back(static_cast<std::uint32_t>(each));
    declare(counts, record().archive());
  }

 private:
  static std::vector<std::string> berths() {
    std::vector<std::string> keys;
    for (std::size_t i = 4; i <= seats; ++i) keys.push_back("BERTH" + std::to_string(i));
    return keys;
  }
  /// By silence procedure; the Secretary tells everybody.
  void adopt() {
    const std::string questions =
        R"({"id":"lights","version":1,"rhythm":"yearly","language":"en","title":"Lights","rights":"Free.",)"
        R"("credit":"The harbour.","groups":[{"id":"L","name":"Lights"}],"questions":[)"
        R"({"id":"L-1","group":"L","text":"Is the pier lit?","choose":{"min":0,"max":1},"levels":[)"
        R"({"name":"No","evidence":"It is dark."},{"name":"Yes","evidence":"It can be seen."}]},)"
        R"({"id":"L-2","group":"L","text":"Who looks after the lamps?","choose":{"min":0,"max":1},"levels":[)"
        R"({"name":"Nobody","evidence":"They went out."},{"name":"Somebody","evidence":"Whoever comes by."},)"
        R"({"name":"A keeper","evidence":"There is a list of turns."}]}]})";
    const auto facts = host::facts_of(std::get<exposure::QuestionSet>(exposure::read_question_set(questions)));
    const std::string text = R"({"title":"Ask this","text":"SHA-256 )" + facts.fingerprint + "\"}";
    host.ask(secretary(), ProposeQuestionSet{{}, host.bring(text), host.bring(questions), facts});
    host.ask(secretary(), OpenMotion{{0}, host.time + days{14}, "Pacific/Auckland", 60});
    for (const AskedSeat& seat : std::vector{decisions(host.now).motions[{0}].asked})
      host.ask(secretary(), AttestDelivery{{0}, seat.organization, host.bring("by telephone")});
    host.waits_until(host.time + days{15});
  }
};

}  // namespace ccop::hostile::recorded
