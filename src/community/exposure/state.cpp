#include "community/exposure/state.hpp"

#include "community/exposure/acts.hpp"

namespace ccop::community {

std::optional<QuestionSetId> Assessment::in_force(std::string_view name) const {
  std::optional<QuestionSetId> last;
  for (const QuestionSetId id : sets.ids()) {
    const QuestionSetRow& set = sets[id];
    if (!set.adopted_at || set.facts.name != name) continue;
    if (!last || set.facts.version > sets[*last].facts.version) last = id;
  }
  return last;
}

bool Assessment::overlap(const AskedPart& one, const AskedPart& other) const {
  if (sets[one.question_set].facts.name != sets[other.question_set].facts.name) return false;
  return !one.part || !other.part || one.part == other.part;
}

void apply(Assessment& assessment, const QuestionSetProposed& act) {
  assessment.sets.add({act.motion, act.questions, act.facts, std::nullopt});
}

void apply(Assessment& assessment, const QuestionSetAdopted& act, Time at) {
  assessment.sets[act.question_set].adopted_at = at;
}

void apply(Assessment& assessment, const RoundCalled& act, Time at) {
  assessment.rounds.add({act.election, act.asks, act.paper, at, std::nullopt, {}, {}, std::nullopt});
}

void apply(Assessment& assessment, const RoundPrepared& act) {
  assessment.rounds[act.round].setup = act.setup;
}

void apply(Assessment& assessment, const RoundLevelled& act) {
  assessment.rounds[act.round].left_out = act.left_out;
}

void apply(Assessment& assessment, const BallotsErased& act, Time at) {
  assessment.rounds[act.round].ballots_erased_at = at;
}

void apply(Assessment& assessment, const RoundAudited& act, Time at) {
  assessment.rounds[act.round].audits.push_back({act.organization, act.person, act.program, at});
}

}  // namespace ccop::community
