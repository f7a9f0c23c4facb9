#include "notify/mail/letter.hpp"

#include "base/text.hpp"
#include "notify/clock.hpp"
#include "notify/mail/markup.hpp"
#include "notify/words.hpp"

#include <algorithm>

namespace ccop::notify {
namespace {

std::string counted(const char* key, std::size_t count, const Gaps& gaps) {
  return words(std::string{key} + (count == 1 ? "_one" : "_other"), gaps);
}

/// Which day the soonest ends; a subject has no room for the year.
std::string soonest(const Letterhead& head, const std::vector<Item>& items, Time at) {
  std::optional<Time> first;
  for (const Item& item : items)
    if (item.by && *item.by > at && (!first || *item.by < *first)) first = item.by;
  if (!first) return {};
  const std::string day = day_in_words(*first, head.zone);
  return counted("due", items.size(), {{"day", day.substr(0, day.rfind(' '))}});
}

std::string what(const Item& item) {
  const std::string said = words(item.words);
  return item.is_escalated ? words("escalated", {{"what", said}}) : said;
}

std::string when(const Letterhead& head, const Item& item, const std::string& own_zone, Time at) {
  if (!item.by) return {};
  return words(*item.by > at ? "by" : "overdue", {{"time", in_words(*item.by, head.zone, own_zone)}});
}

std::string in_text(const Letterhead& head, const std::vector<Item>& items, const std::string& own_zone, bool ends,
                    Time at) {
  std::string text = words("opening", {{"name", head.community}}) + "\n";
  for (const Item& item : items) {
    text += "\n* " + what(item) + "\n";
    if (const std::string time = when(head, item, own_zone, at); !time.empty()) text += "  " + time + "\n";
    text += "  " + head.address + item.path + "\n";
  }
  text += "\n" + words("desk") + ": " + head.address + "/\n" + words("rhythm") + ": " + head.address + "/me#mail\n";
  if (ends) text += words("ended") + "\n";
  return text + "\n" + words("closing") + "\n";
}

std::string in_html(const Letterhead& head, const std::vector<Item>& items, const std::string& own_zone, bool ends,
                    Time at) {
  std::string page = "<p>" + escaped(words("opening", {{"name", head.community}})) + "</p>\n<ul>\n";
  for (const Item& item : items) {
    page += "<li><strong>" + escaped(what(item)) + "</strong>";
    if (const std::string time = when(head, item, own_zone, at); !time.empty()) page += "<br>" + escaped(time);
    page += "<br>" + link(head.address + item.path, words("open")) + "</li>\n";
  }
  page += "</ul>\n<p>" + link(head.address + "/", words("desk")) + "</p>\n<p>" +
          link(head.address + "/me#mail", words("rhythm")) + ". " + (ends ? escaped(words("ended")) : "") +
          "</p>\n<p>" + escaped(words("closing")) + "</p>\n";
  return html_page(head.short_name, page);
}

}  // namespace

std::string plain(std::string_view text) {
  std::string ascii;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-') ascii += c;
  return ascii;
}

Message letter(const Letterhead& head, const std::vector<Item>& items, const std::string& to,
               const std::string& own_zone, const std::string& unsubscribe, Time at) {
  const std::string zone = is_zone(own_zone) ? own_zone : head.zone;
  const bool ends = !unsubscribe.empty();
  const std::string name = plain(head.short_name);
  return {.sender_name = name,
          .sender = head.sender,
          .to = to,
          .subject =
              words("subject", {{"community", name},
                                {"things", counted("thing", items.size(), {{"count", std::to_string(items.size())}})},
                                {"due", soonest(head, items, at)}}),
          .text = in_text(head, items, zone, ends, at),
          .html = in_html(head, items, zone, ends, at),
          .id = {},
          .at = at,
          .list = "notices." + host_in(head.address),
          .unsubscribe = unsubscribe};
}

}  // namespace ccop::notify
