// Rounds: when which questions may be asked, and what their trustees are (clause 2.2).
#include "community/elections/acts.hpp"
#include "community/exposure/chapter.hpp"
#include "community/exposure/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/keyboxes/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// How long a round is open at most, and how long before it may be called.
constexpr auto longest_round = days{60};
constexpr auto longest_ahead = days{366};
/// One archive is one ballot for each seat: what it takes to answer and to verify has its bounds.
constexpr std::size_t most_sets = 6;

/// What is due between two askings of the same question.
days between(const Charter& charter, Recurrence rhythm) {
  return days{rhythm == Recurrence::yearly ? charter.exposure.yearly_days : charter.exposure.quarterly_days};
}

/// Whether totals of it are known, or may still be.
bool stands(const Community& now, const ExposureRound& round) {
  const Election& election = elections(now).all[round.election];
  return election.stage != ElectionStage::decided || election.outcome == ElectionOutcome::counted;
}

/// Two totals of the same questions, of which little changed in between, tell what a seat answered that came or went.
std::optional<Refusal> objection_to_asking_again(const Community& now, const AskedPart& asked, Time opens) {
  const Assessment& all = assessment(now);
  const QuestionSetFacts& facts = all.sets[asked.question_set].facts;
  for (const ExposureRound& round : all.rounds) {
    if (!stands(now, round)) continue;
    const bool is_asked =
        std::ranges::any_of(round.asks, [&](const AskedPart& before) { return all.overlap(asked, before); });
    const Time again = elections(now).all[round.election].round.value().opens + between(charter(now), facts.rhythm);
    if (is_asked && opens < again)
      return refuse(clause::collective_assessment, sentence::asked_too_soon, facts.name, again);
  }
  return std::nullopt;
}

std::optional<Refusal> objection_to_questions(const Community& now, const CallRound& asked) {
  const Assessment& all = assessment(now);
  if (asked.asks.empty() || asked.asks.size() > most_sets)
    return refuse(clause::collective_assessment, sentence::questions_are_needed);
  for (auto one = asked.asks.begin(); one != asked.asks.end(); ++one) {
    const QuestionSetRow* set = all.sets.find(one->question_set);
    if (set == nullptr) return refuse(clause::the_record, sentence::no_such_question_set);
    if (all.in_force(set->facts.name) != one->question_set)
      return refuse(clause::collective_assessment, sentence::question_set_is_not_in_force, set->facts.name);
    const bool is_twice = std::ranges::any_of(one + 1, asked.asks.end(), [&](const AskedPart& other) {
      return all.sets.find(other.question_set) != nullptr && all.overlap(*one, other);
    });
    if (is_twice || (one->part && (*one->part == 0 || *one->part > set->facts.parts)))
      return refuse(clause::collective_assessment, sentence::no_such_part, set->facts.name);
    if (auto objection = objection_to_asking_again(now, *one, asked.opens)) return objection;
  }
  return std::nullopt;
}

std::optional<Refusal> objection_to_dates(const Community& now, const CallRound& asked, Time at) {
  if (asked.opens <= at || asked.opens > at + longest_ahead)
    return refuse(clause::collective_assessment, sentence::round_is_asked_within, longest_ahead.count());
  const days least{charter(now).exposure.least_days_open};
  if (asked.closes < asked.opens + least || asked.closes > asked.opens + longest_round)
    return refuse(clause::collective_assessment, sentence::round_is_open_for, least.count(), longest_round.count());
  return std::nullopt;
}

