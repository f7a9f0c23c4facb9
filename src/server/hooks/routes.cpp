// The community's hooks: which channels hear that something happened, and how that stands. The Secretary keeps them.
#include "server/routes.hpp"

#include "base/bounds.hpp"
#include "community/kernel/clause.hpp"
#include "identity/signed_message.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"
#include "server/sentences.hpp"
#include "server/signed_wish.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;
using notify::HookForm;
using notify::HookKind;

constexpr std::size_t longest_hook_title = 100;
constexpr std::size_t longest_hook_url = 2000;
constexpr std::size_t longest_hook_id = 64;

struct HookView {
  std::string id;
  std::string title;
  std::string server;  ///< of its address; the rest is not shown again
  HookForm form{};
  std::vector<HookKind> kinds;
  Words by;
  Time since{};
  std::uint32_t waiting{};
  std::uint32_t missed{};  ///< messages that were given up
  OrNull<Time> sent_at;    ///< the last message that was taken
  OrNull<Time> tried_at;
  OrNull<Time> next_at;
  notify::HookTrouble trouble{};  ///< of the last try
  std::uint32_t status{};         ///< that was answered, where something was
  std::string detail;             ///< why there was no answer
  OrNull<notify::HookPause> pause;
};
BOOST_DESCRIBE_STRUCT(HookView, (),
                      (id, title, server, form, kinds, by, since, waiting, missed, sent_at, tried_at, next_at, trouble,
                       status, detail, pause))

struct HooksView {
  std::vector<HookView> hooks;
  std::uint32_t most{};
};
BOOST_DESCRIBE_STRUCT(HooksView, (), (hooks, most))

