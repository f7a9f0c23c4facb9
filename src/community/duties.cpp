#include "community/duties.hpp"

#include "community/community.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// The charter's ladder for this kind: its own, else the one for all.
const CharterLadder& ladder_of(const Charter& charter, std::string_view kind) {
  for (const CharterLadder& ladder : charter.ladders)
    if (ladder.duty == kind) return ladder;
  return charter.ladder;
}

/// Monday is 1, as in ISO 8601. The record knows no time zones (docs/adr/0003), so days of rest are those of UTC.
bool is_day_of_rest(const Charter& charter, Time at) {
  const std::chrono::weekday day{std::chrono::floor<days>(at)};
  return std::ranges::find(charter.voting.rest_days, day.iso_encoding()) != charter.voting.rest_days.end();
}

/// The end of a leave that the seat declared and that nobody stands in for; nothing where there is none at that time.
std::optional<Time> end_of_leave(const Community& now, const Duty& duty, Time at) {
  if (duty.owner != Owner::seat) return std::nullopt;
  if (membership(now).holder(*duty.seat, MandateKind::alternate, at)) return std::nullopt;
  for (const Absence& absence : membership(now).organizations[*duty.seat].absences)
    if (absence.from <= at && at < absence.until) return absence.until;
  return std::nullopt;
}

/// The first moment from then on, on which people work and the owner is there (the ladder pauses until it).
Time when_heard(const Community& now, const Duty& duty, Time at) {
  for (bool moved = true; moved;) {
    moved = false;
    if (const auto back = end_of_leave(now, duty, at)) at = *back, moved = true;
    if (is_day_of_rest(charter(now), at)) at += days{1}, moved = true;
  }
  return at;
}

void climb(const Community& now, Duty& duty) {
  const CharterLadder& ladder = ladder_of(charter(now), duty.what.kind);
  const Time expected = duty.what.by.value_or(duty.since + days{ladder.expected_within});
  const auto add = [&](Time at, Audience to) {
    if (at >= duty.since) duty.ladder.push_back({when_heard(now, duty, at), to});
  };
  add(duty.since, Audience::owner);
  if (duty.announced_at.empty())
    for (const std::uint32_t before : ladder.remind_before) add(expected - days{before}, Audience::owner);
  for (const Time at : duty.announced_at) add(at, Audience::owner);
  // What ends by itself at its time is nobody's to be urged for afterwards.
  if (!duty.met_by.empty())
    for (std::size_t i = 0; i < ladder.escalate_after.size(); ++i)
      add(expected + days{ladder.escalate_after[i]}, ladder.escalate_to[i]);
  std::ranges::stable_sort(duty.ladder, {}, &Step::at);
  // Steps that a pause moved to the same moment are one.
  const auto doubled = std::ranges::unique(duty.ladder);
  duty.ladder.erase(doubled.begin(), doubled.end());
}

void add_secretary(const Community& now, Time at, std::vector<PersonId>& found) {
  if (const auto secretary = bodies(now).secretary(at)) found.push_back(*secretary);
}

void add_co_chairs(const Community& now, Time at, std::vector<PersonId>& found) {
  std::ranges::copy(co_chairs(now, at), std::back_inserter(found));
}

void add_seat(const Community& now, OrganizationId seat, Time at, std::vector<PersonId>& found) {
  if (const auto holder = speaker_for(now, seat, at)) found.push_back(*holder);
}

}  // namespace

Duties duties(const Community& now, Time at) {
  Duties found;
  if (!is_founded(now)) return found;
  for_each_type(Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) {
    const std::size_t before = found.size();
    Chapter::duties(now, at, found);
    for (std::size_t i = before; i < found.size(); ++i) found[i].chapter = Chapter::name;
  });
  for (Duty& duty : found) climb(now, duty);
  std::ranges::stable_sort(
      found, [](const Duty& a, const Duty& b) { return a.what.by && (!b.what.by || *a.what.by < *b.what.by); });
  return found;
}

const Step* reached(const Duty& duty, Time at) {
  const Step* last = nullptr;
  for (const Step& step : duty.ladder)
    if (step.at <= at) last = &step;
  return last;
}

const Step* next_step(const Duty& duty, Time at) {
  const auto next = std::ranges::find_if(duty.ladder, [&](const Step& step) { return step.at > at; });
  return next == duty.ladder.end() ? nullptr : &*next;
}

std::vector<PersonId> owners_of(const Community& now, const Duty& duty, Time at) {
  std::vector<PersonId> found;
  switch (duty.owner) {
    case Owner::seat:
      add_seat(now, *duty.seat, at, found);
      break;
    case Owner::secretary:
      add_secretary(now, at, found);
      break;
    case Owner::co_chairs:
      add_co_chairs(now, at, found);
      break;
    case Owner::committee:
      add_co_chairs(now, at, found);
      add_secretary(now, at, found);
      break;
    case Owner::membership:
      for (const OrganizationId seat : membership(now).roll(at)) add_seat(now, seat, at, found);
      break;
  }
  return found;
}

std::vector<PersonId> reached_by(const Community& now, const Duty& duty, const Step& step, Time at) {
  std::vector<PersonId> found;
  if (step.to == Audience::owner) found = owners_of(now, duty, at);
  if (found.empty() && step.to != Audience::co_chairs) add_secretary(now, at, found);
  if (found.empty()) add_co_chairs(now, at, found);
  if (found.empty()) add_secretary(now, at, found);
  return found;
}

}  // namespace ccop::community
