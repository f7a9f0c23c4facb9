// Who comes in: by a passkey, by a one-time link, as a guest; and who goes out.
#include "server/routes.hpp"

#include "community/meetings/state.hpp"
#include "server/identity/enrolment.hpp"
#include "server/identity/me.hpp"
#include "server/identity/passkeys.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct ChallengeView {
  Hash challenge{};
};
BOOST_DESCRIBE_STRUCT(ChallengeView, (), (challenge))

struct PasskeySignIn {
  static constexpr std::string_view component = "SignIn";
  PersonId person;
  Bytes challenge;
  Signature assertion;
};
BOOST_DESCRIBE_STRUCT(PasskeySignIn, (), (person, challenge, assertion))

struct PersonRef {
  PersonId person{};
};
BOOST_DESCRIBE_STRUCT(PersonRef, (), (person))

struct MeetingRef {
  MeetingId meeting{};
};
BOOST_DESCRIBE_STRUCT(MeetingRef, (), (meeting))

ChallengeView make_challenge(const Call& call) {
  return {call.site.rooms.door.challenges.make(call.now)};
}

WithHeaders<PersonRef> sign_in(const Call& call, const PasskeySignIn& asked) {
  Door& door = call.site.rooms.door;
  if (!door.tries_by_account.take(std::to_string(asked.person.value), call.now)) throw too_often();
  const bool fresh = door.challenges.take(asked.challenge, call.now);
  // One answer for every failure: whether the account, the key or the signature was wrong is nobody's business.
  if (!assertion_holds(call.site, asked.person, asked.assertion, asked.challenge) || !fresh)
    throw unknown_caller("passkey-not-accepted");
  return {{asked.person}, {signed_in(call.site, asked.person, call.request.header("user-agent"))}};
}

WithHeaders<Nothing> sign_out(const Call& call) {
  call.site.admission.sign_ins().end(call.site.admission.secret_in(call.request));
  return {{}, {{"Set-Cookie", call.site.admission.no_cookie()}}};
}

WithHeaders<MeetingRef> enter_as_guest(const Call& call, const LinkSecret& asked) {
  const Hash token_hash = sha256(bytes_of(asked.token));
  const auto found = call.site.live.read([&](const Community& state) -> std::optional<std::pair<PersonId, MeetingId>> {
    for (const auto i : meetings(state).all.ids())
      for (const Guest& guest : meetings(state).all[i].guests)
        if (guest.until > call.now && equal_in_constant_time(guest.token_hash, token_hash))
          return std::pair{guest.person, i};
    return std::nullopt;
  });
  if (!found) throw nothing_there("link-not-valid");
  return {{found->second}, {signed_in(call.site, found->first, call.request.header("user-agent"))}};
}

}  // namespace

Routes identity_routes() {
  Routes all{routes::post<&make_challenge>("/api/challenge", Who::strangers),
             routes::take<&sign_in>("/api/sign-in", Who::strangers),
             routes::post<&sign_out>("/api/sign-out", Who::everybody),
             routes::take<&enter_as_guest>("/api/guest", Who::strangers)};
  for (const auto& more : {enrolment_routes(), me_routes()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace ccop::server