/// What a passkey signs, as canonical JSON, for a hook to be made.
struct HookStatement {
  HookForm form{};
  std::vector<HookKind> kinds;
  Hash nonce{};  ///< the host's challenge
  PersonId person{};
  std::string title;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(HookStatement, (), (form, kinds, nonce, person, title, url))

struct HookRequest {
  HookStatement statement;
  Assertion passkey;
};
BOOST_DESCRIBE_STRUCT(HookRequest, (), (statement, passkey))

/// The same, for the secret of a hook to be made anew.
struct HookSecretStatement {
  std::string hook;
  Hash nonce{};
  PersonId person{};
};
BOOST_DESCRIBE_STRUCT(HookSecretStatement, (), (hook, nonce, person))

struct HookSecretRequest {
  HookSecretStatement statement;
  Assertion passkey;
};
BOOST_DESCRIBE_STRUCT(HookSecretRequest, (), (statement, passkey))

struct HookSecretView {
  std::string id;
  std::string secret;  ///< shown once
};
BOOST_DESCRIBE_STRUCT(HookSecretView, (), (id, secret))

struct HookRef {
  TextOf<1, longest_hook_id> id;
};
BOOST_DESCRIBE_STRUCT(HookRef, (), (id))

struct HookChange {
  TextOf<1, longest_hook_id> id;
  std::vector<HookKind> kinds;
};
BOOST_DESCRIBE_STRUCT(HookChange, (), (id, kinds))

/// Those of the community, where the Secretary asks.
notify::Hooks& hooks_for(const Call& call) {
  const bool may =
      call.site.live.read([&](const Community& state) { return is_secretary(state, call.reader.person, call.now); });
  if (!may) throw call.site.problem_of(refuse(clause::secretary_duties, sentence::only_secretary_keeps_hooks), 403);
  return *call.site.rooms.hooks;
}

void require_kinds(const std::vector<HookKind>& kinds, const std::string& path) {
  std::vector<HookKind> sorted = kinds;
  std::ranges::sort(sorted);
  if (sorted.empty() || std::ranges::adjacent_find(sorted) != sorted.end())
    throw BadInput{path, "at least one kind of what happens, and each once"};
}

void require_sound_hook(const HookStatement& wished, const exchange::Outbound& outbound) {
  static_cast<void>(bounds::text(wished.title, 1, longest_hook_title));
  static_cast<void>(bounds::text(wished.url, 1, longest_hook_url));
  require_kinds(wished.kinds, "statement.kinds");
  const bool is_plain = std::ranges::all_of(wished.url, [](char c) { return c > ' ' && c <= '~' && c != '\\'; });
  if (!is_plain || wished.url.find('#') != std::string::npos)
    throw BadInput{"statement.url", "an address as a browser shows it, without blanks and without #"};
  if (auto expected = outbound.expects(wished.url); !expected.empty())
    throw BadInput{"statement.url", std::move(expected)};
}

HookView hook_view(const Reading& here, const notify::Hooks::Row& row) {
  const auto& [hook, standing, waiting] = row;
  HookView view;
  view.id = hook.id;
  view.title = hook.title;
  view.server = hook.server;
  view.form = hook.form;
  view.kinds = hook.kinds;
  view.by = name_of(here, hook.by);
  view.since = hook.since;
  view.waiting = static_cast<std::uint32_t>(waiting);
  view.missed = standing.missed;
  view.sent_at = standing.sent_at;
  view.tried_at = standing.tried_at;
  view.next_at = standing.next_at;
  view.trouble = standing.trouble;
  view.status = standing.status;
  view.detail = standing.detail;
  view.pause = standing.pause;
  return view;
}

HooksView hooks_view(const Call& call) {
  const auto rows = hooks_for(call).all();
  return read_view(call, [&](const Reading& here) {
    HooksView view{{}, notify::most_hooks};
    for (const auto& row : rows) view.hooks.push_back(hook_view(here, row));
    return view;
  });
}

HookSecretView make_hook(const Call& call, const HookRequest& asked) {
  notify::Hooks& hooks = hooks_for(call);
  const HookStatement& wished = asked.statement;
  require_sound_hook(wished, call.site.options.outbound);
  require_passkey(call, identity::purpose::hook, {wished.person, wished.nonce, to_json(wished)}, asked.passkey);
  auto made = hooks.add({wished.title, wished.url, wished.form, wished.kinds, wished.person});
  if (!made) throw Problem{409, "too-many-hooks", {{"most", std::to_string(notify::most_hooks)}}};
  call.note(SecurityKind::hook_made);
  return {std::move(made->id), std::move(made->secret)};
}

HookSecretView renew_hook_secret(const Call& call, const HookSecretRequest& asked) {
  notify::Hooks& hooks = hooks_for(call);
  const HookSecretStatement& wished = asked.statement;
  static_cast<void>(bounds::text(wished.hook, 1, longest_hook_id));
  require_passkey(call, identity::purpose::hook_secret, {wished.person, wished.nonce, to_json(wished)}, asked.passkey);
  auto secret = hooks.renew_secret(wished.hook);
  if (!secret) throw nothing_there("no-such-hook");
  call.note(SecurityKind::hook_changed);
  return {wished.hook, *std::move(secret)};
}

Nothing change_hook(const Call& call, const HookChange& asked) {
  notify::Hooks& hooks = hooks_for(call);
  require_kinds(asked.kinds, "kinds");
  if (!hooks.change(asked.id, asked.kinds)) throw nothing_there("no-such-hook");
  call.note(SecurityKind::hook_changed);
  return {};
}

Nothing end_hook(const Call& call, const HookRef& asked) {
  if (!hooks_for(call).end(asked.id)) throw nothing_there("no-such-hook");
  call.note(SecurityKind::hook_ended);
  return {};
}

Nothing test_hook(const Call& call, const HookRef& asked) {
  if (!hooks_for(call).test(asked.id)) throw nothing_there("no-such-hook");
  return {};
}

Nothing resume_hook(const Call& call, const HookRef& asked) {
  if (!hooks_for(call).resume(asked.id)) throw nothing_there("no-such-hook");
  call.note(SecurityKind::hook_changed);
  return {};
}

}  // namespace

Routes hook_routes() {
  return {routes::get<&hooks_view>("/api/hooks", Who::seated_person),
          routes::take<&make_hook>("/api/hooks", Who::seated_person),
          routes::take<&change_hook>("/api/hooks/change", Who::seated_person),
          routes::take<&renew_hook_secret>("/api/hooks/secret", Who::seated_person),
          routes::take<&end_hook>("/api/hooks/end", Who::seated_person),
          routes::take<&test_hook>("/api/hooks/test", Who::seated_person),
          routes::take<&resume_hook>("/api/hooks/resume", Who::seated_person)};
}

}  // namespace ccop::server
