#include "server/sign_ins.hpp"

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
  std::optional<community::SessionGrant> grant;
  std::optional<community::MandateId> seat;
  std::optional<CalendarScope> scope;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (person, since, last_seen, until, label, use, ceiling, grant, seat, scope))

/// How far `last_seen` on disk may lag behind: a write for each request would be a write too many.
constexpr auto seen_is_kept_every = minutes{5};

constexpr auto token_longest = hours{24 * 366};
constexpr auto calendar_idle = hours{24 * 183};
constexpr auto calendar_longest = hours{24 * 366 * 10};

}  // namespace

SignInKind token_kind() {
  return {"token/", token_longest, token_longest};
}

SignInKind calendar_kind() {
  return {"calendar/", calendar_idle, calendar_longest};
}

SignIns::SignIns(store::Store& store, SignInKind kind, Time now) : store_(store), kind_(std::move(kind)) {
  std::vector<std::string> over;
  store_.each_setting(kind_.prefix, [&](std::string_view name, std::string_view value) {
    const auto kept = from_json<Kept>(value);
    const SignIn sign_in{kept.person,
                         kept.since,
                         kept.last_seen,
                         kept.until,
                         kept.label,
                         kept.use.value_or(TokenUse::read),
                         kept.ceiling.value_or(""),
                         kept.grant,
                         kept.seat,
                         kept.scope.value_or(CalendarScope::titles)};
    if (is_over(sign_in, now))
      over.emplace_back(name);
    else
      sign_ins_.emplace(name.substr(kind_.prefix.size()), sign_in);
  });
  for (const auto& name : over) store_.unset(name);
}

std::string SignIns::begin(SignIn wished, Time now) {
  Hash random{};
  fill_random(random);
  std::string secret = to_base64url(random);
  wished.since = wished.last_seen = now;
  wished.until = std::min(wished.until, now + kind_.longest);
  const std::string id = id_of(secret);
  keep(id, wished);
  const std::unique_lock lock{mutex_};
  sign_ins_.emplace(id, std::move(wished));
  return secret;
}

std::optional<SignIn> SignIns::find(std::string_view secret, Time now) {
  if (secret.empty()) return std::nullopt;
  const std::string id = id_of(secret);
  {
    const std::shared_lock lock{mutex_};
    const auto found = sign_ins_.find(id);
    if (found == sign_ins_.end() || is_over(found->second, now)) return std::nullopt;
    if (now - found->second.last_seen < seen_is_kept_every) return found->second;
  }
  SignIn seen;
  {
    const std::unique_lock lock{mutex_};
    const auto found = sign_ins_.find(id);
    if (found == sign_ins_.end()) return std::nullopt;
    found->second.last_seen = now;
    seen = found->second;
  }
  keep(id, seen);
  return seen;
}

void SignIns::end(std::string_view secret) {
  const std::string id = id_of(secret);
  {
    const std::unique_lock lock{mutex_};
    sign_ins_.erase(id);
  }
  store_.unset(kind_.prefix + id);
}

std::vector<std::pair<std::string, SignIn>> SignIns::of(community::PersonId person, Time now) const {
  std::vector<std::pair<std::string, SignIn>> own;
  const std::shared_lock lock{mutex_};
  for (const auto& [id, sign_in] : sign_ins_)
    if (sign_in.person == person && !is_over(sign_in, now)) own.emplace_back(id, sign_in);
  return own;
}

bool SignIns::end_by_id(community::PersonId person, std::string_view id) {
  {
    const std::unique_lock lock{mutex_};
    const auto found = sign_ins_.find(id);
    if (found == sign_ins_.end() || found->second.person != person) return false;
    sign_ins_.erase(found);
  }
  store_.unset(kind_.prefix + std::string{id});
  return true;
}

void SignIns::end_all_of(community::PersonId person) {
  std::vector<std::string> ids;
  {
    const std::unique_lock lock{mutex_};
    for (auto at = sign_ins_.begin(); at != sign_ins_.end();) {
      if (at->second.person == person) {
        ids.push_back(at->first);
        at = sign_ins_.erase(at);
      } else {
        ++at;
      }
    }
  }
  for (const auto& id : ids) store_.unset(kind_.prefix + id);
}

std::string SignIns::id_of(std::string_view secret) {
  return to_base64url(sha256(bytes_of(secret)));
}

bool SignIns::is_over(const SignIn& sign_in, Time now) const {
  return now >= sign_in.until || now - sign_in.last_seen >= kind_.idle;
}

void SignIns::keep(const std::string& id, const SignIn& sign_in) {
  store_.set(kind_.prefix + id,
             to_json(Kept{sign_in.person, sign_in.since, sign_in.last_seen, sign_in.until, sign_in.label, sign_in.use,
                          sign_in.ceiling.empty() ? std::nullopt : std::optional{sign_in.ceiling}, sign_in.grant,
                          sign_in.seat, sign_in.scope}));
}

}  // namespace ccop::server
