#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"
#include "community/notice_board/chapter.hpp"
#include "community/notice_board/sentences.hpp"

namespace ccop::community {
namespace {

constexpr auto longest_notice = days{30};

bool speaks_for_a_member(const Community& now, PersonId person, Time at) {
  const auto seat = membership(now).seat_of(person, at);
  if (!seat) return false;
  const OrganizationId organization = membership(now).mandates[*seat].organization;
  return membership(now).organizations[organization].status == Status::member;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const PinNotice::About&, const Asking& asking) {
  if (!holds_seat(now, asking.person, asking.at)) return refuse(clause::ways_of_working, sentence::only_seats_pin);
  // Before version 2 Observers pinned notices too; what they pinned then stays as it was decided.
  if (asking.rules >= 2 && !speaks_for_a_member(now, asking.person, asking.at))
    return refuse(clause::ways_of_working, sentence::only_members_pin);
  return std::nullopt;
}

Ruling decide(const Community& now, const PinNotice& asked, const Asking& asking) {
  if (asked.until <= asking.at || asked.until > asking.at + longest_notice)
    return refuse(clause::ways_of_working, sentence::notice_hangs_at_most, longest_notice.count());
  return accept(NoticePinned{notice_board(now).notices.next(), asking.person, asked.text, asked.until});
}

std::optional<Refusal> bars(const Community& now, const TakeNoticeDown& about, const Asking& asking) {
  const PinnedNotice* notice = notice_board(now).notices.find(about.notice);
  if (notice == nullptr) return refuse(clause::the_record, sentence::no_such_notice);
  if (notice->by != asking.person && !is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::notice_is_anothers);
  if (notice->taken_down_at) return refuse(clause::ways_of_working, sentence::notice_is_down);
  return std::nullopt;
}

Ruling decide(const Community&, const TakeNoticeDown& asked, const Asking& asking) {
  return accept(NoticeTakenDown{asked.notice, asking.person});
}

std::vector<Act> NoticeBoardChapter::due(const Community& now, Time at) {
  const auto& notices = notice_board(now).notices;
  for (const NoticeId id : notices.ids())
    if (!notices[id].taken_down_at && notices[id].until <= at) return {NoticeTakenDown{id, {}}};
  return {};
}

std::vector<Task> NoticeBoardChapter::tasks(const Community&, PersonId, Time) {
  return {};
}

void NoticeBoardChapter::duties(const Community&, Time, Duties&) {}

}  // namespace ccop::community
