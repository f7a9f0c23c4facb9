// The programme of a meeting: its sessions and what they speak of (clauses 5.7, 6.3).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/planning.hpp"
#include "community/meetings/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t most_sessions = 60;
constexpr std::size_t most_agenda_items = 60;
constexpr std::uint32_t most_minutes = 1440;

bool lies_in(const Meeting& meeting, Time starts, Time ends) {
  return starts < ends && starts >= meeting.starts && ends <= meeting.ends;
}

std::optional<Refusal> objection_to_minutes(std::uint32_t minutes) {
  if (minutes > 0 && minutes <= most_minutes) return std::nullopt;
  return refuse(clause::ways_of_working, sentence::agenda_item_needs_minutes);
}

bool has_item(const Community& now, SessionId session, const ContentHash& item) {
  const auto& agenda = meetings(now).sessions[session].agenda;
  return std::ranges::find(agenda, item, &AgendaItem::item) != agenda.end();
}

/// What was announced may move until it begins; from then on it is what it was.
std::optional<Refusal> objection_to_change_before_opening(const Community& now, SessionId id, const Asking& asking) {
  if (auto objection = objection_to_session_change(now, id, asking)) return objection;
  if (meetings(now).sessions[id].opened_at) return refuse(clause::management, sentence::session_has_begun);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const AddSession::About& about, const Asking& asking) {
  if (auto objection = objection_to_programme_change(now, about.meeting, asking)) return objection;
  if (meetings(now).all[about.meeting].sessions.size() >= most_sessions)
    return refuse(clause::management, sentence::too_many_sessions);
  return std::nullopt;
}

Ruling decide(const Community& now, const AddSession& asked, const Asking&) {
  const Meeting& meeting = meetings(now).all[asked.meeting];
  if (!lies_in(meeting, asked.starts, asked.ends)) return refuse(clause::management, sentence::session_outside_meeting);
  const bool breaks_day = meeting.state == MeetingState::published && needs_executive_day(now, meeting) &&
                          takes_executive_day(slots_of(now, meeting), {asked.kind, asked.starts});
  if (breaks_day) return refuse(clause::executive_day, sentence::day_is_kept_for_executive_session);
  const SessionId next = meetings(now).sessions.next();
  return accept(SessionAdded{next, asked.meeting, asked.kind, asked.title, asked.starts, asked.ends});
}

std::optional<Refusal> bars(const Community& now, const ChangeSession::About& about, const Asking& asking) {
  return objection_to_change_before_opening(now, about.session, asking);
}

Ruling decide(const Community& now, const ChangeSession& asked, const Asking&) {
  const Session& session = meetings(now).sessions[asked.session];
  const Meeting& meeting = meetings(now).all[session.meeting];
  if (!lies_in(meeting, asked.starts, asked.ends)) return refuse(clause::management, sentence::session_outside_meeting);
  if (meeting.state == MeetingState::published && needs_executive_day(now, meeting)) {
    std::vector<Slot> slots = slots_of(now, meeting);
    const auto own = std::ranges::find(meeting.sessions, asked.session) - meeting.sessions.begin();
    const Slot moved{session.kind, asked.starts};
    if (asked.starts != session.starts && takes_executive_day(slots, moved))
      return refuse(clause::executive_day, sentence::day_is_kept_for_executive_session);
    slots[static_cast<std::size_t>(own)] = moved;
    if (!keeps_executive_day(slots)) return refuse(clause::executive_day, sentence::symposium_needs_executive_day);
  }
  return accept(SessionChanged{asked.session, asked.title, asked.starts, asked.ends});
}

std::optional<Refusal> bars(const Community& now, const RemoveSession::About& about, const Asking& asking) {
  if (auto objection = objection_to_session_change(now, about.session, asking)) return objection;
  const Session& session = meetings(now).sessions[about.session];
  if (session.opened_at) return refuse(clause::management, sentence::session_has_begun);
  const Meeting& meeting = meetings(now).all[session.meeting];
  const bool had_notice = meeting.state == MeetingState::published && session.kind == SessionKind::executive;
  if (had_notice && needs_executive_day(now, meeting))
    return refuse(clause::executive_day, sentence::symposium_needs_executive_day);
  return std::nullopt;
}

Ruling decide(const Community&, const RemoveSession& asked, const Asking&) {
  return accept(SessionRemoved{asked.session});
}

std::optional<Refusal> bars(const Community& now, const AddAgendaItem::About& about, const Asking& asking) {
  if (auto objection = objection_to_session_change(now, about.session, asking)) return objection;
  if (meetings(now).sessions[about.session].agenda.size() >= most_agenda_items)
    return refuse(clause::management, sentence::agenda_is_full);
  return std::nullopt;
}

Ruling decide(const Community&, const AddAgendaItem& asked, const Asking&) {
  if (auto objection = objection_to_minutes(asked.minutes)) return *std::move(objection);
  return accept(AgendaItemAdded{asked.session, asked.item, asked.minutes});
}

std::optional<Refusal> bars(const Community& now, const ChangeAgendaItem::About& about, const Asking& asking) {
  return objection_to_change_before_opening(now, about.session, asking);
}

Ruling decide(const Community& now, const ChangeAgendaItem& asked, const Asking&) {
  if (!has_item(now, asked.session, asked.item)) return refuse(clause::the_record, sentence::no_such_agenda_item);
  if (auto objection = objection_to_minutes(asked.minutes)) return *std::move(objection);
  return accept(AgendaItemChanged{asked.session, asked.item, asked.text, asked.minutes});
}

std::optional<Refusal> bars(const Community& now, const MoveAgendaItem::About& about, const Asking& asking) {
  return objection_to_change_before_opening(now, about.session, asking);
}

Ruling decide(const Community& now, const MoveAgendaItem& asked, const Asking&) {
  if (!has_item(now, asked.session, asked.item)) return refuse(clause::the_record, sentence::no_such_agenda_item);
  const std::size_t items = meetings(now).sessions[asked.session].agenda.size();
  if (asked.place >= items) return refuse(clause::ways_of_working, sentence::agenda_has_fewer_places, items);
  return accept(AgendaItemMoved{asked.session, asked.item, asked.place});
}

std::optional<Refusal> bars(const Community& now, const RemoveAgendaItem::About& about, const Asking& asking) {
  return objection_to_session_change(now, about.session, asking);
}

Ruling decide(const Community& now, const RemoveAgendaItem& asked, const Asking&) {
  if (!has_item(now, asked.session, asked.item)) return refuse(clause::the_record, sentence::no_such_agenda_item);
  return accept(AgendaItemRemoved{asked.session, asked.item});
}

}  // namespace ccop::community
