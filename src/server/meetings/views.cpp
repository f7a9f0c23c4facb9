#include "server/meetings/views.hpp"

#include "community/meetings/attending.hpp"
#include "community/meetings/commands.hpp"
#include "community/meetings/floor.hpp"
#include "community/meetings/shown.hpp"
#include "server/meetings/offers.hpp"

#include <algorithm>
#include <set>

namespace ccop::server {

using namespace community;

bool sees(const Reading& here, MeetingId id) {
  return here.who.has_seat || is_shown(here.state, id, here.person, here.now);
}

bool sees(const Reading& here, SessionId id) {
  return here.who.has_seat || is_shown(here.state, id, here.person, here.now);
}

MeetingHeadView meeting_head(const Reading& here, MeetingId id) {
  const Meeting& m = meetings(here.state).all[id];
  MeetingHeadView head;
  head.id = id;
  head.kind = m.kind;
  head.state = m.state;
  head.details = Fields<MeetingDetails>{m.details};
  head.starts = m.starts;
  head.ends = m.ends;
  head.time_zone = m.time_zone;
  head.capacity = m.capacity;
  head.confirmed = meetings(here.state).confirmed(id);
  head.commitment_minutes = m.commitment_minutes;
  head.live = std::ranges::any_of(m.sessions, [&](SessionId s) { return meetings(here.state).sessions[s].is_live(); });
  head.discretion_accepted = m.accepted_discretion(here.person);
  head.reason = Words::of(m.reason);
  return head;
}

namespace {

QuorumView quorum_view(const Reading& here, SessionId id) {
  const Quorum quorum = community::quorum(here.state, id, here.now);
  return {quorum.present, quorum.needed, quorum.members, quorum.stands};
}

AttendanceView attendance_view(const Reading& here, const Attendance& attendance) {
  AttendanceView view{person_view(here, attendance.person), {}, false};
  if (attendance.organization) {
    view.organization = key_of(here, *attendance.organization);
    view.votes = voting_organization(here.state, attendance.person, here.now) == attendance.organization;
  }
  return view;
}

/// The Members whose vote nobody here casts, in the order of the roll.
std::vector<std::string> absent_from(const Reading& here, const Session& session) {
  std::set<OrganizationId> voting;
  for (const Attendance& one : session.present)
    if (const auto organization = voting_organization(here.state, one.person, here.now);
        organization && organization == one.organization)
      voting.insert(*organization);
  std::vector<std::string> absent;
  for (const OrganizationId member : membership(here.state).roll(here.now))
    if (!voting.contains(member)) absent.push_back(key_of(here, member));
  return absent;
}

ClosingView closing_view(const Reading& here, const Closing& closing) {
  ClosingView view{{}, closing.attested.has_value(), closing.drawn_at};
  if (closing.attester) view.attester = person_view(here, *closing.attester);
  return view;
}

std::optional<JoinView> join_view(const Reading& here, SessionId id) {
  const auto when = joining(here.state, id, here.person, here.now);
  if (!when) return std::nullopt;
  JoinView view{when->from, when->until, {}};
  // A link is for somebody at the page, who follows it: no token gathers links.
  if (when->link && !here.who.by_token) view.link = Words::member(*when->link, "link");
  return view;
}

}  // namespace

MeetingSessionView session_view(const Reading& here, SessionId id) {
  const Session& s = meetings(here.state).sessions[id];
  MeetingSessionView view;
  view.id = id;
  view.kind = s.kind;
  view.title = Words::of(s.title);
  view.starts = s.starts;
  view.ends = s.ends;
  view.opened_at = s.opened_at;
  view.closed_at = s.closed_at;
  view.live = s.is_live();
  for (const AgendaItem& item : s.agenda) view.agenda.push_back({item.item, Words::of(item.item), item.minutes});
  view.present = s.is_present(here.person);
  view.quorum = quorum_view(here, id);
  view.may = offers_on_session(here, id);
  view.join = join_view(here, id);
  if (here.offers<SetJoinLink>(s.meeting)) view.has_link = s.join_link.has_value();
  if (!here.who.has_seat) return view;
  if (s.closing) view.closing = closing_view(here, *s.closing);
  // Who is here is the room's own knowledge (clause 5.5): shown to nobody outside it, and to nobody later.
  if (view.present)
    for (const Attendance& attendance : s.present) view.attendance.push_back(attendance_view(here, attendance));
  if (view.present && !objection_to_leading(here.state, id, here.person, here.now)) view.absent = absent_from(here, s);
  for (const MotionId motion : here.once<MotionIndex>().of(id)) view.motions.push_back(motion_view(here, motion));
  return view;
}

void AttendanceView::fill(Texts& texts) {
  server::fill(person, texts);
}

// By hand, for a member of C++ can't be called "for".
void AttendanceView::write_json(std::string& out) const {
  codec::write(out, person);
  out.back() = ',';
  out += "\"for\":";
  organization.write_json(out);
  out += votes ? ",\"votes\":true}" : ",\"votes\":false}";
}

std::string AttendanceView::schema(schema::Components& components) {
  return components.refer("Attendance", typeid(AttendanceView), [&] {
    schema::ObjectSchema object;
    schema::add_members<PersonView>(object, components);
    object.add("for", Words::schema(components), true);
    object.add("votes", schema::of<bool>(components), true);
    return object.text(false);
  });
}

}  // namespace ccop::server
