#include "server/meetings/speaking.hpp"

#include "community/meetings/floor.hpp"
#include "server/meetings/views.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

/// As everybody in the room sees it; who waits is for whoever presides alone.
struct SpeakersView {
  OrNull<PersonView> speaking;
  std::uint32_t waiting{};
  OrNull<std::uint32_t> place;  ///< one's own, from 1
  bool closed{};
  std::optional<std::vector<PersonView>> list;
};
BOOST_DESCRIBE_STRUCT(SpeakersView, (), (speaking, waiting, place, closed, list))

struct OfSession {
  SessionId session{};
};
BOOST_DESCRIBE_STRUCT(OfSession, (), (session))

/// Without a person: to whoever is next.
struct GivenFloor {
  SessionId session{};
  std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(GivenFloor, (), (session, person))

/// `place` counts from 0.
struct MovedSpeaker {
  SessionId session{};
  PersonId person{};
  std::uint32_t place{};
};
BOOST_DESCRIBE_STRUCT(MovedSpeaker, (), (session, person, place))

struct ClosedList {
  SessionId session{};
  bool closed{};
};
BOOST_DESCRIBE_STRUCT(ClosedList, (), (session, closed))

SpeakersView speakers_view(const Reading& here, SessionId id) {
  Speakers& kept = *here.call.site.rooms.speakers;
  kept.forget_who_left(meetings(here.state));
  const SpeakersList list = kept.of(id);
  SpeakersView view;
  if (list.speaking) view.speaking = person_view(here, list.speaking->person);
  view.waiting = static_cast<std::uint32_t>(list.waiting.size());
  if (const auto place = list.place_of(here.person)) view.place = static_cast<std::uint32_t>(*place + 1);
  view.closed = list.closed;
  if (objection_to_giving_floor(here.state, id, here.person, here.now)) return view;
  view.list.emplace();
  for (const Speaker& one : list.waiting) view.list->push_back(person_view(here, one.person));
  return view;
}

SpeakersView speakers_of(const Call& call) {
  return read_view(call, [&](const Reading& here) {
    const SessionId id{call.number()};
    const Session* session = meetings(here.state).find(id);
    if (session == nullptr || !sees(here, session->meeting) || !sees(here, id)) throw nothing_there();
    if (const auto refusal = objection_to_speaking(here.state, id, here.person)) throw Refused{*refusal};
    return speakers_view(here, id);
  });
}

/// Changes the list of a session while nobody comes or goes, and tells pages of it.
template <class Objects, class Change>
Nothing change(const Call& call, SessionId session, const Objects& objects, const Change& change_list) {
  call.site.live.read([&](const Community& state) {
    if (const auto objection = objects(state)) throw Refused{*objection};
    Speakers& kept = *call.site.rooms.speakers;
    kept.forget_who_left(meetings(state));
    if (const auto objection = change_list(kept, meetings(state).sessions[session])) throw Refused{*objection};
  });
  call.site.events.announce_beside(Changes{{{"speakers", session.value}}});
  return {};
}

template <class Change>
Nothing as_speaker(const Call& call, SessionId session, const Change& change_list) {
  return change(
      call, session, [&](const Community& state) { return objection_to_speaking(state, session, call.reader.person); },
      change_list);
}

template <class Change>
Nothing as_chair(const Call& call, SessionId session, const Change& change_list) {
  return change(
      call, session,
      [&](const Community& state) { return objection_to_giving_floor(state, session, call.reader.person, call.now); },
      change_list);
}

Nothing ask_for_floor(const Call& call, const OfSession& asked) {
  return as_speaker(call, asked.session, [&](Speakers& kept, const Session& session) {
    const PersonId person = call.reader.person;
    const auto here = std::ranges::find(session.present, person, &Attendance::person);
    return kept.ask(asked.session, {person, here->since});
  });
}

Nothing withdraw_from_list(const Call& call, const OfSession& asked) {
  return as_speaker(call, asked.session,
                    [&](Speakers& kept, const Session&) { return kept.withdraw(asked.session, call.reader.person); });
}

Nothing give_floor(const Call& call, const GivenFloor& asked) {
  return as_chair(call, asked.session,
                  [&](Speakers& kept, const Session&) { return kept.give(asked.session, asked.person); });
}

Nothing end_speech(const Call& call, const OfSession& asked) {
  return as_chair(call, asked.session, [&](Speakers& kept, const Session&) {
    kept.end_speech(asked.session);
    return Speakers::Objection{};
  });
}

Nothing move_speaker(const Call& call, const MovedSpeaker& asked) {
  return as_chair(call, asked.session,
                  [&](Speakers& kept, const Session&) { return kept.move(asked.session, asked.person, asked.place); });
}

Nothing close_list(const Call& call, const ClosedList& asked) {
  return as_chair(call, asked.session, [&](Speakers& kept, const Session&) {
    kept.close(asked.session, asked.closed);
    return Speakers::Objection{};
  });
}

}  // namespace

Routes speaking_routes() {
  return {routes::get<&speakers_of>("/api/sessions/{id}/speakers", Who::person),
          routes::take<&ask_for_floor>("/api/speakers/ask", Who::person),
          routes::take<&withdraw_from_list>("/api/speakers/withdraw", Who::person),
          routes::take<&give_floor>("/api/speakers/give", Who::person),
          routes::take<&end_speech>("/api/speakers/end", Who::person),
          routes::take<&move_speaker>("/api/speakers/move", Who::person),
          routes::take<&close_list>("/api/speakers/list", Who::person)};
}

}  // namespace ccop::server