/// The last ballot of the same year for which keys were made, while all who made them may still hold them.
std::optional<ElectionId> keys_for(const Community& now, Time opens, Time at) {
  std::optional<ElectionId> found;
  for (const ElectionId id : elections(now).all.ids()) {
    const Election& election = elections(now).all[id];
    const bool has_keys = election.round && !election.trustees.empty() && election.rounds_done() == key_rounds;
    if (!has_keys || year_of(election.round->opens) != year_of(opens)) continue;
    if (std::ranges::all_of(election.trustees, [&](const ElectionTrustee& trustee) {
          return is_independent_trustee(now, election, trustee.person, at) &&
                 (holds_seat(now, trustee.person, at) || is_secretary(now, trustee.person, at));
        }))
      found = id;
  }
  return found;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const CallRound::About&, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_calls_rounds);
  const std::uint32_t least = charter(now).exposure.least_answers;
  if (membership(now).seats(asking.at).size() < least)
    return refuse(clause::collective_assessment, sentence::too_few_seats_to_ask, least);
  // A charter that older rules adopted may let fewer come or go; what was called by it is held by it.
  if (asking.rules >= rules_that_keep_apart && charter(now).exposure.closest < fewest_apart)
    return refuse(clause::collective_assessment, sentence::charter_keeps_too_few_apart, fewest_apart);
  return std::nullopt;
}

Ruling decide(const Community& now, const CallRound& asked, const Asking& asking) {
  if (auto objection = objection_to_questions(now, asked)) return *std::move(objection);
  if (auto objection = objection_to_dates(now, asked, asking.at)) return *std::move(objection);
  return accept(RoundCalled{assessment(now).rounds.next(), elections(now).all.next(), asked.asks, asked.paper,
                            asked.answers, asked.opens, asked.closes, keys_for(now, asked.opens, asking.at)});
}

void ExposureChapter::also(Community& now, const RoundCalled& act, Time at) {
  add_round(of<Elections>(now), {act.round, act.opens, act.closes, act.answers, act.keys_of}, at);
}

void ExposureChapter::also(Community& now, const RoundLevelled& act, Time) {
  leave_out(of<Elections>(now), assessment(now).rounds[act.round].election, act.left_out);
}

void ExposureChapter::also(Community& now, const KeysDiscarded& act, Time) {
  for (ExposureRound& round : of<Assessment>(now).rounds)
    if (round.election == act.election) round.setup.reset();
}

std::optional<Refusal> bars(const Community& now, const PrepareRound::About& about, const Asking& asking) {
  const ExposureRound* round = assessment(now).rounds.find(about.round);
  if (round == nullptr) return refuse(clause::the_record, sentence::no_such_round);
  const Election& election = elections(now).all[round->election];
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_calls_rounds);
  if (round->setup || election.stage != ElectionStage::preparation)
    return refuse(clause::collective_assessment, sentence::round_is_prepared);
  if (election.rounds_done() < key_rounds) return refuse(clause::collective_assessment, sentence::round_has_no_keys);
  return std::nullopt;
}

Ruling decide(const Community&, const PrepareRound& asked, const Asking&) {
  return accept(RoundPrepared{asked.round, asked.setup});
}

std::optional<Refusal> bars(const Community& now, const AuditRound::About& about, const Asking& asking) {
  const ExposureRound* round = assessment(now).rounds.find(about.round);
  if (round == nullptr) return refuse(clause::the_record, sentence::no_such_round);
  const auto seat = membership(now).seat_organization(asking.person, asking.at);
  if (!seat) return refuse(clause::collective_assessment, sentence::only_seats_answer);
  if (elections(now).all[round->election].outcome != ElectionOutcome::counted)
    return refuse(clause::collective_assessment, sentence::round_is_not_counted);
  return std::nullopt;
}

Ruling decide(const Community& now, const AuditRound& asked, const Asking& asking) {
  const ExposureRound& round = assessment(now).rounds[asked.round];
  const OrganizationId seat = membership(now).seat_organization(asking.person, asking.at).value();
  if (asked.archive != elections(now).all[round.election].archive)
    return refuse(clause::the_record, sentence::archive_is_another);
  if (std::ranges::any_of(round.audits, [&](const RoundAudit& audit) {
        return audit.organization == seat && audit.program == asked.program;
      }))
    return refuse(clause::collective_assessment, sentence::audited_already);
  return accept(RoundAudited{asked.round, seat, asking.person, asked.program, asked.archive});
}

}  // namespace ccop::community
