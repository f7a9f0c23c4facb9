#include "server/exposure/views.hpp"

#include "community/exposure/commands.hpp"
#include "server/membership/views.hpp"

#include <algorithm>

namespace ccop::server {

using namespace community;

namespace {

void fill_head(const Reading& here, RoundId id, RoundHeadView& view) {
  const Assessment& all = assessment(here.state);
  const ExposureRound& round = all.rounds[id];
  const Election& ballot = elections(here.state).all[round.election];
  view.id = id;
  view.election = round.election;
  view.title = Words::member(round.paper, "title");
  for (const AskedPart& asked : round.asks)
    view.asks.push_back({asked.question_set, all.sets[asked.question_set].facts.name,
                         Words::member(all.sets[asked.question_set].questions, "title"), asked.part});
  view.opens = ballot.round.value().opens;
  view.closes = ballot.round.value().closes;
  view.stage = ballot.stage;
  view.outcome = ballot.outcome;
  view.asked = ballot.roll.size();
  view.answered = ballot.voters();
  if (const auto own = casting_organization(here.state, ballot, here.person, here.now)) {
    view.own_asked = std::ranges::find(ballot.roll, *own) != ballot.roll.end();
    view.own_cast = std::ranges::find(ballot.last_cast, *own, &SeatCasting::organization) != ballot.last_cast.end();
  }
}

}  // namespace

QuestionSetView question_set_view(const Reading& here, QuestionSetId id) {
  const QuestionSetRow& set = assessment(here.state).sets[id];
  return {id, set.facts, set.motion, set.adopted_at, assessment(here.state).in_force(set.facts.name) == id};
}

RoundHeadView round_head(const Reading& here, RoundId id) {
  RoundHeadView view;
  fill_head(here, id, view);
  return view;
}

RoundView round_view(const Reading& here, RoundId id) {
  const ExposureRound& round = assessment(here.state).rounds[id];
  RoundView view;
  fill_head(here, id, view);
  view.paper = Whole{round.paper};
  view.counts = elections(here.state).all[round.election].counts;
  view.left_out = round.left_out.size();
  view.ballots_erased_at = round.ballots_erased_at;
  for (const RoundAudit& audit : round.audits)
    view.audits.push_back({key_of(here, audit.organization), person_view(here, audit.person), audit.program, audit.at});
  view.may = here.may<PrepareRound, AuditRound>(id);
  return view;
}

}  // namespace ccop::server
