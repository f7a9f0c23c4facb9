// What is owed so that a round is held: its ballot, its answers, and its result.
#include "community/exposure/chapter.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

void add_answers(const ExposureRound& round, const Election& ballot, Duties& found) {
  for (const OrganizationId seat : ballot.roll)
    if (!ballot.has_voted(seat))
      found.push_back({.what = {.kind = "answer-round",
                                .by = ballot.round.value().closes,
                                .organization = seat,
                                .election = round.election},
                       .clause = clause::collective_assessment,
                       .owner = Owner::seat,
                       .seat = seat,
                       .since = ballot.opened_at.value(),
                       .met_by = "cast-ballot"});
}

Duty owed_by_committee(std::string_view kind, const ExposureRound& round, Time since, std::string_view met_by) {
  return {.what = {.kind = kind, .by = {}, .election = round.election},
          .clause = clause::collective_assessment,
          .owner = Owner::committee,
          .since = since,
          .met_by = met_by};
}

}  // namespace

void ExposureChapter::duties(const Community& now, Time, Duties& found) {
  for (const ExposureRound& round : assessment(now).rounds) {
    const Election& ballot = elections(now).all[round.election];
    if (ballot.stage == ElectionStage::preparation && ballot.trustees.empty()) {
      found.push_back(owed_by_committee("name-trustees", round, ballot.called_at, "name-election-officers"));
      found.back().what.by = ballot.round.value().opens;
    } else if (ballot.stage == ElectionStage::preparation && !round.setup && ballot.rounds_done() == key_rounds) {
      found.push_back(owed_by_committee("prepare-round", round, ballot.called_at, wire_name<PrepareRound>()));
      found.back().what.by = ballot.round.value().opens;
    } else if (ballot.stage == ElectionStage::voting) {
      add_answers(round, ballot, found);
    } else if (ballot.stage == ElectionStage::closed &&
               ballot.decrypted.size() >= charter(now).elections.trustees_needed) {
      found.push_back(owed_by_committee("declare-round", round, ballot.closed_at.value(), "declare-result"));
    }
  }
}

}  // namespace ccop::community
