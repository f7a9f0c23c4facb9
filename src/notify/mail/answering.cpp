#include "notify/mail/answering.hpp"

#include "notify/calendar/meetings.hpp"
#include "notify/mail/incoming.hpp"
#include "notify/mail/reply_address.hpp"

#include <algorithm>

namespace ccop::notify {

using namespace community;

namespace {

/// Those by which the reply may be somebody's: of the organizer where that has one, else of the mail's recipients, for
/// some programs put a name of their own in the organizer's place.
std::vector<std::string> tags_of(const Reply& reply, const std::string& own) {
  if (const auto tag = tag_in(reply.said.organizer, own)) return {*tag};
  std::vector<std::string> tags;
  for (const std::string& recipient : reply.recipients)
    if (const auto tag = tag_in(recipient, own)) tags.push_back(*tag);
  return tags;
}

const Asked* whose(const std::vector<std::string>& tags, const std::vector<Asked>& asked) {
  const auto found = std::ranges::find_if(asked, [&](const Asked& one) {
    return std::ranges::any_of(
        tags, [&](const std::string& tag) { return equal_in_constant_time(bytes_of(tag), bytes_of(one.tag)); });
  });
  return found == asked.end() ? nullptr : &*found;
}

/// What they were told last is what they answer, and is how the meeting is.
bool is_up_to_date(const CalendarReply& said, const Invite& last, const Meeting& meeting) {
  return !last.is_cancelled && said.sequence >= last.sequence && last.starts == meeting.starts &&
         last.ends == meeting.ends;
}

}  // namespace

std::optional<Reply> reply_in(std::string_view mail) {
  auto incoming = incoming_mail(mail);
  auto said = incoming ? calendar_reply(incoming->calendar) : std::nullopt;
  if (!said) return std::nullopt;
  return Reply{*std::move(said), std::move(incoming->recipients)};
}

std::optional<MeetingId> answered_meeting(const Community& now, const Reply& reply) {
  for (const MeetingId meeting : meetings(now).all.ids())
    if (event_name(now, meeting) == reply.said.uid) return meeting;
  return std::nullopt;
}

std::optional<host::ComingSaid> answer_in(const Community& now, const Reply& reply, const std::string& own,
                                          const std::vector<Asked>& asked, Time at) {
  const auto meeting = answered_meeting(now, reply);
  const Asked* const by = whose(tags_of(reply, own), asked);
  if (!meeting || by == nullptr || by->last.meeting != *meeting || !reply.said.comes) return std::nullopt;
  const Meeting& its = meetings(now).all[*meeting];
  if (!is_up_to_date(reply.said, by->last, its)) return std::nullopt;
  if (objection_to_coming(now, *meeting, by->person, at)) return std::nullopt;
  return host::ComingSaid{by->person, *reply.said.comes ? Coming::yes : Coming::no, its.starts, its.ends};
}

}  // namespace ccop::notify
