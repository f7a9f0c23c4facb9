#include "server/record/contents.hpp"

#include "base/json_reading.hpp"
#include "server/routes.hpp"

#include <algorithm>
#include <set>

namespace ccop::server {
namespace {

constexpr std::size_t enough_bytes = std::size_t{2} << 20;
constexpr std::string_view number_in_path = "{id}";

/// Members by the content whose they are; an empty name stands for the whole.
using ShownMembers = std::map<ContentHash, std::set<std::string, std::less<>>>;

/// Makes a page as the reader would be shown it. One that is not for them, or can't be made, shows nothing.
void make_page(const Served& site, const Call& call, const Route& route, const std::string& path,
               std::size_t before = 0) {
  Request asked;
  asked.method = route.method;
  asked.path = path;
  if (before > 0) asked.query.emplace("before", std::to_string(before));
  try {
    static_cast<void>(site.admit(route.who, call.request));
    route.answer({site, asked, call.reader, call.now}, [](const Response&) {});
  } catch (const Problem&) {   // NOLINT(bugprone-empty-catch)
  } catch (const BadInput&) {  // NOLINT(bugprone-empty-catch)
  }
}

ShownMembers shown_to_reader(const Call& call) {
  ShownMembers shown;
  Served site = call.site;
  site.on_shown = [&](const ContentHash& hash, std::string_view member) { shown[hash].emplace(member); };
  for (const Route& route : all_routes()) {
    if (route.method != "GET" || !route.is_kept) continue;
    const std::string path{route.path};
    const auto number = path.find(number_in_path);
    const auto count_now = [&](const community::Community& now) {
      return route.count == nullptr ? 0 : route.count(now);
    };
    const std::size_t count = call.site.live.read(count_now);
    if (number == std::string::npos) {
      make_page(site, call, route, path);
      for (std::size_t before = count; route.rows > 0 && before > route.rows;)
        make_page(site, call, route, path, before -= route.rows);
      continue;
    }
    for (std::size_t i = 0; i < count; ++i)
      make_page(site, call, route, std::string{path}.replace(number, number_in_path.size(), std::to_string(i)));
  }
  return shown;
}

/// Whether these members are all that the text holds.
bool is_all_of(const std::set<std::string, std::less<>>& members, const std::string& text) {
  if (members.contains("")) return true;
  try {
    simdjson::dom::object object;
    if (parse_json(text).get(object) != simdjson::SUCCESS) return false;
    for (const auto& field : object)
      if (!field.value.is_string() || !members.contains(field.key)) return false;
    return true;
  } catch (const BadInput&) {
    return false;
  }
}

std::optional<ContentHash> asked_after(const Call& call) {
  const std::string asked = call.asked("after");
  if (asked.empty()) return std::nullopt;
  const auto bytes = from_base64url(asked);
  ContentHash hash;
  if (!bytes || bytes->size() != hash.hash.size()) throw BadInput{"after", "the hash of a content"};
  std::ranges::copy(*bytes, hash.hash.begin());
  return hash;
}

}  // namespace

OpenContents open_contents(const Call& call) {
  // Each time all pages are made.
  if (!call.site.admission.may_try(call.request)) throw too_often();
  if (call.asked("after").empty()) call.note(SecurityKind::exported, "record");
  const auto after = asked_after(call);
  const ShownMembers shown = shown_to_reader(call);
  OpenContents open;
  std::size_t bytes = 0;
  for (auto at = after ? shown.upper_bound(*after) : shown.begin(); at != shown.end(); ++at) {
    const auto content = call.site.live.content(at->first);
    if (!content || !is_all_of(at->second, content->text)) continue;
    if (bytes > enough_bytes) {
      open.more = true;
      break;
    }
    bytes += content->text.size();
    const auto salt = bytes_of(content->salt);
    open.contents.push_back({at->first.hash, {salt.begin(), salt.end()}, content->text});
  }
  return open;
}

}  // namespace ccop::server
