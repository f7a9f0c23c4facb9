#include "community/elections/vacancy.hpp"

#include "community/bodies/state.hpp"
#include "community/elections/sentences.hpp"
#include "community/elections/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::community {
namespace {

/// A term that ends within this of the session falls vacant at it: the next annual symposium comes too late.
constexpr int months_to_next = 6;

const CoChairTerm* last_term(const Community& now, std::uint32_t position) {
  for (const CoChairTerm& term : bodies(now).co_chairs | std::views::reverse)
    if (term.position == position) return &term;
  return nullptr;
}

const Election* last_election(const Community& now, std::uint32_t position) {
  for (const Election& election : elections(now).all | std::views::reverse)
    if (!election.motion && !election.round && election.position == position &&
        (election.outcome != ElectionOutcome::cancelled || election.opened_at))
      return &election;
  return nullptr;
}

/// Members voted, and nobody sits by it: not because they wanted nobody, but because of what came after (clause 3.6).
bool came_to_nothing(const Election& election) {
  if (!election.opened_at || election.stage != ElectionStage::decided) return false;
  if (election.outcome == ElectionOutcome::elected)
    return election.confirmation == Confirmation::returned || election.confirmation == Confirmation::withdrawn;
  return election.outcome != ElectionOutcome::vacant && election.outcome != ElectionOutcome::tied;
}

/// When the turn of the position comes next after the session, by the turns that it had. One in which nobody ever sat
/// has its turns from the founding, of which the first who sat in another tells.
Time next_turn(const Community& now, std::uint32_t position, const Session& session) {
  const auto& rules = charter(now).bodies;
  const auto& founding = rules.founding_terms_months;
  const auto& terms = bodies(now).co_chairs;
  const int whole = static_cast<int>(rules.co_chair_term_months);
  const CoChairTerm* term = last_term(now, position);
  if (term == nullptr && terms.empty()) return months_after(session.ends, static_cast<int>(founding.at(position)));
  if (term != nullptr && term->until > months_after(session.ends, -months_to_next))
    return months_after(session.ends, whole);
  Time turn = term != nullptr
                  ? term->until
                  : months_after(terms.front().until, static_cast<int>(founding.at(position)) -
                                                          static_cast<int>(founding.at(terms.front().position)));
  while (turn <= months_after(session.ends, months_to_next)) turn = months_after(turn, whole);
  return std::min(turn, months_after(session.ends, whole));
}

/// When the other position falls vacant, as far as that is known.
std::optional<Time> end_of_other(const Community& now, std::uint32_t position) {
  const Election* election = last_election(now, position);
  if (election != nullptr && (election->stage != ElectionStage::decided || election->awaits_confirmation()))
    return election->term_ends;
  const CoChairTerm* term = last_term(now, position);
  return term == nullptr ? std::nullopt : std::optional{term->until};
}

/// One position falls vacant each year (clause 3.3): where another does about then, this one does some years earlier.
Time staggered(const Community& now, std::uint32_t position, const Session& session, Time end) {
  const auto& rules = charter(now).bodies;
  const int step = static_cast<int>(rules.co_chair_term_months / rules.co_chairs);
  const auto is_taken = [&](Time time) {
    for (std::uint32_t other = 0; other < rules.co_chairs; ++other) {
      const auto ends = other == position ? std::nullopt : end_of_other(now, other);
      if (ends && *ends > months_after(time, -step / 2) && *ends <= months_after(time, step / 2)) return true;
    }
    return false;
  };
  for (int earlier = 0; step > 0 && earlier < static_cast<int>(rules.co_chair_term_months); earlier += step) {
    const Time candidate = months_after(end, -earlier);
    if (candidate <= months_after(session.ends, months_to_next)) break;
    if (!is_taken(candidate)) return candidate;
  }
  return end;
}

}  // namespace

std::variant<Vacancy, Refusal> vacancy(const Community& now, std::uint32_t position, const Session& session) {
  const Time soon = months_after(session.ends, months_to_next);
  const CoChairTerm* term = last_term(now, position);
  const bool runs_on = term != nullptr && term->until > soon;
  if (runs_on && term->vacated && *term->vacated <= session.ends) return Vacancy{term->until, true};
  if (runs_on) return refuse(clause::co_chair_term, sentence::term_runs_until, term->until);
  const Election* before = last_election(now, position);
  if (before != nullptr && came_to_nothing(*before) && before->term_ends > soon)
    return Vacancy{before->term_ends, true};
  return Vacancy{staggered(now, position, session, next_turn(now, position, session)), false};
}

}  // namespace ccop::community
