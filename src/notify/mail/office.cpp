#include "notify/mail/office.hpp"

#include "community/kernel/standing.hpp"
#include "notify/calendar/meetings.hpp"
#include "notify/mail/mac.hpp"
#include "notify/mail/reply_address.hpp"

#include <boost/core/demangle.hpp>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace ccop::notify {

using namespace community;

namespace {

constexpr std::string_view began_setting = "mail/began";
constexpr auto between_rounds = std::chrono::seconds{20};
constexpr auto gathering = std::chrono::seconds{2};
constexpr auto given_up_after = days{5};

/// A minute, then twice as long each time, up to two hours; and up to half of it more, so that not all come at once.
std::chrono::milliseconds until_next_try(unsigned tries, std::uint32_t chance) {
  const auto wait = std::chrono::milliseconds{minutes{1}} * (1 << std::min(tries, 7u));
  return wait + wait * (chance % 1000) / 2000;
}

std::uint32_t chance() {
  return randombytes_random();
}

void count(Round& round, Handed::Result result) {
  if (result == Handed::Result::accepted)
    ++round.accepted;
  else if (result == Handed::Result::refused)
    ++round.refused;
  else
    ++round.postponed;
}

Time first_begun(store::Store& store, Time now) {
  if (const auto kept = store.setting(began_setting))
    if (const auto at = from_rfc3339(*kept)) return *at;
  store.set(began_setting, to_rfc3339(now));
  return now;
}

}  // namespace

MailOffice::MailOffice(host::LiveCommunity& live, MailOptions options, HandOver hand_over, Accepted accepted)
    : live_(live),
      options_(std::move(options)),
      hand_over_(std::move(hand_over)),
      accepted_(std::move(accepted)),
      boxes_(live.store()),
      began_(first_begun(live.store(), live.now())) {
  if (options_.replies) options_.replies->join(this, [this](const Reply& reply) { return take_reply(reply); });
}

MailOffice::~MailOffice() {
  stop();
}

void MailOffice::start() {
  thread_ = std::thread{[this] { run(); }};
}

