// Who comes in: by a passkey, by a one-time link, as a guest; and who goes out.
#include "server/routes.hpp"

#include "community/meetings/state.hpp"
#include "host/signatures.hpp"
#include "server/identity/calendars.hpp"
#include "server/identity/enrolment.hpp"
#include "server/identity/me.hpp"
#include "server/identity/tokens.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct ChallengeView {
  Hash challenge{};
};
BOOST_DESCRIBE_STRUCT(ChallengeView, (), (challenge))

/// Who came in; a guest, to which meeting.
struct Entered {
  PersonId person{};
  std::optional<MeetingId> meeting;
};
BOOST_DESCRIBE_STRUCT(Entered, (), (person, meeting))

ChallengeView make_challenge(const Call& call) {
  return {call.site.rooms.door.challenges.make(call.now)};
}

/// The meeting that a guest's link opens; throws the Problem of one that is over.
MeetingId meeting_of(const Call& call, PersonId guest) {
  const auto found = call.site.live.read([&](const Community& state) -> std::optional<MeetingId> {
    for (const auto id : meetings(state).all.ids())
      if (const Guest* one = meetings(state).all[id].guest(guest); one != nullptr && one->until > call.now) return id;
    return std::nullopt;
  });
  if (!found) throw nothing_there("link-not-valid");
  return *found;
}

/// Signs in with a passkey or a guest's link, which signs the browser's own key. Whose it is follows from that.
WithHeaders<Entered> sign_in(const Call& call, const SessionGrant& grant) {
  Door& door = call.site.rooms.door;
  const SessionStatement& said = grant.statement;
  const bool fresh =
      door.challenges.is_fresh(said.nonce, call.now) && said.end > call.now && said.end <= call.now + session_key_lasts;
  const host::GrantCheck check = call.site.live.read([&](const Community& state) {
    return host::GrantCheck{state, grant};
  });
  const auto person = check.person();
  const bool holds = fresh && check.holds(grant, call.site.options.party.origins) && call.site.live.has_head(said.head);
  // One answer for every failure: whether the account, the key or the signature was wrong is nobody's business. Only
  // failures count as tries, so that nobody who has the right passkey is shut out by somebody else's.
  if (!holds || !door.challenges.use(said.nonce, call.now)) {
    if (!call.site.admission.may_try(call.request)) throw too_often();
    call.site.security.note({call.now, SecurityKind::sign_in_failed, person, caller_of(call.request.address), {}});
    throw unknown_caller("passkey-not-accepted");
  }
  call.site.admission.sign_ins().end(call.site.admission.secret_in(call.request));
  call.note(SecurityKind::signed_in, {}, person);
  Entered entered{*person, {}};
  if (grant.link) entered.meeting = meeting_of(call, *person);
  return {entered, {signed_in(call.site, *person, grant, call.request.header("user-agent"))}};
}

WithHeaders<Nothing> sign_out(const Call& call) {
  if (const auto reader = call.site.admission.reader(call.request))
    call.note(SecurityKind::signed_out, {}, reader->person);
  call.site.admission.sign_ins().end(call.site.admission.secret_in(call.request));
  call.site.events.look_again();
  return {{}, {{"Set-Cookie", call.site.admission.no_cookie()}}};
}

}  // namespace

Routes identity_routes() {
  Routes all{routes::post<&make_challenge>("/api/challenge", Who::everybody),
             routes::take<&sign_in>("/api/sign-in", Who::everybody),
             routes::post<&sign_out>("/api/sign-out", Who::everybody)};

  for (const auto& more : {enrolment_routes(), me_routes(), token_routes(), own_calendar_routes()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace ccop::server
