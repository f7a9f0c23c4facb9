#include "server/meetings/speakers.hpp"

#include "community/kernel/clause.hpp"
#include "community/meetings/sentences.hpp"

#include <algorithm>

namespace ccop::server {

using namespace community;

namespace {

bool is_still_there(const Session& session, const Speaker& speaker) {
  const auto here = std::ranges::find(session.present, speaker.person, &Attendance::person);
  return here != session.present.end() && here->since == speaker.came;
}

Refusal does_not_wait() {
  return refuse(clause::ways_of_working, sentence::not_on_speakers_list);
}

}  // namespace

std::optional<std::size_t> SpeakersList::place_of(PersonId person) const {
  const auto found = std::ranges::find(waiting, person, &Speaker::person);
  return found == waiting.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - waiting.begin())};
}

SpeakersList Speakers::of(SessionId session) const {
  const std::scoped_lock lock{mutex_};
  const auto found = lists_.find(session);
  return found == lists_.end() ? SpeakersList{} : found->second;
}

Speakers::Objection Speakers::ask(SessionId session, const Speaker& speaker) {
  const std::scoped_lock lock{mutex_};
  SpeakersList& list = lists_[session];
  if (list.closed) return refuse(clause::ways_of_working, sentence::speakers_list_is_closed);
  if (list.place_of(speaker.person)) return refuse(clause::ways_of_working, sentence::on_speakers_list_already);
  if (list.waiting.size() >= most) return refuse(clause::ways_of_working, sentence::speakers_list_is_full, most);
  list.waiting.push_back(speaker);
  return std::nullopt;
}

Speakers::Objection Speakers::withdraw(SessionId session, PersonId person) {
  const std::scoped_lock lock{mutex_};
  SpeakersList& list = lists_[session];
  const auto place = list.place_of(person);
  if (!place) return does_not_wait();
  list.waiting.erase(list.waiting.begin() + static_cast<std::ptrdiff_t>(*place));
  return std::nullopt;
}

Speakers::Objection Speakers::give(SessionId session, std::optional<PersonId> person) {
  const std::scoped_lock lock{mutex_};
  SpeakersList& list = lists_[session];
  if (list.waiting.empty()) return refuse(clause::ways_of_working, sentence::nobody_asks_to_speak);
  const auto place = person ? list.place_of(*person) : 0;
  if (!place) return does_not_wait();
  const auto next = list.waiting.begin() + static_cast<std::ptrdiff_t>(*place);
  list.speaking = *next;
  list.waiting.erase(next);
  return std::nullopt;
}

void Speakers::end_speech(SessionId session) {
  const std::scoped_lock lock{mutex_};
  lists_[session].speaking.reset();
}

Speakers::Objection Speakers::move(SessionId session, PersonId person, std::size_t place) {
  const std::scoped_lock lock{mutex_};
  auto& waiting = lists_[session].waiting;
  const auto from = std::ranges::find(waiting, person, &Speaker::person);
  if (from == waiting.end()) return does_not_wait();
  const Speaker moved = *from;
  waiting.erase(from);
  waiting.insert(waiting.begin() + static_cast<std::ptrdiff_t>(std::min(place, waiting.size())), moved);
  return std::nullopt;
}

void Speakers::close(SessionId session, bool is_closed) {
  const std::scoped_lock lock{mutex_};
  lists_[session].closed = is_closed;
}

void Speakers::forget_who_left(const Meetings& meetings) {
  const std::scoped_lock lock{mutex_};
  std::erase_if(lists_, [&](const auto& one) { return !meetings.sessions[one.first].is_live(); });
  for (auto& [id, list] : lists_) {
    const Session& session = meetings.sessions[id];
    std::erase_if(list.waiting, [&](const Speaker& speaker) { return !is_still_there(session, speaker); });
    if (list.speaking && !is_still_there(session, *list.speaking)) list.speaking.reset();
  }
}

}  // namespace ccop::server
