#include "community/bodies/acts.hpp"
#include "community/decisions/acts.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/acts.hpp"
#include "community/notices/chapter.hpp"
#include "community/people/acts.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::community {
namespace {

constexpr auto told_for = days{30};

/// Whoever holds the organization's seats.
void add_seats(const Community& now, OrganizationId organization, Time at, std::vector<PersonId>& to) {
  for (const MandateKind kind : {MandateKind::main, MandateKind::alternate})
    if (const auto seat = membership(now).holder(organization, kind, at))
      to.push_back(membership(now).mandates[*seat].person);
}

std::vector<PersonId> committee(const Community& now, Time at) {
  std::vector<PersonId> people = co_chairs(now, at);
  if (const auto secretary = bodies(now).secretary(at)) people.push_back(*secretary);
  return people;
}

/// The person, those with whom they share an organization, and the Management Committee.
std::vector<PersonId> all_concerned(const Community& now, const Notice& notice, Time at) {
  std::vector<PersonId> to = committee(now, at);
  if (notice.person) to.push_back(*notice.person);
  if (notice.organization) add_seats(now, *notice.organization, at, to);
  return to;
}

/// Whoever had the seat last, whether or not they still have it.
std::vector<PersonId> held_before(const Community& now, OrganizationId organization) {
  for (const MandateId id : membership(now).organizations[organization].mandates | std::views::reverse)
    if (membership(now).mandates[id].kind == MandateKind::main) return {membership(now).mandates[id].person};
  return {};
}

Notice about_seat(NoticeKind kind, OrganizationId organization, std::optional<PersonId> person) {
  Notice notice;
  notice.kind = kind;
  notice.person = person;
  notice.organization = organization;
  return notice;
}

Notice about_person(const Community& now, NoticeKind kind, PersonId person, Time at) {
  Notice notice;
  notice.kind = kind;
  notice.person = person;
  notice.organization = membership(now).seat_organization(person, at);
  return notice;
}

void tell(Community& now, Notice notice, const Noting& noting) {
  std::ranges::sort(notice.to);
  const auto twice = std::ranges::unique(notice.to);
  notice.to.erase(twice.begin(), twice.end());
  if (notice.to.empty()) return;
  Notices& all = of<Notices>(now);
  std::erase_if(all.recent, [&](const Notice& old) { return old.at + told_for <= noting.asking.at; });
  notice.number = all.next++;
  notice.at = noting.asking.at;
  notice.entry = noting.entry;
  all.recent.push_back(std::move(notice));
}

/// Tells those whom the notice names already, but not who asked for it.
void tell_others(Community& now, Notice notice, const Noting& noting) {
  if (noting.asking.kind == Asking::Kind::person) notice.by = noting.asking.person;
  std::erase_if(notice.to, [&](PersonId person) { return notice.by == person; });
  tell(now, std::move(notice), noting);
}

/// Tells all whom it concerns, but not who asked for it.
void tell_all(Community& now, Notice notice, const Noting& noting) {
  const auto concerned = all_concerned(now, notice, noting.asking.at);
  notice.to.insert(notice.to.end(), concerned.begin(), concerned.end());
  tell_others(now, std::move(notice), noting);
}

/// To those who can negotiate: the co-Chairs, and whoever moved it. The other Members read it with the motion.
void tell_of_objection(Community& now, NoticeKind kind, MotionId motion, OrganizationId organization,
                       const Noting& noting) {
  Notice notice = about_seat(kind, organization, std::nullopt);
  notice.motion = motion;
  notice.to = co_chairs(now, noting.asking.at);
  notice.to.push_back(decisions(now).motions[motion].mover);
  tell_others(now, std::move(notice), noting);
}

}  // namespace

std::vector<Notice> notices_for(const Community& now, PersonId person, Time at) {
  std::vector<Notice> found;
  for (const Notice& notice : notices(now).recent)
    if (at < notice.at + told_for && std::ranges::binary_search(notice.to, person)) found.push_back(notice);
  std::ranges::reverse(found);
  return found;
}

void NoticesChapter::note(Community& now, const SeatChangeAsked& act, const Noting& noting) {
  Notice notice = about_seat(NoticeKind::seat_change_asked, act.organization, std::nullopt);
  if (act.gives) notice.person = act.gives->person;
  tell_all(now, std::move(notice), noting);
}

