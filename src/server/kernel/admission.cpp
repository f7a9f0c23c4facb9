#include "server/kernel/admission.hpp"

#include "community/kernel/clause.hpp"
#include "community/meetings/attending.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "server/kernel/erased_people.hpp"
#include "server/sentences.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

SignInKind session_kind() {
  return {"session/", hours{8}, hours{24 * 7}};
}

/// Whether the seat under which it began is its person's no more, nor any office that would let them go on.
bool is_left(const host::LiveCommunity& live, const SignIn& sign_in, Time now) {
  return sign_in.seat && live.read([&](const community::Community& state) {
    return membership(state).seat_of(sign_in.person, now) != sign_in.seat && !is_committee(state, sign_in.person, now);
  });
}

/// Without a seat or an office a calendar holds what its person was let into, and for a while what was cancelled of it.
bool was_let_in_lately(const community::Community& state, community::PersonId person, Time now) {
  constexpr auto lately = days{30};
  const auto& all = meetings(state).all;
  return std::ranges::any_of(all.ids(), [&](community::MeetingId id) {
    const Time ends = all[id].ends;
    return now < ends + lately && is_let_in(state, id, person, std::min(now, ends));
  });
}

/// Whoever reads as a person that is known.
std::optional<Reader> reader_of(const community::Community& state, const SignIn& sign_in, bool by_token, Time now) {
  const auto* person = people(state).all.find(sign_in.person);
  if (person == nullptr) return std::nullopt;
  const bool has_seat = membership(state).seat_of(sign_in.person, now) || is_committee(state, sign_in.person, now);
  return Reader{sign_in.person, has_seat, person->is_guest, by_token, sign_in.use};
}

constexpr double most_tries = 30;
/// Thirty at once, and then one every two seconds.
constexpr auto all_again_after = minutes{1};

}  // namespace

community::Refusal only_seats_read_this() {
  return community::refuse(community::clause::membership_by_organization, community::sentence::only_seats_read_this);
}

Admission::Admission(const host::LiveCommunity& live, const std::string& slug, bool secure_cookies)
    : live_(live),
      // A browser takes the prefix from whoever serves the whole host over TLS, and from nobody else (RFC 6265bis).
      cookie_((secure_cookies ? "__Host-ccop_" : "ccop_") + slug),
      path_(secure_cookies ? "/" : "/c/" + slug),
      secure_cookies_(secure_cookies),
      sign_ins_(live.store(), session_kind(), live.now()),
      tokens_(live.store(), token_kind(), live.now()),
      calendars_(live.store(), calendar_kind(), live.now()),
      tries_by_address_(most_tries, all_again_after) {}

std::optional<Reader> Admission::reader(const Request& request) {
  const Time now = live_.now();
  std::optional<SignIn> sign_in = sign_ins_.find(secret_in(request), now);
  if (sign_in && is_left(live_, *sign_in, now)) {
    sign_ins_.end(secret_in(request));
    return std::nullopt;
  }
  const bool by_token = !sign_in && request.header("authorization").starts_with("Bearer ");
  if (by_token) sign_in = token(request.header("authorization").substr(7));
  if (!sign_in || sign_in->use == TokenUse::liaison) return std::nullopt;
  return live_.read([&](const community::Community& state) { return reader_of(state, *sign_in, by_token, now); });
}

std::optional<SignIn> Admission::token(std::string_view secret) {
  const Time now = live_.now();
  auto found = tokens_.find(secret, now);
  if (!found) return std::nullopt;
  const bool is_good = live_.read([&](const community::Community& state) {
    return found->seat ? membership(state).seat_of(found->person, now) == found->seat
                       : is_committee(state, found->person, now);
  });
  return is_good ? found : std::nullopt;
}

std::optional<CalendarReader> Admission::calendar(std::string_view secret) {
  const Time now = live_.now();
  const auto found = calendars_.find(secret, now);
  if (!found) return std::nullopt;
  return live_.read([&](const community::Community& state) -> std::optional<CalendarReader> {
    const auto seat = membership(state).seat_of(found->person, now);
    const bool is_good = found->seat ? seat == found->seat
                                     : is_committee(state, found->person, now) ||
                                           (!seat && was_let_in_lately(state, found->person, now));
    const auto reader = reader_of(state, *found, true, now);
    if (!is_good || !reader) return std::nullopt;
    return CalendarReader{*reader, found->scope};
  });
}

void end_all_of(community::PersonId person, store::Store& store, Time now) {
  for (const SignInKind& kind : {session_kind(), token_kind(), calendar_kind()})
    SignIns{store, kind, now}.end_all_of(person);
}

bool Admission::may_try(const Request& request) {
  return tries_by_address_.take(caller_of(request.address), live_.now());
}

std::string Admission::cookie_of(std::string_view secret) const {
  return cookie_ + "=" + std::string{secret} + "; Path=" + path_ + "; HttpOnly; SameSite=Strict" +
         (secure_cookies_ ? "; Secure" : "");
}

std::string Admission::no_cookie() const {
  return cookie_ + "=; Path=" + path_ + "; Max-Age=0; HttpOnly; SameSite=Strict" + (secure_cookies_ ? "; Secure" : "");
}

}  // namespace ccop::server
