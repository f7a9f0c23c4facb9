#include "server/mail/preview.hpp"

#include "community/kernel/clause.hpp"
#include "notify/mail/collect.hpp"
#include "notify/mail/inviting.hpp"
#include "notify/mail/office.hpp"
#include "server/rooms.hpp"

namespace ccop::server {

using namespace community;

namespace {

/// Of those of whom something changes, or who lose what they had: all that their calendars would be told of.
notify::Invites concerned(const Community& now, const std::vector<Act>& acts, const Asking& asking) {
  notify::Invites before = notify::invites(now, asking.at);
  Community then = now;
  apply(then, acts, asking);
  notify::Invites after = notify::invites(then, asking.at);
  for (const auto& [person, _] : before) after.try_emplace(person);
  std::erase_if(after, [&](const auto& one) { return before[one.first] == one.second; });
  return after;
}

/// Leaves of those who are concerned the ones who would be written to, and adds what the first would read.
void keep_invited(const Call& call, const notify::Invites& calendars, MailPreviewView& view) {
  const notify::MailOffice& office = *call.site.rooms.mail;
  std::erase_if(view.invited, [&](const PersonView& one) {
    const auto mails = office.calendar_mails(one.id, calendars.at(one.id), call.now);
    if (!mails.empty() && view.invitation.empty())
      view.invitation = office.draft_invitation(mails.front(), one.id, call.now).text;
    return mails.empty();
  });
}

}  // namespace

MailPreviewView mail_preview(const Call& call, const MailedCommand& asked) {
  std::vector<notify::Item> items;
  notify::Invites calendars;
  auto view = read_view(call, [&](const Reading& here) {
    MailPreviewView made;
    made.is_set_up = call.site.rooms.mail != nullptr;
    if (!made.is_set_up) return made;
    const Asking asking = asking_of(here.state, here.person, here.now);
    const Ruling ruling = decide(here.state, seeing(here.state, asked.command), asking);
    if (const auto* refusal = std::get_if<Refusal>(&ruling)) throw Refused{*refusal};
    const auto& acts = std::get<std::vector<Act>>(ruling);
    for (const auto& [person, told] : notify::told_by(here.state, acts, asking)) {
      if (items.empty()) items = told;
      made.people.push_back(person_view(here, person));
    }
    calendars = concerned(here.state, acts, asking);
    for (const auto& [person, _] : calendars) made.invited.push_back(person_view(here, person));
    return made;
  });
  if (!items.empty()) {
    const notify::Message mail = call.site.rooms.mail->draft(items, call.now);
    view.subject = mail.subject;
    view.text = mail.text;
  }
  if (view.is_set_up) keep_invited(call, calendars, view);
  return view;
}

}  // namespace ccop::server
