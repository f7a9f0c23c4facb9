#include "community/meetings/floor.hpp"

#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/sentences.hpp"

#include <algorithm>

namespace ccop::community {

std::optional<Refusal> objection_to_leading(const Community& now, SessionId id, PersonId person, Time at) {
  const Session* session = meetings(now).find(id);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!is_committee(now, person, at)) return refuse(clause::management, sentence::only_committee_leads_sessions);
  if (!session->is_live()) return refuse(clause::management, sentence::session_not_live);
  return std::nullopt;
}

std::optional<Refusal> objection_to_item(const Community& now, SessionId id, const std::optional<ContentHash>& item,
                                         PersonId person, Time at) {
  if (auto objection = objection_to_leading(now, id, person, at)) return objection;
  if (item && !is_on_agenda(meetings(now).sessions[id], *item))
    return refuse(clause::ways_of_working, sentence::no_such_agenda_item);
  return std::nullopt;
}

std::optional<Refusal> objection_to_speaking(const Community& now, SessionId id, PersonId person) {
  const Session* session = meetings(now).find(id);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!session->is_live()) return refuse(clause::management, sentence::session_not_live);
  if (!session->is_present(person)) return refuse(clause::ways_of_working, sentence::is_not_present);
  return std::nullopt;
}

std::optional<Refusal> objection_to_giving_floor(const Community& now, SessionId id, PersonId person, Time at) {
  if (auto objection = objection_to_speaking(now, id, person)) return objection;
  if (!is_co_chair(now, person, at)) return refuse(clause::management, sentence::only_co_chairs_give_the_floor);
  return std::nullopt;
}

bool is_on_agenda(const Session& session, const ContentHash& item) {
  return std::ranges::find(session.agenda, item, &AgendaItem::item) != session.agenda.end();
}

}  // namespace ccop::community