void NoticesChapter::note(Community& now, const SeatChangeWithdrawn& act, const Noting& noting) {
  const SeatChange& change = membership(now).changes[act.change];
  Notice notice = about_seat(NoticeKind::seat_change_withdrawn, change.organization, std::nullopt);
  if (change.gives) notice.person = change.gives->person;
  tell_all(now, std::move(notice), noting);
}

void NoticesChapter::note(Community& now, const RepresentativeAppointed& act, const Noting& noting) {
  Notice notice = about_seat(NoticeKind::representative, act.organization, act.person);
  notice.to = held_before(now, act.organization);
  tell_all(now, std::move(notice), noting);
}

void NoticesChapter::note(Community& now, const AlternateNamed& act, const Noting& noting) {
  tell_all(now, about_seat(NoticeKind::alternate, act.organization, act.person), noting);
}

void NoticesChapter::note(Community& now, const MandateEnded& act, const Noting& noting) {
  const Mandate& mandate = membership(now).mandates[act.mandate];
  tell_all(now, about_seat(NoticeKind::mandate_ended, mandate.organization, mandate.person), noting);
}

void NoticesChapter::note(Community& now, const EnrolmentOffered& act, const Noting& noting) {
  if (noting.asking.kind == Asking::Kind::host) return;  // the founding: nobody is there to be told
  tell_all(now, about_person(now, NoticeKind::link_offered, act.person, noting.asking.at), noting);
}

void NoticesChapter::note(Community& now, const PasskeyEnrolled& act, const Noting& noting) {
  const Person& person = people(now).all[act.person];
  if (person.offer && person.offer->replaces_passkeys)
    return tell_all(now, about_person(now, NoticeKind::recovery_done, act.person, noting.asking.at), noting);
  Notice notice = about_person(now, NoticeKind::passkey_added, act.person, noting.asking.at);
  // Whoever has passkeys is told of one more. The first is told to those who can ask the person whether it is theirs.
  const bool is_first = person.passkeys.empty();
  if (is_first && notice.organization) add_seats(now, *notice.organization, noting.asking.at, notice.to);
  if (is_first)
    std::erase(notice.to, act.person);
  else
    notice.to.push_back(act.person);
  tell(now, std::move(notice), noting);
}

void NoticesChapter::note(Community& now, const PasskeyRemoved& act, const Noting& noting) {
  Notice notice = about_person(now, NoticeKind::passkey_removed, act.person, noting.asking.at);
  notice.to.push_back(act.person);
  tell(now, std::move(notice), noting);
}

void NoticesChapter::note(Community& now, const RecoveryConfirmed& act, const Noting& noting) {
  const bool is_second = people(now).all[act.person].pending_recovery(noting.asking.at) != nullptr;
  const NoticeKind kind = is_second ? NoticeKind::recovery_confirmed : NoticeKind::recovery_begun;
  tell_all(now, about_person(now, kind, act.person, noting.asking.at), noting);
}

void NoticesChapter::note(Community& now, const SecretaryAppointmentAsked& act, const Noting& noting) {
  tell_all(now, about_person(now, NoticeKind::secretary_asked, act.person, noting.asking.at), noting);
}

void NoticesChapter::note(Community& now, const SecretaryAppointed& act, const Noting& noting) {
  if (noting.asking.kind == Asking::Kind::host) return;  // the founding: nobody is there to be told
  tell_all(now, about_person(now, NoticeKind::secretary, act.person, noting.asking.at), noting);
}

void NoticesChapter::note(Community& now, const CoChairSeated& act, const Noting& noting) {
  tell_all(now, about_person(now, NoticeKind::co_chair, act.person, noting.asking.at), noting);
}

void NoticesChapter::note(Community& now, const ObjectionRaised& act, const Noting& noting) {
  tell_of_objection(now, NoticeKind::objection_raised, act.motion, act.organization, noting);
}

void NoticesChapter::note(Community& now, const ObjectionWithdrawn& act, const Noting& noting) {
  tell_of_objection(now, NoticeKind::objection_withdrawn, act.motion, act.organization, noting);
}

std::vector<Act> NoticesChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> NoticesChapter::tasks(const Community&, PersonId, Time) {
  return {};
}

void NoticesChapter::duties(const Community&, Time, Duties&) {}

}  // namespace ccop::community
