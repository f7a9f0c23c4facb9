// What the office does with answers that calendars give.
#include "base/text.hpp"
#include "community/people/state.hpp"
#include "community/record/state.hpp"
#include "notify/mail/mac.hpp"
#include "notify/mail/office.hpp"
#include "notify/mail/reply_address.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::notify {

using namespace community;

std::string MailOffice::reply_tag(PersonId person, MeetingId meeting) const {
  const std::string log_key = live_.read([](const Community& now) { return record(now).log_key; });
  const std::string named = "ccop: who answers an invitation|" + log_key + "|" + std::to_string(person.value) + "|" +
                            std::to_string(meeting.value);
  return mac_of(live_.master(), {3, "mailtags"}, named).substr(0, tag_length);
}

bool MailOffice::take_reply(const Reply& reply) {
  const auto meeting = live_.read([&](const Community& now) { return answered_meeting(now, reply); });
  if (!meeting) return false;
  std::vector<Asked> asked;
  for (const auto& [person, box] : boxes_.all())
    if (const Item* const last = last_out(box, *meeting))
      asked.push_back({person, reply_tag(person, *meeting), *last->invite});
  const Time at = live_.now();
  const auto said = live_.read([&](const Community& now) { return answer_in(now, reply, options_.sender, asked, at); });
  if (!said || is_anothers(reply.said.attendee, said->person)) return false;
  const auto before = options_.said(said->person, *meeting);
  const bool comes_remotely = before == Coming::remotely && said->coming == Coming::yes;
  if (before != said->coming && !comes_remotely) options_.say(*meeting, *said);
  return true;
}

bool MailOffice::is_anothers(const std::string& address, PersonId person) const {
  const auto is_theirs_too = [&](PersonId one) { return in_small_letters(address_of(one).value_or("")) == address; };
  const auto all = live_.read([](const Community& now) {
    std::vector<PersonId> ids;
    for (const PersonId one : people(now).all.ids()) ids.push_back(one);
    return ids;
  });
  return !address.empty() && !is_theirs_too(person) && std::ranges::any_of(all, is_theirs_too);
}

}  // namespace ccop::notify
