// Who is let into which room (clauses 4.4, 5.2, 6.2, 6.4).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/attending.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/sentences.hpp"
#include "community/people/state.hpp"

#include <algorithm>

namespace ccop::community {
std::optional<Refusal> bars(const Community& now, const OpenSession::About& about, const Asking& asking) {
  const Session* session = meetings(now).find(about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_opens_sessions);
  if (meetings(now).all[session->meeting].state != MeetingState::published)
    return refuse(clause::management, sentence::meeting_not_published);
  if (session->opened_at) return refuse(clause::management, sentence::session_was_opened);
  if (asking.at < session->starts - hours{12}) return refuse(clause::management, sentence::session_is_not_due);
  return std::nullopt;
}

Ruling decide(const Community&, const OpenSession& asked, const Asking&) {
  return accept(SessionOpened{asked.session});
}

std::optional<Refusal> bars(const Community& now, const AcceptDiscretion::About& about, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(about.meeting);
  if (meeting == nullptr || meeting->state != MeetingState::published)
    return refuse(clause::the_record, sentence::no_such_meeting);
  if (people(now).all[asking.person].is_guest && meeting->guest(asking.person) == nullptr)
    return refuse(clause::guests, sentence::guest_not_admitted_here);
  if (meeting->accepted_discretion(asking.person))
    return refuse(clause::discretion, sentence::discretion_accepted_already);
  return std::nullopt;
}

Ruling decide(const Community&, const AcceptDiscretion& asked, const Asking& asking) {
  return accept(DiscretionAccepted{asked.meeting, asking.person});
}

std::optional<Refusal> bars(const Community& now, const EnterSession::About& about, const Asking& asking) {
  const Session* session = meetings(now).find(about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!session->is_live()) return refuse(clause::management, sentence::session_not_live);
  if (session->closing) return refuse(clause::chatham_house, sentence::session_is_being_closed);
  if (session->is_present(asking.person)) return refuse(clause::management, sentence::is_present_already);
  auto admitted = admission(now, about.session, asking.person, asking.at);
  if (auto* refusal = std::get_if<Refusal>(&admitted)) return std::move(*refusal);
  if (!meetings(now).all[session->meeting].accepted_discretion(asking.person))
    return refuse(clause::discretion, sentence::accept_discretion_first);
  return std::nullopt;
}

Ruling decide(const Community& now, const EnterSession& asked, const Asking& asking) {
  const auto organization =
      std::get<std::optional<OrganizationId>>(admission(now, asked.session, asking.person, asking.at));
  return accept(SessionEntered{asked.session, asking.person, organization});
}

std::optional<Refusal> bars(const Community& now, const LeaveSession::About& about, const Asking& asking) {
  const Session* session = meetings(now).find(about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!session->is_present(asking.person)) return refuse(clause::management, sentence::is_not_present);
  if (session->closing) return refuse(clause::chatham_house, sentence::session_is_being_closed);
  return std::nullopt;
}

Ruling decide(const Community&, const LeaveSession& asked, const Asking& asking) {
  return accept(SessionLeft{asked.session, asking.person});
}

}  // namespace ccop::community
