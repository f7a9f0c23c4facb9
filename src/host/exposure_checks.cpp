#include "host/exposure_checks.hpp"

#include "community/elections/sentences.hpp"
#include "community/exposure/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/motion_text.hpp"
#include "host/round_paper.hpp"
#include "host/sentences.hpp"

namespace ccop::host {

using namespace community;

namespace {

bool same(const QuestionSetFacts& one, const QuestionSetFacts& other) {
  return one.name == other.name && one.version == other.version && one.rhythm == other.rhythm &&
         one.fingerprint == other.fingerprint && one.parts == other.parts;
}

}  // namespace

QuestionSetFacts facts_of(const exposure::QuestionSet& set) {
  return {set.id, set.version, set.rhythm == exposure::Rhythm::yearly ? Recurrence::yearly : Recurrence::quarterly,
          to_hex(exposure::fingerprint(set)),
          set.quarters ? static_cast<std::uint32_t>(exposure::quarters_in_a_year) : 0};
}

std::optional<Refusal> Check<ProposeQuestionSet>::objection(const Texts&,
                                                            const std::vector<store::Content>& brought) const {
  try {
    const auto read = exposure::read_question_set(brought_text(brought, asked_.questions));
    if (const auto* faults = std::get_if<std::vector<BadInput>>(&read)) throw faults->front();
    const QuestionSetFacts facts = facts_of(std::get<exposure::QuestionSet>(read));
    if (!same(facts, asked_.facts)) throw BadInput{"facts", "those of the set"};
    // Whoever decides signs the motion's text: by this it is these questions.
    if (brought_text(brought, asked_.text).find(facts.fingerprint) == std::string::npos)
      throw BadInput{"text", "a text that names the fingerprint of the set"};
    return std::nullopt;
  } catch (const BadInput& bad) {
    return refuse(clause::the_record, sentence::question_set_is_not_sound, what_is_wrong(bad));
  }
}

/// The rules were asked before, so the sets are there, and have the parts.
Check<CallRound>::Check(const Community& state, const CallRound& asked, PersonId, Time) : asked_(asked) {
  for (const AskedPart& one : asked.asks)
    asks_.push_back({assessment(state).sets[one.question_set].questions, one.part});
}

std::optional<Refusal> Check<CallRound>::objection(const Texts& texts,
                                                   const std::vector<store::Content>& brought) const {
  try {
    std::size_t answers = 0;
    for (const auto& question : read_round(brought_text(brought, asked_.paper), asks_, texts).questions())
      answers += question.answers.size();
    if (answers != asked_.answers) throw BadInput{"answers", std::to_string(answers)};
    return std::nullopt;
  } catch (const BadInput& bad) {
    return refuse(clause::the_record, sentence::round_paper_is_not_sound, what_is_wrong(bad));
  }
}

Check<PrepareRound>::Check(const Community& state, const PrepareRound& asked, PersonId, Time at)
    : facts_(facts_of(state, assessment(state).rounds[asked.round].election, at)), asked_(asked) {}

std::optional<Refusal> Check<PrepareRound>::objection(const Texts& texts,
                                                      const std::vector<store::Content>& brought) const {
  try {
    if (brought_text(brought, asked_.setup) == ElectionRecord{facts_, texts}.setup_json()) return std::nullopt;
  } catch (const BadInput&) {  // what the ballot is made of is gone
  }
  return refuse(clause::the_record, sentence::setup_does_not_follow);
}

}  // namespace ccop::host
