#include "notify/mail/invitation_letter.hpp"

#include "base/json_reading.hpp"
#include "base/text.hpp"
#include "notify/calendar/invitation.hpp"
#include "notify/calendar/meetings.hpp"
#include "notify/clock.hpp"
#include "notify/mail/markup.hpp"
#include "notify/words.hpp"

namespace ccop::notify {
namespace {

/// Where the meeting takes place, as far as the machine's table knows that zone.
const std::string& zone_there(const Letterhead& head, const Invite& invite) {
  return is_zone(invite.zone) ? invite.zone : head.zone;
}

std::string programme(const Letterhead& head, const Invite& invite, const std::string& own_zone) {
  std::string text;
  for (const InvitedSession& session : invite.sessions) {
    const auto length = std::chrono::duration_cast<minutes>(session.ends - session.starts);
    if (!text.empty()) text += '\n';
    text += words("invited.session", {{"minutes", std::to_string(length.count())},
                                      {"time", in_words(session.starts, zone_there(head, invite), own_zone)}});
  }
  return text;
}

CalendarPart calendar_part(const Letterhead& head, const WrittenInvite& written, const std::string& to,
                           const std::string& own_zone) {
  const Invite& invite = *written.item.invite;
  CalendarEvent event;
  event.uid = written.uid;
  event.sequence = invite.sequence;
  event.changed = written.item.since;
  event.when = when_held(invite.starts, invite.ends, invite.zone);
  event.summary = written.called.title.empty() ? head.short_name : written.called.title;
  event.place = written.called.place;
  event.description = programme(head, invite, own_zone);
  event.is_busy = written.said != community::Coming::no;
  const auto method = invite.is_cancelled ? InvitationMethod::cancel : InvitationMethod::request;
  return {std::string{word_of(method)},
          invitation_text(method, std::move(event), {plain(head.short_name), written.organizer, written.is_answered},
                          {to, to}, written.said)};
}

/// What the mail says besides, line by line. Who has no place any more is not led to the page.
struct SaidOfInvite {
  std::string what;
  std::string when;
  std::string address;
  std::string answer;
  std::string choice;
};

SaidOfInvite said_of(const Letterhead& head, const WrittenInvite& written, const std::string& own_zone) {
  const Item& item = written.item;
  const Invite& invite = *item.invite;
  return {words(item.words),
          words("invited.begins", {{"time", in_words(invite.starts, zone_there(head, invite), own_zone)}}),
          invite.is_cancelled ? "" : head.address + item.path,
          words(written.is_answered ? "invited.counts" : "invited.answer"),
          written.may_choose ? head.address + "/me#mail" : ""};
}

std::string invite_in_text(const Letterhead& head, const SaidOfInvite& said) {
  std::string text = words("invited.opening", {{"name", head.community}}) + "\n\n* " + said.what + "\n  " + said.when;
  if (!said.address.empty()) text += "\n  " + said.address + "\n\n" + said.answer;
  if (!said.choice.empty()) text += "\n\n" + words("invited.choice") + ": " + said.choice;
  return text + "\n\n" + words("closing") + "\n";
}

std::string invite_in_html(const Letterhead& head, const SaidOfInvite& said) {
  std::string body = "<p>" + escaped(words("invited.opening", {{"name", head.community}})) +
                     "</p>\n<ul>\n<li><strong>" + escaped(said.what) + "</strong><br>" + escaped(said.when);
  if (!said.address.empty()) body += "<br>" + link(said.address, words("open"));
  body += "</li>\n</ul>\n";
  if (!said.address.empty()) body += "<p>" + escaped(said.answer) + "</p>\n";
  if (!said.choice.empty()) body += "<p>" + link(said.choice, words("invited.choice")) + ".</p>\n";
  body += "<p>" + escaped(words("closing")) + "</p>\n";
  return html_page(head.short_name, body);
}

}  // namespace

MeetingWords words_of_meeting(const std::optional<std::string>& details) {
  MeetingWords found;
  if (!details) return found;
  const auto take = [](const auto& json, const char* name, std::string& into) {
    std::string_view text;
    if (json[name].get(text) == simdjson::SUCCESS) into = text;
  };
  try {
    const auto json = parse_json(*details);
    take(json, "title", found.title);
    take(json, "place", found.place);
  } catch (const BadInput&) {  // a plain text
    return {};
  }
  return found;
}

Message invitation_letter(const Letterhead& head, const WrittenInvite& written, const std::string& to,
                          const std::string& own_zone, Time at) {
  const std::string zone = is_zone(own_zone) ? own_zone : head.zone;
  const SaidOfInvite said = said_of(head, written, zone);
  const std::string name = plain(head.short_name);
  return {.sender_name = name,
          .sender = head.sender,
          .to = to,
          .subject = words("invited.subject", {{"community", name}}),
          .text = invite_in_text(head, said),
          .html = invite_in_html(head, said),
          .id = {},
          .at = at,
          .list = "notices." + host_in(head.address),
          .unsubscribe = {},
          .calendar = calendar_part(head, written, to, zone),
          .reply_to = written.organizer == head.sender ? "" : written.organizer};
}

}  // namespace ccop::notify
