// What somebody is written about, how often, and, for the committee, who can't be written to.
#include "server/routes.hpp"

#include "community/kernel/clause.hpp"
#include "notify/clock.hpp"
#include "notify/mail/office.hpp"
#include "server/mail/preview.hpp"
#include "server/mail/room.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"
#include "server/sentences.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;
using notify::Box;
using notify::Item;
using notify::Standing;

constexpr std::size_t shown_items = 20;
constexpr std::string_view unsubscribe_path = "/api/mail/unsubscribe/";

struct MailItemView {
  std::string about;  ///< a kind of duty or notice, as "duty.silence"
  Standing standing{};
  Time at;
  std::optional<Time> by;
  std::optional<std::string> answer;  ///< the mail server's
};
BOOST_DESCRIBE_STRUCT(MailItemView, (), (about, standing, at, by, answer))

struct OwnMailView {
  bool is_set_up{};
  std::string sender;
  std::string time_zone;  ///< the community's
  notify::Preference preference;
  bool is_invited{};                ///< meetings come as invitations, by what was chosen or else as is usual
  bool follows_calendar{};          ///< has a device that follows the calendar, where they stand anyway
  std::vector<MailItemView> items;  ///< the latest first
};
BOOST_DESCRIBE_STRUCT(OwnMailView, (), (is_set_up, sender, time_zone, preference, is_invited, follows_calendar, items))

struct WrittenToView {
  PersonView person;
  std::uint32_t waiting{};
  std::uint32_t refused{};
  std::optional<Time> accepted_at;        ///< of the last mail that was taken over
  std::optional<std::string> answer;      ///< of the last that was refused
  std::vector<MailItemView> with_effect;  ///< what has legal effect: whether it came there
};
BOOST_DESCRIBE_STRUCT(WrittenToView, (), (person, waiting, refused, accepted_at, answer, with_effect))

struct AllMailView {
  bool is_set_up{};
  std::string trouble;  ///< why the relay can't be spoken to; empty where it can
  std::vector<WrittenToView> people;
};
BOOST_DESCRIBE_STRUCT(AllMailView, (), (is_set_up, trouble, people))

struct PersonRef {
  PersonId person{};
};
BOOST_DESCRIBE_STRUCT(PersonRef, (), (person))

notify::MailOffice& office(const Call& call) {
  if (!call.site.rooms.mail) throw nothing_there("no-mail-here");
  return *call.site.rooms.mail;
}

MailItemView item_view(const Item& item) {
  return {item.words, item.standing, item.at, item.by, item.answer};
}

OwnMailView own_mail(const Call& call) {
  OwnMailView view;
  view.time_zone = call.site.live.read([](const Community& now) { return charter(now).time_zone; });
  if (!call.site.rooms.mail) return view;
  view.is_set_up = true;
  view.sender = call.site.rooms.mail->options().sender;
  const Box box = call.site.rooms.mail->boxes().of(call.reader.person);
  view.preference = box.preference;
  view.follows_calendar = call.site.rooms.mail->follows_calendar(call.reader.person);
  view.is_invited = notify::wants_invitations(box.preference, view.follows_calendar);
  for (auto item = box.items.rbegin(); item != box.items.rend() && view.items.size() < shown_items; ++item)
    view.items.push_back(item_view(*item));
  return view;
}

Nothing prefer(const Call& call, const notify::Preference& wished) {
  if (wished.hour > 23) throw BadInput{"hour", "0 to 23"};
  if (wished.weekday < 1 || wished.weekday > 7) throw BadInput{"weekday", "1 to 7"};
  if (!wished.zone.empty() && !notify::is_zone(wished.zone))
    throw BadInput{"zone", "a time zone such as Africa/Nairobi"};
  office(call).boxes().change(call.reader.person, [&](Box& box) {
    box.preference = wished;
    box.collected_at.reset();
  });
  office(call).hurry();
  return {};
}

