// The address that a device follows: whoever has it reads one person's calendar, as that person sees it by then.
#include "server/routes.hpp"

#include "notify/calendar/feed.hpp"
#include "server/calendar/entries.hpp"

namespace ccop::server {
namespace {

constexpr std::string_view before_secret = "/calendar/";
constexpr std::string_view after_secret = ".ics";

/// What stands in the address; empty where it is none of ours.
std::string_view secret_in(std::string_view path) {
  path.remove_prefix(before_secret.size());
  if (!path.ends_with(after_secret)) return {};
  path.remove_suffix(after_secret.size());
  return path;
}

/// Throws the Problem of an address that nobody made, or that ended: the same answer for both, and so often and no
/// more.
CalendarReader follower_of(const Call& call) {
  const auto found = call.site.admission.calendar(secret_in(call.request.path));
  if (found) return *found;
  if (!call.site.admission.may_try(call.request)) throw too_often();
  throw nothing_there();
}

/// Whether the device has this very calendar (RFC 9110, section 13.1.2).
bool has_it(const Request& request, std::string_view tag) {
  const std::string_view known = request.header("if-none-match");
  return known == "*" || known.find(tag) != std::string_view::npos;
}

Response calendar(const Call& call) {
  if (call.request.method != "GET" && call.request.method != "HEAD") throw Problem{405, "method-not-allowed"};
  const CalendarReader follower = follower_of(call);
  const Call as_follower{call.site, call.request, follower.reader, call.now};
  const CalendarView view = read_view(as_follower, calendar_view);
  std::string text = notify::calendar_feed(view.name, events_of(view, follower.scope));
  const std::string tag = '"' + to_base64url(sha256(bytes_of(text))) + '"';
  Response response;
  response.content_type = "text/calendar; charset=utf-8";
  response.headers = {{"ETag", tag}, {"Cache-Control", "private, no-cache"}};
  if (has_it(call.request, tag))
    response.status = 304;
  else
    response.body = std::make_shared<const std::string>(std::move(text));
  return response;
}

}  // namespace

Routes calendar_routes() {
  return {routes::plain<&calendar>("/calendar/*", Who::everybody)};
}

}  // namespace ccop::server
