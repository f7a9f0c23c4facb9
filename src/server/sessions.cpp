#include "server/sessions.hpp"

#include "base/codec.hpp"

#include <algorithm>
#include <mutex>

namespace ccop::server {
namespace {

struct Kept {
  community::PersonId person;
  Time since;
  Time last_seen;
  Time until;
  std::string label;
  std::optional<TokenUse> use;
  std::optional<std::string> ceiling;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (person, since, last_seen, until, label, use, ceiling))

/// How far `last_seen` on disk may lag behind: a write for each request would be a write too many.
constexpr auto seen_is_kept_every = minutes{5};

constexpr auto token_longest = hours{24 * 366};

}  // namespace

WebSessionKind token_kind() {
  return {"token/", token_longest, token_longest};
}

Sessions::Sessions(store::Store& store, WebSessionKind kind, Time now) : store_(store), kind_(std::move(kind)) {
  std::vector<std::string> over;
  store_.each_setting(kind_.prefix, [&](std::string_view name, std::string_view value) {
    const auto kept = from_json<Kept>(value);
    const WebSession session{kept.person,
                             kept.since,
                             kept.last_seen,
                             kept.until,
                             kept.label,
                             kept.use.value_or(TokenUse::read),
                             kept.ceiling.value_or("")};
    if (is_over(session, now))
      over.emplace_back(name);
    else
      sessions_.emplace(name.substr(kind_.prefix.size()), session);
  });
  for (const auto& name : over) store_.unset(name);
}

std::string Sessions::begin(community::PersonId person, std::string label, Time now) {
  return begin(WebSession{person, {}, {}, now + kind_.longest, std::move(label), {}, {}}, now);
}

std::string Sessions::begin(WebSession wished, Time now) {
  Hash random{};
  fill_random(random);
  std::string secret = to_base64url(random);
  wished.since = wished.last_seen = now;
  wished.until = std::min(wished.until, now + kind_.longest);
  const std::string id = id_of(secret);
  keep(id, wished);
  const std::unique_lock lock{mutex_};
  sessions_.emplace(id, std::move(wished));
  return secret;
}

std::optional<WebSession> Sessions::find(std::string_view secret, Time now) {
  if (secret.empty()) return std::nullopt;
  const std::string id = id_of(secret);
  {
    const std::shared_lock lock{mutex_};
    const auto found = sessions_.find(id);
    if (found == sessions_.end() || is_over(found->second, now)) return std::nullopt;
    if (now - found->second.last_seen < seen_is_kept_every) return found->second;
  }
  WebSession seen;
  {
    const std::unique_lock lock{mutex_};
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) return std::nullopt;
    found->second.last_seen = now;
    seen = found->second;
  }
  keep(id, seen);
  return seen;
}

void Sessions::end(std::string_view secret) {
  const std::string id = id_of(secret);
  {
    const std::unique_lock lock{mutex_};
    sessions_.erase(id);
  }
  store_.unset(kind_.prefix + id);
}

std::vector<std::pair<std::string, WebSession>> Sessions::of(community::PersonId person, Time now) const {
  std::vector<std::pair<std::string, WebSession>> own;
  const std::shared_lock lock{mutex_};
  for (const auto& [id, session] : sessions_)
    if (session.person == person && !is_over(session, now)) own.emplace_back(id, session);
  return own;
}

bool Sessions::end_by_id(community::PersonId person, std::string_view id) {
  {
    const std::unique_lock lock{mutex_};
    const auto found = sessions_.find(id);
    if (found == sessions_.end() || found->second.person != person) return false;
    sessions_.erase(found);
  }
  store_.unset(kind_.prefix + std::string{id});
  return true;
}

void Sessions::end_all_of(community::PersonId person) {
  std::vector<std::string> ids;
  {
    const std::unique_lock lock{mutex_};
    for (auto at = sessions_.begin(); at != sessions_.end();) {
      if (at->second.person == person) {
        ids.push_back(at->first);
        at = sessions_.erase(at);
      } else {
        ++at;
      }
    }
  }
  for (const auto& id : ids) store_.unset(kind_.prefix + id);
}

std::string Sessions::id_of(std::string_view secret) {
  return to_base64url(sha256(bytes_of(secret)));
}

bool Sessions::is_over(const WebSession& session, Time now) const {
  return now >= session.until || now - session.last_seen >= kind_.idle;
}

void Sessions::keep(const std::string& id, const WebSession& session) {
  store_.set(kind_.prefix + id,
             to_json(Kept{session.person, session.since, session.last_seen, session.until, session.label, session.use,
                          session.ceiling.empty() ? std::nullopt : std::optional{session.ceiling}}));
}

}  // namespace ccop::server