void MailOffice::stop() {
  {
    const std::scoped_lock lock{mutex_};
    stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
  if (options_.replies) options_.replies->leave(this);  // what another's thread offers needs the community
}

bool MailOffice::is_stopping() const {
  const std::scoped_lock lock{mutex_};
  return stopping_;
}

void MailOffice::hurry() {
  {
    const std::scoped_lock lock{mutex_};
    hurried_ = true;
  }
  changed_.notify_one();
}

void MailOffice::run() {
  for (;;) {
    {
      std::unique_lock lock{mutex_};
      changed_.wait_for(lock, between_rounds, [&] { return stopping_ || hurried_; });
      // What comes together goes in one mail.
      if (hurried_) changed_.wait_for(lock, gathering, [&] { return stopping_; });
      hurried_ = false;
      if (stopping_) return;
    }
    try {
      work();
    } catch (const std::exception& error) {  // a full disk: the next round finds all as it was
      spdlog::warn("a round of mail failed ({})", boost::core::demangle(typeid(error).name()));
    }
  }
}

Round MailOffice::work() {
  const std::scoped_lock one_at_a_time{work_mutex_};
  if (options_.replies) options_.replies->look();
  const Time at = live_.now();
  take_in_all(at);
  take_in_all_invites(at);
  retry_corrected();
  Round round;
  {
    const std::scoped_lock lock{mutex_};
    if (at < relay_again_) return round;
  }
  const Letterhead head = letterhead();
  for (const auto& [person, box] : boxes_.all()) {
    if (box.next_try && at < *box.next_try) continue;
    if (is_stopping() || !write_to(person, head, at, round)) break;
  }
  return round;
}

void MailOffice::take_in_all(Time at) {
  ToTell told = live_.read([&](const Community& now) { return to_tell(now, at, began_); });
  for (const auto& [person, box] : boxes_.all()) told.try_emplace(person);
  for (const auto& [person, items] : told) boxes_.change(person, [&](Box& box) { take_in(box, items, at); });
}

void MailOffice::take_in_all_invites(Time at) {
  Invites theirs = live_.read([&](const Community& now) { return invites(now, at); });
  for (const auto& [person, box] : boxes_.all()) theirs.try_emplace(person);
  for (const auto& [id, meetings] : theirs)
    boxes_.change(
        id, [&, person = id, &its = meetings](Box& box) { take_in_invites(box, its, invitee_of(person, box), at); });
}

Invitee MailOffice::invitee_of(PersonId person, const Box& box) const {
  return {
      [this, person, &box] { return wants_invitations(box.preference, follows_calendar(person)); },
      [this, person] { return address_of(person).has_value(); },
      [this](const ContentHash& one, const ContentHash& other) { return meeting_words(one) == meeting_words(other); }};
}

std::vector<Item> MailOffice::calendar_mails(PersonId person, const std::vector<Invite>& theirs, Time at) const {
  Box box = boxes_.of(person);
  const std::vector<Item> before = box.items;
  take_in_invites(box, theirs, invitee_of(person, box), at);
  std::erase_if(box.items, [&](const Item& item) {
    return !item.invite || item.standing != Standing::waiting || std::ranges::find(before, item) != before.end();
  });
  return std::move(box.items);
}

bool MailOffice::follows_calendar(PersonId person) const {
  return options_.follows_calendar && options_.follows_calendar(person);
}

MeetingWords MailOffice::meeting_words(const ContentHash& details) const {
  return words_of_meeting(live_.text(details));
}

void MailOffice::retry_corrected() {
  for (const auto& [person, box] : boxes_.all())
    if (box.refused_for && address_of(person).value_or("") != *box.refused_for) boxes_.change(person, try_again);
}

std::optional<std::string> MailOffice::address_of(PersonId person) const {
  const auto hash = live_.read([&](const Community& now) -> std::optional<ContentHash> {
    const Person* known = people(now).all.find(person);
    return known == nullptr ? std::nullopt : std::optional{known->profile};
  });
  const auto profile = hash ? live_.text(*hash) : std::nullopt;
  return profile ? address_in(*profile) : std::nullopt;
}

Letterhead MailOffice::letterhead() const {
  return live_.read([&](const Community& now) -> Letterhead {
    const Charter& its = charter(now);
    return {its.name, its.short_name, its.time_zone, options_.address, options_.sender};
  });
}

Message MailOffice::draft(const std::vector<Item>& items, Time at) const {
  return letter(letterhead(), items, "", "", "", at);
}

Message MailOffice::draft_invitation(const Item& item, PersonId person, Time at) const {
  return invitation_letter(letterhead(), written_invite(item, person), "", "", at);
}

std::vector<MailOffice::Outgoing> MailOffice::prepare(PersonId person, const std::string& zone, Time at) {
  std::vector<Outgoing> mails;
  boxes_.change(person, [&](Box& box) {
    std::string letter_id;
    for (const std::size_t place : to_send(box, zone, at)) {
      Item& item = box.items[place];
      if (!item.mail && item.invite) {
        item.mail = random_id();
        if (!item.invite->has_tag) item.invite->has_tag = options_.replies != nullptr;
      }
      if (!item.mail && letter_id.empty()) letter_id = random_id();
      if (!item.mail) item.mail = letter_id;
      // What went out before without an answer goes again by itself, as it was, so that it is one mail in the end.
      auto mail = std::ranges::find(mails, *item.mail, &Outgoing::id);
      if (mail == mails.end()) mail = mails.insert(mail, {*item.mail, {}, box.preference});
      mail->items.push_back(item);
    }
  });
  return mails;
}

WrittenInvite MailOffice::written_invite(const Item& item, PersonId person) const {
  const MeetingId meeting = item.invite->meeting;
  const Time at = live_.now();
  const bool has_tag = item.invite->has_tag.value_or(!item.mail && options_.replies != nullptr);
  WrittenInvite found{item, {}, meeting_words(item.invite->details), {}, {}, options_.sender, {}};
  if (has_tag) found.organizer = with_tag(options_.sender, reply_tag(person, meeting));
  found.is_answered = has_tag && options_.replies != nullptr;
  live_.read([&](const Community& now) {
    found.uid = event_name(now, meeting);
    found.may_choose = holds_seat(now, person, at) || is_committee(now, person, at);
  });
  if (options_.said) found.said = options_.said(person, meeting);
  return found;
}

Message MailOffice::message_of(const Outgoing& mail, PersonId person, const std::string& to, const Letterhead& head,
                               Time at) const {
  if (mail.items.front().invite) {
    Message message = invitation_letter(head, written_invite(mail.items.front(), person), to, mail.preference.zone, at);
    message.id = mail.id + "@" + message.list;
    return message;
  }
  // What can't be ended is no collected mail.
  const bool may_end = mail.preference.is_collected() && std::ranges::none_of(mail.items, &Item::cannot_wait);
  const std::string unsubscribe =
      may_end ? options_.address + "/api/mail/unsubscribe/" + unsubscribe_secret(person) : "";
  Message message = letter(head, mail.items, to, mail.preference.zone, unsubscribe, at);
  message.id = mail.id + "@" + message.list;
  return message;
}

bool MailOffice::write_to(PersonId person, const Letterhead& head, Time at, Round& round) {
  const std::vector<Outgoing> mails = prepare(person, head.zone, at);
  if (mails.empty()) return true;
  const auto to = address_of(person);
  for (const Outgoing& mail : mails) {
    const Handed handed =
        to ? send(mail, person, *to, head, at) : Handed{Handed::Result::refused, "no mail address is known"};
    count(round, handed.result);
    if (handed.result == Handed::Result::unreachable) return false;
    settle(person, mail.id, to.value_or(""), handed, at);
    if (handed.result == Handed::Result::later) break;  // the others go after it, in their order
    if (handed.result == Handed::Result::accepted && accepted_)
      for (const Item& item : mail.items) accepted_(person, item, handed.answer);
  }
  return true;
}

Handed MailOffice::send(const Outgoing& mail, PersonId person, const std::string& to, const Letterhead& head, Time at) {
  const Message message = message_of(mail, person, to, head, at);
  Handed handed = hand_over_({options_.sender, to, written(message)}, [this] { return is_stopping(); });
  const std::scoped_lock lock{mutex_};
  const bool is_there = handed.result != Handed::Result::unreachable;
  in_vain_ = is_there ? 0 : in_vain_ + 1;
  trouble_ = is_there ? "" : handed.answer;
  if (!is_there) relay_again_ = at + until_next_try(in_vain_ - 1, chance());
  return handed;
}

void MailOffice::settle(PersonId person, const std::string& id, const std::string& to, const Handed& handed, Time at) {
  boxes_.change(person, [&](Box& box) {
    const bool is_old = std::ranges::any_of(
        box.items, [&](const Item& item) { return item.mail == id && item.at + given_up_after < at; });
    Standing standing = Standing::accepted;
    if (handed.result != Handed::Result::accepted) standing = Standing::refused;
    if (handed.result == Handed::Result::later && !is_old) standing = Standing::waiting;
    if (standing == Standing::waiting) {
      box.next_try = at + until_next_try(box.tries++, chance());
    } else {
      box.tries = 0;
      box.next_try.reset();
      box.refused_for = standing == Standing::refused ? std::optional{to} : std::nullopt;
    }
    for (Item& item : box.items) {
      if (item.mail != id || item.standing != Standing::waiting) continue;
      item.answer = handed.answer;
      if (standing != Standing::waiting) item.standing = standing, item.at = at;
    }
  });
}

void MailOffice::looked(PersonId person) {
  const Time at = live_.now();
  boxes_.change(person, [&](Box& box) { box.looked_at = at; });
}

void MailOffice::retry(PersonId person) {
  boxes_.change(person, try_again);
  hurry();
}

std::string MailOffice::trouble() const {
  const std::scoped_lock lock{mutex_};
  return trouble_;
}

/// The person's number, and a MAC over it.
std::string MailOffice::unsubscribe_secret(PersonId person) const {
  const std::string number = std::to_string(person.value);
  return number + "." + mac_of(live_.master(), {2, "mailends"}, number);
}

std::optional<PersonId> MailOffice::unsubscriber(std::string_view secret) const {
  PersonId person;
  const auto [end, error] = std::from_chars(secret.data(), secret.data() + secret.size(), person.value);
  if (error != std::errc{}) return std::nullopt;
  const std::string right = unsubscribe_secret(person);
  if (!equal_in_constant_time(bytes_of(right), bytes_of(secret))) return std::nullopt;
  return person;
}

}  // namespace ccop::notify
