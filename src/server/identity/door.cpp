#include "server/identity/door.hpp"

#include "community/membership/state.hpp"

namespace ccop::server {
namespace {

/// The name of the first mark that the user agent's text holds.
std::string_view named(std::string_view agent,
                       std::initializer_list<std::pair<std::string_view, std::string_view>> marks) {
  for (const auto& [mark, name] : marks)
    if (agent.find(mark) != std::string_view::npos) return name;
  return {};
}

/// A browser's kind, coarse on purpose: enough to know one's own sign-ins apart.
std::string label_of(std::string_view agent) {
  const auto browser = named(
      agent, {{"Firefox", "Firefox"}, {"Edg/", "Edge"}, {"Chrome", "Chrome"}, {"Safari", "Safari"}, {"", "Browser"}});
  const auto system = named(agent, {{"Android", "Android"},
                                    {"iPhone", "iOS"},
                                    {"iPad", "iOS"},
                                    {"Windows", "Windows"},
                                    {"Mac OS", "macOS"},
                                    {"Linux", "Linux"}});
  return std::string{browser} + (system.empty() ? "" : ", " + std::string{system});
}

}  // namespace

std::pair<std::string, std::string> signed_in(const Served& site, community::PersonId person,
                                              const community::SessionGrant& grant, std::string_view user_agent) {
  const Time now = site.live.now();
  const auto seat =
      site.live.read([&](const community::Community& state) { return membership(state).seat_of(person, now); });
  const SignIn wished{person, {}, {}, grant.statement.end, label_of(user_agent), {}, {}, grant, seat};
  const std::string secret = site.admission.sign_ins().begin(wished, now);
  return {"Set-Cookie", site.admission.cookie_of(secret)};
}

}  // namespace ccop::server