/// The desk was shown to whoever asks.
Nothing looked(const Call& call) {
  if (call.site.rooms.mail) call.site.rooms.mail->looked(call.reader.person);
  return {};
}

WrittenToView written_to(const Reading& here, PersonId person, const Box& box) {
  WrittenToView view{person_view(here, person), 0, 0, {}, {}, {}};
  for (const Item& item : box.items) {
    if (item.standing == Standing::waiting) ++view.waiting;
    if (item.standing == Standing::accepted) view.accepted_at = item.at;
    if (item.is_lost()) ++view.refused, view.answer = item.answer;
    if (item.cannot_wait && item.is_current && item.words.starts_with("duty."))
      view.with_effect.push_back(item_view(item));
  }
  return view;
}

void require_committee(const Reading& here) {
  if (is_committee(here.state, here.person, here.now)) return;
  throw Refused{refuse(clause::management, sentence::only_committee_sees_mail)};
}

AllMailView all_mail(const Reading& here) {
  require_committee(here);
  AllMailView view;
  const auto& mail = here.call.site.rooms.mail;
  if (!mail) return view;
  view.is_set_up = true;
  view.trouble = mail->trouble();
  for (const auto& [person, box] : mail->boxes().all())
    if (!box.items.empty()) view.people.push_back(written_to(here, person, box));
  return view;
}

Nothing retry(const Call& call, const PersonRef& asked) {
  call.site.live.read([&](const Community& state) { require_committee(Reading{state, call}); });
  office(call).retry(asked.person);
  return {};
}

MailPreviewView preview(const Call& call, const MailedCommand& asked) {
  call.site.live.read([&](const Community& state) { require_committee(Reading{state, call}); });
  return mail_preview(call, asked);
}

/// Ends collected mails by the secret in the path, which mail programs post to by themselves (RFC 8058); opening it
/// only leads to the page, for scanners open all there is.
void unsubscribe(const Call& call, const Reply& reply) {
  const auto& mail = call.site.rooms.mail;
  const std::string secret = call.request.path.substr(unsubscribe_path.size());
  const auto person = mail ? mail->unsubscriber(secret) : std::nullopt;
  Response response;
  if (!person) {
    response = problem_response(nothing_there("link-not-valid"));
  } else if (call.request.method == "POST") {
    mail->boxes().change(*person, [](Box& box) { box.preference.rhythm = notify::Rhythm::urgent; });
    response.status = 200;
  } else {
    response.status = 303;
    response.headers.emplace_back("Location", "/c/" + call.site.slug + "/me#mail");
  }
  reply(std::move(response));
}

Route unsubscribe_route() {
  Route route{"POST", "/api/mail/unsubscribe/*", Who::strangers, &unsubscribe,
              [](schema::Components&) { return Route::Description{}; }};
  route.speaks_otherwise = true;  // a form
  return route;
}

}  // namespace

void add_undelivered(const Reading& here, std::vector<DeskTask>& tasks) {
  const auto& mail = here.call.site.rooms.mail;
  if (!mail || !is_secretary(here.state, here.person, here.now)) return;
  for (const auto& [person, box] : mail->boxes().all()) {
    if (std::ranges::none_of(box.items, &Item::is_lost)) continue;
    TaskSubject about{name_of(here, person)};
    about.person = person;
    tasks.push_back({"mail-refused", about, std::nullopt});
  }
}

Routes mail_routes() {
  Route all = routes::page<&all_mail>("/api/mail/people", Who::seat);
  all.is_kept = false;  // mail changes it, and not the record
  return {routes::get<&own_mail>("/api/mail", Who::seated_person),
          routes::take<&prefer>("/api/mail/preference", Who::seated_person),
          routes::post<&looked>("/api/mail/looked", Who::seated_person),
          all,
          heavy(routes::take<&preview>("/api/mail/preview", Who::seated_person)),
          routes::take<&retry>("/api/mail/retry", Who::seated_person),
          unsubscribe_route()};
}

}  // namespace ccop::server
