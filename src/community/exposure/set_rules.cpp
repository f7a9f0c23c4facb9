// Question sets, which the Members adopt (clause 2.2).
#include "community/decisions/acts.hpp"
#include "community/exposure/chapter.hpp"
#include "community/exposure/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"

namespace ccop::community {

std::optional<Refusal> bars(const Community& now, const ProposeQuestionSet::About&, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at) && !voting_organization(now, asking.person, asking.at))
    return refuse(clause::voting, sentence::only_members_propose);
  return std::nullopt;
}

Ruling decide(const Community& now, const ProposeQuestionSet& asked, const Asking& asking) {
  if (asked.session) {
    const Session* session = meetings(now).find(*asked.session);
    if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
    if (session->kind != SessionKind::executive) return refuse(clause::bodies, sentence::executive_session_decides);
    if (session->closed_at) return refuse(clause::management, sentence::session_is_closed);
  }
  const auto known = assessment(now).in_force(asked.facts.name);
  if (known && asked.facts.version <= assessment(now).sets[*known].facts.version)
    return refuse(clause::collective_assessment, sentence::question_set_is_not_newer,
                  assessment(now).sets[*known].facts.version);
  const MotionId motion = decisions(now).motions.next();
  return std::vector<Act>{MotionProposed{motion,
                                         asked.session,
                                         asking.person,
                                         Purpose::resolution,
                                         asked.text,
                                         {},
                                         asked.session ? Method::vote : Method::silence,
                                         false,
                                         std::nullopt,
                                         std::nullopt},
                          QuestionSetProposed{assessment(now).sets.next(), motion, asked.questions, asked.facts}};
}

std::vector<Act> ExposureChapter::follow(const Community& now, const DecisionRegistered& act,
                                         std::span<const Act> before) {
  std::vector<Act> acts;
  const MotionClosed* result = closing_of(act.motion, before);
  if (result == nullptr || result->outcome != Outcome::adopted) return acts;
  for (const QuestionSetId id : assessment(now).sets.ids())
    if (assessment(now).sets[id].motion == act.motion) acts.emplace_back(QuestionSetAdopted{id});
  return acts;
}

}  // namespace ccop::community
