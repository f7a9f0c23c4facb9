#include "community/amendments/chapter.hpp"
#include "community/amendments/sentences.hpp"
#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

std::optional<Refusal> bars(const Community& now, const ProposeAmendment::About& about, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at) && !voting_organization(now, asking.person, asking.at))
    return refuse(clause::voting, sentence::only_members_propose);
  const Session* session = meetings(now).find(about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (session->kind != SessionKind::executive)
    return refuse(clause::plenary_review, sentence::amendments_in_executive_session);
  if (session->closed_at) return refuse(clause::management, sentence::session_is_closed);
  return std::nullopt;
}

Ruling decide(const Community& now, const ProposeAmendment& asked, const Asking& asking) {
  if (asked.in_force_from < meetings(now).sessions[asked.session].starts)
    return refuse(clause::plenary_review, sentence::in_force_after_the_decision);

  const auto read = read_charter(asked.charter, asking.rules);
  if (const auto* mistakes = std::get_if<std::vector<CharterMistake>>(&read)) {
    const CharterMistake& first = mistakes->front();
    return refuse(clause::plenary_review, sentence::charter_has_mistakes, first.line, first.key, first.expected);
  }
  if (std::get<Charter>(read).slug != charter(now).slug)
    return refuse(clause::plenary_review, sentence::community_keeps_its_slug);

  const MotionId motion = decisions(now).motions.next();
  return std::vector<Act>{MotionProposed{motion,
                                         asked.session,
                                         asking.person,
                                         Purpose::amendment,
                                         asked.text,
                                         {},
                                         Method::vote,
                                         asked.recorded,
                                         std::nullopt,
                                         in_clear(asked.charter)},
                          AmendmentProposed{amendments(now).all.next(), motion, asked.charter, asked.in_force_from}};
}

std::vector<Act> AmendmentsChapter::due(const Community& now, Time at) {
  if (const auto amendment = amendments(now).due(at)) return {AmendmentTookForce{*amendment}};
  return {};
}

std::vector<Task> AmendmentsChapter::tasks(const Community&, PersonId, Time) {
  return {};
}

void AmendmentsChapter::duties(const Community&, Time, Duties&) {}

std::vector<Act> AmendmentsChapter::follow(const Community& now, const DecisionRegistered& act,
                                           std::span<const Act> before) {
  std::vector<Act> acts;
  const MotionClosed* result = closing_of(act.motion, before);
  if (result == nullptr || result->outcome != Outcome::adopted) return acts;
  for (const AmendmentId id : amendments(now).all.ids())
    if (amendments(now).all[id].motion == act.motion) acts.emplace_back(AmendmentAdopted{id});
  return acts;
}

void AmendmentsChapter::also(Community& now, const AmendmentTookForce& act, Time at) {
  take_charter(of<Record>(now), amendments(now).all[act.amendment].charter);
  take_over(of<Membership>(now), charter(now), at);
}

}  // namespace ccop::community
