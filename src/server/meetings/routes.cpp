// Meetings: for seats all of them, for guests and additional representatives those in which they take part.
#include "server/routes.hpp"

#include "community/meetings/chapter.hpp"
#include "server/meetings/coming.hpp"
#include "server/meetings/floor.hpp"
#include "server/meetings/invitations.hpp"
#include "server/meetings/offers.hpp"
#include "server/meetings/speaking.hpp"
#include "server/meetings/views.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct MeetingsView {
  std::vector<MeetingHeadView> meetings;
  May may;
};
BOOST_DESCRIBE_STRUCT(MeetingsView, (), (meetings, may))

MeetingsView meetings_view(const Reading& here) {
  MeetingsView view;
  for (const auto i : meetings(here.state).all.ids())
    if (sees(here, i)) view.meetings.push_back(meeting_head(here, i));
  view.may = offers_on_meetings(here);
  return view;
}

std::optional<NotYet> not_yet(const Reading& here, MeetingId id) {
  const auto refusal = objection_to_notice(here, id);
  if (!refusal) return std::nullopt;
  const Clause* clause = charter(here.state).clause(refusal->clause);
  return NotYet{std::string{refusal->key}, {refusal->values}, clause == nullptr ? "" : clause->number};
}

MeetingView meeting_view(const Reading& here) {
  const MeetingId id{here.call.number()};
  const Meeting* meeting = meetings(here.state).find(id);
  if (meeting == nullptr || !sees(here, id)) throw nothing_there();
  MeetingView view{meeting_head(here, id), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  view.discretion_notice = charter(here.state).meetings.discretion_notice;
  for (const SessionId session : meeting->sessions)
    if (sees(here, session)) view.sessions.push_back(session_view(here, session));
  for (const InvitationId invitation : here.once<InvitationIndex>().of(id))
    if (here.who.has_seat || meetings(here.state).invitations[invitation].person == here.person)
      view.invitations.push_back(invitation_view(here, invitation));
  view.guests = meeting->guests.size();
  view.guest_list = guests_view(here, id);
  for (const CommitteeSeat& seat : meetings(here.state).symposium_committees)
    if (seat.meeting == id && here.who.has_seat) view.committee.push_back(person_view(here, seat.person));
  if (here.offers<SetJoinLink>(id)) view.has_link = meeting->join_link.has_value();
  view.wording = ShownView::of(wording_of(here.state, id));
  view.may = offers_on_meeting(here, id);
  view.not_yet = not_yet(here, id);
  return view;
}

}  // namespace

template <>
Routes pages<community::MeetingsChapter>() {
  Routes all{routes::page<&meetings_view>("/api/meetings", Who::signed_in),
             routes::page<&meeting_view>("/api/meetings/{id}", Who::signed_in).of_each([](const Community& state) {
               return meetings(state).all.size();
             })};
  for (const Routes& more : {coming_routes(), floor_routes(), speaking_routes()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace ccop::server
