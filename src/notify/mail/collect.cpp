#include "notify/mail/collect.hpp"

#include "community/duties.hpp"
#include "notify/clock.hpp"
#include "notify/duty_name.hpp"
#include "notify/mail/paths.hpp"

#include <algorithm>

namespace ccop::notify {

using namespace community;

namespace {

constexpr auto soon = days{3};
constexpr auto kept_for = days{90};

/// Kinds that decide something by themselves where nobody does anything: who did not hear of one must not be bound.
bool has_legal_effect(std::string_view kind) {
  return kind == "silence" || kind == "nominated" || kind == "draw-lot";
}

/// Steps until `until`, to those whom they reach at `at`.
void add_duty(const Community& now, const Duty& duty, Time at, Time until, ToTell& all) {
  const std::string name = name_of(duty);
  std::map<PersonId, Item> last;  // of the steps that reach somebody
  for (std::size_t i = 0; i < duty.ladder.size() && duty.ladder[i].at <= until; ++i)
    for (const PersonId person : reached_by(now, duty, duty.ladder[i], at)) {
      const bool is_owner = duty.ladder[i].to == Audience::owner;
      last[person] = {.about = name,
                      .step = static_cast<std::uint32_t>(i + 1),
                      .words = "duty." + std::string{duty.what.kind},
                      .path = path_of(duty.what),
                      .motion = duty.what.kind == "silence" ? duty.what.motion : std::nullopt,
                      .by = duty.what.by,
                      .since = duty.ladder[i].at,
                      .is_escalated = !is_owner,
                      .cannot_wait = has_legal_effect(duty.what.kind),
                      .at = at};
    }
  for (auto& [person, item] : last) all[person].push_back(std::move(item));
}

std::string words_of(NoticeKind kind) {
  return std::string{"notice."}.append(wire_name(kind));
}

void add_notices(const Community& now, Time at, Time from, ToTell& all) {
  for (const Notice& notice : notices(now).recent) {
    if (notice.at < from) continue;
    const std::string name = "notice/" + std::to_string(notice.number);
    for (const PersonId person : notice.to)
      all[person].push_back({.about = name,
                             .step = 1,
                             .words = words_of(notice.kind),
                             .path = notice.motion ? path_of({.kind = {}, .by = {}, .motion = notice.motion}) : "/",
                             .by = {},
                             .since = notice.at,
                             .cannot_wait = true,
                             .at = at});
  }
}

bool is_urgent(const Item& item, Time at) {
  const bool begins_soon = item.invite && item.invite->starts <= at + soon;
  return item.cannot_wait || item.is_escalated || (item.by && *item.by <= at + soon) || begins_soon;
}

bool is_notice(const Item& item) {
  return item.about.starts_with("notice/");
}

/// What no longer stands is not sent; and may be told again, should it come back.
void mark_what_is_over(Box& box, const std::vector<Item>& told, Time at) {
  for (Item& item : box.items) {
    if (item.invite || is_notice(item) || !item.is_current ||
        std::ranges::find(told, item.about, &Item::about) != told.end())
      continue;
    item.is_current = false;
    if (item.standing == Standing::waiting) item.standing = Standing::over, item.at = at;
  }
  std::erase_if(box.items, [&](const Item& item) {
    return item.standing != Standing::waiting && item.at + kept_for < at && (is_notice(item) || !item.is_current);
  });
}

/// Of a duty the steps that came, or also its first one, which waits where it falls on a day of rest.
enum class How { by_now, soon };

ToTell all_told(const Community& now, Time at, Time from, How how) {
  ToTell all;
  for (const Duty& duty : duties(now, at)) {
    const bool waits = how == How::soon && !duty.ladder.empty();
    add_duty(now, duty, at, waits ? std::max(at, duty.ladder.front().at) : at, all);
  }
  add_notices(now, at, from, all);
  return all;
}

}  // namespace

ToTell to_tell(const Community& now, Time at, Time from) {
  return all_told(now, at, from, How::by_now);
}

ToTell told_by(const Community& now, const std::vector<Act>& acts, const Asking& asking) {
  const ToTell before = all_told(now, asking.at, asking.at, How::soon);
  Community then = now;
  apply(then, acts, asking);
  ToTell more = all_told(then, asking.at, asking.at, How::soon);
  for (auto& [person, items] : more) {
    const auto known = before.find(person);
    if (known == before.end()) continue;
    std::erase_if(items, [&told = known->second](const Item& item) {
      return std::ranges::any_of(told,
                                 [&](const Item& old) { return old.about == item.about && old.step == item.step; });
    });
  }
  std::erase_if(more, [](const auto& one) { return one.second.empty(); });
  return more;
}

void take_in(Box& box, const std::vector<Item>& told, Time at) {
  mark_what_is_over(box, told, at);
  for (const Item& item : told) {
    const auto same = [&](const Item& one) { return one.is_current && one.about == item.about; };
    if (std::ranges::any_of(box.items, [&](const Item& one) { return same(one) && one.step >= item.step; })) continue;
    // An earlier step that was not sent says nothing that this one does not.
    std::erase_if(box.items,
                  [&](const Item& one) { return same(one) && one.standing == Standing::waiting && !one.mail; });
    box.items.push_back(item);
  }
  // The desk has shown what somebody owes, and not what others owe; and no calendar was told of anything by that.
  for (Item& item : box.items)
    if (!item.invite && item.standing == Standing::waiting && !item.mail && !item.cannot_wait && !item.is_escalated &&
        box.looked_at && item.since <= *box.looked_at)
      item.standing = Standing::seen, item.at = at;
}

void try_again(Box& box) {
  box.refused_for.reset();
  for (Item& item : box.items)
    if (item.is_lost()) item.standing = Standing::waiting, item.mail.reset();
}

std::vector<std::size_t> to_send(Box& box, const std::string& zone, Time at) {
  std::vector<std::size_t> all;
  std::vector<std::size_t> urgent;
  for (std::size_t i = 0; i < box.items.size(); ++i) {
    if (box.items[i].standing != Standing::waiting) continue;
    all.push_back(i);
    // Who wants nothing but what is urgent, and invitations, has no hour for these.
    const bool has_no_hour = box.items[i].invite && box.preference.rhythm == Rhythm::urgent;
    if (is_urgent(box.items[i], at) || box.items[i].mail || has_no_hour) urgent.push_back(i);
  }
  const Preference& wished = box.preference;
  if (wished.rhythm == Rhythm::at_once) return all;
  if (wished.rhythm == Rhythm::urgent || all.empty()) {
    box.collected_at.reset();
    return urgent;
  }
  if (!box.collected_at)
    box.collected_at = next_hour(at, wished.hour, wished.rhythm == Rhythm::weekly ? wished.weekday : 0,
                                 wished.zone.empty() ? zone : wished.zone);
  if (at < *box.collected_at) return urgent;
  box.collected_at.reset();
  return all;
}

}  // namespace ccop::notify
